/** What a broker can do to us: refuse, stall, be full, be half there. Every publish is answered in time, and nothing taken is dropped. */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import type { Delivery } from '@lien-thong/engine';
import { until } from '../../../../infra/testing/until.js';
import { NatsInbox } from '../../../../packages/client/src/node/nats/index.js';
import { readAll } from '../../../../packages/engine/test/conformance/bus-harness.js';
import { SampleFeeds } from '../../../../packages/engine/test/conformance/bus-facts.js';
import type { NatsBus } from '../../src/bus/nats-bus.js';
import { natsReader } from './nats-reader.js';
import { TEST_TOPOLOGY, TestNats } from './test-nats.js';

const A = 'hai-an' as AgencyId;
const KIBIBYTE = 1024;

let nats: TestNats;
let feeds: SampleFeeds;
const open: { close: () => Promise<void> }[] = [];

beforeAll(async () => {
  nats = await TestNats.start([A]);
}, 30_000);
afterAll(() => nats.close());
beforeEach(async () => {
  await nats.wipe();
  feeds = new SampleFeeds('epoch-1');
}, 30_000);
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function busOf(options: Parameters<TestNats['bus']>[0] = {}): Promise<NatsBus> {
  const bus = nats.bus(options);
  open.push(bus);
  await until(() => bus.state().connected);
  return bus;
}
const facts = (count: number): readonly Delivery[] =>
  feeds.commit(Array.from({ length: count }, () => [{ agencyId: A, view: 'full' as const }]));
const readNumbers = async () => {
  const reader = natsReader(nats.access(A));
  try {
    return (await readAll(reader)).map(({ n }) => n);
  } finally {
    await reader.die();
  }
};
async function tried(work: Promise<unknown>): Promise<{ readonly refused: boolean; readonly why: string }> {
  return work.then(
    () => ({ refused: false, why: '' }),
    (fault: unknown) => ({ refused: true, why: fault instanceof Error ? fault.message : String(fault) }),
  );
}

describe('a stream that is full', () => {
  it('refuses what would go beyond its limit, and keeps everything it took', async () => {
    const topology = { ...TEST_TOPOLOGY, maxBytes: 64 * KIBIBYTE };
    const bus = await busOf({ topology });
    const taken: Delivery[] = [];
    for (let refused = false; !refused;) {
      const batch = facts(5);
      refused = (await tried(bus.publish(batch))).refused;
      if (!refused) taken.push(...batch);
      expect(taken.length).toBeLessThan(1_000);
    }
    expect(bus.state().refused).toBe(5);
    await bus.look();
    expect(bus.state().bytes).toBeGreaterThan(0.7 * topology.maxBytes);
    const numbers = await readNumbers();
    expect(numbers.slice(0, taken.length)).toEqual(taken.map(({ n }) => n));
  });
});

describe('a broker that stands still', () => {
  it('lets no publish wait beyond its time, and no number of them fill the memory', async () => {
    const bus = await busOf({ publishWithinMs: 1_000 });
    process.kill(nats.pid, 'SIGSTOP');
    try {
      const attempts = Array.from({ length: 1_000 }, () => tried(bus.publish(facts(20))));
      const answers = await Promise.all(attempts);
      expect(answers.every(({ refused }) => refused)).toBe(true);
      // Beyond so many that wait, the rest is refused at once.
      expect(answers.filter(({ why }) => why === 'the broker is too slow').length).toBeGreaterThan(100);
    } finally {
      process.kill(nats.pid, 'SIGCONT');
    }
    const last = facts(1);
    await until(async () => !(await tried(bus.publish(last))).refused);
  }, 60_000);
});

