/**
 * The instants at which anything can happen: beginning and end of every minute some office works, and every midnight. Between two of
 * them all offices are closed, so whatever happens there might as well happen at the earlier one. All tables are over their indexes.
 */
import type { Calendar } from '../calendar/calendar.js';
import type { Day, Minute } from '../time/instant.js';
import { plusDays, startOfDay } from '../time/instant.js';
import { minutesOfTime } from '../time/time-of-day.js';

const MINUTES_PER_DAY = 1440;

/** The worked minutes of one office over the grid. */
export interface OfficeMinutes {
  /** workedBefore[i] = worked minutes before instant i. */
  readonly workedBefore: Int32Array;
  /** reachedAt[k] = least instant before which k minutes are worked: the end of the k-th. */
  readonly reachedAt: Int32Array;
  readonly total: number;
}

export interface MinuteGrid {
  readonly firstDay: Day;
  readonly days: number;
  /** Number of instants; as an index it means "beyond the loaded years". */
  readonly size: number;
  /** Minutes since 1970 of each instant. */
  readonly at: Int32Array;
  /** Days since firstDay of each instant. */
  readonly dayAt: Int32Array;
  /** Index of 00:00 of each day, one more than there are days. */
  readonly midnight: Int32Array;
  readonly offices: readonly OfficeMinutes[];
}

/** A kind of day: its instants as minutes of the day, and as bits which offices work the minute that begins there. */
interface DayShape {
  readonly instants: readonly number[];
  readonly open: readonly number[];
}

type Hours = readonly { readonly from: number; readonly to: number }[];

function shapeOf(hours: readonly Hours[]): DayShape {
  const bits = new Int32Array(MINUTES_PER_DAY + 1);
  hours.forEach((blocks, office) => {
    for (const { from, to } of blocks) for (let m = from; m < to; m++) bits[m] = (bits[m] ?? 0) | (1 << office);
  });
  const instants: number[] = [];
  for (let m = 0; m < MINUTES_PER_DAY; m++) {
    if (m === 0 || bits[m] !== 0 || bits[m - 1] !== 0) instants.push(m);
  }
  return { instants, open: instants.map((m) => bits[m] ?? 0) };
}

function hoursOn(calendar: Calendar, day: Day): Hours {
  const { blocks } = calendar.explainDay(day);
  return blocks.map(({ from, to }) => ({ from: minutesOfTime(from), to: minutesOfTime(to) }));
}

/** Days of one kind share their shape. */
function shapesOf(calendars: readonly Calendar[], firstDay: Day, days: number): readonly DayShape[] {
  const known = new Map<string, DayShape>();
  return Array.from({ length: days }, (_, d) => {
    const hours = calendars.map((calendar) => hoursOn(calendar, plusDays(firstDay, d)));
    const key = JSON.stringify(hours);
    const shape = known.get(key) ?? shapeOf(hours);
    known.set(key, shape);
    return shape;
  });
}

function officeMinutes(open: Int32Array, office: number): OfficeMinutes {
  const [workedBefore, reachedAt] = [new Int32Array(open.length), new Int32Array(open.length)];
  let total = 0;
  for (let i = 1; i < open.length; i++) {
    if (((open[i - 1]! >> office) & 1) === 1) reachedAt[++total] = i;
    workedBefore[i] = total;
  }
  return { workedBefore, reachedAt: reachedAt.subarray(0, total + 1), total };
}

/**
 * The grid of some calendars (at most 30) from 00:00 of a day to 24:00 of the last. All calendars must know all days: throws
 * OutsideCalendar otherwise.
 */
export function minuteGrid(calendars: readonly Calendar[], firstDay: Day, days: number): MinuteGrid {
  const shapes = shapesOf(calendars, firstDay, days);
  const size = shapes.reduce((sum, { instants }) => sum + instants.length, 1);
  const [at, dayAt, open] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const midnight = new Int32Array(days + 1);
  let i = 0;
  shapes.forEach((shape, d) => {
    midnight[d] = i;
    const base = startOfDay(plusDays(firstDay, d));
    shape.instants.forEach((minute, k) => {
      at[i] = base + minute;
      dayAt[i] = d;
      open[i] = shape.open[k] ?? 0;
      i++;
    });
  });
  midnight[days] = i;
  at[i] = startOfDay(plusDays(firstDay, days));
  dayAt[i] = days;
  return { firstDay, days, size, at, dayAt, midnight, offices: calendars.map((_, k) => officeMinutes(open, k)) };
}

/** The minute of an instant of the grid. */
export function minuteAt(grid: MinuteGrid, index: number): Minute {
  return (grid.at[index] ?? Number.NaN) as Minute;
}

/** Last end of a worked minute not after an instant; -1 when there is none. */
export function lastEnd(office: OfficeMinutes, instant: number): number {
  const worked = office.workedBefore[instant] ?? 0;
  return worked === 0 ? -1 : (office.reachedAt[worked] ?? -1);
}
