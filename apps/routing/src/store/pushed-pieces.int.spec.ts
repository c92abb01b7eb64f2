/** A batch large enough to go out in two pieces is still one transaction, whichever piece fails. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierWrite } from '@lien-thong/engine';
import {
  act,
  batch,
  codeOf,
  dossierId,
  feedEntry,
  opening,
  sampleAnswer,
  sampleDossier,
  sampleEvent,
} from '../../../../packages/engine/test/conformance/samples.js';
import { RECEIVER } from '../../../../packages/engine/test/conformance/samples.js';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';

const MANY = 40;
const numbers = (from: number) => Array.from({ length: MANY }, (_, i) => from + i);

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
}, 120_000);
afterAll(() => opened.close());

const write = (dossiers: readonly DossierWrite[], more: Parameters<typeof batch>[1] = {}) =>
  opened.store.transaction((tx) => tx.write(batch(dossiers, more)));
const stored = async (ids: readonly number[]) =>
  (await opened.store.transaction((tx) => tx.load(ids.map(dossierId)))).size;

describe('a batch that goes out in pieces', () => {
  it('is there whole after its commit: dossiers, facts, answers and feed', async () => {
    const ids = numbers(1);
    const feed = ids.map((n) => feedEntry(n, { agencyId: RECEIVER, seq: 1 }));
    const answers = ids.map((n) => sampleAnswer(n, `key-${n}`));
    expect(
      await write(
        ids.map((n) => opening(n)),
        { feed, answers },
      ),
    ).toEqual(new Map([[RECEIVER, 1]]));
    expect(await stored(ids)).toBe(MANY);
    const items = await opened.store.readFeed(RECEIVER, 0, 100);
    expect(items.map(({ dossierId: id }) => id)).toEqual(ids.map(dossierId));
    const found = await opened.store.transaction((tx) =>
      tx.loadAnswers(answers.map(({ agencyId, key }) => ({ agencyId, key }))),
    );
    expect(found).toHaveLength(MANY);
  });

  it('leaves nothing when the first piece fails', async () => {
    const ids = numbers(101);
    const double = opening(140, { dossier: sampleDossier(140, { code: codeOf(1) }) });
    await expect(write([...ids.slice(0, -1).map((n) => opening(n)), double])).rejects.toMatchObject({ code: '23505' });
    expect(await stored(ids)).toBe(0);
  });

  it('leaves nothing when the second piece fails, and what stood before stands', async () => {
    const ids = numbers(1);
    const acts = ids.map((n) => act(n, 2));
    const double = act(40, 2, { events: [sampleEvent(40, 2, { id: sampleEvent(1, 1).id })] });
    await expect(write([...acts.slice(0, -1), double])).rejects.toMatchObject({ code: '23505' });
    const loaded = await opened.store.transaction((tx) => tx.load(ids.map(dossierId)));
    expect([...loaded.values()].map(({ file }) => file.dossier.seq)).toEqual(ids.map(() => 1));
    await write(acts);
    const after = await opened.store.transaction((tx) => tx.load(ids.map(dossierId)));
    expect([...after.values()].map(({ file }) => file.dossier.seq)).toEqual(ids.map(() => 2));
  });
});
