import { afterAll, beforeAll } from '@jest/globals';
import { until } from '../../../../infra/testing/until.js';
import { busConformance } from '../../../../packages/engine/test/conformance/bus-conformance.js';
import type { BusReader } from '../../../../packages/engine/test/conformance/bus-conformance.js';
import { SampleFeeds } from '../../../../packages/engine/test/conformance/bus-facts.js';
import { CONFORMANCE_AGENCIES } from '../../../../packages/engine/test/conformance/samples.js';
import { natsReader } from './nats-reader.js';
import { TestNats } from './test-nats.js';

let nats: TestNats;
beforeAll(async () => {
  nats = await TestNats.start(CONFORMANCE_AGENCIES);
}, 30_000);
afterAll(() => nats.close());

let epochs = 0;

busConformance('NATS', async () => {
  await nats.wipe();
  const bus = nats.bus();
  await until(() => bus.state().connected);
  epochs += 1;
  const feeds = new SampleFeeds(`epoch-${epochs}`);
  const readers: BusReader[] = [];
  return {
    bus,
    commit: (audiences) => Promise.resolve(feeds.commit(audiences)),
    feed: (agencyId) => Promise.resolve(feeds.of(agencyId)),
    reader: (agencyId) => {
      const reader = natsReader(nats.access(agencyId));
      readers.push(reader);
      return Promise.resolve(reader);
    },
    broker: { away: () => nats.kill(), back: () => nats.again(), wipe: () => nats.wipe() },
    answersWithinMs: 3_000,
    close: async () => {
      await Promise.all(readers.map((reader) => reader.die()));
      await bus.close();
    },
  };
});
