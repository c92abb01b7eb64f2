/** An alert as its events have made it. */
import type { Alert, LastAct, LevelCounts } from './alert.js';
import { NO_MEMBERS, membersOf } from './alert.js';
import { WITHDRAWALS } from './alert-events.js';
import type { AlertEvent, Departure } from './alert-events.js';
import { ALERT_LEVELS, rankOf } from './ground.js';
import type { AlertLevel } from './ground.js';

export function addCounts(a: LevelCounts, b: LevelCounts): LevelCounts {
  const { unknown, warning, high, breached } = a;
  return {
    unknown: unknown + b.unknown,
    warning: warning + b.warning,
    high: high + b.high,
    breached: breached + b.breached,
  };
}

export function takeCounts(a: LevelCounts, b: LevelCounts): LevelCounts {
  const negative = { unknown: -b.unknown, warning: -b.warning, high: -b.high, breached: -b.breached };
  return addCounts(a, negative);
}

/** The worst level that has a member; null without members. */
export function worstOf(counts: LevelCounts): AlertLevel | null {
  const there = ALERT_LEVELS.filter((level) => counts[level] > 0);
  return there.sort((a, b) => rankOf(b) - rankOf(a))[0] ?? null;
}

function withdrawnAmong(why: Readonly<Partial<Record<Departure, number>>>): number {
  return WITHDRAWALS.reduce((sum, reason) => sum + (why[reason] ?? 0), 0);
}

function withMembers(alert: Alert, counts: LevelCounts): Alert {
  return { ...alert, counts, level: worstOf(counts) ?? alert.level };
}

function opened(event: Extract<AlertEvent, { kind: 'opened' }>): Alert {
  const { joined, chain, escalatesAt, key, ...common } = event.data;
  return {
    ...common,
    ...{ id: event.alertId, key, chain, escalatesAt },
    status: 'open',
    level: worstOf(joined) ?? 'unknown',
    counts: joined,
    membersTotal: membersOf({ counts: joined }),
    membersWithdrawn: 0,
    openedAt: event.at,
    changedAt: event.at,
    stage: 0,
    ...{ acknowledgedBy: null, acknowledgedAt: null, snoozedUntil: null, assignedTo: null },
    ...{ closedAt: null, closeReason: null, version: 0, lastAct: null },
  };
}

/** Nobody has it in hand any more. */
const AGAIN = { status: 'open', acknowledgedBy: null, acknowledgedAt: null, snoozedUntil: null } as const;
const NOT_CLOSED = { closedAt: null, closeReason: null };

/** What the event makes of it, beside the time and the count of acts. */
function changedBy(alert: Alert, event: Exclude<AlertEvent, { kind: 'opened' }>): Alert {
  const by = event.actor.kind === 'person' ? event.actor.officerId : null;
  switch (event.kind) {
    case 'joined': {
      const total = alert.membersTotal + membersOf({ counts: event.data.joined });
      return { ...withMembers(alert, addCounts(alert.counts, event.data.joined)), membersTotal: total };
    }
    case 'changed':
      return withMembers(alert, addCounts(takeCounts(alert.counts, event.data.before), event.data.after));
    case 'left': {
      const withdrawn = alert.membersWithdrawn + withdrawnAmong(event.data.why);
      return { ...withMembers(alert, takeCounts(alert.counts, event.data.left)), membersWithdrawn: withdrawn };
    }
    case 'reopened':
      return { ...alert, ...AGAIN, ...NOT_CLOSED, escalatesAt: event.data.escalatesAt };
    case 'escalated':
      return { ...alert, stage: event.data.link, escalatesAt: event.data.escalatesAt };
    case 'acknowledged':
      return {
        ...{ ...alert, ...AGAIN },
        ...{ status: 'acknowledged', acknowledgedBy: by, acknowledgedAt: event.at, escalatesAt: null },
      };
    case 'snoozed':
      return { ...alert, status: 'snoozed', snoozedUntil: event.data.until, escalatesAt: null };
    case 'assigned':
      return { ...alert, assignedTo: event.data.to };
    case 'settled':
      return closedAs(alert, event, 'byHand');
    case 'resolved':
      return closedAs(alert, event, 'facts');
    case 'withdrawn':
      return closedAs(alert, event, event.data.reason);
  }
}

function closedAs(
  alert: Alert,
  { kind, at }: Extract<AlertEvent, { kind: 'settled' | 'resolved' | 'withdrawn' }>,
  closeReason: string,
): Alert {
  return { ...alert, status: kind, snoozedUntil: null, escalatesAt: null, closedAt: at, closeReason };
}

function actOf({ kind, actor, at }: AlertEvent): LastAct | null {
  return actor.kind === 'person' ? { kind, by: actor.officerId, at } : null;
}

/** The alert after the event. Throws when the first event does not open it: a journal that cannot be. Pure. */
export function evolveAlert(alert: Alert | null, event: AlertEvent): Alert {
  if (event.kind === 'opened') return opened(event);
  if (alert === null) throw new Error(`the journal of alert ${event.alertId} begins with ${event.kind}`);
  const act = actOf(event);
  const next = { ...changedBy(alert, event), changedAt: event.at };
  return act === null ? next : { ...next, version: alert.version + 1, lastAct: act };
}

/** The alert as all its events give it, in their order. */
export function foldAlert(events: readonly AlertEvent[]): Alert | null {
  return events.reduce<Alert | null>(evolveAlert, null);
}
