/** Reads the feed of an agency for ever, and hands every fact to the agency once and in order. */
import { thisMachine } from '../http/surroundings.js';
import { Applier } from './applier.js';
import { noticesIn } from './bus-check.js';
import type { BusFault, BusMessage } from './bus-check.js';
import { LONG_POLL_SECONDS, askFeed } from './feed-page.js';
import type { ConsumerOptions, ConsumerStatus } from './options.js';
import { Reader } from './reader.js';
import type { Reading } from './reader.js';

/** With a bus the feed is read this often even when the bus says nothing: it may have forgotten (law 9). */
const IDLE_READ_MS = 60_000;
const DOWN_PAUSE_MS = 2_000;
/** A service that answers an empty page at once, though it was asked to wait, is not asked more often than this. */
const LEAST_POLL_MS = 1_000;
const DEFAULTS = { attempts: 5, firstPauseMs: 1_000, handlerTimeoutMs: 60_000 };
const PAGE_SIZE = 200;

export class Consumer {
  private readonly ignored = new Map<string, number>();
  private readonly stopping = new AbortController();
  /** Ends the pause or the waiting of the loop. */
  private rousing = new AbortController();
  /** Pages and retries are taken one after the other, whoever asked for them. */
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly options: ConsumerOptions,
    private readonly applier: Applier,
    private readonly reader: Reader,
  ) {}

  /** Takes up where the log ends. Throws when the log cannot be read. */
  static async open(options: ConsumerOptions): Promise<Consumer> {
    const { log, handler, onNotice = () => undefined, attempts, firstPauseMs, handlerTimeoutMs } = options;
    const applier = await Applier.open({
      ...{ log, handler, onNotice, now: (options.surroundings ?? thisMachine).now },
      attempts: attempts ?? DEFAULTS.attempts,
      firstPauseMs: firstPauseMs ?? DEFAULTS.firstPauseMs,
      handlerTimeoutMs: handlerTimeoutMs ?? DEFAULTS.handlerTimeoutMs,
    });
    return new Consumer(options, applier, new Reader(applier, onNotice));
  }

  /** Reads until `stop`. Without a wake source it waits at the feed itself. */
  async run(): Promise<void> {
    const { signal } = this.stopping;
    const stopWaking = this.options.wake?.start({
      woken: (message) => this.woken(message),
      trouble: (reason) => this.options.onNotice?.({ code: 'bus-trouble', facts: { reason } }),
    });
    while (!signal.aborted) {
      this.rousing = new AbortController();
      const reading = await this.readToEnd();
      await this.waitForMore(reading, await this.retry());
    }
    await stopWaking?.();
    await this.turn;
  }

  stop(): void {
    this.stopping.abort();
    this.rousing.abort();
  }

  /** Reads everything there is now, and tries what is due. False when the line is down. */
  async catchUp(): Promise<boolean> {
    const reading = await this.readToEnd();
    await this.retry();
    return reading === 'end';
  }

  /** Tries a dead letter again, and what waits behind it. False when the dossier has none. */
  async redrive(dossierId: string): Promise<boolean> {
    const found = await this.exclusively(() => this.applier.redrive(dossierId));
    this.rousing.abort();
    return found;
  }

  status(): ConsumerStatus {
    const { memory, applied } = this.applier;
    const { line, problem } = this.reader;
    const waiting = [...memory.waiting.values()];
    const dead = waiting.filter(({ nextTryAt }) => nextTryAt === null);
    return {
      ...{ cursor: memory.cursor, line, problem, applied },
      waiting: waiting.length - dead.length,
      deadLetters: dead.map(({ dossierId, reason, detail, facts }) => ({
        dossierId,
        reason,
        detail,
        facts: facts.length,
      })),
      ignored: Object.fromEntries(this.ignored),
    };
  }

  private async woken(message: BusMessage | null): Promise<void> {
    const notices = message === null ? null : noticesIn(message.text);
    const { window } = this.reader;
    if (notices === null || !notices.every((notice) => window.covers(notice))) await this.catchUp();
    // While the line is down nothing can be compared: the message comes again.
    if (message === null || this.reader.line !== 'up') return;
    if (notices === null) this.ignore('bus-unreadable', 0);
    for (const notice of notices ?? []) {
      const fault = window.faultOf(notice);
      if (fault !== null) this.ignore(fault, notice.n);
    }
    // Everything in it is applied by now, or lies on disk as what waits.
    message.ack();
  }

  private ignore(code: BusFault, n: number): void {
    this.ignored.set(code, (this.ignored.get(code) ?? 0) + 1);
    this.options.onNotice?.({ code, facts: { n } });
  }

  private async readToEnd(): Promise<Reading> {
    for (;;) {
      const reading = await this.read(0);
      if (reading !== 'more' || this.stopping.signal.aborted) return reading;
    }
  }

  private async read(wait: number): Promise<Reading> {
    const { cursor } = this.applier.memory;
    const signal = AbortSignal.any([this.stopping.signal, ...(wait === 0 ? [] : [this.rousing.signal])]);
    const limit = this.options.pageSize ?? PAGE_SIZE;
    const page = await askFeed(this.options.client, { cursor, limit, wait, signal });
    if (!page.ok && page.problem.code === 'stopped') return 'end';
    return this.exclusively(() => this.reader.take(page, cursor, this.stopping.signal));
  }

  private retry(): Promise<number | null> {
    return this.exclusively(async () => {
      const next = await this.applier.retryDue();
      await this.applier.settle();
      return next;
    });
  }

  private exclusively<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** At the feed itself, or for the bus, or for a line that is down; no longer than until the next try of what waits. */
  private async waitForMore(reading: Reading, nextTry: number | null): Promise<void> {
    const { now, random } = this.around;
    const until = nextTry === null ? Infinity : Math.max(0, nextTry - now());
    if (reading === 'down') return this.pause(Math.min(until, DOWN_PAUSE_MS / 2 + random() * DOWN_PAUSE_MS));
    if (this.options.wake !== undefined) return this.pause(Math.min(until, IDLE_READ_MS));
    if (until < LEAST_POLL_MS) return this.pause(until);
    const began = now();
    const polled = await this.read(Math.min(LONG_POLL_SECONDS, Math.floor(until / 1_000)));
    if (polled === 'end' && now() - began < LEAST_POLL_MS) await this.pause(LEAST_POLL_MS);
  }

  private get around(): NonNullable<ConsumerOptions['surroundings']> {
    return this.options.surroundings ?? thisMachine;
  }

  private pause(ms: number): Promise<void> {
    return this.around.sleep(ms, this.rousing.signal);
  }
}
