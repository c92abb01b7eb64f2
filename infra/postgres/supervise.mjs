// @ts-check
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './data-directory-owner.mjs';

/** Crash recovery of a demonstration database ends well within this. */
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 30_000;
const KEPT_LINES = 40;
const POLL_MS = 10;

/**
 * Waits until the server takes connections, and knows how to end it.
 * @param {import('node:child_process').ChildProcess} child a `postgres` with stderr piped
 * @param {(line: string) => void} [log]
 * @throws {Error} with the server's last lines when it ends or hangs before it is ready
 */
export async function superviseServer(child, log) {
  const exited = new Promise((done) => {
    child.once('exit', done);
    child.once('error', done);
  });
  await readyOrThrow({ child, exited, log });
  const pid = /** @type {number} */ (child.pid);
  return { pid, stop: () => stopFast(child, exited), kill9: () => killAll(child, exited) };
}

/** @param {{ child: import('node:child_process').ChildProcess, exited: Promise<unknown>, log: ((line: string) => void) | undefined }} start */
async function readyOrThrow({ child, exited, log }) {
  /** @type {string[]} */
  const lastLines = [];
  const stderr = /** @type {import('node:stream').Readable} */ (child.stderr);
  const lines = createInterface({ input: stderr });
  const ready = new Promise((done) => {
    lines.on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > KEPT_LINES) lastLines.shift();
      log?.(line);
      if (line.includes('ready to accept connections')) done('ready');
    });
  });
  const giveUp = new AbortController();
  const late = sleep(READY_WITHIN_MS, 'late', { signal: giveUp.signal }).catch(() => 'late');
  const outcome = await Promise.race([ready, exited, late]);
  giveUp.abort();
  if (outcome === 'ready') return;
  if (outcome instanceof Error) throw outcome;
  if (outcome === 'late') child.kill('SIGKILL');
  // The last lines may still be in the pipe when the exit is reported.
  await Promise.race([once(lines, 'close'), sleep(500)]);
  throw new Error(`PostgreSQL did not start:\n${lastLines.join('\n')}`);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} exited
 */
async function stopFast(child, exited) {
  if (hasEnded(child)) return;
  child.kill('SIGINT');
  const giveUp = new AbortController();
  const late = sleep(STOP_WITHIN_MS, 'late', { signal: giveUp.signal }).catch(() => 'done');
  const outcome = await Promise.race([exited, late]);
  giveUp.abort();
  if (outcome !== 'late') return;
  child.kill('SIGQUIT');
  await exited;
}

/**
 * Backends are sessions of their own, so a signal to the group would miss them. They must all be
 * gone before the next start, which would otherwise meet their shared memory.
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} exited
 */
async function killAll(child, exited) {
  if (hasEnded(child)) return;
  const family = childrenOf(/** @type {number} */ (child.pid));
  child.kill('SIGKILL');
  for (const pid of family) killIfThere(pid);
  await exited;
  while (family.some(isAlive)) await sleep(POLL_MS);
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

/**
 * @param {number} pid
 * @returns {number[]} none where the system does not list them: orphaned backends end by themselves
 */
function childrenOf(pid) {
  const list = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(list)) return [];
  return readFileSync(list, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** @param {number} pid */
function killIfThere(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
