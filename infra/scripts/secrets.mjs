// @ts-check
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** AES-256 wants 32 bytes. */
const MASTER_KEY_BYTES = 32;
const PASSWORD_BYTES = 24;

/**
 * The secrets of an installation on this machine: made once, kept beside the data they open, and
 * readable by their owner only. Losing master.key loses every person in the database.
 * @param {string} folder usually .data
 * @returns {{ masterKey: string, passwords: { app: string, migrator: string } }} key in base64
 */
export function localSecrets(folder) {
  mkdirSync(folder, { recursive: true });
  return {
    masterKey: keep(join(folder, 'master.key'), () => randomBytes(MASTER_KEY_BYTES).toString('base64')),
    passwords: {
      app: keep(join(folder, 'app.password'), newPassword),
      migrator: keep(join(folder, 'migrator.password'), newPassword),
    },
  };
}

/** Letters that need no escaping in a connection string. */
function newPassword() {
  return randomBytes(PASSWORD_BYTES).toString('base64url');
}

/**
 * @param {string} file
 * @param {() => string} make
 */
function keep(file, make) {
  if (!existsSync(file)) writeFileSync(file, `${make()}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}
