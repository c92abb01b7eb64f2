import pg, { type Client } from 'pg';

/** Owns every table and runs the migrations; nothing else connects as it. */
export const MIGRATOR = 'migrator';
/** What the server, the demonstration and the tests connect as: owns nothing, bypasses nothing. */
export const APP = 'app';

const NO_POWERS = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/**
 * What every session of `app` begins with. UTC, so that instants are read back as they were written; no just-in-time compilation,
 * which costs more than our statements do; and no statement, lock or forgotten transaction may hold others up for ever.
 */
const APP_SETTINGS = {
  timezone: 'UTC',
  jit: 'off',
  statement_timeout: '60s',
  lock_timeout: '20s',
  idle_in_transaction_session_timeout: '60s',
} as const;

/** Creates the two logins when they are missing, takes from them what they must not have, and sets their passwords. */
export async function ensureLogins(
  admin: Client,
  passwords: Readonly<Record<typeof MIGRATOR | typeof APP, string>>,
): Promise<string[]> {
  const created: string[] = [];
  for (const login of [MIGRATOR, APP] as const) {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [login]);
    if (rowCount === 0) created.push(login);
    const password = pg.escapeLiteral(passwords[login]);
    await admin.query(`${rowCount === 0 ? 'create' : 'alter'} role ${login} ${NO_POWERS} password ${password}`);
  }
  return created;
}

/** Creates the database when it is missing, owned by `migrator`; true when it did. */
export async function ensureDatabase(admin: Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  const database = pg.escapeIdentifier(name);
  if (rowCount === 0) {
    await admin.query(`create database ${database} owner ${MIGRATOR} encoding 'UTF8' template template0`);
  }
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to ${APP}`);
  for (const [name, value] of Object.entries(APP_SETTINGS)) {
    await admin.query(`alter role ${APP} in database ${database} set ${name} = '${value}'`);
  }
  return rowCount === 0;
}
