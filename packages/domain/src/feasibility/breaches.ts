/** Which starts a reading breaches, and where they lie in the day, the week and the year. */
import type { IsoDate, Minute } from '../time/instant.js';
import { isoOfDay, minuteOfDay, plusDays, weekdayOf } from '../time/instant.js';
import type { MinuteGrid } from './minute-grid.js';
import { minuteAt } from './minute-grid.js';

interface Counted {
  readonly starts: number;
  readonly breaching: number;
}

export interface Breaches extends Counted {
  /** Of the starts, 0 to 1. */
  readonly share: number;
  /** Left of the limit at the worst start; negative: exceeded. Minutes of the legal calendar, or days (`slackUnit` of the proof). */
  readonly worstSlack: number;
  /** The first start that has it, and how many have it. */
  readonly worstStart: Minute;
  readonly worstStarts: number;
  /** By hour of the Vietnamese day, 0 to 23; hours in which nobody can begin are left out. */
  readonly hours: readonly (Counted & { readonly hour: number })[];
  /** 1 = Monday to 7 = Sunday. */
  readonly weekdays: readonly (Counted & { readonly weekday: number })[];
  /** Days with at least one breaching start, in order. */
  readonly dates: readonly (Counted & { readonly date: IsoDate })[];
}

class Tally {
  private readonly counts = new Map<number, { starts: number; breaching: number }>();

  add(key: number, breaching: boolean): void {
    const count = this.counts.get(key) ?? { starts: 0, breaching: 0 };
    count.starts += 1;
    count.breaching += breaching ? 1 : 0;
    this.counts.set(key, count);
  }

  /** In the order of the keys. */
  all(): readonly (Counted & { readonly key: number })[] {
    return [...this.counts].sort(([a], [b]) => a - b).map(([key, count]) => ({ key, ...count }));
  }
}

interface Question {
  readonly grid: MinuteGrid;
  /** Instants; at least one. */
  readonly starts: Int32Array;
  /** By how much a start exceeds the limit, per instant. */
  readonly excess: Int32Array;
}

/** The first of the starts with the greatest excess. */
export function worstOf({ starts, excess }: Omit<Question, 'grid'>): number {
  return starts.reduce((worst, start) => (excess[start]! > excess[worst]! ? start : worst), starts[0]!);
}

/** Counts the starts whose excess is positive. Pure. */
export function breachesOf({ grid, starts, excess }: Question): Breaches {
  const [hours, weekdays, dates] = [new Tally(), new Tally(), new Tally()];
  const worst = worstOf({ starts, excess });
  let [breaching, worstStarts] = [0, 0];
  for (const start of starts) {
    const isBreaching = excess[start]! > 0;
    const day = plusDays(grid.firstDay, grid.dayAt[start]!);
    breaching += isBreaching ? 1 : 0;
    worstStarts += excess[start] === excess[worst] ? 1 : 0;
    hours.add(Math.floor(minuteOfDay(minuteAt(grid, start)) / 60), isBreaching);
    weekdays.add(weekdayOf(day), isBreaching);
    dates.add(day, isBreaching);
  }
  return {
    starts: starts.length,
    breaching,
    share: breaching / starts.length,
    worstSlack: 0 - excess[worst]!,
    worstStart: minuteAt(grid, worst),
    worstStarts,
    hours: hours.all().map(({ key, ...count }) => ({ hour: key, ...count })),
    weekdays: weekdays.all().map(({ key, ...count }) => ({ weekday: key, ...count })),
    dates: dates
      .all()
      .filter((date) => date.breaching > 0)
      .map(({ key, ...count }) => ({ date: isoOfDay(plusDays(grid.firstDay, key - grid.firstDay)), ...count })),
  };
}
