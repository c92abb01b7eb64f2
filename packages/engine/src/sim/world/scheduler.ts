import type { Random } from './random.js';

/** A step of an adapter that waits to be let go on. */
export interface Held {
  /** The process it belongs to. */
  readonly owner: string;
  readonly point: string;
  readonly go: () => void;
  readonly fail: (error: Error) => void;
}

/**
 * Holds every port call of every process. Only the run lets one go on at a time, in an order its seed decides: what is concurrent in
 * life is interleaved here, and the same seed gives the same interleaving.
 */
export class Scheduler {
  private readonly held: Held[] = [];

  step(owner: string, point: string): Promise<void> {
    return new Promise((go, fail) => {
      this.held.push({ owner, point, go, fail });
    });
  }

  get waiting(): number {
    return this.held.length;
  }

  /** Takes one out, any of them; null when nothing waits. */
  take(random: Random): Held | null {
    if (this.held.length === 0) return null;
    return this.held.splice(random.below(this.held.length), 1)[0] ?? null;
  }

  /** A process has died: what it asked for is never answered. */
  forget(owner: string): void {
    for (let i = this.held.length - 1; i >= 0; i--) if (this.held[i]?.owner === owner) this.held.splice(i, 1);
  }
}
