import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/ports/bus.js';
import { Inbox } from '../../src/feed/inbox.js';
import { publishUntilTaken, readAll } from './bus-harness.js';
import type { Addressee, BusUnderTest, MakeBus, Read } from './bus-harness.js';
import { DECIDER, RECEIVER } from './samples.js';

export type { BusReader, Read } from './bus-harness.js';

const receiver: Addressee = { agencyId: RECEIVER, view: 'full' };
const decider: Addressee = { agencyId: DECIDER, view: 'snapshot' };

const times = (count: number, audience: readonly Addressee[]) => Array.from({ length: count }, () => audience);
const placeOf = ({ epoch, n, view }: Pick<Delivery, 'epoch' | 'n' | 'view'>) => ({ epoch, n, view });
const numbers = (reads: readonly Pick<Read, 'n'>[]) => reads.map(({ n }) => n);
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
const of = (agencyId: string, deliveries: readonly Delivery[]) =>
  deliveries.filter((delivery) => delivery.agencyId === agencyId);

/** The one suite every `Bus` passes: memory here, Postgres and NATS in apps/routing. `makeBus` gives an exchange without a fact in it. */
export function busConformance(name: string, makeBus: MakeBus): void {
  describe(`the ${name} bus`, () => {
    let underTest: BusUnderTest | null = null;
    const current = (): BusUnderTest => {
      if (underTest === null) throw new Error('asked for the bus outside a test');
      return underTest;
    };
    beforeEach(async () => {
      underTest = await makeBus();
    }, 60_000);
    afterEach(async () => {
      await underTest?.close();
      underTest = null;
    }, 60_000);
    describe('hands over', () => handsOver(current));
    describe('hands over again', () => handsOverAgain(current));
    describe('when the broker is not there', () => withoutBroker(current));
  });
}

function handsOver(current: () => BusUnderTest): void {
  it('every fact to its addressees alone, in the order of their feeds, with what each may see', async () => {
    const { bus, commit, reader } = current();
    const published = await commit([[receiver], [receiver, decider], [decider], [receiver]]);
    await bus.publish(published);
    for (const { agencyId } of [receiver, decider]) {
      const reads = await readAll(await reader(agencyId));
      const mine = of(agencyId, published);
      expect(reads.map(placeOf)).toEqual(mine.map(placeOf));
      expect(reads.map(({ eventId, dossierId, seq }) => ({ eventId, dossierId, seq }))).toEqual(
        mine.map(({ event }) => ({ eventId: event.id, dossierId: event.dossierId, seq: event.seq })),
      );
    }
  });

  it('batches in the order in which they were published, though nobody waited between them', async () => {
    const { bus, commit, reader } = current();
    const published = await commit(times(200, [receiver]));
    const batches = Array.from({ length: 20 }, (_, i) => published.slice(10 * i, 10 * i + 10));
    await Promise.all(batches.map((batch) => bus.publish(batch)));
    expect(numbers(await readAll(await reader(RECEIVER)))).toEqual(upTo(200));
  });

  it('a batch larger than what may be unanswered at a time', async () => {
    const { bus, commit, reader } = current();
    await bus.publish(await commit(times(5_000, [receiver])));
    expect(numbers(await readAll(await reader(RECEIVER)))).toEqual(upTo(5_000));
  }, 60_000);

  it('to a reader who waits already', async () => {
    const { bus, commit, reader } = current();
    const waiting = await reader(DECIDER);
    const read = waiting.next(10_000);
    await bus.publish(await commit([[decider]]));
    expect(await read).toMatchObject({ n: 1, view: 'snapshot' });
  });

  it('to one agency, however much another one leaves lying', async () => {
    const { bus, commit, reader } = current();
    await bus.publish(await commit(times(3_000, [receiver])));
    const idle = await reader(RECEIVER);
    expect((await idle.next(5_000))?.n).toBe(1);
    await bus.publish(await commit([[decider]]));
    expect((await (await reader(DECIDER)).next(2_000))?.n).toBe(1);
  }, 60_000);

  it('nothing, when there is nothing', async () => {
    const { bus, reader } = current();
    await bus.publish([]);
    expect(await (await reader(RECEIVER)).next(200)).toBeNull();
  });
}

