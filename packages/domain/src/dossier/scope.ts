/** Whether an agency named by a person, not found by the rules, may be given the dossier at all (DESIGN 4.5, 4.7). */
import type { AgencyId } from '../kernel/ids.js';
import { refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import type { Dossier } from './dossier.js';
import type { DecideFacts } from './file.js';

/**
 * Null when it may. A coordinator or supervisor knows better than the tables who is competent, but not than the law how far the
 * procedure reaches. Refusals: `agency-unknown`, `outside-boundary-scope`.
 */
export function unreachable(to: AgencyId, dossier: Dossier, facts: DecideFacts): Refusal | null {
  const named = facts.agency(to);
  if (named === null) return refuse('agency-unknown', { agencyId: to });
  const { receivingAgency } = dossier.pin;
  const { boundaryScope } = facts.rules.procedure;
  const reached =
    to === receivingAgency ||
    boundaryScope === 'nation' ||
    (boundaryScope === 'province' && named.provinceCode === facts.agency(receivingAgency)?.provinceCode);
  if (reached) return null;
  const { procedureCode } = dossier.pin;
  return refuse('outside-boundary-scope', { procedureCode, boundaryScope, receivingAgency, competentAgency: to });
}
