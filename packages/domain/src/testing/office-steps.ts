/** The usual acts at the usual agencies, and the shortest way into each phase. Procedure: the land procedure of the specs. */
import type { Phase } from '../procedure/phase.js';
import { DONG_HAI, HAI_AN, NOBODYS, PLANNING, TAX_OFFICE, clerkOf, livingIn } from './office-directory.js';
import type { CommandInput, Step } from './office.js';

const receiving = clerkOf(HAI_AN);
const competent = clerkOf(DONG_HAI);

/** An act of the receiving ward, of the competent ward. `at` as in Step. */
export const byReceiver = (command: CommandInput, at?: string): Step => ({ by: receiving, do: command, at });
export const byCompetent = (command: CommandInput, at?: string): Step => ({ by: competent, do: command, at });
export const byTaxOffice = (command: CommandInput, at?: string): Step => ({ by: clerkOf(TAX_OFFICE), do: command, at });
export const byPlanning = (command: CommandInput, at?: string): Step => ({ by: clerkOf(PLANNING), do: command, at });

/** What the applicant hands in; he lives in Đông Hải unless another place is given. */
export function intake(procedureCode: string, { channel = 'counter', place = livingIn('11411') } = {}) {
  return { procedureCode, caseKey: 'standard', channel: channel as 'counter' | 'online' | 'post', jurisdiction: place };
}

export const submitted = (code: string, at?: string): Step =>
  byReceiver({ type: 'submit', intake: intake(code, { channel: 'online' }) }, at);
export const received = (code: string, at?: string): Step => byReceiver({ type: 'receive', intake: intake(code) }, at);
export const held = (code: string, at?: string): Step =>
  byReceiver(
    { type: 'receive', intake: intake(code, { place: NOBODYS }), holdForJurisdiction: { reason: 'unknown-place' } },
    at,
  );
export const sent = (copy: 'electronic' | 'paper' = 'electronic', at?: string): Step =>
  byReceiver({ type: 'transfer', copy }, at);
export const delivered = (at?: string): Step => byCompetent({ type: 'confirmDelivery' }, at);
export const accepted = (at?: string): Step => byCompetent({ type: 'acceptTransfer' }, at);
export const sentBack = (reason: 'wrongJurisdiction' | 'incompleteCopy' = 'incompleteCopy', at?: string): Step =>
  byCompetent({ type: 'refuseTransfer', reason }, at);
export const supplementAsked = (at?: string): Step =>
  byCompetent({ type: 'requestSupplement', components: ['birth certificate'], reason: 'missing' }, at);
export const paymentAsked = (at?: string): Step =>
  byCompetent({ type: 'requestPayment', feeCode: 'landFee', amountVnd: 500_000 }, at);
export const consulted = (consultation: 'tax' | 'planning', at?: string): Step =>
  byCompetent(
    { type: 'requestConsultation', consultation, agencyId: consultation === 'tax' ? TAX_OFFICE : PLANNING },
    at,
  );
export const taxAnswered = (at?: string): Step =>
  byTaxOffice({ type: 'answerConsultation', consultation: 'tax', outcome: 'agreed' }, at);
export const suspendedByOutage = (at?: string): Step =>
  byCompetent({ type: 'suspend', ground: 'systemOutage', system: 'landRegister', evidence: 'incident-42' }, at);
export const granted = (at?: string): Step => byCompetent({ type: 'decide', outcome: 'granted' }, at);

/** The way of a transfer up to its acceptance. */
export const takenOver = (code: string): readonly Step[] => [received(code), sent(), delivered(), accepted()];
/** Everything the land procedure asks for before a decision. */
export const decidable = (code: string): readonly Step[] => [...takenOver(code), consulted('tax'), taxAnswered()];

/** The shortest story that leads into each phase. */
export function wayTo(phase: Phase, code: string): readonly Step[] {
  const ways: { readonly [P in Phase]: readonly Step[] } = {
    submitted: [submitted(code)],
    received: [received(code)],
    jurisdictionPending: [held(code)],
    inTransfer: [received(code), sent()],
    awaitingAcceptance: [received(code), sent(), delivered()],
    transferReturned: [received(code), sent(), delivered(), sentBack()],
    processing: takenOver(code),
    awaitingSupplement: [...takenOver(code), supplementAsked()],
    awaitingPayment: [...takenOver(code), paymentAsked()],
    suspended: [...takenOver(code), suspendedByOutage()],
    decided: [...decidable(code), granted()],
    resultInTransfer: [...decidable(code), granted(), byCompetent({ type: 'dispatchResult', copy: 'electronic' })],
    readyForReturn: [...wayToArrival(code)],
    receptionRefused: [submitted(code), byReceiver({ type: 'refuseReception', reason: 'not-a-procedure-of-ours' })],
    returned: [...wayToArrival(code), byReceiver({ type: 'returnResult', means: 'counter' })],
    withdrawn: [received(code), byReceiver({ type: 'withdraw' })],
    closed: [received(code), byReceiver({ type: 'close', ground: 'legalGround', legalBasis: 'art. 1' })],
  };
  return ways[phase];
}

function wayToArrival(code: string): readonly Step[] {
  return [
    ...decidable(code),
    granted(),
    byCompetent({ type: 'dispatchResult', copy: 'electronic' }),
    byReceiver({ type: 'confirmResultArrival' }),
  ];
}
