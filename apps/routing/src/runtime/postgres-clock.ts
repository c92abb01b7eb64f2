import { instantFromMillis } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { logLine } from '../http/log.js';

const REFRESH_MS = 30_000;
const NOW = `select (extract(epoch from clock_timestamp()) * 1000)::float8 as millis`;

/** Postgres's time, so that replicas agree: this machine's clock plus an offset measured every half minute. Never goes back. */
export class PostgresClock implements ClockPort {
  private offset = 0;
  private last = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly pool: Pool) {}

  now(): Instant {
    this.last = Math.max(this.last, Math.round(Date.now() + this.offset));
    return instantFromMillis(this.last);
  }

  /** Measures once, so that no instant is given out before the offset is known, and goes on measuring. */
  async start(): Promise<void> {
    await this.measure();
    this.timer = setInterval(() => {
      this.measure().catch(() => logLine('warn', 'clock-not-measured', {}));
    }, REFRESH_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** The answer is taken to be from the middle of the round trip. */
  private async measure(): Promise<void> {
    const sent = Date.now();
    const { rows } = await this.pool.query<{ millis: number }>(NOW);
    const received = Date.now();
    const [row] = rows;
    if (row !== undefined) this.offset = row.millis - (sent + received) / 2;
  }
}
