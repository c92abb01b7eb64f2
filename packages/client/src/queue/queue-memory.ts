/** The queue as a fold of its log. */
import type { ItemState, QueueItem, QueueRecord, QueuedAct, Target } from './item.js';

export class QueueMemory {
  private readonly items = new Map<string, QueueItem>();
  /** Acts that were amended, by what replaced them. */
  private readonly amendedBy = new Map<string, string>();
  /** Acts the log was relieved of: they are known, no more. */
  private readonly done = new Set<string>();
  /** Codes of dossiers that acts of this queue opened. */
  private readonly codes = new Map<string, string>();
  private nextPlace = 0;

  constructor(records: readonly QueueRecord[] = []) {
    for (const record of records) this.add(record);
  }

  add(record: QueueRecord): void {
    switch (record.kind) {
      case 'put':
        this.items.set(record.act.id, {
          act: record.act,
          place: this.nextPlace++,
          state: QUEUED,
          sealed: null,
        });
        return;
      case 'amended':
        return this.amend(record.id, record.by);
      case 'sealed':
        return this.change(record.id, { sealed: record.body });
      case 'state':
        return this.settle(record.id, record.state);
      case 'done':
        for (const { id, code } of record.acts) this.finish(id, code);
    }
  }

  /** In the order in which they were put in. */
  get all(): readonly QueueItem[] {
    return [...this.items.values()].sort((a, b) => a.place - b.place);
  }

  get sent(): number {
    return this.done.size + this.all.filter(({ state }) => state.kind === 'sent').length;
  }

  find(id: string): QueueItem | undefined {
    return this.items.get(id);
  }

  knows(id: string): boolean {
    return this.items.has(id) || this.done.has(id) || this.amendedBy.has(id);
  }

  /** Code of the dossier a target leads to; null as long as it is not opened. */
  codeOf(target: Target): string | null {
    return 'code' in target ? target.code : (this.codes.get(this.opening(target.opening)) ?? null);
  }

  /** What must keep its order: all acts of one dossier, whether it has its code yet or not. */
  laneOf({ id, target }: QueuedAct): string {
    if (target === null) return this.codes.get(id) ?? id;
    return this.codeOf(target) ?? ('opening' in target ? this.opening(target.opening) : id);
  }

  /** The oldest unsent act of each dossier, in the order they were put in; none for a dossier whose act was refused. */
  sendable(): readonly QueueItem[] {
    const lanes = new Map<string, QueueItem>();
    for (const item of this.all.filter(({ state }) => state.kind === 'queued' || state.kind === 'conflict')) {
      const lane = this.laneOf(item.act);
      if (!lanes.has(lane)) lanes.set(lane, item);
    }
    return [...lanes.values()].filter(({ state }) => state.kind === 'queued');
  }

  /** The shortest log that says the same of what is still to do. */
  records(): readonly QueueRecord[] {
    const finished = this.all.filter(({ state }) => state.kind === 'sent' || state.kind === 'dropped');
    const ids = new Set([...this.done, ...this.amendedBy.keys(), ...finished.map(({ act }) => act.id)]);
    const acts = [...ids].map((id) => ({ id, code: this.codes.get(this.opening(id)) ?? null }));
    return [{ kind: 'done', acts }, ...this.all.filter(({ act }) => !ids.has(act.id)).flatMap(recordsOf)];
  }

  private finish(id: string, code: string | null): void {
    this.done.add(id);
    if (code !== null) this.codes.set(id, code);
  }

  private opening(id: string): string {
    const by = this.amendedBy.get(id);
    return by === undefined ? id : this.opening(by);
  }

  private settle(id: string, state: ItemState): void {
    this.change(id, { state });
    if (state.kind === 'sent' && this.items.get(id)?.act.target === null) this.codes.set(id, state.answer.code);
  }

  /** The amendment stands at the place of what it replaces, and acts that build on that build on it. */
  private amend(id: string, by: QueuedAct): void {
    const replaced = this.items.get(id);
    if (replaced === undefined) return;
    this.items.delete(id);
    this.amendedBy.set(id, by.id);
    this.items.set(by.id, { act: by, place: replaced.place, state: QUEUED, sealed: null });
  }

  private change(id: string, to: Partial<QueueItem>): void {
    const item = this.items.get(id);
    if (item !== undefined) this.items.set(id, { ...item, ...to });
  }
}

const QUEUED: ItemState = { kind: 'queued' };

function recordsOf({ act, state, sealed }: QueueItem): QueueRecord[] {
  const { id } = act;
  return [
    { kind: 'put', act },
    ...(sealed === null ? [] : [{ kind: 'sealed', id, body: sealed } as const]),
    ...(state.kind === 'queued' ? [] : [{ kind: 'state', id, state } as const]),
  ];
}
