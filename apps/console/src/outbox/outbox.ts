/**
 * Acts of this officer on their way to the service. An act is on this machine before the page says so, is sent under one key for
 * ever, and is done only when the service has answered. Every window holds all of them: what one has kept another sends when the
 * first is closed, and where two send the same act its key makes it one.
 */
import { CommandQueue } from '@lien-thong/client';
import type { Answer, Command, Opened, Opening, QueueItem, Trouble } from '@lien-thong/client';
import { onLine, lineStatus } from '../service/line.js';
import { service } from '../service/service.js';
import { browserLog } from './disk.js';
import type { BrowserLog } from './disk.js';

export type ActState =
  /** On this machine, not yet sent, or its answer not heard. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'received'; readonly answer: Answer | Opened }
  | { readonly kind: 'refused'; readonly problem: Trouble };

export interface PendingAct {
  readonly id: string;
  /** Null for an act that opens a dossier. */
  readonly code: string | null;
  readonly command: string;
  readonly body: Opening | Command;
  readonly occurredAt: string | null;
  readonly state: ActState;
}

/** Without its time: the outbox declares it. */
type Timeless<Act> = Act extends unknown ? Omit<Act, 'occurredAt'> : never;

export type WantedAct =
  | { readonly code: string; readonly version: number; readonly body: Timeless<Command>; readonly occurredAt?: string }
  | { readonly code: null; readonly body: Timeless<Opening>; readonly occurredAt?: string };

const AGAIN_MS = 5_000;

export class Outbox {
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel;
  /** Received ones are on no disk any more; they stay in sight as long as this page lives. */
  private readonly received = new Map<string, PendingAct>();
  private acts: readonly PendingAct[] = [];
  private ids: readonly string[];
  private running: Promise<void> | null = null;

  private constructor(
    private readonly log: BrowserLog,
    private queue: CommandQueue,
    { account, ids }: { readonly account: string; readonly ids: readonly string[] },
  ) {
    this.ids = ids;
    this.channel = new BroadcastChannel(`lienthong.outbox.${account}`);
  }

  static async open(account: string, signal: AbortSignal): Promise<Outbox> {
    const log = browserLog(account);
    const ids = await log.actIds();
    const outbox = new Outbox(log, await CommandQueue.open({ client: service, log }), { account, ids });
    outbox.channel.onmessage = () => void outbox.readAgain();
    const again = setInterval(() => void outbox.send(), AGAIN_MS);
    const off = onLine(() => lineStatus().state !== 'offline' && void outbox.send());
    const close = () => (clearInterval(again), off(), outbox.channel.close());
    signal.addEventListener('abort', close, { once: true });
    outbox.tell();
    void outbox.send();
    return outbox;
  }

  /** Everything that is not dropped, oldest first; received ones too, as long as this page lives. */
  get all(): readonly PendingAct[] {
    return this.acts;
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Keeps the act, tries to send it, and answers with what is known of it then. `instead`: a refused one that is given up for it. */
  async act(wanted: WantedAct, instead: string | null = null): Promise<PendingAct> {
    const id = crypto.randomUUID();
    const { occurredAt } = wanted;
    const time = occurredAt === undefined ? {} : { occurredAt };
    if (wanted.code === null) {
      await this.queue.put({ id, target: null, body: wanted.body, ...time });
    } else {
      const { code, version } = wanted;
      await this.queue.put({ id, target: { code, version }, body: wanted.body, ...time });
    }
    this.ids = [...this.ids, id];
    // Not before the new one is on the machine: what was typed is nowhere else.
    if (instead !== null) await this.drop(instead);
    // Read again meanwhile, for the sake of another window: from before this act was kept.
    if (this.queue.find(id) === undefined) await this.readAgain();
    this.told();
    await this.send();
    return this.find(id);
  }

  find(id: string): PendingAct {
    const found = this.acts.find((act) => act.id === id);
    if (found === undefined) throw new Error(`no act ${id}`);
    return found;
  }

  /** Gives a refused act up. */
  async drop(id: string): Promise<void> {
    await this.queue.drop(id);
    await this.log.forget(new Set([id]));
    this.told();
  }

  /** Sends what can be sent now. Calls at the same time share one run, and what was kept meanwhile is sent by it or by the next. */
  async send(): Promise<void> {
    await this.running;
    if (this.queue.status().queued === 0) return;
    this.running ??= this.sendAll().finally(() => (this.running = null));
    await this.running;
  }

  private async sendAll(): Promise<void> {
    const sending = this.queue.send().catch(() => undefined);
    this.tell();
    await sending;
    const done = this.shownActs().filter(({ state }) => state.kind === 'received');
    for (const act of done) this.received.set(act.id, act);
    await this.log.forget(new Set(done.map(({ id }) => id)));
    this.running = null;
    this.told();
  }

  /** Another window has kept an act, or given one up, or its act was received. */
  private async readAgain(): Promise<void> {
    await this.running;
    this.ids = [...new Set([...this.received.keys(), ...(await this.log.actIds())])];
    this.queue = await CommandQueue.open({ client: service, log: this.log });
    this.tell();
  }

  /** To this window, and to the others. */
  private told(): void {
    this.tell();
    this.channel.postMessage('changed');
  }

  private tell(): void {
    this.acts = this.shownActs();
    for (const listener of this.listeners) listener();
  }

  private shownActs(): readonly PendingAct[] {
    return this.ids.flatMap((id) => {
      const received = this.received.get(id);
      if (received !== undefined) return [received];
      const item = this.queue.find(id);
      return item === undefined || item.state.kind === 'dropped' ? [] : [this.shown(item)];
    });
  }

  private shown({ act: { id, target, body }, state }: QueueItem): PendingAct {
    const code = target === null ? null : this.queue.codeOf(target);
    const occurredAt = body.occurredAt ?? null;
    return { id, code, command: body.type, body, occurredAt, state: this.stateOf(state) };
  }

  private stateOf(state: QueueItem['state']): ActState {
    if (state.kind === 'sent') return { kind: 'received', answer: state.answer };
    if (state.kind === 'conflict') return { kind: 'refused', problem: state.problem };
    return { kind: this.running === null ? 'kept' : 'sending' };
  }
}
