// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { findNatsServer, natsVersion } from './find-server.mjs';

/** The first line that knows `sync_interval`; production asks for a later one still. */
const OLDEST = [2, 11];
const SOURCE =
  'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian testing main\n';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * A server new enough for server.conf: the installed one, one fetched before, or one from Debian's newer suites, unpacked beside the
 * system without touching it (no root needed). Never throws: without network or apt the answer says why there is none.
 * @param {number} withinMs
 * @returns {Promise<{ bin: string, version: string } | { why: string }>}
 */
export async function newerNatsServer(withinMs) {
  const folder = join(tmpdir(), `lien-thong-nats-${userInfo().uid}`);
  const fetched = join(folder, 'root/usr/sbin/nats-server');
  for (const bin of [process.env['NATS_NEWER_SERVER_BIN'], findNatsServer(), fetched]) {
    const version = bin && existsSync(bin) ? versionOf(bin) : undefined;
    if (bin && version && isNewer(version)) return { bin, version };
  }
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get') || !existsSync(KEYRING)) {
    return { why: 'no newer nats-server is installed, and there is no Debian to fetch it from' };
  }
  try {
    await fetchFromDebian(folder, AbortSignal.timeout(withinMs));
  } catch (error) {
    return { why: `Debian's newer suites cannot be reached (${error instanceof Error ? error.message : error})` };
  }
  const version = existsSync(fetched) ? versionOf(fetched) : undefined;
  return version && isNewer(version) ? { bin: fetched, version } : { why: 'Debian has no newer nats-server' };
}

/** @param {string} version */
function isNewer(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** @param {string} bin */
function versionOf(bin) {
  try {
    return natsVersion(bin);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {AbortSignal} signal
 */
async function fetchFromDebian(folder, signal) {
  const work = `${folder}-${process.pid}`;
  for (const name of ['empty', 'lists/partial', 'cache/archives/partial', 'root']) {
    mkdirSync(join(work, name), { recursive: true, mode: 0o700 });
  }
  try {
    writeFileSync(join(work, 'sources.list'), SOURCE);
    const places = {
      'Dir::Etc::SourceList': join(work, 'sources.list'),
      'Dir::Etc::SourceParts': join(work, 'empty'),
      'Dir::State::Lists': join(work, 'lists'),
      'Dir::Cache': join(work, 'cache'),
      'Debug::NoLocking': 'true',
      'Acquire::Retries': '0',
      'Acquire::http::Timeout': '5',
      'APT::Sandbox::User': '',
    };
    const options = Object.entries(places).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
    await run('apt-get', ['-qq', ...options, 'update'], { cwd: work, signal });
    await run('apt-get', ['-qq', ...options, 'download', 'nats-server'], { cwd: work, signal });
    const file = readdirSync(work).find((name) => name.endsWith('.deb'));
    if (!file) throw new Error('no package came');
    await run('dpkg', ['-x', file, 'root'], { cwd: work, signal });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(join(folder, 'root'), { recursive: true, force: true });
    renameSync(join(work, 'root'), join(folder, 'root'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, signal: AbortSignal }} options
 */
function run(program, args, options) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { ...options, stdio: 'ignore' });
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done(undefined) : failed(new Error(`${program} ended with ${code}`))));
  });
}
