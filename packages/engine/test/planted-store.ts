import type { Store, StoreTransaction } from '../src/ports/store.js';

/** A store with some statements of its transactions replaced: how specs plant faults. Counts the transactions that were begun. */
export function plantedStore(
  store: Store,
  plant: (tx: StoreTransaction) => Partial<StoreTransaction>,
): Store & { readonly begun: () => number } {
  let transactions = 0;
  const planted = (tx: StoreTransaction): StoreTransaction => ({
    lockKeys: (keys) => tx.lockKeys(keys),
    lockDossiers: (ids) => tx.lockDossiers(ids),
    load: (ids) => tx.load(ids),
    loadAnswers: (keys) => tx.loadAnswers(keys),
    loadJournals: (ids) => tx.loadJournals(ids),
    takeCodes: (requests) => tx.takeCodes(requests),
    takeFeedNumbers: (requests) => tx.takeFeedNumbers(requests),
    write: (batch) => tx.write(batch),
    claimDue: (nowMinute, limit) => tx.claimDue(nowMinute, limit),
    ...plant(tx),
  });
  return {
    begun: () => transactions,
    transaction: (work) => {
      transactions += 1;
      return store.transaction((tx) => work(planted(tx)));
    },
    dossierIdOf: (code) => store.dossierIdOf(code),
    nextDueMinute: () => store.nextDueMinute(),
    readFeed: (agencyId, after, limit) => store.readFeed(agencyId, after, limit),
    feedEpoch: () => store.feedEpoch(),
    relayCursors: () => store.relayCursors(),
    advanceRelayCursors: (cursors) => store.advanceRelayCursors(cursors),
    journalPage: (after, limit) => store.journalPage(after, limit),
  };
}
