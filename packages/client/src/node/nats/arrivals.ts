import type { InboxMessage } from './inbox-message.js';

/** Messages that have come and wait to be taken, in order. */
export class Arrivals implements AsyncIterator<InboxMessage> {
  private waiting: InboxMessage[] = [];
  private taker: ((step: IteratorResult<InboxMessage>) => void) | null = null;
  private ended = false;
  /** Called when the last one was taken and another is asked for. */
  onEmpty: () => void = () => undefined;

  add(message: InboxMessage): void {
    if (this.taker === null) {
      this.waiting.push(message);
      return;
    }
    const taker = this.taker;
    this.taker = null;
    taker({ done: false, value: message });
  }

  /** Forgets what waits: its connection is gone, so the broker will hand it out again. */
  clear(): void {
    this.waiting = [];
  }

  /** True when everything that came was taken and somebody waits for more. */
  get isDrained(): boolean {
    return this.waiting.length === 0 && this.taker !== null;
  }

  next(): Promise<IteratorResult<InboxMessage>> {
    const message = this.waiting.shift();
    if (message !== undefined) return Promise.resolve({ done: false, value: message });
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.taker = resolve;
      this.onEmpty();
    });
  }

  return(): Promise<IteratorResult<InboxMessage>> {
    return Promise.resolve({ done: true, value: undefined });
  }

  end(): void {
    this.ended = true;
    this.waiting = [];
    this.taker?.({ done: true, value: undefined });
    this.taker = null;
  }
}
