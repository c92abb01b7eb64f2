/**
 * Acts that are safe on disk before anybody is told that they are done, and are sent when there is a line: in order for each
 * dossier, each under one key for ever, so that none takes effect twice however often the power goes.
 */
import type { Command, Opening } from '../api/schemas.generated.js';
import { isTooLong } from '../disk/log.js';
import type { Trouble } from '../http/result.js';
import { thisMachine } from '../http/surroundings.js';
import type { NewAct, QueueItem, QueueRecord, Target } from './item.js';
import type { Conflict, QueueOptions, QueueStatus, SendReport } from './options.js';
import { QueueMemory } from './queue-memory.js';
import { sendAct } from './send-act.js';

export class CommandQueue {
  private sending: Promise<SendReport> | null = null;

  private constructor(
    private readonly options: QueueOptions,
    private readonly memory: QueueMemory,
  ) {}

  /** Takes up where the log ends. Throws when the log cannot be read. */
  static async open(options: QueueOptions): Promise<CommandQueue> {
    const records = (await options.log.load()) as readonly QueueRecord[];
    const memory = new QueueMemory(records);
    const short = memory.records();
    if (!isTooLong(records.length, short.length)) return new CommandQueue(options, memory);
    await options.log.rewrite(short);
    return new CommandQueue(options, new QueueMemory(short));
  }

  /** The act is on disk when this resolves, with its id. One that was put in before under the same id is not put in again. */
  async put({ id = this.newId(), occurredAt, target, body }: NewAct): Promise<string> {
    if (this.memory.knows(id)) return id;
    const timed = (occurredAt === undefined ? body : { ...body, occurredAt }) as Opening | Command;
    await this.write({ kind: 'put', act: { id, target, body: timed } });
    return id;
  }

  /** Sends what can be sent now. Calls at the same time share one run. */
  send(): Promise<SendReport> {
    this.sending ??= this.sendAll().finally(() => (this.sending = null));
    return this.sending;
  }

  /** Another act instead of one that was refused, under a key of its own. False when the id names no conflict. */
  async amend(
    id: string,
    change: { readonly occurredAt?: string; readonly body?: Opening | Command },
  ): Promise<boolean> {
    const item = this.conflict(id);
    if (item === undefined) return false;
    const { occurredAt, body = item.act.body } = change;
    const amended = { ...body, ...(occurredAt === undefined ? {} : { occurredAt }) } as Opening | Command;
    await this.write({ kind: 'amended', id, by: { ...item.act, id: this.newId(), body: amended } });
    return true;
  }

  /** Gives a refused act up; what waits behind it may go. False when the id names no conflict. */
  async drop(id: string): Promise<boolean> {
    if (this.conflict(id) === undefined) return false;
    await this.write({ kind: 'state', id, state: { kind: 'dropped' } });
    return true;
  }

  /** What became of an act, by its id. */
  find(id: string): QueueItem | undefined {
    return this.memory.find(id);
  }

  /** Code of the dossier a target leads to; null as long as it is not opened yet. */
  codeOf(target: Target): string | null {
    return this.memory.codeOf(target);
  }

  /** For each dossier with a code: acts that are not sent yet, and the place in its journal up to which sent ones have led. */
  standings(): ReadonlyMap<string, { readonly unsent: number; readonly seq: number }> {
    const found = new Map<string, { readonly unsent: number; readonly seq: number }>();
    for (const { act, state } of this.memory.all) {
      const lane = this.memory.laneOf(act);
      const { unsent, seq } = found.get(lane) ?? { unsent: 0, seq: 0 };
      const isOpen = state.kind === 'queued' || state.kind === 'conflict';
      found.set(lane, {
        unsent: unsent + (isOpen ? 1 : 0),
        seq: state.kind === 'sent' ? Math.max(seq, state.answer.seq) : seq,
      });
    }
    return found;
  }

  status(): QueueStatus {
    const { all } = this.memory;
    return {
      queued: all.filter(({ state }) => state.kind === 'queued').length,
      sent: this.memory.sent,
      conflicts: all.flatMap((item) =>
        item.state.kind === 'conflict' ? [this.conflictView(item, item.state.problem)] : [],
      ),
    };
  }

  private async sendAll(): Promise<SendReport> {
    let sent = 0;
    let conflicts = 0;
    for (;;) {
      const [...items] = this.memory.sendable();
      if (items.length === 0) return { sent, conflicts, stoppedBy: null };
      for (const item of items) {
        const outcome = await sendAct(item, {
          ...this.options,
          memory: this.memory,
          write: (record) => this.write(record),
        });
        if (outcome.kind === 'line') return { sent, conflicts, stoppedBy: outcome.problem };
        if (outcome.kind === 'sent') sent += 1;
        else conflicts += 1;
      }
    }
  }

  private conflict(id: string): QueueItem | undefined {
    const item = this.memory.find(id);
    return item?.act.id === id && item.state.kind === 'conflict' ? item : undefined;
  }

  private conflictView({ act }: QueueItem, problem: Trouble): Conflict {
    const { code, status, title, titleEn, todo, todoEn, facts, errors } = problem;
    const lane = this.memory.laneOf(act);
    const sameLane = this.memory.all.filter(
      (each) => each.state.kind === 'queued' && this.memory.laneOf(each.act) === lane,
    );
    return {
      ...{
        id: act.id,
        code: act.target === null ? null : this.memory.codeOf(act.target),
        command: act.body.type,
        occurredAt: act.body.occurredAt ?? null,
      },
      problem: { code, status, title, titleEn, todo, todoEn, facts, errors },
      behind: sameLane.length,
    };
  }

  /** On disk first, known afterwards. */
  private async write(record: QueueRecord): Promise<void> {
    await this.options.log.write([record]);
    await this.options.log.sync();
    this.memory.add(record);
  }

  private newId(): string {
    return (this.options.newId ?? thisMachine.newId)();
  }
}
