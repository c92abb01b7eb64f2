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
import { AmendmentLoop } from './amendment-loop.js';
import { AmendmentRun } from './amendment-run.js';

/** The work on amendments: in every process, whether or not it serves the API. */
@Module({
  imports: [ReferenceModule],
  providers: [
    {
      provide: AmendmentRun,
      useFactory: runOf,
      inject: [READ_POOL, KeyRing, CLOCK, IDS, REFERENCE, ENV, ReferenceWatch, Commits],
    },
    AmendmentLoop,
  ],
  exports: [AmendmentLoop],
})
export class AmendingModule {}

// The parameters are what Nest injects, one for each port.
function runOf(
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
): AmendmentRun {
  return new AmendmentRun({
    ...{ pool, ring, clock, ids, reference },
    codeOwner: env.LIENTHONG_CODE_OWNER,
    look: () => watch.look(),
    onCommitted: (items) => commits.announce(items),
  });
}
