import type { AgencyId, DossierEvent, DossierId } from '@lien-thong/domain';
import type { FeedItem, JournalEntry, Store, StoreTransaction, StoredJournal } from '../ports/store.js';
import { dueMinuteOfRows } from './claim.js';
import type { MemoryDatabase } from './database.js';
import { storedJournal } from './rows.js';
import type { DossierRows } from './rows.js';
import { unhindered } from './schedule.js';
import type { Schedule } from './schedule.js';
import { MemoryTransaction } from './transaction.js';

/** The connections of one process to a `MemoryDatabase`. A crash ends it: nothing it was asked is ever answered. */
export class MemoryStore implements Store {
  private readonly open = new Set<MemoryTransaction>();
  private crashed = false;

  constructor(
    private readonly database: MemoryDatabase,
    private readonly schedule: Schedule = unhindered,
  ) {}

  async transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    await this.step('begin');
    const tx = new MemoryTransaction(this.database, this.step);
    this.open.add(tx);
    try {
      const result = await work(tx);
      await tx.settled();
      await this.step('commit');
      tx.commit();
      await this.step('committed');
      return result;
    } finally {
      // Releases what a failed transaction holds; one that has committed holds nothing any more.
      tx.rollback();
      this.open.delete(tx);
    }
  }

  async dossierIdOf(code: string): Promise<DossierId | null> {
    await this.step('dossierIdOf');
    return this.database.codes.get(code) ?? null;
  }

  async nextDueMinute(): Promise<number | null> {
    await this.step('nextDueMinute');
    let least: number | null = null;
    for (const rows of this.database.dossiers.values()) {
      const minute = dueMinuteOfRows(rows);
      if (minute !== null && (least === null || minute < least)) least = minute;
    }
    return least;
  }

  async readFeed(agencyId: AgencyId, after: number, limit: number): Promise<readonly FeedItem[]> {
    await this.step('readFeed');
    const entries = this.database.feed.get(agencyId) ?? [];
    return entries.slice(after, after + limit).map((entry) => ({
      ...entry,
      event: eventAt(this.database.dossiers.get(entry.dossierId), entry.seq),
    }));
  }

  async feedEpoch(): Promise<string> {
    await this.step('feedEpoch');
    return this.database.epoch;
  }

  async relayCursors(): Promise<ReadonlyMap<AgencyId, { readonly relayed: number; readonly last: number }>> {
    await this.step('relayCursors');
    return new Map(this.database.feedCounters);
  }

  async advanceRelayCursors(
    cursors: readonly { readonly agencyId: AgencyId; readonly relayed: number }[],
  ): Promise<void> {
    await this.step('advanceRelayCursors');
    for (const { agencyId, relayed } of cursors) {
      const counter = this.database.feedCounters.get(agencyId);
      if (counter === undefined) continue;
      this.database.feedCounters.set(agencyId, { ...counter, relayed: Math.max(counter.relayed, relayed) });
    }
  }

  async journalPage(after: DossierId | null, limit: number): Promise<readonly StoredJournal[]> {
    await this.step('journalPage');
    const ids = [...this.database.dossiers.keys()].sort().filter((id) => after === null || id > after);
    return ids.slice(0, limit).flatMap((id) => {
      const rows = this.database.dossiers.get(id);
      return rows === undefined ? [] : [storedJournal(rows, this.database.feed)];
    });
  }

  auditPage(after: DossierId | null, limit: number): Promise<readonly JournalEntry[]> {
    return this.journalPage(after, limit);
  }

  /** The process dies: its open transactions are rolled back, and whoever waits for it waits for ever. */
  crash(): void {
    this.crashed = true;
    for (const tx of this.open) tx.rollback();
  }

  private readonly step = async (point: string): Promise<void> => {
    await this.alive();
    await this.schedule(point);
    await this.alive();
  };

  private alive(): Promise<void> {
    return this.crashed ? new Promise(() => undefined) : Promise.resolve();
  }
}

function eventAt(rows: DossierRows | undefined, seq: number): DossierEvent {
  const event = rows?.events.find((candidate) => candidate.seq === seq);
  if (event === undefined) throw new Error(`a feed entry points at no event: seq ${seq}`);
  return event;
}
