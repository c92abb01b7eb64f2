import type { AgencyId, DossierId } from '@lien-thong/domain';
import type { FeedEntry, StoredAnswer } from '../ports/store.js';
import { LockTable } from './locks.js';
import type { DossierRows } from './rows.js';

export interface FeedCounter {
  readonly last: number;
  readonly relayed: number;
}

/** What one transaction changes, all at once, when it commits. */
export interface Changes {
  readonly dossiers: ReadonlyMap<DossierId, DossierRows>;
  readonly codes: ReadonlyMap<string, DossierId>;
  readonly eventIds: ReadonlySet<string>;
  readonly answers: ReadonlyMap<string, StoredAnswer>;
  readonly codeCounters: ReadonlyMap<string, number>;
  readonly feedLast: ReadonlyMap<AgencyId, number>;
  readonly feed: readonly FeedEntry[];
}

/**
 * The committed state that several `MemoryStore`s (processes) share. Nothing here waits: waiting is done by transactions, for locks.
 */
export class MemoryDatabase {
  readonly locks = new LockTable();
  readonly dossiers = new Map<DossierId, DossierRows>();
  readonly codes = new Map<string, DossierId>();
  readonly eventIds = new Set<string>();
  readonly answers = new Map<string, StoredAnswer>();
  readonly codeCounters = new Map<string, number>();
  readonly feedCounters = new Map<AgencyId, FeedCounter>();
  readonly feed = new Map<AgencyId, FeedEntry[]>();
  /** Committed transactions, those that wrote nothing included. */
  commits = 0;
  epoch: string;

  constructor(epoch = 'epoch-1') {
    this.epoch = epoch;
  }

  apply(changes: Changes): void {
    this.commits += 1;
    for (const [id, rows] of changes.dossiers) this.dossiers.set(id, rows);
    for (const [code, id] of changes.codes) this.codes.set(code, id);
    for (const id of changes.eventIds) this.eventIds.add(id);
    for (const [key, answer] of changes.answers) this.answers.set(key, answer);
    for (const [counter, last] of changes.codeCounters) this.codeCounters.set(counter, last);
    for (const [agencyId, last] of changes.feedLast) {
      this.feedCounters.set(agencyId, { last, relayed: this.feedCounters.get(agencyId)?.relayed ?? 0 });
    }
    for (const entry of changes.feed) {
      const entries = this.feed.get(entry.agencyId) ?? [];
      this.feed.set(entry.agencyId, entries);
      entries.push(entry);
    }
  }
}
