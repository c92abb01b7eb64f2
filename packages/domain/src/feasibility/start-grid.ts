/** The starts of a proof by day and hour of reception: the picture of a year that shows Tết, Fridays and the last hour of the day. */
import type { Day } from '../time/instant.js';
import type { MinuteGrid } from './minute-grid.js';

export const HOURS_OF_DAY = 24;
const MINUTES_PER_HOUR = 60;

/**
 * Minutes of reception by day and hour, each 0 to 60; the cell of a day and an hour (0 to 23, Asia/Ho_Chi_Minh) is at
 * `day * 24 + hour`. A cell without `starts` and `excluded` is one in which nobody can begin. Plain data: it may cross to another thread.
 */
export interface StartGrid {
  /** The day of the first cells; Vietnamese days, one after the other. */
  readonly firstDay: Day;
  readonly days: number;
  readonly starts: Uint8Array;
  /** Of the starts: those from which the limit may be broken, and those from which it is, however quick everybody is. */
  readonly breaching: Uint8Array;
  readonly unavoidable: Uint8Array;
  /** Beside the starts: those whose paths leave the loaded years, of which nothing is known. */
  readonly excluded: Uint8Array;
}

interface Question {
  readonly grid: MinuteGrid;
  /** Instants at which somebody can begin, in order; at least one. */
  readonly starts: Int32Array;
  /** Whether an instant's paths stay within the loaded years. */
  readonly isProvable: (start: number) => boolean;
  /** By how much a start exceeds the limit in the worst and in the best case, per instant. */
  readonly worst: Int32Array;
  readonly best: Int32Array;
}

/** The hour of the Vietnamese day an instant of the grid lies in. */
export function hourOf(grid: MinuteGrid, instant: number): number {
  return Math.floor((grid.at[instant]! - grid.at[grid.midnight[grid.dayAt[instant]!]!]!) / MINUTES_PER_HOUR);
}

/** Counts every start in its cell, from the day of the first to the day of the last (DESIGN 4.6: starts are opening minutes). Pure. */
export function startGrid({ grid, starts, isProvable, worst, best }: Question): StartGrid {
  const first = grid.dayAt[starts[0]!]!;
  const days = grid.dayAt[starts.at(-1)!]! - first + 1;
  const tally = (): Uint8Array => new Uint8Array(days * HOURS_OF_DAY);
  const cells = { starts: tally(), breaching: tally(), unavoidable: tally(), excluded: tally() };
  for (const start of starts) {
    const cell = (grid.dayAt[start]! - first) * HOURS_OF_DAY + hourOf(grid, start);
    if (!isProvable(start)) {
      cells.excluded[cell]! += 1;
      continue;
    }
    cells.starts[cell]! += 1;
    if (worst[start]! > 0) cells.breaching[cell]! += 1;
    if (best[start]! > 0) cells.unavoidable[cell]! += 1;
  }
  return { firstDay: (grid.firstDay + first) as Day, days, ...cells };
}
