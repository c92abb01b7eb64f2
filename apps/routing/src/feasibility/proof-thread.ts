/** One thread that proves. It is started with the first task, does not keep the process alive, and is replaced when it is stopped. */
import { Worker } from 'node:worker_threads';
import type { ProofAnswer, ProofTask } from './proof-question.js';

export type WorkerSays = { readonly answer: ProofAnswer } | { readonly fault: string };

/** The program beside this file; where the sources run as they are written (specs), the one the last build made of them. */
const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/feasibility/proof-worker.js' : './proof-worker.js',
  import.meta.url,
);
/** A year at desks that differ takes some hundred megabytes at the worst; more is a fault, and ends this thread alone. */
const HEAP_MB = 1_024;

/** Thrown when a task takes longer than it may. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

interface Waiting {
  readonly resolve: (answer: ProofAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

export class ProofThread {
  private worker: Worker | null = null;
  private waiting: Waiting | null = null;

  constructor(private readonly mostMs: number) {}

  /** One task at a time. Throws TookTooLong, or what stopped the thread; the next task gets a new one then. */
  run(task: ProofTask): Promise<ProofAnswer> {
    if (this.waiting !== null) throw new Error('a task is being answered');
    const worker = this.worker ?? this.start();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(new TookTooLong(`after ${this.mostMs} ms`)), this.mostMs);
      this.waiting = { resolve, reject, timer };
      worker.ref();
      worker.postMessage(task);
    });
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.giveUp(new Error('the service is stopping'));
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(PROGRAM, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    worker.on('message', (said: WorkerSays) => this.settle(said));
    worker.on('error', (error) => {
      if (this.worker === worker) this.giveUp(error);
    });
    this.worker = worker;
    return worker;
  }

  private settle(said: WorkerSays): void {
    const waiting = this.taken();
    this.worker?.unref();
    if ('answer' in said) waiting?.resolve(said.answer);
    else waiting?.reject(new Error(said.fault));
  }

  private giveUp(error: Error): void {
    const { worker } = this;
    this.worker = null;
    void worker?.terminate();
    this.taken()?.reject(error);
  }

  private taken(): Waiting | null {
    const { waiting } = this;
    this.waiting = null;
    if (waiting !== null) clearTimeout(waiting.timer);
    return waiting;
  }
}
