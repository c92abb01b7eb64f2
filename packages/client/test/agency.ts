import { FeedService } from './feed-service.js';
import { memoryLog } from '../src/disk/log.js';
import type { Log } from '../src/disk/log.js';
import { Consumer } from '../src/consumer/consumer.js';
import type { FeedFact } from '../src/consumer/fact.js';
import type { ConsumerOptions, Notice } from '../src/consumer/options.js';

/** An agency whose time stands still until it is told otherwise. */
export class Agency {
  readonly feed = new FeedService();
  readonly applied: string[] = [];
  readonly notices: Notice[] = [];
  readonly log: Log = memoryLog();
  now = 0;
  /** Facts the handler cannot bear. */
  readonly poison = new Set<string>();

  readonly handler = ({ id }: FeedFact): void => {
    if (this.poison.has(id)) throw new Error(`cannot apply ${id}`);
    this.applied.push(id);
  };

  consumer(more: Partial<ConsumerOptions> = {}): Promise<Consumer> {
    return Consumer.open({
      client: this.feed,
      log: this.log,
      handler: this.handler,
      onNotice: (notice) => this.notices.push(notice),
      pageSize: 3,
      surroundings: { now: () => this.now, random: () => 0, sleep: () => Promise.resolve() },
      ...more,
    });
  }

  codes(): string[] {
    return this.notices.map(({ code }) => code);
  }
}

/** Lets time pass until nothing is tried again by itself. */
export async function waitOut(agency: Agency, consumer: Consumer): Promise<void> {
  for (let i = 0; i < 10; i++) {
    agency.now += 60_000;
    await consumer.catchUp();
  }
}
