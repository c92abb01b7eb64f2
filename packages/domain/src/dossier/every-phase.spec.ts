import { describe, expect, it } from '@jest/globals';
import { ENGINE } from '../kernel/actor.js';
import { isRefusal } from '../kernel/refusal.js';
import type { RefusalCode } from '../kernel/refusal.js';
import { OPEN_PHASES, PHASES } from '../procedure/phase.js';
import type { Phase } from '../procedure/phase.js';
import {
  DONG_HAI,
  HAI_AN,
  NGO_QUYEN,
  PLANNING,
  TAX_OFFICE,
  clerkOf,
  livingIn,
  rulesFor,
  supervisorOver,
} from '../testing/office-directory.js';
import { byCompetent, consulted, intake, takenOver, taxAnswered, wayTo } from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { CommandInput, Step, Story } from '../testing/office.js';
import { landProcedure } from '../testing/procedures.js';
import { COMMAND_TYPES } from './commands.js';
import type { CommandType } from './commands.js';

const LAND = rulesFor(landProcedure());
const CODE = LAND.procedure.code;
const EVERYBODY = [
  clerkOf(HAI_AN),
  clerkOf(DONG_HAI),
  clerkOf(PLANNING),
  supervisorOver(HAI_AN, DONG_HAI, NGO_QUYEN),
  ENGINE,
];
const TAKEN_OVER: readonly Phase[] = [
  'processing',
  'awaitingSupplement',
  'awaitingPayment',
  'suspended',
  'decided',
  'resultInTransfer',
  'readyForReturn',
];
const BEFORE_DECISION = OPEN_PHASES.filter(
  (phase) => !['decided', 'resultInTransfer', 'readyForReturn'].includes(phase),
);

interface Row {
  readonly command: CommandInput;
  /** DESIGN 4.1, column "from", with who may in mind: an extension needs an agency that has accepted. */
  readonly from: readonly Phase[];
  /** What must have happened right after the acceptance for the command to make sense. */
  readonly after?: readonly Step[];
}

const TABLE: { readonly [T in CommandType]: Row } = {
  submit: { command: { type: 'submit', intake: intake(CODE, { channel: 'post' }) }, from: [] },
  receive: { command: { type: 'receive' }, from: ['submitted'] },
  refuseReception: { command: { type: 'refuseReception', reason: 'no-form' }, from: ['submitted'] },
  resolveJurisdiction: {
    command: { type: 'resolveJurisdiction', jurisdiction: livingIn('11411') },
    from: ['jurisdictionPending'],
  },
  transfer: { command: { type: 'transfer', copy: 'electronic' }, from: ['received', 'transferReturned'] },
  confirmDelivery: { command: { type: 'confirmDelivery' }, from: ['inTransfer'] },
  acceptTransfer: { command: { type: 'acceptTransfer' }, from: ['awaitingAcceptance'] },
  refuseTransfer: { command: { type: 'refuseTransfer', reason: 'duplicate' }, from: ['awaitingAcceptance'] },
  recallTransfer: { command: { type: 'recallTransfer', reason: 'error' }, from: ['inTransfer', 'awaitingAcceptance'] },
  // Only after a lapse or a third bounce: in none of these stories.
  redirectTransfer: { command: { type: 'redirectTransfer', to: NGO_QUYEN, reason: 'lapse' }, from: [] },
  assign: { command: { type: 'assign', officerId: 'officer-7' }, from: OPEN_PHASES },
  startStep: { command: { type: 'startStep', step: 'appraisal' }, from: ['processing'] },
  completeStep: {
    command: { type: 'completeStep', step: 'appraisal' },
    from: ['processing'],
    after: [byCompetent({ type: 'startStep', step: 'appraisal' })],
  },
  requestConsultation: {
    command: { type: 'requestConsultation', consultation: 'planning', agencyId: PLANNING },
    from: ['processing'],
  },
  answerConsultation: {
    command: { type: 'answerConsultation', consultation: 'planning', outcome: 'agreed' },
    from: TAKEN_OVER,
    after: [consulted('planning')],
  },
  cancelConsultation: {
    command: { type: 'cancelConsultation', consultation: 'planning', reason: 'not-needed' },
    from: TAKEN_OVER,
    after: [consulted('planning')],
  },
  requestSupplement: {
    command: { type: 'requestSupplement', components: ['map'], reason: 'missing' },
    from: ['submitted', 'processing'],
  },
  provideSupplement: { command: { type: 'provideSupplement', copy: 'paper' }, from: ['awaitingSupplement'] },
  requestPayment: { command: { type: 'requestPayment', feeCode: 'fee', amountVnd: 1000 }, from: ['processing'] },
  confirmPayment: { command: { type: 'confirmPayment', receiptNumber: 'R1' }, from: ['awaitingPayment'] },
  suspend: {
    command: { type: 'suspend', ground: 'forceMajeure', evidence: 'QD-12' },
    from: ['processing', 'awaitingAcceptance', 'awaitingSupplement', 'awaitingPayment'],
  },
  resume: { command: { type: 'resume' }, from: ['suspended'] },
  decide: {
    command: { type: 'decide', outcome: 'refused' },
    from: ['processing'],
    after: [consulted('tax'), taxAnswered()],
  },
  dispatchResult: { command: { type: 'dispatchResult', copy: 'electronic' }, from: ['decided'] },
  confirmResultArrival: { command: { type: 'confirmResultArrival' }, from: ['resultInTransfer'] },
  notifyApplicant: { command: { type: 'notifyApplicant', means: 'phone' }, from: ['readyForReturn'] },
  returnResult: { command: { type: 'returnResult', means: 'post' }, from: ['readyForReturn'] },
  withdraw: { command: { type: 'withdraw' }, from: BEFORE_DECISION },
  close: { command: { type: 'close', ground: 'courtOrder', legalBasis: 'art. 9' }, from: BEFORE_DECISION },
  extend: { command: { type: 'extend', by: '1wd', legalBasis: 'art. 9' }, from: TAKEN_OVER.slice(0, 4) },
  apologise: {
    command: { type: 'apologise', reason: 'overload', newPromise: '2027-03-01T09:00:00+07:00' },
    from: TAKEN_OVER,
  },
  deliverApology: {
    command: { type: 'deliverApology', means: 'counter' },
    from: TAKEN_OVER,
    after: [byCompetent({ type: 'apologise', reason: 'overload', newPromise: '2027-03-01T09:00:00+07:00' })],
  },
  correctReception: {
    command: { type: 'correctReception', receivedAt: '2026-11-16T07:45:00+07:00', reason: 'typed-late' },
    from: PHASES.filter((phase) => phase !== 'submitted' && phase !== 'receptionRefused'),
  },
  // The first fact of each of these stories, by the counter that recorded it.
  correctTime: {
    command: { type: 'correctTime', seq: 1, to: '2026-11-16T07:45:00+07:00', reason: 'typed-late' },
    from: PHASES,
  },
  // Wherever the counter had the dossier in hand a minute after it came in, and something followed.
  enterLate: {
    command: {
      type: 'enterLate',
      facts: [{ type: 'assign', officerId: 'officer-7', occurredAt: '2026-11-16T08:01:00+07:00' }],
      reason: 'found-on-paper',
      approvedBy: 'head-1',
    },
    from: PHASES.filter((phase) => !['submitted', 'received', 'jurisdictionPending'].includes(phase)),
  },
  // There is none in any of these stories.
  resolveConflict: {
    command: { type: 'resolveConflict', conflict: 1, resolution: 'kept', reason: 'asked-both' },
    from: [],
  },
};

