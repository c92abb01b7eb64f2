/**
 * A limit measured in minutes of the legal calendar: working days and hours, the same day, and calendar days that never rest (their due
 * instant is fixed when they begin, so they are the working minutes until then).
 *
 * Second state: a same-day limit received after its cut-off counts from the next working morning; until then nothing is spent.
 */
import type { Duration } from '../time/duration.js';
import type { TimeOfDay } from '../time/time-of-day.js';
import type { LegalDays } from './legal-days.js';
import { countsFrom, dueOfLimit, minutesOfLimit } from './legal-days.js';
import type { Ahead, Measure, Sign } from './measure.js';
import type { Passage } from './passage.js';
import { BEYOND, bestEnd } from './best-end.js';
import { endsIn } from './ends.js';
import { addTimes, plusTimes, raise, table } from './table.js';

interface LimitOf {
  readonly limit: Duration;
  /** Of the first limit, when it is a same-day one. */
  readonly cutoff: TimeOfDay | null;
}

/** Working minutes from each instant to where a limit that begins there falls due; -1 beyond the loaded years. */
function allowedMinutes(days: LegalDays, { limit, cutoff }: LimitOf, from: Int32Array | null): Int32Array {
  const { size } = days.grid;
  const { workedBefore, total } = days.legal;
  const due = dueOfLimit(days, limit, cutoff);
  if (due === null) return new Int32Array(size).fill(minutesOfLimit(days, limit));
  const begins = (i: number): number => workedBefore[from === null ? i : from[i]!] ?? total;
  return table(size, (i) => (due[i] === size ? -1 : workedBefore[due[i]!]! - begins(i)));
}

/** By how much a limit is exceeded, times the sign: what is spent against what is allowed at each instant. */
function overAllowed(spent: (instant: number) => number, allowed: Int32Array, sign: Sign): Int32Array {
  return table(allowed.length, (i) => (allowed[i]! < 0 ? sign * BEYOND : spent(i) - sign * allowed[i]!));
}

interface Tables {
  readonly worked: Int32Array;
  readonly total: number;
  /** From where the first limit counts, and the minutes worked up to there; null without a cut-off. */
  readonly counts: Int32Array | null;
  readonly countedWork: Int32Array | null;
  readonly allowed: Int32Array;
  readonly allowedFirst: Int32Array;
}

function tablesOf(days: LegalDays, { limit, cutoff }: LimitOf): Tables {
  const { workedBefore: worked, total } = days.legal;
  const counts = cutoff === null ? null : countsFrom(days, cutoff);
  return {
    worked,
    total,
    counts,
    countedWork: counts === null ? null : table(worked.length, (i) => worked[counts[i]!] ?? total),
    allowed: allowedMinutes(days, { limit, cutoff: null }, null),
    allowedFirst: allowedMinutes(days, { limit, cutoff }, counts),
  };
}

/** What goes on in the first limit until it counts: nothing is spent. */
function waitingToCount({ worked, counts, countedWork }: Tables, sign: Sign) {
  const uncounted = endsIn(worked.length, counts === null ? {} : { before: counts });
  const counted = endsIn(worked.length, counts === null ? {} : { from: counts });
  return (ahead: Ahead<Int32Array>, passage: Passage, limitRests: boolean): Int32Array | null => {
    if (countedWork === null || ahead.spent === null || ahead.marked === null) return null;
    const still = bestEnd(uncounted(passage), ahead.marked);
    if (limitRests) return raise(still, bestEnd(counted(passage), ahead.spent));
    const begun = bestEnd(counted(passage), plusTimes(ahead.spent, worked, sign));
    return raise(still, addTimes(begun, countedWork, -sign));
  };
}

/** The measure of a limit on a ground, in either reading: both have their windows in common. */
export function minutesMeasure(days: LegalDays, limit: LimitOf): (sign: Sign) => Measure<Int32Array> {
  const tables = tablesOf(days, limit);
  const { worked, total, counts, allowed, allowedFirst } = tables;
  const { size } = days.grid;
  const nothing = new Int32Array(size);
  const all = endsIn(size);
  const workedAt = (instant: number): number => worked[instant] ?? total;
  return (sign) => {
    const uncounted = waitingToCount(tables, sign);
    return {
      unit: 'minutes',
      sign,
      ending: () => ({ spent: nothing, marked: counts === null ? null : nothing, later: null }),
      through(ahead, passage, limitRests) {
        const ends = all(passage);
        const later = ahead.later === null ? null : bestEnd(ends, ahead.later);
        if (ahead.spent === null) return { spent: null, marked: null, later };
        const working = () => addTimes(bestEnd(ends, plusTimes(ahead.spent!, worked, sign)), worked, -sign);
        const spent = limitRests ? bestEnd(ends, ahead.spent) : working();
        return { spent, marked: uncounted(ahead, passage, limitRests), later };
      },
      opened: ({ spent, marked }) =>
        overAllowed((i) => (counts === null || counts[i] === i ? spent : marked)![i]!, allowedFirst, sign),
      fresh: (spent) => overAllowed((i) => spent[i]!, allowed, sign),
      bestEnd: (passage, gain) => bestEnd(all(passage), gain),
      closing: (reached) => table(size, (i) => (reached === null || reached[i]! >= 0 ? 0 : -BEYOND)),
      greater: raise,
      unknownFrom: (own, instant) => own.fill(BEYOND, instant),
      at: (values, instant) => values[instant]!,
      table: (values) => values,
      allowed: (instant) => allowed[instant]!,
      allowedFirst: (instant) => allowedFirst[instant]!,
      countsFrom: (instant) => counts?.[instant] ?? instant,
      going({ from, to, limitRests, marked: late }) {
        const begins = late ? (counts?.[from] ?? from) : from;
        const spent = limitRests || to < begins ? 0 : workedAt(to) - workedAt(begins);
        return { spent, marked: late && to < begins };
      },
    };
  };
}
