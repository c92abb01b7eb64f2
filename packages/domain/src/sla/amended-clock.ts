/** What another version of the procedure makes of a clock that is under way (ADR 0029). */
import { goesOn } from '../dossier/amendments-in-force.js';
import type { Amended } from '../dossier/amendments-in-force.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Rules } from '../dossier/file.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { WorkDuration } from '../time/duration.js';
import { dayOf, minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import type { Budget, Clock } from './clock.js';
import { pause } from './clock-arithmetic.js';
import { legOf } from './leg-of.js';
import { withExtensions } from './legal-clock.js';
import type { CountedLimit } from './limit.js';
import { countedLimit, cutoffOf, workBudget } from './limit.js';
import { askedOrNull } from './outside.js';
import { daysRestedBefore, minutesUsed, runningTimeOf } from './running-time.js';

export interface Amending {
  readonly event: Amended;
  /** The dossier after the fact: its pin names the new version and limit. */
  readonly after: Dossier;
  /** Those of the new version. */
  readonly rules: Rules;
}

/** The limit of the new version from the start of the clock, cut-off included where it started with the reception. */
export function limitAnew(
  clock: Pick<Clock, 'epoch' | 'startedAt'>,
  after: Dossier,
  { procedure, legal }: Rules,
): CountedLimit {
  const withReception =
    clock.epoch === 1 && after.receivedAt !== null && minuteOf(after.receivedAt) === clock.startedAt;
  const cutoff = withReception ? cutoffOf(procedure.limitCutoff) : undefined;
  return countedLimit(after.pin.limit, clock.startedAt, { legal, cutoff });
}

/** `used + (old − used) × new / old`, half a unit rounded up; an overrun limit has no unused share and stays as it is. */
export function rescaled(used: number, old: number, anew: number): number {
  if (used >= old) return old;
  return used + Math.floor((2 * (old - used) * anew + old) / (2 * old));
}

/** Working minutes used until a minute; null where the calendar does not reach. */
function minutesUsedBy(clock: Clock, at: Minute, { legal }: Rules): number | null {
  return askedOrNull(() => minutesUsed(runningTimeOf(pause(clock, at)), legal));
}

/** Days of a limit in calendar days that are gone: the first is not counted, nor are days a rest touched. */
function daysUsedBy(clock: Clock, at: Minute): number {
  const rested = daysRestedBefore(clock, clock.runningSince ?? at);
  return Math.max(0, dayOf(at) - dayOf(clock.countsFrom) - rested);
}

/** Null where the units differ, or where the calendar does not reach: then a share cannot be taken. */
export function rescaledBudget(clock: Clock, anew: Budget, { at, rules }: { at: Minute; rules: Rules }): Budget | null {
  const { budget } = clock;
  if (budget.unit === 'work' && anew.unit === 'work') {
    const used = minutesUsedBy(clock, at, rules);
    return used === null ? null : { unit: 'work', minutes: rescaled(used, budget.minutes, anew.minutes) };
  }
  if (budget.unit === 'calendarDays' && anew.unit === 'calendarDays') {
    return { unit: 'calendarDays', days: rescaled(daysUsedBy(clock, at), budget.days, anew.days) };
  }
  return null;
}

function withLimit(clock: Clock, { event, after, rules }: Amending): Clock {
  const { limitBy } = event.data;
  if (limitBy === 'kept') return clock;
  const granularity = rules.procedure.promiseGranularity;
  const counted = limitAnew(clock, after, rules);
  const budget = withExtensions(counted, clock);
  if (limitBy === 'rebaselined') return { ...clock, granularity, budget, countsFrom: counted.countsFrom };
  const scaled = rescaledBudget(clock, budget, { at: minuteOf(event.occurredAt), rules });
  return scaled === null ? clock : { ...clock, granularity, budget: scaled };
}

/** The budget a version publishes for a leg by its key; null for a leg it does not foresee. */
export function publishedBudget({ legs, steps, consultations }: ProcedureVersion, leg: string): WorkDuration | null {
  if (Object.hasOwn(legs, leg)) return legs[leg as keyof typeof legs].budget;
  const [list, key] = leg.startsWith('step:')
    ? [steps, leg.slice(5)]
    : [consultations, leg.slice('consultation:'.length)];
  return list.find((rule) => rule.key === key)?.budget ?? null;
}

/** The key of the leg of a clock, those outside the limit included; null for the applicant's time and the limit itself. */
function amendedLeg(clock: Clock, dossier: Dossier): string | null {
  if (clock.kind === 'reception' || clock.kind === 'delivery') return clock.kind;
  return legOf(clock, dossier);
}

/** A leg under way gets the budget of the new version where it is another one, and keeps what it used. */
function withLegBudget(clock: Clock, { event, after, rules }: Amending): Clock {
  const leg = amendedLeg(clock, after);
  if (leg === null || !event.data.legs.some((each) => each.leg === leg)) return clock;
  const published = publishedBudget(rules.procedure, leg);
  return published === null ? clock : { ...clock, budget: workBudget(published, rules.legal) };
}

function withoutWithdrawnBreach(clock: Clock, { data }: Amended): Clock {
  const isMeant = data.clocks.some(
    (each) => each.breachWithdrawn && each.clockId === clock.id && each.epoch === clock.epoch,
  );
  return isMeant ? { ...clock, breached: false } : clock;
}

/** The clock under the new version; what it used and where it rested stays. The applicant's time was told to him and stays too. Pure. */
export function amendedClock(clock: Clock, amending: Amending): Clock {
  const marked = withoutWithdrawnBreach(clock, amending.event);
  if (!goesOn(amending.event) || clock.status === 'stopped') return marked;
  return clock.kind === 'legal' ? withLimit(marked, amending) : withLegBudget(marked, amending);
}
