/** The fold of the clocks: which of them a fact starts, stops, puts to rest or wakes (law 4). */
import { isDetected, isRemark } from '../dossier/events.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Amended } from '../dossier/amendments-in-force.js';
import { goesOn } from '../dossier/amendments-in-force.js';
import type { DossierEvent, EventOf } from '../dossier/events.js';
import { isFinal } from '../procedure/phase.js';
import { amendedClock } from './amended-clock.js';
import type { Clock } from './clock.js';
import { extend, pause, restart, resume, start, stop } from './clock-arithmetic.js';
import type { Started } from './clock-arithmetic.js';
import type { ClockRule } from './clock-rules.js';
import { CLOCK_RULES } from './clock-rules.js';
import { legOf } from './leg-of.js';
import { withExtensions } from './legal-clock.js';
import { lowRungKey } from './rungs/low-rung.js';
import { momentOf } from './moment.js';
import type { Change, Moment } from './moment.js';
import { sameOwner } from './owner.js';
import type { Owner } from './owner.js';
import { withPlanRung } from './rungs/plan-rungs.js';
import { reckon } from './reckoning.js';
import { legIsHeldUp, limitIsHeldUp } from './required-systems.js';

function ruleOf(clock: Clock): ClockRule {
  const rule = CLOCK_RULES.find(({ kind }) => kind === clock.kind);
  if (rule === undefined) throw new Error(`no rule for a clock of kind ${clock.kind}`);
  return rule;
}

/** For a recorded outage a limit in calendar days rests on whole days, every other clock to the minute (ADR 0028). */
function restsForOutage({ id, kind, budget }: Clock, { after, rules: { procedure } }: Standing): boolean {
  if (after.duringOutage === undefined) return false;
  if (kind !== 'legal') return legIsHeldUp(id, after, procedure);
  return budget.unit === 'calendarDays' ? after.duringOutage.limitRests : limitIsHeldUp(after, procedure);
}

type Standing = Pick<Moment, 'after' | 'rules'>;

function mustRest(clock: Clock, { after, rules }: Standing): boolean {
  const rule = ruleOf(clock);
  return after.phase === 'suspended' || rule.rests(after, rules) || restsForOutage(clock, { after, rules });
}

function ownedBy(clock: Clock, owner: Owner | null): Clock {
  if (owner === null || (clock.owner !== null && sameOwner(clock.owner, owner))) return clock;
  return { ...clock, owner };
}

/** A live clock after the fact; the very same object when the fact does not concern it. */
function carriedOn(clock: Clock, moment: Moment): Clock {
  if (clock.status === 'stopped') return clock;
  const rule = ruleOf(clock);
  if (rule.stops(moment, clock)) return stop(clock, moment.at);
  if (isFinal(moment.after.phase)) return stop(clock, moment.at);
  const limit = rule.restarts?.(moment) ?? null;
  const begun = limit === null ? clock : restart(clock, moment.at, withExtensions(limit, clock));
  const minutes = rule.extended?.(moment) ?? null;
  const extended = minutes === null ? begun : extend(begun, minutes);
  const owned = ownedBy(extended, rule.ownerNow?.(moment.after) ?? null);
  return mustRest(owned, moment) ? pause(owned, moment.at) : resume(owned, moment.at);
}

