import type { Pool } from 'pg';
import { createPool } from '../src/store/pools.js';
import { PostgresStore } from '../src/store/postgres-store.js';
import type { KeyRing } from '../src/store/private-crypto.js';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { testKeyRing } from './key-ring.js';

/** A database, a store on it, and connections as each login. */
export interface Opened {
  readonly database: TestDatabase;
  readonly app: Pool;
  readonly migrator: Pool;
  readonly store: PostgresStore;
  readonly ring: KeyRing;
  readonly close: () => Promise<void>;
}

export async function openDatabase(options: { readonly seeded?: boolean } = {}): Promise<Opened> {
  const database = await createTestDatabase(options);
  const app = createPool({ url: database.appUrl, max: 6, name: 'spec-app' });
  const migrator = createPool({ url: database.migratorUrl, max: 2, name: 'spec-migrator' });
  const ring = testKeyRing();
  return {
    database,
    app,
    migrator,
    store: new PostgresStore(app, ring),
    ring,
    close: async () => {
      await Promise.all([app.end(), migrator.end()]);
      await database.drop();
    },
  };
}
