import { expect, it } from '@jest/globals';
import type { StoreUnderTest } from './harness.js';
import { Gate, settles, write } from './harness.js';
import { RECEIVER, DECIDER, act, batch, dossierId, minute, opening, sampleClock } from './samples.js';

const ID = dossierId(1);

/** Holds the dossier in a transaction that writes its second act and goes on when told. */
function actSlowly({ store }: StoreUnderTest, go: Promise<void>): { done: Promise<void>; locked: Promise<void> } {
  const locked = new Gate();
  const done = store.transaction(async (tx) => {
    await tx.lockDossiers([ID]);
    locked.open();
    await go;
    await tx.write(batch([act(1, 2, { clocks: [sampleClock('legal', { used: 99, warnAt: minute(29_934_500) })] })]));
  });
  return { done, locked: locked.passed };
}

export function dossierLocks(current: () => StoreUnderTest): void {
  it('makes the second clerk wait for the dossier the first one holds', async () => {
    const { store, other, pause } = current();
    await write(store, batch([opening(1)]));
    const go = new Gate();
    const first = actSlowly(current(), go.passed);
    await first.locked;
    const second = other.transaction((tx) => tx.lockDossiers([ID]));
    expect(await settles(second, pause)).toBe(false);
    go.open();
    await first.done;
    expect(await second).toEqual([ID]);
  });

  it('never shows the dossier of after the wait with the clocks of before it', async () => {
    const { store, other, pause } = current();
    await write(store, batch([opening(1)]));
    const go = new Gate();
    const first = actSlowly(current(), go.passed);
    await first.locked;
    const second = other.transaction(async (tx) => {
      // Not awaited one by one: a batch is pipelined just so.
      const [, files] = await Promise.all([tx.lockDossiers([ID]), tx.load([ID])]);
      return files.get(ID)?.file;
    });
    expect(await settles(second, pause)).toBe(false);
    go.open();
    await first.done;
    const file = await second;
    expect(file?.dossier.version).toBe(2);
    expect(file?.clocks.map(({ used }) => used)).toEqual([99]);
  });

  it('locks what exists and leaves out what does not', async () => {
    const { store } = current();
    await write(store, batch([opening(1)]));
    expect(await store.transaction((tx) => tx.lockDossiers([ID, dossierId(2)]))).toEqual([ID]);
  });

  it('frees the dossier when the transaction that holds it fails', async () => {
    const { store, other } = current();
    await write(store, batch([opening(1)]));
    const failing = store.transaction(async (tx) => {
      await tx.lockDossiers([ID]);
      throw new Error('planned');
    });
    await expect(failing).rejects.toThrow('planned');
    expect(await other.transaction((tx) => tx.lockDossiers([ID]))).toEqual([ID]);
  });
}

export function keyLocks(current: () => StoreUnderTest): void {
  it('makes an equal command key wait until the first transaction has ended', async () => {
    const { store, other, pause } = current();
    const go = new Gate();
    const key = { agencyId: RECEIVER, key: 'k-1' };
    const held = new Gate();
    const first = store.transaction(async (tx) => {
      await tx.lockKeys([key]);
      held.open();
      await go.passed;
    });
    await held.passed;
    const second = other.transaction((tx) => tx.lockKeys([key]));
    expect(await settles(second, pause)).toBe(false);
    go.open();
    await Promise.all([first, second]);
  });

  it('lets another key, and the same key of another agency, pass', async () => {
    const { store, other } = current();
    const go = new Gate();
    const held = new Gate();
    const first = store.transaction(async (tx) => {
      await tx.lockKeys([{ agencyId: RECEIVER, key: 'k-1' }]);
      held.open();
      await go.passed;
    });
    await held.passed;
    await other.transaction((tx) =>
      tx.lockKeys([
        { agencyId: DECIDER, key: 'k-1' },
        { agencyId: RECEIVER, key: 'k-2' },
      ]),
    );
    go.open();
    await first;
  });

  it('runs the calls of one transaction in the order they were made', async () => {
    const { store } = current();
    const seen = await store.transaction(async (tx) => {
      const written = tx.write(batch([opening(1)]));
      const [, files] = await Promise.all([written, tx.load([ID])]);
      return files.get(ID)?.file.dossier.id;
    });
    expect(seen).toBe(ID);
  });
}
