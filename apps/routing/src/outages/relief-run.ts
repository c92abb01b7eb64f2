/**
 * Tells approved outages to the dossiers they concern, some hundred in a transaction, with what became of each in the same transaction:
 * killed anywhere, the next process goes on where the last commit was. The lock of the run's row is the only leadership.
 */
import type { DossierId, Instant, OutageRecord } from '@lien-thong/domain';
import { CommitUnknown, Relieving, StoreUnavailable } from '@lien-thong/engine';
import type { FeedItem, RefoldPorts, RelievedBatch } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { KnownDossiers } from '../store/known-dossiers.js';
import { PostgresTransaction } from '../store/postgres-transaction.js';
import type { KeyRing } from '../store/private-crypto.js';
import { LEDGER_WRITES, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';
import { claimPending, finish, gather, isPending, moveOn, noteLooked, takeRun } from './relief-rows.js';
import type { Looked, ReliefRun } from './relief-rows.js';

/** Few enough that a command which needs one of them waits for some tens of milliseconds at most: each journal is read and folded. */
const BATCH = 100;

export interface ReliefPorts extends RefoldPorts {
  readonly pool: Pool;
  readonly ring: KeyRing;
  /** Takes over what others have published: no journal may be folded by calendars of before it. */
  readonly look: () => Promise<void>;
  readonly onCommitted: (items: readonly FeedItem[]) => void;
}

/** What one step did: `run` is null when there is nothing to do now. */
export interface Step {
  readonly run: string | null;
  readonly moved: number;
}

const IDLE: Step = { run: null, moved: 0 };

/** The revision as the dossiers are told it. */
export function recordOf(run: Omit<ReliefRun, 'toGather'>): OutageRecord {
  const { outageId, revision, kind, system, from, to, evidence } = run;
  const span = { from: from as Instant, to: to as Instant };
  return { outageId, revision, system, ...span, cancelled: kind === 'cancel', evidence };
}

interface Done {
  readonly run: ReliefRun;
  readonly relieved: RelievedBatch | null;
}

export class ReliefRuns {
  private readonly relieving: Relieving;
  private most = BATCH;

  constructor(private readonly ports: ReliefPorts) {
    this.relieving = new Relieving(ports);
  }

  /**
   * One batch of the oldest run, or the list of what it has to look at. A batch that fails is tried again on half as many; a single
   * dossier that cannot be written is noted down and passed. Rejects when the database cannot be reached.
   */
  async step(): Promise<Step> {
    await this.ports.look();
    const seen: { ids: readonly DossierId[] } = { ids: [] };
    try {
      const done = await this.inOne((wire, run) => this.workIn(wire, run, seen));
      this.most = Math.min(BATCH, this.most * 2);
      if (done === null) return IDLE;
      const items = (await done.relieved?.items()) ?? [];
      if (items.length > 0) this.ports.onCommitted(items);
      return { run: nameOf(done.run), moved: done.relieved?.dossiers ?? 0 };
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof CommitUnknown || seen.ids.length === 0) throw error;
      return this.afterFault(seen.ids, error);
    }
  }

  private async afterFault(ids: readonly DossierId[], error: unknown): Promise<Step> {
    if (ids.length > 1) {
      this.most = Math.max(1, Math.floor(ids.length / 2));
      return { run: 'again', moved: 0 };
    }
    const looked = ids.map((id): Looked => ({ id, state: 'stuck', reason: String(error) }));
    const passed = await this.inOne(async (wire, run) => {
      await noteLooked(wire, run, looked);
      return { run, relieved: null };
    });
    return passed === null ? IDLE : { run: nameOf(passed.run), moved: 0 };
  }

  private inOne(work: (wire: Wire, run: ReliefRun) => Promise<Done | null>): Promise<Done | null> {
    return inTransaction(this.ports.pool, LEDGER_WRITES, async (wire) => {
      const run = await takeRun(wire);
      return run === null ? null : work(wire, run);
    });
  }

  /** All that are left are held by others just now, or none is left. */
  private async nothingFree(wire: Wire, run: ReliefRun, now: Instant): Promise<Done | null> {
    if (await isPending(wire, run)) return null;
    await finish(wire, run, now);
    return { run, relieved: null };
  }

  private async workIn(wire: Wire, run: ReliefRun, seen: { ids: readonly DossierId[] }): Promise<Done | null> {
    const now = this.ports.clock.now();
    if (run.toGather) {
      await gather(wire, run, now);
      return { run, relieved: null };
    }
    const ids = await claimPending(wire, run, this.most);
    if (ids.length === 0) return this.nothingFree(wire, run, now);
    seen.ids = ids;
    // What this process knows of dossiers is not asked: most of them nobody has touched for days.
    const tx = new PostgresTransaction(wire, this.ports.ring, new KnownDossiers(0));
    const relieved = await this.relieving.relieveIn(tx, ids, recordOf(run));
    await noteLooked(wire, run, lookedAt(ids, relieved));
    await moveOn(wire, run, { figures: relieved, now });
    if (!(await isPending(wire, run))) await finish(wire, run, now);
    return { run, relieved };
  }
}

const nameOf = ({ outageId, revision }: ReliefRun): string => `${outageId} ${revision}`;

function lookedAt(ids: readonly DossierId[], { stuck, told }: RelievedBatch): readonly Looked[] {
  return ids.map((id) => {
    const reason = stuck.get(id);
    if (reason !== undefined) return { id, state: 'stuck', reason };
    return { id, state: told.has(id) ? 'relieved' : 'untouched', reason: null };
  });
}
