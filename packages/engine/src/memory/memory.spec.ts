import { describe, expect, it } from '@jest/globals';
import { act, batch, dossierId, opening, sampleClock } from '../../test/conformance/samples.js';
import { Gate, settles } from '../../test/conformance/harness.js';
import { vn } from '../../test/town.js';
import { MemoryBus } from './bus.js';
import { SteppedClock } from './clock.js';
import { MemoryDatabase } from './database.js';
import { CountingIds } from './ids.js';
import { Deadlock } from './locks.js';
import { MemoryStore } from './store.js';

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the memory store', () => {
  it('ends a circle of transactions that wait for each other, as a database does', async () => {
    const database = new MemoryDatabase();
    const store = new MemoryStore(database);
    await store.transaction((tx) => tx.write(batch([opening(1), opening(2)])));
    const [oneHolds, twoHolds] = [new Gate(), new Gate()];
    const one = store.transaction(async (tx) => {
      await tx.lockDossiers([dossierId(1)]);
      oneHolds.open();
      await twoHolds.passed;
      await tx.lockDossiers([dossierId(2)]);
    });
    const two = store.transaction(async (tx) => {
      await oneHolds.passed;
      await tx.lockDossiers([dossierId(2)]);
      twoHolds.open();
      await pause();
      await tx.lockDossiers([dossierId(1)]);
    });
    await expect(two).rejects.toBeInstanceOf(Deadlock);
    await one;
  });

  it('shows what a store would see that locked and loaded in one statement: the new dossier with its old clocks', async () => {
    const database = new MemoryDatabase();
    const store = new MemoryStore(database);
    await store.transaction((tx) => tx.write(batch([opening(1)])));
    const [held, go] = [new Gate(), new Gate()];
    const first = store.transaction(async (tx) => {
      await tx.lockDossiers([dossierId(1)]);
      held.open();
      await go.passed;
      await tx.write(batch([act(1, 2, { clocks: [sampleClock('legal', { used: 99 })] })]));
    });
    await held.passed;
    const second = store.transaction(async (tx) => {
      // One statement has one snapshot, taken before the wait; only the row it waited for is read again after it.
      const before = await tx.load([dossierId(1)]);
      await tx.lockDossiers([dossierId(1)]);
      const after = await tx.load([dossierId(1)]);
      return [after.get(dossierId(1))?.file.dossier.version, before.get(dossierId(1))?.file.clocks[0]?.used];
    });
    await pause();
    go.open();
    await first;
    expect(await second).toEqual([2, 0]);
  });

  it('fails every statement after one that has failed, until the transaction ends', async () => {
    const store = new MemoryStore(new MemoryDatabase());
    const outcomes = await store
      .transaction(async (tx) => {
        const statements = [tx.write(batch([opening(1), opening(1)])), tx.load([dossierId(1)]), tx.loadAnswers([])];
        return Promise.allSettled<unknown>(statements);
      })
      .catch(() => 'rolled back');
    expect(outcomes).toBe('rolled back');
  });

  it('loses a process that crashes, frees what it held, and answers nothing it was asked', async () => {
    const database = new MemoryDatabase();
    const crashing = new MemoryStore(database);
    const other = new MemoryStore(database);
    await other.transaction((tx) => tx.write(batch([opening(1)])));
    const held = new Gate();
    const lost = crashing.transaction(async (tx) => {
      await tx.lockDossiers([dossierId(1)]);
      await tx.write(batch([opening(2)]));
      held.open();
      await tx.load([dossierId(1)]);
      await pause();
      await tx.load([dossierId(1)]);
    });
    await held.passed;
    crashing.crash();
    expect(await other.transaction((tx) => tx.lockDossiers([dossierId(1)]))).toEqual([dossierId(1)]);
    expect(await settles(lost, pause)).toBe(false);
    expect(await settles(crashing.feedEpoch(), pause)).toBe(false);
    expect(database.dossiers.has(dossierId(2))).toBe(false);
  });

  it('crashes on either side of the commit', async () => {
    for (const [point, there] of [
      ['commit', false],
      ['committed', true],
    ] as const) {
      const database = new MemoryDatabase();
      const store: MemoryStore = new MemoryStore(database, async (step) => {
        if (step === point) store.crash();
        await pause();
      });
      expect(
        await settles(
          store.transaction((tx) => tx.write(batch([opening(1)]))),
          async () => {
            for (let turn = 0; turn < 10; turn++) await pause();
          },
        ),
      ).toBe(false);
      expect(database.dossiers.has(dossierId(1))).toBe(there);
    }
  });
});

describe('the stepped clock', () => {
  it('stands still, goes on when told, and never back', () => {
    const clock = new SteppedClock(vn('2026-11-23 09:00'));
    const fast = clock.skewed(() => 60_000);
    expect(clock.now()).toBe(vn('2026-11-23 09:00'));
    clock.advance(30_000);
    clock.advanceTo(vn('2026-11-23 09:01'));
    clock.advanceTo(vn('2026-11-22 09:00'));
    expect([clock.now(), fast.now()]).toEqual([vn('2026-11-23 09:01'), vn('2026-11-23 09:02')]);
    expect(() => clock.advance(-1)).toThrow(RangeError);
  });
});

describe('counted ids', () => {
  it('differ within a process and between processes, and are the same in every run', () => {
    const [one, two] = [new CountingIds(1), new CountingIds(2)];
    expect([one.next(), one.next(), two.next()]).toEqual([
      '00000000-0001-7000-8000-000000000001',
      '00000000-0002-7000-8000-000000000001',
      '00000000-0001-7000-8000-000000000002',
    ]);
  });
});

describe('the memory bus', () => {
  it('duplicates, forgets and reorders as it is told, and can be wiped', async () => {
    const fates = [
      { copies: 2, ahead: 0 },
      { copies: 0, ahead: 0 },
      { copies: 1, ahead: 1 },
    ];
    const bus = new MemoryBus(undefined, ({ n }) => fates[n - 1] ?? { copies: 1, ahead: 0 });
    const delivery = (n: number) => ({ agencyId: 'hai-an', epoch: 'one', n, view: 'full', event: {} }) as never;
    await bus.publish([delivery(1), delivery(2), delivery(3), delivery(4)]);
    const agency = 'hai-an' as never;
    expect([bus.waiting(agency), bus.taken]).toEqual([4, 4]);
    expect([bus.pull(agency)?.n, bus.pull(agency)?.n, bus.pull(agency)?.n]).toEqual([1, 3, 1]);
    bus.wipe();
    expect(bus.pull(agency)).toBeNull();
  });
});
