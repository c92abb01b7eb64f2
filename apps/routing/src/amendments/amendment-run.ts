/**
 * Works on amendments: dry runs, runs and reversals, some hundred dossiers in a transaction, with what became of each in the same
 * transaction. Killed anywhere, any process goes on with those that are still open; the lock of the amendment's row is the only
 * leadership.
 */
import type { DossierId, Instant } from '@lien-thong/domain';
import { AmendingBatches, CommitUnknown, StoreUnavailable } from '@lien-thong/engine';
import type { AmendedBatch, FeedItem, RefoldPorts } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { LiveReference } from '../reference/live-reference.js';
import { KnownDossiers } from '../store/known-dossiers.js';
import { PostgresTransaction } from '../store/postgres-transaction.js';
import type { KeyRing } from '../store/private-crypto.js';
import { LEDGER_WRITES, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';
import { countsOf, lockFreeOf, openAffected, settle } from './affected-rows.js';
import type { OpenAffected, Settled } from './affected-rows.js';
import { endReversal, endRun, takeAmendment } from './amendment-rows.js';
import type { Amendment } from './amendment-rows.js';
import { lookFurther } from './dry-run.js';

/** Few enough that a command which needs one of them, or a feed of theirs, waits for some tens of milliseconds at most. */
const BATCH = 250;

export interface AmendmentPorts extends RefoldPorts {
  readonly pool: Pool;
  readonly ring: KeyRing;
  readonly reference: LiveReference;
  /** Takes over what others have published: dossiers must not come under a version nobody here knows. */
  readonly look: () => Promise<void>;
  readonly onCommitted: (items: readonly FeedItem[]) => void;
}

/** What one step did. `waits`: somebody holds what is left, or there is nothing to do now. */
export interface AmendmentStep {
  readonly amendment: string | null;
  readonly dossiers: number;
  readonly waits: boolean;
}

const IDLE: AmendmentStep = { amendment: null, dossiers: 0, waits: true };

interface Worked extends AmendmentStep {
  readonly items: AmendedBatch['items'] | null;
}

/** Which way a run goes. */
type Way = 'pending' | 'reverting';

export class AmendmentRun {
  private readonly batches: AmendingBatches;
  private most = BATCH;

  constructor(private readonly ports: AmendmentPorts) {
    this.batches = new AmendingBatches(ports);
  }

  /**
   * One batch of the amendment that was to be worked on longest. A batch that fails is tried again on half as many; a single dossier that
   * cannot be written is noted down and passed. Rejects when the database cannot be reached.
   */
  async step(): Promise<AmendmentStep> {
    await this.ports.look();
    const seen: { ids: readonly DossierId[] } = { ids: [] };
    try {
      const done = await this.inOne((wire, amendment) => this.workIn(wire, amendment, seen));
      if (done === null) return IDLE;
      this.most = Math.min(BATCH, this.most * 2);
      const items = done.items === null ? [] : await done.items();
      if (items.length > 0) this.ports.onCommitted(items);
      return done;
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof CommitUnknown || seen.ids.length === 0) throw error;
      return this.afterFault(seen.ids, error);
    }
  }

  private async afterFault(ids: readonly DossierId[], error: unknown): Promise<AmendmentStep> {
    this.most = Math.max(1, Math.floor(ids.length / 2));
    if (ids.length > 1) return { amendment: 'again', dossiers: 0, waits: false };
    const reason = { code: 'stuck', facts: { reason: String(error).slice(0, 300) } };
    const passed = await this.inOne(async (wire, amendment) => {
      const stuck = ids.map((id) => ({ id, state: stuckState(amendment), result: reason }));
      await settle(wire, amendment.id, stuck, this.ports.clock.now());
      return { amendment: amendment.id, dossiers: 0, waits: false, items: null };
    });
    return passed ?? IDLE;
  }

  private inOne(work: (wire: Wire, amendment: Amendment) => Promise<Worked>): Promise<Worked | null> {
    return inTransaction(this.ports.pool, LEDGER_WRITES, async (wire) => {
      const amendment = await takeAmendment(wire, []);
      return amendment === null ? null : work(wire, amendment);
    });
  }

  private async workIn(wire: Wire, amendment: Amendment, seen: { ids: readonly DossierId[] }): Promise<Worked> {
    const { id, state } = amendment;
    const now = this.ports.clock.now();
    if (state === 'looking') {
      await lookFurther(wire, amendment, { reference: this.ports.reference, now });
      return { amendment: id, dossiers: 0, waits: false, items: null };
    }
    const way: Way = state === 'reverting' ? 'reverting' : 'pending';
    const open = await openAffected(wire, id, { state: way, limit: this.most });
    if (open.length === 0) {
      await this.finish(wire, amendment, now);
      return { amendment: id, dossiers: 0, waits: false, items: null };
    }
    const free = await lockFreeOf(
      wire,
      open.map((each) => each.id),
    );
    seen.ids = free;
    const batch = await this.batchIn(wire, amendment, { open, free, way });
    await settle(wire, id, settledBy(batch, free, way), now);
    return { amendment: id, dossiers: batch.done.length, waits: free.length === 0, items: batch.items };
  }

  private batchIn(
    wire: Wire,
    amendment: Amendment,
    {
      open,
      free,
      way,
    }: { readonly open: readonly OpenAffected[]; readonly free: readonly DossierId[]; readonly way: Way },
  ): Promise<AmendedBatch> {
    // What this process knows of dossiers is not asked: most of them nobody has touched for days.
    const tx = new PostgresTransaction(wire, this.ports.ring, new KnownDossiers(0));
    const isNamed = ({ named, revertNamed }: OpenAffected): boolean => (way === 'pending' ? named : revertNamed);
    const named = new Set(open.filter(isNamed).map(({ id }) => id));
    const amending = amendingOf(amendment, way);
    return way === 'pending'
      ? this.batches.amendIn(tx, free, { amending, named })
      : this.batches.revertIn(tx, free, { amending, named });
  }

  private async finish(wire: Wire, { id, state }: Amendment, now: Instant): Promise<void> {
    if (state === 'reverting') return endReversal(wire, id, now);
    const counts = await countsOf((statement, values) => wire.select(statement, values), id);
    const isStuck = counts.some((each) => each.state === 'stuck' && each.count > 0);
    return endRun(wire, id, { state: isStuck ? 'incomplete' : 'done', at: now });
  }
}

