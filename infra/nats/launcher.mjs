// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../postgres/launcher.mjs';
import { HOW_TO_INSTALL, findNatsServer, natsVersion } from './find-server.mjs';
import { firstUsers, systemUsers } from './first-users.mjs';

const CONFIG = fileURLToPath(new URL('server.test.conf', import.meta.url));
const READY_WITHIN_MS = 10_000;
const POLL_MS = 20;
const DEFAULT_STORE_BYTES = '2GB';

/**
 * @typedef {object} StartOptions
 * @property {string} folder where configuration, users and store live; kept between two starts
 * @property {string} [bin] default: the one that is found
 * @property {number} [port] a free one when absent
 * @property {string} [storeBytes] most the store may hold, for example 64MB
 *
 * @typedef {object} RunningNats
 * @property {string} url without credentials, for agencies
 * @property {string} hubUrl with the credentials of the hub: NATS_URL of the service
 * @property {number} port
 * @property {number} pid
 * @property {string} version
 * @property {string} usersFile NATS_USERS_FILE of the service
 * @property {string} pidFile NATS_PID_FILE of the service
 * @property {string} storeDir
 * @property {string} systemPassword of the user `system`
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill9
 * @property {Promise<unknown>} exited
 */

/** There is no nats-server on this machine; the message says how to install one. */
export class NatsMissing extends Error {
  constructor() {
    super(`${HOW_TO_INSTALL.vietnamese}\n${HOW_TO_INSTALL.english}`);
    this.name = 'NatsMissing';
  }
}

/**
 * Starts a broker of our own on 127.0.0.1, with passwords that are made once and kept beside its store (0600).
 * @param {StartOptions} options
 * @returns {Promise<RunningNats>}
 * @throws {NatsMissing}
 */
export async function startNats(options) {
  const bin = options.bin ?? findNatsServer();
  if (bin === undefined) throw new NatsMissing();
  const version = natsVersion(bin);
  const place = prepare(resolve(options.folder));
  await evictLeftover(place);
  const port = options.port ?? (await freePort());
  const name = `local-${randomBytes(6).toString('hex')}`;
  const child = spawn(bin, ['--config', place.config], {
    cwd: place.folder,
    env: {
      NATS_SERVER_NAME: name,
      NATS_LISTEN: `127.0.0.1:${port}`,
      NATS_STORE: place.storeDir,
      NATS_STORE_BYTES: options.storeBytes ?? DEFAULT_STORE_BYTES,
      NATS_PID_FILE: place.pidFile,
    },
    // Its own process group: Ctrl-C must reach us, and we stop the broker after the service.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = /** @type {string[]} */ ([]);
  child.stderr.on('data', (chunk) => lines.splice(0, lines.length, ...lines.slice(-20), String(chunk)));
  const exited = new Promise((done) => child.once('exit', done));
  await waitUntilReady({ child, port, name, lines });
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return {
    url: `nats://127.0.0.1:${port}`,
    hubUrl: `nats://hub:${place.hubPassword}@127.0.0.1:${port}`,
    ...{ port, pid: child.pid ?? 0, version, usersFile: place.usersFile, pidFile: place.pidFile },
    ...{ storeDir: place.storeDir, systemPassword: place.systemPassword, exited },
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
  };
}

/** @param {string} folder */
function prepare(folder) {
  const users = join(folder, 'users');
  mkdirSync(users, { recursive: true, mode: 0o700 });
  const config = join(folder, 'server.conf');
  copyFileSync(CONFIG, config);
  const hubPassword = kept(join(folder, 'hub.password'));
  const systemPassword = kept(join(folder, 'system.password'));
  const usersFile = join(users, 'exchange.conf');
  if (!existsSync(usersFile)) writeFileSync(usersFile, firstUsers(hubPassword), { mode: 0o600 });
  writeFileSync(join(users, 'system.conf'), systemUsers(systemPassword), { mode: 0o600 });
  const pidFile = join(folder, 'nats.pid');
  return { folder, config, hubPassword, systemPassword, usersFile, pidFile, storeDir: join(folder, 'store') };
}

/**
 * A broker whose starter was killed with -9 still holds the store: two on one store would spoil it. Where a process cannot be looked
 * into nothing is stopped.
 * @param {{ pidFile: string, config: string }} place
 */
async function evictLeftover({ pidFile, config }) {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
  rmSync(pidFile, { force: true });
  const isOurs = () => {
    const command = `/proc/${pid}/cmdline`;
    return pid > 1 && existsSync(command) && readFileSync(command, 'utf8').split('\0').includes(config);
  };
  if (!isOurs()) return;
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < READY_WITHIN_MS && isOurs(); waited += POLL_MS) await sleep(POLL_MS);
}

/** @param {string} file */
function kept(file) {
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** @param {{ child: import('node:child_process').ChildProcess, port: number, name: string, lines: readonly string[] }} start */
async function waitUntilReady({ child, port, name, lines }) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`nats-server ended with code ${child.exitCode}: ${lines.join('')}`);
    if (await greets(port, name)) return;
    await sleep(POLL_MS);
  }
  child.kill('SIGKILL');
  throw new Error(`nats-server was not ready after ${READY_WITHIN_MS / 1000} s: ${lines.join('')}`);
}

/**
 * It speaks first, and only once everything behind the port is up. Its name tells it from another that has the port.
 * @param {number} port
 * @param {string} name
 * @returns {Promise<boolean>}
 */
function greets(port, name) {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (/** @type {boolean} */ yes) => {
      socket.destroy();
      done(yes);
    };
    socket.setTimeout(1_000, () => answer(false));
    socket.once('data', (data) => answer(String(data).includes(`"server_name":"${name}"`)));
    socket.once('error', () => answer(false));
  });
}
