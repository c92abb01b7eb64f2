import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Env } from '../env.js';
import { logFault } from '../http/log.js';
import { purgeExpiredKeys } from '../store/key-purge.js';
import { Rounds } from './rounds.js';
import { ENV, READ_POOL } from './tokens.js';

/** A process that is restarted more often than once in an hour forgets old keys too. */
const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 3_600_000;
/** Keys of one transaction: few enough that no command waits for it. */
const AT_ONCE = 1_000;

/** Forgets idempotency keys older than 90 days (DESIGN §5), about hourly in real time, in every process with the role `sweep`. */
@Injectable()
export class KeyPurgeLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new Rounds(() => this.purge());

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(ENV) private readonly env: Pick<Env, 'LIENTHONG_ROLES'>,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.LIENTHONG_ROLES.includes('sweep')) this.rounds.nextIn(FIRST_AFTER_MS);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  private async purge(): Promise<number> {
    try {
      let left = 1;
      while (left > 0 && !this.rounds.isOver) left = await purgeExpiredKeys(this.pool, AT_ONCE);
    } catch (error) {
      logFault('key-purge', error);
    }
    return EVERY_MS;
  }
}
