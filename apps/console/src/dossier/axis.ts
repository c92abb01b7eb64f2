/**
 * The axis a dossier is drawn on: only minutes the office works have a length, so nights, weekends and holidays fold away.
 * Piecewise linear over the working blocks the service sends: their beginnings and ends are the domain, working minutes the range.
 */

export interface Block {
  readonly from: string;
  readonly to: string;
}

export interface Axis {
  /** Working minutes of all blocks. */
  readonly minutes: number;
  /** Working minutes from the beginning of the axis to an instant; 0 before it, `minutes` after its end. */
  readonly at: (instant: string) => number;
  /** Whether the instant lies before, within or after the blocks. */
  readonly place: (instant: string) => 'before' | 'within' | 'after';
}

export interface AxisDay {
  /** Beginning of its first block. */
  readonly from: string;
  /** Working minutes before it. */
  readonly start: number;
  readonly minutes: number;
  /** Whole days without work between the day before it and this one. */
  readonly folded: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Offices keep the clock of Viet Nam, which knows no summer time. */
const ZONE_MS = 7 * 3_600_000;

/** Blocks are in order and do not overlap. Pure. */
export function axisOf(blocks: readonly Block[]): Axis {
  let minutes = 0;
  const placed = blocks.map(({ from, to }) => {
    const block = { from: Date.parse(from), to: Date.parse(to), before: minutes };
    minutes += (block.to - block.from) / MINUTE_MS;
    return block;
  });
  const [first, last] = [placed[0], placed.at(-1)];
  return {
    minutes,
    at: (instant) => {
      const ms = Date.parse(instant);
      const block = lastBegunBy(placed, ms);
      return block === undefined ? 0 : block.before + (Math.min(ms, block.to) - block.from) / MINUTE_MS;
    },
    place: (instant) => {
      const ms = Date.parse(instant);
      if (first === undefined || last === undefined || ms < first.from) return 'before';
      return ms > last.to ? 'after' : 'within';
    },
  };
}

function lastBegunBy<Placed extends { readonly from: number }>(blocks: readonly Placed[], ms: number) {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block !== undefined && block.from <= ms) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

const dayNumber = (instant: string) => Math.floor((Date.parse(instant) + ZONE_MS) / DAY_MS);

/** The days of the axis, one entry each, however many blocks it has. Pure. */
export function daysOf(blocks: readonly Block[]): readonly AxisDay[] {
  const days: (AxisDay & { readonly number: number })[] = [];
  let start = 0;
  for (const { from, to } of blocks) {
    const minutes = (Date.parse(to) - Date.parse(from)) / MINUTE_MS;
    const number = dayNumber(from);
    const before = days.at(-1);
    if (before?.number === number) days[days.length - 1] = { ...before, minutes: before.minutes + minutes };
    else days.push({ from, start, minutes, number, folded: before === undefined ? 0 : number - before.number - 1 });
    start += minutes;
  }
  return days.map(({ number: _, ...day }) => day);
}

/**
 * Which days get their dates, so that dates stand `least` pixels apart: every day where there is room for it, otherwise the first
 * of each week or after a holiday, as many as fit. Pure.
 */
export function labelledDays(days: readonly AxisDay[], pixelsPerMinute: number, least: number): ReadonlySet<AxisDay> {
  const hasRoom = days.slice(0, -1).every(({ minutes }) => minutes * pixelsPerMinute >= least);
  if (hasRoom) return new Set(days);
  const shown: AxisDay[] = [];
  for (const day of days) {
    const before = shown.at(-1);
    const isFree = before === undefined || (day.start - before.start) * pixelsPerMinute >= least;
    if (isFree && (before === undefined || day.folded > 0)) shown.push(day);
  }
  return new Set(shown);
}

/** The blocks of the days up to that of an instant: what comes later has nothing to show. Pure. */
export function blocksUntil(blocks: readonly Block[], instant: string): readonly Block[] {
  const last = dayNumber(instant);
  const kept = blocks.filter(({ from }) => dayNumber(from) <= last);
  return kept.length === 0 ? blocks : kept;
}

export interface AxisHour {
  readonly at: string;
  /** Working minutes since the beginning of its day. */
  readonly sinceMorning: number;
}

const HOUR_MINUTES = 60;
const MOST_DAYS_WITH_HOURS = 2;

/** Full hours and beginnings of blocks that stand at least so many working minutes apart; none where there are many days. Pure. */
export function hoursOf(blocks: readonly Block[], least: number): readonly AxisHour[] {
  if (daysOf(blocks).length > MOST_DAYS_WITH_HOURS) return [];
  const hours: AxisHour[] = [];
  let [total, last, morning, day] = [0, -Infinity, 0, NaN];
  for (const { from, to } of blocks) {
    const [begins, ends] = [Date.parse(from), Date.parse(to)];
    if (dayNumber(from) !== day) [day, morning] = [dayNumber(from), total];
    for (let ms = begins; ms < ends; ms = nextHour(ms)) {
      const minutes = total + (ms - begins) / MINUTE_MS;
      if (minutes - last < least) continue;
      hours.push({ at: new Date(ms).toISOString(), sinceMorning: minutes - morning });
      last = minutes;
    }
    total += (ends - begins) / MINUTE_MS;
  }
  return hours;
}

function nextHour(ms: number): number {
  const hour = HOUR_MINUTES * MINUTE_MS;
  return (Math.floor(ms / hour) + 1) * hour;
}
