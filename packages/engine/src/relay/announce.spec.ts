import { describe, expect, it } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import { Office, handOver, take, takeOver } from '../../test/office.js';
import { DONG_HAI, HAI_AN } from '../../test/town.js';
import { MemoryBus } from '../memory/bus.js';
import type { Bus, Delivery } from '../ports/bus.js';
import type { FeedItem, Store } from '../ports/store.js';
import { LowWater } from './low-water.js';
import { Relay } from './relay.js';

describe('a bus that has lost what it held', () => {
  it('is given the newest fact of every agency again, and nothing that went before', async () => {
    const office = new Office();
    const { ledger, store, committed } = office.desk();
    await takeOver(ledger);
    const bus = new MemoryBus();
    const relay = new Relay({ store, bus });
    await handOver(relay, committed);
    bus.wipe();
    expect(await relay.announce()).toBe(2);
    const cursors = await store.relayCursors();
    for (const agencyId of [HAI_AN, DONG_HAI]) {
      expect(bus.pull(agencyId)?.n).toBe(cursors.get(agencyId)?.last);
      expect(bus.pull(agencyId)).toBeNull();
    }
  });

  it('is told of nothing while nothing ever happened', async () => {
    const office = new Office();
    const relay = new Relay({ store: office.desk().store, bus: new MemoryBus() });
    expect(await relay.announce()).toBe(0);
  });
});

describe('what is not handed over yet', () => {
  it('is counted', async () => {
    const office = new Office();
    const { ledger, store, committed } = office.desk();
    for (let i = 0; i < 3; i++) await take(ledger);
    const relay = new Relay({ store, bus: new MemoryBus() });
    expect(await relay.behind()).toBe(3);
    await handOver(relay, committed);
    expect(await relay.behind()).toBe(0);
  });
});

describe('an agency that lies far behind', () => {
  const FLOODED = 'flooded' as AgencyId;
  const QUIET = 'quiet' as AgencyId;

  /** Feeds of given lengths, with facts nobody looks into. */
  function storeOf(feeds: Readonly<Record<string, number>>): Store {
    const item = (agencyId: AgencyId, n: number) => ({ agencyId, n, view: 'full', event: {} }) as FeedItem;
    return {
      relayCursors: async () =>
        new Map(Object.entries(feeds).map(([id, last]) => [id as AgencyId, { relayed: 0, last }])),
      readFeed: async (agencyId: AgencyId, after: number, limit: number) =>
        Array.from({ length: Math.min(limit, (feeds[agencyId] ?? 0) - after) }, (_, i) =>
          item(agencyId, after + 1 + i),
        ),
      feedEpoch: async () => 'epoch-1',
      advanceRelayCursors: async () => undefined,
    } as Partial<Store> as Store;
  }

  it('does not make the others wait: the line goes to each in turn', async () => {
    const order: AgencyId[] = [];
    const bus: Bus = {
      publish: async (deliveries: readonly Delivery[]) =>
        void order.push(...deliveries.map(({ agencyId }) => agencyId)),
      close: async () => undefined,
    };
    const relay = new Relay({ store: storeOf({ [FLOODED]: 5_000, [QUIET]: 2 }), bus });
    expect(await relay.catchUp()).toBe(5_002);
    expect(order.indexOf(QUIET)).toBeLessThan(1_000);
    expect(order.lastIndexOf(FLOODED)).toBe(5_001);
  });

  it('does not fill the memory: acknowledgements beyond a missing number are kept up to a bound, then asked for again', () => {
    const marks = new LowWater();
    marks.learn(FLOODED, 0);
    for (let n = 2; n <= 30_000; n++) marks.acknowledge(FLOODED, n);
    marks.acknowledge(FLOODED, 1);
    expect(marks.lowOf(FLOODED)).toBeLessThan(30_000);
    expect(marks.lowOf(FLOODED)).toBeGreaterThanOrEqual(1);
  });
});
