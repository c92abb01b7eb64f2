import { expect, it } from '@jest/globals';
import type { Clock } from '@lien-thong/domain';
import type { StoreUnderTest } from './harness.js';
import { Gate, write } from './harness.js';
import { act, batch, dossierId, minute, opening, sampleClock } from './samples.js';

const withClock = (n: number, overrides: Partial<Clock>) => opening(n, { clocks: [sampleClock('legal', overrides)] });
const rungs = (warnAt: number | null, breachFiresAt: number | null): Partial<Clock> => ({
  warnAt: warnAt === null ? null : minute(warnAt),
  breachFiresAt: breachFiresAt === null ? null : minute(breachFiresAt),
});

const claimer = (current: () => StoreUnderTest) => (nowMinute: number, limit: number) =>
  current().store.transaction((tx) => tx.claimDue(nowMinute, limit));

export function dueClocks(current: () => StoreUnderTest): void {
  const claim = claimer(current);

  it('finds the dossiers with a rung due, the longest due first', async () => {
    const { store } = current();
    await write(
      store,
      batch([withClock(1, rungs(200, 300)), withClock(2, rungs(100, 300)), withClock(3, rungs(null, 301))]),
    );
    expect(await claim(99, 10)).toEqual([]);
    expect(await claim(100, 10)).toEqual([dossierId(2)]);
    expect(await claim(300, 10)).toEqual([dossierId(2), dossierId(1)]);
    expect(await claim(301, 2)).toEqual([dossierId(2), dossierId(1)]);
    expect(await store.nextDueMinute()).toBe(100);
  });

  it('leaves alone a clock that rests or has stopped in time, and one that has said all it had to say', async () => {
    const { store } = current();
    const paused = withClock(1, { ...rungs(null, null), status: 'paused' });
    const stopped = withClock(2, { ...rungs(null, 200), status: 'stopped', breached: true, kind: 'supplement' });
    const breached = withClock(3, { ...rungs(null, 200), breached: true });
    await write(store, batch([paused, stopped, breached]));
    expect(await claim(1000, 10)).toEqual([]);
    expect(await store.nextDueMinute()).toBeNull();
  });

  it('finds the breach of a stopped clock that only a correction brought to light', async () => {
    const { store } = current();
    await write(store, batch([withClock(1, { ...rungs(null, 200), status: 'stopped', runningSince: null })]));
    expect(await claim(199, 10)).toEqual([]);
    expect(await claim(200, 10)).toEqual([dossierId(1)]);
    expect(await store.nextDueMinute()).toBe(200);
  });
}

export function dueClocksOverTime(current: () => StoreUnderTest): void {
  const claim = claimer(current);

  it('goes on finding a supplement that has run out until it is closed', async () => {
    const { store } = current();
    await write(store, batch([withClock(1, { ...rungs(null, 200), kind: 'supplement', breached: true })]));
    expect(await claim(199, 10)).toEqual([]);
    expect(await claim(200, 10)).toEqual([dossierId(1)]);
  });

  it('does not find a rung again once it is written', async () => {
    const { store } = current();
    await write(store, batch([withClock(1, rungs(100, 300))]));
    await write(store, batch([act(1, 2, { clocks: [sampleClock('legal', { ...rungs(200, 300), warned: [50] })] })]));
    expect(await claim(199, 10)).toEqual([]);
    expect(await store.nextDueMinute()).toBe(200);
  });

  it('passes over what another sweep or a clerk holds', async () => {
    const { store, other } = current();
    await write(
      store,
      batch([withClock(1, rungs(100, 300)), withClock(2, rungs(101, 300)), withClock(3, rungs(102, 300))]),
    );
    const go = new Gate();
    const claimed = new Gate();
    const first = store.transaction(async (tx) => {
      const ids = [...(await tx.claimDue(200, 1)), ...(await tx.lockDossiers([dossierId(3)]))];
      claimed.open();
      await go.passed;
      return ids;
    });
    await claimed.passed;
    expect(await other.transaction((tx) => tx.claimDue(200, 10))).toEqual([dossierId(2)]);
    go.open();
    expect(await first).toEqual([dossierId(1), dossierId(3)]);
    expect(await claim(200, 10)).toEqual([dossierId(1), dossierId(2), dossierId(3)]);
  });
}
