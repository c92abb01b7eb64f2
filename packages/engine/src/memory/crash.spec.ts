import { describe, expect, it } from '@jest/globals';
import { MemoryDatabase } from './database.js';
import { MemoryStore } from './store.js';
import { agencyIdSchema } from '@lien-thong/domain';
import { batch, feedEntry } from '../../test/conformance/samples.js';

const [HAI_AN, DONG_HAI] = ['hai-an', 'dong-hai'].map((id) => agencyIdSchema.parse(id));
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('A process that dies', () => {
  it('leaves no lock behind, not even one that was given to it in the turn of its death', async () => {
    if (HAI_AN === undefined || DONG_HAI === undefined) throw new Error('two agencies are needed');
    const database = new MemoryDatabase();
    const dying = new MemoryStore(database);
    const takes = (store: MemoryStore, agencies: readonly (typeof HAI_AN)[], hold: Promise<void>) =>
      store.transaction(async (tx) => {
        await tx.write(batch([], { feed: agencies.map((agencyId) => feedEntry(1, { agencyId, seq: 1 })) }));
        await hold;
      });
    const forEver = new Promise<void>(() => undefined);
    // The first holds Hải An; the second waits for it, and is given it by the rollback of the first, just before its own.
    void takes(dying, [HAI_AN], forEver);
    void takes(dying, [HAI_AN, DONG_HAI], forEver);
    await turn();
    dying.crash();
    await turn();
    await takes(new MemoryStore(database), [HAI_AN, DONG_HAI], Promise.resolve());
    expect(database.feedCounters.get(DONG_HAI)?.last).toBe(1);
  });
});
