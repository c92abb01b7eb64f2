/** What may happen to an alert, and what follows from what is seen and from time. Pure: a chain and a calendar come in as data. */
import type { OfficerId } from '../kernel/ids.js';
import { millisOf, minuteOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import type { Alert, AlertPerson, ChainLink, LevelCounts } from './alert.js';
import { NO_MEMBERS, membersOf } from './alert.js';
import { WITHDRAWALS } from './alert-events.js';
import type { AlertEvent, AlertFact, Departure, Withdrawal } from './alert-events.js';
import type { AlertRefusal } from './alert-refusal.js';
import { refuseAlert } from './alert-refusal.js';
import { evolveAlert } from './evolve-alert.js';
import { alertKey, rankOf } from './ground.js';
import type { CommonCause } from './ground.js';

/** A snooze ends by itself within a week: an alert that nobody hears for longer is one that nobody hears. */
export const LONGEST_SNOOZE_DAYS = 7;

/** What a person asks for. `ifVersion`: the version he has seen; left out, he is refused where he would undo another's act. */
export type AlertCommand = (
  | { readonly type: 'acknowledge'; readonly note?: string | undefined }
  | { readonly type: 'snooze'; readonly until: Instant; readonly reason?: string | undefined }
  | { readonly type: 'unsnooze' }
  | { readonly type: 'assign'; readonly to: OfficerId }
  | { readonly type: 'resolve'; readonly reason: string }
) & { readonly ifVersion?: number | undefined };

/** What was found about its members since it was last looked at. */
export interface Observation {
  readonly joined: LevelCounts;
  /** How many of those that joined stood before, at a graver level that was taken back. */
  readonly again: number;
  readonly changed: { readonly before: LevelCounts; readonly after: LevelCounts; readonly told: number };
  readonly left: { readonly left: LevelCounts; readonly why: Readonly<Partial<Record<Departure, number>>> };
}
/** When an alert that came to the link at `from` goes to the next one; null where there is none or the calendar does not reach. */
export type EscalatesAt = (chain: readonly ChainLink[], link: number, from: Minute) => Minute | null;

interface Draft {
  readonly alert: Alert;
  readonly facts: readonly AlertFact[];
}

const ENGINE_ACTOR = { kind: 'engine' } as const;

function then({ alert, facts }: Draft, fact: AlertFact | null, at: Instant): Draft {
  if (fact === null) return { alert, facts };
  const event: AlertEvent = { ...fact, alertId: alert.id, at, actor: ENGINE_ACTOR };
  return { alert: evolveAlert(alert, event), facts: [...facts, fact] };
}

const some = (counts: LevelCounts): boolean => membersOf({ counts }) > 0;

/** The first fact of an alert, with its first members. */
export function openAlert(
  common: CommonCause,
  joined: LevelCounts,
  {
    chain,
    escalatesAt,
    now,
  }: { readonly chain: readonly ChainLink[]; readonly escalatesAt: EscalatesAt; readonly now: Instant },
): AlertFact {
  const goesOnAt = escalatesAt(chain, 0, minuteOf(now));
  return { kind: 'opened', data: { ...common, key: alertKey(common), joined, chain, escalatesAt: goesOnAt } };
}

function weight({ unknown, warning, high, breached }: LevelCounts): number {
  return (
    unknown * rankOf('unknown') + warning * rankOf('warning') + high * rankOf('high') + breached * rankOf('breached')
  );
}

/** Why the alert calls again after what was seen; null when it does not. */
function callsAgain(before: Alert, after: Alert, { joined, again, changed }: Observation) {
  switch (before.status) {
    case 'acknowledged':
      return rankOf(after.level) > rankOf(before.level) ? 'worse' : null;
    case 'snoozed':
      return joined.breached > 0 || changed.after.breached > changed.before.breached ? 'breach' : null;
    case 'settled':
      if (membersOf({ counts: joined }) > again) return 'joined';
      return weight(changed.after) > weight(changed.before) ? 'worse' : null;
    case 'open':
    case 'resolved':
    case 'withdrawn':
      return null;
  }
}

function commonest(why: Observation['left']['why']): Withdrawal {
  const [first = 'calendarRestated'] = WITHDRAWALS.filter((reason) => (why[reason] ?? 0) > 0).sort(
    (a, b) => (why[b] ?? 0) - (why[a] ?? 0),
  );
  return first;
}

/** The end of an alert whose last member is gone: withdrawn only when none of them was ever real. */
function endOf({ membersTotal, membersWithdrawn, level }: Alert, { left }: Observation): AlertFact {
  if (membersWithdrawn < membersTotal) return { kind: 'resolved', data: { level } };
  return { kind: 'withdrawn', data: { reason: commonest(left.why) } };
}

/**
 * What follows from what was seen of its members. A rise of level opens an acknowledged alert again, a breach ends a snooze, and what
 * a person settled comes back when a member gets worse or another dossier joins. Nothing seen: nothing follows.
 */
export function observeAlert(
  alert: Alert,
  seen: Observation,
  { escalatesAt, now }: { readonly escalatesAt: EscalatesAt; readonly now: Instant },
): readonly AlertFact[] {
  const { joined, changed, left } = seen;
  let draft: Draft = { alert, facts: [] };
  if (some(left.left)) draft = then(draft, { kind: 'left', data: left }, now);
  if (some(changed.before) || changed.told > 0) draft = then(draft, { kind: 'changed', data: changed }, now);
  if (some(joined)) draft = then(draft, { kind: 'joined', data: { joined } }, now);
  const after = draft.alert;
  if (draft.facts.length === 0) return [];
  if (membersOf(after) === 0) return then(draft, endOf(after, seen), now).facts;
  const why = callsAgain(alert, after, seen);
  if (why === null) return draft.facts;
  const goesOnAt = escalatesAt(alert.chain, alert.stage, minuteOf(now));
  return then(draft, { kind: 'reopened', data: { why, escalatesAt: goesOnAt } }, now).facts;
}

/**
 * What time alone brings: the end of a snooze, and one link of the chain after the other for as long as nobody reacted. Late, never
 * early; `dueAt` and what is counted from it are the true minutes, however long nobody looked.
 */
export function tickAlert(
  alert: Alert,
  { escalatesAt, now }: { readonly escalatesAt: EscalatesAt; readonly now: Instant },
): readonly AlertFact[] {
  let draft: Draft = { alert, facts: [] };
  const { snoozedUntil } = alert;
  if (alert.status === 'snoozed' && snoozedUntil !== null && snoozedUntil <= now) {
    const goesOnAt = escalatesAt(alert.chain, alert.stage, minuteOf(snoozedUntil));
    draft = then(draft, { kind: 'reopened', data: { why: 'snoozeOver', escalatesAt: goesOnAt } }, now);
  }
  for (;;) {
    const { chain, stage, escalatesAt: dueAt } = draft.alert;
    const next = chain[stage + 1];
    if (dueAt === null || dueAt > minuteOf(now) || next === undefined) return draft.facts;
    const goesOnAt = escalatesAt(chain, stage + 1, dueAt);
    const data = { stage: next.stage, link: stage + 1, to: next.agencies, dueAt, escalatesAt: goesOnAt };
    draft = then(draft, { kind: 'escalated', data }, now);
  }
}

function closedRefusal({ closedAt, closeReason, lastAct }: Alert): AlertRefusal {
  const by = closeReason === 'byHand' ? (lastAct?.by ?? null) : null;
  return refuseAlert('alert-closed', { closedAt, closeReason, by });
}

function snoozedRefusal({ lastAct, snoozedUntil }: Alert): AlertRefusal {
  return refuseAlert('alert-already-snoozed', { by: lastAct?.by ?? null, until: snoozedUntil });
}

function snooze(
  alert: Alert,
  { until, reason, ifVersion }: Extract<AlertCommand, { type: 'snooze' }>,
  { by, now }: { readonly by: AlertPerson; readonly now: Instant },
): AlertFact | AlertRefusal {
  if (until <= now) return refuseAlert('alert-snooze-in-past', { until, now });
  const days = (millisOf(until) - millisOf(now)) / 86_400_000;
  if (days > LONGEST_SNOOZE_DAYS) return refuseAlert('alert-snooze-too-long', { until, mostDays: LONGEST_SNOOZE_DAYS });
  const anothers = alert.status === 'snoozed' && alert.lastAct?.by !== by.officerId;
  if (anothers && ifVersion === undefined) return snoozedRefusal(alert);
  return { kind: 'snoozed', data: { until, reason: reason ?? null } };
}

export interface ActFacts {
  readonly by: AlertPerson;
  readonly now: Instant;
  readonly escalatesAt: EscalatesAt;
}

function actOn(alert: Alert, command: AlertCommand, { by, now, escalatesAt }: ActFacts): AlertFact | AlertRefusal {
  switch (command.type) {
    case 'acknowledge': {
      const { acknowledgedBy, acknowledgedAt } = alert;
      if (alert.status === 'acknowledged')
        return refuseAlert('alert-already-acknowledged', { by: acknowledgedBy, at: acknowledgedAt });
      const anothers = alert.status === 'snoozed' && alert.lastAct?.by !== by.officerId;
      if (anothers && command.ifVersion === undefined) return snoozedRefusal(alert);
      return { kind: 'acknowledged', data: { note: command.note ?? null } };
    }
    case 'snooze':
      return snooze(alert, command, { by, now });
    case 'unsnooze': {
      if (alert.status !== 'snoozed') return refuseAlert('alert-not-snoozed', { state: alert.status });
      const goesOnAt = escalatesAt(alert.chain, alert.stage, minuteOf(now));
      return { kind: 'reopened', data: { why: 'unsnoozed', escalatesAt: goesOnAt } };
    }
    case 'assign': {
      const taken = alert.assignedTo !== null && alert.assignedTo !== command.to && command.ifVersion === undefined;
      if (taken) return refuseAlert('alert-already-assigned', { to: alert.assignedTo });
      return { kind: 'assigned', data: { to: command.to } };
    }
    case 'resolve':
      return { kind: 'settled', data: { reason: command.reason } };
  }
}

/**
 * An act of a person, or why not. Of two at once one wins; the other is told who was quicker and what he did (`alert-changed` where a
 * version was named, else by the state he finds).
 */
export function decideAlert(alert: Alert, command: AlertCommand, facts: ActFacts): readonly AlertFact[] | AlertRefusal {
  const { ifVersion } = command;
  if (ifVersion !== undefined && ifVersion !== alert.version) {
    const { kind = null, by = null, at = null } = alert.lastAct ?? {};
    return refuseAlert('alert-changed', { version: alert.version, kind, by, at });
  }
  const closed = ['settled', 'resolved', 'withdrawn'].includes(alert.status);
  if (closed) return closedRefusal(alert);
  const outcome = actOn(alert, command, facts);
  return 'refused' in outcome ? outcome : [outcome];
}
