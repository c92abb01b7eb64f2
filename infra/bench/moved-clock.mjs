// @ts-check
/** The engine's time for a benchmark: stands still while a field is sown, is moved to a moment, and runs on from there. */
import { instantFromMillis, millisOf } from '@lien-thong/domain';

/** @typedef {import('@lien-thong/domain').Instant} Instant */

/** A `ClockPort`: never goes back. */
export class MovedClock {
  /** @param {Instant} start */
  constructor(start) {
    this.base = millisOf(start);
    /** @type {number | null} Of the monotonic clock, since when it runs; null while it stands. */
    this.since = null;
  }

  millis() {
    return this.base + (this.since === null ? 0 : performance.now() - this.since);
  }

  /** @returns {Instant} */
  now() {
    return instantFromMillis(this.millis());
  }

  /** Stands at the moment, or runs on from it. @param {Instant} instant @param {{ running?: boolean }} [options] */
  moveTo(instant, { running = false } = {}) {
    const millis = millisOf(instant);
    if (millis < Math.floor(this.millis())) throw new Error(`time does not go back to ${instant}`);
    this.base = millis;
    this.since = running ? performance.now() : null;
  }

  /** Stands where it is: asked for the moment once, so that none passes in between. */
  stand() {
    this.base = Math.floor(this.millis());
    this.since = null;
  }
}
