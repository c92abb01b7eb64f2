/** Which starts a reading breaches, and where they lie in the day, the week and the year. */
import type { IsoDate, Minute } from '../time/instant.js';
import { isoOfDay, plusDays, weekdayOf } from '../time/instant.js';
import type { MinuteGrid } from './minute-grid.js';
import { minuteAt } from './minute-grid.js';
import { HOURS_OF_DAY, hourOf } from './start-grid.js';

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

/** Starts and breaches by some whole number: an hour, a weekday, a day. */
class Tally {
  private readonly starts: Int32Array;
  private readonly breaching: Int32Array;

  constructor(size: number) {
    [this.starts, this.breaching] = [new Int32Array(size), new Int32Array(size)];
  }

  add(key: number, isBreaching: boolean): void {
    this.starts[key]! += 1;
    if (isBreaching) this.breaching[key]! += 1;
  }

  /** Those with starts, in the order of the keys. */
  all(): readonly (Counted & { readonly key: number })[] {
    return [...this.starts].flatMap((starts, key) =>
      starts === 0 ? [] : [{ key, starts, breaching: this.breaching[key]! }],
    );
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
  let worst = starts[0]!;
  for (const start of starts) if (excess[start]! > excess[worst]!) worst = start;
  return worst;
}

function countsOf({ grid, starts, excess }: Question) {
  const [hours, weekdays, dates] = [new Tally(HOURS_OF_DAY), new Tally(8), new Tally(grid.days)];
  for (const start of starts) {
    const isBreaching = excess[start]! > 0;
    const day = grid.dayAt[start]!;
    hours.add(hourOf(grid, start), isBreaching);
    weekdays.add(weekdayOf(plusDays(grid.firstDay, day)), isBreaching);
    dates.add(day, isBreaching);
  }
  return { hours: hours.all(), weekdays: weekdays.all(), dates: dates.all().filter(({ breaching }) => breaching > 0) };
}

/** Counts the starts whose excess is positive. Pure. */
export function breachesOf(question: Question): Breaches {
  const { grid, starts, excess } = question;
  const worst = worstOf(question);
  let [breaching, worstStarts] = [0, 0];
  for (const start of starts) {
    if (excess[start]! > 0) breaching += 1;
    if (excess[start] === excess[worst]) worstStarts += 1;
  }
  const { hours, weekdays, dates } = countsOf(question);
  return {
    starts: starts.length,
    breaching,
    share: breaching / starts.length,
    worstSlack: 0 - excess[worst]!,
    worstStart: minuteAt(grid, worst),
    worstStarts,
    hours: hours.map(({ key: hour, ...count }) => ({ hour, ...count })),
    weekdays: weekdays.map(({ key: weekday, ...count }) => ({ weekday, ...count })),
    dates: dates.map(({ key, ...count }) => ({ date: isoOfDay(plusDays(grid.firstDay, key)), ...count })),
  };
}
