/** The time the limit counted, stretch by stretch: what a minute of lateness is looked for in. */
import type { Calendar } from '../../calendar/calendar.js';
import type { Minute } from '../../time/instant.js';
import type { Clock, Stretch } from '../clock.js';
import { runningTimeOf } from '../running-time.js';

/** Stretches of this epoch in which the limit counted, up to `at`; none of them empty. */
export function countedStretches(limit: Clock, at: Minute): readonly Stretch[] {
  const { closed, open } = runningTimeOf(limit);
  const running = limit.status === 'running' && open !== null && open < at ? [{ from: open, to: at }] : [];
  return [...closed, ...running];
}

/** Working minutes of [from, to) that the limit counted. Throws OutsideCalendar. */
export function countedBetween(stretches: readonly Stretch[], { from, to }: Stretch, legal: Calendar): number {
  return within(stretches, { from, to }).reduce((sum, each) => sum + legal.workBetween(each.from, each.to), 0);
}

/** The parts of the stretches that lie in [from, to). */
export function within(stretches: readonly Stretch[], { from, to }: Stretch): readonly Stretch[] {
  return stretches
    .map((each) => ({ from: each.from < from ? from : each.from, to: each.to > to ? to : each.to }))
    .filter((each) => each.from < each.to);
}

/** The stretch in parts that begin or end at every one of the minutes inside it. */
export function cutAt(stretch: Stretch, minutes: readonly Minute[]): readonly Stretch[] {
  const inside = [...new Set(minutes)].filter((each) => each > stretch.from && each < stretch.to).sort((a, b) => a - b);
  return [stretch.from, ...inside].map((from, i) => ({ from, to: inside[i] ?? stretch.to }));
}
