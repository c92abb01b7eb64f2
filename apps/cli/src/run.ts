/** From words on a command line to an exit code. */
import { parseArgs } from 'node:util';
import type { Env } from './env.js';
import { print } from './output.js';
import type { Outcome, Output } from './output.js';
import { reconcileLists, reconcileWithHub } from './reconcile.js';
import { verify } from './verify.js';
import { UNREADABLE, USAGE, Unreadable } from './words.js';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  'hub-key': { type: 'string' },
  hub: { type: 'string' },
  with: { type: 'string' },
  counterpart: { type: 'boolean', default: false },
} as const;

type Parsed = ReturnType<typeof parsed>;

function parsed(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
}

/** Runs a command and returns its exit code: 0 sound, 1 a finding, 2 wrong usage or unreadable. */
export async function run(argv: readonly string[], env: Env, output: Output): Promise<number> {
  const args = parsedOrNull(argv);
  try {
    const outcome = args === null ? null : await commanded(args, env);
    if (args !== null && outcome !== null) return print(outcome, args.values.json, output);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    for (const line of [error.words.vi, error.words.en]) output.err(line);
    return UNREADABLE;
  }
  output.err(USAGE);
  return UNREADABLE;
}

function parsedOrNull(argv: readonly string[]): Parsed | null {
  try {
    return parsed(argv);
  } catch (error) {
    // What parseArgs says no with; anything else is a fault.
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (code.startsWith('ERR_PARSE_ARGS')) return null;
    throw error;
  }
}

/** Null for a command line that means nothing. */
async function commanded({ values, positionals }: Parsed, env: Env): Promise<Outcome | null> {
  const [command, first, second, ...more] = positionals;
  const { hub, with: between, counterpart } = values;
  if (first === undefined || more.length > 0) return null;
  if (command === 'verify') return second === undefined && hub === undefined ? verify(first, values['hub-key']) : null;
  if (command !== 'reconcile') return null;
  if (hub === undefined)
    return second === undefined ? null : reconcileLists({ mine: first, theirs: second, counterpart });
  if (second !== undefined || counterpart) return null;
  if (env.key === null) {
    throw new Unreadable({ vi: 'thiếu khóa truy cập LIENTHONG_KEY', en: 'the access key LIENTHONG_KEY is missing' });
  }
  return reconcileWithHub({ mine: first, url: hub, key: env.key, between });
}
