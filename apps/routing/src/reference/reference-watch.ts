import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Pool } from 'pg';
import { logFault, logLine } from '../http/log.js';
import { READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { LiveReference } from './live-reference.js';
import { loadReference } from './load-reference.js';

const EVERY_MS = 30_000;
/** Every load of reference data leaves another digest behind. */
const DIGEST = 'select seeds_digest as digest from installation';

/** Notices that reference data were loaded anew, by whatever process, and takes them over without a restart. */
@Injectable()
export class ReferenceWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private known: string | null = null;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.known = await this.digest();
    this.timer = setInterval(() => {
      this.looking = this.look().catch((error: unknown) => logFault('reference', error));
    }, EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Takes over what has changed. Data that do not fit leave the former ones in place, and are tried again. */
  async look(): Promise<void> {
    const digest = await this.digest();
    if (digest === this.known) return;
    this.reference.replace(await loadReference(this.pool));
    this.known = digest;
    logLine('info', 'reference-reloaded', { digest });
  }

  private async digest(): Promise<string | null> {
    const { rows } = await this.pool.query<{ digest: string | null }>(DIGEST);
    return rows[0]?.digest ?? null;
  }
}
