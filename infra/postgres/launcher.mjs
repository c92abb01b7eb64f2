// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dataStandIn, isReachable, serverAccount } from './account.mjs';
import { findBinaries } from './binaries.mjs';
import { evictDeadLauncher, markOwner, portOfRunning, unmarkOwner } from './data-directory-owner.mjs';
import { superviseServer } from './supervise.mjs';

/**
 * @typedef {import('./account.mjs').Account} Account
 * @typedef {object} StartOptions
 * @property {string} dataDir created with initdb when empty
 * @property {number} [port] a free one when absent
 * @property {boolean} [durable] default true; false switches fsync off and is for tests that say so
 * @property {Record<string, string>} [settings] further `-c name=value`
 * @property {(line: string) => void} [log] receives the server's own lines
 *
 * @typedef {object} RunningPostgres
 * @property {string} url connection string of the superuser, database `postgres`
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {string} version
 * @property {string} dataDir where the data really is: under root it may stand in for the one asked for
 * @property {() => Promise<void>} stop fast shutdown
 * @property {() => Promise<void>} kill9 power failure: SIGKILL to the server and all its children
 */

const SUPERUSER = 'postgres';
const PASSWORD_FILE = 'superuser.password';
const PORT_ATTEMPTS = 5;
/** Longest socket path the kernel takes (macOS has the shorter limit, 104 with the closing zero). */
const LONGEST_SOCKET_PATH = 103;
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts a PostgreSQL of our own on 127.0.0.1: as `nobody` under root, with passwords (SCRAM), its
 * socket inside the data directory. Nothing outside the data directory is touched, save that root
 * with a closed checkout gets a stand-in under /var/lib/lien-thong.
 * @param {StartOptions} options
 * @returns {Promise<RunningPostgres>}
 * @throws {import('./binaries.mjs').PostgresMissing} when no server is installed
 */
export async function startPostgres(options) {
  const account = serverAccount();
  const binaries = findBinaries(account);
  const dataDir = prepareDataDirectory(resolve(options.dataDir), account);
  if (!existsSync(join(dataDir, 'PG_VERSION')))
    initialise({ bin: binaries.bin, dataDir, account, durable: options.durable ?? true });
  refuseOtherMajor(dataDir, binaries.version);
  await evictDeadLauncher(dataDir);
  // Before the start: a launcher killed while it waits must be known as the owner, too.
  markOwner(dataDir);
  const { server, port } = await startOnAPort({ bin: binaries.bin, dataDir, account, options });
  const password = readFileSync(join(dataDir, PASSWORD_FILE), 'utf8').trim();
  return {
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`,
    port,
    pid: server.pid,
    version: binaries.version,
    dataDir,
    stop: () => server.stop().finally(() => unmarkOwner(dataDir)),
    kill9: () => server.kill9().finally(() => unmarkOwner(dataDir)),
  };
}

/**
 * @param {string} dataDir as it was given to `startPostgres`
 * @returns {number | undefined} the port of the server that runs on it now, whoever started it
 */
export function runningPort(dataDir) {
  return portOfRunning(prepareDataDirectory(resolve(dataDir), serverAccount()));
}

/**
 * @param {string} wanted
 * @param {Account} account
 */
function prepareDataDirectory(wanted, account) {
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const dataDir = isReachable(wanted, account) ? wanted : dataStandIn(wanted);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined) chownSync(dataDir, account.uid, account.gid);
  return dataDir;
}

/**
 * @param {{ bin: string, dataDir: string, account: Account, durable: boolean }} cluster
 * @throws {Error} with initdb's own words
 */
function initialise({ bin, dataDir, account, durable }) {
  const password = randomBytes(24).toString('base64url');
  const handOver = mkdtempSync(join(tmpdir(), 'lien-thong-initdb-'));
  const passwordFile = join(handOver, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined) {
    chownSync(handOver, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const flags = ['-A', 'scram-sha-256', '-E', 'UTF8', '--no-locale', '-U', SUPERUSER, `--pwfile=${passwordFile}`];
  if (!durable) flags.push('--no-sync');
  const run = spawnSync(join(bin, 'initdb'), ['-D', dataDir, ...flags], {
    ...account,
    cwd: '/',
    env: serverEnvironment(),
    encoding: 'utf8',
  });
  rmSync(handOver, { recursive: true, force: true });
  if (run.status !== 0) throw new Error(`initdb: ${run.error?.message ?? (run.stderr.trim() || `exit ${run.status}`)}`);
  writeFileSync(join(dataDir, PASSWORD_FILE), `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined) chownSync(join(dataDir, PASSWORD_FILE), account.uid, account.gid);
}

/**
 * @param {string} dataDir
 * @param {string} version
 */
function refuseOtherMajor(dataDir, version) {
  const made = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (version.split('.')[0] === made) return;
  throw new Error(
    [
      `Thư mục dữ liệu ${dataDir} do PostgreSQL ${made} tạo ra, nhưng chương trình tìm thấy là ${version}.`,
      `The data directory ${dataDir} was made by PostgreSQL ${made}, but the server found is ${version}.`,
      `Hãy cài PostgreSQL ${made}, đặt LIENTHONG_PG_BIN, hoặc chuyển thư mục này đi nơi khác.`,
      `Install PostgreSQL ${made}, set LIENTHONG_PG_BIN, or move that folder away.`,
    ].join('\n'),
  );
}

/**
 * A port that was free a moment ago may be taken by now: another one is tried, unless the caller
 * named the port.
 * @param {{ bin: string, dataDir: string, account: Account, options: StartOptions }} start
 */
async function startOnAPort({ bin, dataDir, account, options }) {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const child = spawn(join(bin, 'postgres'), serverArguments({ dataDir, port, options }), {
      ...account,
      cwd: '/',
      env: serverEnvironment(),
      // Its own process group: Ctrl-C must reach us, and we stop the server last.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    try {
      return { server: await superviseServer(child, options.log), port };
    } catch (error) {
      const taken = error instanceof Error && /Address already in use/.test(error.message);
      if (!taken || options.port !== undefined || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

/**
 * @param {{ dataDir: string, port: number, options: StartOptions }} start
 * @returns {string[]}
 */
function serverArguments({ dataDir, port, options }) {
  const socketFits = join(dataDir, '.s.PGSQL.65535').length <= LONGEST_SOCKET_PATH && process.platform !== 'win32';
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFits ? dataDir : '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable === false ? NOT_DURABLE : {}),
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataDir, '-p', String(port), ...flags];
}

/** The server's words are read by us, so they must be English; nothing of ours leaks into it. */
function serverEnvironment() {
  return { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(address && typeof address === 'object' ? address.port : 0));
    });
  });
}
