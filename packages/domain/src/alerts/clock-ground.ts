/** What one clock shows by itself: by its row alone, so that a storm of due clocks needs nothing else to be told of. */
import type { Clock, ClockKind } from '../sla/clock.js';
import { instantOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import type { AlertCause, AlertDecision, AlertLevel, AlertOwner, AlertRule, Ground } from './ground.js';

/** Rule and common cause of each kind of clock; the applicant's clocks are one rule, whatever they wait for. */
interface Shown {
  readonly rule: AlertRule;
  readonly cause: AlertCause;
  readonly decision: (level: AlertLevel) => AlertDecision;
}

const OWN_CLOCK: Shown = { rule: 'clockRunsOut', cause: 'holderSlow', decision: () => 'hurry' };
/** A lapsed transfer is opened to a supervisor (DESIGN 4.1, redirectTransfer). */
const moved = (level: AlertLevel): AlertDecision => (level === 'breached' ? 'redirectTransfer' : 'hurry');
const DELIVERY: Shown = { rule: 'deliveryPending', cause: 'transitStuck', decision: moved };
const ACCEPTANCE: Shown = { rule: 'acceptancePending', cause: 'receiverSlow', decision: moved };
const APPLICANT: Shown = {
  rule: 'supplementAboutToLapse',
  cause: 'applicantAwaited',
  decision: (level) => (level === 'breached' ? 'close' : 'remind'),
};

export function shownBy(kind: ClockKind): Shown {
  switch (kind) {
    case 'delivery':
      return DELIVERY;
    case 'acceptance':
      return ACCEPTANCE;
    case 'supplement':
    case 'payment':
      return APPLICANT;
    case 'reception':
    case 'legal':
    case 'transfer':
    case 'step':
    case 'consultation':
    case 'resultTransfer':
    case 'collection':
      return OWN_CLOCK;
  }
}

/** Rungs of this epoch that are in the journal, as a list that only grows while the clock runs. */
export function toldBy({
  warned,
  runsLow,
  breached,
}: Pick<Clock, 'warned' | 'runsLow' | 'breached'>): readonly string[] {
  return [...warned.map(String), ...runsLow, ...(breached ? ['breach'] : [])].sort();
}

/**
 * A limit judged by the day stands at its due instant for the rest of the day: all is used and nothing is late. Where the breach comes
 * with the next minute there is no such time.
 */
export function restsAtDue({ dueAt, breachFiresAt }: Clock): boolean {
  return dueAt !== null && (breachFiresAt === null || breachFiresAt > dueAt + 1);
}

function levelOf(clock: Clock, now: Minute): AlertLevel | null {
  if (clock.status === 'stopped' || clock.budget.unit === 'none') return null;
  if (clock.breached) return 'breached';
  if (clock.status !== 'running') return null;
  if (clock.dueAt !== null && clock.dueAt <= now && restsAtDue(clock)) return 'high';
  return clock.warned.length + clock.runsLow.length > 0 ? 'warning' : null;
}

const CODES = {
  deliveryPending: ['noReceipt', 'noReceiptLapsed'],
  acceptancePending: ['notAccepted', 'notAcceptedLapsed'],
  supplementAboutToLapse: ['timeRunsOut', 'timePassed'],
} as const;

export function codeOf(rule: AlertRule, level: AlertLevel): Ground['code'] {
  if (rule === 'deliveryPending' || rule === 'acceptancePending' || rule === 'supplementAboutToLapse') {
    return CODES[rule][level === 'breached' ? 1 : 0];
  }
  if (level === 'breached') return 'overdue';
  return level === 'high' ? 'allUsed' : 'rungReached';
}

/** The finding of a clock at this level. `owner`: who holds its minutes now. */
export function groundOfClock(clock: Clock, level: AlertLevel, owner: AlertOwner): Ground {
  const { rule, cause, decision } = shownBy(clock.kind);
  const budget = clock.budget.unit === 'work' ? clock.budget.minutes : null;
  const dueAt = clock.dueAt === null ? null : instantOf(clock.dueAt);
  const rungs: Partial<Record<AlertLevel, Minute | null>> = { breached: clock.breachFiresAt, high: clock.dueAt };
  return {
    common: { rule, cause, owner, decision: decision(level), system: null, about: null },
    ...{ clockId: clock.id, epoch: clock.epoch, level, code: codeOf(rule, level) },
    facts: { clock: clock.id, budget, dueAt },
    rungAt: rungs[level] ?? null,
    told: toldBy(clock),
  };
}

/**
 * What the clock shows now: `breached` from the journalled breach until it stops, resting included; `high` while it stands at its due
 * instant; `warning` from the first rung in the journal. Null when it shows nothing. Pure.
 */
export function clockGround(clock: Clock, now: Minute, owner: AlertOwner): Ground | null {
  const level = levelOf(clock, now);
  return level === null ? null : groundOfClock(clock, level, owner);
}
