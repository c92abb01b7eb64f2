/**
 * A limit in calendar days that rests: a rest moves its due day by the calendar days it touched, a day touched twice counting once
 * (DESIGN 4.3). So `spent` is counted in days: the day the end would need the due day to be, less the days touched on the way.
 *
 * Second state: the current day is already counted as touched.
 */
import type { CalendarDays } from '../time/duration.js';
import { wholeDays } from '../time/duration.js';
import type { LegalDays } from './legal-days.js';
import type { Ahead, Measure, Sign } from './measure.js';
import type { Passage } from './passage.js';
import { bestEnd } from './sliding-window.js';
import { greater, table } from './table.js';

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

/** Day of the last minute before each instant. */
function dayBefore({ grid }: LegalDays): Int32Array {
  return table(grid.size, (i) => (i === grid.midnight[grid.dayAt[i]!] ? grid.dayAt[i]! - 1 : grid.dayAt[i]!));
}

export function daysMeasure(days: LegalDays, { limit, sign }: { limit: CalendarDays; sign: Sign }): Measure {
  const { grid } = days;
  const days0 = neededDays(days);
  const needed = table(grid.size, (i) => sign * days0[i]!);
  const lastTouched = dayBefore(days);
  const nextDay = table(grid.size, (i) => grid.midnight[grid.dayAt[i]! + 1] ?? grid.size);
  const count = wholeDays(limit);
  const allowed = (instant: number): number | null => {
    const due = (grid.dayAt[instant] ?? grid.days) + count;
    return days.rollForward(due) === grid.days ? null : due;
  };

  function counted({ spent, marked }: Ahead, passage: Passage): Pick<Ahead, 'spent' | 'marked'> {
    if (spent === null || marked === null) return { spent, marked };
    const today = bestEnd(passage, marked, { before: nextDay });
    return { spent: bestEnd(passage, spent), marked: greater(today, bestEnd(passage, spent, { from: nextDay })) };
  }

  function rested({ spent, marked }: Ahead, passage: Passage): Pick<Ahead, 'spent' | 'marked'> {
    if (spent === null || marked === null) return { spent, marked };
    const gain = table(grid.size, (x) => {
      const day = lastTouched[x]!;
      return (day === grid.dayAt[x] ? marked[x]! : spent[x]!) - sign * day;
    });
    const moved = bestEnd(passage, gain, { onlyLater: true });
    const best = (stay: Int32Array, extra: number): Int32Array =>
      table(grid.size, (i) => {
        const later = moved[i]! + sign * (grid.dayAt[i]! - 1 + extra);
        return passage.earliest[i] === i ? Math.max(stay[i]!, later) : later;
      });
    return { spent: best(spent, 0), marked: best(marked, 1) };
  }

  return {
    unit: 'days',
    sign,
    closing: needed,
    ending: () => ({ spent: needed, marked: needed, later: null }),
    allowed,
    atOpening: (instant) => ({ allowed: allowed(instant), from: instant, marked: false }),
    through(ahead, passage, limitRests) {
      const later = ahead.later === null ? null : bestEnd(passage, ahead.later);
      return { ...(limitRests ? rested(ahead, passage) : counted(ahead, passage)), later };
    },
    going({ from, to, limitRests, marked }) {
      if (!limitRests || to === from) return { spent: 0, marked: marked && grid.dayAt[to] === grid.dayAt[from] };
      const touched = lastTouched[to]! - grid.dayAt[from]! + (marked ? 0 : 1);
      return { spent: -touched, marked: lastTouched[to] === grid.dayAt[to] };
    },
  };
}
