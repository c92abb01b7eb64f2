import { instantSchema, risks } from '@lien-thong/domain';
import type { AgencyId } from '@lien-thong/domain';
import { MemoryBus } from '../memory/bus.js';
import type { Fate } from '../memory/bus.js';
import { dueMinuteOfRows } from '../memory/claim.js';
import { MemoryStore } from '../memory/store.js';
import type { Delivery } from '../ports/bus.js';
import { Clients } from './actors/client.js';
import { Consumer } from './actors/consumer.js';
import { Replica } from './actors/replica.js';
import { Inspector } from './invariants/inspector.js';
import type { Evidence } from './invariants/evidence.js';
import { minuteOfText } from './plain/story.js';
import type { Plant } from './planted/plant.js';
import { FAULT_KINDS, Faults } from './world/faults.js';
import type { FaultKind } from './world/faults.js';
import { Random } from './world/random.js';
import { RunLog } from './world/run-log.js';
import { Scheduler } from './world/scheduler.js';
import { StoreClock } from './world/store-clock.js';
import { SwitchReference } from './world/switch-reference.js';
import { CONNECTED, town } from './world/town.js';
import { WatchedDatabase } from './world/watched-database.js';
import type { Commit } from './world/watched-database.js';

/** A Monday morning with a holiday on the next day. */
const OPENS = instantSchema.parse('2026-11-23T08:00:00+07:00');

export interface RunOptions {
  readonly seed: number;
  /** Faults that may happen; all of them when left out. */
  readonly faults?: readonly FaultKind[];
  readonly mostDossiers?: number;
  readonly mostActs?: number;
  readonly plant?: Plant | null;
  readonly trace?: boolean;
  /** Lets everything that can go on by itself go on; resolves when nothing can. */
  readonly turn: () => Promise<void>;
}

const LEAST_DOSSIERS = 5;
/** A replica's estimate of the database's clock is off by no more, milliseconds. */
export const MOST_SKEW = 500;
const NO_INVARIANTS: ReadonlySet<string> = new Set();

/** One run's world: database, broker, clock, processes, agencies, callers, and who looks on. Nothing in it is shared with another. */
export class Simulation {
  readonly random: Random;
  readonly log: RunLog;
  readonly faults: Faults;
  readonly scheduler = new Scheduler();
  readonly clock = new StoreClock(OPENS);
  readonly database: WatchedDatabase;
  readonly broker: MemoryBus;
  readonly replicas: readonly Replica[];
  readonly consumers: readonly Consumer[];
  readonly clients: Clients;
  readonly inspector: Inspector;
  readonly reference: SwitchReference;
  readonly mostDossiers: number;
  edited = false;
  acts = 0;
  private readonly handedOver = new Map<AgencyId, Set<number>>();
  private nodes = 0;
  private seen: Evidence | null = null;

  constructor(readonly options: RunOptions) {
    const { seed, plant = null, trace = false, faults = FAULT_KINDS } = options;
    this.random = new Random(seed);
    this.mostDossiers = options.mostDossiers ?? LEAST_DOSSIERS + this.random.below(4);
    this.log = new RunLog(trace);
    this.faults = new Faults(this.random.fork('faults'), new Set(faults));
    this.inspector = new Inspector(() => this.evidence(), new Set(plant?.without ?? NO_INVARIANTS));
    this.database = new WatchedDatabase((commit) => this.committed(commit));
    this.broker = new MemoryBus(undefined, (delivery) => this.fateOf(delivery));
    this.reference = new SwitchReference(town().first);
    this.replicas = ['A', 'B', 'C'].slice(0, 2 + this.random.below(2)).map((name) => this.replica(name, plant));
    this.consumers = CONNECTED.map((agencyId) => this.consumer(agencyId, plant));
    this.clients = this.callers();
  }

  /** A run does not end with fewer. */
  get leastDossiers(): number {
    return Math.min(LEAST_DOSSIERS, this.mostDossiers);
  }

  /** One for all questions: whatever changes in it is read when it is asked. */
  evidence(): Evidence {
    this.seen ??= this.look();
    return this.seen;
  }

  private look(): Evidence {
    const { database, clock, clients, consumers, handedOver, options } = this;
    const { operations } = clients;
    const isEdited = () => this.edited;
    return {
      database,
      get now() {
        return clock.now();
      },
      get highest() {
        return clock.highest();
      },
      operations,
      operation: (id) => operations[Number(id.slice(2)) - 1],
      consumers,
      handedOver,
      get reference() {
        return isEdited() ? town().second : town().first;
      },
      get edited() {
        return isEdited();
      },
      risks: options.plant?.risks?.(risks) ?? risks,
    };
  }

