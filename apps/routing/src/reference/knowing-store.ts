/** The store under the ledger and the sweep, with one care more: no dossier is decided by a process that does not know its version. */
import type { Pin } from '@lien-thong/domain';
import { transactionsWith } from '@lien-thong/engine';
import type { Store } from '@lien-thong/engine';

/** Sees to it that the versions these dossiers are pinned to are known, as far as anybody has published them. */
export type Acquaint = (pins: readonly Pin[]) => Promise<void>;

/** The same store; what it loads is decided by versions this process has, or has just fetched. */
export function knowingStore(store: Store, acquaint: Acquaint): Store {
  return transactionsWith(store, (tx) => ({
    load: async (ids) => {
      const loaded = await tx.load(ids);
      await acquaint([...loaded.values()].map(({ file }) => file.dossier.pin));
      return loaded;
    },
  }));
}
