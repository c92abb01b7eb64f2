// @ts-check
/** The real server in its own process, a client in another; both on the same machine as Postgres and the broker. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../postgres/launcher.mjs';
import { SERVICE, endService, startService } from '../testing/service.mjs';

const DRIVER = fileURLToPath(new URL('http-driver.mjs', import.meta.url));

/** @param {import('./installation.mjs').Installation} installation */
export async function openHttp({ environment, keys }) {
  const port = await freePort();
  // No sweep: the declared times lie in the past, and it would close what has run out since.
  const roles = { LIENTHONG_ROLES: 'api,relay' };
  const env = { ...process.env, ...environment, ...roles, PORT: String(port), NODE_ENV: 'production' };
  // Without a sweep it is not ready, and says so; it serves all the same.
  const server = await startService({ env, args: [...process.execArgv, SERVICE], health: '/health/live' });
  const driver = fork(DRIVER);
  const ended = once(driver, 'exit').then(() => [null]);
  return {
    port,
    pids: { server: server.pid ?? 0, driver: driver.pid ?? 0 },
    /** @param {{ n: number, c: number, first: number, perRequest: number, firstPairOnly?: boolean }} order @returns {Promise<import('./callers.mjs').Run>} */
    run: async (order) => {
      driver.send({ ...order, port, keys: Object.fromEntries(keys) });
      const [run] = await Promise.race([once(driver, 'message'), ended]);
      if (run === null) throw new Error('the client ended');
      return run;
    },
    close: async () => {
      driver.disconnect();
      await endService(server, 'SIGTERM');
    },
  };
}
