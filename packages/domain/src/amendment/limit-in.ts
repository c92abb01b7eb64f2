/** The limit a version gives a dossier, and when it would end. */
import type { Pin } from '../dossier/events.js';
import type { Rules } from '../dossier/file.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { Clock } from '../sla/clock.js';
import { resume, start } from '../sla/clock-arithmetic.js';
import { countedLimit, cutoffOf } from '../sla/limit.js';
import { reckon } from '../sla/reckoning.js';
import type { Duration } from '../time/duration.js';
import type { Minute } from '../time/instant.js';

/** Null where the version has no such case, or no limit for the channel. */
export function limitIn({ cases }: ProcedureVersion, { caseKey, channel }: Pin): Duration | null {
  return cases.find(({ key }) => key === caseKey)?.limits[channel] ?? null;
}

/** The due minute of a clock if it ran from now on at the latest; null where the calendar cannot say. */
export function dueRunningFrom(clock: Clock, now: Minute, rules: Rules): Minute | null {
  return reckon(resume(clock, now), rules).dueAt;
}

/** The due minute of a limit that began now: of a clock that has not started. */
export function dueBeginningAt(limit: Duration, now: Minute, rules: Rules): Minute | null {
  const { legal, procedure } = rules;
  const { budget, countsFrom } = countedLimit(limit, now, { legal, cutoff: cutoffOf(procedure.limitCutoff) });
  const begun = { id: 'legal', kind: 'legal' as const, owner: null, granularity: 'minute' as const };
  return reckon(start({ ...begun, budget, startedAt: now, countsFrom }), rules).dueAt;
}
