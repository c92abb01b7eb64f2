/** `node dist/migrate.js`: brings a database up to date, from nothing if need be, and says what it did. Safe to run again. */
import { types } from 'node:util';
import { MigrateEnvError, readMigrateEnv } from './database/migrate/env.js';
import { setUpDatabase } from './database/set-up.js';
import { isOutage } from './store/faults.js';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What went wrong in words for whoever runs it; null for a fault of ours, whose stack trace is wanted. */
function explanation(error: unknown): string | null {
  if (error instanceof MigrateEnvError) return error.message;
  if (!types.isNativeError(error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (!isOutage(error) && !/^(28|3D|42501)/.test(code)) return null;
  return [
    'Không vào được PostgreSQL theo SUPERUSER_DATABASE_URL: kiểm tra máy chủ, cổng, tài khoản, mật khẩu và quyền.',
    'PostgreSQL refused or cannot be reached by SUPERUSER_DATABASE_URL: check host, port, login, password and rights.',
    `  (${error.message || code})`,
  ].join('\n');
}

async function main(): Promise<void> {
  const env = readMigrateEnv();
  await setUpDatabase({
    superuserUrl: env.SUPERUSER_DATABASE_URL,
    name: env.LIENTHONG_DATABASE,
    passwords: { migrator: env.MIGRATOR_PASSWORD, app: env.APP_PASSWORD },
    seeds: { folder: env.LIENTHONG_SEEDS, demo: env.LIENTHONG_PROFILE === 'demo' },
    say,
  });
  say(`done: ${env.LIENTHONG_DATABASE} is up to date; the server connects as app`);
}

main().catch((error: unknown) => {
  const words = explanation(error);
  if (words === null) throw error;
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
});
