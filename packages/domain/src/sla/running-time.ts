/** Where a clock ran, as stretches of time, and what can be asked of them: minutes used, and when so many were used. */
import type { Calendar } from '../calendar/calendar.js';
import { calendarDaysTouchedByAll } from '../calendar/deadline.js';
import type { Minute } from '../time/instant.js';
import type { Clock, Stretch } from './clock.js';

/**
 * `closed` holds the minutes that counted, in order. `open`: the minute from which it goes on counting; null while it rests.
 * A stopped clock is looked at as if it ran on from its stop: that is how its due instant is known when it ended early.
 */
export interface RunningTime {
  readonly closed: readonly Stretch[];
  readonly open: Minute | null;
}

function later(a: Minute, b: Minute): Minute {
  return a > b ? a : b;
}

/** The running time of a clock, without what lies before its first minute that counts. */
export function runningTimeOf(clock: Clock): RunningTime {
  const open = clock.status === 'stopped' ? clock.stoppedAt : clock.runningSince;
  return {
    closed: clock.stretches
      .map(({ from, to }) => ({ from: later(from, clock.countsFrom), to }))
      .filter(({ from, to }) => from < to),
    open: open === null ? null : later(open, clock.countsFrom),
  };
}

/** Working minutes in the closed stretches. Throws OutsideCalendar. */
export function minutesUsed({ closed }: RunningTime, calendar: Calendar): number {
  return closed.reduce((sum, { from, to }) => sum + calendar.workBetween(from, to), 0);
}

/** First instant at which `minutes` working minutes are used; null when it rests before. Throws OutsideCalendar. */
export function instantWhenUsed(time: RunningTime, minutes: number, calendar: Calendar): Minute | null {
  let remaining = minutes;
  for (const { from, to } of time.closed) {
    const worked = calendar.workBetween(from, to);
    if (remaining <= worked) return calendar.addWork(from, remaining);
    remaining -= worked;
  }
  return time.open === null ? null : calendar.addWork(time.open, remaining);
}

/** First instant with a working minute used after `instant`; null when it rests before. Throws OutsideCalendar. */
export function firstUseAfter(time: RunningTime, instant: Minute, calendar: Calendar): Minute | null {
  const closed = time.closed
    .map(({ from, to }) => ({ from: later(from, instant), to }))
    .filter(({ from, to }) => from < to);
  const open = time.open === null ? null : later(time.open, instant);
  return instantWhenUsed({ closed, open }, 1, calendar);
}

/** First instant not before `instant` at which the clock runs; null when it rests from there on. */
export function firstRunningAt(time: RunningTime, instant: Minute): Minute | null {
  const stretch = time.closed.find(({ to }) => instant < to);
  if (stretch !== undefined) return later(stretch.from, instant);
  return time.open === null ? null : later(time.open, instant);
}

/** The rests of a clock before the stretch that begins at `until`, as intervals [from, to). */
export function restsBefore(clock: Clock, until: Minute): readonly Stretch[] {
  const rests: Stretch[] = [];
  let restFrom = clock.startedAt;
  for (const { from, to } of clock.stretches) {
    if (from >= until) break;
    rests.push({ from: restFrom, to: from });
    restFrom = to;
  }
  rests.push({ from: restFrom, to: until });
  return rests.filter(({ from, to }) => from < to);
}

/** Calendar days (Asia/Ho_Chi_Minh) touched by the rests before `until`; a day touched by two rests counts once. */
export function daysRestedBefore(clock: Clock, until: Minute): number {
  if (clock.stretches.length === 0 && clock.startedAt === until) return 0;
  return calendarDaysTouchedByAll(restsBefore(clock, until));
}
