/** Why the due instant is this one: the days still ahead of the clock, block by block, up to exactly its budget. */
import type { Calendar } from '../../calendar/calendar.js';
import { dayOf, isoOfDay, plusDays } from '../../time/instant.js';
import type { IsoDate, Minute } from '../../time/instant.js';
import type { Clock } from '../clock.js';
import type { CountedDay } from './explain-days.js';
import { countedDays, wholeDay } from './explain-days.js';
import { askedOrNull } from '../outside.js';

/** Of a limit in calendar days: the first is not counted, the last ends at the close of its hours, closed days roll it forward. */
export interface CountedCalendarDays {
  /** The day it counts from, itself not counted. */
  readonly notCounted: IsoDate;
  readonly days: number;
  /** Days its rests touched, added. */
  readonly pausedDays: number;
  /** Where the count ends. */
  readonly last: IsoDate;
  /** Closed days it rolls over from there, each with its notice. */
  readonly rolledOver: readonly CountedDay[];
}

export interface ExplainedDue {
  readonly at: Minute;
  /** Days from the moment looked at to the due instant; the running total goes on and ends with the budget. Empty once it is past. */
  readonly days: readonly CountedDay[];
  /** Null for a budget in working minutes. */
  readonly calendarDays: CountedCalendarDays | null;
}

/** Every closed day from the end of the count up to the working day it rolls to. Throws OutsideCalendar. */
export function countedCalendarDays(
  { countsFrom, days, pausedDays }: { readonly countsFrom: Minute; readonly days: number; readonly pausedDays: number },
  legal: Calendar,
): CountedCalendarDays {
  const first = dayOf(countsFrom);
  const last = plusDays(first, days + pausedDays);
  const rolledOver: CountedDay[] = [];
  for (let day = last; day < legal.rollForward(last); day = plusDays(day, 1)) rolledOver.push(wholeDay(day, legal));
  return { notCounted: isoOfDay(first), days, pausedDays, last: isoOfDay(last), rolledOver };
}

/**
 * The way to the due instant of a clock that runs, from `at` on; `before`: what it has used by then. Null for a clock that rests, has
 * stopped or has no due instant, and where the calendar does not reach. Pure.
 */
export function explainDue(
  clock: Clock,
  { at, before, legal }: { readonly at: Minute; readonly before: number | null; readonly legal: Calendar },
): ExplainedDue | null {
  const { dueAt, budget, countsFrom, pausedDays, runningSince } = clock;
  if (dueAt === null || before === null || runningSince === null) return null;
  const begins = [runningSince, countsFrom].reduce((latest, each) => (each > latest ? each : latest), at);
  return askedOrNull(() => ({
    at: dueAt,
    days: begins < dueAt ? countedDays({ from: begins, to: dueAt }, { legal, before }) : [],
    calendarDays:
      budget.unit === 'calendarDays' ? countedCalendarDays({ countsFrom, days: budget.days, pausedDays }, legal) : null,
  }));
}
