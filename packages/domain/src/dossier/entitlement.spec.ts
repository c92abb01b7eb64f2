import { describe, expect, it } from '@jest/globals';
import { ENGINE } from '../kernel/actor.js';
import type { ActingParty } from '../kernel/actor.js';
import { isRefusal } from '../kernel/refusal.js';
import { ACTORS, LAND, LAND_CODE as CODE } from '../testing/land-office.js';
import { DONG_HAI, HAI_AN, NGO_QUYEN, TAX_OFFICE, livingIn, supervisorOver, vn } from '../testing/office-directory.js';
import {
  byCompetent,
  byPlanning,
  byReceiver,
  consulted,
  delivered,
  held,
  intake,
  received,
  sent,
  submitted,
  supplementAsked,
  takenOver,
  wayTo,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { CommandInput, OfficeOptions, Step, Story } from '../testing/office.js';
import { COMMAND_TYPES } from './commands.js';
import type { CommandType } from './commands.js';
import { ENTITLED } from './entitlement.js';

type ActorName = keyof typeof ACTORS;
const ACTOR_NAMES = Object.keys(ACTORS) as ActorName[];

interface Situation {
  readonly story: Story;
  readonly command: CommandInput;
  /** Who may; everybody else may not. */
  readonly may: readonly ActorName[];
}

function situation(steps: readonly Step[], command: CommandInput, ...may: ActorName[]): Situation {
  return { story: given(LAND, steps), command, may };
}

const EIGHT_THIRTY = '2026-11-16T08:30:00+07:00';
const PROCESSING = takenOver(CODE);
const withoutSoftware: OfficeOptions = { consoleOnly: [DONG_HAI] };

/** One situation per command in which nothing but the actor can stand in the way. */
const SITUATIONS: { readonly [T in CommandType]: Situation } = {
  submit: situation(
    [],
    { type: 'submit', intake: intake(CODE, { channel: 'online' }) },
    'receiver',
    'addressee',
    'taxOffice',
    'neighbour',
  ),
  receive: situation([submitted(CODE)], { type: 'receive' }, 'receiver'),
  refuseReception: situation([submitted(CODE)], { type: 'refuseReception', reason: 'no-form' }, 'receiver'),
  resolveJurisdiction: situation(
    [held(CODE)],
    { type: 'resolveJurisdiction', jurisdiction: livingIn('11411') },
    'receiver',
    'supervisorOfAll',
    'supervisorOfReceiver',
  ),
  transfer: situation([received(CODE)], { type: 'transfer', copy: 'paper' }, 'receiver'),
  confirmDelivery: {
    story: given(LAND, [received(CODE), sent('paper')], withoutSoftware),
    command: { type: 'confirmDelivery' },
    may: ['addressee', 'engine'],
  },
  acceptTransfer: situation([received(CODE), sent(), delivered()], { type: 'acceptTransfer' }, 'addressee'),
  refuseTransfer: situation(
    [received(CODE), sent(), delivered()],
    { type: 'refuseTransfer', reason: 'unreadable' },
    'addressee',
  ),
  recallTransfer: situation([received(CODE), sent()], { type: 'recallTransfer', reason: 'sent-in-error' }, 'receiver'),
  redirectTransfer: {
    story: given(LAND, [received(CODE), sent('paper')]).swept('2026-11-17 09:00'),
    command: { type: 'redirectTransfer', to: NGO_QUYEN, reason: 'no-answer' },
    may: ['supervisorOfAll'],
  },
  assign: situation(PROCESSING, { type: 'assign', officerId: 'officer-7' }, 'addressee'),
  startStep: situation(PROCESSING, { type: 'startStep', step: 'appraisal' }, 'addressee'),
  completeStep: situation(
    [...PROCESSING, byCompetent({ type: 'startStep', step: 'appraisal' })],
    { type: 'completeStep', step: 'appraisal' },
    'addressee',
  ),
  requestConsultation: situation(
    PROCESSING,
    { type: 'requestConsultation', consultation: 'tax', agencyId: TAX_OFFICE },
    'addressee',
  ),
  answerConsultation: situation(
    [...PROCESSING, consulted('tax'), consulted('planning')],
    { type: 'answerConsultation', consultation: 'tax', outcome: 'agreed' },
    'taxOffice',
  ),
  cancelConsultation: situation(
    [...PROCESSING, consulted('planning'), consulted('tax')],
    { type: 'cancelConsultation', consultation: 'planning', reason: 'not-needed' },
    'addressee',
  ),
  requestSupplement: situation(
    PROCESSING,
    { type: 'requestSupplement', components: ['map'], reason: 'missing' },
    'addressee',
  ),
  provideSupplement: situation(
    [...PROCESSING, supplementAsked()],
    { type: 'provideSupplement', copy: 'electronic' },
    'receiver',
    'addressee',
  ),
  requestPayment: situation(PROCESSING, { type: 'requestPayment', feeCode: 'fee', amountVnd: 1000 }, 'addressee'),
  confirmPayment: situation(
    wayTo('awaitingPayment', CODE),
    { type: 'confirmPayment', receiptNumber: 'R1' },
    'addressee',
  ),
  suspend: situation(PROCESSING, { type: 'suspend', ground: 'courtOrder', evidence: 'QD-12' }, 'addressee', 'engine'),
  resume: situation(wayTo('suspended', CODE), { type: 'resume' }, 'addressee', 'engine'),
  decide: situation(wayTo('decided', CODE).slice(0, -1), { type: 'decide', outcome: 'granted' }, 'addressee'),
  dispatchResult: situation(wayTo('decided', CODE), { type: 'dispatchResult', copy: 'paper' }, 'addressee'),
  confirmResultArrival: situation(wayTo('resultInTransfer', CODE), { type: 'confirmResultArrival' }, 'receiver'),
  notifyApplicant: situation(wayTo('readyForReturn', CODE), { type: 'notifyApplicant', means: 'sms' }, 'receiver'),
  returnResult: situation(wayTo('readyForReturn', CODE), { type: 'returnResult', means: 'counter' }, 'receiver'),
  withdraw: situation(wayTo('awaitingAcceptance', CODE), { type: 'withdraw' }, 'receiver'),
  close: situation(PROCESSING, { type: 'close', ground: 'legalGround', legalBasis: 'art. 9' }, 'addressee', 'engine'),
  extend: situation(PROCESSING, { type: 'extend', by: '1wd', legalBasis: 'art. 9' }, 'addressee'),
  apologise: situation(
    PROCESSING,
    { type: 'apologise', reason: 'overload', newPromise: '2027-03-01T09:00:00+07:00' },
    'addressee',
  ),
  deliverApology: situation(
    [
      ...takenOver(CODE),
      byCompetent({ type: 'apologise', reason: 'overload', newPromise: '2027-03-01T09:00:00+07:00' }),
    ],
    { type: 'deliverApology', means: 'counter' },
    'receiver',
  ),
  correctReception: situation(
    [received(CODE)],
    { type: 'correctReception', receivedAt: '2026-11-16T07:40:00+07:00', reason: 'typed-late' },
    'receiver',
  ),
  correctTime: situation(
    [received(CODE, '2026-11-16 08:00')],
    { type: 'correctTime', seq: 1, to: '2026-11-16T07:40:00+07:00', reason: 'typed-late' },
    'receiver',
  ),
  enterLate: situation(
    [received(CODE, '2026-11-16 08:00'), sent('paper', '2026-11-16 09:00')],
    {
      type: 'enterLate',
      facts: [{ type: 'assign', officerId: 'officer-7', occurredAt: EIGHT_THIRTY }],
      reason: 'paper',
    },
    'receiver',
  ),
  resolveConflict: situation(
    [
      ...PROCESSING,
      consulted('planning', '2026-11-16 09:00'),
      byCompetent({ type: 'cancelConsultation', consultation: 'planning', reason: 'not-needed' }, '2026-11-16 11:00'),
      byPlanning(
        { type: 'answerConsultation', consultation: 'planning', outcome: 'agreed', occurredAt: vn('2026-11-16 10:00') },
        '2026-11-16 14:00',
      ),
    ],
    { type: 'resolveConflict', conflict: 7, resolution: 'kept', reason: 'asked-both' },
    'receiver',
    'addressee',
    'supervisorOfAll',
    'supervisorOfReceiver',
  ),
};

/** Told by who is party to the story, not by the code under test. */
function mayKnow(actor: ActorName, { story }: Situation): boolean {
  const sentTo = story.events.some(({ type }) => type === 'dossier.transferDispatched.v1');
  const asked = story.events.some(({ type }) => type === 'dossier.consultationRequested.v1');
  if (actor === 'addressee' || actor === 'supervisorOfAddressee') return sentTo;
  if (actor === 'taxOffice') return asked && story.events.some((e) => JSON.stringify(e.data).includes(TAX_OFFICE));
  return actor !== 'neighbour' && actor !== 'supervisorElsewhere';
}

describe.each(COMMAND_TYPES)('%s', (type) => {
  const here = SITUATIONS[type];

  it.each(ACTOR_NAMES)('is given by %s only if entitled', (actor) => {
    const outcome = here.story.when({ by: ACTORS[actor], do: here.command });
    // Who else may enter something late is asked of the state the dossier was in then.
    if (type === 'enterLate' && isRefusal(outcome) && outcome.code === 'late-fact-illegal') {
      expect([actor, outcome.facts['rule']]).toEqual(['addressee', 'dossier-not-found']);
      return;
    }
    if (here.may.includes(actor)) {
      expect(outcome).toEqual(expect.arrayContaining([expect.objectContaining({ occurredAt: expect.any(String) })]));
      return;
    }
    const known = here.story.events.length === 0 || mayKnow(actor, here);
    const notEntitled = { code: 'actor-not-entitled', facts: { command: type, needs: ENTITLED[type] } };
    expect(outcome).toMatchObject(known ? notEntitled : { code: 'dossier-not-found', facts: {} });
  });
});

describe('who may, beyond the table', () => {
  it('lets only a coordinator name the competent agency himself', () => {
    const story = given(LAND, [held(CODE)]);
    const command = {
      type: 'resolveJurisdiction',
      decision: { agencyId: DONG_HAI, legalBasis: 'Quyết định 12' },
    } as const;
    const byClerk = story.when({ by: ACTORS.receiver, do: command });
    const byCoordinator = story.when({ by: ACTORS.supervisorOfReceiver, do: command });
    expect(byClerk).toMatchObject({ code: 'actor-not-entitled', facts: { needs: ['coordinator'] } });
    expect(byCoordinator).toMatchObject([
      {
        type: 'dossier.jurisdictionResolved.v1',
        data: { resolution: { agencyId: DONG_HAI, ruleId: 'coordinator-decision' } },
      },
    ]);
  });

  it('asks of who redirects that he watches over the new agency too', () => {
    const story = given(LAND, [received(CODE), sent('paper')]).swept('2026-11-17 09:00');
    const by = supervisorOver(HAI_AN, DONG_HAI);
    const on = story.when({ by, do: { type: 'redirectTransfer', to: NGO_QUYEN, reason: 'no-answer' } });
    const home = story.when({ by, do: { type: 'redirectTransfer', to: null, reason: 'no-answer' } });
    expect(on).toMatchObject({ code: 'actor-not-entitled' });
    expect(isRefusal(home)).toBe(false);
  });

  it('lets the engine confirm a delivery only for an agency without software', () => {
    const steps = [received(CODE), sent('paper')];
    const by = { by: ENGINE, do: { type: 'confirmDelivery' } } as const;
    expect(given(LAND, steps).when(by)).toMatchObject({ code: 'actor-not-entitled', facts: { needs: ['addressed'] } });
    expect(given(LAND, steps, withoutSoftware).when(by)).toMatchObject([{ type: 'dossier.transferDelivered.v1' }]);
  });

  it('lets the receiver ask for a supplement before reception, and no longer once another agency has the dossier', () => {
    const ask = byReceiver({ type: 'requestSupplement', components: ['form'], reason: 'missing' });
    expect(given(LAND, [submitted(CODE)]).when(ask)).toMatchObject([{ phase: 'awaitingSupplement' }]);
    expect(given(LAND, PROCESSING).when(ask)).toMatchObject({
      code: 'actor-not-entitled',
      facts: { needs: ['holder'] },
    });
  });

  it('gives a supervisor none of the rights of a clerk, even of his own agency', () => {
    const by: ActingParty = { ...supervisorOver(HAI_AN), agencyId: HAI_AN };
    const outcome = given(LAND, [received(CODE)]).when({ by, do: { type: 'transfer', copy: 'paper' } });
    expect(outcome).toMatchObject({ code: 'actor-not-entitled' });
  });

  it('knows no dossier before the first act, whatever is asked of it', () => {
    const outcome = given(LAND).when({ by: ACTORS.receiver, do: { type: 'transfer', copy: 'paper' } });
    expect(outcome).toMatchObject({ code: 'dossier-not-found' });
  });
});
