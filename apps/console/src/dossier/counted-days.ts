/** Days of a proof as they are shown: neighbouring days without work for the same reason stand in one line. */
import type { PromiseExplanation } from '@lien-thong/client';

export type CountedDay = NonNullable<NonNullable<PromiseExplanation['parts']>[number]['days']>[number];

export interface ShownDays {
  /** The days of the line, at least one. */
  readonly days: readonly CountedDay[];
  readonly first: CountedDay;
  readonly last: CountedDay;
  /** Working minutes counted on it, and up to its end; null where it has none. */
  readonly minutes: number | null;
  readonly total: number | null;
}

const isAlike = (a: CountedDay, b: CountedDay) =>
  a.blocks.length === 0 &&
  b.blocks.length === 0 &&
  a.because === b.because &&
  a.name === b.name &&
  a.notice === b.notice &&
  a.provisional === b.provisional;

/** Pure. */
export function shownDays(days: readonly CountedDay[]): readonly ShownDays[] {
  const lines: CountedDay[][] = [];
  for (const day of days) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (line !== undefined && before !== undefined && isAlike(before, day)) line.push(day);
    else lines.push([day]);
  }
  return lines.flatMap((line) => {
    const [first, last] = [line[0], line.at(-1)];
    if (first === undefined || last === undefined) return [];
    const minutes = first.blocks.length === 0 ? null : first.blocks.reduce((sum, block) => sum + block.minutes, 0);
    return [{ days: line, first, last, minutes, total: first.blocks.at(-1)?.total ?? null }];
  });
}
