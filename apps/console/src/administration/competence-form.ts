/** A rule of competence as a form, and the body the form makes. Pure. */
import type { CompetenceBody } from '@lien-thong/client';
import { composed } from '../words/fold.js';

export interface RuleForm {
  readonly agencyId: string | null;
  readonly about: 'procedure' | 'field';
  readonly procedureCode: string | null;
  readonly field: string;
  readonly everywhere: boolean;
  readonly areas: readonly string[];
  readonly level: CompetenceBody['level'];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly legalBasis: string;
  readonly verified: boolean;
}

export const EMPTY_RULE: RuleForm = {
  ...{ agencyId: null, about: 'procedure', procedureCode: null, field: '', everywhere: false, areas: [] },
  ...{ level: 'commune', validFrom: null, validTo: null, legalBasis: '', verified: false },
};

const SHORTEST = 3;

/** Null while something is empty. */
export function bodyOfRule(form: RuleForm): CompetenceBody | null {
  const { agencyId, about, procedureCode, everywhere, areas, level, validFrom, validTo, verified } = form;
  const [field, legalBasis] = [composed(form.field), composed(form.legalBasis)];
  if (agencyId === null || validFrom === null || legalBasis.length < SHORTEST) return null;
  if (!everywhere && areas.length === 0) return null;
  if (about === 'procedure' ? procedureCode === null : field === '') return null;
  return {
    ...{ agencyId, areas: everywhere ? null : areas, level, validFrom, legalBasis, verified },
    ...(about === 'procedure' && procedureCode !== null ? { procedureCode } : { field }),
    ...(validTo === null ? {} : { validTo }),
  };
}