const stuckState = ({ state }: Amendment): 'stuck' | 'notReverted' => (state === 'reverting' ? 'notReverted' : 'stuck');

function amendingOf(amendment: Amendment, way: Way) {
  const { id: amendmentId, fromVersions, toVersion, policy } = amendment;
  if (policy === 'grandfather') throw new Error('nothing runs where every dossier stays');
  const [requestedBy, approvedBy] =
    way === 'pending'
      ? [amendment.changedBy, amendment.approvedBy]
      : [amendment.revertRequestedBy, amendment.revertApprovedBy];
  if (requestedBy === null || approvedBy === null) throw new Error('approved by nobody');
  return { fromVersions, toVersion, policy, terms: { amendmentId, requestedBy, approvedBy } };
}

function settledBy({ done, leftOut, stuck }: AmendedBatch, free: readonly DossierId[], way: Way): readonly Settled[] {
  const [good, bad] = way === 'pending' ? (['amended', 'leftOut'] as const) : (['reverted', 'notReverted'] as const);
  const isDone = new Set(done);
  return free.map((id) => {
    if (isDone.has(id)) return { id, state: good, result: null };
    const refusal = leftOut.get(id);
    if (refusal !== undefined) return { id, state: bad, result: { code: refusal.code, facts: { ...refusal.facts } } };
    const reason = { code: 'stuck', facts: { reason: (stuck.get(id) ?? 'it is gone').slice(0, 300) } };
    return { id, state: way === 'pending' ? 'stuck' : 'notReverted', result: reason };
  });
}
