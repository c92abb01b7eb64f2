// @ts-check
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The operating-system account that runs the server. PostgreSQL refuses to run as root, so root
 * hands over to `nobody`, which exists everywhere and needs no useradd.
 * @typedef {{ uid: number, gid: number } | Record<string, never>} Account
 */

/** Where root keeps what `nobody` must reach although the checkout lies in a private folder. */
const SHARED_ROOT = '/var/lib/lien-thong';

/** @returns {Account} empty when the caller is not root: the server then runs as the caller. */
export function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? '').split(':');
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : { uid: 65534, gid: 65534 };
}

/**
 * Whether the account may pass through every folder above `path`. A checkout under /root (0700)
 * is closed to `nobody` however the folder itself is set.
 * @param {string} path
 * @param {Account} account
 */
export function isReachable(path, account) {
  if (account.uid === undefined) return true;
  // Through links to where the folder really lies: that is the path the kernel searches.
  for (let folder = realpathSync(dirname(resolve(path))); ; folder = dirname(folder)) {
    if (!maySearch(folder, account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * @param {string} folder
 * @param {Account} account
 */
function maySearch(folder, account) {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/**
 * A folder the account can reach that stands for `path`: the same path gives the same folder. Only
 * root writes there.
 * @param {string} path
 */
export function reachableStandIn(path) {
  const digest = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 12);
  return join(sharedRoot(), `${basename(path)}-${digest}`);
}

/**
 * The same for a data directory, but remembered inside it: who removes the directory begins anew,
 * and never meets the data of an earlier checkout whose keys are gone.
 * @param {string} dataDir
 */
export function dataStandIn(dataDir) {
  const note = join(dataDir, 'stand-in');
  if (!existsSync(note)) {
    writeFileSync(note, join(sharedRoot(), `${basename(dataDir)}-${randomBytes(6).toString('hex')}`));
  }
  return readFileSync(note, 'utf8');
}

function sharedRoot() {
  mkdirSync(SHARED_ROOT, { recursive: true });
  chmodSync(SHARED_ROOT, 0o755);
  return SHARED_ROOT;
}
