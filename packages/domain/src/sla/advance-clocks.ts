/** The fold of the clocks: which of them a fact starts, stops, puts to rest or wakes (law 4). */
import { isDetected } from '../dossier/events.js';
import type { Dossier } from '../dossier/dossier.js';
import type { DossierEvent, EventOf } from '../dossier/events.js';
import { isFinal } from '../procedure/phase.js';
import type { Clock } from './clock.js';
import { extend, pause, restart, resume, start, stop } from './clock-arithmetic.js';
import type { Started } from './clock-arithmetic.js';
import type { ClockRule } from './clock-rules.js';
import { CLOCK_RULES } from './clock-rules.js';
import { ranSinceLateOpinion } from './late-answer.js';
import { legOf } from './leg-of.js';
import { withExtensions } from './legal-clock.js';
import { momentOf } from './moment.js';
import type { Change, Moment } from './moment.js';
import { sameOwner } from './owner.js';
import type { Owner } from './owner.js';
import type { Reckoner } from './reckoning.js';
import { reckon } from './reckoning.js';

function ruleOf(clock: Clock): ClockRule {
  const rule = CLOCK_RULES.find(({ kind }) => kind === clock.kind);
  if (rule === undefined) throw new Error(`no rule for a clock of kind ${clock.kind}`);
  return rule;
}

function mustRest(rule: ClockRule, { after, rules }: Moment): boolean {
  return after.phase === 'suspended' || rule.rests(after, rules);
}

function ownedBy(clock: Clock, owner: Owner | null): Clock {
  if (owner === null || (clock.owner !== null && sameOwner(clock.owner, owner))) return clock;
  return { ...clock, owner };
}

/** A live clock after the fact; the very same object when the fact does not concern it. */
function carriedOn(clock: Clock, moment: Moment): Clock {
  const late = clock.kind === 'legal' ? ranSinceLateOpinion(clock, moment) : null;
  if (late !== null) return late;
  if (clock.status === 'stopped') return clock;
  const rule = ruleOf(clock);
  if (rule.stops(moment, clock)) return stop(clock, moment.at);
  if (isFinal(moment.after.phase)) return stop(clock, moment.at);
  const limit = rule.restarts?.(moment) ?? null;
  const begun = limit === null ? clock : restart(clock, moment.at, withExtensions(limit, clock));
  const minutes = rule.extended?.(moment) ?? null;
  const extended = minutes === null ? begun : extend(begun, minutes);
  const owned = ownedBy(extended, rule.ownerNow?.(moment.after) ?? null);
  return mustRest(rule, moment) ? pause(owned, moment.at) : resume(owned, moment.at);
}

function opened(rule: ClockRule, started: Started, moment: Moment): Clock {
  const { key, budget, owner = null, startedAt = moment.at, countsFrom = startedAt, restsUntil = startedAt } = started;
  const { kind } = rule;
  const id = key === undefined ? kind : `${kind}:${key}`;
  const granularity = kind === 'legal' ? moment.rules.procedure.promiseGranularity : 'minute';
  const clock = start({ id, kind, owner, budget, granularity, startedAt, countsFrom });
  const rested = restsUntil > startedAt ? resume(pause(clock, startedAt), restsUntil) : clock;
  return mustRest(rule, moment) ? pause(rested, restsUntil) : rested;
}

/** A clock starts once: a second start under its id (which no decision lets through) is none. */
function startedBy(moment: Moment): readonly Clock[] {
  if (isFinal(moment.after.phase)) return [];
  return CLOCK_RULES.flatMap((rule) => {
    const started = rule.starts(moment);
    const clock = started === null ? null : opened(rule, started, moment);
    return clock === null || moment.clocks.some(({ id }) => id === clock.id) ? [] : [clock];
  });
}

/** A rung in the journal: it changes nothing but that it will not fire again in this epoch, unless a restatement withdraws it. */
function withRung(clock: Clock, event: DossierEvent): Clock {
  if (event.type === 'dossier.calendarRestated.v1') {
    const { clocks } = event.data;
    const isMeant = clocks.some(
      (each) => each.breachWithdrawn && each.clockId === clock.id && each.epoch === clock.epoch,
    );
    return isMeant ? { ...clock, breached: false } : clock;
  }
  if (event.type !== 'dossier.clockWarned.v1' && event.type !== 'dossier.clockBreached.v1') return clock;
  const { clockId, epoch } = event.data;
  if (clock.id !== clockId || clock.epoch !== epoch) return clock;
  if (event.type === 'dossier.clockBreached.v1') return { ...clock, breached: true };
  return clock.warned.includes(event.data.percent)
    ? clock
    : { ...clock, warned: [...clock.warned, event.data.percent] };
}

/** A live clock of a leg whose budget was cut anew: what it used stays, and what follows from its budget is reckoned again. */
function withSubDeadline(clock: Clock, event: EventOf<'dossier.subDeadlinesRecut.v1'>, dossier: Dossier): Clock {
  const leg = clock.status === 'stopped' ? null : legOf(clock, dossier);
  const minutes = event.data.legs.find((each) => each.leg === leg)?.toMinutes;
  if (minutes === undefined || clock.budget.unit !== 'work' || clock.budget.minutes === minutes) return clock;
  return { ...clock, budget: { unit: 'work', minutes } };
}

/**
 * The clocks after one more fact, in the order they started. A clock the fact does not concern is the same object as before, so
 * that only changed rows are written. Times are `occurredAt` cut to the minute. Pure.
 */
export function advanceClocks(change: Change & { readonly clocks: readonly Clock[] }): readonly Clock[] {
  const { clocks, event, rules } = change;
  const by: Reckoner = { legal: rules.legal, warnPercents: rules.procedure.warnPercents };
  const reckoned = (before: Clock, now: Clock): Clock => (now === before ? before : reckon(now, by));
  if (isDetected(event.type)) return clocks.map((clock) => reckoned(clock, withRung(clock, event)));
  if (event.type === 'dossier.subDeadlinesRecut.v1') {
    return clocks.map((clock) => reckoned(clock, withSubDeadline(clock, event, change.after)));
  }
  const moment = momentOf(change, clocks);
  const carried = clocks.map((clock) => reckoned(clock, carriedOn(clock, moment)));
  const started = startedBy(moment);
  return started.length === 0 ? carried : [...carried, ...started.map((clock) => reckon(clock, by))];
}
