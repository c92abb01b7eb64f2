/**
 * Moves open dossiers to the newest version of their calendar, some hundred in a transaction, with the place of the run in the same
 * transaction: killed anywhere, the next process goes on where the last commit was. No leader is needed, the lock of the run's row
 * is enough.
 */
import { isFinal } from '@lien-thong/domain';
import type { CalendarNotice, DossierId } from '@lien-thong/domain';
import { CommitUnknown, Restating, StoreUnavailable } from '@lien-thong/engine';
import type { FeedItem, RestatePorts, RestatedBatch } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { KnownDossiers } from '../store/known-dossiers.js';
import { PostgresTransaction } from '../store/postgres-transaction.js';
import type { KeyRing } from '../store/private-crypto.js';
import { LEDGER_WRITES, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';
import type { LiveReference } from '../reference/live-reference.js';
import { moveFor } from './restatement-moves.js';
import { countOpen, moveOn, noteStuck, noticesOf, stuckOf, takeRun } from './restatement-rows.js';
import type { Run, Standing } from './restatement-rows.js';
import { lockFree, nextWindow } from './restatement-window.js';
import type { Window } from './restatement-window.js';

/** Few enough that a command which needs one of them, or a feed of theirs, waits for some tens of milliseconds at most. */
const BATCH = 250;
/** Open dossiers looked at by one statement where few are to be moved. */
const WINDOW = 2_000;
const FIRST_PLACE = { afterHolder: '', afterId: '00000000-0000-0000-0000-000000000000' };

export interface RestatementPorts extends RestatePorts {
  readonly pool: Pool;
  readonly ring: KeyRing;
  readonly reference: LiveReference;
  /** Takes over what others have published: a run must not be worked on with calendars of before it. */
  readonly look: () => Promise<void>;
  readonly onCommitted: (items: readonly FeedItem[]) => void;
}

/** What one step did: a batch, or nothing because there is nothing to do now. */
export interface Step {
  readonly run: string | null;
  readonly moved: number;
}

interface Batch {
  readonly run: Run;
  readonly window: Window;
  readonly free: readonly DossierId[];
  readonly restated: RestatedBatch;
}

const IDLE: Step = { run: null, moved: 0 };

export class Restatement {
  private readonly restating: Restating;
  private most = BATCH;

  constructor(private readonly ports: RestatementPorts) {
    this.restating = new Restating(ports);
  }

  /**
   * One batch of the oldest run. A batch that fails is tried again on half as many; a single dossier that cannot be written is noted
   * down and passed. Rejects when the database cannot be reached.
   */
  async step(): Promise<Step> {
    await this.ports.look();
    const seen: { ids: readonly DossierId[] } = { ids: [] };
    try {
      const done = await this.inOne((wire, run) => this.batchIn(wire, run, seen));
      this.most = Math.min(BATCH, this.most * 2);
      if (done === null) return IDLE;
      const items = await done.restated.items();
      if (items.length > 0) this.ports.onCommitted(items);
      return { run: done.run.id, moved: done.restated.dossiers };
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
    const passed = await this.inOne((wire, run) =>
      this.passIn(wire, run, new Map(ids.map((id) => [id, String(error)]))),
    );
    return passed === null ? IDLE : { run: passed.run.id, moved: 0 };
  }

  /** The oldest run in a transaction of its own; null when there is none to work on. */
  private inOne(work: (wire: Wire, run: Run) => Promise<Batch>): Promise<Batch | null> {
    return inTransaction(this.ports.pool, LEDGER_WRITES, async (wire) => {
      const run = await takeRun(wire, this.ports.clock.now());
      return run === null ? null : work(wire, run);
    });
  }

  private async batchIn(wire: Wire, taken: Run, seen: { ids: readonly DossierId[] }): Promise<Batch> {
    // The pass that begins when everybody knows the version is the last, if it finds nothing.
    const run = taken.state === 'settling' ? { ...taken, settled: true } : taken;
    const targets = this.ports.reference.legalVersions();
    const size = { limit: Math.max(this.most, WINDOW), most: this.most, targets };
    const [window, notices] = await Promise.all([nextWindow(wire, run, size), noticesOf(wire)]);
    const free = await lockFree(wire, window.stale);
    seen.ids = free;
    const restated = await this.restated(wire, run, { free, notices });
    const batch = { run, window, free, restated };
    const done = free.filter((id) => !restated.stuck.has(id));
    await noteStuck(wire, run, { stuck: restated.stuck, done });
    await this.moveOnAfter(wire, batch);
    return batch;
  }

  private restated(
    wire: Wire,
    run: Run,
    { free, notices }: { readonly free: readonly DossierId[]; readonly notices: readonly CalendarNotice[] },
  ): Promise<RestatedBatch> {
    // What this process knows of dossiers is not asked: most of them nobody has touched for days.
    const tx = new PostgresTransaction(wire, this.ports.ring, new KnownDossiers(0));
    const { reference } = this.ports;
    return this.restating.restateIn(tx, free, (stored) =>
      isFinal(stored.file.dossier.phase) ? null : moveFor(stored, run, { reference, notices }),
    );
  }

  /** One dossier that cannot be written: the run goes past it. */
  private async passIn(wire: Wire, run: Run, stuck: ReadonlyMap<DossierId, string>): Promise<Batch> {
    const targets = this.ports.reference.legalVersions();
    const window = await nextWindow(wire, run, { limit: WINDOW, most: 1, targets });
    const nothing = { dossiers: 0, clocks: 0, movedClocks: 0, withdrawn: 0, items: () => Promise.resolve([]), stuck };
    const batch = { run, window, free: [], restated: nothing };
    await noteStuck(wire, run, { stuck, done: [] });
    await this.moveOnAfter(wire, batch);
    return batch;
  }

  private async moveOnAfter(wire: Wire, { run, window, free, restated }: Batch): Promise<void> {
    const now = this.ports.clock.now();
    const openDossiers = run.openDossiers ?? (await countOpen(wire, run));
    const missed = run.missed + window.stale.filter((id) => !free.includes(id) && !restated.stuck.has(id)).length;
    const stuck = await stuckOf(wire, run);
    const standing =
      window.next === null
        ? afterPass({ ...run, missed }, stuck)
        : { ...run, missed, state: 'running' as const, afterHolder: window.next.holder, afterId: window.next.id };
    await moveOn(wire, run, { standing: { ...standing, openDossiers }, progress: restated, stuck, now });
  }
}

/** After the last open dossier: once more for what was locked, once more when everybody knows the version, else it is done. */
function afterPass(run: Run, stuck: number): Standing {
  const again = { ...run, ...FIRST_PLACE, pass: run.pass + 1, missed: 0, settled: run.isSettled };
  if (run.missed > 0) return { ...again, state: 'running' };
  if (!run.isSettled) return { ...again, state: 'settling' };
  if (!run.settled) return { ...again, state: 'running' };
  return { ...run, state: stuck > 0 ? 'incomplete' : 'done' };
}
