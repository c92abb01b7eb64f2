import { describe, expect, it } from '@jest/globals';
import { COMMAND_TYPES } from '../dossier/commands.js';
import type { CommandType } from '../dossier/commands.js';
import { landProcedure, localProcedure, procedureForTest, sameDayProcedure } from '../testing/procedures.js';
import { allowedCommands, ask } from './ask.js';
import { buildMachine } from './build-machine.js';
import type { Answer, GuardFacts } from './machine.js';
import type { ConsultationState, Phase } from './phase.js';
import { NO_FACTS } from './position.js';
import type { Source } from './transitions.js';

const land = landProcedure();
const landMachine = buildMachine(land);
const marital = procedureForTest();
const maritalMachine = buildMachine(marital);
const local = localProcedure();
const localMachine = buildMachine(local);

type Given = Partial<GuardFacts> & { phase: Source };
const at = ({ phase, ...facts }: Given) => ({ phase, facts: { ...NO_FACTS, ...facts } });
const on = (machine: typeof landMachine) => (given: Given, type: CommandType, consultation?: string) =>
  ask(machine, at(given), consultation === undefined ? { type } : { type, consultation });
const onLand = on(landMachine);
const onMarital = on(maritalMachine);
const onLocal = on(localMachine);

const yes = (phase: Phase): Answer => ({ allowed: true, phase });
const no = (code: string) => ({ allowed: false, code });

describe('a reception goes where the dossier belongs', () => {
  it.each<[string, Partial<GuardFacts>, Phase]>([
    ['processing, when the receiver is competent', { receiverIsCompetent: true }, 'processing'],
    ['received, when another agency is', {}, 'received'],
    ['jurisdictionPending, when it is held', { heldForJurisdiction: true }, 'jurisdictionPending'],
  ])('%s', (_, facts, phase) => {
    expect(onMarital({ phase: 'start', ...facts }, 'receive')).toEqual(yes(phase));
    expect(onMarital({ phase: 'submitted', ...facts }, 'receive')).toEqual(yes(phase));
  });

  it('but not across a boundary where the procedure has scope none', () => {
    expect(onLocal({ phase: 'start' }, 'receive')).toEqual(no('outside-boundary-scope'));
    expect(onLocal({ phase: 'jurisdictionPending' }, 'resolveJurisdiction')).toEqual(no('outside-boundary-scope'));
    expect(onLocal({ phase: 'start', receiverIsCompetent: true }, 'receive')).toEqual(yes('processing'));
  });
});

describe('a dossier bounces three times and is redirected three times, not more', () => {
  it.each([
    [2, yes('inTransfer')],
    [3, no('transfer-attempts-exhausted')],
    [4, no('transfer-attempts-exhausted')],
  ])('after %i refusals the receiver asks to send it again', (bounces, answer) => {
    expect(onMarital({ phase: 'transferReturned', bounces }, 'transfer')).toEqual(answer);
    expect(onMarital({ phase: 'received', bounces }, 'transfer')).toEqual(answer);
  });

  it.each([
    [2, no('transfer-not-lapsed')],
    [3, yes('inTransfer')],
    [4, yes('inTransfer')],
  ])('after %i refusals a supervisor sends it on', (bounces, answer) => {
    expect(onMarital({ phase: 'transferReturned', bounces }, 'redirectTransfer')).toEqual(answer);
    expect(onMarital({ phase: 'received', bounces }, 'redirectTransfer')).toEqual(answer);
  });

  it.each<[Phase]>([['inTransfer'], ['awaitingAcceptance']])('from %s only after a lapse, on or home', (phase) => {
    expect(onMarital({ phase }, 'redirectTransfer')).toEqual(no('transfer-not-lapsed'));
    expect(onMarital({ phase, bounces: 3 }, 'redirectTransfer')).toEqual(no('transfer-not-lapsed'));
    expect(onMarital({ phase, lapsed: true }, 'redirectTransfer')).toEqual(yes('inTransfer'));
    expect(onMarital({ phase, lapsed: true, redirectHome: true }, 'redirectTransfer')).toEqual(yes('received'));
  });

  it.each([
    [2, yes('inTransfer')],
    [3, no('redirects-exhausted')],
    [4, no('redirects-exhausted')],
  ])('after %i redirections the next is asked for', (redirects, answer) => {
    expect(onMarital({ phase: 'inTransfer', lapsed: true, redirects }, 'redirectTransfer')).toEqual(answer);
    expect(onMarital({ phase: 'transferReturned', bounces: 3, redirects }, 'redirectTransfer')).toEqual(answer);
  });
});

