/** A command of every type for random walks, sensible as often as not: a number chooses among what it could say. */
import type { CommandType } from '../dossier/commands.js';
import { instantFromMillis, millisOf } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import { BEYOND, DONG_HAI, NGO_QUYEN, NOBODYS, PLANNING, TAX_OFFICE, livingIn } from './office-directory.js';
import { intake } from './office-steps.js';
import type { CommandInput, Story } from './office.js';

/** The n-th of the choices, round and round. */
export function roundRobin<T>(choices: readonly T[], n: number): T {
  const chosen = choices[n % choices.length];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}

const PLACES = [livingIn('11411'), livingIn('11359'), livingIn('11413'), NOBODYS, BEYOND];
const COPIES = ['electronic', 'paper'] as const;
const opinion = (v: number) => roundRobin(['tax', 'planning'] as const, v);
const place = (v: number) => roundRobin(PLACES, v);
const step = (v: number) => roundRobin(['appraisal', 'signature', 'printing'], v);
const copy = (v: number) => roundRobin(COPIES, v);

type Situation = Pick<Story, 'rules' | 'now'>;
type InputOf<Type extends CommandType> = Extract<CommandInput, { type: Type }>;

function later({ now }: Situation, minutes: number): Instant {
  return instantFromMillis(millisOf(now) + minutes * 60_000);
}

const COMMANDS: { readonly [T in CommandType]: (v: number, situation: Situation) => InputOf<T> } = {
  submit: (v, { rules }) => ({
    type: 'submit',
    intake: intake(rules.procedure.code, { channel: 'online', place: place(v) }),
  }),
  receive: (v, { rules }) => ({
    type: 'receive',
    ...(v % 4 === 3 ? {} : { intake: intake(rules.procedure.code, { place: place(v) }) }),
    ...(v % 3 === 0 ? { holdForJurisdiction: { reason: 'ask-province' } } : {}),
  }),
  refuseReception: () => ({ type: 'refuseReception', reason: 'not-complete' }),
  resolveJurisdiction: (v) => ({ type: 'resolveJurisdiction', jurisdiction: roundRobin(PLACES.slice(0, 4), v) }),
  transfer: (v) => ({ type: 'transfer', copy: copy(v), ...(v % 3 === 0 ? { jurisdiction: place(v) } : {}) }),
  confirmDelivery: () => ({ type: 'confirmDelivery' }),
  acceptTransfer: () => ({ type: 'acceptTransfer' }),
  refuseTransfer: (v) => ({
    type: 'refuseTransfer',
    reason: roundRobin(['wrongJurisdiction', 'incompleteCopy'] as const, v),
  }),
  recallTransfer: () => ({ type: 'recallTransfer', reason: 'sent-in-error' }),
  redirectTransfer: (v) => ({
    type: 'redirectTransfer',
    to: roundRobin([NGO_QUYEN, DONG_HAI, null], v),
    copy: copy(v),
    reason: 'lapse',
  }),
  assign: (v) => ({ type: 'assign', officerId: `officer-${v % 5}` }),
  startStep: (v) => ({ type: 'startStep', step: step(v) }),
  completeStep: (v) => ({ type: 'completeStep', step: step(v) }),
  requestConsultation: (v) => ({
    type: 'requestConsultation',
    consultation: opinion(v),
    agencyId: opinion(v) === 'tax' ? TAX_OFFICE : PLANNING,
  }),
  answerConsultation: (v) => ({ type: 'answerConsultation', consultation: opinion(v), outcome: 'agreed' }),
  cancelConsultation: (v) => ({ type: 'cancelConsultation', consultation: opinion(v), reason: 'not-needed' }),
  requestSupplement: () => ({ type: 'requestSupplement', components: ['map'], reason: 'missing' }),
  provideSupplement: (v) => ({ type: 'provideSupplement', copy: copy(v) }),
  requestPayment: (v) => ({ type: 'requestPayment', feeCode: 'fee', amountVnd: 1000 + v }),
  confirmPayment: (v) => ({ type: 'confirmPayment', receiptNumber: `R${v}` }),
  suspend: (v) => ({
    type: 'suspend',
    evidence: 'QD-12',
    ...roundRobin([{ ground: 'systemOutage', system: 'landRegister' }, { ground: 'courtOrder' }] as const, v),
  }),
  resume: () => ({ type: 'resume' }),
  decide: (v) => ({ type: 'decide', outcome: roundRobin(['granted', 'refused'] as const, v) }),
  dispatchResult: (v) => ({ type: 'dispatchResult', copy: copy(v) }),
  confirmResultArrival: () => ({ type: 'confirmResultArrival' }),
  notifyApplicant: () => ({ type: 'notifyApplicant', means: 'sms' }),
  returnResult: () => ({ type: 'returnResult', means: 'counter' }),
  withdraw: () => ({ type: 'withdraw' }),
  close: (v) => ({
    type: 'close',
    ground: roundRobin(['legalGround', 'supplementTimeout', 'paymentTimeout'] as const, v),
    legalBasis: 'art. 9',
  }),
  extend: (v) => ({ type: 'extend', by: roundRobin(['1wd', '8wh', '40wd'], v), legalBasis: 'art. 9' }),
  apologise: (v, situation) => ({
    type: 'apologise',
    reason: 'overload',
    newPromise: later(situation, roundRobin([60, 100_000], v)),
  }),
  deliverApology: () => ({ type: 'deliverApology', means: 'post' }),
  correctReception: (v, situation) => ({
    type: 'correctReception',
    receivedAt: later(situation, -roundRobin([0, 30, 600], v)),
    reason: 'typed-late',
    ...(v % 2 === 0 ? { approvedBy: 'head-1' } : {}),
  }),
  correctTime: (v, situation) => ({
    type: 'correctTime',
    seq: 1 + (v % 9),
    to: later(situation, -roundRobin([0, 20, 90, 700], v)),
    reason: 'typed-wrong',
    ...(v % 3 === 0 ? { approvedBy: 'head-1' } : {}),
  }),
  enterLate: (v, situation) => ({
    type: 'enterLate',
    reason: 'found-on-paper',
    facts: lateFacts(v, (minutes) => ({ occurredAt: later(situation, -minutes) })),
    ...(v % 3 === 0 ? { approvedBy: 'head-1' } : {}),
  }),
  resolveConflict: (v) => ({
    type: 'resolveConflict',
    conflict: 1 + (v % 12),
    resolution: roundRobin(['kept', 'superseded'] as const, v),
    reason: 'asked-both',
  }),
};

/** Something that was done a while ago and is noted only now. */
function lateFacts(v: number, at: (ago: number) => { readonly occurredAt: Instant }): InputOf<'enterLate'>['facts'] {
  const outage = { ground: 'systemOutage', system: 'landRegister', evidence: 'QD-12' } as const;
  return roundRobin<InputOf<'enterLate'>['facts']>(
    [
      [{ type: 'assign', officerId: 'officer-7', ...at(30) }],
      [
        { type: 'suspend', ...outage, ...at(200) },
        { type: 'resume', ...at(80) },
      ],
      [{ type: 'startStep', step: step(v), ...at(45) }],
      [{ type: 'suspend', ...outage, ...at(60) }],
    ],
    v,
  );
}

/** A command of the type, in the variant of that number. */
export function commandOf(type: CommandType, variant: number, situation: Situation): CommandInput {
  return COMMANDS[type](variant, situation);
}
