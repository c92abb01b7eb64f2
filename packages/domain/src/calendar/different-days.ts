/** Where two calendars say something else: what a restatement has to look at. */
import type { Day } from '../time/instant.js';
import { plusDays, startOfDay } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import type { Calendar } from './calendar.js';
import type { WorkBlock } from './layers.js';

function sameBlocks(a: readonly WorkBlock[], b: readonly WorkBlock[]): boolean {
  return a.length === b.length && a.every(({ from, to }, i) => from === b[i]?.from && to === b[i]?.to);
}

/**
 * Days (Viet Nam) that are worked otherwise, in order; days that only one of the two reaches are among them. A day that is provisional
 * in one and certain in the other is none: it moves no minute.
 */
export function differentDays(a: Calendar, b: Calendar): readonly Day[] {
  const days: Day[] = [];
  const last = a.lastDay > b.lastDay ? a.lastDay : b.lastDay;
  for (let day = a.firstDay < b.firstDay ? a.firstDay : b.firstDay; day <= last; day = plusDays(day, 1)) {
    const reached = [a, b].every(({ firstDay, lastDay }) => day >= firstDay && day <= lastDay);
    if (!reached || !sameBlocks(a.blocksOf(day), b.blocksOf(day))) days.push(day);
  }
  return days;
}

/** How one version of a calendar differs from another. */
export interface CalendarChange {
  /** The first minute that may be reckoned otherwise; null when none is. */
  readonly since: Minute | null;
  readonly days: readonly Day[];
  /** Whether `1wd` is as long as before. */
  readonly sameLength: boolean;
}

/** Compares whole calendars, some milliseconds: to be asked once for a pair of versions. */
export function calendarChange(from: Calendar, to: Calendar): CalendarChange {
  const days = differentDays(from, to);
  const [first] = days;
  const since = first === undefined ? null : startOfDay(first);
  return { since, days, sameLength: from.minutesPerDay === to.minutesPerDay };
}
