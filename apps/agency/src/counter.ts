/**
 * The counter of this office: a JSON file dropped into the folder `in` is a dossier that was handed in. The file is the body of
 * `POST /v1/dossiers` (`type` may be left out: `receive`), and may bring further acts in `then`. Write it beside and rename it.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandQueue, NewAct } from '@lien-thong/client';
import { stableId } from './stable-id.js';

type OpeningBody = Extract<NewAct, { target: null }>['body'];
type ActBody = Extract<NewAct, { target: { code: string } | { opening: string } }>['body'];
export interface HandedIn {
  readonly type?: string;
  /** When it happened, if it is typed in later (RFC 3339). */
  readonly occurredAt?: string;
  readonly then?: readonly ActBody[];
  readonly [field: string]: unknown;
}

/** A file that is still being written is left alone this long. */
const SETTLED_MS = 2_000;

export class Counter {
  private readonly done: string;
  private readonly bad: string;

  constructor(
    private readonly folder: string,
    private readonly queue: CommandQueue,
  ) {
    this.done = join(folder, 'done');
    this.bad = join(folder, 'bad');
    for (const each of [this.done, this.bad]) mkdirSync(each, { recursive: true });
  }

  /** Queues what lies in the folder, in the order of the names, at the declared time or `at`. Returns how many. */
  async takeAll(at: string): Promise<number> {
    const names = readdirSync(this.folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
    let taken = 0;
    for (const name of names.sort()) if (await this.take(name, at)) taken += 1;
    return taken;
  }

  /** Queues one dossier. The same `name` with the same content is the same dossier, however often it is put in. */
  async handIn(name: string, given: HandedIn, at: string): Promise<string> {
    const { occurredAt = at, then = [], ...body } = given;
    const id = stableId('handed in', name, JSON.stringify(given));
    await this.queue.put({ id, occurredAt, target: null, body: { type: 'receive', ...body } as OpeningBody });
    for (const [index, act] of then.entries()) {
      await this.queue.put({ id: stableId(id, String(index)), occurredAt, target: { opening: id }, body: act });
    }
    return id;
  }

  private async take(name: string, at: string): Promise<boolean> {
    const file = join(this.folder, name);
    const given = readJson(file);
    if (given === null) {
      if (Date.now() - statSync(file).mtimeMs > SETTLED_MS) this.putAside(name);
      return false;
    }
    await this.handIn(name, given, at);
    // After it is safe in the queue: a crash before this takes it in once more, under the same id.
    renameSync(file, join(this.done, freeName(this.done, name)));
    return true;
  }

  private putAside(name: string): void {
    renameSync(join(this.folder, name), join(this.bad, freeName(this.bad, name)));
    writeFileSync(join(this.bad, `${name}.txt`), 'Không đọc được tệp JSON này. / This is no JSON object.\n');
  }
}

function readJson(file: string): HandedIn | null {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as HandedIn) : null;
  } catch {
    return null;
  }
}

function freeName(folder: string, name: string): string {
  if (!existsSync(join(folder, name))) return name;
  for (let serial = 2; ; serial += 1) {
    const other = name.replace(/\.json$/, `.${serial}.json`);
    if (!existsSync(join(folder, other))) return other;
  }
}
