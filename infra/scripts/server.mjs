// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../postgres/data-directory-owner.mjs';
import { ROOT } from './processes.mjs';
import { Refused } from './say.mjs';

const PROGRAM = join(ROOT, 'apps/routing/dist/main.js');
/** Rows of a batch die young: with Node's own 16 MB many are moved before they do (docs/performance.md). */
const YOUNG_SPACE = '--max-semi-space-size=64';
const PID_FILE = 'server.pid';
const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 15_000;
const POLL_MS = 150;

/**
 * Starts apps/routing. The answer comes at once, so that it can be stopped while it starts.
 * @param {{ port: number, env: Record<string, string>, dataFolder: string }} options
 */
export function startServer({ port, env, dataFolder }) {
  const child = spawn(process.execPath, [YOUNG_SPACE, PROGRAM], {
    cwd: ROOT,
    env: { ...withoutSetUpSecrets(process.env), ...env, PORT: String(port) },
    // Its own process group: Ctrl-C reaches us, and we stop the server before its database.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(join(dataFolder, PID_FILE), `${process.pid} ${child.pid}`);
  return {
    url,
    exited,
    ready: () => waitUntilReady(`${url}/health/ready`, child),
    stop: async () => {
      await stopChild(child, exited);
      rmSync(join(dataFolder, PID_FILE), { force: true });
    },
  };
}

/**
 * The server must not be able to do what only the migration step may.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutSetUpSecrets(env) {
  const { SUPERUSER_DATABASE_URL: _superuser, MIGRATOR_PASSWORD: _migrator, ...rest } = env;
  return rest;
}

/**
 * Stops a server whose `npm start` was killed with -9: it would hold the port for ever.
 * @param {string} dataFolder
 */
export async function stopLeftover(dataFolder) {
  const file = join(dataFolder, PID_FILE);
  if (!existsSync(file)) return;
  const [owner = 0, server = 0] = readFileSync(file, 'utf8').split(' ').map(Number);
  if (isAlive(owner) || !isAlive(server) || !isOurs(server)) return;
  process.kill(server, 'SIGTERM');
  for (let waited = 0; waited < STOP_WITHIN_MS && isAlive(server); waited += POLL_MS) await sleep(POLL_MS);
}

/**
 * After a reboot the number may belong to any program. Where that cannot be seen nothing is stopped.
 * @param {number} pid
 */
function isOurs(pid) {
  const command = `/proc/${pid}/cmdline`;
  return existsSync(command) && readFileSync(command, 'utf8').includes(PROGRAM);
}

/**
 * @param {string} address
 * @param {import('node:child_process').ChildProcess} child
 * @throws {Refused} when it ends or is not ready in time
 */
async function waitUntilReady(address, child) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (hasEnded(child)) {
      throw new Refused(
        `Máy chủ đã dừng khi khởi động (mã ${child.exitCode ?? child.signalCode}); xem lỗi ở trên.`,
        `The server ended while starting (code ${child.exitCode ?? child.signalCode}); see the error above.`,
      );
    }
    const answer = await fetch(address).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Refused(
    `Máy chủ không sẵn sàng sau ${READY_WITHIN_MS / 1000} giây: ${address}`,
    `The server was not ready after ${READY_WITHIN_MS / 1000} seconds: ${address}`,
  );
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} exited
 */
async function stopChild(child, exited) {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  const giveUp = new AbortController();
  const late = sleep(STOP_WITHIN_MS, 'late', { signal: giveUp.signal }).catch(() => 'done');
  if ((await Promise.race([exited, late])) === 'late') child.kill('SIGKILL');
  giveUp.abort();
  await exited;
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}
