/** Areas, agencies and competences indexed once from plain data; every lookup afterwards is a constant number of map reads. */
import type { IsoDate } from '../time/instant.js';
import { indexAreas } from './area-index.js';
import type { AreaData, AreaIndex } from './area-index.js';
import { inForce } from './areas.js';
import { buildAreaFinder } from './find-areas.js';
import type { AreaFinder } from './find-areas.js';
import type { Agency, CompetenceLevel, CompetenceRule } from './competence.js';

export interface DirectoryData extends AreaData {
  readonly agencies: readonly Agency[];
  readonly competences: readonly CompetenceRule[];
}

/** Rules under the codes they name: area codes (`ALL_AREAS` for all), or the id of their agency. */
type Shelf = ReadonlyMap<string, readonly CompetenceRule[]>;

/** Shelves by level and then by procedure code or by field. */
export interface RuleIndex {
  readonly procedures: Readonly<Record<CompetenceLevel, ReadonlyMap<string, Shelf>>>;
  readonly fields: Readonly<Record<CompetenceLevel, ReadonlyMap<string, Shelf>>>;
}

export interface Directory {
  readonly areas: AreaIndex;
  readonly finder: AreaFinder;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly rulesByArea: RuleIndex;
  readonly rulesByAgency: RuleIndex;
}

export const ALL_AREAS = 'all';

function indexRules(rules: readonly CompetenceRule[], codesOf: (rule: CompetenceRule) => readonly string[]): RuleIndex {
  const shelves = () => new Map<string, Map<string, CompetenceRule[]>>();
  const index = {
    procedures: { commune: shelves(), province: shelves() },
    fields: { commune: shelves(), province: shelves() },
  };
  for (const rule of rules) {
    const { about, level } = rule;
    const [filed, key] =
      'procedureCode' in about ? [index.procedures[level], about.procedureCode] : [index.fields[level], about.field];
    const shelf = filed.get(key) ?? new Map<string, CompetenceRule[]>();
    filed.set(key, shelf);
    for (const code of codesOf(rule)) shelf.set(code, [...(shelf.get(code) ?? []), rule]);
  }
  return index;
}

function checkReferences(areas: AreaIndex, agencies: ReadonlyMap<string, Agency>, rule: CompetenceRule): void {
  if (!agencies.has(rule.agencyId)) throw new Error(`competence ${rule.id}: no agency ${rule.agencyId}`);
  if (rule.areaCodes === ALL_AREAS) return;
  for (const code of rule.areaCodes) {
    if (!areas.communes.has(code) && !areas.provinces.has(code))
      throw new Error(`competence ${rule.id}: no area ${code}`);
  }
}

/**
 * Indexes plain data. Rules keep the order of their ids, so an answer does not depend on the order of rows. Throws on an id or
 * code that comes twice or points nowhere: a directory with holes would send dossiers astray.
 */
export function buildDirectory(data: DirectoryData): Directory {
  const areas = indexAreas(data);
  const agencies = new Map<string, Agency>(data.agencies.map((agency) => [agency.id, agency]));
  if (agencies.size !== data.agencies.length) throw new Error('an agency comes twice');
  if (new Set(data.competences.map(({ id }) => id)).size !== data.competences.length) {
    throw new Error('a competence rule comes twice');
  }
  for (const { id, communeCode, provinceCode } of data.agencies) {
    const home = communeCode === null ? provinceCode : areas.communes.get(communeCode)?.[0]?.provinceCode;
    if (home !== provinceCode || !areas.provinces.has(provinceCode)) throw new Error(`agency ${id}: no such area`);
  }
  const rules = [...data.competences].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const rule of rules) checkReferences(areas, agencies, rule);
  return {
    areas,
    finder: buildAreaFinder(areas),
    agencies,
    rulesByArea: indexRules(rules, ({ areaCodes }) => (areaCodes === ALL_AREAS ? [ALL_AREAS] : areaCodes)),
    rulesByAgency: indexRules(rules, ({ agencyId }) => [agencyId]),
  };
}

interface RuleQuestion {
  readonly code: string;
  readonly field?: string | undefined;
  readonly level: CompetenceLevel;
  readonly day: IsoDate;
}

/** Rules that name one of the codes, about the procedure or its field. `lapsed` are those that would, on another day. */
export interface FoundRules {
  readonly valid: readonly CompetenceRule[];
  readonly lapsed: readonly CompetenceRule[];
}

const NOTHING: readonly CompetenceRule[] = [];

/** Sorts the rules on a shelf under these codes into those that hold on the day, agency included, and the others. */
function take(
  directory: Directory,
  shelf: Shelf | undefined,
  { codes, day }: { codes: readonly string[]; day: IsoDate },
): FoundRules {
  if (shelf === undefined) return { valid: NOTHING, lapsed: NOTHING };
  const valid: CompetenceRule[] = [];
  const lapsed: CompetenceRule[] = [];
  for (const code of codes) {
    for (const rule of shelf.get(code) ?? NOTHING) {
      const agency = directory.agencies.get(rule.agencyId);
      const holds = inForce(rule, day) && agency !== undefined && inForce(agency, day);
      (holds ? valid : lapsed).push(rule);
    }
  }
  return { valid, lapsed };
}

function takeFrom(
  directory: Directory,
  index: RuleIndex,
  { question, codes }: { question: RuleQuestion; codes: readonly string[] },
): FoundRules {
  const { code, field, level, day } = question;
  const special = take(directory, index.procedures[level].get(code), { codes, day });
  if (special.valid.length > 0 || field === undefined) return special;
  const general = take(directory, index.fields[level].get(field), { codes, day });
  return { valid: general.valid, lapsed: [...special.lapsed, ...general.lapsed] };
}

/** Rules for the areas with these codes. A rule for the procedure itself displaces rules for its whole field. */
export function rulesForAreas(directory: Directory, question: RuleQuestion, codes: readonly string[]): FoundRules {
  return takeFrom(directory, directory.rulesByArea, { question, codes });
}

/** Rules that make this agency competent, wherever. */
export function rulesForAgency(directory: Directory, question: RuleQuestion, agencyId: string): FoundRules {
  return takeFrom(directory, directory.rulesByAgency, { question, codes: [agencyId] });
}
