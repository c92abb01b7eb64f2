import { Module } from '@nestjs/common';
import type { ClockPort, Ids } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { LiveReference } from '../reference/live-reference.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ReferenceWatch } from '../reference/reference-watch.js';
import { Commits } from '../runtime/commits.js';
import { CLOCK, ENV, IDS, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { KeyRing } from '../store/private-crypto.js';
import { Restatement } from './restatement.js';
import { RestatementLoop } from './restatement-loop.js';

/** The restatement of open dossiers: in every process, whether or not it serves the API. */
@Module({
  imports: [ReferenceModule],
  providers: [
    {
      provide: Restatement,
      useFactory: restatementOf,
      inject: [READ_POOL, KeyRing, CLOCK, IDS, REFERENCE, ENV, ReferenceWatch, Commits],
    },
    RestatementLoop,
  ],
  exports: [RestatementLoop],
})
export class RestatementModule {}

// The parameters are what Nest injects, one for each port.
function restatementOf(
  ...[pool, ring, clock, ids, reference, env, watch, commits]: [
    Pool,
    KeyRing,
    ClockPort,
    Ids,
    LiveReference,
    Env,
    ReferenceWatch,
    Commits,
  ]
): Restatement {
  return new Restatement({
    ...{ pool, ring, clock, ids, reference },
    codeOwner: env.LIENTHONG_CODE_OWNER,
    look: () => watch.look(),
    onCommitted: (items) => commits.announce(items),
  });
}
