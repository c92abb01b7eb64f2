// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findProgram, foldersOnPath } from '../scripts/find-program.mjs';

const PROGRAM = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';
/** Debian puts it where the PATH of an ordinary user does not look. */
const FURTHER_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin'];

/** What to type when there is none. */
export const HOW_TO_INSTALL = {
  vietnamese:
    'Không tìm thấy nats-server. Cài đặt: "sudo apt-get install nats-server" (Debian, Ubuntu), "brew install nats-server" (macOS), hoặc đặt NATS_SERVER_BIN.',
  english:
    'nats-server was not found. Install it: "sudo apt-get install nats-server" (Debian, Ubuntu), "brew install nats-server" (macOS), or set NATS_SERVER_BIN.',
};

/**
 * The broker's program: NATS_SERVER_BIN, or the first on the PATH or in the usual folders.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} undefined when there is none, or when NATS_SERVER_BIN names none
 */
export function findNatsServer(env = process.env) {
  const folders = [...foldersOnPath(env), ...FURTHER_FOLDERS];
  return findProgram(
    env['NATS_SERVER_BIN'],
    folders.map((folder) => join(folder, PROGRAM)),
  );
}

/**
 * @param {string} bin
 * @returns {string} for example 2.9.10
 * @throws {Error} when it cannot be run
 */
export function natsVersion(bin) {
  const run = spawnSync(bin, ['--version'], { encoding: 'utf8', timeout: 5_000 });
  const version = /v?(\d+\.\d+\.\d+)/.exec(run.stdout ?? '')?.[1];
  if (!version) throw new Error(`${bin}: ${run.error?.message ?? (run.stderr || 'tells no version')}`);
  return version;
}