/** The way into a phase, with some acts right after the acceptance where it has one; acts the way itself brings are not told twice. */
function storyIn(phase: Phase, after: readonly Step[] = []): Story {
  const way = wayTo(phase, CODE);
  const [before, rest] = [way.slice(0, takenOver(CODE).length), way.slice(takenOver(CODE).length)];
  const acceptedOnTheWay = before.at(-1)?.do.type === 'acceptTransfer';
  if (!acceptedOnTheWay) return given(LAND, way);
  const told = new Set(rest.map((step) => JSON.stringify(step.do)));
  // An open step would stand in the way of the decision that leads further on.
  const fits = after.filter(
    (step) => !told.has(JSON.stringify(step.do)) && !(step.do.type === 'startStep' && told.size > 2),
  );
  return given(LAND, [...before, ...fits, ...rest]);
}

function outcomes(phase: Phase, { command, after }: Row) {
  const story = storyIn(phase, after);
  return EVERYBODY.map((by) => story.when({ by, do: command }));
}

const NO: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'command-not-allowed',
  'actor-not-entitled',
  'dossier-not-found',
  'consultation-not-open',
  'transfer-not-lapsed',
  'reception-correction-illegal',
  'apology-not-issued',
  'late-fact-not-late',
  'late-fact-illegal',
  'conflict-not-open',
  'fact-not-yours',
]);

describe.each(COMMAND_TYPES)('%s', (type) => {
  const row = TABLE[type];

  it('is possible in the phases of the table and in no other', () => {
    const possible = PHASES.filter((phase) => outcomes(phase, row).some((outcome) => !isRefusal(outcome)));
    expect(possible).toEqual(PHASES.filter((phase) => row.from.includes(phase)));
  });

  it('is refused everywhere else with a reason of the state or of the actor', () => {
    const refusals = PHASES.filter((phase) => !row.from.includes(phase)).flatMap((phase) => outcomes(phase, row));
    expect(refusals.filter((outcome) => !isRefusal(outcome) || !NO.has(outcome.code))).toEqual([]);
  });
});

describe('a command in the wrong phase', () => {
  it('is answered with the phase and with what the caller may do instead', () => {
    const outcome = storyIn('awaitingAcceptance').when({
      by: clerkOf(HAI_AN),
      do: { type: 'transfer', copy: 'paper' },
    });
    expect(outcome).toEqual({
      refused: true,
      code: 'command-not-allowed',
      facts: {
        phase: 'awaitingAcceptance',
        allowed: ['recallTransfer', 'assign', 'withdraw', 'close', 'correctReception', 'correctTime', 'enterLate'],
      },
    });
  });

  it('tells the addressed agency its own choices', () => {
    const outcome = storyIn('awaitingAcceptance').when(byCompetent({ type: 'confirmDelivery' }));
    const own = {
      phase: 'awaitingAcceptance',
      allowed: ['acceptTransfer', 'refuseTransfer', 'suspend', 'correctTime', 'enterLate'],
    };
    expect(outcome).toMatchObject({ code: 'command-not-allowed', facts: own });
  });
});
