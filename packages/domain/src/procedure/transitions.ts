/**
 * The table of DESIGN 4.1 as data: which command leads from where to where, and under which guards. Among the rows of one command
 * in one phase the first whose guards hold wins, so the most general row stands last.
 */
import type { CommandType } from '../dossier/commands.js';
import type { GuardName } from './guards.js';
import { OPEN_PHASES, PHASES, SUSPENDABLE_PHASES } from './phase.js';
import type { Phase } from './phase.js';
import type { ProcedureVersion } from './procedure.js';

export type Source = Phase | 'start';

export interface TransitionRow {
  readonly command: CommandType;
  readonly from: readonly Source[];
  /** `same`: the command changes no phase. */
  readonly to: Phase | 'same';
  /** All of them must hold. */
  readonly when?: readonly GuardName[];
  /** Rows a procedure may do without; absent: every procedure has it. */
  readonly only?: (version: ProcedureVersion) => boolean;
}

/** Whether another agency than the receiver may be competent. */
export const crossesBoundary = ({ boundaryScope }: ProcedureVersion): boolean => boundaryScope !== 'none';
const hasSteps = ({ steps }: ProcedureVersion): boolean => steps.length > 0;
const maySupplement = ({ supplement }: ProcedureVersion): boolean => supplement.maxRounds > 0;
const takesPayment = ({ payment }: ProcedureVersion): boolean => payment !== null;
const mayBeExtended = ({ extension }: ProcedureVersion): boolean => extension !== null;

/** Phases that only some procedures know; the others have no way in or out of them. */
export const PHASE_ONLY: Partial<Record<Phase, (version: ProcedureVersion) => boolean>> = {
  received: crossesBoundary,
  inTransfer: crossesBoundary,
  awaitingAcceptance: crossesBoundary,
  transferReturned: crossesBoundary,
  decided: crossesBoundary,
  resultInTransfer: crossesBoundary,
  awaitingSupplement: maySupplement,
  awaitingPayment: takesPayment,
};

const AFTER_DECISION: readonly Phase[] = ['decided', 'resultInTransfer', 'readyForReturn'];
const BEFORE_DECISION = OPEN_PHASES.filter((phase) => !AFTER_DECISION.includes(phase));
/** From the moment a dossier may have a reception time; whether it has one is a guard (it may have been withdrawn before). */
const ONCE_RECEIVED: readonly Phase[] = [
  ...OPEN_PHASES.filter((phase) => phase !== 'submitted'),
  'returned',
  'withdrawn',
  'closed',
];
const UNDER_WAY = ['inTransfer', 'awaitingAcceptance'] as const;
const LAPSED = ['transferLapsed', 'redirectsAreLeft'] as const;
const BOUNCED = ['bouncesAreExhausted', 'redirectsAreLeft'] as const;

const INTAKE: readonly TransitionRow[] = [
  { command: 'submit', from: ['start'], to: 'submitted' },
  { command: 'receive', from: ['start', 'submitted'], to: 'jurisdictionPending', when: ['dossierIsHeld'] },
  { command: 'receive', from: ['start', 'submitted'], to: 'processing', when: ['receiverIsCompetent'] },
  { command: 'receive', from: ['start', 'submitted'], to: 'received' },
  { command: 'refuseReception', from: ['submitted'], to: 'receptionRefused' },
  { command: 'resolveJurisdiction', from: ['jurisdictionPending'], to: 'processing', when: ['receiverIsCompetent'] },
  { command: 'resolveJurisdiction', from: ['jurisdictionPending'], to: 'received' },
];

