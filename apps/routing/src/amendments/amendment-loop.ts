import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Env } from '../env.js';
import { logFault, logLine } from '../http/log.js';
import { ENV } from '../runtime/tokens.js';
import { AmendmentRun } from './amendment-run.js';

/** What another process began or left behind is noticed no later than this. */
const EVERY_MS = 5_000;
/** Somebody holds the dossiers that are left. */
const AGAIN_MS = 200;

/** Works on amendments in every process with the role `sweep`, one batch after the other, with room for commands in between. */
@Injectable()
export class AmendmentLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly run: AmendmentRun,
    @Inject(ENV) private readonly env: Pick<Env, 'LIENTHONG_ROLES'>,
  ) {}

  onApplicationBootstrap(): void {
    this.wakeIn(EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** There is something to do. */
  wake(): void {
    this.wakeIn(0);
  }

  private wakeIn(millis: number): void {
    if (this.stopped || !this.env.LIENTHONG_ROLES.includes('sweep')) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.work());
    }, millis);
    this.timer.unref();
  }

  private async work(): Promise<void> {
    let next = EVERY_MS;
    try {
      while (!this.stopped) {
        const { amendment, dossiers, waits } = await this.run.step();
        if (dossiers > 0) logLine('info', 'amended', { amendment, dossiers });
        if (waits) {
          if (amendment !== null) next = AGAIN_MS;
          break;
        }
        // Requests that came in meanwhile are served before the next batch.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } catch (error) {
      logFault('amendment', error);
    }
    this.wakeIn(next);
  }
}
