/** Why one minute counted, or why it did not: the question a clerk asks of a figure. */
import type { Calendar } from '../../calendar/calendar.js';
import { dayOf, plusMinutes } from '../../time/instant.js';
import type { Minute } from '../../time/instant.js';
import type { Stretch } from '../clock.js';
import type { ClockExplanation, ExplainedEpoch } from './explain-clock.js';
import type { CountedDay } from './explain-days.js';
import { wholeDay } from './explain-days.js';
import type { ExplainedRest } from './explain-rests.js';
import { OUTSIDE, asked } from '../outside.js';

export const MINUTE_VERDICTS = [
  'counted',
  'closed',
  'outsideHours',
  'rests',
  'cutoff',
  'notStarted',
  'stopped',
  'ahead',
  'unknown',
] as const;
/**
 * `closed`: the day is not worked; `outsideHours`: the day is, the minute is not; `rests`: the clock rests, whatever the calendar says;
 * `cutoff`: it came in after the cut-off and does not count yet; `ahead`: it has not come; `unknown`: the calendar does not reach.
 */
export type MinuteVerdict = (typeof MINUTE_VERDICTS)[number];

export interface ExplainedMinute {
  /** The minute [minute, minute + 1). */
  readonly minute: Minute;
  readonly verdict: MinuteVerdict;
  /** The life of the clock it lies in; null before the first. */
  readonly epoch: number | null;
  /** Its number among those the epoch counted, from 1; null unless it counted. */
  readonly nth: number | null;
  /** The rest it lies in. */
  readonly rest: ExplainedRest | null;
  /** Its day, with all its hours and the notice it rests on; null where the calendar does not reach. */
  readonly day: CountedDay | null;
}

interface Look {
  readonly minute: Minute;
  /** Up to when the clock was explained. */
  readonly at: Minute;
  readonly legal: Calendar;
}

const lies = (minute: Minute, { from, to }: { from: Minute; to: Minute | null }): boolean =>
  from <= minute && (to === null || minute < to);

function epochAt({ epochs }: ClockExplanation, minute: Minute): ExplainedEpoch | null {
  return epochs.findLast(({ clock }) => clock.startedAt <= minute) ?? null;
}

/** Number of the counted minute: the minutes of all stretches up to its end. */
function numberOf({ stretches }: ExplainedEpoch, { minute, legal, at }: Look): number {
  const end = plusMinutes(minute, 1);
  return stretches
    .map(({ from, to }): Stretch => ({ from, to: to === null ? at : to }))
    .map(({ from, to }) => ({ from, to: to < end ? to : end }))
    .filter(({ from, to }) => from < to)
    .reduce((sum, { from, to }) => sum + legal.workBetween(from, to), 0);
}

function beside(epoch: ExplainedEpoch | null, { minute, at }: Look): MinuteVerdict | null {
  if (epoch === null) return 'notStarted';
  if (minute >= at) return 'ahead';
  if (epoch.clock.stoppedAt !== null && minute >= epoch.clock.stoppedAt) return 'stopped';
  if (minute < epoch.clock.countsFrom) return 'cutoff';
  return epoch.rests.some((rest) => lies(minute, rest)) ? 'rests' : null;
}

/**
 * One minute of a clock, by what `explainClock` found. The counted ones are exactly those its blocks are made of: their number is the sum
 * of all blocks. Pure.
 */
export function explainMinute(explanation: ClockExplanation, look: Look): ExplainedMinute {
  const { minute, legal } = look;
  const epoch = epochAt(explanation, minute);
  const rest = epoch?.rests.find((each) => lies(minute, each)) ?? null;
  const day = asked(() => wholeDay(dayOf(minute), legal));
  const said = { minute, epoch: epoch?.clock.epoch ?? null, nth: null, day: day === OUTSIDE ? null : day };
  const aside = beside(epoch, look);
  if (aside !== null || epoch === null) {
    return { ...said, verdict: aside ?? 'notStarted', rest: aside === 'rests' ? rest : null };
  }
  if (day === OUTSIDE) return { ...said, verdict: 'unknown', rest: null };
  if (!legal.isOpen(minute))
    return { ...said, verdict: day.blocks.length === 0 ? 'closed' : 'outsideHours', rest: null };
  return { ...said, verdict: 'counted', nth: numberOf(epoch, look), rest: null };
}
