/** Days as the law counts them, over the instants of a grid: working mornings, closings, cut-offs, what a limit allows (DESIGN 4.3). */
import type { Duration } from '../time/duration.js';
import { isCalendarDays, isSameDay, wholeDays, workMinutes } from '../time/duration.js';
import { minuteOfDay } from '../time/instant.js';
import type { TimeOfDay } from '../time/time-of-day.js';
import { minutesOfTime } from '../time/time-of-day.js';
import { table } from './table.js';
import type { MinuteGrid, OfficeMinutes } from './minute-grid.js';
import { minuteAt } from './minute-grid.js';

export interface LegalDays {
  readonly grid: MinuteGrid;
  readonly legal: OfficeMinutes;
  readonly minutesPerDay: number;
  isWorked(day: number): boolean;
  /** The first worked day ≥ day; the number of days when the loaded years end before. */
  rollForward(day: number): number;
  /** Instant of the first worked minute of a worked day; the size of the grid beyond the loaded years. */
  opening(day: number): number;
  /** Instant at which a worked day closes; the size of the grid beyond the loaded years. */
  closing(day: number): number;
}

function nextWorkedDays(grid: MinuteGrid, legal: OfficeMinutes): Int32Array {
  const next = new Int32Array(grid.days + 1).fill(grid.days);
  for (let d = grid.days - 1; d >= 0; d--) {
    const [before, after] = [legal.workedBefore[grid.midnight[d] ?? 0], legal.workedBefore[grid.midnight[d + 1] ?? 0]];
    next[d] = after === before ? (next[d + 1] ?? grid.days) : d;
  }
  return next;
}

/** The days of the first office of the grid, which is the law. */
export function legalDays(grid: MinuteGrid, minutesPerDay: number): LegalDays {
  const legal = grid.offices[0];
  if (legal === undefined) throw new RangeError('a grid without an office');
  const next = nextWorkedDays(grid, legal);
  const workedBy = (day: number): number => legal.workedBefore[grid.midnight[day] ?? 0] ?? 0;
  return {
    grid,
    legal,
    minutesPerDay,
    isWorked: (day) => next[day] === day && day < grid.days,
    rollForward: (day) => next[Math.min(day, grid.days)] ?? grid.days,
    opening: (day) => (day >= grid.days ? grid.size : (legal.reachedAt[workedBy(day) + 1] ?? grid.size + 1) - 1),
    closing: (day) => (day >= grid.days ? grid.size : (legal.reachedAt[workedBy(day + 1)] ?? grid.size)),
  };
}

function isLate({ grid }: LegalDays, instant: number, cutoff: TimeOfDay | null): boolean {
  return cutoff !== null && minuteOfDay(minuteAt(grid, instant)) > minutesOfTime(cutoff);
}

/**
 * From which instant each arrival counts: itself, or the next working morning after the cut-off of a working day. An arrival before such a
 * morning counts from there too: the law works no minute in between, and so the table only rises.
 */
export function countsFrom(days: LegalDays, cutoff: TimeOfDay | null): Int32Array {
  const { grid } = days;
  const from = table(grid.size, (i) => i);
  if (cutoff === null) return from;
  const latest = minutesOfTime(cutoff);
  let morning = 0;
  for (let day = 0; day < grid.days; day++) {
    const midnight = grid.at[grid.midnight[day]!]!;
    const next = days.isWorked(day) ? days.opening(days.rollForward(day + 1)) : 0;
    for (let i = grid.midnight[day]!; i < grid.midnight[day + 1]!; i++) {
      if (grid.at[i]! - midnight > latest) morning = Math.max(morning, next);
      from[i] = Math.max(i, morning);
    }
  }
  from[grid.size - 1] = grid.size;
  return from;
}

/** Close of the day of reception, or of the next working day: after the cut-off, after closing, on a day that is not worked. */
function sameDayDue(days: LegalDays, instant: number, cutoff: TimeOfDay | null): number {
  const day = days.grid.dayAt[instant] ?? 0;
  const inTime = days.isWorked(day) && instant <= days.closing(day) && !isLate(days, instant, cutoff);
  return days.closing(inTime ? day : days.rollForward(day + 1));
}

/** Close of the last of so many calendar days, the first not counted, rolled forward to a working day; for each instant. */
export function calendarDaysDue(days: LegalDays, count: number): Int32Array {
  const { grid } = days;
  const dueOfDay = table(grid.days + 1, (d) => days.closing(days.rollForward(d + count)));
  return table(grid.size, (i) => dueOfDay[grid.dayAt[i] ?? 0] ?? grid.size);
}

/** For each instant the one at which a limit that begins there falls due without rests; null for a limit that is minutes. */
export function dueOfLimit(days: LegalDays, limit: Duration, cutoff: TimeOfDay | null): Int32Array | null {
  if (isCalendarDays(limit)) return calendarDaysDue(days, wholeDays(limit));
  if (!isSameDay(limit)) return null;
  return table(days.grid.size, (i) => sameDayDue(days, i, cutoff));
}

/** Minutes of a limit in working days or hours; 0 for one that falls due at a day's end. */
export function minutesOfLimit({ minutesPerDay }: LegalDays, limit: Duration): number {
  return isCalendarDays(limit) || isSameDay(limit) ? 0 : workMinutes(limit, minutesPerDay);
}
