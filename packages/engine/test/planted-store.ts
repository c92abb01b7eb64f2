import type { Store, StoreTransaction } from '../src/ports/store.js';
import { transactionsWith } from '../src/sim/planted/wrap-store.js';

/** A store with some statements of its transactions replaced: how specs plant faults. Counts the transactions that were begun. */
export function plantedStore(
  store: Store,
  plant: (tx: StoreTransaction) => Partial<StoreTransaction>,
): Store & { readonly begun: () => number } {
  let transactions = 0;
  const planted = transactionsWith(store, plant);
  return {
    ...planted,
    begun: () => transactions,
    transaction: (work) => {
      transactions += 1;
      return planted.transaction(work);
    },
  };
}
