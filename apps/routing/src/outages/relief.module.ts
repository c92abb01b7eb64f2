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
import { ReliefLoop } from './relief-loop.js';
import { ReliefRuns } from './relief-run.js';
import { SystemsDown } from './systems-down.js';

/** What outages do: in every process, whether or not it serves the API. */
@Module({
  imports: [ReferenceModule],
  providers: [
    SystemsDown,
    {
      provide: ReliefRuns,
      useFactory: runsOf,
      inject: [READ_POOL, KeyRing, CLOCK, IDS, REFERENCE, ENV, ReferenceWatch, Commits],
    },
    ReliefLoop,
  ],
  exports: [SystemsDown, ReliefLoop],
})
export class ReliefModule {}

// The parameters are what Nest injects, one for each port.
function runsOf(
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
): ReliefRuns {
  return new ReliefRuns({
    ...{ pool, ring, clock, ids, reference },
    codeOwner: env.LIENTHONG_CODE_OWNER,
    look: () => watch.look(),
    onCommitted: (items) => commits.announce(items),
  });
}
