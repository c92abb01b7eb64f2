/** Forms of the acts that decide a dossier, bring the result back, or end it otherwise. */
import { LISTS } from './codes.js';
import { chosen, textOf } from './form.js';
import type { Form } from './form.js';
import { choice, documents, legalBasis, note, receipt } from './specs.js';

export const decide: Form<'decide'> = {
  final: true,
  fields: () => [choice('outcome', 'decision'), documents, note(), receipt],
  body: (filled) => ({
    type: 'decide',
    outcome: chosen(filled, 'outcome', LISTS.decision),
    ...(filled.documents.length === 0 ? {} : { documents: filled.documents }),
  }),
};

export const dispatchResult: Form<'dispatchResult'> = {
  fields: () => [choice('copy', 'copy'), note(), receipt],
  initial: () => ({ copy: 'electronic' }),
  body: (filled) => ({ type: 'dispatchResult', copy: chosen(filled, 'copy', LISTS.copy) }),
};

export const confirmResultArrival: Form<'confirmResultArrival'> = {
  fields: () => [note(), receipt],
  body: () => ({ type: 'confirmResultArrival' }),
};

export const notifyApplicant: Form<'notifyApplicant'> = {
  fields: () => [choice('means', 'notice'), note()],
  initial: () => ({ means: 'sms' }),
  body: (filled) => ({ type: 'notifyApplicant', means: chosen(filled, 'means', LISTS.notice) }),
};

export const returnResult: Form<'returnResult'> = {
  final: true,
  fields: () => [choice('means', 'returning'), note(), receipt],
  initial: () => ({ means: 'counter' }),
  body: (filled) => ({ type: 'returnResult', means: chosen(filled, 'means', LISTS.returning) }),
};

export const withdraw: Form<'withdraw'> = {
  final: true,
  fields: () => [note(), receipt],
  body: () => ({ type: 'withdraw' }),
};

export const close: Form<'close'> = {
  final: true,
  fields: () => [choice('ground', 'closing'), legalBasis, note(), receipt],
  initial: ({ dossier: { phase } }) => ({
    ground: phase === 'awaitingSupplement' ? 'supplementTimeout' : phase === 'awaitingPayment' ? 'paymentTimeout' : '',
  }),
  body: (filled) => ({
    type: 'close',
    ground: chosen(filled, 'ground', LISTS.closing),
    legalBasis: textOf(filled, 'legalBasis'),
  }),
};
