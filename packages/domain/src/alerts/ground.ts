/** Grounds: the single findings about one dossier that alerts are made of. Codes and figures only; words stand at the edge. */
import type { CommandType } from '../dossier/commands.js';
import type { AgencyId } from '../kernel/ids.js';
import type { RefusalFacts } from '../kernel/refusal.js';
import type { Owner } from '../sla/owner.js';
import type { RiskCause } from '../sla/risk/risk-causes.js';
import type { Minute } from '../time/instant.js';

/** `info` is shown with the dossier and raises nothing; `unknown` stands beside the others, never below them (law 8). */
export const ALERT_LEVELS = ['unknown', 'warning', 'high', 'breached'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

/** What each rule may name as the common cause of an alert. Rules are those of the risk list; what clocks show is one rule. */
export const ALERT_CAUSES = {
  structuralInfeasibility: ['infeasible'],
  deliveryPending: ['transitStuck'],
  acceptancePending: ['receiverSlow'],
  clockRunsOut: ['holderSlow'],
  remainingPlanExceedsRemainingTime: ['planTooLong'],
  bouncedTwice: ['sentToAndFro'],
  supplementAboutToLapse: ['applicantAwaited'],
  deskClosesBeforeDue: ['deskCloses'],
  systemOutage: ['systemDown'],
  openConflict: ['conflictUnsettled'],
  cannotBeComputed: ['calendarDoesNotReach', 'jurisdictionUnknown', 'noPromise'],
} as const;
export type AlertRule = keyof typeof ALERT_CAUSES;
export type AlertCause = (typeof ALERT_CAUSES)[AlertRule][number];
export const ALERT_RULES = Object.keys(ALERT_CAUSES) as [AlertRule, ...AlertRule[]];

/**
 * What is left to do where no command would help at once: `hurry`: the owner finishes what the clock measures; `remind`: the holder
 * reminds the applicant; `restoreSystem`: whoever runs the shared system brings it back; `find`: a supervisor finds out what is missing
 * (a calendar, a promise, a timeline that can be kept). So that no alert is without somebody who can act on it.
 */
export const ALERT_DUTIES = ['hurry', 'remind', 'restoreSystem', 'find'] as const;
export type AlertDuty = (typeof ALERT_DUTIES)[number];
export type AlertDecision = CommandType | AlertDuty;

/** Who holds the minutes, and the agency whose people can do something: its own, or the one that waits for the carrier or applicant. */
export interface AlertOwner {
  readonly kind: Owner['kind'] | 'nobody';
  readonly agencyId: AgencyId | null;
}

/** What several dossiers have in common: one alert for each different one. */
export interface CommonCause {
  readonly rule: AlertRule;
  readonly cause: AlertCause;
  readonly owner: AlertOwner;
  readonly decision: AlertDecision;
  /** The shared system that is down. */
  readonly system: string | null;
  /** What else tells causes apart: the procedure version (`1.004227/3`) or the legal calendar. */
  readonly about: string | null;
}

/** One finding; unique in its dossier by (rule, clock, epoch), and for findings beside clocks by their cause. */
export interface Ground {
  readonly common: CommonCause;
  /** Id of the clock; `-` for a finding that rests on none, with the cause behind it where a rule may find several. */
  readonly clockId: string;
  /** 0 without a clock. */
  readonly epoch: number;
  readonly level: AlertLevel;
  readonly code: RiskCause | 'rungReached';
  /** Figures that stay as they are until the finding changes: minutes of the legal calendar, instants in UTC. */
  readonly facts: RefusalFacts;
  /** True first minute of the finding at this level; null where it has none of its own. */
  readonly rungAt: Minute | null;
  /** Rungs of the clock told so far in this epoch: `50`, `remaining:120`, `breach`. A further one is news. */
  readonly told: readonly string[];
}

/** Which finding of the dossier it is. */
export function groundKey({ common: { rule }, clockId, epoch }: Pick<Ground, 'common' | 'clockId' | 'epoch'>): string {
  return `${rule} ${clockId} ${epoch}`;
}

/** Which alert it belongs to: equal for equal causes. */
export function alertKey({ rule, cause, owner, decision, system, about }: CommonCause): string {
  return [rule, cause, owner.kind, owner.agencyId, decision, system, about].map((part) => part ?? '').join('|');
}

/** Greater: worse. `unknown` is as grave as a warning: it calls for somebody, and nothing is known to be late. */
export function rankOf(level: AlertLevel): number {
  return level === 'unknown' ? 1 : ALERT_LEVELS.indexOf(level);
}
