/** An amendment as a form, and the body the form makes. Pure. */
import type { Amendment, AmendmentBody } from '@lien-thong/client';
import { composed } from '../words/fold.js';

type Selection = NonNullable<AmendmentBody['selection']>;
export type OpenPhase = NonNullable<Selection['phases']>[number];

export interface AmendmentForm {
  readonly procedure: string | null;
  readonly fromVersions: readonly number[];
  readonly toVersion: number | null;
  readonly policy: AmendmentBody['policy'];
  readonly legalBasis: string;
  readonly reason: string;
  readonly revertDays: string;
  readonly receivingAgencies: readonly string[];
  readonly phases: readonly OpenPhase[];
  readonly receivedFrom: string | null;
  readonly receivedBefore: string | null;
}

export const EMPTY_FORM: AmendmentForm = {
  ...{ procedure: null, fromVersions: [], toVersion: null, policy: 'mostFavourable', legalBasis: '', reason: '' },
  ...{ revertDays: '14', receivingAgencies: [], phases: [], receivedFrom: null, receivedBefore: null },
};

export function formOfAmendment(amendment: Amendment): AmendmentForm {
  const { procedure, fromVersions, toVersion, policy, legalBasis, reason, revertDays, selection } = amendment;
  const { receivingAgencies = [], phases = [], receivedFrom = null, receivedBefore = null } = selection;
  return {
    ...{ procedure, fromVersions, toVersion, policy, legalBasis, reason, revertDays: String(revertDays) },
    ...{ receivingAgencies, phases, receivedFrom, receivedBefore },
  };
}

const SHORTEST = 3;
const MOST_DAYS = 90;

/** Null while something is empty or cannot be. */
export function bodyOf(form: AmendmentForm): AmendmentBody | null {
  const { procedure, fromVersions, toVersion, policy, receivingAgencies, phases, receivedFrom, receivedBefore } = form;
  const [legalBasis, reason, days] = [composed(form.legalBasis), composed(form.reason), Number(form.revertDays)];
  if (procedure === null || toVersion === null || fromVersions.length === 0) return null;
  if (fromVersions.includes(toVersion) || legalBasis.length < SHORTEST || reason.length < SHORTEST) return null;
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) return null;
  const selection: Selection = {
    ...(receivingAgencies.length === 0 ? {} : { receivingAgencies }),
    ...(phases.length === 0 ? {} : { phases }),
    ...(receivedFrom === null ? {} : { receivedFrom }),
    ...(receivedBefore === null ? {} : { receivedBefore }),
  };
  const narrower = Object.keys(selection).length === 0 ? {} : { selection };
  return { procedure, fromVersions, toVersion, policy, legalBasis, reason, revertDays: days, ...narrower };
}
