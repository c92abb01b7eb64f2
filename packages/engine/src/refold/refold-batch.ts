/**
 * Many dossiers whose journals read otherwise from now on (another calendar, a recorded outage, another version of the procedure), in the
 * transaction of whoever claimed them: what every such change shares, whatever it is.
 */
import type { DossierEvent, DossierId, Instant } from '@lien-thong/domain';
import type { CodeOwner } from '../ledger/codes.js';
import type { Track } from '../ledger/track.js';
import { writeTracks } from '../ledger/write-tracks.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Reference } from '../ports/reference.js';
import type { FeedItem, LoadedDossier, StoreTransaction } from '../ports/store.js';

export interface RefoldPorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly reference: Reference;
  readonly codeOwner: CodeOwner;
}

/** With what a track is made: the time of the batch, read after the locks, and ids for its events. */
export interface RefoldMoment {
  readonly now: Instant;
  readonly ids: Ids;
}

/** What is to become of each dossier. What throws leaves that dossier where it is, named in `stuck`; its neighbours go on. */
export interface RefoldPlan {
  /** Whether the rows alone will not do. */
  needsJournal(stored: LoadedDossier, now: Instant): boolean;
  /**
   * The dossier with the fact of the change; null where it stands as it should (another process was quicker, or nothing concerns it): it
   * is then not written at all. `journal` is null where it was not needed.
   */
  trackOf(stored: LoadedDossier, journal: readonly DossierEvent[] | null, moment: RefoldMoment): Track | null;
}

export interface RefoldedBatch {
  /** The dossiers that were changed. */
  readonly tracks: readonly Track[];
  /** What went into the feeds; to be asked for after the commit. */
  readonly items: () => Promise<readonly FeedItem[]>;
  /** Dossiers that could not be changed, with the reason. */
  readonly stuck: ReadonlyMap<DossierId, string>;
}

export class Refolding {
  constructor(private readonly ports: RefoldPorts) {}

  /**
   * Changes the dossiers, which the transaction has locked, through the second half of the ledger's batch: events, feed entries to
   * their parties, clocks and segments as the journal reads with them.
   */
  async refoldIn(tx: StoreTransaction, ids: readonly DossierId[], plan: RefoldPlan): Promise<RefoldedBatch> {
    const stuck = new Map<DossierId, string>();
    const loaded = ids.length === 0 ? new Map<DossierId, LoadedDossier>() : await tx.load([...ids].sort());
    const tracks = await this.tracksOf(tx, loaded, { plan, stuck });
    const order = [...tracks].map(([dossierId, { drafts }]) => ({ dossierId, from: 0, to: drafts.length }));
    const toWrite = { tracks, order, answers: () => [], privates: [], receipts: [] };
    const { items } = await writeTracks(tx, toWrite, this.ports);
    return { tracks: [...tracks.values()], items, stuck };
  }

  private async tracksOf(
    tx: StoreTransaction,
    loaded: ReadonlyMap<DossierId, LoadedDossier>,
    { plan, stuck }: { readonly plan: RefoldPlan; readonly stuck: Map<DossierId, string> },
  ): Promise<ReadonlyMap<DossierId, Track>> {
    const { clock, ids } = this.ports;
    const now = clock.now();
    // A journal that does not fold must not keep all others from what has become true.
    const unlessStuck = <T>(id: DossierId, work: () => T): T | null => {
      try {
        return work();
      } catch (error) {
        stuck.set(id, String(error));
        return null;
      }
    };
    const deep = [...loaded].filter(([id, stored]) => unlessStuck(id, () => plan.needsJournal(stored, now)) === true);
    const deepIds = deep.map(([id]) => id);
    const journals = deepIds.length === 0 ? new Map<DossierId, never>() : await tx.loadJournals([...deepIds].sort());
    const tracks = new Map<DossierId, Track>();
    for (const [id, stored] of loaded) {
      if (stuck.has(id)) continue;
      const journal = deepIds.includes(id) ? (journals.get(id) ?? []) : null;
      const track = unlessStuck(id, () => plan.trackOf(stored, journal, { now, ids }));
      if (track !== null) tracks.set(id, track);
    }
    return tracks;
  }
}