describe('something that takes the connection and says nothing', () => {
  it('is given up by the hub and by the reader, who go on trying', async () => {
    const sockets: Socket[] = [];
    const dead = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve));
    const url = `nats://127.0.0.1:${(dead.address() as AddressInfo).port}`;
    const reasons: string[] = [];
    const bus = nats.bus({
      where: { servers: [url], password: 'x', caFile: null },
      onDown: (reason) => reasons.push(reason),
    });
    const troubles: string[] = [];
    const inbox = NatsInbox.open({ ...nats.access(A), url, onTrouble: (reason) => troubles.push(reason) });
    expect(await tried(bus.publish(facts(1)))).toEqual({ refused: true, why: 'the broker is away' });
    await until(() => sockets.length >= 4, 20_000);
    expect(reasons.length).toBeGreaterThan(0);
    expect(troubles.length).toBeGreaterThan(0);
    await Promise.all([bus.close(), inbox.close()]);
    for (const socket of sockets) socket.destroy();
    dead.close();
  }, 60_000);
});

describe('a message that fits nowhere', () => {
  it('is left out, so that what comes behind it is not held up for ever', async () => {
    const bus = await busOf();
    const [small, large, next] = facts(3);
    if (small === undefined || large === undefined || next === undefined)
      throw new Error('three facts were to be made');
    const data = { officerId: 'x'.repeat(300 * KIBIBYTE) };
    const huge = { ...large, event: { ...large.event, data } } as unknown as Delivery;
    await bus.publish([small, huge, next]);
    expect(bus.state().tooLarge).toBe(1);
    expect(await readNumbers()).toEqual([1, 3]);
  });
});

describe('a stream that is deleted while the broker runs', () => {
  it('is made again by the first publish that finds none, and the relay is told that everything is gone', async () => {
    let made = 0;
    const bus = await busOf({ onStreamMade: () => (made += 1) });
    await bus.publish(facts(3));
    expect(made).toBe(1);
    await nats.deleteStream();
    const last = facts(1);
    await until(async () => !(await tried(bus.publish(last))).refused);
    expect(made).toBe(2);
    expect(await readNumbers()).toEqual([4]);
  });

  it('with a consumer alone gone, it is made again by the next look', async () => {
    const bus = await busOf();
    await bus.publish(facts(2));
    await nats.deleteConsumer(A);
    await bus.look();
    expect(await readNumbers()).toEqual([1, 2]);
  });
});

describe('a reader', () => {
  it('is told of each connection, the first and every further one, and of what is wrong', async () => {
    const bus = await busOf();
    let connections = 0;
    const troubles: string[] = [];
    const inbox = NatsInbox.open({
      ...nats.access(A),
      onConnected: () => (connections += 1),
      onTrouble: (reason) => troubles.push(reason),
    });
    open.push(inbox);
    await until(() => connections === 1);
    for (let cut = 2; cut < 5; cut++) {
      await nats.kill();
      await until(() => !inbox.connected);
      await nats.again();
      await until(() => connections === cut);
    }
    expect(troubles.length).toBeGreaterThan(2);
    const batch = facts(1);
    await until(async () => !(await tried(bus.publish(batch))).refused);
    const messages = inbox[Symbol.asyncIterator]();
    expect((await messages.next()).done).toBe(false);
  }, 60_000);

  it('with a password that is none is refused, and let in when the password becomes right', async () => {
    const bus = await busOf();
    await bus.publish(facts(1));
    nats.admit([]);
    const troubles: string[] = [];
    const inbox = NatsInbox.open({ ...nats.access(A), onTrouble: (reason) => troubles.push(reason) });
    open.push(inbox);
    await until(() => troubles.some((reason) => /authoriz/i.test(reason)));
    nats.admit([A]);
    const step = await inbox[Symbol.asyncIterator]().next();
    expect(step.done).toBe(false);
  }, 30_000);

  it('may say not yet, and gets the message again', async () => {
    const bus = await busOf();
    await bus.publish(facts(1));
    const inbox = NatsInbox.open(nats.access(A));
    open.push(inbox);
    const messages = inbox[Symbol.asyncIterator]();
    const first = await messages.next();
    if (first.done !== true) first.value.nak(200);
    const second = await messages.next();
    expect(second.done === true ? 0 : second.value.deliveries).toBe(2);
    if (second.done !== true) second.value.ack();
  }, 30_000);
});
