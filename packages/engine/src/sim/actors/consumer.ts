import type { AgencyId, DossierId } from '@lien-thong/domain';
import { readFeed } from '../../feed/read-feed.js';
import { EMPTY_INBOX, Inbox } from '../../feed/inbox.js';
import type { InboxState } from '../../feed/inbox.js';
import type { Delivery, FeedView } from '../../ports/bus.js';
import type { Store } from '../../ports/store.js';
import type { InboxLike, Plant } from '../planted/plant.js';

/** A fact as the agency's software has applied it. */
export interface Applied {
  readonly n: number;
  readonly eventId: string;
  readonly dossierId: DossierId;
  readonly seq: number;
  readonly view: FeedView;
}

export interface ConsumerWorld {
  readonly agencyId: AgencyId;
  /** Its reading of the feed goes over HTTP, which is a store of its own here. */
  readonly feed: Store;
  readonly pull: () => Delivery | null;
  readonly plant: Plant | null;
  readonly onApplied: (delivery: Delivery, log: readonly Applied[]) => void;
}

const PAGE = 20;

/** An agency's software: takes what the bus brings, reads the feed where something is missing, applies each fact once and in order. */
export class Consumer {
  readonly agencyId: AgencyId;
  /** What it has applied, and the inbox as of then: written together, so a crash takes neither without the other. */
  readonly log: Applied[] = [];
  private kept: InboxState = EMPTY_INBOX;
  private inbox: InboxLike;
  private reading = false;
  private life = 1;

  constructor(private readonly world: ConsumerWorld) {
    this.agencyId = world.agencyId;
    this.inbox = this.open();
  }

  get applied(): number {
    return this.inbox.cursor.n;
  }

  /** Takes the next message off the bus, if there is one. */
  pull(): boolean {
    const delivery = this.world.pull();
    if (delivery === null) return false;
    if (this.take(delivery)) this.read();
    return true;
  }

  /** Reads on in the feed, from where it stands. */
  read(): void {
    if (this.reading || this.world.plant?.trustsTheBus === true) return;
    this.reading = true;
    const { life } = this;
    const end = () => {
      if (this.life === life) this.reading = false;
    };
    void this.readOn(life).then(end, end);
  }

  /** Loses what it held in memory: messages that came too early, and a reading under way. */
  crash(): void {
    this.life += 1;
    this.reading = false;
    this.inbox = this.open();
  }

  private open(): InboxLike {
    const { plant, agencyId } = this.world;
    return plant?.inbox?.(this.kept, agencyId) ?? new Inbox<Delivery>(this.kept);
  }

  private async readOn(life: number): Promise<void> {
    const { agencyId, feed } = this.world;
    for (;;) {
      const { epoch, n } = this.inbox.cursor;
      const after = epoch === null ? null : { epoch, n };
      const page = await readFeed(feed, { agencyId, after, limit: PAGE });
      if (this.life !== life) return;
      for (const item of page.items) {
        this.take({ agencyId, epoch: page.cursor.epoch, n: item.n, view: item.view, event: item.event });
      }
      if (page.items.length < PAGE) return;
    }
  }

  /** Returns whether something is missing. */
  private take(delivery: Delivery): boolean {
    const { apply, gap, otherEpoch } = this.inbox.receive(delivery);
    for (const fact of apply) {
      const { n, view, event } = fact;
      this.log.push({ n, view, eventId: event.id, dossierId: event.dossierId, seq: event.seq });
      this.world.onApplied(fact, this.log);
    }
    this.kept = this.inbox.state();
    return gap !== null || otherEpoch;
  }
}