describe('supplements, payments and suspensions return where they came from', () => {
  it.each([
    [1, yes('awaitingSupplement')],
    [2, no('supplement-rounds-exhausted')],
    [3, no('supplement-rounds-exhausted')],
  ])('after %i of two supplement rounds the next is asked for', (supplementRounds, answer) => {
    expect(onMarital({ phase: 'processing', supplementRounds }, 'requestSupplement')).toEqual(answer);
    expect(onMarital({ phase: 'submitted', supplementRounds }, 'requestSupplement')).toEqual(answer);
  });

  it.each(['submitted', 'processing'] as const)('a supplement asked for in %s goes back to it', (supplementFrom) => {
    const given = { phase: 'awaitingSupplement', supplementFrom } as const;
    expect(onMarital(given, 'provideSupplement')).toEqual(yes(supplementFrom));
  });

  it.each(['processing', 'awaitingAcceptance', 'awaitingSupplement', 'awaitingPayment'] as const)(
    'a suspension of %s goes back to it',
    (resumeTo) => {
      expect(onLand({ phase: resumeTo }, 'suspend')).toEqual(yes('suspended'));
      expect(onLand({ phase: 'suspended', resumeTo }, 'resume')).toEqual(yes(resumeTo));
    },
  );

  it('the receipt of a forwarded supplement is given only while one is on its way', () => {
    expect(onMarital({ phase: 'processing' }, 'confirmDelivery')).toEqual(no('command-not-allowed'));
    expect(onMarital({ phase: 'processing', supplementForwarding: true }, 'confirmDelivery')).toEqual(
      yes('processing'),
    );
  });
});

describe('consultations live beside the dossier', () => {
  const open = (phase: Source, tax: ConsultationState = 'open'): Given => ({
    phase,
    consultations: { tax, planning: 'idle' },
  });

  it.each<[Phase]>([
    ['awaitingSupplement'],
    ['awaitingPayment'],
    ['suspended'],
    ['decided'],
    ['resultInTransfer'],
    ['readyForReturn'],
  ])('an answer that arrives in %s is taken, and changes no phase', (phase) => {
    expect(onLand(open(phase), 'answerConsultation', 'tax')).toEqual(yes(phase));
    expect(onLand(open(phase), 'requestConsultation', 'planning')).toEqual(no('command-not-allowed'));
  });

  it.each<[Phase]>([['received'], ['awaitingAcceptance'], ['returned'], ['withdrawn'], ['closed']])(
    'none is taken in %s',
    (phase) => {
      expect(onLand(open(phase), 'answerConsultation', 'tax')).toEqual(no('command-not-allowed'));
      expect(onLand(open(phase), 'cancelConsultation', 'planning')).toEqual(no('command-not-allowed'));
    },
  );

  it('one is asked once, and answered only while it is open', () => {
    expect(onLand(open('processing', 'idle'), 'requestConsultation', 'tax')).toEqual(yes('processing'));
    expect(onLand(open('processing', 'open'), 'requestConsultation', 'tax')).toEqual(no('consultation-not-idle'));
    expect(onLand(open('processing', 'answered'), 'requestConsultation', 'tax')).toEqual(no('consultation-not-idle'));
    expect(onLand(open('processing', 'idle'), 'answerConsultation', 'tax')).toEqual(no('consultation-not-open'));
    expect(onLand(open('processing', 'answered'), 'answerConsultation', 'tax')).toEqual(no('consultation-not-open'));
  });

  it('a state that is not named is idle, a key the procedure does not know is refused', () => {
    expect(onLand({ phase: 'processing' }, 'requestConsultation', 'tax')).toEqual(yes('processing'));
    expect(onLand({ phase: 'processing' }, 'requestConsultation', 'weather')).toEqual(no('consultation-unknown'));
    expect(onLand({ phase: 'processing' }, 'requestConsultation')).toEqual(no('consultation-unknown'));
    expect(onMarital({ phase: 'processing' }, 'answerConsultation', 'tax')).toEqual(no('consultation-unknown'));
  });

  it.each<[ConsultationState, Answer | ReturnType<typeof no>]>([
    ['idle', no('consultations-unanswered')],
    ['open', no('consultations-unanswered')],
    ['cancelled', no('consultations-unanswered')],
    ['answered', yes('decided')],
  ])('with a required consultation %s the decision is asked for', (tax, answer) => {
    expect(onLand(open('processing', tax), 'decide')).toEqual(answer);
  });

  it.each(['idle', 'open', 'answered', 'cancelled'] as const)('one that is not required may be %s', (planning) => {
    const given = { phase: 'processing', consultations: { tax: 'answered', planning } } as const;
    expect(onLand(given, 'decide')).toEqual(yes('decided'));
    expect(onLand({ ...given, receiverIsCompetent: true }, 'decide')).toEqual(yes('readyForReturn'));
  });

  it('a question the decision must wait for cannot be withdrawn, any other can', () => {
    const given = { phase: 'processing', consultations: { tax: 'open', planning: 'open' } } as const;
    expect(onLand(given, 'cancelConsultation', 'tax')).toEqual(no('consultations-unanswered'));
    expect(onLand(given, 'cancelConsultation', 'planning')).toEqual(yes('processing'));
    for (const state of ['idle', 'answered'] as const) {
      expect(onLand(open('processing', state), 'cancelConsultation', 'tax')).toEqual(no('consultation-not-open'));
    }
  });
});

