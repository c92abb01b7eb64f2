/** An agency's software as the design wants it: the bus for soon, the feed for complete. */
import type { DossierId } from '@lien-thong/domain';
import { Inbox, parseCursor } from '@lien-thong/engine';
import type { Delivery } from '@lien-thong/engine';
import { NatsInbox } from '../../../../packages/client/src/node/nats/index.js';
import type { BusAccess } from '../../src/bus/exchange.js';
import { eventsOf } from './nats-reader.js';

type Place = Pick<Delivery, 'epoch' | 'n'>;
interface Message extends Place {
  readonly event: Delivery['event'];
}

const PAGE = 500;

export class ReadingAgency {
  /** Effects in the order in which they were had. */
  readonly applied: { readonly id: string; readonly dossierId: DossierId; readonly seq: number }[] = [];
  /** How many facts came over the bus, and how often the feed had to be read. */
  readonly counts = { told: 0, feedReads: 0, connections: 0 };
  private readonly inbox = new Inbox<Message>();
  private readonly line: NatsInbox;
  private readonly running: Promise<void>;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    access: BusAccess,
    private readonly readFeed: (after: number, limit: number) => Promise<readonly Message[]>,
  ) {
    this.line = NatsInbox.open({
      ...access,
      onConnected: () => {
        this.counts.connections += 1;
        this.catchUp();
      },
    });
    this.running = this.run();
  }

  async close(): Promise<void> {
    await this.line.close();
    await this.running;
    await this.reading;
  }

  private async run(): Promise<void> {
    for await (const message of this.line) {
      for (const { cursor, n, id, data } of eventsOf(message)) {
        this.counts.told += 1;
        const event = { id, dossierId: data.dossierId, seq: data.seq } as Delivery['event'];
        if (this.receive({ epoch: parseCursor(cursor)?.epoch ?? '', n, event })) this.catchUp();
      }
      message.ack();
    }
  }

  /** True when something is missing before it. */
  private receive(message: Message): boolean {
    const { apply, gap } = this.inbox.receive(message);
    for (const { event } of apply) this.applied.push({ id: event.id, dossierId: event.dossierId, seq: event.seq });
    return gap !== null;
  }

  private catchUp(): void {
    this.reading = this.reading.then(async () => {
      this.counts.feedReads += 1;
      for (;;) {
        const page = await this.readFeed(this.inbox.cursor.n, PAGE);
        for (const item of page) this.receive(item);
        if (page.length < PAGE) return;
      }
    });
  }
}
