/** Everything stored of some dossiers, as verification reads it: what cannot be read is said of the dossier it belongs to. */
import { StoreUnavailable } from '@lien-thong/engine';
import type { JournalEntry, StoredJournal } from '@lien-thong/engine';
import type { AgencyId, DossierId } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { binaryArray } from './binary-array.js';
import type { Statement } from './columns.js';
import { loadDossiers, loadJournals } from './dossier-loading.js';
import { isAnswer } from './faults.js';
import { LEDGER_READS, inTransaction } from './transactions.js';
import type { Wire } from './wire.js';

const LOAD_SHOWN: Statement = {
  name: 'load-shown',
  text: `select e.dossier_id, e.seq, e.shown_to from event e where e.dossier_id = any ($1::uuid[]) and e.shown_to is not null`,
};

async function loadShown(
  wire: Wire,
  ids: readonly DossierId[],
): Promise<ReadonlyMap<DossierId, ReadonlyMap<number, readonly AgencyId[]>>> {
  const shown = new Map<DossierId, Map<number, readonly AgencyId[]>>();
  for (const row of await wire.send(LOAD_SHOWN, [binaryArray('uuid', ids)])) {
    const dossierId = row.text() as DossierId;
    const places = shown.get(dossierId) ?? new Map<number, readonly AgencyId[]>();
    shown.set(dossierId, places.set(row.integer(), row.words() as AgencyId[]));
  }
  return shown;
}

/** The entries of these dossiers, in their order. Rejects when a row of them cannot be read. */
export function storedJournals(pool: Pool, ids: readonly DossierId[]): Promise<readonly StoredJournal[]> {
  return inTransaction(pool, LEDGER_READS, async (wire) => {
    const [loaded, journals, shown] = await Promise.all([
      loadDossiers(wire, ids, 'all'),
      loadJournals(wire, ids),
      loadShown(wire, ids),
    ]);
    return ids.flatMap((id): readonly StoredJournal[] => {
      const stored = loaded.get(id);
      if (stored === undefined) return [];
      const [journal, places] = [journals.get(id) ?? [], shown.get(id) ?? new Map<number, readonly AgencyId[]>()];
      return [{ kind: 'stored', dossierId: id, loaded: stored, journal, shown: places }];
    });
  });
}

/** True where the server answered well and what it gave has not the form its column promises. */
const isUnreadable = (error: unknown): boolean => !(error instanceof StoreUnavailable) && !isAnswer(error);

/**
 * The entries of these dossiers, in their order. Rows that cannot be read harm no neighbour: the page is then read again one dossier
 * at a time. Rejects only for what the server refuses or cannot answer.
 */
export async function journalEntries(pool: Pool, ids: readonly DossierId[]): Promise<readonly JournalEntry[]> {
  try {
    return await storedJournals(pool, ids);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const [dossierId] = ids;
    if (ids.length === 1 && dossierId !== undefined) {
      return [{ kind: 'unreadable', dossierId, reason: String(error) }];
    }
  }
  const entries: JournalEntry[] = [];
  for (const id of ids) entries.push(...(await journalEntries(pool, [id])));
  return entries;
}
