import { Client } from 'pg';
import { loadDemoIdentities } from '../store/demo-identities.js';
import { loadSeeds } from '../store/seed.js';
import { createDataSource } from './data-source.js';
import { databaseUrl } from './database-url.js';
import { addJournalPartitions } from './partitions.js';
import { APP, MIGRATOR, ensureDatabase, ensureLogins } from './roles.js';

export interface SetUp {
  /** Superuser (or a role that may create roles and databases), any database. */
  readonly superuserUrl: string;
  /** The database to bring up to date; created when missing. */
  readonly name: string;
  readonly passwords: { readonly migrator: string; readonly app: string };
  /** Reference data to load; left out, the tables stay as they are. `demo` adds the built-in accounts and keys. */
  readonly seeds?: { readonly folder: string; readonly demo: boolean };
  /** Where progress goes, one line a step. */
  readonly say?: (line: string) => void;
}

async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function runMigrations(migratorUrl: string): Promise<string[]> {
  const dataSource = createDataSource(migratorUrl);
  await dataSource.initialize();
  try {
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Logins, database, migrations, journal partitions and reference data; each only where it is missing. Safe to run again, and at the
 * same time: the second waits for the first.
 */
export async function setUpDatabase(setUp: SetUp): Promise<void> {
  const { superuserUrl, name, passwords, seeds, say = () => undefined } = setUp;
  const migratorUrl = databaseUrl(superuserUrl, { name, login: MIGRATOR, password: passwords.migrator });
  await withClient(superuserUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(hashtext('lien-thong-set-up'))`);
    const created = await ensureLogins(admin, { [MIGRATOR]: passwords.migrator, [APP]: passwords.app });
    say(created.length > 0 ? `logins: created ${created.join(', ')}` : 'logins: there');
    say((await ensureDatabase(admin, name)) ? `database: created ${name}` : `database: ${name} is there`);
  });
  await withClient(migratorUrl, async (migrator) => {
    await migrator.query(`select pg_advisory_lock(hashtext('lien-thong-migrate'))`);
    const ran = await runMigrations(migratorUrl);
    say(ran.length > 0 ? `migrations: ran ${ran.length}` : 'migrations: none to run');
    const partitions = await addJournalPartitions(migrator, new Date());
    say(
      partitions.length > 0
        ? `journal: added ${partitions.length} monthly partitions`
        : 'journal: partitions are there',
    );
    if (seeds !== undefined) await loadSeeds(migrator, seeds.folder, say);
    if (seeds?.demo === true) await loadDemoIdentities(migrator, seeds.folder, say);
  });
}
