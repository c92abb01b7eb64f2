import type { Store, StoreTransaction } from '../src/ports/store.js';
import { transactionsWith } from '../src/ports/store-with.js';

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
      return planted.transaction(async (tx) => {
        const writes: Promise<unknown>[] = [];
        const write: StoreTransaction['write'] = (batch) => {
          const written = tx.write(batch);
          writes.push(written);
          return written;
        };
        const result = await work({ ...tx, write });
        // As a real store does: what failed in a write fails the transaction, though nobody waited for it.
        await Promise.all(writes);
        return result;
      });
    },
  };
}
