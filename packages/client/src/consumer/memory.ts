/** What the consumer knows: where it is in the feed, what it has seen, and which dossiers wait. A fold of its log. */
import type { FeedFact } from './fact.js';

export type WaitReason =
  /** The handler threw; the words are in `detail`. */
  | 'handler-failed'
  /** Another fact stood at this place of the journal before: the service was restored from a backup. To be looked at by a person. */
  | 'place-taken';

/** A dossier whose next fact cannot be applied; its later facts wait behind it, and nobody else's. */
export interface Waiting {
  readonly dossierId: string;
  readonly facts: readonly FeedFact[];
  readonly reason: WaitReason;
  readonly detail: string;
  readonly attempts: number;
  /** Real time, milliseconds; null for a dead letter, which waits for a redrive. */
  readonly nextTryAt: number | null;
}

export type ConsumerRecord =
  | { readonly kind: 'applied'; readonly id: string; readonly dossierId: string; readonly seq: number }
  /** Ids whose place in a journal no longer matters, only that they are known. */
  | { readonly kind: 'known'; readonly ids: readonly string[] }
  | { readonly kind: 'cursor'; readonly at: string | null }
  | { readonly kind: 'waiting'; readonly waiting: Waiting }
  | { readonly kind: 'behind'; readonly fact: FeedFact }
  | { readonly kind: 'released'; readonly dossierId: string };

export class ConsumerMemory {
  /** Place in the feed to go on after; null: from the beginning. */
  cursor: string | null = null;
  readonly waiting = new Map<string, Waiting>();
  private readonly seen = new Set<string>();
  private readonly heads = new Map<string, { readonly seq: number; readonly id: string }>();

  constructor(records: readonly ConsumerRecord[] = []) {
    for (const record of records) this.add(record);
  }

  hasSeen(id: string): boolean {
    return this.seen.has(id);
  }

  /** Highest place applied of the dossier's journal; 0 for none. */
  headOf(dossierId: string): number {
    return this.heads.get(dossierId)?.seq ?? 0;
  }

  add(record: ConsumerRecord): void {
    switch (record.kind) {
      case 'applied':
        this.seen.add(record.id);
        this.heads.set(record.dossierId, { seq: record.seq, id: record.id });
        this.shift(record);
        return;
      case 'known':
        for (const id of record.ids) this.seen.add(id);
        return;
      case 'cursor':
        this.cursor = record.at;
        return;
      case 'waiting':
        this.waiting.set(record.waiting.dossierId, record.waiting);
        return;
      case 'behind':
        this.append(record.fact);
        return;
      case 'released':
        this.waiting.delete(record.dossierId);
    }
  }

  /** True when the fact stands in the line of its dossier already. */
  isWaiting({ id, dossierId }: FeedFact): boolean {
    return this.waiting.get(dossierId)?.facts.some((fact) => fact.id === id) ?? false;
  }

  /** The shortest log that says the same. */
  records(): readonly ConsumerRecord[] {
    const headIds = new Set([...this.heads.values()].map(({ id }) => id));
    const others = [...this.seen].filter((id) => !headIds.has(id));
    return [
      { kind: 'known', ids: others },
      ...[...this.heads].map(([dossierId, { seq, id }]) => ({ kind: 'applied', id, dossierId, seq }) as const),
      ...[...this.waiting.values()].map((waiting) => ({ kind: 'waiting', waiting }) as const),
      { kind: 'cursor', at: this.cursor },
    ];
  }

  /** The first of the line was applied: the next one is tried without delay. */
  private shift({ id, dossierId }: { readonly id: string; readonly dossierId: string }): void {
    const line = this.waiting.get(dossierId);
    if (line === undefined || line.facts[0]?.id !== id) return;
    this.waiting.set(dossierId, { ...line, facts: line.facts.slice(1), attempts: 0, nextTryAt: 0 });
  }

  private append(fact: FeedFact): void {
    const line = this.waiting.get(fact.dossierId);
    if (line !== undefined) this.waiting.set(fact.dossierId, { ...line, facts: [...line.facts, fact] });
  }
}
