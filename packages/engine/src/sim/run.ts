import type { Violation } from './invariants/inspector.js';
import { MOST_SKEW, Simulation } from './simulation.js';
import type { RunOptions } from './simulation.js';
import type { Random } from './world/random.js';

export interface RunReport {
  readonly seed: number;
  /** The first thing that was wrong, or null. */
  readonly violation: Violation | null;
  /** Of everything that happened, in order. */
  readonly digest: string;
  readonly steps: number;
  readonly acts: number;
  readonly dossiers: number;
  /** Faults, facts and refusals, by name. */
  readonly counts: ReadonlyMap<string, number>;
  readonly lines: readonly string[];
}

const MOST_STEPS = 20_000;
const MOST_STEPS_TO_QUIET = 60_000;
const ROUNDS_TO_QUIET = 40;
const MOST_TRIES_PER_ACT = 15;
/** Well inside the time whose minutes are counted. */
const LAST_TROUBLE = '2027-07-01';
const MINUTE = 60_000;

type Deed = 'act' | 'retry' | 'pull' | 'read' | 'sweep' | 'save' | 'catchUp' | 'time';
const DEEDS: readonly (readonly [Deed, number])[] = [
  ['act', 26],
  ['retry', 4],
  ['pull', 24],
  ['read', 2],
  ['sweep', 4],
  ['save', 3],
  ['catchUp', 3],
  ['time', 9],
];

class Run {
  private steps = 0;
  private readonly order: Random;
  private readonly deeds: Random;
  private readonly mostActs: number;

  constructor(private readonly world: Simulation) {
    this.order = world.random.fork('order');
    this.deeds = world.random.fork('deeds');
    this.mostActs = world.options.mostActs ?? 60 + this.deeds.below(8);
  }

  /**
   * First everything that can go wrong does, then it is put right and must come to rest; then every process is started anew, as for a
   * release, and much time passes: nothing that is to happen may be known to a process alone.
   */
  async toTheEnd(): Promise<RunReport> {
    const { inspector, clock } = this.world;
    await this.troubled();
    inspector.checkpoint();
    if (inspector.violation === null) await this.healed();
    if (inspector.violation === null) {
      for (const { owner } of this.world.replicas) this.world.crash(owner);
      clock.advance(40 * 1440 * MINUTE);
      await this.healed();
    }
    return this.report();
  }

  private async troubled(): Promise<void> {
    const { world } = this;
    while (this.steps < MOST_STEPS && this.hasMoreToDo() && world.inspector.violation === null) {
      this.misfortune();
      if (world.scheduler.waiting > 0 && this.order.chance(0.82)) this.letOneGo();
      else this.deed();
      await this.turn();
    }
  }

  /** Until enough has been done, with enough dossiers; where nothing goes through any more, until so much was tried in vain. */
  private hasMoreToDo(): boolean {
    const { acts, clients, clock, database, leastDossiers } = this.world;
    if (clients.operations.length > MOST_TRIES_PER_ACT * this.mostActs || clock.now() > LAST_TROUBLE) return false;
    return acts < this.mostActs || database.dossiers.size < leastDossiers;
  }

  private async healed(): Promise<void> {
    const { world } = this;
    world.faults.heal();
    world.clock.heal();
    // A replica that was ahead has recorded facts of the future, one that was behind does not yet know what is due: now all agree.
    world.clock.advance(MOST_SKEW);
    for (const replica of world.replicas) replica.setClockRight();
    for (let round = 0; round < ROUNDS_TO_QUIET && world.inspector.violation === null; round++) {
      for (const operation of world.clients.unanswered()) world.clients.send(operation);
      for (const replica of world.replicas) replica.startSweep();
      await this.drained();
      for (const replica of world.replicas) replica.startCatchUp();
      for (const consumer of world.consumers) while (consumer.pull());
      for (const consumer of world.consumers) consumer.read();
      await this.drained();
      if (this.isQuiet()) break;
    }
    world.inspector.afterwards();
    if (!this.isQuiet()) world.inspector.ask('L1', () => 'nothing fails any more, and it does not come to rest');
  }

