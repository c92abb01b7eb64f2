export { areaLabel, resolveArea } from './resolve-area.js';
export type { ResolvedArea } from './resolve-area.js';
export { bareName, indexAreas } from './area-index.js';
export type { AreaData, AreaIndex } from './area-index.js';
export { communesFromRows, oldUnitsFromRows, provincesFromRows } from './area-rows.js';
export {
  areaInputSchema,
  communeCodeSchema,
  communeSchema,
  inForce,
  oldCodeSchema,
  oldUnitSchema,
  provinceCodeSchema,
  provinceSchema,
  TWO_LEVEL_FROM,
} from './areas.js';
export type { AreaInput, Commune, OldUnit, Province } from './areas.js';
export {
  AGENCY_KINDS,
  AGENCY_LEVELS,
  agencySchema,
  COMPETENCE_LEVELS,
  competenceRuleSchema,
  evidenceSchema,
} from './competence.js';
export type { Agency, CompetenceLevel, CompetenceRule } from './competence.js';
export { competenceGaps } from './competence-gaps.js';
export type { CompetenceGaps } from './competence-gaps.js';
export { csvField, parseCsv, parseCsvRecords } from './csv.js';
export type { CsvRecord } from './csv.js';
export { buildDirectory } from './directory.js';
export type { Directory, DirectoryData } from './directory.js';
export { findAreas } from './find-areas.js';
export type { FoundArea } from './find-areas.js';
export { resolve } from './resolve.js';
export type {
  AreaCriterion,
  BoundaryScope,
  CompetenceCriterion,
  JurisdictionQuestion,
  ProcedureScope,
  Resolution,
} from './resolve.js';
export { hasForbiddenCharacters, nameKey, normaliseText, searchKey } from './text.js';
