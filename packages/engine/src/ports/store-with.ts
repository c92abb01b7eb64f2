/** A store that is another one but for some of its methods: how a process adds a care of its own, and how faults are planted. */
import type { Store, StoreTransaction } from './store.js';

/** Behaves like `store` but for what `changes` puts in the place of some of its methods. */
export function storeWith(store: Store, changes: Partial<Store>): Store {
  return {
    transaction: (work) => store.transaction(work),
    dossierIdOf: (code) => store.dossierIdOf(code),
    nextDueMinute: () => store.nextDueMinute(),
    readFeed: (agencyId, after, limit) => store.readFeed(agencyId, after, limit),
    feedEpoch: () => store.feedEpoch(),
    relayCursors: () => store.relayCursors(),
    advanceRelayCursors: (cursors) => store.advanceRelayCursors(cursors),
    journalPage: (after, limit) => store.journalPage(after, limit),
    auditPage: (after, limit) => store.auditPage(after, limit),
    ...changes,
  };
}

/** The statements of every transaction, some of them changed. `made` is asked once for each transaction. */
export function transactionsWith(store: Store, made: (tx: StoreTransaction) => Partial<StoreTransaction>): Store {
  return storeWith(store, {
    transaction: (work) => store.transaction((tx) => work({ ...statements(tx), ...made(tx) })),
  });
}

function statements(tx: StoreTransaction): StoreTransaction {
  return {
    lockKeys: (keys) => tx.lockKeys(keys),
    lockDossiers: (ids) => tx.lockDossiers(ids),
    load: (ids) => tx.load(ids),
    loadAnswers: (keys) => tx.loadAnswers(keys),
    loadJournals: (ids) => tx.loadJournals(ids),
    takeCodes: (requests) => tx.takeCodes(requests),
    write: (batch) => tx.write(batch),
    claimDue: (nowMinute, limit) => tx.claimDue(nowMinute, limit),
  };
}
