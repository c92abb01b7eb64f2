import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { instantOf, millisOf, minuteOf } from '@lien-thong/domain';
import type { Instant, Minute } from '@lien-thong/domain';
import { SteppedClock, Sweep } from '@lien-thong/engine';
import type { ClockPort, SweepReport } from '@lien-thong/engine';
import type { Env } from '../env.js';
import { logFault, logLine } from '../http/log.js';
import { SweepLooks } from './sweep-looks.js';
import { CLOCK, ENV } from './tokens.js';

/**
 * What another process commits and is due already is noticed no later than this (a look costs less than a millisecond, so nobody has
 * to be told); what is due at a later minute is met at that minute, whoever wrote it, because every minute is looked at.
 */
const LONGEST_SLEEP_MS = 1_000;
/** Others hold all that is due: they will have written it, or died, soon. */
const WHILE_OTHERS_WRITE_MS = 50;
const AFTER_FAULT_MS = 2_000;
/** A storm is written in batches, each of which is a sign of life. */
const ALIVE_WITHIN_MS = 120_000;

/** What is kept beside the journal and follows time as well as facts. */
export interface Companion {
  /** Minute at which time brings it something next; null when it does not. */
  nextWake(): Promise<Minute | null>;
  /** Takes over everything that has happened and is due by now. */
  settle(): Promise<void>;
}

/** Sleeps until the next due minute, a second at most, and lets the sweep look. On the stepped clock nothing sleeps: advancing it runs the sweep. */
@Injectable()
export class SweepLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private lastRun: number | null = null;
  private companion: Companion | null = null;

  constructor(
    private readonly sweep: Sweep,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(ENV) private readonly env: Env,
    private readonly looks: SweepLooks,
  ) {}

  /** Who goes along when the stepped clock is moved: it stops at his minutes too, and he is done with each before the next. */
  accompanyBy(companion: Companion): void {
    this.companion = companion;
  }

  onApplicationBootstrap(): void {
    if (this.isOnDuty()) this.wakeIn(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** On the stepped clock of a demonstration nothing is waited for: whoever moves it sweeps. */
  get isStepped(): boolean {
    return this.clock instanceof SteppedClock;
  }

  /** False when this process sweeps and has not looked for longer than it ever sleeps. */
  isAlive(): boolean {
    if (!this.isOnDuty()) return true;
    return this.lastRun !== null && Date.now() - this.lastRun < ALIVE_WITHIN_MS;
  }

  /** Moves the stepped clock on, stopping at every due minute, so that each fact is recorded at its time. */
  async advanceTo(instant: Instant): Promise<SweepReport> {
    const clock = this.clock;
    if (!(clock instanceof SteppedClock)) throw new Error('only a stepped clock is moved by hand');
    const steps = this.running.then(() => this.stepTo(clock, instant));
    this.running = steps.catch(() => undefined);
    return steps;
  }

  private async stepTo(clock: SteppedClock, instant: Instant): Promise<SweepReport> {
    let facts = 0;
    const open = { sweep: true, companion: this.companion !== null };
    await this.companion?.settle();
    for (;;) {
      const due = open.sweep ? await this.sweep.nextWake() : null;
      const beside = open.companion ? await this.companionWake() : null;
      const next = Math.min(due ?? Infinity, beside ?? Infinity) as Minute;
      if (next === Infinity || instantOf(next) >= instant) break;
      clock.advanceTo(instantOf(next));
      const report = await this.sweep.runOnce();
      facts += report.facts;
      await this.companion?.settle();
      // Due and nothing written: stuck. It stays due, and waiting here would never end.
      if (due === next && report.facts === 0) open.sweep = false;
      if (beside === next && (await this.companionWake()) === next) open.companion = false;
    }
    clock.advanceTo(instant);
    const report = await this.sweep.runOnce();
    await this.companion?.settle();
    return { facts: facts + report.facts, stuck: report.stuck };
  }

  private async companionWake(): Promise<Minute | null> {
    return (await this.companion?.nextWake()) ?? null;
  }

  /** On a real clock, in a process with this role. */
  private isOnDuty(): boolean {
    return !this.stopped && this.env.LIENTHONG_ROLES.includes('sweep') && !(this.clock instanceof SteppedClock);
  }

  private wakeIn(millis: number): void {
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.look());
    }, millis);
  }

  private async look(): Promise<void> {
    let sleep = AFTER_FAULT_MS;
    try {
      sleep = await this.untilNext();
      if (sleep === 0) sleep = await this.sweepNow();
      this.lastRun = Date.now();
      await this.looks.note();
    } catch (error) {
      logFault('sweep', error);
    }
    if (this.isOnDuty()) this.wakeIn(sleep);
  }

  /** A storm is many batches, each of which is a sign of life. */
  private gotOn(): void {
    this.lastRun = Date.now();
    this.looks.note().catch((error: unknown) => logFault('sweep', error));
  }

  /** Writes what is due, and says how long to sleep then. */
  private async sweepNow(): Promise<number> {
    const { facts, stuck } = await this.sweep.runOnce(() => this.gotOn());
    if (stuck.length > 0) logLine('error', 'sweep-stuck', { dossiers: stuck.length });
    return Math.max(await this.untilNext(), facts === 0 ? WHILE_OTHERS_WRITE_MS : 0);
  }

  /** Milliseconds until the next look: to the next minute or due instant, but no longer than anybody may have to wait. */
  private async untilNext(): Promise<number> {
    const due = await this.sweep.nextWake();
    const now = this.clock.now();
    const next = Math.min(due ?? Infinity, minuteOf(now) + 1) as Minute;
    return Math.min(LONGEST_SLEEP_MS, Math.max(0, millisOf(instantOf(next)) - millisOf(now)));
  }
}
