import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { AgencyId } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Caller } from '../identity/caller.js';
import { ROLES } from '../identity/caller.js';
import { READ_POOL } from '../runtime/tokens.js';
import type { Statement } from '../store/columns.js';
import { readInLists } from '../store/list-reads.js';

export const officersOfAgencySchema = z
  .strictObject({
    officers: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string().describe('Như trong danh sách công chức · as the register of officers has it'),
        title: z.string(),
        titleEn: z.string(),
        roles: z.array(z.enum(ROLES)),
        active: z.boolean().describe('False for one who has left and still has dossiers assigned to him'),
        open: z.int().describe('Hồ sơ đang giao cho người này · open dossiers held by this agency and assigned to him'),
      }),
    ),
    unassigned: z.int().describe('Chưa giao cho ai · open dossiers held by this agency and assigned to nobody'),
  })
  .meta({ id: 'OfficersOfAgency' });
export type OfficersOfAgencyView = z.infer<typeof officersOfAgencySchema>;

/** Values: `$1` the agency. One who has left is listed as long as something is assigned to him; the row without an id is of nobody. */
const OFFICERS: Statement = {
  name: 'officers-of-agency',
  text: `with held as (select d.state ->> 'assignee' as id, count(*) as open from dossier d
      where d.holder = $1 and d.ended_at is null group by 1)
    select f.id, f.name, f.title, f.title_en as "titleEn", f.active, coalesce(h.open, 0) as open,
        coalesce((select jsonb_agg(distinct r.role) from account a join account_role r on r.account_id = a.id
          where a.officer_id = f.id and a.active), '[]') as roles
      from officer f left join held h using (id) where f.agency_id = $1 and (f.active or h.open > 0)
    union all
    select null, null, null, null, null, coalesce(sum(open), 0)::int8, '[]' from held where id is null
    order by id nulls last`,
};

type Row = OfficersOfAgencyView['officers'][number] | { readonly id: null; readonly open: number };

export class ListOfficers extends Query<OfficersOfAgencyView> {
  constructor(readonly caller: Caller) {
    super();
  }
}

/** Who works at the caller's agency, and how much lies with each: for handing over the work of somebody who is absent. */
@QueryHandler(ListOfficers)
export class ListOfficersHandler implements IQueryHandler<ListOfficers> {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  async execute({ caller: { agencyId } }: ListOfficers): Promise<OfficersOfAgencyView> {
    const own: { agencyId: AgencyId; supervises: [] } = { agencyId, supervises: [] };
    const rows = await readInLists(this.pool, own, (read) => read<Row & object>(OFFICERS, [agencyId]));
    return {
      officers: rows.flatMap((row) => (row.id === null ? [] : [row])),
      unassigned: rows.find(({ id }) => id === null)?.open ?? 0,
    };
  }
}
