/** The store under the ledger and the sweep, with one care more: no dossier is decided by a process that does not know its version. */
import type { Pin } from '@lien-thong/domain';
import type { LoadedDossier, Store, StoreTransaction } from '@lien-thong/engine';

/** Sees to it that the versions these dossiers are pinned to are known, as far as anybody has published them. */
export type Acquaint = (pins: readonly Pin[]) => Promise<void>;

const pinsOf = (loaded: Iterable<LoadedDossier>): readonly Pin[] => [...loaded].map(({ file }) => file.dossier.pin);

function knowing(tx: StoreTransaction, acquaint: Acquaint): StoreTransaction {
  return {
    lockKeys: (keys) => tx.lockKeys(keys),
    lockDossiers: (ids) => tx.lockDossiers(ids),
    load: async (ids) => {
      const loaded = await tx.load(ids);
      await acquaint(pinsOf(loaded.values()));
      return loaded;
    },
    loadAnswers: (keys) => tx.loadAnswers(keys),
    loadJournals: (ids) => tx.loadJournals(ids),
    takeCodes: (requests) => tx.takeCodes(requests),
    takeFeedNumbers: (requests) => tx.takeFeedNumbers(requests),
    write: (batch) => tx.write(batch),
    claimDue: (nowMinute, limit) => tx.claimDue(nowMinute, limit),
  };
}

/** The same store; what it loads is decided by versions this process has, or has just fetched. */
export function knowingStore(store: Store, acquaint: Acquaint): Store {
  return {
    transaction: (work) => store.transaction((tx) => work(knowing(tx, acquaint))),
    dossierIdOf: (code) => store.dossierIdOf(code),
    nextDueMinute: () => store.nextDueMinute(),
    readFeed: (agencyId, after, limit) => store.readFeed(agencyId, after, limit),
    feedEpoch: () => store.feedEpoch(),
    relayCursors: () => store.relayCursors(),
    advanceRelayCursors: (cursors) => store.advanceRelayCursors(cursors),
    journalPage: (after, limit) => store.journalPage(after, limit),
    auditPage: (after, limit) => store.auditPage(after, limit),
  };
}
