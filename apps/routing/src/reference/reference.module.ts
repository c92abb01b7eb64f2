import { Module } from '@nestjs/common';
import { IndexedReference } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { loadReference } from './load-reference.js';

/** Reference data in memory, as `Reference` of the engine, read from Postgres before the first request. */
@Module({
  providers: [
    {
      provide: REFERENCE,
      useFactory: async (pool: Pool) => new IndexedReference(await loadReference(pool)),
      inject: [READ_POOL],
    },
  ],
  exports: [REFERENCE],
})
export class ReferenceModule {}
