import { describe, expect, it } from '@jest/globals';
import { getInitialSnapshot } from 'xstate';
import { COMMAND_TYPES } from '../dossier/commands.js';
import { domainOf, everyFacts } from '../testing/guard-facts.js';
import { landProcedure, localProcedure, procedureForTest, sameDayProcedure } from '../testing/procedures.js';
import { ask } from './ask.js';
import { buildMachine } from './build-machine.js';
import { PHASES } from './phase.js';
import type { ProcedureMachine } from './build-machine.js';
import { NO_FACTS } from './position.js';
import type { Source } from './transitions.js';

/**
 * DESIGN 4.1, written out by hand a second time, without a look at the machine's own table. Each phase: the commands of which
 * some facts allow the giving, and all the phases they may lead to; `=` is the same phase.
 */
const OPEN = 'assign:= apologise:= deliverApology:=';
const PENDING = `${OPEN} extend:= withdraw:withdrawn close:closed`;
const CORRECTABLE = 'correctReception:=';
const DESIGN_TABLE: Record<Source, string> = {
  start: 'submit:submitted receive:received|processing|jurisdictionPending',
  submitted: `${PENDING} receive:received|processing|jurisdictionPending refuseReception:receptionRefused requestSupplement:awaitingSupplement`,
  received: `${PENDING} ${CORRECTABLE} transfer:inTransfer redirectTransfer:inTransfer`,
  jurisdictionPending: `${PENDING} ${CORRECTABLE} resolveJurisdiction:received|processing`,
  inTransfer: `${PENDING} ${CORRECTABLE} confirmDelivery:awaitingAcceptance recallTransfer:received redirectTransfer:inTransfer|received`,
  awaitingAcceptance: `${PENDING} ${CORRECTABLE} acceptTransfer:processing refuseTransfer:transferReturned recallTransfer:received redirectTransfer:inTransfer|received suspend:suspended`,
  transferReturned: `${PENDING} ${CORRECTABLE} transfer:inTransfer redirectTransfer:inTransfer|received`,
  processing: `${PENDING} ${CORRECTABLE} confirmDelivery:= startStep:= completeStep:= requestSupplement:awaitingSupplement requestPayment:awaitingPayment suspend:suspended decide:decided|readyForReturn requestConsultation:= answerConsultation:= cancelConsultation:=`,
  awaitingSupplement: `${PENDING} ${CORRECTABLE} provideSupplement:submitted|processing suspend:suspended answerConsultation:= cancelConsultation:=`,
  awaitingPayment: `${PENDING} ${CORRECTABLE} confirmPayment:processing suspend:suspended answerConsultation:= cancelConsultation:=`,
  suspended: `${PENDING} ${CORRECTABLE} resume:awaitingAcceptance|processing|awaitingSupplement|awaitingPayment answerConsultation:= cancelConsultation:=`,
  decided: `${OPEN} ${CORRECTABLE} dispatchResult:resultInTransfer answerConsultation:= cancelConsultation:=`,
  resultInTransfer: `${OPEN} ${CORRECTABLE} confirmResultArrival:readyForReturn answerConsultation:= cancelConsultation:=`,
  readyForReturn: `${OPEN} ${CORRECTABLE} notifyApplicant:= returnResult:returned answerConsultation:= cancelConsultation:=`,
  receptionRefused: '',
  returned: CORRECTABLE,
  withdrawn: CORRECTABLE,
  closed: CORRECTABLE,
};

type Targets = Record<string, readonly string[]>;

/** About the journal, not about the dossier: whatever state it is in, once there is one. */
const REVISIONS = 'correctTime:= enterLate:= resolveConflict:=';

/** The design's row of a phase, without the commands and the phases that a kind of procedure has no use for. */
function designRow(phase: Source, without: readonly string[] = []): Targets {
  const row: Targets = {};
  if (without.includes(phase)) return row;
  const revisions = phase === 'start' ? '' : REVISIONS;
  for (const entry of `${DESIGN_TABLE[phase] ?? ''} ${revisions}`.split(' ').filter(Boolean)) {
    const [command = '', targets = ''] = entry.split(':');
    const kept = targets.split('|').filter((target) => !without.includes(target));
    if (kept.length > 0 && !without.includes(command))
      row[command] = kept.map((to) => (to === '=' ? phase : to)).sort();
  }
  return row;
}