describe('what a procedure does not foresee says so', () => {
  const sameDay = on(buildMachine(sameDayProcedure()));

  it.each<[CommandType, string]>([
    ['requestPayment', 'payment-not-foreseen'],
    ['confirmPayment', 'payment-not-foreseen'],
    ['startStep', 'step-unknown'],
    ['completeStep', 'step-unknown'],
    ['extend', 'extension-not-foreseen'],
  ])('%s', (command, code) => {
    expect(sameDay({ phase: 'processing' }, command)).toEqual(no(code));
  });

  it('no supplement round at all', () => {
    expect(onLocal({ phase: 'processing' }, 'requestSupplement')).toEqual(no('supplement-rounds-exhausted'));
  });

  it('where it is foreseen, the wrong phase is the reason', () => {
    expect(onLand({ phase: 'received' }, 'requestPayment')).toEqual(no('command-not-allowed'));
    expect(onLand({ phase: 'returned' }, 'extend')).toEqual(no('command-not-allowed'));
  });
});

describe('what the machine does not know', () => {
  it('an unheard-of command is refused, not silently ignored', () => {
    expect(onLand({ phase: 'processing' }, 'teleport' as CommandType)).toEqual(no('command-not-allowed'));
    expect(onLand({ phase: 'processing' }, 'requestConsultation.tax' as CommandType)).toEqual(
      no('command-not-allowed'),
    );
    expect(onLand({ phase: 'processing' }, '*' as CommandType)).toEqual(no('command-not-allowed'));
  });

  it('a phase or a state that does not exist is a fault, not a refusal', () => {
    expect(() => onLand({ phase: 'lost' as Phase }, 'assign')).toThrow(RangeError);
    expect(() => onLand({ phase: 'lost' as Phase }, 'answerConsultation', 'tax')).toThrow(RangeError);
    const consultations = { tax: 'shrugged' as ConsultationState };
    expect(() => onLand({ phase: 'processing', consultations }, 'answerConsultation', 'tax')).toThrow(RangeError);
  });
});

describe('a reception time is corrected in any phase, final ones included, once there is one', () => {
  it.each<[Phase]>([['received'], ['awaitingSupplement'], ['suspended'], ['returned'], ['withdrawn'], ['closed']])(
    'in %s',
    (phase) => {
      expect(onMarital({ phase, received: true }, 'correctReception')).toEqual(yes(phase));
      expect(onMarital({ phase }, 'correctReception')).toEqual(no('reception-correction-illegal'));
    },
  );

  it.each<[Source]>([['start'], ['submitted'], ['receptionRefused']])('never in %s', (phase) => {
    expect(onMarital({ phase, received: true }, 'correctReception')).toEqual(no('command-not-allowed'));
  });
});

describe('the list of commands for a view', () => {
  const listed = (given: Given, procedure = land, machine = landMachine) =>
    new Map(allowedCommands(machine, at(given), procedure).map((entry) => [entry.command, entry]));

  it('names every command once, in the order of the commands', () => {
    const list = allowedCommands(maritalMachine, at({ phase: 'received' }), marital);
    expect(list.map(({ command }) => command)).toEqual(COMMAND_TYPES);
  });

  it('says yes without a reason, and no with one', () => {
    const list = listed({ phase: 'processing', supplementRounds: 2 });
    expect(list.get('suspend')).toEqual({ command: 'suspend', allowed: true });
    expect(list.get('transfer')).toEqual({ command: 'transfer', allowed: false, code: 'command-not-allowed' });
    expect(list.get('requestSupplement')?.code).toBe('supplement-rounds-exhausted');
  });

  it('counts what hangs on the search for jurisdiction as allowed', () => {
    const list = listed({ phase: 'submitted' }, local, localMachine);
    expect(list.get('receive')).toEqual({ command: 'receive', allowed: true });
  });

  it('names the consultations a command may be about', () => {
    const list = listed({ phase: 'processing', consultations: { tax: 'open', planning: 'idle' } });
    expect(list.get('requestConsultation')).toEqual({
      command: 'requestConsultation',
      allowed: true,
      consultations: ['planning'],
    });
    expect(list.get('answerConsultation')?.consultations).toEqual(['tax']);
    expect(list.get('cancelConsultation')?.allowed).toBe(false);
  });

  it('says that a procedure knows no consultation', () => {
    const list = listed({ phase: 'processing' }, marital, maritalMachine);
    expect(list.get('requestConsultation')).toEqual({
      command: 'requestConsultation',
      allowed: false,
      code: 'consultation-unknown',
      consultations: [],
    });
  });
});