function opened(rule: ClockRule, started: Started, moment: Moment): Clock {
  const { key, budget, owner = null, startedAt = moment.at, countsFrom = startedAt, restsUntil = startedAt } = started;
  const { kind } = rule;
  const id = key === undefined ? kind : `${kind}:${key}`;
  const granularity = kind === 'legal' ? moment.rules.procedure.promiseGranularity : 'minute';
  const clock = start({ id, kind, owner, budget, granularity, startedAt, countsFrom });
  const rests = [{ from: startedAt, to: restsUntil }, ...(started.rests ?? [])].filter(({ from, to }) => from < to);
  const rested = rests.reduce((resting, { from, to }) => resume(pause(resting, from), to), clock);
  return mustRest(rested, moment) ? pause(rested, moment.at) : rested;
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

function toldShare(clock: Clock, percent: number): Clock {
  return clock.warned.includes(percent) ? clock : { ...clock, warned: [...clock.warned, percent] };
}

function toldLow(clock: Clock, key: string): Clock {
  return clock.runsLow.includes(key) ? clock : { ...clock, runsLow: [...clock.runsLow, key] };
}

/** A rung in the journal: it changes nothing but that it will not fire again in this epoch, unless a restatement withdraws it. */
function withRung(clock: Clock, event: DossierEvent): Clock {
  if ('clocks' in event.data) {
    const isMeant = event.data.clocks.some(
      (each) => each.breachWithdrawn && each.clockId === clock.id && each.epoch === clock.epoch,
    );
    return isMeant ? { ...clock, breached: false } : clock;
  }
  if (!('clockId' in event.data) || event.data.clockId !== clock.id || event.data.epoch !== clock.epoch) return clock;
  if (event.type === 'dossier.clockBreached.v1') return { ...clock, breached: true };
  if (event.type === 'dossier.clockRunsLow.v1') return toldLow(clock, lowRungKey(event.data.rung));
  return event.type === 'dossier.clockWarned.v1' ? toldShare(clock, event.data.percent) : clock;
}

/** A live clock of a leg whose budget was cut anew: what it used stays, and what follows from its budget is reckoned again. */
function withSubDeadline(clock: Clock, event: EventOf<'dossier.subDeadlinesRecut.v1'>, dossier: Dossier): Clock {
  const leg = clock.status === 'stopped' ? null : legOf(clock, dossier);
  const minutes = event.data.legs.find((each) => each.leg === leg)?.toMinutes;
  if (minutes === undefined || clock.budget.unit !== 'work' || clock.budget.minutes === minutes) return clock;
  return { ...clock, budget: { unit: 'work', minutes } };
}

/** A clock under the new version of the procedure, which also says whether it rests from now on. */
function amended(clock: Clock, change: Change & { readonly event: Amended }): Clock {
  const next = amendedClock(clock, change);
  if (next.status === 'stopped' || !goesOn(change.event)) return next;
  const moment = momentOf(change);
  return mustRest(next, moment) ? pause(next, moment.at) : resume(next, moment.at);
}

/**
 * The clocks after one more fact, in the order they started. A clock the fact does not concern is the same object as before, so
 * that only changed rows are written. Times are `occurredAt` cut to the minute. Pure.
 */
export function advanceClocks(change: Change & { readonly clocks: readonly Clock[] }): readonly Clock[] {
  const { after: dossier, rules } = change;
  return withPlanRung({ dossier, clocks: advanced(change), rules });
}

function advanced(change: Change & { readonly clocks: readonly Clock[] }): readonly Clock[] {
  const { clocks, event, rules } = change;
  const reckoned = (before: Clock, now: Clock): Clock => (now === before ? before : reckon(now, rules));
  if (event.type === 'dossier.versionAmended.v1') {
    // Rungs may differ between the versions, also where the clock does not.
    return clocks.map((clock) => {
      const next = amended(clock, { ...change, event });
      return next.status === 'stopped' ? reckoned(clock, next) : reckon(next, rules);
    });
  }
  if (isDetected(event.type) || isRemark(event.type)) {
    return clocks.map((clock) => reckoned(clock, withRung(clock, event)));
  }
  if (event.type === 'dossier.subDeadlinesRecut.v1') {
    return clocks.map((clock) => reckoned(clock, withSubDeadline(clock, event, change.after)));
  }
  const moment = momentOf(change, clocks);
  const carried = clocks.map((clock) => reckoned(clock, carriedOn(clock, moment)));
  const started = startedBy(moment);
  return started.length === 0 ? carried : [...carried, ...started.map((clock) => reckon(clock, rules))];
}

/** The clocks from a minute on at which a shared system goes down or comes back; a clock it does not concern is the same object. Pure. */
export function turnedClocks(
  clocks: readonly Clock[],
  { after, at, rules }: Standing & Pick<Moment, 'at'>,
): readonly Clock[] {
  const turned = clocks.map((clock) => {
    if (clock.status === 'stopped') return clock;
    const next = mustRest(clock, { after, rules }) ? pause(clock, at) : resume(clock, at);
    return next === clock ? clock : reckon(next, rules);
  });
  return withPlanRung({ dossier: after, clocks: turned, rules });
}
