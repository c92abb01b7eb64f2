/** Limits of the law and budgets of legs as what a clock may consume, and the minute from which they count (DESIGN 4.3). */
import type { Calendar } from '../calendar/calendar.js';
import { receptionStart, sameDayDue } from '../calendar/deadline.js';
import type { CalendarDays, Duration, WorkDuration } from '../time/duration.js';
import { isCalendarDays, isSameDay, wholeDays, workMinutes } from '../time/duration.js';
import { dayOf, plusDays, startOfDay } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import type { TimeOfDay } from '../time/time-of-day.js';
import { timeOfDay } from '../time/time-of-day.js';
import type { Budget } from './clock.js';
import { OUTSIDE, asked } from './outside.js';

/** What a leg may consume, in minutes of the legal calendar. */
export function workBudget(duration: WorkDuration, legal: Calendar): Budget {
  return { unit: 'work', minutes: workMinutes(duration, legal.minutesPerDay) };
}

export function calendarDaysBudget(duration: CalendarDays): Budget {
  return { unit: 'calendarDays', days: wholeDays(duration) };
}

/** A limit that begins at a minute: by what and from when it is counted. */
export interface CountedLimit {
  readonly budget: Budget;
  readonly countsFrom: Minute;
}

/** The cut-off a procedure sets, `15:00` in its text; undefined when it sets none. */
export function cutoffOf(text: string | null): TimeOfDay | undefined {
  return text === null ? undefined : timeOfDay(text);
}

/**
 * A minute the calendar does not reach, so that whatever counts from it is `notComputable`: the reception itself when it lies
 * before the first day, else the end of the last one.
 */
function unreachable(receivedAt: Minute, legal: Calendar): Minute {
  return dayOf(receivedAt) < legal.firstDay ? receivedAt : startOfDay(plusDays(legal.lastDay, 1));
}

/**
 * From when the transfer counts: reception, or the next working morning when it came after the cut-off (exactly at it counts as
 * before it).
 */
export function transferCountsFrom(receivedAt: Minute, cutoff: TimeOfDay | undefined, legal: Calendar): Minute {
  if (cutoff === undefined) return receivedAt;
  const from = asked(() => receptionStart({ receivedAt, cutoff, calendar: legal }));
  return from === OUTSIDE ? unreachable(receivedAt, legal) : from;
}

/**
 * A same-day limit: its due is the close of a day, and its budget the working minutes until then, so that a rest moves it by
 * minutes. What comes after the cut-off, after closing or on a closed day counts as received on the next working morning.
 */
function sameDayLimit(from: Minute, cutoff: TimeOfDay | undefined, legal: Calendar): CountedLimit {
  const due = asked(() => sameDayDue({ receivedAt: from, cutoff, calendar: legal }));
  if (due === OUTSIDE) {
    return { budget: { unit: 'work', minutes: legal.minutesPerDay }, countsFrom: unreachable(from, legal) };
  }
  const countsFrom = dayOf(due) === dayOf(from) ? from : legal.openOf(dayOf(due));
  return { budget: { unit: 'work', minutes: legal.workBetween(countsFrom, due) }, countsFrom };
}

/**
 * A statutory limit counted from `from`. `cutoff` matters to same-day limits only, and only at reception. Never throws: where the
 * calendar does not reach, the limit counts from where it cannot be computed.
 */
export function countedLimit(
  limit: Duration,
  from: Minute,
  rules: { legal: Calendar; cutoff: TimeOfDay | undefined },
): CountedLimit {
  const { legal, cutoff } = rules;
  if (isSameDay(limit)) return sameDayLimit(from, cutoff, legal);
  if (isCalendarDays(limit)) return { budget: calendarDaysBudget(limit), countsFrom: from };
  return { budget: workBudget(limit, legal), countsFrom: from };
}
