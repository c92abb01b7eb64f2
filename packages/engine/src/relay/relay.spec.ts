import { describe, expect, it } from '@jest/globals';
import { Office, handOver, take, takeOver } from '../../test/office.js';
import { DONG_HAI, HAI_AN } from '../../test/town.js';
import { MemoryBus } from '../memory/bus.js';
import type { Schedule } from '../memory/schedule.js';
import type { FeedItem } from '../ports/store.js';
import { Relay } from './relay.js';

function numbersAt(bus: MemoryBus, agency: typeof HAI_AN): readonly number[] {
  const numbers: number[] = [];
  for (let next = bus.pull(agency); next !== null; next = bus.pull(agency)) numbers.push(next.n);
  return numbers;
}

/** Five receptions, each its own batch. */
async function fiveBatches(office: Office): Promise<readonly (readonly FeedItem[])[]> {
  const { ledger, committed } = office.desk();
  for (let i = 0; i < 5; i++) await take(ledger);
  return committed;
}

const cursorOf = async (office: Office, agency = HAI_AN) => (await office.desk().store.relayCursors()).get(agency);

/** Refuses the publishes named, counted from 1: before they are taken, or after. */
function refusing(point: 'publish' | 'published', attempts: readonly number[]): Schedule {
  let reached = 0;
  return (step) => {
    if (step === point) reached += 1;
    return step === point && attempts.includes(reached) ? Promise.reject(new Error('no ack')) : Promise.resolve();
  };
}

describe('the relay', () => {
  it('hands a batch over after its commit and stores how far it came', async () => {
    const office = new Office();
    const { ledger, store, committed } = office.desk();
    await takeOver(ledger);
    const bus = new MemoryBus();
    const relay = new Relay({ store, bus });
    await handOver(relay, committed);
    expect(bus.pull(DONG_HAI)).toMatchObject({
      agencyId: DONG_HAI,
      epoch: 'epoch-1',
      n: 1,
      view: 'snapshot',
      event: { seq: 2 },
    });
    expect(numbersAt(bus, HAI_AN)).toEqual([1, 2, 3, 4]);
    expect(await cursorOf(office)).toEqual({ relayed: 4, last: 4 });
    expect(await relay.catchUp()).toBe(0);
  });

  it('stops its cursor before a batch the bus did not acknowledge, though later ones were', async () => {
    const office = new Office();
    const committed = await fiveBatches(office);
    const bus = new MemoryBus(refusing('publish', [3]));
    const { store } = office.desk();
    const relay = new Relay({ store, bus });
    await handOver(relay, committed);
    expect(numbersAt(bus, HAI_AN)).toEqual([1, 2, 4, 5]);
    expect(await cursorOf(office)).toEqual({ relayed: 2, last: 5 });
    expect(await relay.catchUp()).toBe(3);
    expect(numbersAt(bus, HAI_AN)).toEqual([3, 4, 5]);
    expect(await cursorOf(office)).toEqual({ relayed: 5, last: 5 });
  });

  it('takes a missing acknowledgement for doubt, not for failure: it sends again what had arrived', async () => {
    const office = new Office();
    const committed = await fiveBatches(office);
    const bus = new MemoryBus(refusing('published', [5]));
    const { store } = office.desk();
    const relay = new Relay({ store, bus });
    for (const batch of committed) relay.publish(batch);
    await relay.catchUp();
    expect(numbersAt(bus, HAI_AN)).toEqual([1, 2, 3, 4, 5, 5]);
  });

  it('sends from the stored cursor on after a crash: nothing is lost, what was not yet saved comes twice', async () => {
    const office = new Office();
    const committed = await fiveBatches(office);
    const bus = new MemoryBus();
    const crashing = office.desk().store;
    const relay = new Relay({ store: crashing, bus });
    await handOver(relay, committed.slice(0, 2));
    for (const batch of committed.slice(2, 4)) relay.publish(batch);
    await relay.settled();
    crashing.crash();
    const after = new Relay({ store: office.desk().store, bus });
    expect(await after.catchUp()).toBe(3);
    expect(numbersAt(bus, HAI_AN)).toEqual([1, 2, 3, 4, 3, 4, 5]);
    expect(await cursorOf(office)).toEqual({ relayed: 5, last: 5 });
  });

  it('cannot know what a broker took and forgot: the reader finds the gap and reads the feed', async () => {
    const office = new Office();
    const committed = await fiveBatches(office);
    const bus = new MemoryBus(undefined, ({ n }) => ({ copies: n === 2 ? 0 : 1, ahead: 0 }));
    const { store } = office.desk();
    const relay = new Relay({ store, bus });
    for (const batch of committed) relay.publish(batch);
    await relay.catchUp();
    expect(numbersAt(bus, HAI_AN)).toEqual([1, 3, 4, 5]);
    expect((await store.readFeed(HAI_AN, 1, 1)).map(({ n }) => n)).toEqual([2]);
  });

  it('leaves alone what another process is just handing over, and takes it up when that one stands still', async () => {
    const office = new Office();
    const busy = office.desk();
    const bus = new MemoryBus();
    const watching = new Relay({ store: office.desk().store, bus });
    expect(await watching.catchUp()).toBe(0);
    await take(busy.ledger);
    expect(await watching.catchUp()).toBe(0);
    expect(await watching.catchUp()).toBe(1);
    expect(numbersAt(bus, HAI_AN)).toEqual([1]);
  });

  it('shares the line with other processes: the mark rises over what each of them handed over', async () => {
    const office = new Office();
    const [one, two, three, four] = await fiveBatches(office);
    if (one === undefined || two === undefined || three === undefined || four === undefined)
      throw new Error('too few batches');
    const bus = new MemoryBus();
    const [left, right] = [
      new Relay({ store: office.desk().store, bus }),
      new Relay({ store: office.desk().store, bus }),
    ];
    right.publish(two);
    right.publish(four);
    await right.settled();
    await right.save();
    expect(await cursorOf(office)).toMatchObject({ relayed: 0 });
    left.publish(one);
    left.publish(three);
    await left.settled();
    await left.save();
    expect(await cursorOf(office)).toMatchObject({ relayed: 1 });
    expect(await right.catchUp()).toBe(3);
    expect(numbersAt(bus, HAI_AN)).toEqual([2, 4, 1, 3, 3, 4, 5]);
    expect(await cursorOf(office)).toMatchObject({ relayed: 5 });
  });

  it('reports a bus or a store that is away, to be called again', async () => {
    const office = new Office();
    await fiveBatches(office);
    const bus = new MemoryBus(refusing('publish', [1]));
    let asked = 0;
    const { store } = office.desk((step) =>
      step === 'feedEpoch' && ++asked === 1 ? Promise.reject(new Error('away')) : Promise.resolve(),
    );
    const relay = new Relay({ store, bus });
    await expect(relay.catchUp()).rejects.toThrow('away');
    await expect(relay.catchUp()).rejects.toThrow('no ack');
    expect(await relay.catchUp()).toBe(5);
    expect(await cursorOf(office)).toEqual({ relayed: 5, last: 5 });
  });
});
