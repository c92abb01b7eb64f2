/** An office of this program as a process of its own, directed line by line. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AgencyStatus } from '../src/agency.js';
import type { HandedIn } from '../src/counter.js';
import type { Order, OrderAnswer } from '../src/orders.js';

/** `npm test` has built it before any spec runs. */
export const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));

export interface OfficeOptions {
  readonly agency: string;
  readonly service: string;
  readonly key: string;
  readonly folder: string;
  readonly policy?: object;
  readonly signingKey?: string;
}

export class Office {
  private readonly answers: ((answer: OrderAnswer) => void)[] = [];
  private child: ChildProcess | null = null;
  private readonly config: string;

  private constructor(private readonly options: OfficeOptions) {
    const { key: _secret, folder, ...config } = options;
    mkdirSync(folder, { recursive: true });
    this.config = join(folder, 'agency.json');
    writeFileSync(this.config, JSON.stringify({ ...config, folder: 'state' }));
  }

  static async open(options: OfficeOptions): Promise<Office> {
    const office = new Office(options);
    await office.start();
    return office;
  }

  /** Also after `kill9`: takes up where its files end. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM, 'directed', this.config], {
      env: { LIENTHONG_KEY: this.options.key },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.child = child;
    const began = new Promise<OrderAnswer>((told) => this.answers.push(told));
    createInterface({ input: child.stdout }).on('line', (line) =>
      this.answers.shift()?.(JSON.parse(line) as OrderAnswer),
    );
    child.once('exit', (code, signal) => {
      for (const told of this.answers.splice(0)) told({ ok: false, do: 'died', error: String(code ?? signal) });
    });
    const answer = await began;
    if (!answer.ok) throw new Error(`${this.options.agency} did not start: ${String(answer['error'])}`);
  }

  /** Throws when the order is not carried out. */
  async tell(order: Order): Promise<OrderAnswer> {
    const answer = await this.order(order);
    if (!answer.ok) throw new Error(`${this.options.agency} ${order.do}: ${String(answer['error'])}`);
    return answer;
  }

  order(order: Order): Promise<OrderAnswer> {
    return new Promise((told) => {
      this.answers.push(told);
      this.child?.stdin?.write(`${JSON.stringify(order)}\n`);
    });
  }

  take(name: string, dossier: HandedIn, at: string): Promise<OrderAnswer> {
    return this.tell({ do: 'take', name, dossier, at });
  }

  /** When it has something to do next, or null. */
  async work(at: string): Promise<string | null> {
    return (await this.tell({ do: 'work', at }))['next'] as string | null;
  }

  async status(): Promise<AgencyStatus> {
    return (await this.tell({ do: 'status' }))['status'] as AgencyStatus;
  }

  async kill9(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async close(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    await this.order({ do: 'stop' });
    await gone;
  }
}

export interface Stage {
  readonly offices: readonly Office[];
  readonly goOnTo: (instant: string) => Promise<void>;
}

/** Lets everybody work, and time pass to when the first has something to do again, until `until` or nobody has. */
export async function play({ offices, goOnTo }: Stage, from: string, until: string): Promise<string> {
  for (let at = from; ;) {
    const next = await workUntilQuiet(offices, at);
    if (next === null || Date.parse(next) > Date.parse(until)) return at;
    at = next;
    await goOnTo(at);
  }
}

/** What one does may give another something to do at once. */
async function workUntilQuiet(offices: readonly Office[], at: string): Promise<string | null> {
  for (let before: string | null | undefined; ;) {
    let next: string | null = null;
    for (const office of offices) next = earlier(next, await office.work(at));
    const isLater = next === null || Date.parse(next) > Date.parse(at);
    if (isLater && next === before) return next;
    before = isLater ? next : undefined;
  }
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) <= Date.parse(b) ? a : b;
}
