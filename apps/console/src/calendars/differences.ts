/** What differs between two definitions, in the days one sees. Pure. */
import type { CalendarDefinition } from '@lien-thong/client';
import type { CalendarDay } from './year-grid.js';

export interface Differences {
  readonly onlyMine: readonly CalendarDay[];
  readonly onlyTheirs: readonly CalendarDay[];
  /** Hours, noticed years or the reason are others. */
  readonly besides: boolean;
  readonly notice: boolean;
}

/** Order of the fields does not count. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
}

export function differences(mine: CalendarDefinition, theirs: CalendarDefinition): Differences {
  const without = (from: readonly CalendarDay[], others: readonly CalendarDay[]) =>
    from.filter((day) => !others.some((other) => same(day, other)));
  const rest = ({ hours, noticedYears, reason }: CalendarDefinition) => ({ hours, noticedYears, reason });
  return {
    onlyMine: without(mine.exceptions, theirs.exceptions),
    onlyTheirs: without(theirs.exceptions, mine.exceptions),
    besides: !same(rest(mine), rest(theirs)),
    notice: !same(mine.notice, theirs.notice),
  };
}

export function isSame(a: CalendarDefinition | null, b: CalendarDefinition | null): boolean {
  return same(a, b);
}
