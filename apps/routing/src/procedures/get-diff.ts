import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { diffProcedures } from '@lien-thong/domain';
import type { ProcedureChange } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Caller } from '../identity/caller.js';
import { READ_POOL } from '../runtime/tokens.js';
import { LEDGER_READS, askOnce } from '../store/transactions.js';
import { changeInWords, diffInWords } from './diff-sentences.js';
import { PublishedVersions } from './published.js';

export const diffQuerySchema = z.strictObject({
  against: z.coerce.number().int().min(1).max(100_000).describe('Số bản cũ để so · number of the older version'),
});

export const diffSchema = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    against: z.int(),
    openDossiers: z
      .int()
      .describe('Hồ sơ đang mở theo bản cũ; chúng ở lại bản ấy · open dossiers pinned to the older version'),
    changes: z.array(
      z.strictObject({
        path: z.string(),
        kind: z.enum(['duration', 'amount', 'added', 'removed', 'moved', 'field']),
        trend: z.enum(['rises', 'falls']).nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        sentence: z.string(),
        sentenceEn: z.string(),
      }),
    ),
    summary: z.string(),
    summaryEn: z.string(),
  })
  .meta({ id: 'VersionDiff' });
export type DiffView = z.infer<typeof diffSchema>;

const OPEN = {
  name: 'open-dossiers-of-version',
  text: 'select count(*) from dossier where ended_at is null and procedure_code = $1 and procedure_version = $2',
};

export class GetDiff extends Query<DiffView> {
  constructor(
    readonly caller: Caller,
    readonly code: string,
    readonly versions: { readonly version: number; readonly against: number },
  ) {
    super();
  }
}

@QueryHandler(GetDiff)
export class GetDiffHandler implements IQueryHandler<GetDiff> {
  constructor(
    private readonly published: PublishedVersions,
    @Inject(READ_POOL) private readonly pool: Pool,
  ) {}

  /** Throws `not-found` for either version. */
  async execute({ caller, code, versions: { version, against } }: GetDiff): Promise<DiffView> {
    const older = await this.published.shownTo(caller, code, against);
    const newer = await this.published.shownTo(caller, code, version);
    const changes = diffProcedures(older.definition, newer.definition);
    const openDossiers = await this.openDossiers(code, against);
    const { vi, en } = diffInWords(changes, openDossiers);
    return { code, version, against, openDossiers, changes: changes.map(changeView), summary: vi, summaryEn: en };
  }

  /** Of every agency: a number, and nothing of any dossier. */
  private async openDossiers(code: string, version: number): Promise<number> {
    const [row] = await askOnce(this.pool, LEDGER_READS, { statement: OPEN, values: [code, version] });
    return row?.integer() ?? 0;
  }
}

const text = (value: string | number | boolean | null): string | null => (value === null ? null : String(value));

function changeView(change: ProcedureChange): DiffView['changes'][number] {
  const { vi, en } = changeInWords(change);
  return {
    ...{ path: change.path, kind: change.kind, sentence: vi, sentenceEn: en },
    trend: 'trend' in change ? change.trend : null,
    from: 'from' in change ? text(change.from) : change.kind === 'removed' ? change.name : null,
    to: 'to' in change ? text(change.to) : change.kind === 'added' ? change.name : null,
  };
}
