/** When a clock's budget is used up. */
import type { Calendar } from '../calendar/calendar.js';
import { calendarDaysDue } from '../calendar/deadline.js';
import { calendarDays } from '../time/duration.js';
import type { Minute } from '../time/instant.js';
import type { Clock } from './clock.js';
import type { RunningTime } from './running-time.js';
import { daysRestedBefore, instantWhenUsed } from './running-time.js';

/** Due of a limit in calendar days: moved by the days rested before it, fixed once the clock has run into it. */
function calendarDaysReached(clock: Clock, time: RunningTime, legal: Calendar): Minute | null {
  if (clock.budget.unit !== 'calendarDays') return null;
  const days = calendarDays(clock.budget.days);
  const dueWhenRunningFrom = (from: Minute): Minute => {
    const limit = { start: clock.countsFrom, days, pausedDays: daysRestedBefore(clock, from), calendar: legal };
    return calendarDaysDue(limit);
  };
  for (const { from, to } of time.closed) {
    const due = dueWhenRunningFrom(from);
    if (due <= to) return due;
  }
  return time.open === null ? null : dueWhenRunningFrom(time.open);
}

/** First instant with used = budget; null where there is no budget or the clock rests short of it. Throws OutsideCalendar. */
export function dueOf(clock: Clock, time: RunningTime, legal: Calendar): Minute | null {
  if (clock.budget.unit === 'work') return instantWhenUsed(time, clock.budget.minutes, legal);
  return calendarDaysReached(clock, time, legal);
}
