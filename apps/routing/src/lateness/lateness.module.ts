import { Inject, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { FeedFollower } from '../follow/feed-follower.js';
import { FollowLoop } from '../follow/follow-loop.js';
import { LiveReference } from '../reference/live-reference.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ReferenceWatch } from '../reference/reference-watch.js';
import { Commits } from '../runtime/commits.js';
import { ENV, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { LATENESS_FOLLOWER, followLateness } from './follow-lateness.js';

/** Facts of one round: so few that its transaction is short. */
const AT_ONCE = 500;

/** Reads the journal for the accounts of lateness: in every process with the role `sweep`, one of them at a time. */
export const LATENESS_LOOP = Symbol('LatenessLoop');

@Module({
  imports: [ReferenceModule],
  providers: [
    {
      provide: LATENESS_LOOP,
      useFactory: loopOf,
      inject: [READ_POOL, REFERENCE, ReferenceWatch],
    },
  ],
  exports: [LATENESS_LOOP],
})
export class LatenessModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(LATENESS_LOOP) private readonly loop: FollowLoop,
    @Inject(ENV) private readonly env: Pick<Env, 'LIENTHONG_ROLES'>,
    commits: Commits,
  ) {
    commits.listen(() => loop.committed());
  }

  onApplicationBootstrap(): void {
    if (this.env.LIENTHONG_ROLES.includes('sweep')) this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}

function loopOf(pool: Pool, reference: LiveReference, watch: ReferenceWatch): FollowLoop {
  const rules = {
    acquaint: (pins: Parameters<ReferenceWatch['acquaint']>[0]) => watch.acquaint(pins),
    rulesOf: (...asked: Parameters<LiveReference['rulesOf']>) => reference.rulesOf(...asked),
  };
  return new FollowLoop(
    LATENESS_FOLLOWER,
    new FeedFollower(pool, { name: LATENESS_FOLLOWER, limit: AT_ONCE }, followLateness(rules)),
  );
}
