/** Where the custody of a dossier stands, read in the scope of the ledger: whether the caller may know it is for others to say. */
import { attemptAt, documentsAt } from '@lien-thong/domain';
import type { DossierEvent, DossierId } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { binaryArray } from '../store/binary-array.js';
import { loadJournals } from '../store/dossier-loading.js';
import { LOAD_RECEIPTS, readReceipt } from '../store/receipt-rows.js';
import type { StoredReceipt } from '../store/receipt-rows.js';
import { LEDGER_READS, inTransaction } from '../store/transactions.js';

export interface Custody {
  readonly journal: readonly DossierEvent[];
  readonly receipts: readonly StoredReceipt[];
}

/** What the next receipt of a dossier must name. */
export interface CustodyHead {
  readonly attempt: number;
  readonly position: { readonly seq: number; readonly hash: string };
  readonly previous: string | null;
  readonly documents: readonly string[];
}

/** Journal and receipts of one snapshot; null for a dossier that is not there. */
export function custodyOf(pool: Pool, dossierId: DossierId): Promise<Custody | null> {
  return inTransaction(pool, LEDGER_READS, async (wire) => {
    const [journals, rows] = await Promise.all([
      loadJournals(wire, [dossierId]),
      wire.send(LOAD_RECEIPTS, [binaryArray('uuid', [dossierId])]),
    ]);
    const journal = journals.get(dossierId);
    return journal === undefined ? null : { journal, receipts: rows.map(readReceipt) };
  });
}

/** Throws for an empty journal: there is no such dossier. */
export function headOf({ journal, receipts }: Custody): CustodyHead {
  const last = journal.at(-1);
  if (last === undefined) throw new Error('no journal, no custody');
  return {
    attempt: attemptAt(journal),
    position: { seq: last.seq, hash: last.hash },
    previous: receipts.at(-1)?.digest ?? null,
    documents: documentsAt(journal),
  };
}
