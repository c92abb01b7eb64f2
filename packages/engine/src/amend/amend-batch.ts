/** Many dossiers brought under another version of their procedure, or back, in the transaction of whoever claimed them. */
import { isRefusal } from '@lien-thong/domain';
import type { DossierId, Refusal } from '@lien-thong/domain';
import type { FeedItem, StoreTransaction } from '../ports/store.js';
import { Refolding } from '../refold/refold-batch.js';
import type { RefoldPlan, RefoldPorts } from '../refold/refold-batch.js';
import { amendedTrack, revertedTrack } from './amend-one.js';
import type { Amending } from './amend-one.js';

export interface AmendedBatch {
  readonly done: readonly DossierId[];
  /** Dossiers that stay where they are, and why. */
  readonly leftOut: ReadonlyMap<DossierId, Refusal>;
  /** Dossiers that could not be worked out at all. */
  readonly stuck: ReadonlyMap<DossierId, string>;
  /** What went into the feeds; to be asked for after the commit. */
  readonly items: () => Promise<readonly FeedItem[]>;
}

export class AmendingBatches {
  private readonly refolding: Refolding;

  constructor(private readonly ports: RefoldPorts) {
    this.refolding = new Refolding(ports);
  }

  /**
   * Brings the dossiers, which the transaction has locked, under the version; one that moved on since it was looked at is judged as it
   * stands now. `named`: those that may become overdue by the change alone.
   */
  amendIn(
    tx: StoreTransaction,
    ids: readonly DossierId[],
    asked: { readonly amending: Amending; readonly named: ReadonlySet<DossierId> },
  ): Promise<AmendedBatch> {
    const { reference } = this.ports;
    const { amending, named } = asked;
    return this.run(tx, ids, {
      needsJournal: () => false,
      trackOf: (stored, _journal, moment) =>
        amendedTrack(stored, amending, { ...moment, reference, isNamed: named.has(stored.file.dossier.id) }),
    });
  }

  /** Takes the amendment back; each journal is folded again as if it had never been. */
  revertIn(
    tx: StoreTransaction,
    ids: readonly DossierId[],
    asked: { readonly amending: Amending; readonly named: ReadonlySet<DossierId> },
  ): Promise<AmendedBatch> {
    const { reference } = this.ports;
    const { amending, named } = asked;
    return this.run(tx, ids, {
      needsJournal: () => true,
      trackOf: (stored, journal, at) => {
        const moment = { ...at, reference, isNamed: named.has(stored.file.dossier.id) };
        return revertedTrack(stored, journal ?? [], { amending, moment });
      },
    });
  }

  private async run(tx: StoreTransaction, ids: readonly DossierId[], plan: JudgedPlan): Promise<AmendedBatch> {
    const leftOut = new Map<DossierId, Refusal>();
    const { tracks, stuck, items } = await this.refolding.refoldIn(tx, ids, {
      needsJournal: plan.needsJournal,
      trackOf: (stored, journal, moment) => {
        const track = plan.trackOf(stored, journal, moment);
        if (!isRefusal(track)) return track;
        leftOut.set(stored.file.dossier.id, track);
        return null;
      },
    });
    return { done: tracks.map(({ dossierId }) => dossierId), leftOut, stuck, items };
  }
}

interface JudgedPlan extends Pick<RefoldPlan, 'needsJournal'> {
  readonly trackOf: (...asked: Parameters<RefoldPlan['trackOf']>) => ReturnType<RefoldPlan['trackOf']> | Refusal;
}
