import { minuteOf, plusMinutes } from '@lien-thong/domain';
import type { DossierId, Minute } from '@lien-thong/domain';
import type { LedgerPorts } from '../ledger/batch.js';
import { CommitUnknown, StoreUnavailable } from '../ports/store.js';
import { claimDue, sweepIn } from './sweep-batch.js';

const BATCH_LIMIT = 500;

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

  constructor(private readonly ports: LedgerPorts) {}

  /**
   * Writes everything that is due and not held by others. Rejects with StoreUnavailable or CommitUnknown; to be run again then, since
   * what was written is not due any more.
   */
  async runOnce(): Promise<SweepReport> {
    const run: Run = { stuck: new Set(), handled: new Map() };
    let facts = 0;
    let limit = BATCH_LIMIT;
    for (;;) {
      const attempt = await this.attempt(limit, run);
      for (const id of attempt.stuck) run.stuck.add(id);
      facts += attempt.facts;
      if (attempt.claimed === 0) break;
      limit = attempt.failed ? Math.max(1, Math.floor(limit / 2)) : Math.min(BATCH_LIMIT, limit * 2);
    }
    this.stuck = run.stuck;
    return { facts, stuck: [...run.stuck].sort() };
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
        return sweepIn(tx, this.ports, this.withoutRepeats(seen.claimed, run));
      });
      const items = await swept.items();
      if (items.length > 0) this.ports.onCommitted(items);
      const stuck = seen.claimed.filter((id) => !swept.written.has(id));
      return { claimed: seen.claimed.length, stuck, facts: swept.facts, failed: false };
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof CommitUnknown || seen.claimed.length === 0) throw error;
      for (const id of seen.claimed) run.handled.delete(id);
      const stuck = seen.claimed.length === 1 ? seen.claimed : [];
      return { claimed: seen.claimed.length, stuck, facts: 0, failed: true };
    }
  }

  /** A dossier that is due again in the minute in which it was written would be written for ever: it is left out, and so stuck. */
  private withoutRepeats(claimed: readonly DossierId[], { handled }: Run): readonly DossierId[] {
    const minute = minuteOf(this.ports.clock.now());
    const fresh = claimed.filter((id) => handled.get(id) !== minute);
    for (const id of fresh) handled.set(id, minute);
    return fresh;
  }
}

/** What one run has seen: dossiers it gave up, and the minute in which each of the others was written. */
interface Run {
  readonly stuck: Set<DossierId>;
  readonly handled: Map<DossierId, Minute>;
}

interface Attempt {
  readonly claimed: number;
  readonly stuck: readonly DossierId[];
  readonly facts: number;
  readonly failed: boolean;
}
