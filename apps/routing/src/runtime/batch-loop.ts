/** Work that goes in batches: one after the other while there is some, with room for requests in between, and looked for now and then. */
import { logFault, logLine } from '../http/log.js';

/** What another process began or left behind is noticed no later than this. */
const EVERY_MS = 5_000;

export interface Batches {
  /** What a line of the log says was done. */
  readonly done: string;
  /** What a line of the log says failed. */
  readonly fault: string;
  /** `run` is null when there is nothing to do now. */
  readonly step: () => Promise<{ readonly run: string | null; readonly moved: number }>;
}

export class BatchLoop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  /** `works`: whether this process does such work at all. */
  constructor(
    private readonly batches: Batches,
    private readonly works: boolean,
  ) {}

  start(): void {
    this.wakeIn(EVERY_MS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** There is something to do. */
  wake(): void {
    this.wakeIn(0);
  }

  private wakeIn(millis: number): void {
    if (this.stopped || !this.works) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.work());
    }, millis);
    this.timer.unref();
  }

  private async work(): Promise<void> {
    const { step, done, fault } = this.batches;
    try {
      while (!this.stopped) {
        const { run, moved } = await step();
        if (run === null) break;
        if (moved > 0) logLine('info', done, { run, dossiers: moved });
        // Requests that came in meanwhile are served before the next batch.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } catch (error) {
      logFault(fault, error);
    }
    this.wakeIn(EVERY_MS);
  }
}
