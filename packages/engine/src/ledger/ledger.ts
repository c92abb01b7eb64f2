import type { LedgerPorts } from './batch.js';
import type { Envelope, LedgerOutcome, PreviewOutcome } from './envelope.js';
import { preview } from './preview.js';
import { CommandQueue, settleWaiting } from './queue.js';
import type { Waiting } from './queue.js';
import { runBatch } from './run-batch.js';
import type { Settlement } from './settle.js';

/** While one batch waits for its commit, the next locks and decides; a third would only wait for the same disk. */
const MOST_IN_FLIGHT = 2;
const BATCH_LIMIT = 256;

/** The ledger is draining: it takes no more commands. */
export class LedgerClosed extends Error {
  override readonly name = 'LedgerClosed';
}

/**
 * The only write path (DESIGN §5). Commands that arrive while a batch is in flight form the next one; nobody waits for company.
 * Commands of one dossier are applied in the order in which they were submitted here.
 */
export class Ledger {
  private readonly queue = new CommandQueue();
  private inFlight = 0;
  private pumping = false;
  private closed = false;
  private readonly idle: (() => void)[] = [];

  constructor(
    private readonly ports: LedgerPorts,
    /** So many that wait while nothing is in flight go in two batches. Left out: they always travel together. */
    private readonly halvedFrom = Infinity,
  ) {}

  /**
   * Resolves once the command is committed, or refused. Rejects with a fault: the caller's own command could not be decided or
   * written, StoreUnavailable, CommitUnknown (done or not, nobody knows; only without a key), or LedgerClosed.
   */
  submit(envelope: Envelope): Promise<LedgerOutcome> {
    if (this.closed) return Promise.reject(new LedgerClosed());
    return new Promise((resolve, reject) => {
      this.queue.add({ envelope, resolve, reject });
      this.pumpSoon();
    });
  }

  /** What the command would do now. Takes no locks, allocates nothing, writes nothing. */
  preview(envelope: Envelope): Promise<PreviewOutcome> {
    return preview(envelope, this.ports);
  }

  /** Takes no more commands; resolves when every one taken has been answered. */
  async drain(): Promise<void> {
    this.closed = true;
    if (this.queue.length + this.inFlight === 0) return;
    await new Promise<void>((resolve) => {
      this.idle.push(resolve);
    });
  }

  /** At the end of the current turn, so that commands which arrive together travel together; no time passes. */
  private pumpSoon(): void {
    if (this.pumping) return;
    this.pumping = true;
    void Promise.resolve().then(() => {
      this.pumping = false;
      this.pump();
    });
  }

  private pump(): void {
    while (this.inFlight < MOST_IN_FLIGHT && this.queue.length > 0) {
      const batch = this.queue.take(this.share());
      if (batch.length === 0) return;
      this.inFlight += 1;
      void this.run(batch);
    }
  }

  /** How many the next batch takes at most: all, or half of them, so that one half is decided while the other is written. */
  private share(): number {
    const { length } = this.queue;
    return this.inFlight === 0 && length >= this.halvedFrom
      ? Math.min(BATCH_LIMIT, Math.ceil(length / 2))
      : BATCH_LIMIT;
  }

  private async run(batch: readonly Waiting[]): Promise<void> {
    const envelopes = batch.map(({ envelope }) => envelope);
    const settlements = await runBatch(envelopes, this.ports).catch((error: unknown) =>
      batch.map((): Settlement => ({ ok: false, error })),
    );
    this.queue.release(batch);
    this.inFlight -= 1;
    batch.forEach((waiting, i) => settleWaiting(waiting, settlements[i]));
    this.pump();
    if (this.queue.length + this.inFlight === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}
