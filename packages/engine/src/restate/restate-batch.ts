/** Many dossiers moved to another version of their calendar, in the transaction of whoever claimed them. */
import type { DossierId } from '@lien-thong/domain';
import type { CodeOwner } from '../ledger/codes.js';
import type { Track } from '../ledger/track.js';
import { writeTracks } from '../ledger/write-tracks.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Reference } from '../ports/reference.js';
import type { FeedItem, LoadedDossier, StoreTransaction } from '../ports/store.js';
import { CalendarChanges, needsJournal, restatedTrack } from './restate-one.js';
import type { Move } from './restate-one.js';

export interface RestatePorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly reference: Reference;
  readonly codeOwner: CodeOwner;
}

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

interface Moving {
  readonly stored: LoadedDossier;
  readonly move: Move;
}

function movesOf(loaded: ReadonlyMap<DossierId, LoadedDossier>, moveOf: MoveOf, stuck: Map<DossierId, string>) {
  const moves = new Map<DossierId, Moving>();
  for (const [id, stored] of loaded) {
    try {
      const move = moveOf(stored);
      if (move !== null) moves.set(id, { stored, move });
    } catch (error) {
      stuck.set(id, String(error));
    }
  }
  return moves;
}

/** Each change compared once, whatever the number of batches. */
export class Restating {
  private readonly changes = new CalendarChanges();

  constructor(private readonly ports: RestatePorts) {}

  /**
   * Moves the dossiers, which the transaction has locked, through the second half of the ledger's batch: one event each, feed entries
   * to its parties, clocks and segments as the new calendar has them.
   */
  async restateIn(tx: StoreTransaction, ids: readonly DossierId[], moveOf: MoveOf): Promise<RestatedBatch> {
    const stuck = new Map<DossierId, string>();
    const loaded = ids.length === 0 ? new Map<DossierId, LoadedDossier>() : await tx.load([...ids].sort());
    const moves = movesOf(loaded, moveOf, stuck);
    const tracks = await this.tracksOf(tx, moves, stuck);
    const order = [...tracks.keys()].map((dossierId) => ({ dossierId, from: 0, to: 1 }));
    const toWrite = { tracks, order, answers: () => [], privates: [], receipts: [] };
    const { items } = await writeTracks(tx, toWrite, this.ports);
    return { ...countedIn([...tracks.values()]), items, stuck };
  }

  private async tracksOf(tx: StoreTransaction, moves: ReadonlyMap<DossierId, Moving>, stuck: Map<DossierId, string>) {
    const { clock, ids } = this.ports;
    const at = { changes: this.changes, now: clock.now(), ids };
    const deep = [...moves].filter(([, { stored, move }]) => needsJournal(stored, move, at)).map(([id]) => id);
    const journals = deep.length === 0 ? new Map<DossierId, never>() : await tx.loadJournals([...deep].sort());
    const tracks = new Map<DossierId, Track>();
    for (const [id, { stored, move }] of moves) {
      try {
        const journal = deep.includes(id) ? (journals.get(id) ?? []) : null;
        tracks.set(id, restatedTrack(stored, journal, { move, ...at }));
      } catch (error) {
        // Named and left where it is: a journal that does not fold must not keep all others on a calendar that is out of date.
        stuck.set(id, String(error));
      }
    }
    return tracks;
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
