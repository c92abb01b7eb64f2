/** The days of a running stretch one by one: which blocks were worked, which days were closed and why. */
import type { Calendar, DayExplanation } from '../../calendar/calendar.js';
import { dayOf, plusDays, plusMinutes, startOfDay } from '../../time/instant.js';
import type { Day, IsoDate, Minute } from '../../time/instant.js';
import { minutesOfTime } from '../../time/time-of-day.js';
import type { Stretch } from '../clock.js';

/** A worked block of one day that counted, [from, to), with the running total of the epoch after it. */
export interface CountedBlock {
  readonly from: Minute;
  readonly to: Minute;
  readonly minutes: number;
  readonly total: number;
}

/** A day the stretch touches. A closed one has no blocks; `notice` is the text it rests on. */
export interface CountedDay {
  readonly date: IsoDate;
  readonly because: DayExplanation['because'];
  readonly name: string | null;
  readonly notice: string | null;
  readonly provisional: boolean;
  readonly blocks: readonly CountedBlock[];
}

function blocksWithin(stretch: Stretch, explained: DayExplanation, midnight: Minute): readonly Stretch[] {
  return explained.blocks
    .map(({ from, to }) => ({
      from: plusMinutes(midnight, minutesOfTime(from)),
      to: plusMinutes(midnight, minutesOfTime(to)),
    }))
    .map(({ from, to }) => ({
      from: from < stretch.from ? stretch.from : from,
      to: to > stretch.to ? stretch.to : to,
    }))
    .filter(({ from, to }) => from < to);
}

function countedDay(day: Day, stretch: Stretch, counted: { legal: Calendar; before: number }): CountedDay {
  const explained = counted.legal.explainDay(day);
  let total = counted.before;
  const blocks = blocksWithin(stretch, explained, startOfDay(day)).map(({ from, to }) => {
    total += to - from;
    return { from, to, minutes: to - from, total };
  });
  const { date, because, provisional } = explained;
  const exceptional = 'notice' in explained;
  const name = exceptional ? explained.name : null;
  const notice = exceptional ? explained.notice : null;
  return { date, because, name, notice, provisional, blocks };
}

/** The whole day with all its blocks. Throws OutsideCalendar. */
export function wholeDay(day: Day, legal: Calendar): CountedDay {
  return countedDay(day, { from: startOfDay(day), to: startOfDay(plusDays(day, 1)) }, { legal, before: 0 });
}

/**
 * Every day touched by [from, to), in order, its minutes adding on to `before`. The minutes of the blocks are exactly those the
 * clock counts. Throws OutsideCalendar.
 */
export function countedDays(stretch: Stretch, counted: { legal: Calendar; before: number }): readonly CountedDay[] {
  const days: CountedDay[] = [];
  if (stretch.to <= stretch.from) return days;
  const last = dayOf(plusMinutes(stretch.to, -1));
  let before = counted.before;
  for (let day = dayOf(stretch.from); day <= last; day = plusDays(day, 1)) {
    const shown = countedDay(day, stretch, { legal: counted.legal, before });
    days.push(shown);
    before = shown.blocks.at(-1)?.total ?? before;
  }
  return days;
}