const CUSTODY: readonly TransitionRow[] = [
  { command: 'transfer', from: ['received', 'transferReturned'], to: 'inTransfer', when: ['bouncesAreLeft'] },
  { command: 'confirmDelivery', from: ['inTransfer'], to: 'awaitingAcceptance' },
  {
    command: 'confirmDelivery',
    from: ['processing'],
    to: 'same',
    when: ['supplementIsOnItsWay'],
    only: (version) => crossesBoundary(version) && maySupplement(version),
  },
  { command: 'acceptTransfer', from: ['awaitingAcceptance'], to: 'processing' },
  { command: 'refuseTransfer', from: ['awaitingAcceptance'], to: 'transferReturned' },
  { command: 'recallTransfer', from: UNDER_WAY, to: 'received' },
  { command: 'redirectTransfer', from: UNDER_WAY, to: 'received', when: [...LAPSED, 'redirectGoesHome'] },
  { command: 'redirectTransfer', from: UNDER_WAY, to: 'inTransfer', when: [...LAPSED, 'redirectGoesOn'] },
  { command: 'redirectTransfer', from: ['transferReturned'], to: 'received', when: [...BOUNCED, 'redirectGoesHome'] },
  // `received` too: recalled or handed home after the third bounce, the dossier would otherwise have no way on.
  {
    command: 'redirectTransfer',
    from: ['transferReturned', 'received'],
    to: 'inTransfer',
    when: [...BOUNCED, 'redirectGoesOn'],
  },
];

const WORK: readonly TransitionRow[] = [
  { command: 'assign', from: OPEN_PHASES, to: 'same' },
  { command: 'startStep', from: ['processing'], to: 'same', only: hasSteps },
  { command: 'completeStep', from: ['processing'], to: 'same', only: hasSteps },
  {
    command: 'requestSupplement',
    from: ['submitted', 'processing'],
    to: 'awaitingSupplement',
    when: ['roundsAreLeft'],
  },
  { command: 'provideSupplement', from: ['awaitingSupplement'], to: 'submitted', when: ['askedBeforeReception'] },
  { command: 'provideSupplement', from: ['awaitingSupplement'], to: 'processing', when: ['askedInProcessing'] },
  { command: 'requestPayment', from: ['processing'], to: 'awaitingPayment' },
  { command: 'confirmPayment', from: ['awaitingPayment'], to: 'processing' },
  { command: 'suspend', from: SUSPENDABLE_PHASES, to: 'suspended' },
  { command: 'resume', from: ['suspended'], to: 'awaitingAcceptance', when: ['resumesToAcceptance'] },
  { command: 'resume', from: ['suspended'], to: 'processing', when: ['resumesToProcessing'] },
  { command: 'resume', from: ['suspended'], to: 'awaitingSupplement', when: ['resumesToSupplement'] },
  { command: 'resume', from: ['suspended'], to: 'awaitingPayment', when: ['resumesToPayment'] },
];

const OUTCOME: readonly TransitionRow[] = [
  {
    command: 'decide',
    from: ['processing'],
    to: 'readyForReturn',
    when: ['requiredConsultationsAreAnswered', 'receiverIsCompetent'],
  },
  { command: 'decide', from: ['processing'], to: 'decided', when: ['requiredConsultationsAreAnswered'] },
  { command: 'dispatchResult', from: ['decided'], to: 'resultInTransfer' },
  { command: 'confirmResultArrival', from: ['resultInTransfer'], to: 'readyForReturn' },
  { command: 'notifyApplicant', from: ['readyForReturn'], to: 'same' },
  { command: 'returnResult', from: ['readyForReturn'], to: 'returned' },
  { command: 'withdraw', from: BEFORE_DECISION, to: 'withdrawn' },
  { command: 'close', from: BEFORE_DECISION, to: 'closed' },
  { command: 'extend', from: BEFORE_DECISION, to: 'same', only: mayBeExtended },
  { command: 'apologise', from: OPEN_PHASES, to: 'same' },
  { command: 'deliverApology', from: OPEN_PHASES, to: 'same' },
  { command: 'correctReception', from: ONCE_RECEIVED, to: 'same', when: ['dossierWasReceived'] },
  { command: 'correctTime', from: PHASES, to: 'same' },
  { command: 'enterLate', from: PHASES, to: 'same' },
  { command: 'resolveConflict', from: PHASES, to: 'same' },
];

export const TRANSITIONS: readonly TransitionRow[] = [...INTAKE, ...CUSTODY, ...WORK, ...OUTCOME];

/**
 * Phases in which an asked agency may still answer, or the question be withdrawn: every open one after acceptance, a suspension
 * included, so that no answer is ever lost.
 */
export const CONSULTATION_LIVES_IN: readonly Phase[] = [
  'processing',
  'awaitingSupplement',
  'awaitingPayment',
  'suspended',
  ...AFTER_DECISION,
];
