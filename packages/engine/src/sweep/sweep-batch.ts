import { minuteOf } from '@lien-thong/domain';
import type { DossierId } from '@lien-thong/domain';
import type { LedgerPorts } from '../ledger/batch.js';
import type { Track } from '../ledger/track.js';
import { writeTracks } from '../ledger/write-tracks.js';
import type { FeedItem, LoadedDossier, StoreTransaction } from '../ports/store.js';
import { withDueFacts } from './due-facts.js';

/** What one transaction of the sweep did. */
export interface SweptBatch {
  /** Dossiers that got a fact. Of the others nothing came: their rungs could not be worked out. */
  readonly written: ReadonlySet<DossierId>;
  readonly facts: number;
  /** What went into the feeds; to be asked for after the commit. */
  readonly items: () => Promise<readonly FeedItem[]>;
}

/** The dossier with its due facts; null when there are none or when working them out fails: the others go on without it. */
function trackOf(dossierId: DossierId, stored: LoadedDossier | undefined, ports: LedgerPorts): Track | null {
  if (stored === undefined) return null;
  try {
    const rules = ports.reference.rulesOf(stored.file.dossier.pin);
    const track = withDueFacts(
      { dossierId, rules, stored, journal: null, drafts: [] },
      { ...ports, now: ports.clock.now() },
    );
    return track.drafts.length === 0 ? null : track;
  } catch {
    // Reported as stuck; a fault in one dossier must not keep the breaches of all others from the journal.
    return null;
  }
}

/** Claims what is due. `skip` names dossiers that got stuck before: they are claimed beside the others and left alone. */
export async function claimDue(
  tx: StoreTransaction,
  { clock }: LedgerPorts,
  { limit, skip }: { readonly limit: number; readonly skip: ReadonlySet<DossierId> },
): Promise<readonly DossierId[]> {
  const due = await tx.claimDue(minuteOf(clock.now()), limit + skip.size);
  return due.filter((id) => !skip.has(id));
}

/** Loads the claimed dossiers in a fresh snapshot and writes what is due through the second half of the ledger's batch. */
export async function sweepIn(
  tx: StoreTransaction,
  ports: LedgerPorts,
  claimed: readonly DossierId[],
): Promise<SweptBatch> {
  if (claimed.length === 0) return { written: new Set(), facts: 0, items: () => Promise.resolve([]) };
  const loaded = await tx.load([...claimed].sort());
  const tracks = new Map<DossierId, Track>();
  for (const id of claimed) {
    const track = trackOf(id, loaded.get(id), ports);
    if (track !== null) tracks.set(id, track);
  }
  const order = [...tracks].map(([dossierId, { drafts }]) => ({ dossierId, from: 0, to: drafts.length }));
  const { items } = await writeTracks(tx, { tracks, order, answers: () => [], privates: [], receipts: [] }, ports);
  const facts = order.reduce((sum, { to }) => sum + to, 0);
  return { written: new Set(tracks.keys()), facts, items };
}
