/** Which shared systems are down at an instant, by the outages that were approved: kept in memory, as reference data are. */
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Instant } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { logFault } from '../http/log.js';
import { READ_POOL } from '../runtime/tokens.js';
import type { Read } from '../store/read-as.js';
import { outagesApproved } from './outage-rows.js';
import type { ApprovedOutage } from './outage-rows.js';

/** What another process has approved is noticed no later than this. */
const EVERY_MS = 10_000;

/** Systems that are down at that instant, by what was approved by then: each once, in the order of their names. Pure. */
export function downAt(approved: readonly ApprovedOutage[], now: Instant): readonly string[] {
  const known = new Map<string, ApprovedOutage>();
  for (const outage of approved) if (outage.approvedAt <= now) known.set(outage.outageId, outage);
  const down = [...known.values()].filter(
    ({ kind, from, to }) => kind !== 'cancel' && from <= now && (to === null || now < to),
  );
  return [...new Set(down.map(({ system }) => system))].sort();
}

@Injectable()
export class SystemsDown implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private known: readonly ApprovedOutage[] = [];
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.lookOrSay();
    this.timer = setInterval(() => void this.lookOrSay(), EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Systems that are down at that instant, by what was approved by then: each once, in the order of their names. Reads nothing. */
  at(now: Instant): readonly string[] {
    return downAt(this.known, now);
  }

  /** Takes over what was approved since. Rejects when the database cannot be reached. */
  look(): Promise<void> {
    const next = this.looking.then(async () => {
      this.known = await outagesApproved(this.read);
    });
    // The next look does not fail because this one did.
    this.looking = next.catch(() => undefined);
    return next;
  }

  private async lookOrSay(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      logFault('outages', error);
    }
  }

  private readonly read: Read = async (statement, values = []) => {
    const { rows } = await this.pool.query({ ...statement, values: [...values] });
    return rows as never;
  };
}
