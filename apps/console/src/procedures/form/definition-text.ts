/** A definition as the text of a file: what is exported, imported and typed. */
import { isObject } from './json.js';
import type { Json } from './json.js';

export function writtenDefinition(definition: Json): string {
  return `${JSON.stringify(definition, null, 2)}\n`;
}

/** Null where the text is no JSON object. Text is composed as the service stores it. */
export function readDefinition(text: string): Json | null {
  try {
    const json = JSON.parse(text.normalize('NFC')) as Json;
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}

/** For another procedure the file is of no use. */
export function codeOf(definition: Json): string | null {
  const code = isObject(definition) ? definition['code'] : undefined;
  return typeof code === 'string' ? code : null;
}
