/** Keyset cursors: opaque to callers, strict on the way back. */
import type { z } from 'zod';
import { Problem } from './problem.js';

/** Packs the sort values of the last row. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Unpacks a cursor against the shape it must have. Throws `cursor-invalid`. */
export function decodeCursor<Schema extends z.ZodType>(cursor: string, schema: Schema): z.infer<Schema> {
  let raw: unknown;
  try {
    raw = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new Problem('cursor-invalid');
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new Problem('cursor-invalid');
  return parsed.data;
}
