/** Who is competent for what: the rules themselves, with the text each rests on. */
import { Inject, Injectable } from '@nestjs/common';
import {
  COMPETENCE_LEVELS,
  agencyIdSchema,
  communeCodeSchema,
  evidenceSchema,
  isoDateSchema,
  procedureCodeSchema,
  provinceCodeSchema,
} from '@lien-thong/domain';
import type { AgencyId, Directory, IsoDate } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import { agencyRef, agencyRefSchema } from '../directory/agency-ref.js';
import { cursorSchema, decodeCursor, encodeCursor } from '../http/cursor.js';
import { LiveReference } from '../reference/live-reference.js';
import { READ_POOL, REFERENCE } from '../runtime/tokens.js';

/** What a rule names that holds everywhere. */
export const ALL_AREAS = 'all';

export const competencesQuerySchema = z.strictObject({
  procedure: procedureCodeSchema
    .optional()
    .describe('Kể cả quy định cho cả lĩnh vực của thủ tục · rules for its whole field included'),
  area: z
    .union([communeCodeSchema, provinceCodeSchema])
    .optional()
    .describe('Mã xã hoặc tỉnh · rules that touch it: of its province, of its communes, or for everywhere'),
  agency: agencyIdSchema.optional(),
  cursor: cursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type CompetencesAsked = z.infer<typeof competencesQuerySchema>;

const areaSchema = z.strictObject({ code: z.string(), name: z.string() });

export const competenceSchema = z
  .strictObject({
    id: z.string(),
    agency: agencyRefSchema,
    procedureCode: z.string().nullable().describe('Null: cả lĩnh vực · for the whole field'),
    field: z.string().nullable(),
    level: z.enum(COMPETENCE_LEVELS),
    areas: z.array(areaSchema).nullable().describe('Null: mọi địa bàn · everywhere'),
    validFrom: isoDateSchema,
    validTo: isoDateSchema.nullable().describe('Last day in force'),
    legalBasis: z.string(),
    verified: evidenceSchema,
  })
  .meta({ id: 'Competence' });
export type CompetenceView = z.infer<typeof competenceSchema>;

export const actedCompetenceSchema = competenceSchema
  .extend({ replayed: z.boolean().describe('Answered before under this key') })
  .meta({ id: 'ActedCompetence' });
export type ActedCompetenceView = z.infer<typeof actedCompetenceSchema>;

export const competencesSchema = z
  .strictObject({ competences: z.array(competenceSchema), next: z.string().nullable() })
  .meta({ id: 'Competences' });
export type CompetencesView = z.infer<typeof competencesSchema>;

export interface CompetenceRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly procedureCode: string | null;
  readonly field: string | null;
  readonly areaCodes: readonly string[];
  readonly level: (typeof COMPETENCE_LEVELS)[number];
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly legalBasis: string;
  readonly verified: z.infer<typeof evidenceSchema>;
}

/** Of a table called c. */
export const RULE_COLUMNS = `c.id, c.agency_id as "agencyId", c.procedure_code as "procedureCode", c.field, c.area_codes as "areaCodes",
  c.level, c.valid_from::text as "validFrom", c.valid_to::text as "validTo", c.legal_basis as "legalBasis", c.verified`;

const PAGE = {
  name: 'list-competences',
  text: `select ${RULE_COLUMNS}
    from competence c
    where c.id > $1
      and ($2::text is null or c.procedure_code = $2
        or c.field in (select p.field from catalogue_procedure p where p.code = $2
          union select v.field from published_version v where v.code = $2))
      and ($3::text is null or c.area_codes && array['all', $3]
        or exists (select from commune m where m.code = $3 and m.province_code = any (c.area_codes))
        or exists (select from commune m where m.province_code = $3 and m.code = any (c.area_codes)))
      and ($4::text is null or c.agency_id = $4)
    order by c.id limit $5`,
};

@Injectable()
export class ListCompetences {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  /** Rules by id. Throws `cursor-invalid`. */
  async asked({ cursor, limit, procedure, area, agency }: CompetencesAsked): Promise<CompetencesView> {
    const after = cursor === undefined ? '' : decodeCursor(cursor, z.tuple([z.string()]))[0];
    const values = [after, procedure ?? null, area ?? null, agency ?? null, limit + 1];
    const { rows } = await this.pool.query<CompetenceRow>({ ...PAGE, values });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      competences: shown.map((row) => ruleView(row, this.reference.directory)),
      next: rows.length > shown.length && last !== undefined ? encodeCursor([last.id]) : null,
    };
  }
}

export function ruleView({ agencyId, areaCodes, ...rule }: CompetenceRow, directory: Directory): CompetenceView {
  const everywhere = areaCodes.includes(ALL_AREAS);
  return {
    ...rule,
    agency: agencyRef(directory, agencyId),
    areas: everywhere ? null : areaCodes.map((code) => ({ code, name: nameOf(code, directory) })),
  };
}

function nameOf(code: string, { areas }: Directory): string {
  return (areas.communes.get(code) ?? areas.provinces.get(code))?.at(-1)?.fullName ?? code;
}
