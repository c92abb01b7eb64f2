/** Published versions, as the reference data have them. */
import { Inject, Injectable } from '@nestjs/common';
import { procedureVersionSchema } from '@lien-thong/domain';
import type { ProcedureVersion } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { Problem } from '../http/problem.js';
import { READ_POOL } from '../runtime/tokens.js';

const VERSION = {
  name: 'procedure-version',
  text: 'select definition from procedure_version where code = $1 and version = $2',
};

@Injectable()
export class PublishedVersions {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** Throws `not-found`. */
  async version(code: string, version: number): Promise<ProcedureVersion> {
    const { rows } = await this.pool.query<{ definition: unknown }>({ ...VERSION, values: [code, version] });
    if (rows[0] === undefined) throw new Problem('not-found', { procedure: code, version });
    return procedureVersionSchema.parse(rows[0].definition);
  }
}
