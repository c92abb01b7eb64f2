/** The program as people and scripts start it: a process, its exit code, and what it wrote. `npm test` has built it before. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const SEEDS = new URL('../../../infra/seeds/', import.meta.url);
export const seedPath = (name: string): string => fileURLToPath(new URL(name, SEEDS));

export interface Said {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `lienthong` with these words; `env` holds what stands in no command line. */
export async function lienthong(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  const child = spawn(process.execPath, [PROGRAM, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, ...said };
}

/** A folder for the files of a suite. */
export class Files {
  readonly folder = mkdtempSync(join(tmpdir(), 'lt-cli-'));

  json(name: string, value: unknown): string {
    return this.text(name, JSON.stringify(value));
  }

  text(name: string, content: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }
}

export type Definition = Record<string, unknown> & { legs: Record<string, Record<string, unknown>> };

/** A definition of the seeds, with whatever differs. */
export function definition(code: string, changes: Readonly<Record<string, unknown>> = {}): Definition {
  return { ...(JSON.parse(readFileSync(seedPath(`procedures/${code}.json`), 'utf8')) as Definition), ...changes };
}

/** The same with another budget of the transfer. */
export function withTransfer(one: Definition, budget: string): Definition {
  return { ...one, legs: { ...one.legs, transfer: { ...one.legs['transfer'], budget } } };
}
