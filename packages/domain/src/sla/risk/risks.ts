/**
 * The one list of risk rules (DESIGN 4.9). A rule is a function named for what it says; here stands what it reads, what it may find
 * at which levels, and which acts it may advise. Their words are in `words/risk-sentences.ts`.
 */
import type { CommandType } from '../../dossier/commands.js';
import type { DossierFile, Rules } from '../../dossier/file.js';
import type { RiskCause, RiskInput, RiskLevel, RiskRuleName } from './risk-causes.js';
import {
  bouncedTwice,
  calendarProvisional,
  cannotBeComputed,
  openConflict,
  systemOutage,
} from './risk-of-circumstances.js';
import {
  acceptancePending,
  deliveryPending,
  legAt100,
  legAt50,
  legAt75,
  supplementAboutToLapse,
} from './risk-of-clocks.js';
import { deskClosesBeforeDue, remainingPlanExceedsRemainingTime, structuralInfeasibility } from './risk-of-plans.js';
import type { Risk, RiskContext, RiskRule } from './risk-view.js';
import { riskView } from './risk-view.js';

export interface ListedRisk {
  readonly find: RiskRule;
  /** Everything it looks at; a spec holds it to this. */
  readonly reads: readonly RiskInput[];
  /** What it may find, and how grave that can be. */
  readonly causes: Readonly<Partial<Record<RiskCause, readonly RiskLevel[]>>>;
  /** Acts it may advise; none where nobody can do anything but wait. */
  readonly decisions: readonly CommandType[];
}

const ITS_CLOCKS = ['clocks', 'legalCalendar', 'now'] as const;
/** Who holds the dossier while it has a clock to keep. */
const HOLDER = [
  'dossier.receivedAt',
  'dossier.phase',
  'dossier.pin',
  'dossier.transfer',
  'dossier.competentAgency',
  'dossier.openSteps',
  'dossier.consultations',
  'dossier.supplementForwarding',
] as const;
const ORIGIN = ['dossier.receivedAt', 'dossier.pin', 'dossier.competentAgency'] as const;
const WORK_LEFT = [
  'dossier.outcome',
  'dossier.completedSteps',
  'dossier.subDeadlines',
  'dossier.suspension',
  'dossier.resultCopy',
] as const;
const REMEDY = ['dossier.extensions', 'dossier.accepted', 'dossier.promise', 'dossier.apologies'] as const;

export const RISK_RULES: { readonly [Name in RiskRuleName]: ListedRisk } = {
  structuralInfeasibility: {
    find: structuralInfeasibility,
    reads: ['clocks', 'procedure', 'legalCalendar', 'deskCalendars', ...REMEDY, ...ORIGIN],
    causes: { legsExceedLimit: ['high'], legsExceedPromise: ['warning'] },
    decisions: ['extend', 'apologise'],
  },
  deliveryPending: {
    find: deliveryPending,
    reads: ITS_CLOCKS,
    causes: { noReceipt: ['info'], noReceiptLapsed: ['breached'] },
    decisions: ['recallTransfer', 'redirectTransfer'],
  },
  acceptancePending: {
    find: acceptancePending,
    reads: ITS_CLOCKS,
    causes: { notAccepted: ['info'], notAcceptedLapsed: ['breached'] },
    decisions: ['recallTransfer', 'redirectTransfer'],
  },
  legAt50: { find: legAt50, reads: ITS_CLOCKS, causes: { halfUsed: ['info'] }, decisions: [] },
  legAt75: { find: legAt75, reads: ITS_CLOCKS, causes: { threeQuartersUsed: ['warning'] }, decisions: [] },
  legAt100: { find: legAt100, reads: ITS_CLOCKS, causes: { allUsed: ['high'], overdue: ['breached'] }, decisions: [] },
  remainingPlanExceedsRemainingTime: {
    find: remainingPlanExceedsRemainingTime,
    reads: [...ITS_CLOCKS, 'procedure', ...REMEDY, ...HOLDER, ...WORK_LEFT],
    causes: { planExceedsLimit: ['warning'], leastExceedsLimit: ['high'] },
    decisions: ['extend', 'apologise'],
  },
  bouncedTwice: {
    find: bouncedTwice,
    reads: ['dossier.bounces', 'dossier.phase', 'dossier.pin'],
    causes: { sentBackTwice: ['warning'], attemptsExhausted: ['high'] },
    decisions: ['transfer', 'redirectTransfer'],
  },
  supplementAboutToLapse: {
    find: supplementAboutToLapse,
    reads: [...ITS_CLOCKS, 'dossier.phase'],
    causes: { timeRunsOut: ['warning', 'high'], timePassed: ['breached'] },
    decisions: ['provideSupplement', 'confirmPayment', 'close'],
  },
  deskClosesBeforeDue: {
    find: deskClosesBeforeDue,
    reads: [...ITS_CLOCKS, 'deskCalendars', 'dossier.resultCopy', ...HOLDER],
    causes: { deskClosesFirst: ['warning'], deskStaysClosed: ['high'] },
    decisions: [],
  },
  calendarProvisional: {
    find: calendarProvisional,
    reads: ['clocks', 'legalCalendar'],
    causes: { yearWithoutNotice: ['info'] },
    decisions: [],
  },
  systemOutage: {
    find: systemOutage,
    reads: ['clocks', 'procedure', 'systemsDown', 'dossier.phase', 'dossier.suspension'],
    causes: { requiredSystemDown: ['warning'], suspendedByOutage: ['warning'] },
    decisions: ['suspend', 'resume'],
  },
  openConflict: {
    find: openConflict,
    reads: ['dossier.openConflicts', 'dossier.competentAgency', 'dossier.pin'],
    causes: { claimContradictsJournal: ['high'] },
    decisions: ['resolveConflict'],
  },
  cannotBeComputed: {
    find: cannotBeComputed,
    reads: ['clocks', 'legalCalendar', 'dossier.promise', 'dossier.receivedAt', 'dossier.phase', 'dossier.pin'],
    causes: { calendarDoesNotReach: ['unknown'], jurisdictionUnknown: ['unknown'], noPromise: ['unknown'] },
    decisions: ['resolveJurisdiction'],
  },
};

/** What threatens the dossier now, in the order of the rules; empty when nothing does and everything is known. Pure. */
export function risks(file: DossierFile, rules: Rules, context: RiskContext): readonly Risk[] {
  const view = riskView(file, rules, context);
  return Object.values(RISK_RULES).flatMap(({ find }) => find(view));
}
