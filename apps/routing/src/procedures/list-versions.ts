import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { VERDICTS } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Caller } from '../identity/caller.js';
import { READ_POOL } from '../runtime/tokens.js';
import { actSchema, actView } from './authorship.js';

export const versionsSchema = z
  .strictObject({
    versions: z.array(
      z.strictObject({
        version: z.int(),
        state: z
          .enum(['draft', 'published', 'retired'])
          .describe('Bản nháp chỉ hiện với quản trị · drafts are shown to admins only'),
        effectiveFrom: z.string(),
        effectiveTo: z.string().nullable(),
        revision: z.int().nullable().describe('Của bản nháp; ETag là "v<revision>" · of a draft'),
        drafted: actSchema.nullable(),
        changed: actSchema.nullable(),
        published: actSchema
          .nullable()
          .describe('Null với bản có sẵn khi cài đặt · null for what came with the installation'),
        retired: actSchema.nullable(),
        approvalReason: z.string().nullable(),
        verdict: z.enum(VERDICTS).nullable().describe('Khi công bố · when it was published'),
      }),
    ),
  })
  .meta({ id: 'ProcedureVersions' });
export type VersionsView = z.infer<typeof versionsSchema>;

interface Row {
  readonly version: number;
  readonly state: 'draft' | 'published' | 'retired';
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly revision: number | null;
  readonly draftedBy: string | null;
  readonly draftedAt: Instant | null;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Instant | null;
  readonly retiredBy: string | null;
  readonly retiredAt: Instant | null;
  readonly approvalReason: string | null;
  readonly verdict: (typeof VERDICTS)[number] | null;
}

const VERSIONS = {
  name: 'procedure-versions',
  text: `select v.version, case when r.version is null then 'published' else 'retired' end as state,
      p.effective_from::text as "effectiveFrom", p.effective_to::text as "effectiveTo", null::integer as revision,
      v.drafted_by as "draftedBy", v.drafted_at as "draftedAt", v.changed_by as "changedBy", v.changed_at as "changedAt",
      v.published_by as "publishedBy", v.published_at as "publishedAt", r.retired_by as "retiredBy", r.retired_at as "retiredAt",
      v.approval_reason as "approvalReason", v.verdict->>'verdict' as verdict
    from procedure_version v join published_version p using (code, version) left join procedure_retirement r using (code, version)
    where v.code = $1
    union all
    select version, 'draft', definition->>'effectiveFrom', definition->>'effectiveTo', revision, drafted_by, drafted_at, changed_by,
      changed_at, null, null, null, null, null, null
    from procedure_draft where code = $1 and $2
    order by 1`,
};

export class ListVersions extends Query<VersionsView> {
  constructor(
    readonly caller: Caller,
    readonly code: string,
  ) {
    super();
  }
}

@QueryHandler(ListVersions)
export class ListVersionsHandler implements IQueryHandler<ListVersions> {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  async execute({ caller, code }: ListVersions): Promise<VersionsView> {
    const { rows } = await this.pool.query<Row>({ ...VERSIONS, values: [code, caller.roles.has('admin')] });
    return {
      versions: rows.map(
        ({ version, state, effectiveFrom, effectiveTo, revision, approvalReason, verdict, ...row }) => ({
          ...{ version, state, effectiveFrom, effectiveTo, revision },
          drafted: actView(row.draftedBy, row.draftedAt),
          changed: actView(row.changedBy, row.changedAt),
          published: actView(row.publishedBy, row.publishedAt),
          retired: actView(row.retiredBy, row.retiredAt),
          ...{ approvalReason, verdict },
        }),
      ),
    };
  }
}
