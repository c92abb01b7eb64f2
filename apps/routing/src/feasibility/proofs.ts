/** The desk where proofs are asked for: a bounded queue before one thread, and what was proved before. */
import { Injectable, Optional } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Problem } from '../http/problem.js';
import { ProofThread, TookTooLong } from './proof-thread.js';
import type { ProofAnswer, ProofTask } from './proof-question.js';
import { digestOf } from './proof-question.js';

export interface ProofLimits {
  /** Tasks that may wait in all, and for one agency: whoever asks much does not keep the others from asking. */
  readonly mostWaiting: number;
  readonly mostWaitingOfOne: number;
  /** Real time a task may take. */
  readonly mostMs: number;
}
const LIMITS: ProofLimits = { mostWaiting: 64, mostWaitingOfOne: 24, mostMs: 120_000 };
const MOST_KEPT = 400;
const RETRY_AFTER_SECONDS = 5;

/** Legs and rounds of waits a proof is made for: its work grows with their product. */
const MOST_LEGS = 40;

type Answer<Kind extends ProofTask['kind']> = Extract<ProofAnswer, { kind: Kind }>;
interface Queued {
  readonly asker: string;
  readonly asked: Asked;
  readonly run: () => Promise<void>;
}

/** A task and who waits for its answer: several may, and each may leave. */
class Asked {
  private waiting = 0;

  /** Whoever gives no signal waits to the end. */
  join(leaving: AbortSignal | undefined): void {
    this.waiting += 1;
    leaving?.addEventListener('abort', () => (this.waiting -= 1), { once: true });
  }

  get isWanted(): boolean {
    return this.waiting > 0;
  }
}

interface Kept {
  readonly asked: Asked;
  readonly answer: Promise<ProofAnswer>;
}

@Injectable()
export class Proofs implements BeforeApplicationShutdown {
  private readonly limits: ProofLimits;
  private readonly thread: ProofThread;
  private readonly queue: Queued[] = [];
  /** By digest, oldest first; what is being proved stands in it too, so that nobody asks twice. */
  private readonly kept = new Map<string, Kept>();
  private running = false;

  constructor(@Optional() limits: Partial<ProofLimits> = {}) {
    this.limits = { ...LIMITS, ...limits };
    this.thread = new ProofThread(this.limits.mostMs);
  }

  /**
   * The answer to a task, from what is kept or from the thread. `asker` is whose queue it stands in; a task everybody has left by
   * the time it comes to it (`leaving`) is not begun. Throws the `Problem`s feasibility-busy, feasibility-too-large,
   * feasibility-too-long.
   */
  async ask<Task extends ProofTask>(asker: string, task: Task, leaving?: AbortSignal): Promise<Answer<Task['kind']>> {
    const digest = digestOf(task);
    const known = this.kept.get(digest);
    known?.asked.join(leaving);
    const { answer } = known ?? this.begun(asker, task, { digest, leaving });
    return (await answer) as Answer<Task['kind']>;
  }

  private begun(
    asker: string,
    task: ProofTask,
    { digest, leaving }: { readonly digest: string; readonly leaving: AbortSignal | undefined },
  ): Kept {
    expectReasonable(task);
    this.expectRoom(asker);
    const asked = new Asked();
    asked.join(leaving);
    const kept = { asked, answer: this.enqueued({ asker, asked, task }) };
    this.keep(digest, kept);
    return kept;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.queue.length = 0;
    await this.thread.stop();
  }

  private expectRoom(asker: string): void {
    const waiting = this.queue.filter(({ asked }) => asked.isWanted);
    const own = waiting.filter((queued) => queued.asker === asker).length;
    const { mostWaiting, mostWaitingOfOne } = this.limits;
    if (waiting.length < mostWaiting && own < mostWaitingOfOne) return;
    throw busy(waiting.length);
  }

  private enqueued({ asker, asked, task }: { asker: string; asked: Asked; task: ProofTask }): Promise<ProofAnswer> {
    return new Promise((resolve, reject) => {
      const refuse = (error: unknown): void => reject(problemOf(error, this.limits));
      const run = async (): Promise<void> => {
        // Nobody hears this: who still waited would have kept it wanted.
        if (!asked.isWanted) reject(busy(this.queue.length));
        else await this.thread.run(task).then(resolve, refuse);
      };
      this.queue.push({ asker, asked, run });
      void this.next();
    });
  }

  private async next(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let queued = this.queue.shift(); queued !== undefined; queued = this.queue.shift()) await queued.run();
    this.running = false;
  }

  private keep(digest: string, kept: Kept): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(digest, kept);
    // What failed is asked again by whoever wants it next.
    kept.answer.catch(() => this.kept.delete(digest));
  }
}

function busy(waiting: number): Problem {
  return new Problem('feasibility-busy', { waiting, retryAfterSeconds: RETRY_AFTER_SECONDS }).with({
    'retry-after': String(RETRY_AFTER_SECONDS),
  });
}

function expectReasonable({ question }: ProofTask): void {
  const { steps, consultations } = question.source.procedure;
  const legs = steps.length + consultations.length;
  if (legs > MOST_LEGS) throw new Problem('feasibility-too-large', { legs, most: MOST_LEGS });
}

/** What stopped a proof, as a problem; anything else is a fault and is thrown on. */
function problemOf(error: unknown, { mostMs }: ProofLimits): unknown {
  if (!(error instanceof TookTooLong)) return error;
  return new Problem('feasibility-too-long', { seconds: Math.ceil(mostMs / 1_000) });
}
