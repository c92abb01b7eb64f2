import { instantFromMillis, millisOf } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { Clock } from '../../ports/clock.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** 07:30 in Viet Nam, in UTC. */
const MORNING = 30 * MINUTE;

/** The database's clock, which every replica asks. It goes on as told, and may be stepped by whoever keeps its time. */
export class StoreClock implements Clock {
  private truth: number;
  private step = 0;
  /** The latest time it ever told. */
  private latest: number;

  constructor(start: Instant) {
    this.truth = millisOf(start);
    this.latest = this.truth;
  }

  now(): Instant {
    return instantFromMillis(this.millis());
  }

  highest(): Instant {
    return instantFromMillis(this.latest);
  }

  millis(): number {
    return this.truth + this.step;
  }

  advance(millis: number): void {
    this.truth += millis;
    this.latest = Math.max(this.latest, this.millis());
  }

  /** To the opening of the office, `days` days on. */
  advanceToMorning(days: number): void {
    const today = Math.floor((this.millis() - MORNING) / DAY);
    this.advance(Math.max(0, (today + days) * DAY + MORNING - this.millis()));
  }

  /** Somebody sets it: back when negative. */
  setBy(millis: number): void {
    this.step += millis;
    this.latest = Math.max(this.latest, this.millis());
  }

  /** Set right again; time then goes on from the latest it told, so that nothing recorded lies ahead. */
  heal(): void {
    this.step = 0;
    this.truth = Math.max(this.truth, this.latest);
    this.latest = this.truth;
  }
}
