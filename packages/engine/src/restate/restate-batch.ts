/** Many dossiers moved to another version of their calendar, in the transaction of whoever claimed them. */
import type { DossierId } from '@lien-thong/domain';
import type { Track } from '../ledger/track.js';
import type { FeedItem, LoadedDossier, StoreTransaction } from '../ports/store.js';
import { Refolding } from '../refold/refold-batch.js';
import type { RefoldPlan, RefoldPorts } from '../refold/refold-batch.js';
import { CalendarChanges, needsJournal, restatedTrack } from './restate-one.js';
import type { Move } from './restate-one.js';

export type RestatePorts = RefoldPorts;

/** What moves a dossier; null when it stands where it should (another process was quicker, or it has ended). */
export type MoveOf = (stored: LoadedDossier) => Move | null;

export interface RestatedBatch {
  readonly dossiers: number;
  /** Clocks that run or rest in the dossiers that were moved. */
  readonly clocks: number;
  /** Of those whose due instant is another now. */
  readonly movedClocks: number;
  /** Breaches that have not happened by the new calendar. */
  readonly withdrawn: number;
  /** What went into the feeds; to be asked for after the commit. */
  readonly items: () => Promise<readonly FeedItem[]>;
  /** Dossiers that could not be moved, with the reason; the others go on without them. */
  readonly stuck: ReadonlyMap<DossierId, string>;
}

/** Each change compared once, whatever the number of batches. */
export class Restating {
  private readonly changes = new CalendarChanges();
  private readonly refolding: Refolding;

  constructor(ports: RestatePorts) {
    this.refolding = new Refolding(ports);
  }

  /**
   * Moves the dossiers, which the transaction has locked, through the second half of the ledger's batch: one event each, feed entries
   * to its parties, clocks and segments as the new calendar has them.
   */
  async restateIn(tx: StoreTransaction, ids: readonly DossierId[], moveOf: MoveOf): Promise<RestatedBatch> {
    const { tracks, items, stuck } = await this.refolding.refoldIn(tx, ids, this.planOf(moveOf));
    return { ...countedIn(tracks), items, stuck };
  }

  private planOf(moveOf: MoveOf): RefoldPlan {
    const { changes } = this;
    const moves = new Map<DossierId, Move | null>();
    return {
      needsJournal: (stored, now) => {
        const move = moveOf(stored);
        moves.set(stored.file.dossier.id, move);
        return move !== null && needsJournal(stored, move, { changes, now });
      },
      trackOf: (stored, journal, moment) => {
        const move = moves.get(stored.file.dossier.id) ?? null;
        return move === null ? null : restatedTrack(stored, journal, { move, ...moment });
      },
    };
  }
}

function countedIn(tracks: readonly Track[]): Pick<RestatedBatch, 'dossiers' | 'clocks' | 'movedClocks' | 'withdrawn'> {
  let [clocks, movedClocks, withdrawn] = [0, 0, 0];
  for (const { drafts } of tracks) {
    for (const { event, after } of drafts) {
      if (event.type !== 'dossier.calendarRestated.v1') continue;
      const live = new Set(after.clocks.filter(({ status }) => status !== 'stopped').map(({ id }) => id));
      clocks += live.size;
      movedClocks += event.data.clocks.filter(
        ({ clockId, dueBefore, dueAfter }) => live.has(clockId) && dueBefore !== dueAfter,
      ).length;
      withdrawn += event.data.clocks.filter(({ breachWithdrawn }) => breachWithdrawn).length;
    }
  }
  return { dossiers: tracks.length, clocks, movedClocks, withdrawn };
}
