/** What the rows say of who holds what, against what the journals say: two lists made in two ways, compared by digest. */
import { foldHistory, holdingsOf, peerOf, pinAfter, reconcileHoldings } from '@lien-thong/domain';
import type { AgencyId, DossierId, Holding, HoldingDifferences } from '@lien-thong/domain';
import { createHash } from 'node:crypto';
import type { Reference } from '../ports/reference.js';
import type { JournalEntry, Store } from '../ports/store.js';

/** SHA-256 (hex) of a text in UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export type HoldingsByAgency = ReadonlyMap<AgencyId, readonly Holding[]>;

const PAGE = 200;

export interface HeldTwice {
  readonly rows: HoldingsByAgency;
  readonly journals: HoldingsByAgency;
  /** Dossiers whose rows or journal could not be read: `verify` says why. */
  readonly unread: readonly DossierId[];
}

/** Holdings of every agency, by the rows of the dossiers and by their journals folded anew. */
export async function holdingsByAgency(store: Store, reference: Reference): Promise<HeldTwice> {
  const [rows, journals] = [new Map<AgencyId, Holding[]>(), new Map<AgencyId, Holding[]>()];
  const unread: DossierId[] = [];
  for (let after: DossierId | null = null; ;) {
    const page: readonly JournalEntry[] = await store.journalPage(after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return { rows, journals, unread };
    for (const entry of page) {
      const held = heldTwice(entry, reference);
      if (held === null) unread.push(entry.dossierId);
      else
        for (const [map, holdings] of [[rows, held.byRow] as const, [journals, held.byJournal] as const])
          add(map, holdings);
    }
    after = last.dossierId;
  }
}

type Held = ReturnType<typeof holdingsOf>;

function heldTwice(entry: JournalEntry, reference: Reference): { byRow: Held; byJournal: Held } | null {
  if (entry.kind === 'unreadable') return null;
  const { loaded, journal } = entry;
  const pin = pinAfter(journal);
  if (pin === null) return null;
  try {
    const { dossier } = foldHistory(journal, reference.rulesOf(pin));
    return { byRow: holdingsOf(loaded.file.dossier), byJournal: holdingsOf(dossier) };
  } catch {
    // A journal that cannot be folded proves nothing: named, never passed over (law 8).
    return null;
  }
}

function add(map: Map<AgencyId, Holding[]>, holdings: Held): void {
  for (const { agencyId, ...holding } of holdings) {
    const list = map.get(agencyId);
    if (list === undefined) map.set(agencyId, [holding]);
    else list.push(holding);
  }
}

export interface AgencyDifferences extends HoldingDifferences {
  readonly agencyId: AgencyId;
}

/** The agencies whose two lists differ, with exactly what differs (`here`: rows; `there`: journals). */
export async function compareHoldings({
  rows,
  journals,
}: Pick<HeldTwice, 'rows' | 'journals'>): Promise<readonly AgencyDifferences[]> {
  const found: AgencyDifferences[] = [];
  for (const agencyId of [...new Set([...rows.keys(), ...journals.keys()])].sort()) {
    const peer = peerOf(journals.get(agencyId) ?? [], sha256);
    const differences = await reconcileHoldings(rows.get(agencyId) ?? [], peer, sha256);
    const count = differences.onlyHere.length + differences.onlyThere.length + differences.differs.length;
    if (count > 0) found.push({ agencyId, ...differences });
  }
  return found;
}
