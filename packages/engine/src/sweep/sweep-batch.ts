import { minuteOf } from '@lien-thong/domain';
import type { DossierId, Instant, Minute } from '@lien-thong/domain';
import type { LedgerPorts } from '../ledger/batch.js';
import type { Track } from '../ledger/track.js';
import { writeTracks } from '../ledger/write-tracks.js';
import type { FeedItem, LoadedDossier, StoreTransaction } from '../ports/store.js';
import { withDueFacts } from './due-facts.js';
import { dueMinuteOf } from './due-minute.js';

/** What one transaction of the sweep did. */
export interface SweptBatch {
  /** Dossiers that are due and got no fact: what is due of them could not be worked out. */
  readonly stuck: readonly DossierId[];
  readonly facts: number;
  /** What went into the feeds; to be asked for after the commit. */
  readonly items: () => Promise<readonly FeedItem[]>;
}

/** What a batch looks with: all of it at one time, as a batch of the ledger is decided. */
type Looking = Pick<LedgerPorts, 'reference' | 'ids'> & { readonly now: Instant };

/** The dossier with its due facts; null when there are none or when working them out fails: the others go on without it. */
function trackOf(stored: LoadedDossier, { reference, ids, now }: Looking): Track | null {
  try {
    const { dossier } = stored.file;
    const rules = reference.rulesOf(dossier.pin);
    const track = withDueFacts({ dossierId: dossier.id, rules, stored, journal: null, drafts: [] }, { ids, now });
    return track.drafts.length === 0 ? null : track;
  } catch {
    // Reported as stuck; a fault in one dossier must not keep the breaches of all others from the journal.
    return null;
  }
}

/** Not so when another sweep has written it between the look that found the dossier and its lock. */
function isDue({ file }: LoadedDossier, now: Minute): boolean {
  return file.clocks.some((clock) => {
    const due = dueMinuteOf(clock);
    return due !== null && due <= now;
  });
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

/**
 * Loads the claimed dossiers in a fresh snapshot and writes what is due through the second half of the ledger's batch. Those of
 * `done` have had their turn: they are written no more, and are stuck if they are due all the same.
 */
export async function sweepIn(
  tx: StoreTransaction,
  ports: LedgerPorts,
  { claimed, done }: { readonly claimed: readonly DossierId[]; readonly done: ReadonlySet<DossierId> },
): Promise<SweptBatch> {
  if (claimed.length === 0) return { stuck: [], facts: 0, items: () => Promise.resolve([]) };
  const loaded = await tx.load([...claimed].sort());
  const looking = { reference: ports.reference, ids: ports.ids, now: ports.clock.now() };
  const tracks = new Map<DossierId, Track>();
  const stuck: DossierId[] = [];
  for (const id of claimed) {
    const stored = loaded.get(id);
    if (stored === undefined) continue;
    const track = done.has(id) ? null : trackOf(stored, looking);
    if (track !== null) tracks.set(id, track);
    else if (isDue(stored, minuteOf(looking.now))) stuck.push(id);
  }
  const order = [...tracks].map(([dossierId, { drafts }]) => ({ dossierId, from: 0, to: drafts.length }));
  const { items } = await writeTracks(tx, { tracks, order, answers: () => [], privates: [], receipts: [] }, ports);
  const facts = order.reduce((sum, { to }) => sum + to, 0);
  return { stuck, facts, items };
}
