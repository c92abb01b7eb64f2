/** A database of its own for each suite, copied from a template that is migrated (and seeded) once per server. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg, { Client } from 'pg';
import { databaseUrl } from '../src/database/database-url.js';
import { ensureLogins } from '../src/database/roles.js';
import { setUpDatabase } from '../src/database/set-up.js';
import { takeServer } from './server.js';

export interface TestDatabase {
  readonly name: string;
  readonly superuserUrl: string;
  readonly migratorUrl: string;
  readonly appUrl: string;
  readonly drop: () => Promise<void>;
}

const MIGRATIONS = new URL('../src/database/', import.meta.url);
const SEEDS = new URL('../../../infra/seeds/', import.meta.url);

function filesUnder(folder: URL): URL[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = new URL(name, folder);
      return statSync(file).isDirectory() ? filesUnder(new URL(`${name}/`, folder)) : [file];
    });
}

/** Names the template after what it is made of, so that a changed migration or seed makes another one. */
function templateName(seeded: boolean): string {
  const hash = createHash('sha256');
  for (const file of [...filesUnder(MIGRATIONS), ...(seeded ? filesUnder(SEEDS) : [])]) {
    hash.update(fileURLToPath(file)).update(readFileSync(file));
  }
  return `lt_template_${seeded ? 'seeded' : 'empty'}_${hash.digest('hex').slice(0, 16)}`;
}

/** The same in every suite on a server, and not to be guessed from outside it. */
function passwordsOn(serverUrl: string): { migrator: string; app: string } {
  const of = (login: string) => createHmac('sha256', serverUrl).update(login).digest('base64url');
  return { migrator: of('migrator'), app: of('app') };
}

async function asSuperuser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A server that outlives a test run may have had its logins set up by something else since. */
async function resetLogins(admin: Client, serverUrl: string): Promise<void> {
  await admin.query(`select pg_advisory_lock(hashtext('lien-thong-set-up'))`);
  await ensureLogins(admin, passwordsOn(serverUrl));
  await admin.query(`select pg_advisory_unlock(hashtext('lien-thong-set-up'))`);
}

async function ensureTemplate(serverUrl: string, seeded: boolean): Promise<string> {
  const template = templateName(seeded);
  await asSuperuser(serverUrl, async (admin) => {
    // Suites start at the same time: one makes the template, the others wait for it.
    await admin.query(`select pg_advisory_lock(hashtext('lien-thong-template'))`);
    await resetLogins(admin, serverUrl);
    const { rowCount } = await admin.query('select from pg_database where datname = $1 and datistemplate', [template]);
    if (rowCount !== 0) return;
    await admin.query(`drop database if exists ${template} with (force)`);
    await setUpDatabase({
      superuserUrl: serverUrl,
      name: template,
      passwords: passwordsOn(serverUrl),
      ...(seeded ? { seeds: { folder: fileURLToPath(SEEDS), demo: true } } : {}),
    });
    await admin.query(`alter database ${template} with is_template true allow_connections false`);
  });
  return template;
}

/** Makes a database; `seeded` with the reference data and demonstration accounts of infra/seeds in it. Settings of `app` go with it, as after `migrate`. */
export async function createTestDatabase({
  seeded = false,
}: { readonly seeded?: boolean } = {}): Promise<TestDatabase> {
  const server = await takeServer();
  const template = await ensureTemplate(server.url, seeded);
  const name = `lt_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server.url, async (admin) => {
    await admin.query(`create database ${name} template ${template} owner migrator`);
    const { rows } = await admin.query<{ setting: string }>(
      `select unnest(setconfig) as setting from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
        join pg_roles r on r.oid = s.setrole where d.datname = $1 and r.rolname = 'app'`,
      [template],
    );
    for (const { setting } of rows) {
      const [key = '', value = ''] = setting.split('=');
      await admin.query(`alter role app in database ${name} set ${key} = ${pg.escapeLiteral(value)}`);
    }
  });
  const passwords = passwordsOn(server.url);
  return {
    name,
    superuserUrl: databaseUrl(server.url, { name }),
    migratorUrl: databaseUrl(server.url, { name, login: 'migrator', password: passwords.migrator }),
    appUrl: databaseUrl(server.url, { name, login: 'app', password: passwords.app }),
    drop: async () => {
      await asSuperuser(server.url, (admin) => admin.query(`drop database if exists ${name} with (force)`));
      await server.release();
    },
  };
}
