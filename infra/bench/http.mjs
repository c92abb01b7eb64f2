// @ts-check
/** The real server in its own process, a client in another; both on the same machine as Postgres and the broker. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../postgres/launcher.mjs';
import { ROOT } from '../scripts/processes.mjs';

const PROGRAM = join(ROOT, 'apps/routing/dist/main.js');
const DRIVER = fileURLToPath(new URL('http-driver.mjs', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** @param {import('./installation.mjs').Installation} installation */
export async function openHttp({ environment, keys }) {
  const port = await freePort();
  // No sweep: the declared times lie in the past, and it would close what has run out since.
  const roles = { LIENTHONG_ROLES: 'api,relay' };
  const env = { ...process.env, ...environment, ...roles, PORT: String(port), NODE_ENV: 'production' };
  const server = spawn(process.execPath, [...process.execArgv, PROGRAM], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await ready(port, server);
  const driver = fork(DRIVER);
  return {
    pids: { server: server.pid ?? 0, driver: driver.pid ?? 0 },
    /** @param {{ n: number, c: number, first: number, perRequest: number }} order @returns {Promise<import('./callers.mjs').Run>} */
    run: async (order) => {
      driver.send({ ...order, port, keys: Object.fromEntries(keys) });
      const [run] = await Promise.race([once(driver, 'message'), once(driver, 'exit').then(() => [null])]);
      if (run === null) throw new Error('the client ended');
      return run;
    },
    close: async () => {
      driver.disconnect();
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

/** @param {number} port @param {import('node:child_process').ChildProcess} server */
async function ready(port, server) {
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await sleep(100)) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
  }
  throw new Error('the server was not ready in time');
}
