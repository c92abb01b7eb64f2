/** Facts entered after later ones: each has the form of its own act, and must have a time. */
import type { Command } from '@lien-thong/client';
import * as end from './forms-end.js';
import * as work from './forms-work.js';
import type { Form, LateFact, LateType } from './form.js';

type Fact = Extract<Command, { type: 'enterLate' }>['facts'][number];

/** The service takes these and no others: custody, decision, result, payment, extension and ends are not entered late. */
export const LATE_FORMS: { readonly [Type in LateType]: Form<Type> } = {
  assign: work.assign,
  startStep: work.startStep,
  completeStep: work.completeStep,
  requestConsultation: work.requestConsultation,
  cancelConsultation: work.cancelConsultation,
  requestSupplement: work.requestSupplement,
  provideSupplement: work.provideSupplement,
  suspend: work.suspend,
  resume: work.resume,
  notifyApplicant: end.notifyApplicant,
};

export const LATE_TYPES = Object.keys(LATE_FORMS) as readonly LateType[];

/** Throws while it is not filled in. */
export function lateFactOf({ type, filled, occurredAt }: LateFact): Fact {
  if (occurredAt === null) throw new Error(`${type} has no time`);
  return { ...LATE_FORMS[type].body(filled), occurredAt };
}
