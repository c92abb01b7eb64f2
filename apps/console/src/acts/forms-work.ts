/** Forms of the acts while a dossier is being processed. */
import { AMOUNT, KEY, LISTS, RECEIPT_NUMBER } from './codes.js';
import { chosen, optionalText, textOf } from './form.js';
import type { Form } from './form.js';
import { agency, among, askedWhen, choice, code, components, documents, evidence } from './specs.js';
import { line, note, officer, openOpinions, opinionsToAsk, optional, reason, receipt, single } from './specs.js';
import { stepsToComplete, stepsToStart, systemsOf } from './specs.js';

export const assign: Form<'assign'> = {
  fields: () => [officer, note()],
  body: (filled) => ({ type: 'assign', officerId: textOf(filled, 'officerId') }),
};

export const startStep: Form<'startStep'> = {
  needs: 'version',
  fields: (about) => [among('step', stepsToStart(about)), note()],
  // The steps of a procedure stand in their order.
  initial: (about) => ({ step: stepsToStart(about)[0]?.value ?? '' }),
  body: (filled) => ({ type: 'startStep', step: textOf(filled, 'step') }),
};

export const completeStep: Form<'completeStep'> = {
  needs: 'version',
  fields: (about) => [among('step', stepsToComplete(about)), note()],
  initial: (about) => single('step', stepsToComplete(about)),
  body: (filled) => ({ type: 'completeStep', step: textOf(filled, 'step') }),
};

export const requestConsultation: Form<'requestConsultation'> = {
  needs: 'version',
  fields: (about) => [among('consultation', opinionsToAsk(about)), agency('agencyId', true), note()],
  initial: (about) => single('consultation', opinionsToAsk(about)),
  body: (filled) => ({
    type: 'requestConsultation',
    consultation: textOf(filled, 'consultation'),
    agencyId: textOf(filled, 'agencyId'),
  }),
};

export const answerConsultation: Form<'answerConsultation'> = {
  fields: (about) => [among('consultation', openOpinions(about, true)), choice('outcome', 'opinion'), note()],
  initial: (about) => single('consultation', openOpinions(about, true)),
  body: (filled) => ({
    type: 'answerConsultation',
    consultation: textOf(filled, 'consultation'),
    outcome: chosen(filled, 'outcome', LISTS.opinion),
  }),
};

export const cancelConsultation: Form<'cancelConsultation'> = {
  fields: (about) => [among('consultation', openOpinions(about, false)), reason('cancelConsultation'), note()],
  initial: (about) => single('consultation', openOpinions(about, false)),
  body: (filled) => ({
    type: 'cancelConsultation',
    consultation: textOf(filled, 'consultation'),
    reason: textOf(filled, 'reason'),
  }),
};

export const requestSupplement: Form<'requestSupplement'> = {
  fields: () => [components, reason('requestSupplement'), note()],
  initial: () => ({ reason: 'missing-paper' }),
  body: (filled) => ({
    type: 'requestSupplement',
    components: [...filled.components],
    reason: textOf(filled, 'reason'),
  }),
};

export const provideSupplement: Form<'provideSupplement'> = {
  fields: () => [choice('copy', 'copy'), documents, note(), receipt],
  initial: () => ({ copy: 'paper' }),
  body: (filled) => ({
    type: 'provideSupplement',
    copy: chosen(filled, 'copy', LISTS.copy),
    ...(filled.documents.length === 0 ? {} : { documents: filled.documents }),
  }),
};

export const requestPayment: Form<'requestPayment'> = {
  fields: () => [code('feeCode', 'fee', KEY), { ...line('amountVnd', AMOUNT, 12), numeric: true }, note()],
  initial: () => ({ feeCode: 'fee' }),
  body: (filled) => ({
    type: 'requestPayment',
    feeCode: textOf(filled, 'feeCode'),
    amountVnd: Number(textOf(filled, 'amountVnd').replaceAll('.', '')),
  }),
};

export const confirmPayment: Form<'confirmPayment'> = {
  fields: () => [line('receiptNumber', RECEIPT_NUMBER, 40), note()],
  body: (filled) => ({ type: 'confirmPayment', receiptNumber: textOf(filled, 'receiptNumber') }),
};

export const suspend: Form<'suspend'> = {
  needs: 'version',
  fields: (about) => [
    choice('ground', 'suspension'),
    askedWhen(
      { kind: 'code', name: 'system', list: 'system', options: systemsOf(about), pattern: KEY, required: true },
      ({ texts }) => texts.ground === 'systemOutage',
    ),
    evidence,
    note(),
  ],
  initial: (about) => single('system', systemsOf(about)),
  body: (filled) => ({
    type: 'suspend',
    ground: chosen(filled, 'ground', LISTS.suspension),
    ...(filled.texts.ground === 'systemOutage' ? { system: textOf(filled, 'system') } : {}),
    evidence: textOf(filled, 'evidence'),
  }),
};

export const resume: Form<'resume'> = {
  fields: () => [optional(evidence), note()],
  body: (filled) => ({ type: 'resume', evidence: optionalText(filled, 'evidence') }),
};
