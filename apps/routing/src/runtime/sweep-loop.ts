import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { instantOf, millisOf } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import { SteppedClock, Sweep } from '@lien-thong/engine';
import type { ClockPort, SweepReport } from '@lien-thong/engine';
import type { Env } from '../env.js';
import { logFault, logLine } from '../http/log.js';
import { CLOCK, ENV } from './tokens.js';

/** A due minute that another process wrote is noticed no later than this. */
const LONGEST_SLEEP_MS = 30_000;
const AFTER_FAULT_MS = 2_000;

/** Sleeps until the next due minute and lets the sweep look. On the stepped clock nothing sleeps: advancing it runs the sweep. */
@Injectable()
export class SweepLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private wakes = Infinity;
  private lastRun: number | null = null;

  constructor(
    private readonly sweep: Sweep,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onApplicationBootstrap(): void {
    if (this.isOnDuty()) this.wakeIn(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Something was committed: a clock may be due before the one that is waited for. */
  committed(): void {
    if (this.isOnDuty()) this.wakeIn(1_000);
  }

  /** False when this process sweeps and has not looked for longer than it ever sleeps. */
  isAlive(): boolean {
    if (!this.isOnDuty()) return true;
    return this.lastRun !== null && Date.now() - this.lastRun < 4 * LONGEST_SLEEP_MS;
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
    for (;;) {
      const due = await this.sweep.nextWake();
      if (due === null || instantOf(due) >= instant) break;
      clock.advanceTo(instantOf(due));
      const report = await this.sweep.runOnce();
      facts += report.facts;
      // Due and nothing written: stuck. It stays due, and waiting here would never end.
      if (report.facts === 0) break;
    }
    clock.advanceTo(instant);
    const report = await this.sweep.runOnce();
    return { facts: facts + report.facts, stuck: report.stuck };
  }

  /** On a real clock, in a process with this role. */
  private isOnDuty(): boolean {
    return !this.stopped && this.env.LIENTHONG_ROLES.includes('sweep') && !(this.clock instanceof SteppedClock);
  }

  private wakeIn(millis: number): void {
    const at = Date.now() + millis;
    if (at >= this.wakes) return;
    clearTimeout(this.timer);
    this.wakes = at;
    this.timer = setTimeout(() => {
      this.wakes = Infinity;
      this.running = this.running.then(() => this.look());
    }, millis);
  }

  private async look(): Promise<void> {
    let sleep = AFTER_FAULT_MS;
    try {
      const report = await this.sweep.runOnce();
      if (report.stuck.length > 0) logLine('error', 'sweep-stuck', { dossiers: report.stuck.length });
      this.lastRun = Date.now();
      sleep = await this.untilNext();
    } catch (error) {
      logFault('sweep', error);
    }
    if (this.isOnDuty()) this.wakeIn(sleep);
  }

  private async untilNext(): Promise<number> {
    const due = await this.sweep.nextWake();
    if (due === null) return LONGEST_SLEEP_MS;
    const wait = millisOf(instantOf(due)) - millisOf(this.clock.now());
    return Math.min(LONGEST_SLEEP_MS, Math.max(0, wait));
  }
}
