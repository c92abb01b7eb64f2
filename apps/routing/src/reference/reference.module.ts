import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { LiveReference } from './live-reference.js';
import { loadReference } from './load-reference.js';
import { referenceDigest } from './reference-digest.js';
import { ReferenceWatch } from './reference-watch.js';

/** Reference data in memory, as `Reference` of the engine, read from Postgres before the first request and again when they change. */
@Module({
  providers: [
    {
      provide: REFERENCE,
      useFactory: live,
      inject: [READ_POOL],
    },
    ReferenceWatch,
  ],
  exports: [REFERENCE, ReferenceWatch],
})
export class ReferenceModule {}

async function live(pool: Pool): Promise<LiveReference> {
  const digest = await referenceDigest(pool);
  return new LiveReference(await loadReference(pool), digest);
}
