// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The repository, wherever the command was given. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Programs being waited for, so that an operator who stops us stops them. */
const waitedFor = new Set();

/** Asks every program we wait for to end; whoever waits for it then hears of it. */
export function stopPrograms() {
  for (const child of waitedFor) child.kill('SIGTERM');
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} exit code, 128 when a signal ended it
 */
async function ended(child) {
  waitedFor.add(child);
  try {
    const [code] = await once(child, 'close');
    return code ?? 128;
  } finally {
    waitedFor.delete(child);
  }
}

/**
 * Runs a Node program of the repository and shows its output as it comes.
 * @param {readonly string[]} args of `node`
 * @param {NodeJS.ProcessEnv} [env] added to ours
 * @returns {Promise<number>} exit code
 */
export function runNode(args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return ended(child);
}

/**
 * The same, with its output kept until it ends: of two that run side by side, each is read in one piece.
 * @param {readonly string[]} args of `node`
 * @returns {Promise<{ code: number, said: string }>} exit code and output, errors among it as they came
 */
export async function overhearNode(args) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (said += text));
  }
  return { code: await ended(child), said };
}

/**
 * npm by the path it tells its own scripts, so that the same npm is used and no shell is needed.
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runNpm(args) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('.js')) return runNode([cli, ...args]);
  const child = spawn(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return ended(child);
}
