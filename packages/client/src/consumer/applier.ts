/** Applies facts in order, each once; what cannot be applied waits, and only its own dossier with it. */
import { isTooLong } from '../disk/log.js';
import type { Log } from '../disk/log.js';
import type { FeedFact } from './fact.js';
import { ConsumerMemory } from './memory.js';
import type { ConsumerRecord, Waiting } from './memory.js';
import type { Handler, Notice } from './options.js';

export interface ApplierOptions {
  readonly log: Log;
  readonly handler: Handler;
  readonly attempts: number;
  readonly firstPauseMs: number;
  readonly handlerTimeoutMs: number;
  readonly now: () => number;
  readonly onNotice: (notice: Notice) => void;
}

export class Applier {
  applied = 0;
  private written = 0;

  private constructor(
    private readonly options: ApplierOptions,
    readonly memory: ConsumerMemory,
  ) {}

  static async open(options: ApplierOptions): Promise<Applier> {
    const records = (await options.log.load()) as readonly ConsumerRecord[];
    const applier = new Applier(options, new ConsumerMemory(records));
    const short = applier.memory.records();
    if (isTooLong(records.length, short.length)) await options.log.rewrite(short);
    return applier;
  }

  /** Takes a fact from the feed. A known one is passed over; one whose dossier waits goes behind the others. */
  async take(fact: FeedFact): Promise<void> {
    const { memory } = this;
    if (memory.hasSeen(fact.id) || memory.isWaiting(fact)) return;
    if (memory.waiting.has(fact.dossierId)) return this.write({ kind: 'behind', fact });
    if (fact.seq <= memory.headOf(fact.dossierId)) {
      return this.bury({ facts: [fact], reason: 'place-taken', detail: `seq ${fact.seq}`, attempts: 0 });
    }
    const fault = await this.tried(fact);
    if (fault !== null) await this.retryLater({ facts: [fact], attempts: 1, detail: fault });
  }

  /** Tries again what is due. Returns when the next one will be (real time, milliseconds), or null. */
  async retryDue(): Promise<number | null> {
    for (const { dossierId } of this.due()) await this.work(dossierId);
    const times = [...this.memory.waiting.values()].flatMap(({ nextTryAt }) => nextTryAt ?? []);
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Lets a dead letter be tried again, and what waits behind it after it. False when the dossier has none. */
  async redrive(dossierId: string): Promise<boolean> {
    const line = this.memory.waiting.get(dossierId);
    if (line === undefined || line.nextTryAt !== null) return false;
    await this.write({ kind: 'waiting', waiting: { ...line, attempts: 0, nextTryAt: 0 } });
    await this.options.log.sync();
    return true;
  }

  /** Everything up to this place of the feed is applied, or waits. Null: it is to be read from the beginning. */
  async passed(cursor: string | null): Promise<void> {
    if (cursor !== this.memory.cursor) await this.write({ kind: 'cursor', at: cursor });
  }

  /** What was noted so far survives a loss of power. */
  async settle(): Promise<void> {
    if (this.written === 0) return;
    this.written = 0;
    await this.options.log.sync();
  }

  private due(): Waiting[] {
    const now = this.options.now();
    return [...this.memory.waiting.values()].filter(({ nextTryAt }) => nextTryAt !== null && nextTryAt <= now);
  }

  /** Works off the line of one dossier until it is empty or fails again. */
  private async work(dossierId: string): Promise<void> {
    for (;;) {
      const line = this.memory.waiting.get(dossierId);
      const [fact] = line?.facts ?? [];
      if (line === undefined) return;
      if (fact === undefined) return this.write({ kind: 'released', dossierId });
      const fault = await this.tried(fact);
      if (fault === null) continue;
      return this.retryLater({ facts: line.facts, attempts: line.attempts + 1, detail: fault });
    }
  }

  /** Null when it was applied, otherwise what went wrong. The record follows the effect: a crash between them repeats it. */
  private async tried(fact: FeedFact): Promise<string | null> {
    const fault = await faultOf(() => this.options.handler(fact), this.options.handlerTimeoutMs);
    if (fault !== null) return fault;
    this.applied += 1;
    await this.write({ kind: 'applied', id: fact.id, dossierId: fact.dossierId, seq: fact.seq });
    return null;
  }

  private async retryLater(failed: Pick<Waiting, 'facts' | 'attempts' | 'detail'>): Promise<void> {
    const { facts, attempts, detail } = failed;
    const reason = 'handler-failed' as const;
    if (attempts >= this.options.attempts) return this.bury({ facts, reason, detail, attempts });
    const nextTryAt = this.options.now() + this.options.firstPauseMs * 2 ** (attempts - 1);
    const dossierId = facts[0]?.dossierId ?? '';
    await this.write({ kind: 'waiting', waiting: { dossierId, facts, reason, detail, attempts, nextTryAt } });
  }

  private async bury(dead: Omit<Waiting, 'dossierId' | 'nextTryAt'>): Promise<void> {
    const dossierId = dead.facts[0]?.dossierId ?? '';
    await this.write({ kind: 'waiting', waiting: { ...dead, dossierId, nextTryAt: null } });
    const { reason, detail } = dead;
    this.options.onNotice({ code: 'dead-letter', facts: { dossierId, reason, detail } });
  }

  private async write(record: ConsumerRecord): Promise<void> {
    await this.options.log.write([record]);
    this.memory.add(record);
    this.written += 1;
  }
}

async function faultOf(work: () => Promise<void> | void, timeoutMs: number): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((told) => {
    timer = setTimeout(() => told(`no answer of the handler in ${timeoutMs} ms`), timeoutMs);
  });
  try {
    return await Promise.race([Promise.resolve(work()).then(() => null), late]);
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  } finally {
    clearTimeout(timer);
  }
}