  private isQuiet(): boolean {
    const { clients, consumers, database, isDue } = this.world;
    if (isDue || clients.unanswered().length > 0) return false;
    for (const { relayed, last } of database.feedCounters.values()) if (relayed < last) return false;
    return consumers.every(({ agencyId, applied }) => applied === (database.feedCounters.get(agencyId)?.last ?? 0));
  }

  /** Lets everything go on until nothing waits. */
  private async drained(): Promise<void> {
    const { scheduler, inspector } = this.world;
    await this.turn();
    for (let left = MOST_STEPS_TO_QUIET; scheduler.waiting > 0 && inspector.violation === null; left--) {
      if (left === 0) return inspector.ask('L1', () => 'it goes on for ever');
      this.letOneGo();
      await this.turn();
    }
  }

  private turn(): Promise<void> {
    this.steps += 1;
    return this.world.options.turn();
  }

  private letOneGo(): void {
    const { scheduler, faults, log } = this.world;
    const held = scheduler.take(this.order);
    if (held === null) return;
    const verdict = faults.verdictOn(held);
    log.note(`${held.owner} ${held.point}${verdict === 'goes' ? '' : ' FAULT'}`);
    if (verdict === 'goes') held.go();
    else if (verdict === 'crashes') this.world.crash(held.owner);
    else held.fail(verdict.fails);
  }

  /** What befalls the world as a whole. */
  private misfortune(): void {
    const { world } = this;
    const { faults } = world;
    if (faults.strikes('wiped', 0.002)) world.wipeBroker();
    if (faults.strikes('consumerCrash', 0.003)) this.deeds.pick(world.consumers).crash();
    if (faults.strikes('clockStepped', 0.0012)) {
      const minutes = this.deeds.pick([-120, -45, -10, -1, 1, 10, 45]);
      world.log.note(`the clock is set by ${minutes} minutes`);
      world.clock.setBy(minutes * MINUTE);
    }
    if (faults.strikes('referenceEdited', 0.0008)) world.editReference();
  }

  private deed(): void {
    const { world, deeds } = this;
    const replica = deeds.pick(world.replicas);
    const consumer = deeds.pick(world.consumers);
    switch (deeds.weighted(DEEDS)) {
      case 'act':
        world.clock.advance(deeds.below(3 * MINUTE));
        return world.clients.act();
      case 'retry':
        return void world.clients.retry();
      case 'pull':
        return void consumer.pull();
      case 'read':
        return consumer.read();
      case 'sweep':
        return replica.startSweep();
      case 'save':
        return replica.startSave();
      case 'catchUp':
        return replica.startCatchUp();
      case 'time':
        return this.passTime();
    }
  }

  /** Minutes mostly, sometimes hours, a night, a weekend, a week. */
  private passTime(): void {
    const { clock } = this.world;
    const kind = this.deeds.weighted([
      ['minutes', 60],
      ['hours', 22],
      ['night', 12],
      ['days', 6],
    ] as const);
    if (kind === 'minutes') clock.advance((1 + this.deeds.below(45)) * MINUTE);
    if (kind === 'hours') clock.advance((45 + this.deeds.below(240)) * MINUTE);
    if (kind === 'night') clock.advanceToMorning(1);
    if (kind === 'days') {
      this.world.faults.count('days skipped');
      clock.advanceToMorning(2 + this.deeds.below(6));
    }
  }

  private report(): RunReport {
    const { options, inspector, log, faults, acts, database } = this.world;
    const { violation } = inspector;
    const counts = faults.counts;
    const dossiers = database.dossiers.size;
    const { lines } = log;
    return { seed: options.seed, violation, digest: log.digest(), steps: this.steps, acts, dossiers, counts, lines };
  }
}

/** One seed, one run: the same seed gives the same run, whatever the machine. */
export function run(options: RunOptions): Promise<RunReport> {
  return runIn(new Simulation(options));
}

/** The same in a world that somebody goes on with afterwards. */
export function runIn(world: Simulation): Promise<RunReport> {
  return new Run(world).toTheEnd();
}
