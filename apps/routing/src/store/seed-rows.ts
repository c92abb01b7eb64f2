/** Reference data as rows: what each table gets, by column name. */
import { searchKey } from '@lien-thong/domain';
import type { Agency, CalendarException, CompetenceRule, ProcedureVersion } from '@lien-thong/domain';
import type { Seeds } from './seed-files.js';

export interface TableRows {
  readonly table: string;
  readonly key: readonly string[];
  /** Published versions and calendar versions never change: what is there stays. */
  readonly immutable: boolean;
  readonly rows: readonly object[];
}

const changing = (table: string, key: readonly string[], rows: readonly object[]): TableRows => ({
  table,
  key,
  immutable: false,
  rows,
});
const lasting = (table: string, key: readonly string[], rows: readonly object[]): TableRows => ({
  table,
  key,
  immutable: true,
  rows,
});

const validity = ({ validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null }) => ({
  valid_from: validFrom,
  valid_to: validTo,
});

function areaTables({ directory }: Seeds): TableRows[] {
  const { provinces, communes, oldUnits } = directory;
  return [
    changing(
      'province',
      ['code', 'valid_from'],
      provinces.map(({ fullName, mergedFrom, ...rest }) => ({
        ...rest,
        ...validity(rest),
        full_name: fullName,
        merged_from: mergedFrom,
      })),
    ),
    changing(
      'commune',
      ['code', 'valid_from'],
      communes.map(({ fullName, provinceCode, ...rest }) => ({
        ...rest,
        ...validity(rest),
        full_name: fullName,
        province_code: provinceCode,
        search_key: searchKey(fullName),
      })),
    ),
    changing(
      'old_unit',
      ['code'],
      oldUnits.map((unit) => ({
        code: unit.code,
        full_name: unit.fullName,
        district: unit.district,
        province: unit.province,
        old_province_code: unit.oldProvinceCode,
        province_code: unit.provinceCode,
        split: unit.split,
        likely_successor: unit.likelySuccessor,
        search_key: searchKey(unit.fullName),
      })),
    ),
    changing(
      'old_unit_successor',
      ['old_code', 'commune_code'],
      oldUnits.flatMap(({ code, successors }) =>
        successors.map((commune, ordinal) => ({ old_code: code, commune_code: commune, ordinal })),
      ),
    ),
  ];
}

function agencyRow(agency: Agency): object {
  return {
    id: agency.id,
    identifier: agency.identifier,
    name: agency.name,
    name_en: agency.nameEn,
    level: agency.level,
    kind: agency.kind,
    province_code: agency.provinceCode,
    commune_code: agency.communeCode,
    one_stop_unit: agency.oneStopUnit,
    console_only: agency.consoleOnly,
    desk_hours: agency.deskHours,
    ...validity(agency),
    verified: agency.verified,
  };
}

function competenceRow(rule: CompetenceRule): object {
  return {
    id: rule.id,
    procedure_code: 'procedureCode' in rule.about ? rule.about.procedureCode : null,
    field: 'field' in rule.about ? rule.about.field : null,
    agency_id: rule.agencyId,
    area_codes: rule.areaCodes === 'all' ? ['all'] : rule.areaCodes,
    level: rule.level,
    ...validity(rule),
    legal_basis: rule.legalBasis,
    verified: rule.verified,
  };
}

/** An agency that supervises does so in the province it stands in. */
function directoryTables({ directory: { agencies, competences } }: Seeds): TableRows[] {
  const supervisors = agencies.filter(({ kind }) => kind === 'supervisor');
  return [
    changing('agency', ['id'], agencies.map(agencyRow)),
    changing('competence', ['id'], competences.map(competenceRow)),
    changing(
      'supervised_area',
      ['agency_id', 'area_code'],
      supervisors.map(({ id, provinceCode }) => ({ agency_id: id, area_code: provinceCode })),
    ),
  ];
}

function procedureRow(version: ProcedureVersion): object {
  return {
    code: version.code,
    version: version.version,
    name: version.name,
    field: version.field,
    level: version.level,
    boundary_scope: version.boundaryScope,
    effective_from: version.effectiveFrom,
    effective_to: version.effectiveTo,
    builder_version: version.builderVersion,
    definition: version,
  };
}

function procedureTables({ procedures, catalogue }: Seeds): TableRows[] {
  const entries = catalogue.map((entry) => ({
    code: entry.code,
    name: entry.name,
    field: entry.field,
    ministry: entry.ministry,
    levels: entry.levels,
    search_key: searchKey(entry.name),
    entry,
  }));
  return [
    lasting('procedure_version', ['code', 'version'], procedures.map(procedureRow)),
    changing('catalogue_procedure', ['code'], entries),
  ];
}

interface Layer {
  readonly level: string;
  readonly id: string;
  readonly version: number;
  readonly exceptions: readonly CalendarException[];
}
const layerKey = ({ level, id, version }: Layer) => ({ layer: level, layer_id: id, version });

function calendarTables({ calendars: { national, provinces } }: Seeds): TableRows[] {
  const layers: readonly Layer[] = [...national, ...provinces];
  const days = layers.flatMap((layer) =>
    layer.exceptions.map(({ closed, ...day }, ordinal) => ({
      ...layerKey(layer),
      ordinal,
      ...day,
      closed_from: closed?.from ?? null,
      closed_to: closed?.to ?? null,
    })),
  );
  return [
    lasting(
      'calendar_version',
      ['layer', 'layer_id', 'version'],
      [
        ...national.map((layer) => ({ ...layerKey(layer), noticed_years: layer.noticedYears })),
        ...provinces.map((layer) => ({ ...layerKey(layer), hours: layer.hours })),
      ],
    ),
    lasting('holiday', ['layer', 'layer_id', 'version', 'ordinal'], days),
  ];
}

/** Every table of the seeds, those first that others refer to. */
export function seedTables(seeds: Seeds): readonly TableRows[] {
  return [...areaTables(seeds), ...directoryTables(seeds), ...procedureTables(seeds), ...calendarTables(seeds)];
}
