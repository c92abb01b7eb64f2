import type { CalendarDays } from '../time/duration.js';
import { wholeDays } from '../time/duration.js';
import type { Minute } from '../time/instant.js';
import { dayOf, minuteOfDay, plusDays, plusMinutes, startOfDay } from '../time/instant.js';
import type { TimeOfDay } from '../time/time-of-day.js';
import { minutesOfTime } from '../time/time-of-day.js';
import type { Calendar } from './calendar.js';

interface Reception {
  readonly receivedAt: Minute;
  /** Time of day up to which, itself included, reception counts for the same day; undefined when the procedure has none. */
  readonly cutoff: TimeOfDay | undefined;
  readonly calendar: Calendar;
}

function isAfterCutoff(receivedAt: Minute, cutoff: TimeOfDay | undefined): boolean {
  return cutoff !== undefined && minuteOfDay(receivedAt) > minutesOfTime(cutoff);
}

/**
 * The minute from which a clock counts: reception itself during working time, the next worked minute when it came while the
 * office was closed, the next working morning when it came after the cut-off (NĐ 118/2025 art. 18, the 15:00 rule).
 * Throws OutsideCalendar.
 */
export function receptionStart({ receivedAt, cutoff, calendar }: Reception): Minute {
  const day = dayOf(receivedAt);
  if (isAfterCutoff(receivedAt, cutoff) && calendar.isWorkingDay(day)) {
    return calendar.openOf(calendar.nextWorkingDay(day));
  }
  return calendar.nextOpening(receivedAt);
}

/**
 * Due minute of a same-day procedure: the close of the day of reception, or of the next working day when received after the
 * cut-off, after closing or on a day that is not worked. Exactly at the cut-off or at closing counts as before it.
 * Throws OutsideCalendar.
 */
export function sameDayDue({ receivedAt, cutoff, calendar }: Reception): Minute {
  const day = dayOf(receivedAt);
  const inTime =
    calendar.isWorkingDay(day) && receivedAt <= calendar.closeOf(day) && !isAfterCutoff(receivedAt, cutoff);
  return calendar.closeOf(inTime ? day : calendar.nextWorkingDay(day));
}

/**
 * Due minute of a limit in calendar days: the first day is not counted, the last ends at the close of its working hours; the
 * days a pause touched are added before it rolls forward to a working day. Throws OutsideCalendar.
 */
export function calendarDaysDue(limit: {
  readonly start: Minute;
  readonly days: CalendarDays;
  readonly pausedDays: number;
  readonly calendar: Calendar;
}): Minute {
  const last = plusDays(dayOf(limit.start), wholeDays(limit.days) + limit.pausedDays);
  return limit.calendar.closeOf(limit.calendar.rollForward(last));
}

/** Vietnamese calendar days touched by [from, to); 0 when it is empty. */
export function calendarDaysTouched(from: Minute, to: Minute): number {
  return to <= from ? 0 : dayOf(plusMinutes(to, -1)) - dayOf(from) + 1;
}

/** Calendar days touched by at least one of several intervals [from, to): a day with two pauses counts once. */
export function calendarDaysTouchedByAll(intervals: readonly { readonly from: Minute; readonly to: Minute }[]): number {
  const ordered = intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  let touched = 0;
  let countedThrough = -Infinity;
  for (const { from, to } of ordered) {
    const last = dayOf(plusMinutes(to, -1));
    touched += Math.max(0, last - Math.max(dayOf(from) - 1, countedThrough));
    countedThrough = Math.max(countedThrough, last);
  }
  return touched;
}

/** How finely a promise is judged: by the minute, by half days (from 00:00 and 12:00) or by days, in Vietnamese time. */
export type Granularity = 'minute' | 'halfDay' | 'day';

/** The granule [from, to) that contains the due minute; for `minute` both are the due minute itself. */
export function granule({ due, granularity }: { readonly due: Minute; readonly granularity: Granularity }): {
  readonly from: Minute;
  readonly to: Minute;
} {
  if (granularity === 'minute') return { from: due, to: due };
  const midnight = startOfDay(dayOf(due));
  const noon = plusMinutes(midnight, 720);
  const nextMidnight = plusMinutes(midnight, 1440);
  if (granularity === 'day') return { from: midnight, to: nextMidnight };
  return due < noon ? { from: midnight, to: noon } : { from: noon, to: nextMidnight };
}

interface Limit {
  readonly due: Minute;
  readonly granularity: Granularity;
  readonly calendar: Calendar;
}

/**
 * The first minute at which a clock that runs on is overdue: one worked minute after the end of the due granule. A limit
 * that ends on Friday 17:00, judged by the day, breaches on Monday 07:31. Throws OutsideCalendar.
 */
export function breachFiresAt({ due, granularity, calendar }: Limit): Minute {
  return calendar.addWork(granule({ due, granularity }).to, 1);
}

export type Outcome = 'early' | 'onTime' | 'overdue';

/**
 * Outcome of what ended at `end`: overdue when a working minute lies between the end of the due granule and it, early when it
 * lies before the granule, else on time. Throws OutsideCalendar.
 */
export function outcomeAt({ due, granularity, calendar, end }: Limit & { readonly end: Minute }): Outcome {
  const { from, to } = granule({ due, granularity });
  if (calendar.workBetween(to, end) > 0) return 'overdue';
  return end < from ? 'early' : 'onTime';
}
