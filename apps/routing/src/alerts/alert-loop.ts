import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { instantOf, millisOf } from '@lien-thong/domain';
import type { Minute } from '@lien-thong/domain';
import { SteppedClock } from '@lien-thong/engine';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { FeedFollower } from '../follow/feed-follower.js';
import { FollowLoop } from '../follow/follow-loop.js';
import { logFault } from '../http/log.js';
import { Commits } from '../runtime/commits.js';
import { SweepLoop } from '../runtime/sweep-loop.js';
import { CLOCK, ENV, READ_POOL } from '../runtime/tokens.js';
import { AlertProjection } from './alert-projection.js';

/** Facts of one transaction: a storm goes through in some dozens of them, and whoever acts on an alert does not wait long. */
const FOLLOW_LIMIT = 4_000;
const LONGEST_SLEEP_MS = 1_000;
const AFTER_FAULT_MS = 2_000;

/**
 * Follows the facts and the time in every process with the role `sweep`; row locks let one of them at a time do it. On the stepped
 * clock nothing sleeps: advancing it brings the alerts to every minute it stops at.
 */
@Injectable()
export class AlertLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly following: FollowLoop;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private ending = false;

  constructor(
    private readonly projection: AlertProjection,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(ENV) private readonly env: Env,
    @Inject(READ_POOL) pool: Pool,
    commits: Commits,
    sweep: SweepLoop,
  ) {
    const follower = new FeedFollower(pool, { name: 'alerts', limit: FOLLOW_LIMIT }, projection.follow);
    this.following = new FollowLoop('alerts', follower);
    commits.listen(() => this.following.committed());
    sweep.accompanyBy(this);
  }

  onApplicationBootstrap(): void {
    if (!this.env.LIENTHONG_ROLES.includes('sweep')) return;
    this.following.start();
    if (!(this.clock instanceof SteppedClock)) this.wakeIn(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending = true;
    clearTimeout(this.timer);
    await Promise.all([this.running, this.following.stop()]);
  }

  /** Everything that has happened, and everything that is due by now, is in the alerts. */
  async settle(): Promise<void> {
    await this.following.drain();
    while ((await this.projection.look()) > 0);
  }

  /** When time brings something next; null when it does not. */
  nextWake(): Promise<Minute | null> {
    return this.projection.nextLook();
  }

  private wakeIn(millis: number): void {
    if (this.ending) return;
    this.timer = setTimeout(() => {
      this.running = this.look();
    }, millis);
  }

  private async look(): Promise<void> {
    let sleep = AFTER_FAULT_MS;
    try {
      while (!this.ending && (await this.isDue()) && (await this.projection.look()) > 0);
      sleep = await this.untilNext();
    } catch (error) {
      logFault('alerts', error);
    }
    this.wakeIn(sleep);
  }

  private async isDue(): Promise<boolean> {
    return (await this.untilNext()) === 0;
  }

  private async untilNext(): Promise<number> {
    const next = await this.nextWake();
    if (next === null) return LONGEST_SLEEP_MS;
    return Math.min(LONGEST_SLEEP_MS, Math.max(0, millisOf(instantOf(next)) - millisOf(this.clock.now())));
  }
}
