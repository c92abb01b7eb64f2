import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { READ_POOL } from '../runtime/tokens.js';
import type { Statement } from '../store/columns.js';
import { LEDGER_READS, askOnce } from '../store/transactions.js';

/** How soon what another process wrote is seen, while anybody waits. */
const LOOK_EVERY_MS = 200;
const LAST: Statement = { name: 'alert-last-number', text: 'select last from alert_counter' };

/** `news`: there is something after the number. `over`: the time is. `closing`: the service ends, nothing may be asked any more. */
export type WokenBy = 'news' | 'over' | 'closing';

interface Waiter {
  readonly after: number;
  readonly wake: (why: WokenBy) => void;
}

/** The number of the newest event of all alerts: read once for everybody who waits for it, and only while somebody does. */
@Injectable()
export class AlertNumbers implements BeforeApplicationShutdown {
  private readonly waiters = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private closed = false;
  private known = 0;
  private asked = 0;

  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** How often the database was asked. */
  get looks(): number {
    return this.asked;
  }

  get waiting(): number {
    return this.waiters.size;
  }

  beforeApplicationShutdown(): void {
    this.closed = true;
    clearTimeout(this.timer);
    for (const { wake } of [...this.waiters]) wake('closing');
  }

  /** Whoever is woken by news reads for himself: only the number is shared. */
  wait(after: number, millis: number): Promise<WokenBy> {
    if (this.closed) return Promise.resolve('closing');
    if (this.known > after) return Promise.resolve('news');
    return new Promise((resolve) => {
      const late = setTimeout(() => waiter.wake('over'), millis);
      const waiter: Waiter = {
        after,
        wake: (why) => {
          clearTimeout(late);
          this.waiters.delete(waiter);
          resolve(why);
        },
      };
      this.waiters.add(waiter);
      this.lookIn(LOOK_EVERY_MS);
    });
  }

  /** Something was written by this process. */
  wake(): void {
    if (this.waiters.size === 0 || this.closed) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.lookIn(0);
  }

  private lookIn(millis: number): void {
    if (this.timer !== undefined || this.looking || this.closed || this.waiters.size === 0) return;
    this.timer = setTimeout(() => void this.look(), millis);
  }

  private async look(): Promise<void> {
    this.timer = undefined;
    this.looking = true;
    this.asked += 1;
    // A database that is away is told to whoever asks it for his events.
    const rows = await askOnce(this.pool, LEDGER_READS, { statement: LAST }).catch(() => []);
    this.known = rows[0]?.integer() ?? this.known;
    for (const { after, wake } of [...this.waiters]) if (this.known > after) wake('news');
    this.looking = false;
    this.lookIn(LOOK_EVERY_MS);
  }
}
