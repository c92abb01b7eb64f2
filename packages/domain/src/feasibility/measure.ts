/**
 * What a measure of a limit must say for the value iteration. There are two: minutes (`minutes-measure.ts`), and days for a limit in
 * calendar days that rests (`days-measure.ts`), where a rest moves the due day by the days it touched.
 */
import type { Passage } from './passage.js';
import { greater } from './table.js';

/**
 * What lies ahead of every instant, times the sign of the reading: `spent` of the limit that runs now, until it ends; `later`, by how much
 * a limit that begins later is exceeded. `marked` is `spent` in a second state of the clock, whose meaning is the measure's.
 */
export interface Ahead {
  /** Null where the limit has not opened. */
  readonly spent: Int32Array | null;
  readonly marked: Int32Array | null;
  readonly later: Int32Array | null;
}

/** 1: the worst that everybody may bring about; -1: the best. */
export type Sign = 1 | -1;

/** What going from one instant to another adds to `spent`, and whether the clock is in its second state afterwards. */
export interface Going {
  readonly spent: number;
  readonly marked: boolean;
}

export interface Measure {
  readonly unit: 'minutes' | 'days';
  readonly sign: Sign;
  /** Ahead of the end of the plan. */
  ending(): Ahead;
  /** Spent when the limit's clock ends here, because another one will begin. */
  readonly closing: Int32Array;
  /** Spent by which a limit that begins here is kept; null where it falls due beyond the loaded years. */
  allowed(instant: number): number | null;
  /** The same for the first limit, with its cut-off; from where it counts, and whether its clock begins in the second state. */
  atOpening(instant: number): { readonly allowed: number | null; readonly from: number; readonly marked: boolean };
  through(ahead: Ahead, passage: Passage, limitRests: boolean): Ahead;
  /** The same for one way, to follow it. */
  going(way: {
    readonly from: number;
    readonly to: number;
    readonly limitRests: boolean;
    readonly marked: boolean;
  }): Going;
}

export function greaterAhead(a: Ahead, b: Ahead): Ahead {
  return {
    spent: greater(a.spent, b.spent),
    marked: greater(a.marked, b.marked),
    later: greater(a.later, b.later),
  };
}
