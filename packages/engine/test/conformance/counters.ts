import { expect, it } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import type { BatchWrite, FeedFirsts } from '../../src/ports/store.js';
import type { StoreUnderTest } from './harness.js';
import { Gate, settles, write } from './harness.js';
import { DECIDER, RECEIVER, batch, dossierId, feedEntry, opening, sampleEvent } from './samples.js';

const COUNTER = { scope: 'H24.113', day: '261123' };

export function codeCounters(current: () => StoreUnderTest): void {
  it('gives every dossier its own number however many centres ask at once', async () => {
    const { store, other } = current();
    const takers = Array.from({ length: 20 }, (_, i) =>
      (i % 2 === 0 ? store : other).transaction((tx) => tx.takeCodes([{ ...COUNTER, count: 5 }])),
    );
    const firsts = (await Promise.all(takers)).map(([first]) => first ?? 0).sort((a, b) => a - b);
    expect(firsts).toEqual(Array.from({ length: 20 }, (_, i) => 1 + 5 * i));
  });

  it('counts each identifier and each day for itself and answers in the order asked', async () => {
    const { store } = current();
    const take = (requests: { scope: string; day: string; count: number }[]) =>
      store.transaction((tx) => tx.takeCodes(requests));
    await take([{ ...COUNTER, count: 3 }]);
    const requests = [
      { ...COUNTER, count: 1 },
      { ...COUNTER, day: '261124', count: 2 },
      { scope: 'TAM.H24.113', day: '261123', count: 1 },
    ];
    expect(await take(requests)).toEqual([4, 1, 1]);
    expect(await take(requests)).toEqual([5, 3, 2]);
  });

  it('goes on after 9999', async () => {
    const { store } = current();
    await store.transaction((tx) => tx.takeCodes([{ ...COUNTER, count: 9999 }]));
    expect(await store.transaction((tx) => tx.takeCodes([{ ...COUNTER, count: 2 }]))).toEqual([10_000]);
    expect(await store.transaction((tx) => tx.takeCodes([{ ...COUNTER, count: 1 }]))).toEqual([10_002]);
  });
}

/** Dossier `n` received, and told to agencies as often as they are named. */
const told = (n: number, ...agencies: readonly AgencyId[]): BatchWrite =>
  batch([opening(n)], { feed: agencies.map((agencyId) => feedEntry(n, { agencyId, seq: 1 })) });

const firstOf = (firsts: FeedFirsts): readonly (number | undefined)[] => [firsts.get(RECEIVER), firsts.get(DECIDER)];

export function feedNumbers(current: () => StoreUnderTest): void {
  it('numbers the entries of each agency from one, in the order they were given', async () => {
    const { store } = current();
    expect(firstOf(await write(store, told(1, DECIDER, RECEIVER, DECIDER)))).toEqual([1, 1]);
    expect(firstOf(await write(store, told(2, RECEIVER, DECIDER)))).toEqual([2, 3]);
    const numbers = async (agencyId: AgencyId) =>
      (await store.readFeed(agencyId, 0, 10)).map(({ n, dossierId: id }) => `${n}:${id}`);
    expect(await numbers(RECEIVER)).toEqual([`1:${dossierId(1)}`, `2:${dossierId(2)}`]);
    expect(await numbers(DECIDER)).toEqual([`1:${dossierId(1)}`, `2:${dossierId(1)}`, `3:${dossierId(2)}`]);
  });

  it('tells where a feed goes on with the answer to the commit, whether or not the work waited for it', async () => {
    const { store } = current();
    const unawaited = await store.transaction((tx) => Promise.resolve({ firsts: tx.write(told(1, RECEIVER)) }));
    expect(firstOf(await unawaited.firsts)).toEqual([1, undefined]);
  });

  it('leaves no gap in a feed when a transaction fails', async () => {
    const { store } = current();
    expect(firstOf(await write(store, told(1, RECEIVER, RECEIVER)))).toEqual([1, undefined]);
    const failing = store.transaction(async (tx) => {
      await tx.write(told(2, RECEIVER, RECEIVER, RECEIVER));
      throw new Error('planned');
    });
    await expect(failing).rejects.toThrow('planned');
    expect(firstOf(await write(store, told(3, RECEIVER)))).toEqual([3, undefined]);
  });

  it('gives the later number only when the earlier one is committed', async () => {
    const { store, other, pause } = current();
    const [go, taken] = [new Gate(), new Gate()];
    const first = store.transaction(async (tx) => {
      const numbers = await tx.write(told(1, RECEIVER));
      taken.open();
      await go.passed;
      return numbers;
    });
    await taken.passed;
    const second = write(other, told(2, DECIDER, RECEIVER));
    expect(await settles(second, pause)).toBe(false);
    go.open();
    expect(firstOf(await first)).toEqual([1, undefined]);
    expect(firstOf(await second)).toEqual([2, 1]);
  });
}

export function feedReading(current: () => StoreUnderTest): void {
  it('reads a feed onwards from a number, with its events, in order', async () => {
    const { store } = current();
    const entry = (seq: number) => feedEntry(1, { agencyId: RECEIVER, seq });
    const feed = [entry(1), { ...entry(2), view: 'part' as const }, entry(3)];
    await write(store, batch([opening(1, { events: [1, 2, 3].map((seq) => sampleEvent(1, seq)) })], { feed }));
    const page = await store.readFeed(RECEIVER, 1, 1);
    expect(page).toEqual([{ ...entry(2), n: 2, view: 'part', event: sampleEvent(1, 2) }]);
    expect((await store.readFeed(RECEIVER, 0, 10)).map(({ n, event }) => `${n}:${event.seq}`)).toEqual([
      '1:1',
      '2:2',
      '3:3',
    ]);
    expect(await store.readFeed(RECEIVER, 3, 10)).toEqual([]);
    expect(await store.readFeed(DECIDER, 0, 10)).toEqual([]);
  });

  it('keeps the place each agency was relayed to and never moves it back', async () => {
    const { store, other } = current();
    await write(store, told(1, ...Array.from({ length: 9 }, () => RECEIVER)));
    expect((await store.relayCursors()).get(RECEIVER)).toEqual({ relayed: 0, last: 9 });
    await store.advanceRelayCursors([{ agencyId: RECEIVER, relayed: 6 }]);
    await other.advanceRelayCursors([{ agencyId: RECEIVER, relayed: 4 }]);
    expect((await other.relayCursors()).get(RECEIVER)).toEqual({ relayed: 6, last: 9 });
    expect((await other.relayCursors()).get(DECIDER)).toBeUndefined();
  });

  it('names its line of feed numbers the same way to everybody', async () => {
    const { store, other } = current();
    const epoch = await store.feedEpoch();
    expect(epoch).not.toBe('');
    await write(store, batch([opening(1)]));
    expect(await other.feedEpoch()).toBe(epoch);
  });
}
