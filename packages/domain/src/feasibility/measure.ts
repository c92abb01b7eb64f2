/**
 * What a measure of a limit must say for the value iteration. There are two: minutes (`minutes-measure.ts`), and days for a limit in
 * calendar days that rests (`days-measure.ts`), where a rest moves the due day by the days it touched. `V` is how a measure writes down a
 * number per instant.
 */
import type { Passage } from './passage.js';

/**
 * What lies ahead of every instant, times the sign of the reading: `spent` of the limit that runs now, until it ends; `later`, by how much
 * a limit that begins later is exceeded. `marked` is `spent` in a second state of the clock, whose meaning is the measure's.
 */
export interface Ahead<V> {
  /** Null where the limit has not opened. */
  readonly spent: V | null;
  readonly marked: V | null;
  readonly later: V | null;
}

/** 1: the worst that everybody may bring about; -1: the best. */
export type Sign = 1 | -1;

/** What going from one instant to another adds to `spent`, and whether the clock is in its second state afterwards. */
export interface Going {
  readonly spent: number;
  readonly marked: boolean;
}

/** When and for how much a limit is good that begins at an instant. Read from an instant, one at a time. */
export interface Allowance {
  readonly unit: 'minutes' | 'days';
  /** Spent by which it is kept; -1 where it falls due beyond the loaded years. */
  allowed(instant: number): number;
  /** The same for the first limit, with its cut-off. */
  allowedFirst(instant: number): number;
  /** From where the first limit counts; until there its clock is in the second state. */
  countsFrom(instant: number): number;
  going(way: {
    readonly from: number;
    readonly to: number;
    readonly limitRests: boolean;
    readonly marked: boolean;
  }): Going;
}

export interface Measure<V> extends Allowance {
  readonly sign: Sign;
  /** Ahead of the end of the plan. */
  ending(): Ahead<V>;
  through(ahead: Ahead<V>, passage: Passage, limitRests: boolean): Ahead<V>;
  /** By how much the first limit is exceeded that opens at each instant. */
  opened(ahead: Ahead<V>): V;
  /** The same for one that begins anew. */
  fresh(spent: V): V;
  bestEnd(passage: Passage, gain: V): V;
  /** Spent when the clock ends here because another begins; only where the reached excess of later ones is not negative, if one is given. */
  closing(reached: V | null): V;
  /** The greater per instant; the first one is the caller's own and may be written to. */
  greater(own: V, other: V): V;
  /** Nobody knows what is ahead from this instant on. */
  unknownFrom(own: V, instant: number): V;
  at(values: V, instant: number): number;
  table(values: V): Int32Array;
}

/** Either of two that may be absent, or the greater. */
export function greaterOf<V>({ greater }: Measure<V>, own: V | null, other: V | null): V | null {
  return own === null || other === null || own === other ? (own ?? other) : greater(own, other);
}