/** All facts whose guards meet in one command; a consultation is tried in each state of its region. */
const CONSULTATION_STATES = ['idle', 'open', 'answered', 'cancelled'] as const;
const FACTS = CONSULTATION_STATES.flatMap((state) => {
  const rest = { consultations: { tax: 'answered' as const, planning: state } };
  return [
    ...everyFacts(domainOf(['receiverIsCompetent', 'heldForJurisdiction', 'received', 'supplementForwarding']), rest),
    ...everyFacts(domainOf(['bounces', 'redirects', 'lapsed', 'redirectHome']), rest),
    ...everyFacts(domainOf(['supplementRounds', 'supplementFrom', 'resumeTo']), rest),
  ];
});

/** What the machine really does in a phase: every command, under every one of the facts. */
function machineRow(machine: ProcedureMachine, phase: Source): Targets {
  const row: Record<string, readonly string[]> = {};
  for (const type of COMMAND_TYPES) {
    const targets = new Set<string>();
    for (const facts of FACTS) {
      const answer = ask(machine, { phase, facts }, { type, consultation: 'planning' });
      if (answer.allowed) targets.add(answer.phase);
    }
    if (targets.size > 0) row[type] = [...targets].sort();
  }
  return row;
}

const CONSULTING = ['requestConsultation', 'answerConsultation', 'cancelConsultation'];
const PAYING = ['requestPayment', 'confirmPayment', 'awaitingPayment'];
const STEPPING = ['startStep', 'completeStep'];
const SUPPLEMENTING = ['requestSupplement', 'provideSupplement', 'awaitingSupplement', 'confirmDelivery'];
const CROSSING = ['received', 'inTransfer', 'awaitingAcceptance', 'transferReturned', 'decided', 'resultInTransfer'];

const KINDS = [
  { kind: 'a land procedure', version: landProcedure(), without: [] },
  { kind: 'the 1.5-day procedure', version: procedureForTest(), without: [...CONSULTING, ...PAYING] },
  {
    kind: 'a same-day procedure',
    version: sameDayProcedure(),
    without: [...CONSULTING, ...PAYING, ...STEPPING, 'extend'],
  },
  {
    kind: 'a procedure that never leaves its office',
    version: localProcedure(),
    without: [...CONSULTING, ...PAYING, ...STEPPING, ...SUPPLEMENTING, ...CROSSING, 'extend'],
  },
];

describe.each(KINDS)('every command in every phase of $kind', ({ version, without }) => {
  const machine = buildMachine(version);

  it.each(['start' as const, ...PHASES])(
    'in %s only what the design lists is allowed, and leads where it says',
    (phase) => {
      expect(machineRow(machine, phase)).toEqual(designRow(phase, without));
    },
  );
});

describe('the machine owns nothing but its edges', () => {
  const machine = buildMachine(landProcedure());
  const withChildren = (node: typeof machine.root): (typeof machine.root)[] => [
    node,
    ...Object.values(node.states).flatMap(withChildren),
  ];
  const nodes = withChildren(machine.root);

  it('no node waits, invokes, or acts on entry, exit or transition', () => {
    expect(nodes.length).toBe(1 + (1 + 18) + 2 * (1 + 4));
    for (const node of nodes) {
      expect([node.after, node.invoke, node.entry, node.exit, node.always ?? []]).toEqual([[], [], [], [], []]);
      for (const transition of [...node.transitions.values()].flat()) expect(transition.actions).toEqual([]);
    }
  });

  it('begins before the first fact with every consultation idle', () => {
    const { value, status } = machine.resolveState({ value: {}, context: NO_FACTS });
    expect({ value, status }).toEqual({
      value: { dossier: 'start', 'consultation:tax': 'idle', 'consultation:planning': 'idle' },
      status: 'active',
    });
  });

  it('may be set up without any input, as the pure functions do at every question', () => {
    expect(getInitialSnapshot(machine, undefined).context).toEqual(NO_FACTS);
    expect(getInitialSnapshot(machine, { bounces: 2 }).context).toEqual({ ...NO_FACTS, bounces: 2 });
  });

  it('never ends for XState, so that a closed dossier can still hear a correction', () => {
    const value = { dossier: 'closed', 'consultation:tax': 'answered', 'consultation:planning': 'cancelled' };
    expect(machine.resolveState({ value, context: NO_FACTS }).status).toBe('active');
  });

  it('marks its final phases', () => {
    const region = machine.root.states['dossier'];
    const finals = Object.values(region?.states ?? {}).filter((node) => node.tags.includes('final'));
    expect(finals.map(({ key }) => key)).toEqual(['receptionRefused', 'returned', 'withdrawn', 'closed']);
  });
});
