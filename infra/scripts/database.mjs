// @ts-check
import { join } from 'node:path';
import { startPostgres } from '../postgres/launcher.mjs';
import { ROOT, runNode } from './processes.mjs';
import { Refused, say } from './say.mjs';

/** Created by the migration step when it is missing. */
const DATABASE = 'lienthong';

/**
 * @typedef {object} Database
 * @property {Record<string, string>} env what apps/routing needs to reach it
 * @property {() => Promise<void>} stop
 */

/**
 * The database the operator named, or one of our own below the data folder.
 * @param {{ env: NodeJS.ProcessEnv, dataFolder: string, passwords: { app: string, migrator: string } }} from
 * @returns {Promise<Database>}
 * @throws {import('../postgres/binaries.mjs').PostgresMissing}
 */
export async function openDatabase({ env, dataFolder, passwords }) {
  if (env['DATABASE_URL']) return namedDatabase(env);
  say('› Khởi động PostgreSQL riêng …', '  Starting our own PostgreSQL …');
  const server = await startPostgres({ dataDir: join(dataFolder, 'postgres') });
  say(
    `  PostgreSQL ${server.version}, cổng ${server.port}, dữ liệu tại ${server.dataDir}`,
    `  PostgreSQL ${server.version}, port ${server.port}, data in ${server.dataDir}`,
  );
  const at = (/** @type {string} */ login, /** @type {string} */ password) =>
    `postgres://${login}:${password}@127.0.0.1:${server.port}/${DATABASE}`;
  return {
    env: {
      SUPERUSER_DATABASE_URL: server.url,
      MIGRATOR_DATABASE_URL: at('migrator', passwords.migrator),
      DATABASE_URL: at('app', passwords.app),
    },
    stop: server.stop,
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Database}
 */
function namedDatabase(env) {
  say('› Dùng cơ sở dữ liệu trong DATABASE_URL.', '  Using the database of DATABASE_URL.');
  const names = ['SUPERUSER_DATABASE_URL', 'MIGRATOR_DATABASE_URL', 'DATABASE_URL'];
  const given = names.flatMap((name) => (env[name] ? [[name, String(env[name])]] : []));
  return { env: Object.fromEntries(given), stop: async () => undefined };
}

/**
 * Creates the two logins, migrates and seeds. Repeating it changes nothing.
 * @param {Record<string, string>} env of the database
 * @throws {Refused} when it did not succeed
 */
export async function migrate(env) {
  if (!env['MIGRATOR_DATABASE_URL']) {
    say(
      '  Bỏ qua bước cập nhật lược đồ: chưa đặt MIGRATOR_DATABASE_URL (và SUPERUSER_DATABASE_URL để tạo tài khoản).',
      '  Schema left as it is: MIGRATOR_DATABASE_URL is not set (nor SUPERUSER_DATABASE_URL, which creates the logins).',
    );
    return;
  }
  say('› Cập nhật lược đồ và nạp dữ liệu nền …', '  Migrating the schema and loading the seeds …');
  const code = await runNode([join(ROOT, 'apps/routing/dist/migrate.js')], env);
  if (code === 0) return;
  throw new Refused(
    'Không cập nhật được cơ sở dữ liệu (xem lỗi ở trên).',
    'The database could not be migrated (see the error above).',
  );
}
