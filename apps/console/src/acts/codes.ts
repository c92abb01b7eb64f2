/** Lists that the forms choose from. Reason codes belong to each office: these are the ones in use, and others may be typed. */
import type { Option } from './form.js';

/** A code of the office's own list, as the service takes it. */
export const CODE = /^[a-z][a-zA-Z0-9-]{1,59}$/;
/** A key of a procedure: fee, system, step. */
export const KEY = /^[a-z][a-zA-Z0-9-]{0,39}$/;
/** The number of a paper, without accents or spaces. */
export const EVIDENCE = /^[A-Za-z0-9./:_-]{3,120}$/;
export const RECEIPT_NUMBER = /^[A-Za-z0-9./-]{1,40}$/;
export const AMOUNT = /^[1-9]\d{0,10}$/;
export const LENGTH = /^(?:(?:0|[1-9]\d{0,4})(?:\.\d{1,4})?(?:wd|wh)|[1-9]\d{0,4}cd)$/;
export const LEGAL_BASIS = /^[\s\S]{3,200}$/;
export const ANY = /^/;

/** Values of each list; the words are in `list-words.ts` under the same names. */
export const LISTS = {
  hold: ['no', 'yes'],
  heldReason: ['unknown-place', 'several-communes', 'facts-contradict', 'ask-province'],
  refuseReception: ['not-a-procedure-of-ours', 'not-complete', 'invalid-paper', 'duplicate', 'applicant-not-entitled'],
  refuseTransfer: ['wrongJurisdiction', 'incompleteCopy', 'unreadable', 'duplicate'],
  recallTransfer: ['sent-in-error', 'wrong-address', 'paper-missing', 'applicant-asked'],
  redirectTransfer: ['lapsed', 'bounced', 'wrong-address', 'receiver-down'],
  cancelConsultation: ['not-needed', 'no-answer', 'asked-in-error'],
  requestSupplement: ['missing-paper', 'invalid-paper', 'unclear-copy', 'facts-contradict'],
  extend: ['field-survey', 'overload', 'complex-case', 'opinion-awaited'],
  apologise: ['overload', 'opinion-awaited', 'system-down', 'lost-paper', 'officer-absent'],
  correctReception: ['late-entry', 'typed-wrong', 'found-on-paper'],
  correctTime: ['typed-wrong', 'typed-late', 'found-on-paper'],
  enterLate: ['found-on-paper', 'system-down', 'forgotten'],
  resolveConflict: ['asked-both', 'paper-shows', 'typed-wrong'],
  fee: ['fee', 'charge', 'landTax', 'registrationTax', 'landFee'],
  resolveBy: ['facts', 'decision'],
  copy: ['electronic', 'paper'],
  destination: ['agency', 'home'],
  opinion: ['agreed', 'disagreed', 'noOpinion'],
  decision: ['granted', 'refused'],
  suspension: ['systemOutage', 'courtOrder', 'forceMajeure'],
  closing: ['supplementTimeout', 'paymentTimeout', 'courtOrder', 'legalGround'],
  notice: ['sms', 'email', 'phone', 'portal', 'counter'],
  returning: ['counter', 'post', 'electronic'],
  handing: ['counter', 'post', 'sms', 'email', 'phone', 'portal'],
  resolution: ['kept', 'superseded'],
} as const;

export type ListName = keyof typeof LISTS;

export function optionsOf(list: ListName): readonly Option[] {
  return LISTS[list].map((value) => ({ value }));
}
