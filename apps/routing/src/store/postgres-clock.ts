import { instantFromMillis } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';

const REFRESH_MS = 30_000;
const NOW = 'select (extract(epoch from clock_timestamp()) * 1000)::float8 as millis';

/**
 * Postgres's time, so that replicas agree: this process's monotonic clock plus an offset measured every half minute. Neither a clock
 * set back on this machine nor a smaller offset makes it go back; a machine that sleeps is caught up with at the next measurement.
 */
export class PostgresClock implements ClockPort {
  private offset = 0;
  private last = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    /** Told when a measurement failed: time goes on with the offset known before. */
    private readonly onUnmeasured: (error: unknown) => void = () => undefined,
  ) {}

  now(): Instant {
    this.last = Math.max(this.last, Math.floor(performance.now() + this.offset));
    return instantFromMillis(this.last);
  }

  /** Measures once, so that no instant is given out before the offset is known, and goes on measuring. */
  async start(): Promise<void> {
    await this.measure();
    this.timer = setInterval(() => {
      this.measure().catch(this.onUnmeasured);
    }, REFRESH_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** The answer is taken to be from the middle of the round trip. */
  private async measure(): Promise<void> {
    const sent = performance.now();
    const { rows } = await this.pool.query<{ millis: number }>(NOW);
    const received = performance.now();
    const [row] = rows;
    if (row === undefined) throw new Error('Postgres told no time');
    this.offset = row.millis - (sent + received) / 2;
  }
}
