/** Where a procedure has nobody competent, or more than one: what an admin must see before a procedure is offered. */
import type { IsoDate } from '../time/instant.js';
import { inForce } from './areas.js';
import { ALL_AREAS, rulesForAreas } from './directory.js';
import type { Directory } from './directory.js';
import type { ProcedureScope } from './resolve.js';

export interface CompetenceGaps {
  /** Number of communes looked at: those in force on the day. */
  readonly checked: number;
  /** Codes of communes nobody is competent for. */
  readonly gaps: readonly string[];
  /** Communes several agencies are competent for; none where the criterion is `any`, since there whoever receives decides. */
  readonly overlaps: readonly { readonly areaCode: string; readonly agencyIds: readonly string[] }[];
}

/**
 * Checks every commune in force on an ISO day, within one province if given, exactly as `resolve` would look it up: by its own
 * code, by its province and by rules for all areas.
 */
export function competenceGaps(
  directory: Directory,
  procedure: ProcedureScope,
  { day, provinceCode }: { readonly day: IsoDate; readonly provinceCode?: string },
): CompetenceGaps {
  const { code, field, competence } = procedure;
  const communes = [...directory.areas.communes.values()]
    .flatMap((versions) => versions.filter((version) => inForce(version, day)))
    .filter((commune) => provinceCode === undefined || commune.provinceCode === provinceCode);
  const gaps: string[] = [];
  const overlaps: { areaCode: string; agencyIds: readonly string[] }[] = [];
  for (const commune of communes) {
    const codes = [commune.code, commune.provinceCode, ALL_AREAS];
    const { valid } = rulesForAreas(directory, { code, field, level: competence.level, day }, codes);
    const agencyIds = [...new Set(valid.map(({ agencyId }) => agencyId))];
    if (agencyIds.length === 0) gaps.push(commune.code);
    else if (agencyIds.length > 1 && competence.criterion !== 'any')
      overlaps.push({ areaCode: commune.code, agencyIds });
  }
  return { checked: communes.length, gaps, overlaps };
}
