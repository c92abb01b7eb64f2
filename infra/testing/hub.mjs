// @ts-check
/** A whole service for end-to-end tests of what speaks to it: its own database, its process, and a broker where one is wanted. */
import { spawn } from 'node:child_process';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startNats } from '../nats/launcher.mjs';
import { freePort, startPostgres } from '../postgres/launcher.mjs';
import { ROOT } from '../scripts/processes.mjs';

const READY_WITHIN_MS = 90_000;
const POLL_MS = 100;

/**
 * @typedef {object} Hub
 * @property {string} url
 * @property {import('../nats/launcher.mjs').RunningNats | null} nats
 * @property {(agencyId: string) => string} key API key of an agency in the demo profile
 * @property {(instant: string) => Promise<void>} goOnTo lets the stepped clock go on (RFC 3339)
 * @property {() => Promise<void>} kill9 of the service; the database lives on
 * @property {() => Promise<void>} start the service again, under the same address
 * @property {() => Promise<void>} close everything, and removes it
 */

/**
 * Starts it in the demo profile. `npm test` has built the programs before any spec runs.
 * @param {{ start: string, broker?: boolean, env?: Record<string, string> }} options `start`: where the stepped clock begins
 * @returns {Promise<Hub>}
 */
export async function startHub({ start, broker = false, env = {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-hub-'));
  const postgres = await takePostgres(folder);
  const name = `lt_hub_${randomBytes(6).toString('hex')}`;
  await migrate(postgres.url, name);
  const nats = broker ? await startNats({ folder: join(folder, 'nats') }) : null;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    ...{
      NODE_ENV: 'test',
      LIENTHONG_PROFILE: 'demo',
      LIENTHONG_DEMO_START: start,
      PUBLIC_URL: url,
      PORT: String(port),
    },
    ...{ LIENTHONG_RATE_PER_SECOND: '100000', LIENTHONG_RATE_BURST: '100000' },
    DATABASE_URL: databaseUrl(postgres.url, name),
    LIENTHONG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...(nats === null ? {} : { NATS_URL: nats.hubUrl, NATS_USERS_FILE: nats.usersFile, NATS_PID_FILE: nats.pidFile }),
    ...env,
  };
  let service = await startService(settings, url);
  return {
    ...{ url, nats, key: demoKey },
    goOnTo: (instant) => advance(url, instant),
    kill9: () => end(service, 'SIGKILL'),
    start: async () => {
      service = await startService(settings, url);
    },
    close: async () => {
      await end(service, 'SIGTERM');
      await nats?.stop();
      await postgres.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The server of this test run, or one of our own.
 * @param {string} folder
 */
async function takePostgres(folder) {
  const named = process.env['TEST_POSTGRES_URL'];
  if (named) return { url: named, dispose: async () => undefined };
  const server = await startPostgres({ dataDir: join(folder, 'postgres') });
  const dispose = async () => {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
  };
  return { url: server.url, dispose };
}

/**
 * Passwords of the logins follow from the address of the server, because all suites of a run share them (apps/routing/test/database.ts).
 * @param {string} serverUrl
 * @param {string} login
 */
function passwordOf(serverUrl, login) {
  return createHmac('sha256', serverUrl).update(login).digest('base64url');
}

/**
 * @param {string} serverUrl
 * @param {string} name
 */
async function migrate(serverUrl, name) {
  const child = spawn(process.execPath, [join(ROOT, 'apps/routing/dist/migrate.js')], {
    env: {
      SUPERUSER_DATABASE_URL: serverUrl,
      LIENTHONG_DATABASE: name,
      MIGRATOR_PASSWORD: passwordOf(serverUrl, 'migrator'),
      APP_PASSWORD: passwordOf(serverUrl, 'app'),
      LIENTHONG_PROFILE: 'demo',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the database could not be made (exit code ${code})`);
}

/**
 * @param {string} serverUrl
 * @param {string} name
 */
function databaseUrl(serverUrl, name) {
  const url = new URL(serverUrl);
  url.username = 'app';
  url.password = passwordOf(serverUrl, 'app');
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * @param {Record<string, string>} env
 * @param {string} url
 */
async function startService(env, url) {
  const child = spawn(process.execPath, [join(ROOT, 'apps/routing/dist/main.js')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the service ended with code ${child.exitCode} while starting`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return child;
    await sleep(POLL_MS);
  }
  child.kill('SIGKILL');
  throw new Error(`the service was not ready after ${READY_WITHIN_MS / 1000} s`);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/**
 * @param {string} url
 * @param {string} instant
 */
async function advance(url, instant) {
  const answer = await fetch(`${url}/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: instant }),
  });
  if (!answer.ok) throw new Error(`the clock did not go on to ${instant}: ${await answer.text()}`);
  await answer.body?.cancel();
}

/**
 * The key every agency has in the demo profile; it is worth nothing anywhere else.
 * @param {string} agency
 */
function demoKey(agency) {
  const secret = createHash('sha256').update(`lien-thong demonstration key ${agency}`).digest('base64url');
  return `lt_demo-${agency}_${secret}`;
}
