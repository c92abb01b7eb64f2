/** Reference data from the database, as plain data for `IndexedReference`. */
import {
  agencySchema,
  calendarExceptionSchema,
  communeSchema,
  competenceRuleSchema,
  oldUnitSchema,
} from '@lien-thong/domain';
import { nationalLayerSchema, procedureVersionSchema, provinceLayerSchema, provinceSchema } from '@lien-thong/domain';
import { agencyIdSchema, closureLayerSchema } from '@lien-thong/domain';
import type { CalendarException } from '@lien-thong/domain';
import type { ReferenceData } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';

// Dates are read as texts: a JavaScript Date of a day is an instant of some time zone.
const VALID = `valid_from::text as "validFrom", valid_to::text as "validTo"`;

const SELECTS = {
  provinces: `select code, name, full_name as "fullName", type, merged_from as "mergedFrom", ${VALID} from province
    order by code, valid_from`,
  communes: `select code, name, full_name as "fullName", type, province_code as "provinceCode", alias, ${VALID} from commune
    order by code, valid_from`,
  oldUnits: `select u.code, u.full_name as "fullName", u.district, u.province, u.old_province_code as "oldProvinceCode",
    u.province_code as "provinceCode", array_agg(s.commune_code order by s.ordinal) as successors, u.split,
    u.likely_successor as "likelySuccessor" from old_unit u join old_unit_successor s on s.old_code = u.code
    group by u.code order by u.code`,
  agencies: `select id, identifier, name, name_en as "nameEn", level, kind, province_code as "provinceCode",
    commune_code as "communeCode", one_stop_unit as "oneStopUnit", console_only as "consoleOnly",
    desk_hours as "deskHours", verified, ${VALID} from agency order by id`,
  competences: `select id, case when procedure_code is null then jsonb_build_object('field', field)
      else jsonb_build_object('procedureCode', procedure_code) end as about,
    agency_id as "agencyId", case when area_codes = '{all}' then '"all"' else to_jsonb(area_codes) end as "areaCodes",
    level, legal_basis as "legalBasis", verified, ${VALID} from competence order by id`,
  procedures: 'select definition from procedure_version order by code, version',
  layers: `select layer, layer_id as id, version, agency_id as "agencyId", hours, noticed_years as "noticedYears"
    from calendar_version order by layer, layer_id, version`,
  days: `select layer, layer_id as id, version, date::text, kind, name, notice, provisional, closed_from as "closedFrom",
    closed_to as "closedTo" from holiday order by layer, layer_id, version, ordinal`,
} as const;

const place = { layer: z.string(), id: z.string(), version: z.int() };
const layerRow = z.strictObject({
  ...place,
  agencyId: agencyIdSchema.nullable(),
  hours: z.unknown(),
  noticedYears: z.array(z.int()).nullable(),
});
type LayerRow = z.infer<typeof layerRow>;
const dayRow = z.strictObject({ ...place, closedFrom: z.string().nullable(), closedTo: z.string().nullable() }).loose();
type DayRow = z.infer<typeof dayRow>;

const keyOf = ({ layer, id, version }: Pick<LayerRow, 'layer' | 'id' | 'version'>): string =>
  `${layer} ${id} ${version}`;

function exceptionOf({ layer, id, version, closedFrom, closedTo, ...day }: DayRow): CalendarException {
  const closed = closedFrom === null || closedTo === null ? {} : { closed: { from: closedFrom, to: closedTo } };
  return calendarExceptionSchema.parse({ ...day, ...closed });
}

function calendarsOf(layers: readonly LayerRow[], days: readonly DayRow[]): ReferenceData['calendars'] {
  const exceptions = new Map<string, CalendarException[]>();
  for (const day of days) exceptions.set(keyOf(day), [...(exceptions.get(keyOf(day)) ?? []), exceptionOf(day)]);
  const ofLevel = (level: string) =>
    layers
      .filter(({ layer }) => layer === level)
      .map((row) => ({
        row,
        base: { level, id: row.id, version: row.version, exceptions: exceptions.get(keyOf(row)) ?? [] },
      }));
  return {
    national: ofLevel('national').map(({ row, base }) =>
      nationalLayerSchema.parse({ ...base, noticedYears: row.noticedYears }),
    ),
    provinces: ofLevel('province').map(({ row, base }) => provinceLayerSchema.parse({ ...base, hours: row.hours })),
    closures: ofLevel('closure').map(({ row, base }) => ({
      agencyId: agencyIdSchema.parse(row.agencyId),
      layer: closureLayerSchema.parse(base),
    })),
  };
}

/** Everything `IndexedReference` is built from. Throws a ZodError for a row the schemas do not know. */
export async function loadReferenceData(pool: Pool): Promise<ReferenceData> {
  const rows = async <T>(name: keyof typeof SELECTS, schema: z.ZodType<T>): Promise<T[]> =>
    z.array(schema).parse((await pool.query({ text: SELECTS[name] })).rows);
  const [procedures, provinces, communes, oldUnits, agencies, competences, layers, days] = await Promise.all([
    rows('procedures', z.strictObject({ definition: procedureVersionSchema })),
    rows('provinces', provinceSchema),
    rows('communes', communeSchema),
    rows('oldUnits', oldUnitSchema),
    rows('agencies', agencySchema),
    rows('competences', competenceRuleSchema),
    rows('layers', layerRow),
    rows('days', dayRow),
  ]);
  return {
    procedures: procedures.map(({ definition }) => definition),
    directory: { provinces, communes, oldUnits, agencies, competences },
    calendars: calendarsOf(layers, days),
  };
}
