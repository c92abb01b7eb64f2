import type { Instant } from '@lien-thong/domain';

/**
 * An instant as Postgres prints a timestamptz under `timezone = UTC`: `2026-11-23 02:00:00.5+00`. Throws RangeError for any other
 * offset: a session that forgot its time zone must not shift a deadline.
 */
export function instantOfText(text: string): Instant {
  const end = text.length - 3;
  if (text.slice(end) !== '+00') throw new RangeError(`no instant in UTC: ${text}`);
  const fraction = text[19] === '.' ? text.slice(20, end).padEnd(3, '0').slice(0, 3) : '000';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z` as Instant;
}

/** The same for a column that may be null. */
export function instantOrNull(text: string | null): Instant | null {
  return text === null ? null : instantOfText(text);
}
