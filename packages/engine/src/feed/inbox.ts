import type { DossierEvent, DossierId } from '@lien-thong/domain';

/** A message as it arrives at an agency, from the bus or from the feed: the same either way. */
export interface Received {
  readonly epoch: string;
  readonly n: number;
  readonly event: DossierEvent;
}

/** Numbers that are missing between what was applied and what has arrived: to be read from the feed. */
export interface Gap {
  readonly after: number;
  readonly before: number;
}

/** What an agency keeps between two runs, in the transaction in which it applies. */
export interface InboxState {
  readonly epoch: string | null;
  /** Everything up to here is applied. */
  readonly applied: number;
  readonly seen: readonly string[];
  readonly heads: readonly (readonly [DossierId, number])[];
}
export const EMPTY_INBOX: InboxState = { epoch: null, applied: 0, seen: [], heads: [] };

export interface InboxStep<Message> {
  /** To be applied now, in this order: by number, and so per dossier by `seq`. */
  readonly apply: readonly Message[];
  /** New facts at a place of a journal that another fact has taken: the hub was restored, the dossier is to be read anew. */
  readonly conflicts: readonly Message[];
  readonly gap: Gap | null;
  /** The message belongs to another line of numbers: read the feed, which alone says which line is in force (`restart`). */
  readonly otherEpoch: boolean;
}

/**
 * The receiving end of an at-least-once, out-of-order transport. Pure bookkeeping: each fact is applied once and in order, whatever
 * arrives twice, late or never. Event ids outlive the numbers, so a restored backup that gives numbers out again applies nothing twice.
 */
export class Inbox<Message extends Received = Received> {
  private epoch: string | null;
  private applied: number;
  private readonly seen: Set<string>;
  private readonly heads: Map<DossierId, number>;
  private readonly early = new Map<number, Message>();

  constructor(state: InboxState = EMPTY_INBOX) {
    this.epoch = state.epoch;
    this.applied = state.applied;
    this.seen = new Set(state.seen);
    this.heads = new Map(state.heads);
  }

  receive(message: Message): InboxStep<Message> {
    this.epoch ??= message.epoch;
    const otherEpoch = message.epoch !== this.epoch;
    if (!otherEpoch && message.n > this.applied) this.early.set(message.n, message);
    return { ...this.takeReady(), gap: this.gap(), otherEpoch };
  }

  /** The feed has begun a new line of numbers: it is read from the start, and what is known is recognised by its id. */
  restart(epoch: string): void {
    this.epoch = epoch;
    this.applied = 0;
    this.early.clear();
  }

  /** The numbers to ask the feed for, or null when nothing is known to be missing. */
  gap(): Gap | null {
    if (this.early.size === 0) return null;
    return { after: this.applied, before: Math.min(...this.early.keys()) };
  }

  /** Last number applied: the cursor for the next reading of the feed. */
  get cursor(): { readonly epoch: string | null; readonly n: number } {
    return { epoch: this.epoch, n: this.applied };
  }

  state(): InboxState {
    return { epoch: this.epoch, applied: this.applied, seen: [...this.seen], heads: [...this.heads] };
  }

  private takeReady(): { readonly apply: readonly Message[]; readonly conflicts: readonly Message[] } {
    const apply: Message[] = [];
    const conflicts: Message[] = [];
    for (;;) {
      const next = this.early.get(this.applied + 1);
      if (next === undefined) return { apply, conflicts };
      this.early.delete(next.n);
      this.applied = next.n;
      const { id, dossierId, seq } = next.event;
      if (this.seen.has(id)) continue;
      this.seen.add(id);
      const inPlace = seq > (this.heads.get(dossierId) ?? 0);
      if (inPlace) this.heads.set(dossierId, seq);
      (inPlace ? apply : conflicts).push(next);
    }
  }
}
