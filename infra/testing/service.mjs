// @ts-check
/** The built service as a process of its own, for whoever tests or measures it from outside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../scripts/processes.mjs';

export const SERVICE = join(ROOT, 'apps/routing/dist/main.js');
const READY_WITHIN_MS = 90_000;
const POLL_MS = 100;

/**
 * Starts it and waits until it is ready.
 * @param {{ env: NodeJS.ProcessEnv, args?: readonly string[], health?: string }} how `env` names the PORT; `args` of `node`, the service
 * when absent; `health`: what to wait for
 * @returns {Promise<import('node:child_process').ChildProcess>}
 * @throws {Error} when it ends, or is not ready in time
 */
export async function startService({ env, args = [SERVICE], health: path = '/health/ready' }) {
  const child = spawn(process.execPath, [...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const health = `http://127.0.0.1:${env['PORT']}${path}`;
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await sleep(POLL_MS)) {
    if (child.exitCode !== null) throw new Error(`the service ended with code ${child.exitCode} while starting`);
    const answer = await fetch(health).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return child;
  }
  child.kill('SIGKILL');
  throw new Error(`the service was not ready after ${READY_WITHIN_MS / 1000} s`);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export async function endService(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
