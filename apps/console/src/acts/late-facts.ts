/** Facts entered after later ones: each has the form of its own act, and must have a time. */
import type { Command } from '@lien-thong/client';
import { notifyApplicant } from './forms-end.js';
import {
  assign,
  startStep,
  completeStep,
  requestConsultation,
  cancelConsultation,
  requestSupplement,
  provideSupplement,
  suspend,
  resume,
} from './forms-work.js';
import type { Form, LateFact, LateType } from './form.js';

type Fact = Extract<Command, { type: 'enterLate' }>['facts'][number];

/** The service takes these and no others: custody, decision, result, payment, extension and ends are not entered late. */
export const LATE_FORMS: { readonly [Type in LateType]: Form<Type> } = {
  assign,
  startStep,
  completeStep,
  requestConsultation,
  cancelConsultation,
  requestSupplement,
  provideSupplement,
  suspend,
  resume,
  notifyApplicant,
};

export const LATE_TYPES = Object.keys(LATE_FORMS) as readonly LateType[];

/** Throws while it is not filled in. */
export function lateFactOf({ type, filled, occurredAt }: LateFact): Fact {
  if (occurredAt === null) throw new Error(`${type} has no time`);
  return { ...LATE_FORMS[type].body(filled), occurredAt };
}
