// @ts-check
import { join } from 'node:path';
import { runningPort, startPostgres } from '../postgres/launcher.mjs';
import { ROOT, runNode } from './processes.mjs';
import { Refused, say } from './say.mjs';

/** Created by the migration step when it is missing. */
const DATABASE = 'lien_thong';

/**
 * @typedef {{ app: string, migrator: string }} Passwords
 * @typedef {object} Database
 * @property {string} url what the server connects with: the login `app`, which owns nothing
 * @property {Record<string, string> | undefined} setUp for the migration step only; undefined when the operator
 *   keeps the superuser to himself
 * @property {() => Promise<void>} stop
 */

/**
 * The database the operator named, or one of our own below the data folder.
 * @param {{ env: NodeJS.ProcessEnv, dataFolder: string, passwords: Passwords }} from
 * @returns {Promise<Database>}
 * @throws {import('../postgres/binaries.mjs').PostgresMissing}
 * @throws {Refused} when DATABASE_URL is not a connection string
 */
export async function openDatabase({ env, dataFolder, passwords }) {
  if (env['DATABASE_URL']) return namedDatabase(env['DATABASE_URL'], env, passwords);
  say('› Khởi động PostgreSQL riêng …', '  Starting our own PostgreSQL …');
  const server = await startPostgres({ dataDir: join(dataFolder, 'postgres') });
  say(
    `  PostgreSQL ${server.version}, cổng ${server.port}, dữ liệu tại ${server.dataDir}`,
    `  PostgreSQL ${server.version}, port ${server.port}, data in ${server.dataDir}`,
  );
  return {
    url: appUrl(passwords, server.port),
    setUp: {
      SUPERUSER_DATABASE_URL: server.url,
      LIENTHONG_DATABASE: DATABASE,
      APP_PASSWORD: passwords.app,
      MIGRATOR_PASSWORD: passwords.migrator,
    },
    stop: server.stop,
  };
}

/**
 * The database `npm start` left below the data folder: as it runs now, or started for as long as it is looked at.
 * @param {{ dataFolder: string, passwords: Passwords }} from
 * @returns {Promise<Pick<Database, 'url' | 'stop'>>}
 */
export async function lookIntoDatabase({ dataFolder, passwords }) {
  const dataDir = join(dataFolder, 'postgres');
  const port = runningPort(dataDir);
  if (port !== undefined) return { url: appUrl(passwords, port), stop: async () => undefined };
  const server = await startPostgres({ dataDir });
  return { url: appUrl(passwords, server.port), stop: server.stop };
}

/**
 * @param {Passwords} passwords
 * @param {number} port
 */
function appUrl(passwords, port) {
  return `postgres://app:${passwords.app}@127.0.0.1:${port}/${DATABASE}`;
}

/**
 * @param {string} url
 * @param {NodeJS.ProcessEnv} env
 * @param {Passwords} passwords
 * @returns {Database}
 */
function namedDatabase(url, env, passwords) {
  say('› Dùng cơ sở dữ liệu trong DATABASE_URL.', '  Using the database of DATABASE_URL.');
  if (!URL.canParse(url)) {
    throw new Refused(
      'DATABASE_URL không phải là địa chỉ kết nối. Ví dụ: postgres://app:matkhau@may-chu:5432/lien_thong',
      'DATABASE_URL is not a connection string. Example: postgres://app:password@host:5432/lien_thong',
    );
  }
  const { password, pathname } = new URL(url);
  const superuser = env['SUPERUSER_DATABASE_URL'];
  const setUp = {
    SUPERUSER_DATABASE_URL: superuser ?? '',
    LIENTHONG_DATABASE: decodeURIComponent(pathname.slice(1)),
    APP_PASSWORD: decodeURIComponent(password),
    MIGRATOR_PASSWORD: env['MIGRATOR_PASSWORD'] ?? passwords.migrator,
  };
  return { url, setUp: superuser ? setUp : undefined, stop: async () => undefined };
}

/**
 * Creates the two logins, migrates and seeds. Repeating it changes nothing.
 * @param {Database} database
 * @param {string} profile demo adds the built-in accounts
 * @throws {Refused} when it did not succeed
 */
export async function migrate({ setUp }, profile) {
  if (!setUp) {
    say(
      '  Bỏ qua bước cập nhật lược đồ vì chưa đặt SUPERUSER_DATABASE_URL.',
      '  Schema left as it is, because SUPERUSER_DATABASE_URL is not set.',
    );
    return;
  }
  say('› Cập nhật lược đồ và nạp dữ liệu nền …', '  Migrating the schema and loading the seeds …');
  const code = await runNode([join(ROOT, 'apps/routing/dist/migrate.js')], { ...setUp, LIENTHONG_PROFILE: profile });
  if (code === 0) return;
  throw new Refused(
    'Không cập nhật được cơ sở dữ liệu (xem lỗi ở trên).',
    'The database could not be migrated (see the error above).',
  );
}
