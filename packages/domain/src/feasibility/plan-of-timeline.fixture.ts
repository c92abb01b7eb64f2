/** A timeline in the words of the second opinion. */
import { isCalendarDays, isSameDay, wholeDays, workMinutes } from '../time/duration.js';
import type { Duration } from '../time/duration.js';
import type { TimeOfDay } from '../time/time-of-day.js';
import { minutesOfTime } from '../time/time-of-day.js';
import type { PlainLeg, PlainLimit, PlainPlan } from './oracle/plain-plan.js';
import type { Timeline, TimelineLeg } from './timeline.js';

const minuteOrNull = (time: TimeOfDay | null): number | null => (time === null ? null : minutesOfTime(time));

const plainLeg = ({ key, work, budget, cutoff }: TimelineLeg): PlainLeg => ({
  key,
  work,
  budget,
  cutoff: minuteOrNull(cutoff),
});

function plainLimit(limit: Duration, cutoff: TimeOfDay | null, minutesPerDay: number): PlainLimit {
  if (isSameDay(limit)) return { unit: 'sameDay', cutoff: minuteOrNull(cutoff) };
  if (isCalendarDays(limit)) return { unit: 'days', days: wholeDays(limit) };
  return { unit: 'minutes', minutes: workMinutes(limit, minutesPerDay) };
}

/** The same stages, waits and limit. */
export function planOf({ limit, limitCutoff, stages, waits }: Timeline, minutesPerDay: number): PlainPlan {
  return {
    limit: plainLimit(limit, limitCutoff, minutesPerDay),
    waits,
    stages: stages.map((stage) => {
      if (stage.kind === 'limitOpens') return { kind: 'opens' };
      if (stage.kind === 'leg') return { kind: 'leg', leg: plainLeg(stage.leg), rests: stage.limitRests };
      if (stage.kind === 'mayWait') return stage;
      return { kind: 'together', branches: stage.branches.map((legs) => legs.map(plainLeg)) };
    }),
  };
}
