/**
 * What a body must survive before any schema sees it: depth counted on the raw text (80 KB of `[` make later recursion overflow),
 * no `__proto__`, no field twice, no control or text-direction characters, no lone surrogates; text is normalised to NFC (law 12).
 */
import { hasForbiddenCharacters } from '@lien-thong/domain';
import { nameGivenTwice } from './names-given-twice.js';
import { Problem } from './problem.js';

export const MAX_BODY_BYTES = 1_048_576;
export const MAX_DEPTH = 32;
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Parses and cleans one JSON text. Throws a `Problem`: malformed-json, body-too-deep, forbidden-characters, invalid-body. */
export function parseJson(text: string): unknown {
  if (exceedsDepth(text)) throw new Problem('body-too-deep', { maximum: MAX_DEPTH });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Problem('malformed-json');
  }
  const twice = nameGivenTwice(text);
  if (twice !== null) throw twiceGiven(twice);
  return clean(parsed, '');
}

/** One reader would see the first value and another the last: neither can be meant. */
export function twiceGiven(field: string): Problem {
  return new Problem('invalid-body', {}, [
    { field, reason: 'trường xuất hiện hai lần', reasonEn: 'field comes twice' },
  ]);
}

/** Counts brackets outside strings without building anything. */
export function exceedsDepth(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 92) i++;
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 91 || c === 123) {
      if (++depth > MAX_DEPTH) return true;
    } else if (c === 93 || c === 125) depth--;
  }
  return false;
}

function clean(value: unknown, path: string): unknown {
  if (typeof value === 'string') return cleanText(value, path);
  if (Array.isArray(value)) return value.map((item, index) => clean(item, `${path}${path === '' ? '' : '.'}${index}`));
  if (typeof value === 'object' && value !== null) return cleanObject(value, path);
  return value;
}

function cleanObject(value: object, path: string): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const field = path === '' ? key : `${path}.${key}`;
    if (REFUSED_KEYS.has(key)) {
      throw new Problem('invalid-body', {}, [
        { field, reason: 'trường không được phép', reasonEn: 'field is not allowed' },
      ]);
    }
    const name = cleanText(key, field);
    if (Object.hasOwn(result, name)) throw twiceGiven(field);
    result[name] = clean(item, field);
  }
  return result;
}

/** NFC text, or a problem that names the field. */
export function cleanText(text: string, field: string): string {
  if (!isCleanText(text)) {
    throw new Problem('forbidden-characters', {}, [
      {
        field,
        reason: 'có ký tự điều khiển, ký tự ẩn, ký tự đảo chiều hoặc mã Unicode hỏng',
        reasonEn: 'holds control, invisible or text-direction characters, or broken Unicode',
      },
    ]);
  }
  return text.normalize('NFC');
}

/** No control, invisible or text-direction characters, and no half of a surrogate pair. */
export function isCleanText(text: string): boolean {
  return !LONE_SURROGATE.test(text) && !hasForbiddenCharacters(text);
}
