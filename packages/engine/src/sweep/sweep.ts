import { minuteOf, plusMinutes } from '@lien-thong/domain';
import type { DossierId, Minute } from '@lien-thong/domain';
import type { LedgerPorts } from '../ledger/batch.js';
import { CommitUnknown, StoreUnavailable } from '../ports/store.js';
import { claimDue, sweepIn } from './sweep-batch.js';

/**
 * Small enough that what a batch has loaded is garbage before it grows old, and that no clerk waits long for a dossier or a feed;
 * what a transaction costs by itself is hidden by the other lanes.
 */
const BATCH_LIMIT = 250;

export interface SweepReport {
  /** Facts written: warnings, breaches, lapses, closings by time-out. */
  readonly facts: number;
  /** Dossiers that are due and that nothing could be done for: an alert for whoever runs the system. */
  readonly stuck: readonly DossierId[];
}

/**
 * Finds the clocks whose time has come. Late, never early, each rung once with its true instant: the row lock lets one sweep at a
 * time look at a dossier, and what is in its journal is not due any more. Has no timer: the caller sleeps until `nextWake`.
 */
export class Sweep {
  private stuck: ReadonlySet<DossierId> = new Set();

  constructor(
    private readonly ports: LedgerPorts,
    /** Transactions at the same time while more is due than one of them takes: one is decided while another is written. */
    private readonly lanes = 1,
  ) {}

  /**
   * Writes everything that is due and not held by others. Rejects with StoreUnavailable or CommitUnknown; to be run again then, since
   * what was written is not due any more. `onBatch` is called after each transaction: a storm is many of them.
   */
  async runOnce(onBatch: () => void = () => undefined): Promise<SweepReport> {
    const run: Run = { stuck: new Set(), handled: new Map(), facts: 0, lanes: [], onBatch };
    this.openLane(run);
    const faults: Fault[] = [];
    // Grows while it is gone through. A lane that fails leaves the others to finish what they have claimed.
    for (const lane of run.lanes) faults.push(...(await lane));
    if (faults[0] !== undefined) throw faults[0].error;
    this.stuck = run.stuck;
    return { facts: run.facts, stuck: [...run.stuck].sort() };
  }

  private openLane(run: Run): void {
    run.lanes.push(
      this.lane(run).then(
        () => [],
        (error: unknown) => [{ error }],
      ),
    );
  }

  /** One transaction after the other until nothing is left that others do not hold. */
  private async lane(run: Run): Promise<void> {
    let limit = BATCH_LIMIT;
    for (;;) {
      const attempt = await this.attempt(limit, run);
      for (const id of attempt.stuck) run.stuck.add(id);
      run.facts += attempt.facts;
      run.onBatch();
      if (attempt.claimed === 0) return;
      limit = attempt.failed ? Math.max(1, Math.floor(limit / 2)) : Math.min(BATCH_LIMIT, limit * 2);
    }
  }

  /**
   * The minute at which to run again, or null when nothing is ever due. Not before the next minute when dossiers are stuck: they are
   * due all the time.
   */
  async nextWake(): Promise<Minute | null> {
    const next = await this.ports.store.nextDueMinute();
    if (next === null) return null;
    const soonest = plusMinutes(minuteOf(this.ports.clock.now()), this.stuck.size > 0 ? 1 : 0);
    return next < soonest ? soonest : (next as Minute);
  }

  /** One transaction. When it fails it is tried on fewer dossiers, and a single one that fails alone is stuck. */
  private async attempt(limit: number, run: Run): Promise<Attempt> {
    const seen: { claimed: readonly DossierId[] } = { claimed: [] };
    try {
      const swept = await this.ports.store.transaction(async (tx) => {
        seen.claimed = await claimDue(tx, this.ports, { limit, skip: run.stuck });
        if (seen.claimed.length >= BATCH_LIMIT && run.lanes.length < this.lanes) this.openLane(run);
        return sweepIn(tx, this.ports, { claimed: seen.claimed, done: this.repeatsIn(seen.claimed, run) });
      });
      const items = await swept.items();
      if (items.length > 0) this.ports.onCommitted(items);
      return { claimed: seen.claimed.length, stuck: swept.stuck, facts: swept.facts, failed: false };
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof CommitUnknown || seen.claimed.length === 0) throw error;
      for (const id of seen.claimed) run.handled.delete(id);
      const stuck = seen.claimed.length === 1 ? seen.claimed : [];
      return { claimed: seen.claimed.length, stuck, facts: 0, failed: true };
    }
  }

  /**
   * Those that were written in this very minute already. One that is due again would be written for ever: it is left out, and so
   * stuck. Of one that another lane has just written nothing is due any more.
   */
  private repeatsIn(claimed: readonly DossierId[], { handled }: Run): ReadonlySet<DossierId> {
    const minute = minuteOf(this.ports.clock.now());
    const repeats = new Set(claimed.filter((id) => handled.get(id) === minute));
    for (const id of claimed) handled.set(id, minute);
    return repeats;
  }
}

/** What one run has seen: dossiers it gave up, the minute in which each of the others was written, and who is at work. */
interface Run {
  readonly stuck: Set<DossierId>;
  readonly handled: Map<DossierId, Minute>;
  readonly lanes: Promise<readonly Fault[]>[];
  readonly onBatch: () => void;
  facts: number;
}

interface Fault {
  readonly error: unknown;
}

interface Attempt {
  readonly claimed: number;
  readonly stuck: readonly DossierId[];
  readonly facts: number;
  readonly failed: boolean;
}
