/** Keyset cursors: opaque to callers, strict on the way back. */
import { z } from 'zod';
import { isCleanText } from './json-guard.js';
import { Problem } from './problem.js';

/** The parameter of a list. */
export const cursorSchema = z
  .string()
  .max(200)
  .optional()
  .describe('`next` của trang trước · next of the page before; left out: the first page');

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
    throw cursorInvalid('cursor');
  }
  // A cursor of ours holds no such text, and a database may fault on it.
  if (Array.isArray(raw) && raw.some((value) => typeof value === 'string' && !isCleanText(value))) {
    throw cursorInvalid('cursor');
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw cursorInvalid('cursor');
  return parsed.data;
}

/** A cursor we did not give out, in the parameter of that name. */
export function cursorInvalid(field: string): Problem {
  const reason = 'không phải con trỏ do hệ thống này cấp cho đơn vị';
  return new Problem('cursor-invalid', {}, [{ field, reason, reasonEn: 'not a cursor given out here to this agency' }]);
}
