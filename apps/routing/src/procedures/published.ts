/** Versions by their number: published ones to everybody, drafts to admins. */
import { Inject, Injectable } from '@nestjs/common';
import { procedureVersionSchema } from '@lien-thong/domain';
import type { Period, ProcedureVersion } from '@lien-thong/domain';
import type { Pool, QueryResultRow } from 'pg';
import { Problem } from '../http/problem.js';
import type { KeptVerdict } from '../feasibility/version-verdicts.js';
import type { Caller } from '../identity/caller.js';
import { READ_POOL } from '../runtime/tokens.js';
import type { Statement } from '../store/columns.js';
import { draftOf, periodsOf } from './version-rows.js';
import type { Draft } from './version-rows.js';

const VERSION = {
  name: 'procedure-version',
  text: 'select definition from published_version where code = $1 and version = $2',
};

const VERDICT = {
  name: 'procedure-verdict',
  text: 'select verdict from procedure_version where code = $1 and version = $2',
};

export interface ShownVersion {
  readonly definition: ProcedureVersion;
  /** Of a draft; null for a published version, which never changes. */
  readonly revision: number | null;
}

@Injectable()
export class PublishedVersions {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** To whoever may not see drafts one does not exist. Throws `not-found`. */
  async shownTo(caller: Caller, code: string, version: number): Promise<ShownVersion> {
    const [row] = await this.read<{ definition: unknown }>(VERSION, [code, version]);
    if (row !== undefined) return { definition: procedureVersionSchema.parse(row.definition), revision: null };
    const read = this.read.bind(this);
    const draft = caller.roles.has('admin') ? await draftOf(read, code, version) : null;
    if (draft === null) throw new Problem('not-found', { procedure: code, version });
    return draft;
  }

  /** Days on which the versions of the procedure take dossiers in, without those of the version itself. */
  async periodsBeside({ code, version }: ProcedureVersion): Promise<readonly Period[]> {
    const periods = await periodsOf(this.read.bind(this), code);
    return periods.filter((period) => period.version !== version);
  }

  /** What was known of its timeline when it was published; null for a draft, and for what came with the seeds. */
  async verdictOf(code: string, version: number): Promise<KeptVerdict | null> {
    const [row] = await this.read<{ verdict: KeptVerdict | null }>(VERDICT, [code, version]);
    return row?.verdict ?? null;
  }

  /** For whoever may see drafts. */
  draft(code: string, version: number): Promise<Draft | null> {
    return draftOf(this.read.bind(this), code, version);
  }

  private async read<Row extends QueryResultRow>(
    statement: Statement,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    const { rows } = await this.pool.query<Row>({ ...statement, values: [...values] });
    return rows;
  }
}
