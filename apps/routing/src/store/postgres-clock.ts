import { instantFromMillis } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';

const REFRESH_MS = 30_000;
const NOW = 'select (extract(epoch from clock_timestamp()) * 1000)::float8 as millis';
/** A round trip longer than this (a busy process, a busy line) is measured again, at most so often. */
const QUICK_ROUND_TRIP_MS = 20;
const MOST_ROUND_TRIPS = 3;
/** What two measurements may differ by without the database's clock having been set. */
const TOLERANCE_MS = 1_000;

/** The database's clock was set between two measurements: back (`clock_regressed`) or forward (`clock_jumped`). */
export interface ClockStep {
  readonly name: 'clock_regressed' | 'clock_jumped';
  readonly millis: number;
}

/** Who hears of what is out of the ordinary. */
export interface ClockWatch {
  /** A measurement failed: time goes on with the offset known before. */
  readonly unmeasured: (error: unknown) => void;
  readonly stepped: (step: ClockStep) => void;
}

const NOBODY: ClockWatch = { unmeasured: () => undefined, stepped: () => undefined };

/**
 * Postgres's time, so that replicas agree: this process's monotonic clock plus an offset measured every half minute, and never ahead
 * of Postgres, so that nothing fires early. Neither a clock set back on this machine nor one set back on the database's makes it go
 * back: it stands still until the database's has come up with it. A machine that sleeps is caught up with at the next measurement.
 */
export class PostgresClock implements ClockPort {
  private offset: number | null = null;
  private last = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly watch: ClockWatch = NOBODY,
  ) {}

  now(): Instant {
    this.last = Math.max(this.last, Math.floor(this.reading()));
    return instantFromMillis(this.last);
  }

  /** Milliseconds by which the database's clock is behind an instant given out before; 0 while time goes on as it should. */
  standsStillFor(): number {
    const behind = this.last - this.reading();
    return behind > TOLERANCE_MS ? Math.round(behind) : 0;
  }

  /** Measures once, so that no instant is given out before the offset is known, and goes on measuring. */
  async start(): Promise<void> {
    await this.measure();
    this.timer = setInterval(() => {
      this.measure().catch((error: unknown) => this.watch.unmeasured(error));
    }, REFRESH_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Asks what time it is: by itself every half minute. */
  async measure(): Promise<void> {
    let offset = -Infinity;
    for (let trips = 0; trips < MOST_ROUND_TRIPS; trips += 1) {
      const sent = performance.now();
      offset = Math.max(offset, await this.measured());
      if (performance.now() - sent <= QUICK_ROUND_TRIP_MS) break;
    }
    const step = this.offset === null ? 0 : offset - this.offset;
    this.offset = offset;
    if (Math.abs(step) <= TOLERANCE_MS) return;
    this.watch.stepped({ name: step < 0 ? 'clock_regressed' : 'clock_jumped', millis: Math.round(Math.abs(step)) });
  }

  /** What is to be added to this process's clock, were the answer from the very moment at which it came: never too much. */
  private async measured(): Promise<number> {
    const { rows } = await this.pool.query<{ millis: number }>(NOW);
    const received = performance.now();
    const [row] = rows;
    if (row === undefined) throw new Error('Postgres told no time');
    return row.millis - received;
  }

  private reading(): number {
    return performance.now() + (this.offset ?? 0);
  }
}
