import { instantFromMillis, millisOf } from '@lien-thong/domain';
import type { DossierId } from '@lien-thong/domain';
import { Ledger } from '../../ledger/ledger.js';
import { MemoryStore } from '../../memory/store.js';
import { CountingIds } from '../../memory/ids.js';
import type { MemoryDatabase } from '../../memory/database.js';
import type { MemoryBus } from '../../memory/bus.js';
import type { Bus } from '../../ports/bus.js';
import type { Clock } from '../../ports/clock.js';
import type { Reference } from '../../ports/reference.js';
import type { FeedItem } from '../../ports/store.js';
import { Relay } from '../../relay/relay.js';
import { Sweep } from '../../sweep/sweep.js';
import type { SweepReport } from '../../sweep/sweep.js';
import type { Plant, PlantedIn, Submits } from '../planted/plant.js';
import type { Scheduler } from '../world/scheduler.js';

export interface ReplicaWorld {
  readonly database: MemoryDatabase;
  readonly scheduler: Scheduler;
  readonly broker: MemoryBus;
  readonly clock: Clock;
  readonly reference: Reference;
  readonly plant: Plant | null;
  /** A number no process has had before. */
  readonly nextNode: () => number;
}

/** Everything that is gone with a process. */
interface Running {
  readonly owner: string;
  readonly memory: MemoryStore;
  readonly ledger: Submits;
  readonly relay: Relay;
  readonly sweep: Sweep;
  readonly busy: Set<'sweep' | 'relay'>;
}

/** One process of the engine: ledger, relay and sweep over the shared database. It may die at any step and starts anew. */
export class Replica {
  private running: Running;
  private generation = 0;
  lastSweep: SweepReport | null = null;

  constructor(
    readonly name: string,
    private readonly world: ReplicaWorld,
    /** How far its estimate of the database's clock is off, milliseconds. */
    private skew: number,
  ) {
    this.running = this.start();
  }

  get owner(): string {
    return this.running.owner;
  }

  get ledger(): Submits {
    return this.running.ledger;
  }

  /** The process dies and another takes its place: nobody it owes an answer ever gets one. */
  crash(): void {
    this.running.memory.crash();
    this.world.scheduler.forget(this.running.owner);
    this.running = this.start();
  }

  /** It asks the database anew what time it is. */
  setClockRight(): void {
    this.skew = 0;
  }

  /** Starts a sweep unless one is under way. */
  startSweep(): void {
    const { sweep } = this.running;
    this.once('sweep', async () => {
      this.lastSweep = await sweep.runOnce();
    });
  }

  startCatchUp(): void {
    const { relay } = this.running;
    this.once('relay', () => relay.catchUp());
  }

  startSave(): void {
    const { relay } = this.running;
    this.once('relay', () => relay.save());
  }

  /** What the database refused is tried again another time. */
  private once(work: 'sweep' | 'relay', run: () => Promise<unknown>): void {
    const { busy } = this.running;
    if (busy.has(work)) return;
    busy.add(work);
    const end = () => void busy.delete(work);
    void run().then(end, end);
  }

  private start(): Running {
    const { world } = this;
    const { plant, database, scheduler } = world;
    this.generation += 1;
    const owner = `${this.name}.${this.generation}`;
    const step = (point: string) => scheduler.step(owner, point);
    const memory = new MemoryStore(database, step);
    const links: { relay: Relay | null } = { relay: null };
    const written = new Map<DossierId, number>();
    const publish = (items: readonly FeedItem[]) => links.relay?.publish(items);
    const process: PlantedIn = { name: owner, database, clock: world.clock, written, publish };
    const store = plant?.store?.(memory, process) ?? memory;
    const near: Clock = { now: () => instantFromMillis(millisOf(world.clock.now()) + this.skew) };
    const clock = plant?.clock?.(near, process) ?? near;
    const line = this.line(step);
    const relay = new Relay({ store, bus: plant?.bus?.(line, process) ?? line });
    links.relay = relay;
    const onCommitted = (items: readonly FeedItem[]) => {
      for (const { dossierId, seq } of items) written.set(dossierId, seq);
      relay.publish(items);
    };
    const ids = new CountingIds(world.nextNode());
    const ports = { store, clock, ids, reference: world.reference, codeOwner: 'competent' as const, onCommitted };
    const ledger = new Ledger(ports);
    const submits = plant?.ledger?.(ledger, process) ?? ledger;
    return { owner, memory, ledger: submits, relay, sweep: new Sweep(ports), busy: new Set() };
  }

  /** The line to the broker: it may break before the broker has taken the messages, or after. */
  private line(step: (point: string) => Promise<void>): Bus {
    const { broker } = this.world;
    return {
      publish: async (deliveries) => {
        await step('publish');
        await broker.publish(deliveries);
        await step('published');
      },
      close: () => Promise.resolve(),
    };
  }
}
