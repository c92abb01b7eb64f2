import { minutesOfTime, timeOfMinutes } from '../time/time-of-day.js';
import type { DayHours, WorkBlock } from './layers.js';

const MINUTES_PER_DAY = 1440;

/** The hours of one kind of day with the two tables that make a question about it one lookup. */
export interface DayPattern {
  readonly blocks: DayHours;
  readonly minutes: number;
  /** Minute of day of the first worked minute and of the end of the last; 0 and 0 for a closed day. */
  readonly opens: number;
  readonly closes: number;
  /** workedBefore[m] = worked minutes in [00:00, m), m = 0…1440. */
  readonly workedBefore: Uint16Array;
  /** reachedAt[k] = least minute of day before which k minutes are worked, k = 0…minutes. */
  readonly reachedAt: Uint16Array;
}

/** Builds the tables of a day's hours. */
export function dayPattern(blocks: DayHours): DayPattern {
  const workedBefore = new Uint16Array(MINUTES_PER_DAY + 1);
  const reachedAt: number[] = [0];
  const spans = blocks.map(({ from, to }) => [minutesOfTime(from), minutesOfTime(to)] as const);
  for (let minute = 0; minute < MINUTES_PER_DAY; minute++) {
    const worked = spans.some(([from, to]) => from <= minute && minute < to);
    if (worked) reachedAt.push(minute + 1);
    workedBefore[minute + 1] = reachedAt.length - 1;
  }
  const [first, last] = [blocks[0], blocks.at(-1)];
  return {
    blocks,
    minutes: reachedAt.length - 1,
    opens: first === undefined ? 0 : minutesOfTime(first.from),
    closes: last === undefined ? 0 : minutesOfTime(last.to),
    workedBefore,
    reachedAt: Uint16Array.from(reachedAt),
  };
}

/** Two hours are equal when their texts are; used to keep one pattern per kind of day. */
export function patternKey(blocks: DayHours): string {
  return blocks.map(({ from, to }) => `${from}-${to}`).join(',');
}

/** The hours that remain when one block of the day is closed. */
export function withoutBlock(blocks: DayHours, closed: WorkBlock): DayHours {
  const [closedFrom, closedTo] = [minutesOfTime(closed.from), minutesOfTime(closed.to)];
  return blocks.flatMap(({ from, to }) => {
    const [begins, ends] = [minutesOfTime(from), minutesOfTime(to)];
    const pieces = [
      { from: begins, to: Math.min(ends, closedFrom) },
      { from: Math.max(begins, closedTo), to: ends },
    ];
    return pieces
      .filter((piece) => piece.from < piece.to)
      .map((piece) => ({ from: timeOfMinutes(piece.from), to: timeOfMinutes(piece.to) }));
  });
}
