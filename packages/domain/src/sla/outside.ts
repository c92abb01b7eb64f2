import { OutsideCalendar } from '../calendar/calendar.js';
import type { Calendar } from '../calendar/calendar.js';
import { dayOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';

/** The answer of a calendar that does not reach that far: never a number, so that nobody can take it for a good one (law 8). */
export const OUTSIDE = Symbol('outside the calendar');

/** Asks a calendar; `OUTSIDE` where it throws OutsideCalendar. Any other error is a fault and passes. */
export function asked<T>(question: () => T): T | typeof OUTSIDE {
  try {
    return question();
  } catch (error) {
    if (error instanceof OutsideCalendar) return OUTSIDE;
    throw error;
  }
}

/** Asks a calendar; null where it does not reach that far. */
export function askedOrNull<T>(question: () => T): T | null {
  const answer = asked(question);
  return answer === OUTSIDE ? null : answer;
}

/** Whether the minute lies on a day the calendar knows. */
export function reaches(calendar: Calendar, minute: Minute): boolean {
  const day = dayOf(minute);
  return day >= calendar.firstDay && day <= calendar.lastDay;
}
