/** One office: its line to the service, what it knows, what it has to send, and what it does next. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CommandQueue, Consumer } from '@lien-thong/client';
import type { Client, ConsumerOptions, ConsumerStatus, Log, QueueStatus } from '@lien-thong/client';
import { fileLog } from '@lien-thong/client/node';
import type { AgencyConfig } from './config.js';
import { Counter } from './counter.js';
import { nextAct } from './next-act.js';
import type { NextAct } from './next-act.js';
import type { Case } from './case.js';
import type { Notices } from './notices.js';
import { Register } from './register.js';
import { sealWith } from './seal.js';
import { stableId } from './stable-id.js';

export interface AgencyParts {
  readonly config: AgencyConfig;
  readonly client: Client;
  readonly notices: Notices;
  readonly wake?: ConsumerOptions['wake'];
}

export interface AgencyStatus {
  readonly agency: string;
  readonly line: ConsumerStatus['line'];
  readonly problem: string | null;
  readonly cursor: string | null;
  readonly dossiers: number;
  readonly open: number;
  readonly queue: QueueStatus;
  readonly deadLetters: ConsumerStatus['deadLetters'];
  readonly ignored: ConsumerStatus['ignored'];
  readonly notices: Notices['latest'];
}

interface Rooms {
  readonly logs: readonly Log[];
  readonly consumer: Consumer;
  readonly queue: CommandQueue;
  readonly register: Register;
  readonly counter: Counter;
}

export class Agency {
  readonly consumer: Consumer;
  readonly queue: CommandQueue;
  readonly register: Register;
  readonly counter: Counter;
  private readonly logs: readonly Log[];

  private constructor(
    private readonly parts: AgencyParts,
    { logs, consumer, queue, register, counter }: Rooms,
  ) {
    this.logs = logs;
    this.consumer = consumer;
    this.queue = queue;
    this.register = register;
    this.counter = counter;
  }

  /** Takes up where the files of its folder end; the folder must belong to this process alone. */
  static async open(parts: AgencyParts): Promise<Agency> {
    const { config, client, notices, wake } = parts;
    mkdirSync(join(config.folder, 'in'), { recursive: true });
    const logs = ['register', 'queue', 'consumer'].map((name) => fileLog(join(config.folder, `${name}.log`)));
    const [registerLog, queueLog, consumerLog] = logs as [Log, Log, Log];
    const register = await Register.open(registerLog);
    const seal = await sealWith(config, client);
    const queue = await CommandQueue.open({ client, log: queueLog, ...(seal === null ? {} : { seal }) });
    const consumer = await Consumer.open({
      ...{ client, log: consumerLog, ...(wake === undefined ? {} : { wake }) },
      handler: (fact) => register.apply(fact),
      onNotice: (notice) => notices.add(notice),
    });
    const counter = new Counter(join(config.folder, 'in'), queue);
    return new Agency(parts, { logs, consumer, queue, register, counter });
  }

  /**
   * Does everything that is due at `at` (RFC 3339): takes in what lies at the counter, sends what is queued, reads what is new and
   * acts on it, until nothing is left to do. Returns how many acts it put into the queue.
   */
  async work(at: string): Promise<number> {
    let acts = await this.counter.takeAll(at);
    for (;;) {
      const { sent } = await this.queue.send();
      await this.consumer.catchUp();
      const planned = await this.plan(at);
      acts += planned;
      if (planned === 0 && sent === 0) return acts;
    }
  }

  /** The same without reading: for an office whose consumer reads by itself. */
  async turn(at: string): Promise<number> {
    const taken = await this.counter.takeAll(at);
    await this.queue.send();
    const planned = await this.plan(at);
    if (planned > 0) await this.queue.send();
    return taken + planned;
  }

  /** When this office has something to do next (RFC 3339), or null. */
  nextDue(): string | null {
    const [first] = this.planned()
      .map(({ act }) => act.dueAt)
      .sort();
    return first ?? null;
  }

  status(): AgencyStatus {
    const { line, problem, cursor, deadLetters, ignored } = this.consumer.status();
    return {
      ...{ agency: this.parts.config.agency, line, problem, cursor },
      ...{ dossiers: this.register.size, open: this.register.open().length },
      ...{ queue: this.queue.status(), deadLetters, ignored, notices: this.parts.notices.latest },
    };
  }

  async close(): Promise<void> {
    this.consumer.stop();
    for (const log of this.logs) await log.close();
  }

  /** Queues what is due. The id follows from the fact it answers to, so planning it again is the same act. */
  private async plan(at: string): Promise<number> {
    const due = this.planned().filter(({ act }) => Date.parse(act.dueAt) <= Date.parse(at));
    for (const { of, act } of due) {
      const id = stableId(this.parts.config.agency, of.dossierId, of.phaseFact, act.body.type);
      await this.queue.put({ id, occurredAt: at, target: { code: of.code }, body: act.body });
    }
    return due.length;
  }

  /** What there is to do about each open dossier: none about one whose last act is not sent, or not come back over the feed. */
  private planned(): readonly { readonly of: Case; readonly act: NextAct }[] {
    const standings = this.queue.standings();
    return this.register.open().flatMap((of) => {
      const { unsent, seq } = standings.get(of.code) ?? { unsent: 0, seq: 0 };
      if (unsent > 0 || of.seq < seq) return [];
      const act = nextAct(of, this.parts.config.agency, this.parts.config.policy);
      return act === null ? [] : [{ of, act }];
    });
  }
}
