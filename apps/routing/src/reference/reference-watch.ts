import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Pin } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { logFault, logLine } from '../http/log.js';
import { READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { LiveReference } from './live-reference.js';
import { loadReference } from './load-reference.js';
import { referenceDigest } from './reference-digest.js';

/** A process that did not publish notices no later than this. */
export const EVERY_MS = 30_000;

/** Notices that reference data were loaded anew or a version published, by whatever process, and takes it over without a restart. */
@Injectable()
export class ReferenceWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private known: string | null;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {
    this.known = reference.firstDigest;
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.look().catch((error: unknown) => logFault('reference', error));
    }, EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Takes over what has changed, one look after the other. Data that do not fit leave the former ones in place, and are tried again. */
  look(): Promise<void> {
    const next = this.looking.then(() => this.takeOver());
    // The next look does not fail because this one did.
    this.looking = next.catch(() => undefined);
    return next;
  }

  /** Looks at once when one of these versions is not known here: another process has published it since the last look. */
  async acquaint(pins: readonly Pin[]): Promise<void> {
    if (pins.every((pin) => this.reference.knows(pin))) return;
    await this.look();
  }

  private async takeOver(): Promise<void> {
    // Read before the data: what is published in between is seen at the next look.
    const digest = await referenceDigest(this.pool);
    if (digest === this.known) return;
    this.reference.replace(await loadReference(this.pool));
    this.known = digest;
    logLine('info', 'reference-reloaded', { digest });
  }
}