function handsOverAgain(current: () => BusUnderTest): void {
  it('what a reader did not acknowledge before he died, and not what he did', async () => {
    const { bus, commit, reader } = current();
    await bus.publish(await commit(times(2, [receiver])));
    await bus.publish(await commit(times(3, [receiver])));
    const first = await reader(RECEIVER);
    for (const n of [1, 2, 3]) {
      const read = await first.next(5_000);
      expect(read?.n).toBe(n);
      if (n < 3) await read?.ack();
    }
    await first.die();
    const second = await readAll(await reader(RECEIVER), 3_000);
    expect([...new Set(numbers(second))].toSorted((a, b) => a - b)).toEqual([3, 4, 5]);
  }, 30_000);

  it('nothing to a reader who acknowledged and died before he applied: his feed still has it', async () => {
    const { bus, commit, reader, feed } = current();
    await bus.publish(await commit([[receiver]]));
    const first = await reader(RECEIVER);
    await (await first.next(5_000))?.ack();
    await first.die();
    expect(await (await reader(RECEIVER)).next(1_000)).toBeNull();
    expect(numbers(await feed(RECEIVER))).toEqual([1]);
  });

  it.each([
    ['what is published a second time', [20, 20]],
    ['what is published a second time and cut otherwise', [7, 13, 12, 8, 20, 3, 17]],
  ] as const)('%s, so that a reader with an inbox applies it once', async (_what, sizes) => {
    const { bus, commit, reader } = current();
    const published = await commit(times(20, [receiver]));
    let from = 0;
    for (const size of sizes) {
      await bus.publish(published.slice(from, from + size));
      from = (from + size) % 20;
    }
    expect(numbers(appliedOnce(published, await readAll(await reader(RECEIVER))))).toEqual(upTo(20));
  });
}

/** What a reader with an inbox applies of what he read. */
function appliedOnce(published: readonly Delivery[], reads: readonly Read[]): readonly { readonly n: number }[] {
  const inbox = new Inbox();
  const byId = new Map(published.map((delivery) => [delivery.event.id, delivery]));
  return reads.flatMap(({ eventId }) => {
    const delivery = byId.get(eventId);
    return delivery === undefined ? [] : inbox.receive(delivery).apply;
  });
}

function withoutBroker(current: () => BusUnderTest): void {
  const broker = () => current().broker;

  it('says so in time, and flows again by itself when it is back', async () => {
    const { bus, commit, reader, answersWithinMs } = current();
    if (broker() === null) return expect(await bus.publish([])).toBeUndefined();
    await bus.publish(await commit([[receiver]]));
    await broker()?.away();
    const late = await commit([[receiver]]);
    const begun = Date.now();
    await expect(bus.publish(late)).rejects.toThrow();
    expect(Date.now() - begun).toBeLessThan(answersWithinMs);
    await broker()?.back();
    await publishUntilTaken(bus, late);
    expect([...new Set(numbers(await readAll(await reader(RECEIVER))))]).toEqual([1, 2]);
  }, 60_000);

  it('and came back empty: what is published from then on arrives, and the feed has what was lost', async () => {
    const { bus, commit, reader, feed } = current();
    await bus.publish(await commit(times(3, [receiver])));
    await broker()?.wipe();
    await publishUntilTaken(bus, await commit([[receiver]]));
    expect(numbers(await readAll(await reader(RECEIVER))).at(-1)).toBe(4);
    expect(numbers(await feed(RECEIVER))).toEqual([1, 2, 3, 4]);
  }, 60_000);

  it('and wiped while a reader waits: he goes on reading', async () => {
    const { bus, commit, reader } = current();
    const waiting = await reader(RECEIVER);
    await bus.publish(await commit([[receiver]]));
    await (await waiting.next(5_000))?.ack();
    await broker()?.wipe();
    await publishUntilTaken(bus, await commit([[receiver]]));
    expect((await waiting.next(20_000))?.n).toBe(2);
  }, 60_000);

  it('because it was closed: nothing is taken any more', async () => {
    const { bus, commit } = current();
    const published = await commit([[receiver]]);
    await bus.close();
    await expect(bus.publish(published)).rejects.toThrow();
  });
}
