import { Module } from '@nestjs/common';
import type { ClockPort, Ids } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { LiveReference } from '../reference/live-reference.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ReferenceWatch } from '../reference/reference-watch.js';
import { CLOCK, ENV, IDS, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { AlertLoop } from './alert-loop.js';
import { AlertProjection } from './alert-projection.js';
import { reactionMinutes } from './reaction-minutes.js';

/** Alerts are kept in every process with the role `sweep`, whether or not it serves the API. */
@Module({
  imports: [ReferenceModule],
  providers: [
    {
      provide: AlertProjection,
      useFactory: projectionOf,
      inject: [READ_POOL, CLOCK, IDS, REFERENCE, ENV, ReferenceWatch],
    },
    AlertLoop,
  ],
  exports: [AlertLoop],
})
export class AlertsModule {}

// The parameters are what Nest injects, one for each port.
function projectionOf(
  ...[pool, clock, ids, reference, env, watch]: [Pool, ClockPort, Ids, LiveReference, Env, ReferenceWatch]
): AlertProjection {
  const acquaint: ReferenceWatch['acquaint'] = (pins) => watch.acquaint(pins);
  return new AlertProjection({ pool, clock, ids, reference, acquaint, reaction: reactionMinutes(env) });
}
