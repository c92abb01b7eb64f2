// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A launcher that was killed with -9 leaves its server running. The next launcher may stop that
 * server only when nobody owns it any more: the owner's process id is kept in the data directory.
 */
const OWNER_FILE = 'launcher.pid';
const POLL_MS = 20;
const POLLS = 1_500;

/** @param {string} dataDir */
export function markOwner(dataDir) {
  writeFileSync(join(dataDir, OWNER_FILE), String(process.pid));
}

/** @param {string} dataDir */
export function unmarkOwner(dataDir) {
  rmSync(join(dataDir, OWNER_FILE), { force: true });
}

/**
 * Stops a server that an earlier, dead launcher left behind.
 * @param {string} dataDir
 * @throws {Error} when a living launcher, or a server not started by us, uses the directory
 */
export async function evictDeadLauncher(dataDir) {
  const server = postmasterOf(dataDir);
  if (server === undefined || !isAlive(server)) return;
  const ownerFile = join(dataDir, OWNER_FILE);
  const owner = existsSync(ownerFile) ? Number(readFileSync(ownerFile, 'utf8')) : undefined;
  if (owner === undefined || isAlive(owner)) throw new Error(inUse(dataDir, owner ?? server));
  process.kill(server, 'SIGINT');
  for (let poll = 0; poll < POLLS && isAlive(server); poll += 1) await sleep(POLL_MS);
  if (isAlive(server)) throw new Error(inUse(dataDir, server));
}

/**
 * @param {number} pid
 * @returns {boolean} true also for a process of somebody else; false for one that only waits to be
 *   collected, which in a container without an init may last for ever
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    const status = `/proc/${pid}/status`;
    return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The fourth line of postmaster.pid. */
const PORT_LINE = 3;

/**
 * @param {string} dataDir
 * @returns {number | undefined} the port of the server that runs on it now, whoever started it
 */
export function portOfRunning(dataDir) {
  const server = postmasterOf(dataDir);
  if (server === undefined || !isAlive(server)) return undefined;
  return Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[PORT_LINE]);
}

/**
 * @param {string} dataDir
 * @returns {number | undefined} the server PostgreSQL itself recorded; its first line is the pid
 */
function postmasterOf(dataDir) {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(pid) && pid > 0 && runsPostgres(pid) ? pid : undefined;
}

/**
 * After a reboot the recorded id may belong to any process; where /proc exists we look.
 * @param {number} pid
 */
function runsPostgres(pid) {
  const command = `/proc/${pid}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) return true;
  return existsSync(command) && readFileSync(command, 'utf8').includes('postgres');
}

/**
 * @param {string} dataDir
 * @param {number} pid
 */
function inUse(dataDir, pid) {
  return [
    `Thư mục dữ liệu ${dataDir} đang được tiến trình ${pid} sử dụng. Hãy dừng tiến trình đó trước.`,
    `The data directory ${dataDir} is in use by process ${pid}. Stop that process first.`,
  ].join('\n');
}
