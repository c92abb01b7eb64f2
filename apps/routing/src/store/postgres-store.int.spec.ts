import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { storeConformance } from '../../../../packages/engine/test/conformance/store-conformance.js';
import { createTestDatabase } from '../../test/database.js';
import type { TestDatabase } from '../../test/database.js';
import { testKeyRing } from '../../test/key-ring.js';
import { createPool } from './pools.js';
import { PostgresStore } from './postgres-store.js';
import { afterAll, beforeAll } from '@jest/globals';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const DOSSIER_TABLES =
  'dossier, dossier_alias, party, event, clock, segment, command_key, code_counter, feed, feed_counter, relay_cursor';

async function emptied(): Promise<void> {
  const superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  await superuser.query(`truncate ${DOSSIER_TABLES}`);
  await superuser.end();
}

storeConformance('Postgres', async () => {
  await emptied();
  const pools = ['store', 'other'].map((name) => createPool({ url: database.appUrl, max: 4, name }));
  const [store, other] = pools.map((pool) => new PostgresStore(pool, testKeyRing()));
  if (store === undefined || other === undefined) throw new Error('two stores were to be made');
  return {
    store,
    other,
    pause: () => sleep(150),
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
});
