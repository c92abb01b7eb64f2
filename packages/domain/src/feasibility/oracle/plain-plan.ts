/** A timeline in the words of the second opinion: plain numbers and texts, minutes since 1970 in UTC, nothing shared with the proof. */
export interface PlainLeg {
  readonly key: string;
  readonly work: readonly { readonly desk: string; readonly minutes: number }[];
  readonly budget: number;
  /** Minute of the Vietnamese day, or null. */
  readonly cutoff: number | null;
}

export type PlainStage =
  | { readonly kind: 'opens' }
  | { readonly kind: 'leg'; readonly leg: PlainLeg; readonly rests: boolean }
  | { readonly kind: 'together'; readonly branches: readonly (readonly PlainLeg[])[] }
  | { readonly kind: 'mayWait' };

export interface PlainWait {
  readonly key: string;
  readonly rounds: number;
  readonly days: number;
  readonly limit: 'rests' | 'runs' | 'restarts';
}

export type PlainLimit =
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'days'; readonly days: number }
  | { readonly unit: 'sameDay'; readonly cutoff: number | null };

export interface PlainPlan {
  readonly limit: PlainLimit;
  readonly stages: readonly PlainStage[];
  readonly waits: readonly PlainWait[];
}

/** Thrown where somebody would have to look beyond the loaded minutes. */
export class BeyondTheEnd extends Error {}

/** Minutes one by one, from the first to before the last; `law` is an office too. */
export interface PlainWorld {
  readonly first: number;
  readonly last: number;
  isOpen(office: string, minute: number): boolean;
}

export const dayNumber = (minute: number): number => Math.floor((minute + 420) / 1440);
export const timeOfDay = (minute: number): number => minute + 420 - dayNumber(minute) * 1440;
export const midnightOf = (day: number): number => day * 1440 - 420;

function open(world: PlainWorld, office: string, minute: number): boolean {
  if (minute >= world.last) throw new BeyondTheEnd();
  return minute >= world.first && world.isOpen(office, minute);
}

/** Open minutes in [a, b), one by one. */
export function countOpen(world: PlainWorld, office: string, [a, b]: readonly [number, number]): number {
  let n = 0;
  for (let minute = a; minute < b; minute++) if (open(world, office, minute)) n++;
  return n;
}

/** Where the n-th open minute from a ends; a itself for none. */
export function walk(world: PlainWorld, office: string, { from, n }: { from: number; n: number }): number {
  let minute = from;
  for (let left = n; left > 0; minute++) if (open(world, office, minute)) left--;
  return minute;
}

/** Days are asked about again and again; what was counted once is kept. */
const counted = new WeakMap<PlainWorld, Map<number, number>>();

/** Where the last minute ends that the law works on a day; null when it works none. */
function lastOpen(world: PlainWorld, day: number): number | null {
  const known = counted.get(world) ?? new Map<number, number>();
  counted.set(world, known);
  const found = known.get(day) ?? lastOpenWalked(world, day);
  known.set(day, found);
  return found === -1 ? null : found;
}

function lastOpenWalked(world: PlainWorld, day: number): number {
  let last = -1;
  for (let minute = midnightOf(day); minute < midnightOf(day + 1); minute++) {
    if (open(world, 'law', minute)) last = minute + 1;
  }
  return last;
}

function worksOn(world: PlainWorld, day: number): boolean {
  return lastOpen(world, day) !== null;
}

/** First day from this one on that the law works. */
export function workedDayFrom(world: PlainWorld, day: number): number {
  let d = day;
  while (!worksOn(world, d)) d++;
  return d;
}

/** End of the last minute the law works on a day it does. */
export function closeOf(world: PlainWorld, day: number): number {
  const close = lastOpen(world, day);
  if (close === null) throw new Error(`day ${day} is not worked`);
  return close;
}

/** From when something counts that came in: the next working morning after the cut-off of a working day. */
export function countsFrom(world: PlainWorld, arrival: number, cutoff: number | null): number {
  const day = dayNumber(arrival);
  if (cutoff === null || timeOfDay(arrival) <= cutoff || !worksOn(world, day)) return arrival;
  return walk(world, 'law', { from: midnightOf(day + 1), n: 1 }) - 1;
}

/** When a wait of so many calendar days is over. */
export function waitOver(world: PlainWorld, from: number, days: number): number {
  return closeOf(world, workedDayFrom(world, dayNumber(from) + days));
}

/**
 * Close of a limit in calendar days that rests moved by some; the end of the loaded minutes when they moved it beyond. Throws where it
 * lies beyond without any.
 */
export function movedDue(
  world: PlainWorld,
  { from, days, moved }: { from: number; days: number; moved: number },
): number {
  const unmoved = waitOver(world, from, days);
  try {
    return moved === 0 ? unmoved : waitOver(world, from, days + moved);
  } catch (error) {
    if (error instanceof BeyondTheEnd) return world.last;
    throw error;
  }
}

/** The earliest day on which a limit may fall due, before it rolls forward, that everything worked up to an instant is within. */
export function dayNeeded(world: PlainWorld, end: number): number {
  let last = end - 1;
  while (last >= world.first && !open(world, 'law', last)) last--;
  if (last < world.first) return dayNumber(world.first);
  let day = dayNumber(last);
  while (day > dayNumber(world.first) && !worksOn(world, day - 1)) day--;
  return day;
}

export interface LegEnds {
  readonly earliest: number;
  /** Last end of a worked minute not after the budget's end; null when it lies before the first minute. */
  readonly latest: number | null;
  readonly all: readonly number[];
}

/** Every minute at which the holder may be done. */
export function legEnds(world: PlainWorld, leg: PlainLeg, arrival: number): LegEnds {
  const earliest = leg.work.reduce((at, { desk, minutes }) => walk(world, desk, { from: at, n: minutes }), arrival);
  const due = walk(world, 'law', { from: countsFrom(world, arrival, leg.cutoff), n: leg.budget });
  const desk = leg.work.at(-1)?.desk ?? '';
  const all = [earliest];
  for (let end = earliest + 1; end <= due; end++) if (open(world, desk, end - 1)) all.push(end);
  let latest = due;
  while (latest > world.first && !open(world, desk, latest - 1)) latest--;
  return { earliest, latest: latest > world.first ? latest : null, all };
}
