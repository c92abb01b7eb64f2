/**
 * A limit in calendar days that rests: a rest moves its due day by the calendar days it touched, a day touched twice counting once
 * (DESIGN 4.3). So `spent` is counted in days: the day the end would need the due day to be, less the days touched on the way.
 *
 * Second state: the current day is already counted as touched.
 */
import type { CalendarDays } from '../time/duration.js';
import { wholeDays } from '../time/duration.js';
import type { LegalDays } from './legal-days.js';
import type { Measure, Sign } from './measure.js';
import type { Passage } from './passage.js';
import { BEYOND } from './best-end.js';
import { bestStep, seldomEndsIn } from './best-step.js';
import type { Steps } from './steps.js';
import { breaksOf, changedFrom, combined, stepAt, stepsAt, tableOf } from './steps.js';
import { table } from './table.js';

/** Least day, before it rolls forward to a working day, whose close is not before the last minute worked up to each instant. */
function neededDays({ grid, legal, isWorked }: LegalDays): Int32Array {
  const afterPrevious = new Int32Array(grid.days + 1);
  let next = 0;
  for (let d = 0; d < grid.days; d++) {
    afterPrevious[d] = next;
    if (isWorked(d)) next = d + 1;
  }
  return table(grid.size, (i) => {
    const lastWorked = legal.reachedAt[legal.workedBefore[i]!]!;
    if (legal.workedBefore[i] === 0) return 0;
    return afterPrevious[grid.dayAt[lastWorked - 1]!]!;
  });
}

/** The due day of a limit that begins at each instant, before rests move it; -1 where it lies beyond the loaded years. */
function dueDay(days: LegalDays, instant: number, count: number): number {
  const due = days.grid.dayAt[instant]! + count;
  return days.rollForward(due) === days.grid.days ? -1 : due;
}

/** Instants at which a table changes. */
function changesOf(values: Int32Array): Int32Array {
  const changes = [0];
  for (let i = 1; i < values.length; i++) if (values[i] !== values[i - 1]) changes.push(i);
  return Int32Array.from(changes);
}

interface Touching {
  /** Day of each instant, and of the minute before it. */
  readonly dayAt: Steps;
  readonly lastTouched: Steps;
  /** Where in the year days begin. */
  readonly midnights: Int32Array;
}

function touching({ grid }: LegalDays): Touching {
  const midnights = grid.midnight.subarray(0, grid.days);
  const after = Int32Array.from([...midnights, ...midnights.map((i) => i + 1)]).sort();
  const lastTouched = (i: number): number =>
    i === grid.midnight[grid.dayAt[i]!] ? grid.dayAt[i]! - 1 : grid.dayAt[i]!;
  return {
    midnights,
    dayAt: stepsAt(grid.midnight, grid.size, (i) => grid.dayAt[i]!),
    lastTouched: stepsAt(after, grid.size, lastTouched),
  };
}

interface Clock {
  readonly spent: Steps | null;
  readonly marked: Steps | null;
}

/** The ends that count: all, those of the day of the arrival, those of later days, those after the arrival. */
function partsOf({ grid }: LegalDays) {
  const nextDay = table(grid.size, (i) => grid.midnight[grid.dayAt[i]! + 1] ?? grid.size);
  return {
    all: seldomEndsIn(),
    today: seldomEndsIn({ before: nextDay }),
    fromTomorrow: seldomEndsIn({ from: nextDay }),
    afterArrival: seldomEndsIn({ onlyLater: true }),
  };
}

const greater = (a: Steps, b: Steps): Steps => combined(a, b, Math.max);

/** Through a passage in which the limit counts. Where no rest lies ahead, the two states are one. */
function counted({ spent, marked }: Clock, passage: Passage, parts: ReturnType<typeof partsOf>): Clock {
  if (spent === null || marked === null) return { spent, marked };
  const best = bestStep(parts.all(passage), spent);
  if (spent === marked) return { spent: best, marked: best };
  const today = bestStep(parts.today(passage), marked);
  return { spent: best, marked: greater(today, bestStep(parts.fromTomorrow(passage), spent)) };
}

/** Through a passage in which it rests: the days touched move its due day, unless the passage ends where it began. */
function rested({ spent, marked }: Clock, moved: (gain: Steps) => Steps, { days, sign, staying }: Resting): Clock {
  if (spent === null || marked === null) return { spent, marked };
  const { dayAt, lastTouched } = days;
  const gain = stepsAt(breaksOf(spent, marked, lastTouched), spent.size, (x) => {
    const last = stepAt(lastTouched, x);
    return stepAt(last === stepAt(dayAt, x) ? marked : spent, x) - sign * last;
  });
  const best = moved(gain);
  const from = (stay: Steps, extra: 0 | 1): Steps => {
    const later = combined(best, dayAt, (value, day) => value + sign * (day - 1 + extra));
    return staying ? greater(later, stay) : later;
  };
  return { spent: from(spent, 0), marked: from(marked, 1) };
}

interface Resting {
  readonly days: Touching;
  readonly sign: Sign;
  /** Whether the passage may end where it began. */
  readonly staying: boolean;
}

/** The measure of a limit on a ground, in either reading. */
export function daysMeasure(days: LegalDays, limit: CalendarDays): (sign: Sign) => Measure<Steps> {
  const { grid } = days;
  const parts = partsOf(days);
  const touched = touching(days);
  const neededAt = neededDays(days);
  const needed = stepsAt(changesOf(neededAt), grid.size, (i) => neededAt[i]!);
  const count = wholeDays(limit);
  const allowed = stepsAt(touched.dayAt.from, grid.size, (i) => dueDay(days, i, count));
  const zero = stepsAt(Int32Array.of(0), grid.size, () => 0);
  return (sign) => {
    const closing = combined(needed, zero, (day) => sign * day);
    const over = (spent: Steps): Steps =>
      combined(spent, allowed, (value, due) => (due < 0 ? sign * BEYOND : value - sign * due));
    return {
      unit: 'days',
      sign,
      ending: () => ({ spent: closing, marked: closing, later: null }),
      through(ahead, passage, limitRests) {
        const later = ahead.later === null ? null : bestStep(parts.all(passage), ahead.later);
        const resting = { days: touched, sign, staying: passage.earliest[0] === 0 };
        const moved = (gain: Steps): Steps => bestStep(parts.afterArrival(passage), gain);
        return { ...(limitRests ? rested(ahead, moved, resting) : counted(ahead, passage, parts)), later };
      },
      opened: ({ spent }) => over(spent!),
      fresh: over,
      bestEnd: (passage, gain) => bestStep(parts.all(passage), gain),
      closing: (reached) =>
        reached === null ? closing : combined(closing, reached, (day, later) => (later >= 0 ? day : -BEYOND)),
      greater,
      unknownFrom: (values, instant) => changedFrom(values, instant, BEYOND),
      at: stepAt,
      table: tableOf,
      allowed: (instant) => stepAt(allowed, instant),
      allowedFirst: (instant) => stepAt(allowed, instant),
      countsFrom: (instant) => instant,
      going: ({ from, to, limitRests, marked }) => {
        const [day, arrived, last] = [
          stepAt(touched.dayAt, from),
          stepAt(touched.dayAt, to),
          stepAt(touched.lastTouched, to),
        ];
        if (!limitRests || to === from) return { spent: 0, marked: marked && arrived === day };
        return { spent: day - last - (marked ? 0 : 1), marked: last === arrived };
      },
    };
  };
}
