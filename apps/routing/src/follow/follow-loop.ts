import { logFault } from '../http/log.js';
import type { FeedFollower } from './feed-follower.js';

/** What another process committed is noticed no later than this. */
const LONGEST_SLEEP_MS = 1_000;
const AFTER_FAULT_MS = 2_000;

/** Lets a follower read whenever there may be something new. One round at a time; whatever fails is done again. */
export class FollowLoop {
  private timer: NodeJS.Timeout | undefined;
  private wakesAt = Infinity;
  private running: Promise<unknown> = Promise.resolve();
  private started = false;
  private ending = false;

  constructor(
    private readonly name: string,
    private readonly follower: Pick<FeedFollower, 'round'>,
  ) {}

  start(): void {
    this.started = true;
    this.wakeIn(0);
  }

  /** Something was committed by this process. */
  committed(): void {
    this.wakeIn(0);
  }

  /** Reads until nothing is left, after the round under way. Rejects with the fault of a round. */
  async drain(): Promise<void> {
    const drained = this.running.then(() => this.readAll());
    this.running = drained.catch(() => undefined);
    await drained;
  }

  /** Resolves when the round under way is done; no further one begins. */
  async stop(): Promise<void> {
    this.ending = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private wakeIn(millis: number): void {
    const at = Date.now() + millis;
    if (!this.started || this.ending || at >= this.wakesAt) return;
    clearTimeout(this.timer);
    this.wakesAt = at;
    this.timer = setTimeout(() => {
      this.wakesAt = Infinity;
      this.running = this.running.then(() => this.look());
    }, millis);
  }

  private async look(): Promise<void> {
    try {
      await this.readAll();
      this.wakeIn(LONGEST_SLEEP_MS);
    } catch (error) {
      logFault(`follower-${this.name}`, error);
      this.wakeIn(AFTER_FAULT_MS);
    }
  }

  private async readAll(): Promise<void> {
    let taken = 1;
    while (taken > 0 && !this.ending) taken = await this.follower.round();
  }
}
