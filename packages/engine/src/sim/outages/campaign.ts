/**
 * Outages recorded, corrected and cancelled over the dossiers of a run that has come to rest: an actor of its own, whose process dies now and
 * then in the middle of a batch, and who looks on.
 */
import type { DossierId, Instant, OutageRecord } from '@lien-thong/domain';
import { instantFromMillis } from '@lien-thong/domain';
import { verifyJournal } from '../../journal/verify-journal.js';
import type { LedgerPorts } from '../../ledger/batch.js';
import { MemoryDatabase } from '../../memory/database.js';
import { CountingIds } from '../../memory/ids.js';
import { storedDossier } from '../../memory/rows.js';
import type { DossierRows } from '../../memory/rows.js';
import { MemoryStore } from '../../memory/store.js';
import { CommitUnknown } from '../../ports/store.js';
import type { Store } from '../../ports/store.js';
import { Relieving } from '../../relief/relieving.js';
import { Sweep } from '../../sweep/sweep.js';
import type { Complaint } from '../invariants/evidence.js';
import { first } from '../invariants/evidence.js';
import { minuteOfText } from '../plain/story.js';
import { runIn } from '../run.js';
import { Simulation } from '../simulation.js';
import type { RunOptions } from '../simulation.js';
import type { Random } from '../world/random.js';
import { cancelRestores, minutesKept, reliefWithinOutage, untouchedUntouched } from './invariants.js';
import { SYSTEMS, withNeeds } from './needs.js';

const OUTAGES = 4;
const TELLINGS = 7;
const BATCH = 3;

export interface OutageReport {
  readonly complaint: Complaint;
  readonly tellings: number;
  readonly relieved: number;
  readonly crashes: number;
}

export interface OutageOptions extends Pick<RunOptions, 'seed' | 'turn'> {
  /** A mistake around the store. */
  readonly plant?: (store: Store) => Store;
  /** Verification of the journal is left out, so that the other invariants must find the mistake. */
  readonly withoutVerify?: boolean;
}

function copied(from: MemoryDatabase): MemoryDatabase {
  const to = new MemoryDatabase();
  for (const [id, rows] of from.dossiers) to.dossiers.set(id, rows);
  for (const [agencyId, counter] of from.feedCounters) to.feedCounters.set(agencyId, counter);
  return to;
}

class OutageRun {
  private readonly random: Random;
  private readonly before: ReadonlyMap<DossierId, DossierRows>;
  /** What the run left behind, on its own: nobody looks on any more. */
  private readonly database: MemoryDatabase;
  private readonly records = new Map<string, OutageRecord>();
  private readonly report = { tellings: 0, relieved: 0, crashes: 0 };
  private nodes = 900;

  constructor(
    private readonly world: Simulation,
    private readonly options: OutageOptions,
  ) {
    this.random = world.random.fork('outages');
    this.database = copied(world.database);
    this.before = new Map(this.database.dossiers);
  }

  async toTheEnd(): Promise<OutageReport> {
    for (let left = TELLINGS; left > 0; left--) {
      await this.tell(this.next());
      const complaint = left % 3 === 1 ? this.complaint() : null;
      if (complaint !== null) return { complaint, ...this.report };
    }
    for (const record of this.records.values()) {
      await this.tell({ ...record, revision: record.revision + 1, cancelled: true });
    }
    await new Sweep(this.ports(new MemoryStore(this.database))).runOnce();
    const complaint = this.complaint() ?? cancelRestores(this.before, this.database.dossiers);
    return { complaint, ...this.report };
  }

  /** A new outage, another interval of one, or its end. */
  private next(): OutageRecord {
    const known = [...this.records.values()];
    const former =
      known.length > 0 && (known.length === OUTAGES || this.random.chance(0.5)) ? this.random.pick(known) : null;
    const outageId = former?.outageId ?? `018f4d5e-0000-7000-8000-00000000000${known.length}`;
    return {
      ...{ outageId, revision: (former?.revision ?? 0) + 1 },
      system: former?.system ?? this.random.pick(SYSTEMS),
      ...this.interval(),
      cancelled: former !== null && this.random.chance(0.2),
      evidence: { reference: 'BB-1', sha256: null },
    };
  }

  /** Somewhere in the days in which there was something to do, for minutes or days. */
  private interval(): { readonly from: Instant; readonly to: Instant } {
    const opens = Date.parse('2026-11-23T00:30:00Z');
    const from = opens + this.random.below(5 * 1440) * 60_000;
    const lasts = this.random.pick([7, 60, 240, 480, 1440, 2 * 1440 + 600]);
    return { from: instantFromMillis(from), to: instantFromMillis(from + lasts * 60_000) };
  }

  private async tell(record: OutageRecord): Promise<void> {
    this.records.set(record.outageId, record);
    this.report.tellings += 1;
    const ids = [...this.database.dossiers.keys()].sort();
    for (let at = 0; at < ids.length;) {
      try {
        const store = this.store();
        const batch = ids.slice(at, at + BATCH);
        const relieving = new Relieving(this.ports(store));
        const { dossiers } = await store.transaction((tx) => relieving.relieveIn(tx, batch, record));
        this.report.relieved += dossiers;
        at += BATCH;
      } catch (error) {
        if (!(error instanceof CommitUnknown)) throw error;
        // The process is gone; the next one does not know whether the batch was written, and tells it again.
        this.report.crashes += 1;
      }
    }
  }

  /** The store of a new process, which may die before or after its commit. */
  private store(): Store {
    const dies = this.random.chance(0.15) ? this.random.pick(['commit', 'committed']) : null;
    const store = new MemoryStore(this.database, (point) =>
      point === dies ? Promise.reject(new CommitUnknown('killed')) : Promise.resolve(),
    );
    return this.options.plant?.(store) ?? store;
  }

  private ports(store: Store): LedgerPorts {
    this.nodes += 1;
    const { clock } = this.world;
    return {
      ...{
        store,
        clock: { now: () => clock.now() },
        ids: new CountingIds(this.nodes),
        codeOwner: 'competent' as const,
      },
      reference: withNeeds(this.world.evidence().reference),
      onCommitted: () => undefined,
    };
  }

  private complaint(): Complaint {
    const { database } = this;
    const { clock } = this.world;
    const spans = [...this.records.values()].filter(({ cancelled }) => !cancelled);
    const until = minuteOfText(clock.now());
    return (
      reliefWithinOutage(this.before, database.dossiers, { spans, until }) ??
      minutesKept(this.before, database.dossiers, spans) ??
      untouchedUntouched(this.before, database.dossiers) ??
      (this.options.withoutVerify === true ? null : this.verified())
    );
  }

  private verified(): Complaint {
    const reference = withNeeds(this.world.evidence().reference);
    return first(this.database.dossiers, ([id, rows]) => {
      const found = verifyJournal(storedDossier(rows, 'everything'), rows.events, reference.rulesOf(rows.dossier.pin));
      return found === null ? null : `${id}: ${JSON.stringify(found)}`;
    });
  }
}

/** One seed: the office under faults, and then the outages. */
export async function outageRun(options: OutageOptions): Promise<OutageReport> {
  const world = new Simulation({ seed: options.seed, turn: options.turn });
  const { violation } = await runIn(world);
  if (violation !== null) throw new Error(`the office itself failed: ${violation.invariant} ${violation.text}`);
  return new OutageRun(world, options).toTheEnd();
}
