import type { DossierEvent, DossierId } from '@lien-thong/domain';
import type {
  BatchWrite,
  CodeCounter,
  CommandKey,
  FeedFirsts,
  LoadedDossier,
  StoredAnswer,
  StoreTransaction,
} from '../ports/store.js';
import { claimDueDossiers } from './claim.js';
import type { MemoryDatabase } from './database.js';
import type { Schedule } from './schedule.js';
import { storedDossier } from './rows.js';
import { StagedChanges } from './staged-changes.js';

export const keyOf = ({ agencyId, key }: CommandKey): string => `${agencyId} ${key}`;

/**
 * One transaction under READ COMMITTED: every statement sees what is committed when it starts and what the transaction itself has
 * staged; locks and unique keys are held until the end. Statements run in the order they were asked for, one at a time.
 */
export class MemoryTransaction implements StoreTransaction {
  private readonly staged: StagedChanges;
  private tail: Promise<unknown> = Promise.resolve();
  private ended = false;

  constructor(
    private readonly database: MemoryDatabase,
    private readonly schedule: Schedule,
  ) {
    this.staged = new StagedChanges(database);
  }

  lockKeys(keys: readonly CommandKey[]): Promise<void> {
    return this.statement('lockKeys', async () => {
      for (const key of keys) await this.lock(`key ${keyOf(key)}`);
    });
  }

  lockDossiers(ids: readonly DossierId[]): Promise<readonly DossierId[]> {
    return this.statement('lockDossiers', async () => {
      const there = ids.filter((id) => this.staged.rows(id) !== null);
      for (const id of there) await this.lock(`dossier ${id}`);
      return there;
    });
  }

  load(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, LoadedDossier>> {
    return this.statement('load', () => this.loaded(ids));
  }

  loadAnswers(keys: readonly CommandKey[]): Promise<readonly StoredAnswer[]> {
    return this.statement('loadAnswers', () => keys.flatMap((key) => this.staged.answer(keyOf(key)) ?? []));
  }

  loadJournals(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, readonly DossierEvent[]>> {
    return this.statement('loadJournals', () => {
      const journals = new Map<DossierId, readonly DossierEvent[]>();
      for (const id of ids) {
        const rows = this.staged.rows(id);
        if (rows !== null) journals.set(id, rows.events);
      }
      return journals;
    });
  }

  takeCodes(requests: readonly (CodeCounter & { readonly count: number })[]): Promise<readonly number[]> {
    return this.statement('takeCodes', async () => {
      const firsts: number[] = [];
      for (const { scope, day, count } of requests) {
        const counter = `${scope} ${day}`;
        await this.lock(`code ${counter}`);
        firsts.push(this.staged.takeCodes(counter, count));
      }
      return firsts;
    });
  }

  write(batch: BatchWrite): Promise<FeedFirsts> {
    return this.statement('write', async () => {
      for (const key of this.staged.locksOf(batch)) await this.lock(key);
      this.staged.add(batch);
      const agencies = [...new Set(batch.feed.map(({ agencyId }) => agencyId))].sort();
      for (const agencyId of agencies) await this.lock(`feed ${agencyId}`);
      return this.staged.addToFeeds(batch.feed);
    });
  }

  claimDue(nowMinute: number, limit: number): Promise<readonly DossierId[]> {
    return this.statement('claimDue', () =>
      claimDueDossiers(this.database.dossiers, {
        nowMinute,
        limit,
        tryLock: (id) => this.database.locks.tryAcquire(`dossier ${id}`, this),
      }),
    );
  }

  /** Waits for statements nobody awaited; rejects when one of them failed. */
  async settled(): Promise<void> {
    await this.tail;
  }

  commit(): void {
    this.ended = true;
    this.database.apply(this.staged);
    this.database.locks.releaseAll(this);
  }

  rollback(): void {
    this.ended = true;
    this.database.locks.releaseAll(this);
  }

  private loaded(ids: readonly DossierId[]): ReadonlyMap<DossierId, LoadedDossier> {
    const found = new Map<DossierId, LoadedDossier>();
    for (const id of ids) {
      const rows = this.staged.rows(id);
      if (rows !== null) found.set(id, storedDossier(rows, 'openSegment'));
    }
    return found;
  }

  /** A statement that was given its lock in the very turn in which its process died takes no further one, and is never answered. */
  private lock(resource: string): Promise<void> {
    if (this.ended) return new Promise(() => undefined);
    return this.database.locks.acquire(resource, this);
  }

  /** After one statement has failed, those behind it fail too, as in an aborted transaction. */
  private statement<T>(name: string, body: () => T | Promise<T>): Promise<T> {
    const result = this.tail.then(async () => {
      await this.schedule(name);
      return body();
    });
    this.tail = result;
    // The caller sees a failure through `result`; the chain itself must not count as unhandled.
    result.catch(() => undefined);
    return result;
  }
}
