import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { searchKey } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import { cursorSchema, decodeCursor, encodeCursor } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import { READ_POOL } from '../runtime/tokens.js';
import { procedureEntry, procedureEntrySchema } from './catalogue-view.js';
import type { ProcedureEntryView, ProcedureRow } from './catalogue-view.js';

export const proceduresQuerySchema = z.strictObject({
  q: z.string().max(120).optional().describe('Mã hoặc một phần tên · the code, or part of the name without accents'),
  field: z.string().max(120).optional(),
  published: z.enum(['true', 'false']).default('false').describe('Only procedures with a version that drives clocks'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: cursorSchema,
});
type Asked = z.infer<typeof proceduresQuerySchema>;

export const proceduresSchema = z
  .strictObject({ procedures: z.array(procedureEntrySchema), next: z.string().nullable() })
  .meta({ id: 'Procedures' });

const VERSIONS = `(select jsonb_agg(jsonb_build_object('version', v.version, 'effectiveFrom', v.effective_from,
    'effectiveTo', v.effective_to, 'boundaryScope', v.boundary_scope, 'illustration', v.definition->'illustration')
    order by v.version) from published_version v where v.code = l.code)`;

/** Published procedures that the national list lacks stand in it too, under their own name and field. */
const LISTED = `with listed as (
    select c.code, c.name, c.field, c.search_key, c.entry from catalogue_procedure c
    union all
    select distinct on (v.code) v.code, v.name, v.field, lower(v.name), null::jsonb from published_version v
    where not exists (select from catalogue_procedure c where c.code = v.code))
  select l.code, l.name, l.field, l.entry, coalesce(${VERSIONS}, '[]'::jsonb) as versions from listed l`;

const PAGE = {
  name: 'list-procedures',
  text: `${LISTED} where l.code > $1 and ($2 = '' or l.code like $2 || '%' or l.search_key like '%' || $3 || '%')
    and ($4::text is null or l.field = $4)
    and (not $5 or exists (select from published_version v where v.code = l.code))
    order by l.code limit $6`,
};
const ONE = { name: 'one-procedure', text: `${LISTED} where l.code = $1` };

const wordsOnly = (text: string): string => text.replace(/[%_\\]/g, '');

export class ListProcedures extends Query<z.infer<typeof proceduresSchema>> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** Procedures by code. */
@QueryHandler(ListProcedures)
export class ListProceduresHandler implements IQueryHandler<ListProcedures> {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** Throws `cursor-invalid`. */
  async execute({ asked }: ListProcedures): Promise<z.infer<typeof proceduresSchema>> {
    const { q = '', field = null, published, limit, cursor } = asked;
    const after = cursor === undefined ? '' : decodeCursor(cursor, z.tuple([z.string()]))[0];
    const values = [after, wordsOnly(q), wordsOnly(searchKey(q)), field, published === 'true', limit + 1];
    const { rows } = await this.pool.query<ProcedureRow>({ ...PAGE, values });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      procedures: page.map(procedureEntry),
      next: rows.length > limit && last ? encodeCursor([last.code]) : null,
    };
  }
}

export class GetProcedure extends Query<ProcedureEntryView> {
  constructor(readonly code: string) {
    super();
  }
}

@QueryHandler(GetProcedure)
export class GetProcedureHandler implements IQueryHandler<GetProcedure> {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** Throws `not-found`. */
  async execute({ code }: GetProcedure): Promise<ProcedureEntryView> {
    const { rows } = await this.pool.query<ProcedureRow>({ ...ONE, values: [code] });
    if (rows[0] === undefined) throw new Problem('not-found', { procedure: code });
    return procedureEntry(rows[0]);
  }
}
