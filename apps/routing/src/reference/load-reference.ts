/** Reads the reference tables into plain data, checked against the domain's own schemas: a row that does not fit fails the boot. */
import {
  agencySchema,
  closureLayerSchema,
  communeSchema,
  competenceRuleSchema,
  nationalLayerSchema,
  oldUnitSchema,
  procedureVersionSchema,
  provinceLayerSchema,
  provinceSchema,
} from '@lien-thong/domain';
import type { AgencyId } from '@lien-thong/domain';
import type { ReferenceData } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { SELECT_LAYERS } from './select-layers.js';

const PROVINCES = `select code, valid_from::text as "validFrom", valid_to::text as "validTo", name, full_name as "fullName", type,
  merged_from as "mergedFrom" from province order by code, valid_from`;

const COMMUNES = `select code, valid_from::text as "validFrom", valid_to::text as "validTo", name, full_name as "fullName", type,
  province_code as "provinceCode", alias from commune order by code, valid_from`;

const OLD_UNITS = `select u.code, u.full_name as "fullName", u.district, u.province, u.old_province_code as "oldProvinceCode",
  u.province_code as "provinceCode", u.split, u.likely_successor as "likelySuccessor",
  array_agg(s.commune_code order by s.ordinal) as successors
  from old_unit u join old_unit_successor s on s.old_code = u.code group by u.code order by u.code`;

const AGENCIES = `select id, identifier, name, name_en as "nameEn", level, kind, province_code as "provinceCode",
  commune_code as "communeCode", one_stop_unit as "oneStopUnit", console_only as "consoleOnly", desk_hours as "deskHours",
  valid_from::text as "validFrom", valid_to::text as "validTo", verified from agency order by id`;

const COMPETENCES = `select id, case when field is null then jsonb_build_object('procedureCode', procedure_code)
    else jsonb_build_object('field', field) end as about, agency_id as "agencyId",
  case when area_codes = array['all'] then to_jsonb('all'::text) else to_jsonb(area_codes) end as "areaCodes", level,
  valid_from::text as "validFrom", valid_to::text as "validTo", legal_basis as "legalBasis", verified from competence order by id`;

const PROCEDURES = `select definition from published_version order by code, version`;

const LAYERS = `${SELECT_LAYERS}
  where v.layer = $1 group by v.layer, v.layer_id, v.version order by v.layer_id, v.version`;

async function rows<Schema extends z.ZodType>(pool: Pool, schema: Schema, sql: string): Promise<z.infer<Schema>[]> {
  const result = await pool.query<Record<string, unknown>>(sql);
  return result.rows.map((row) => schema.parse(row));
}

/** Layers of one level; columns the level does not have are null in the table and absent in the layer. */
async function layers<Schema extends z.ZodType>(pool: Pool, level: string, schema: Schema): Promise<z.infer<Schema>[]> {
  const result = await pool.query<Record<string, unknown>>(LAYERS, [level]);
  return result.rows.map((row) =>
    schema.parse(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))),
  );
}

/** Everything the engine's reference is built from. Throws a ZodError naming the field of a row that does not fit. */
export async function loadReference(pool: Pool): Promise<ReferenceData> {
  const definitions = await pool.query<{ definition: unknown }>(PROCEDURES);
  const closures = await layers(pool, 'closure', closureLayerSchema);
  return {
    procedures: definitions.rows.map(({ definition }) => procedureVersionSchema.parse(definition)),
    directory: {
      provinces: await rows(pool, provinceSchema, PROVINCES),
      communes: await rows(pool, communeSchema, COMMUNES),
      oldUnits: await rows(pool, oldUnitSchema, OLD_UNITS),
      agencies: await rows(pool, agencySchema, AGENCIES),
      competences: await rows(pool, competenceRuleSchema, COMPETENCES),
    },
    calendars: {
      national: await layers(pool, 'national', nationalLayerSchema),
      provinces: await layers(pool, 'province', provinceLayerSchema),
      // A closure is kept under the id of the agency whose desk it closes.
      closures: closures.map((layer) => ({ agencyId: layer.id as AgencyId, layer })),
    },
  };
}
