import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LoadedDossier, Store } from '@lien-thong/engine';
import type { DossierId } from '@lien-thong/domain';
import {
  act,
  batch,
  dossierId,
  opening,
  sampleClock,
  sampleSegment,
} from '../../../../packages/engine/test/conformance/samples.js';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { KnownDossiers } from './known-dossiers.js';
import { PostgresStore } from './postgres-store.js';

let opened: Opened;
let used = 0;
let n = 0;
let id: DossierId;
/** Two processes over one database. */
let store: PostgresStore;
let other: PostgresStore;

beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());
beforeEach(() => {
  n = used += 1;
  id = dossierId(n);
  store = new PostgresStore(opened.app, opened.ring);
  other = new PostgresStore(opened.app, opened.ring);
});

async function underLock(of: Store): Promise<LoadedDossier | undefined> {
  return of.transaction(async (tx) => {
    const [, found] = await Promise.all([tx.lockDossiers([id]), tx.load([id])]);
    return found.get(id);
  });
}

/** What a process that has never seen the dossier reads. */
const asStored = () => underLock(new PostgresStore(opened.app, opened.ring));

const open = (of: Store) => of.transaction((tx) => tx.write(batch([opening(n)])));

/** Act 2: another clock, the legal one changed, the open segment closed and the next begun. */
async function actOn(of: Store, seq = 2): Promise<void> {
  await of.transaction(async (tx) => {
    await Promise.all([tx.lockDossiers([id]), tx.load([id])]);
    const clocks = [sampleClock('legal', { used: seq }), sampleClock(`acceptance:${seq}`)];
    const segments = [sampleSegment(seq - 1, 29_933_500), sampleSegment(seq, null)];
    await tx.write(batch([act(n, seq, { clocks, segments })]));
  });
}

describe('a dossier this process knows', () => {
  it('is what a stranger would read, after the reception and after every act', async () => {
    await open(store);
    expect(await underLock(store)).toEqual(await asStored());
    for (const seq of [2, 3]) {
      await actOn(store, seq);
      const known = await underLock(store);
      expect(known).toEqual(await asStored());
      expect(known?.file.dossier.seq).toBe(seq);
      expect(known?.file.segments).toEqual([sampleSegment(seq, null)]);
    }
  });

  it('is read again once another process has acted on it', async () => {
    await open(store);
    await actOn(other);
    expect((await underLock(store))?.file.clocks.map((clock) => clock.id)).toEqual(['acceptance:2', 'legal']);
  });

  it('is what the other process left, where the lock had to be waited for', async () => {
    await open(store);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const theirs = other.transaction(async (tx) => {
      await Promise.all([tx.lockDossiers([id]), tx.load([id])]);
      await held;
      await tx.write(batch([act(n, 2, { clocks: [sampleClock('legal', { used: 77 })] })]));
    });
    const ours = underLock(store);
    setTimeout(release, 100);
    await theirs;
    expect((await ours)?.file.clocks[0]?.used).toBe(77);
  });

  it('is as it was when what was written of it was rolled back', async () => {
    await open(store);
    const failed = store.transaction(async (tx) => {
      await Promise.all([tx.lockDossiers([id]), tx.load([id])]);
      await tx.write(batch([act(n, 2, { clocks: [sampleClock('legal', { used: 5 })] })]));
      throw new Error('changed his mind');
    });
    await expect(failed).rejects.toThrow('changed his mind');
    expect(await underLock(store)).toEqual(await asStored());
  });

  it('holds every party it ever had, and after a re-fold only what the re-fold names', async () => {
    await open(store);
    await store.transaction(async (tx) => {
      await Promise.all([tx.lockDossiers([id]), tx.load([id])]);
      const refolded = { clocks: [sampleClock('legal')], segments: [sampleSegment(4, null)], replaceAll: true };
      await tx.write(batch([act(n, 2, refolded)]));
    });
    const known = await underLock(store);
    expect(known).toEqual(await asStored());
    expect(known?.parties).toHaveLength(2);
    expect(known?.file.segments).toEqual([sampleSegment(4, null)]);
  });

  it('makes room when there are too many: the one not acted on for the longest time', () => {
    const known = new KnownDossiers(2);
    const loaded = { parties: [], file: { dossier: opening(1).dossier, clocks: [], segments: [] } };
    for (const place of [1, 2, 1, 3]) known.keep(dossierId(place), loaded);
    expect([1, 2, 3].map((place) => known.has(dossierId(place)))).toEqual([true, false, true]);
  });
});
