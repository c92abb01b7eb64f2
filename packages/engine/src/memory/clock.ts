import { instantFromMillis, millisOf } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { Clock } from '../ports/clock.js';

/** Time that stands still until it is told to go on: the demo's and the simulator's. */
export class SteppedClock implements Clock {
  private millis: number;

  constructor(start: Instant) {
    this.millis = millisOf(start);
  }

  now(): Instant {
    return instantFromMillis(this.millis);
  }

  /** Goes on by `millis` milliseconds. Throws RangeError for a step back: a clock that is wrong is a skewed one. */
  advance(millis: number): void {
    if (!(millis >= 0)) throw new RangeError(`time does not go back: ${millis} ms`);
    this.millis += millis;
  }

  /** Goes on to the instant; stays where it is when that has passed. */
  advanceTo(instant: Instant): void {
    this.millis = Math.max(this.millis, millisOf(instant));
  }

  /** The clock of a machine that is wrong by what `skewMillis` says at the time. */
  skewed(skewMillis: () => number): Clock {
    return { now: () => instantFromMillis(this.millis + skewMillis()) };
  }
}
