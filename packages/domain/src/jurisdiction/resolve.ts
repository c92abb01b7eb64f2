/** Which agency decides a dossier, by which rule and which text: receipt, transfer and journal rest on the answer. */
import { isRefusal, refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import type { AgencyId } from '../kernel/ids.js';
import type { IsoDate } from '../time/instant.js';
import { inForce } from './areas.js';
import type { AreaInput } from './areas.js';
import type { Agency, CompetenceLevel, CompetenceRule } from './competence.js';
import { ALL_AREAS, rulesForAgency, rulesForAreas } from './directory.js';
import type { Directory, FoundRules } from './directory.js';
import { resolveArea } from './resolve-area.js';

export type BoundaryScope = 'none' | 'province' | 'nation';
export type AreaCriterion = 'residence' | 'assetLocation' | 'headOffice';
/** `any`: whoever receives decides, if he is competent at all (certified copies, Nghị định 23/2015/NĐ-CP). */
export type CompetenceCriterion = AreaCriterion | 'any';

/** The part of a procedure version that jurisdiction depends on. */
export interface ProcedureScope {
  readonly code: string;
  readonly field?: string | undefined;
  readonly boundaryScope: BoundaryScope;
  readonly competence: { readonly criterion: CompetenceCriterion; readonly level: CompetenceLevel };
}

export interface JurisdictionQuestion {
  readonly procedure: ProcedureScope;
  readonly facts: { readonly [criterion in AreaCriterion]?: AreaInput | undefined };
  readonly receivingAgency: AgencyId;
  /** ISO day in Viet Nam on which the dossier was received. */
  readonly day: IsoDate;
}

export interface Resolution {
  readonly kind: 'resolved';
  readonly agencyId: AgencyId;
  readonly ruleId: string;
  readonly legalBasis: string;
  /** The commune the facts lead to; null where the criterion asks for no place. */
  readonly areaCode: string | null;
  /** Code of the unit before 1 July 2025 the commune was reached by; null when it was named itself. */
  readonly viaOldUnit: string | null;
}

/**
 * Finds the one competent agency, or refuses: `agency-unknown` (receiver), `jurisdiction-fact-missing`, `jurisdiction-none`,
 * `jurisdiction-several` (with the candidates), `outside-boundary-scope`, and what `resolveArea` refuses. DESIGN 4.7; receiving
 * without regard to boundaries: Nghị định 118/2025/NĐ-CP Điều 14.
 */
export function resolve(directory: Directory, question: JurisdictionQuestion): Resolution | Refusal {
  const { procedure, receivingAgency, day } = question;
  const receiver = directory.agencies.get(receivingAgency);
  if (receiver === undefined || !inForce(receiver, day))
    return refuse('agency-unknown', { agencyId: receivingAgency, day });
  const { criterion } = procedure.competence;
  return criterion === 'any'
    ? byReceiver(directory, question, receiver)
    : byPlace(directory, question, { receiver, criterion });
}

function byReceiver(
  directory: Directory,
  { procedure, day }: JurisdictionQuestion,
  receiver: Agency,
): Resolution | Refusal {
  const { code, field, competence } = procedure;
  const found = rulesForAgency(directory, { code, field, level: competence.level, day }, receiver.id);
  const [rule] = found.valid;
  if (rule === undefined) return nobody(found, { procedure, day, areaCode: null, receiver });
  return resolved(rule, { areaCode: null, viaOldUnit: null });
}

function byPlace(
  directory: Directory,
  { procedure, facts, day }: JurisdictionQuestion,
  { receiver, criterion }: { receiver: Agency; criterion: AreaCriterion },
): Resolution | Refusal {
  const input = facts[criterion];
  if (input === undefined) return refuse('jurisdiction-fact-missing', { procedureCode: procedure.code, criterion });
  const area = resolveArea(directory.areas, input, day);
  if (isRefusal(area)) return { ...area, facts: { ...area.facts, criterion } };
  const { code: areaCode, provinceCode } = area.commune;
  const { code, field, competence } = procedure;
  const question = { code, field, level: competence.level, day };
  const found = rulesForAreas(directory, question, [areaCode, provinceCode, ALL_AREAS]);
  const [rule] = found.valid;
  if (rule === undefined) return nobody(found, { procedure, day, areaCode, receiver });
  if (found.valid.some(({ agencyId }) => agencyId !== rule.agencyId)) {
    const candidates = [...new Set(found.valid.map(({ agencyId }) => agencyId))];
    const ruleIds = found.valid.map(({ id }) => id);
    return refuse('jurisdiction-several', { procedureCode: code, areaCode, day, candidates, ruleIds });
  }
  return (
    boundaryRefusal(directory, procedure, { receiver, rule }) ??
    resolved(rule, { areaCode, viaOldUnit: area.viaOld?.code ?? null })
  );
}

function resolved(
  { agencyId, id, legalBasis }: CompetenceRule,
  place: { areaCode: string | null; viaOldUnit: string | null },
): Resolution {
  return { kind: 'resolved', agencyId, ruleId: id, legalBasis, ...place };
}

function nobody(
  { lapsed }: FoundRules,
  asked: { procedure: ProcedureScope; day: IsoDate; areaCode: string | null; receiver: Agency },
): Refusal {
  const { procedure, day, areaCode, receiver } = asked;
  return refuse('jurisdiction-none', {
    procedureCode: procedure.code,
    level: procedure.competence.level,
    criterion: procedure.competence.criterion,
    areaCode,
    receivingAgency: receiver.id,
    day,
    /** Rules that name the area but do not hold on that day. */
    rulesNotInForce: lapsed.map(({ id }) => id),
  });
}

/** None: only the competent agency may receive. Province: receiver and decider lie in one province. Nation: anywhere. */
function boundaryRefusal(
  directory: Directory,
  { code, boundaryScope }: ProcedureScope,
  { receiver, rule }: { receiver: Agency; rule: CompetenceRule },
): Refusal | undefined {
  const competent = directory.agencies.get(rule.agencyId);
  if (boundaryScope === 'nation' || competent?.id === receiver.id) return undefined;
  if (boundaryScope === 'province' && competent?.provinceCode === receiver.provinceCode) return undefined;
  return refuse('outside-boundary-scope', {
    procedureCode: code,
    boundaryScope,
    receivingAgency: receiver.id,
    competentAgency: rule.agencyId,
    ruleId: rule.id,
  });
}
