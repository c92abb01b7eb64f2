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
import { bestEnd } from './sliding-window.js';
import { greater, plusTimes, table } from './table.js';

interface LimitOf {
  readonly limit: Duration;
  /** Of the first limit, when it is a same-day one. */
  readonly cutoff: TimeOfDay | null;
  readonly sign: Sign;
}

export function minutesMeasure(days: LegalDays, { limit, cutoff, sign }: LimitOf): Measure {
  const { grid, legal } = days;
  const worked = legal.workedBefore;
  const workedAt = (instant: number): number => worked[instant] ?? legal.total;
  const nothing = new Int32Array(grid.size);
  const minutes = minutesOfLimit(days, limit);
  const firstDue = dueOfLimit(days, limit, cutoff);
  const nextDue = dueOfLimit(days, limit, null);
  const counts = cutoff !== null ? countsFrom(days, cutoff) : null;

  const until = (due: Int32Array | null, from: number, instant: number): number | null => {
    if (due === null) return minutes;
    const end = due[instant] ?? grid.size;
    return end === grid.size ? null : workedAt(end) - workedAt(from);
  };
  const withWork = (ahead: Int32Array): Int32Array => plusTimes(ahead, worked, sign);
  const lessWork = (best: Int32Array): Int32Array => plusTimes(best, worked, -sign);
  const countedWork = counts === null ? null : table(grid.size, (i) => workedAt(counts[i]!));

  function marked(ahead: Ahead, passage: Passage, limitRests: boolean): Int32Array | null {
    if (counts === null || countedWork === null || ahead.spent === null || ahead.marked === null) return null;
    const still = bestEnd(passage, ahead.marked, { before: counts });
    if (limitRests) return greater(still, bestEnd(passage, ahead.spent, { from: counts }));
    const begun = bestEnd(passage, withWork(ahead.spent), { from: counts });
    return greater(still, plusTimes(begun, countedWork, -sign));
  }

  return {
    unit: 'minutes',
    sign,
    closing: nothing,
    ending: () => ({ spent: nothing, marked: counts === null ? null : nothing, later: null }),
    allowed: (instant) => until(nextDue, instant, instant),
    atOpening: (instant) => {
      const from = counts?.[instant] ?? instant;
      return { allowed: until(firstDue, from, instant), from, marked: from !== instant };
    },
    through(ahead, passage, limitRests) {
      const later = ahead.later === null ? null : bestEnd(passage, ahead.later);
      if (ahead.spent === null) return { spent: null, marked: null, later };
      const spent = limitRests ? bestEnd(passage, ahead.spent) : lessWork(bestEnd(passage, withWork(ahead.spent)));
      return { spent, marked: marked(ahead, passage, limitRests), later };
    },
    going({ from, to, limitRests, marked: late }) {
      const begins = late ? (counts?.[from] ?? from) : from;
      const spent = limitRests || to < begins ? 0 : workedAt(to) - workedAt(begins);
      return { spent, marked: late && to < begins };
    },
  };
}