  /** A process dies, and with it every answer it owed. */
  crash(owner: string): void {
    const replica = this.replicas.find((candidate) => candidate.owner === owner);
    if (replica === undefined) return;
    this.log.note(`crash ${owner}`);
    this.clients.gone(owner);
    replica.crash();
  }

  wipeBroker(): void {
    this.log.note('the broker forgets everything');
    this.broker.wipe();
  }

  /** An admin publishes other versions of procedures and calendar. */
  editReference(): void {
    if (this.edited) return;
    this.edited = true;
    this.log.note('other versions are published');
    this.reference.switchTo(this.planted(town().second));
  }

  /** Whether anything is due that nobody has found yet. */
  get isDue(): boolean {
    const now = minuteOfText(this.clock.now());
    return [...this.database.dossiers.values()].some((rows) => (dueMinuteOfRows(rows) ?? Infinity) <= now);
  }

  private planted(reference: ReturnType<typeof town>['first']) {
    return this.options.plant?.reference?.(reference) ?? reference;
  }

  private replica(name: string, plant: Plant | null): Replica {
    this.reference.switchTo(this.planted(town().first));
    const skew = this.faults.strikes('clockSkewed', 0.5) ? this.random.below(2 * MOST_SKEW) - MOST_SKEW : 0;
    const { database, scheduler, broker, clock, reference } = this;
    return new Replica(
      name,
      { database, scheduler, broker, clock, reference, plant, nextNode: () => ++this.nodes },
      skew,
    );
  }

  private consumer(agencyId: AgencyId, plant: Plant | null): Consumer {
    const feed = new MemoryStore(this.database, (point) => this.scheduler.step(`agency ${agencyId}`, point));
    return new Consumer({
      agencyId,
      feed,
      plant,
      pull: () => this.broker.pull(agencyId),
      onApplied: (delivery, log) => {
        this.inspector.applied(agencyId, log);
        this.reactTo(agencyId, delivery);
      },
    });
  }

  private callers(): Clients {
    return new Clients({
      random: this.random.fork('clients'),
      faults: this.faults,
      log: this.log,
      replicas: this.replicas,
      now: () => this.clock.now(),
      pages: () => [...this.database.dossiers.values()].map(({ dossier }) => dossier),
      isDone: ({ key, party, fingerprint }) =>
        key !== null && this.database.answers.get(`${party.agencyId} ${key}`)?.fingerprint === fingerprint,
      mostDossiers: this.mostDossiers,
      onAnswer: (operation, attempt, outcome) => this.inspector.answered(operation, attempt, outcome),
    });
  }

  /** The software of an agency confirms what has arrived. */
  private reactTo(agencyId: AgencyId, { event }: Delivery): void {
    const rows = this.database.dossiers.get(event.dossierId);
    if (rows === undefined || this.random.chance(0.2)) return;
    const sentToMe =
      (event.type === 'dossier.transferDispatched.v1' || event.type === 'dossier.transferRedirected.v1') &&
      event.data.to === agencyId;
    if (sentToMe) this.clients.confirm('confirmDelivery', agencyId, rows.dossier);
    const backToMe = event.type === 'dossier.resultDispatched.v1' && rows.dossier.pin.receivingAgency === agencyId;
    if (backToMe) this.clients.confirm('confirmResultArrival', agencyId, rows.dossier);
  }

  private fateOf(delivery: Delivery): Fate {
    const taken = this.handedOver.get(delivery.agencyId) ?? new Set<number>();
    this.handedOver.set(delivery.agencyId, taken.add(delivery.n));
    this.inspector.handedOver(delivery);
    const copies = this.faults.strikes('forgotten', 0.02) ? 0 : this.faults.strikes('duplicate', 0.05) ? 2 : 1;
    return { copies, ahead: this.faults.strikes('reordered', 0.06) ? 1 + this.random.below(4) : 0 };
  }

  private committed(commit: Commit): void {
    for (const { events } of commit.changes) {
      for (const { dossierId, seq, type, hash, recordedAt, phase, actor } of events) {
        this.log.note(
          `${recordedAt} ${dossierId.slice(0, 13)} ${seq} ${type.slice(8, -3)} → ${phase} ${actor.officerId ?? ''} ${hash.slice(0, 12)}`,
        );
        this.faults.count(type.slice(8, -3));
        if (actor.officerId !== null) this.acts += 1;
      }
    }
    this.inspector.committed(commit);
  }
}
