// @ts-check
/**
 * `npm run verify`: every stored row derived again from the journals. Of the installation that DATABASE_URL and LIENTHONG_MASTER_KEY
 * name, or, where neither is set, of the one `npm start` keeps in .data, whether it runs or not.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lookIntoDatabase } from './database.mjs';
import { ROOT, runNode, stopPrograms } from './processes.mjs';
import { Refused, runScript } from './say.mjs';
import { localSecrets } from './secrets.mjs';

const PROGRAM = join(ROOT, 'apps/routing/dist/verify.js');
const DATA_FOLDER = join(ROOT, '.data');
/** As the program itself says it: 1 means that something was found. */
const NOT_VERIFIED = 2;

async function main() {
  const { DATABASE_URL, LIENTHONG_MASTER_KEY } = process.env;
  if (DATABASE_URL || LIENTHONG_MASTER_KEY) return runNode([PROGRAM]);
  if (!existsSync(join(DATA_FOLDER, 'postgres')) || !existsSync(PROGRAM)) {
    throw new Refused(
      `Chưa có gì để kiểm tra trong ${DATA_FOLDER}: hãy chạy npm start trước, hoặc đặt DATABASE_URL và LIENTHONG_MASTER_KEY.`,
      `There is nothing to verify in ${DATA_FOLDER}: run npm start first, or set DATABASE_URL and LIENTHONG_MASTER_KEY.`,
    );
  }
  const { masterKey, passwords } = localSecrets(DATA_FOLDER);
  // Who stops us stops the program; then the database is let go.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stopPrograms);
  const { url, stop } = await lookIntoDatabase({ dataFolder: DATA_FOLDER, passwords });
  try {
    return await runNode([PROGRAM], { DATABASE_URL: url, LIENTHONG_MASTER_KEY: masterKey });
  } finally {
    await stop();
  }
}

await runScript(main, NOT_VERIFIED);
