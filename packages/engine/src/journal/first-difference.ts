import { canonicalJson } from '@lien-thong/domain';

export interface Difference {
  /** `stretches.0.to`; empty when the values differ as a whole. */
  readonly path: string;
  readonly expected: unknown;
  readonly found: unknown;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Undefined members count as absent, as they do in the canonical text. */
function same(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

/** Where two JSON values first differ, keys in their canonical order; null when their canonical texts are equal, byte for byte. */
export function firstDifference(expected: unknown, found: unknown, path = ''): Difference | null {
  if (same(expected, found)) return null;
  if (!isObject(expected) || !isObject(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return { path, expected, found };
  }
  for (const key of [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort()) {
    const deeper = firstDifference(expected[key], found[key], path === '' ? key : `${path}.${key}`);
    if (deeper !== null) return deeper;
  }
  return { path, expected, found };
}
