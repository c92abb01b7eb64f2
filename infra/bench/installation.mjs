// @ts-check
/** The servers of a run, thrown away after it: a durable Postgres with two databases, a nats-server, and the users of both. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startNats } from '../nats/launcher.mjs';
import { startPostgres } from '../postgres/launcher.mjs';
import { ROOT } from '../scripts/processes.mjs';
import { AGENCIES } from './lifecycle.mjs';
import { databaseUrl, readEnv, setUpDatabase, usersFile, AgencyPasswords, natsAgencyKeyOf } from './parts.mjs';

const ENGINE = 'lien_thong_bench';
const BASELINE = 'baseline_bench';
/** Of the server; fsync, synchronous_commit and full_page_writes stay as they are: on. */
const SETTINGS = { shared_buffers: '1GB', max_wal_size: '8GB', max_connections: '100' };

const secret = () => randomBytes(32).toString('base64url');

/** @typedef {Awaited<ReturnType<typeof openInstallation>>} Installation */

/** @param {(line: string) => void} say hears of each step */
export async function openInstallation(say) {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-bench-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), settings: SETTINGS });
  say(`PostgreSQL ${postgres.version}, port ${postgres.port}`);
  const nats = await startNats({ folder: join(folder, 'nats') });
  say(`nats-server ${nats.version}, port ${nats.port}`);
  const passwords = { app: secret(), migrator: secret() };
  const seeds = { folder: join(ROOT, 'infra/seeds'), demo: false };
  await setUpDatabase({ superuserUrl: postgres.url, name: ENGINE, passwords, seeds });
  const superuserUrl = databaseUrl(postgres.url, { name: ENGINE });
  const keys = await prepare(superuserUrl);
  const environment = {
    DATABASE_URL: databaseUrl(postgres.url, { name: ENGINE, login: 'app', password: passwords.app }),
    LIENTHONG_MASTER_KEY: randomBytes(32).toString('base64'),
    ...{ NATS_URL: nats.hubUrl, NATS_USERS_FILE: nats.usersFile, NATS_PID_FILE: nats.pidFile },
    ...{ LIENTHONG_RATE_PER_SECOND: '1000000', LIENTHONG_RATE_BURST: '1000000' },
  };
  const env = readEnv(environment);
  const agencyPasswords = new AgencyPasswords(natsAgencyKeyOf(env), 1);
  admitReaders(nats, agencyPasswords);
  say(`databases ${ENGINE} and ${BASELINE}`);
  return {
    ...{ postgres, nats, environment, env, superuserUrl, keys },
    baselineUrl: databaseUrl(postgres.url, { name: BASELINE }),
    passwordOf: (/** @type {string} */ agency) => agencyPasswords.of(/** @type {never} */ (agency)),
    close: async () => {
      await nats.stop();
      await postgres.stop();
      rmSync(postgres.dataDir, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The wards of the life cycle have no software of their own, so that the engine gives their receipts; a key each lets the benchmark
 * act for them over HTTP.
 * @param {string} url
 */
async function prepare(url) {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('update agency set console_only = true where id = any ($1)', [AGENCIES]);
  /** @type {Map<string, string>} */
  const keys = new Map();
  for (const agency of AGENCIES) {
    const key = secret();
    const hash = createHash('sha256').update(key).digest();
    await admin.query('insert into api_key (id, agency_id, label, secret_hash, roles) values ($1, $2, $3, $4, $5)', [
      ...[`bench-${agency}`, agency, 'bench', hash],
      ['clerk'],
    ]);
    keys.set(agency, `lt_bench-${agency}_${key}`);
  }
  await admin.query(`create database ${BASELINE}`);
  await admin.end();
  return keys;
}

/**
 * Every ward may read its own inbox and nothing else, as in service.
 * @param {import('../nats/launcher.mjs').RunningNats} nats
 * @param {import('./parts.mjs').AgencyPasswords} passwords
 */
function admitReaders(nats, passwords) {
  const hubPassword = decodeURIComponent(new URL(nats.hubUrl).password);
  const agencies = /** @type {never} */ (AGENCIES);
  writeFileSync(nats.usersFile, usersFile({ hubPassword, agencies, passwords }), { mode: 0o600 });
  process.kill(nats.pid, 'SIGHUP');
}
