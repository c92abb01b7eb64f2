/** Without NATS: the feed is the store of messages, and a notice says where to look. */
import { afterAll, beforeAll } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import type { Delivery } from '@lien-thong/engine';
import { busConformance } from '../../../../packages/engine/test/conformance/bus-conformance.js';
import type { Broker, BusReader, Read } from '../../../../packages/engine/test/conformance/bus-harness.js';
import { CONFORMANCE_AGENCIES } from '../../../../packages/engine/test/conformance/samples.js';
import { FeedListener } from '../../src/bus/feed-listener.js';
import { FeedWakes } from '../../src/bus/feed-wakes.js';
import { PostgresBus } from '../../src/bus/postgres-bus.js';
import { createPool } from '../../src/store/pools.js';
import { FeedOffice } from './feed-office.js';
import { openDatabase } from '../opened.js';
import type { Opened } from '../opened.js';

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
}, 60_000);
afterAll(() => opened.close());

const WAIT_MS = 250;

/** What an agency's processes share: how far they have acknowledged. */
interface Place {
  n: number;
  readonly done: Set<number>;
}

class FeedReader implements BusReader {
  private last: number;
  private page: readonly Delivery[] = [];

  constructor(
    private readonly at: { readonly agencyId: AgencyId; readonly place: Place; readonly wakes: FeedWakes },
    private readonly read: (after: number) => Promise<readonly Delivery[]>,
  ) {
    this.last = at.place.n;
  }

  async next(withinMs = 0): Promise<Read | null> {
    const until = Date.now() + withinMs;
    for (;;) {
      const millis = Math.min(WAIT_MS, Math.max(0, until - Date.now()));
      const { woken, giveUp } = this.at.wakes.wait(this.at.agencyId, { after: this.last, millis });
      if (this.page.length === 0) this.page = await this.read(this.last);
      const [delivery, ...rest] = this.page;
      if (delivery !== undefined) {
        giveUp();
        this.page = rest;
        return this.take(delivery);
      }
      await woken;
      if (Date.now() >= until) return null;
    }
  }

  die(): Promise<void> {
    return Promise.resolve();
  }

  private take({ epoch, n, view, event }: Delivery): Read {
    this.last = n;
    const { place } = this.at;
    const ack = () => {
      place.done.add(n);
      while (place.done.has(place.n + 1)) place.n += 1;
      return Promise.resolve();
    };
    return { epoch, n, view, eventId: event.id, dossierId: event.dossierId, seq: event.seq, ack };
  }
}

busConformance('Postgres', async () => {
  const { store, migrator, database } = opened;
  await migrator.query(
    'truncate dossier, dossier_alias, party, event, clock, segment, command_key, code_counter, feed, feed_counter, relay_cursor',
  );
  const pool = createPool({ url: database.appUrl, max: 2, name: 'spec-bus' });
  const bus = new PostgresBus(pool);
  const wakes = new FeedWakes(async () => {
    const last = await store.relayCursors();
    return new Map([...last].map(([agencyId, cursor]) => [agencyId, cursor.last]));
  });
  const listener = new FeedListener(database.appUrl, {
    onNotice: (agencies) => wakes.wake(agencies),
    onListening: () => wakes.wakeAll(),
  });
  const office = new FeedOffice(store, CONFORMANCE_AGENCIES[0] as AgencyId);
  const places = new Map<AgencyId, Place>();
  const epoch = await store.feedEpoch();
  const readFeed = async (agencyId: AgencyId, after: number) =>
    (await store.readFeed(agencyId, after, 10_000)).map((item) => ({ ...item, epoch }));
  const broker: Broker | null = null;
  return {
    bus,
    commit: async (audiences) => office.deliveries(await office.receive(audiences)),
    feed: (agencyId) => readFeed(agencyId, 0),
    reader: (agencyId) => {
      const place = places.get(agencyId) ?? { n: 0, done: new Set() };
      places.set(agencyId, place);
      return Promise.resolve(new FeedReader({ agencyId, place, wakes }, (after) => readFeed(agencyId, after)));
    },
    broker,
    answersWithinMs: 6_000,
    close: async () => {
      await wakes.close();
      await listener.close();
      await pool.end();
    },
  };
});
