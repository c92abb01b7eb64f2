/** Counters of codes and feeds: one row each, locked from the taking of a number to the end of the transaction. */
import type { CodeCounter } from '@lien-thong/engine';
import { binaryArray } from './binary-array.js';
import type { Statement } from './columns.js';
import type { RowReader } from './raw-row.js';

// `with ordinality … order by` keeps the order of the caller, which is the lock order.
export const TAKE_CODES: Statement = {
  name: 'take-codes',
  text: `insert into code_counter (scope, day, last)
    select s.scope, s.day, s.count
    from unnest($1::text[], $2::text[], $3::int4[]) with ordinality as s (scope, day, count, place) order by s.place
    on conflict (scope, day) do update set last = code_counter.last + excluded.last
    returning scope || ' ' || day, last`,
};

export type CodeRequest = CodeCounter & { readonly count: number };

export function codeValues(requests: readonly CodeRequest[]): Buffer[] {
  return [
    binaryArray(
      'text',
      requests.map(({ scope }) => scope),
    ),
    binaryArray(
      'text',
      requests.map(({ day }) => day),
    ),
    binaryArray(
      'int4',
      requests.map(({ count }) => count),
    ),
  ];
}

/** The first number of each request, in the order asked, from rows of (counter, last). */
export function firstNumbers(
  rows: readonly RowReader[],
  requests: readonly { readonly counter: string; readonly count: number }[],
): readonly number[] {
  const lasts = new Map(rows.map((row) => [row.text(), row.integer()]));
  return requests.map(({ counter, count }) => {
    const last = lasts.get(counter);
    if (last === undefined) throw new Error(`no number for ${counter}`);
    return last - count + 1;
  });
}
