import { expect, it } from '@jest/globals';
import type { Store } from '../../src/ports/store.js';
import type { StoreUnderTest } from './harness.js';
import { Gate, loaded, settles, write } from './harness.js';
import {
  RECEIVER,
  act,
  batch,
  codeOf,
  dossierId,
  feedEntry,
  opening,
  sampleAnswer,
  sampleDossier,
  sampleEvent,
} from './samples.js';

async function isEmpty(store: Store): Promise<boolean> {
  const key = { agencyId: RECEIVER, key: 'k-1' };
  const inside = await store.transaction(async (tx) => {
    const files = await tx.load([dossierId(1), dossierId(2)]);
    const answers = await tx.loadAnswers([key]);
    return files.size + answers.length;
  });
  const feed = await store.readFeed(RECEIVER, 0, 10);
  return inside + feed.length === 0 && (await store.dossierIdOf(codeOf(1))) === null;
}

export function atomicity(current: () => StoreUnderTest): void {
  it('keeps nothing of a batch whose transaction fails after the write', async () => {
    const { store } = current();
    const failing = store.transaction(async (tx) => {
      await tx.write(
        batch([opening(1)], {
          answers: [sampleAnswer(1, 'k-1')],
          feed: [feedEntry(1, { agencyId: RECEIVER, seq: 1 })],
          privates: [{ dossierId: dossierId(1), payload: { sealed: 'c2VhbGVk' } }],
        }),
      );
      throw new Error('planned');
    });
    await expect(failing).rejects.toThrow('planned');
    expect(await isEmpty(store)).toBe(true);
  });

  it('keeps nothing of a batch one row of which cannot be', async () => {
    const { store } = current();
    const twice = { ...opening(2), events: [sampleEvent(2, 1), sampleEvent(2, 1, { id: sampleEvent(9, 1).id })] };
    await expect(write(store, batch([opening(1), twice]))).rejects.toThrow();
    expect(await isEmpty(store)).toBe(true);
  });

  it('shows nobody what has not been committed', async () => {
    const { store, other } = current();
    const go = new Gate();
    const written = new Gate();
    const first = store.transaction(async (tx) => {
      await tx.write(batch([opening(1)]));
      written.open();
      await go.passed;
    });
    await written.passed;
    expect(await isEmpty(other)).toBe(true);
    go.open();
    await first;
    expect((await loaded(other, dossierId(1))).file.dossier.code).toBe(codeOf(1));
  });
}

export function uniqueness(current: () => StoreUnderTest): void {
  it('refuses a second event at one place of a journal', async () => {
    const { store } = current();
    await write(store, batch([opening(1)]));
    const again = act(1, 1, { events: [sampleEvent(1, 1, { id: sampleEvent(9, 1).id })] });
    await expect(write(store, batch([again]))).rejects.toThrow();
  });

  it('refuses an event id that another dossier has', async () => {
    const { store } = current();
    await write(store, batch([opening(1)]));
    const stolen = opening(2, { events: [sampleEvent(2, 1, { id: sampleEvent(1, 1).id })] });
    await expect(write(store, batch([stolen]))).rejects.toThrow();
  });

  it('refuses a dossier that is there and a code that is taken', async () => {
    const { store } = current();
    await write(store, batch([opening(1)]));
    await expect(write(store, batch([opening(1, { events: [sampleEvent(1, 2)] })]))).rejects.toThrow();
    const sameCode = opening(2, { dossier: sampleDossier(2, { code: codeOf(1) }) });
    await expect(write(store, batch([sameCode]))).rejects.toThrow();
  });

  it('refuses a second answer under one key', async () => {
    const { store } = current();
    await write(store, batch([opening(1)], { answers: [sampleAnswer(1, 'k-1')] }));
    await expect(write(store, batch([opening(2)], { answers: [sampleAnswer(2, 'k-1')] }))).rejects.toThrow();
  });
}

export function uniquenessUnderWay(current: () => StoreUnderTest): void {
  for (const ends of ['commits', 'fails'] as const) {
    it(`makes who writes what another transaction has written wait until that one ${ends}`, async () => {
      const { store, other, pause } = current();
      const [go, written] = [new Gate(), new Gate()];
      const first = store.transaction(async (tx) => {
        await tx.write(batch([opening(1)]));
        written.open();
        await go.passed;
        if (ends === 'fails') throw new Error('planned');
      });
      await written.passed;
      const second = write(other, batch([opening(1)]));
      expect(await settles(second, pause)).toBe(false);
      go.open();
      const outcomes = await Promise.allSettled([first, second]);
      const expected = ends === 'commits' ? ['fulfilled', 'rejected'] : ['rejected', 'fulfilled'];
      expect(outcomes.map(({ status }) => status)).toEqual(expected);
      expect((await loaded(store, dossierId(1))).file.dossier.seq).toBe(1);
    });
  }
}
