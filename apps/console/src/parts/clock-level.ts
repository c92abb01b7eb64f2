/** How a clock stands, as the five ways a time can stand. */
import type { Clock } from '@lien-thong/client';
import type { TimeLevel } from './badge.js';

/** Half a working day. */
const LOW_MINUTES = 240;
const LOW_SHARE = 0.75;

/** What is not known is never shown as good: no clock, no calendar, no minutes are all `unknown`. */
export function levelOf(clock: Clock | null): TimeLevel {
  if (clock === null || clock.certainty === 'notComputable') return 'unknown';
  if (clock.overdue) return 'overdue';
  if (clock.status === 'paused') return 'resting';
  if (clock.status === 'stopped' || clock.budget.unit !== 'work') return 'onTime';
  const { usedMinutes, remainingMinutes, budget } = clock;
  if (usedMinutes === null || remainingMinutes === null) return 'unknown';
  return remainingMinutes <= LOW_MINUTES || usedMinutes >= budget.minutes * LOW_SHARE ? 'low' : 'onTime';
}
