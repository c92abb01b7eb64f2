/** The names of the risk rules and of what each may find. Codes only: their words stand in `words`, shared by server and console. */
export const RISK_CAUSES = {
  structuralInfeasibility: ['legsExceedLimit', 'legsExceedPromise'],
  deliveryPending: ['noReceipt', 'noReceiptLapsed'],
  acceptancePending: ['notAccepted', 'notAcceptedLapsed'],
  legAt50: ['halfUsed'],
  legAt75: ['threeQuartersUsed'],
  legAt100: ['allUsed', 'overdue'],
  remainingPlanExceedsRemainingTime: ['planExceedsLimit', 'leastExceedsLimit'],
  bouncedTwice: ['sentBackTwice', 'attemptsExhausted'],
  supplementAboutToLapse: ['timeRunsOut', 'timePassed'],
  deskClosesBeforeDue: ['deskClosesFirst', 'deskStaysClosed'],
  calendarProvisional: ['yearWithoutNotice'],
  systemOutage: ['requiredSystemDown', 'suspendedByOutage'],
  openConflict: ['claimContradictsJournal'],
  cannotBeComputed: ['calendarDoesNotReach', 'jurisdictionUnknown', 'noPromise'],
} as const;

export type RiskRuleName = keyof typeof RISK_CAUSES;
export type RiskCause = (typeof RISK_CAUSES)[RiskRuleName][number];
export const RISK_RULE_NAMES = Object.keys(RISK_CAUSES) as [RiskRuleName, ...RiskRuleName[]];

/** `unknown` stands beside the others, not below them: it is never green (law 8). */
export const RISK_LEVELS = ['info', 'warning', 'high', 'breached', 'unknown'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** What a rule may look at. Fields of the dossier by name; clocks, calendars and the rest as wholes. */
export const RISK_INPUTS = [
  'now',
  'systemsDown',
  'clocks',
  'procedure',
  'legalCalendar',
  'deskCalendars',
  'dossier.accepted',
  'dossier.apologies',
  'dossier.bounces',
  'dossier.competentAgency',
  'dossier.completedSteps',
  'dossier.consultations',
  'dossier.extensions',
  'dossier.holder',
  'dossier.notified',
  'dossier.openConflicts',
  'dossier.openSteps',
  'dossier.outcome',
  'dossier.phase',
  'dossier.pin',
  'dossier.promise',
  'dossier.receivedAt',
  'dossier.resultCopy',
  'dossier.subDeadlines',
  'dossier.supplementForwarding',
  'dossier.supplementFrom',
  'dossier.suspension',
  'dossier.transfer',
] as const;
export type RiskInput = (typeof RISK_INPUTS)[number];
