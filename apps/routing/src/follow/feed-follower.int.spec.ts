import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '@lien-thong/engine';
import {
  DECIDER,
  RECEIVER,
  act,
  batch,
  dossierId,
  feedEntry,
  opening,
} from '../../../../packages/engine/test/conformance/samples.js';
import { until } from '../../../../infra/testing/until.js';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { FeedFollower } from './feed-follower.js';
import type { Follow } from './feed-follower.js';
import { FollowLoop } from './follow-loop.js';

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

let names = 0;
let name: string;
let read: string[];
beforeEach(() => {
  name = `reader-${(names += 1)}`;
  read = [];
});

/** Act `seq` of dossier `n`, told to both agencies. */
async function write(store: Store, n: number, seq: number): Promise<void> {
  const feed = [feedEntry(n, { agencyId: RECEIVER, seq }), feedEntry(n, { agencyId: DECIDER, seq })];
  const dossiers = [seq === 1 ? opening(n) : act(n, seq)];
  await store.transaction(async (tx) => {
    await Promise.all([tx.lockDossiers([dossierId(n)]), tx.load([dossierId(n)])]);
    await tx.write(batch(dossiers, { feed }));
  });
}

const noting: Follow = (_, facts) => {
  for (const { dossierId: id, events } of facts) for (const { seq } of events) read.push(`${id.slice(-2)}/${seq}`);
  return Promise.resolve();
};
const follower = (follow: Follow = noting, limit = 1000) => new FeedFollower(opened.app, { name, limit }, follow);

describe('a reader of all facts', () => {
  it('is told each fact once, although two agencies are, and in the order of its dossier', async () => {
    for (const seq of [1, 2, 3]) await write(opened.store, 1, seq);
    await write(opened.store, 2, 1);
    const reader = follower();
    await new FollowLoop('spec', reader).drain();
    expect(read.toSorted()).toEqual(['01/1', '01/2', '01/3', '02/1']);
    expect(read.filter((place) => place.startsWith('01'))).toEqual(['01/1', '01/2', '01/3']);
    expect(await reader.round()).toBe(0);
    await write(opened.store, 2, 2);
    await new FollowLoop('spec', reader).drain();
    expect(read.at(-1)).toBe('02/2');
  });

  it('reads again what could not be written, and in small rounds the same as in one', async () => {
    const failing = follower(() => Promise.reject(new Error('no room')));
    await expect(failing.round()).rejects.toThrow('no room');
    await new FollowLoop('spec', follower(noting, 1)).drain();
    expect(read.toSorted()).toEqual(['01/1', '01/2', '01/3', '02/1', '02/2']);
  });

  it('is one process at a time: another finds nothing to do, and goes on where the first stopped', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let entered = (): void => undefined;
    const inside = new Promise<void>((resolve) => (entered = resolve));
    await follower(noting, 1).round();
    const slow = follower(async (wire, facts) => {
      entered();
      await held;
      await noting(wire, facts);
    }, 2).round();
    await inside;
    expect(await follower().round()).toBe(0);
    release();
    expect(await slow).toBeGreaterThan(0);
    await new FollowLoop('spec', follower()).drain();
    expect(read.toSorted()).toEqual(['01/1', '01/2', '01/3', '02/1', '02/2']);
  });
});

describe('the loop of a reader', () => {
  it('reads what was committed, by this process at once and by another soon after, until it is stopped', async () => {
    const loop = new FollowLoop('spec', follower());
    loop.start();
    const isRead = (place: string) => until(() => read.includes(place));
    await isRead('02/2');
    await write(opened.store, 3, 1);
    loop.committed();
    await isRead('03/1');
    await write(opened.store, 3, 2);
    await isRead('03/2');
    await loop.stop();
    await write(opened.store, 3, 3);
    loop.committed();
    expect(read).not.toContain('03/3');
    expect(new Set(read).size).toBe(read.length);
  });
});
