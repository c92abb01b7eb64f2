import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierId } from '@lien-thong/domain';
import { Client } from 'pg';
import { batchOf, receivedBy, agency, eventOf, clerk } from '../../test/dossiers.js';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { addJournalPartitions, firstUuidAt } from './partitions.js';
import { setUpDatabase } from './set-up.js';

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

async function asMigrator<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: opened.database.migratorUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('the months of the journal', () => {
  const partitionOf = async (id: DossierId): Promise<string | undefined> => {
    const client = new Client({ connectionString: opened.database.superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      'select tableoid::regclass::text as name from event where dossier_id = $1',
      [id],
    );
    await client.end();
    return rows[0]?.name;
  };

  it('take the events of dossiers born in them, and the default takes all others', async () => {
    const now = receivedBy(agency('month-a'));
    const month = new Date().toISOString().slice(0, 7).replace('-', '_');
    const ancient = receivedBy(agency('month-a'));
    const id = firstUuidAt(Date.UTC(2001, 0, 15)) as DossierId;
    const event = eventOf({ dossierId: id, seq: 1, actor: clerk(ancient.receiving) });
    const write = {
      ...ancient.write,
      dossier: { ...ancient.write.dossier, id },
      events: [event],
      parties: [{ dossierId: id, agencyId: ancient.receiving, role: 'receiving' as const }],
    };
    await opened.store.transaction((tx) => tx.write(batchOf([now.write, write])));
    expect([await partitionOf(now.id), await partitionOf(id)]).toEqual([`event_${month}`, 'event_default']);
  });

  it('are added once, two years ahead, each behind the wall', async () => {
    const later = new Date(Date.UTC(2031, 5, 10));
    const added = await asMigrator((client) => addJournalPartitions(client, later));
    expect([added.length, added[0], added.at(-1)]).toEqual([26, 'event_2031_05', 'event_2033_06']);
    expect(await asMigrator((client) => addJournalPartitions(client, later))).toEqual([]);
    const { rows } = await opened.migrator.query(
      `select from pg_class where relname = any ($1) and not (relrowsecurity and relforcerowsecurity)`,
      [added],
    );
    expect(rows).toEqual([]);
  });

  it('stay in the default where events have already gone there', async () => {
    const added = await asMigrator((client) => addJournalPartitions(client, new Date(Date.UTC(2001, 0, 20))));
    expect(added).toContain('event_2001_02');
    expect(added).not.toContain('event_2001_01');
  });
});

describe('setting up a database', () => {
  it('can be run by two at the same time and again afterwards, and says what it did', async () => {
    const { superuserUrl, name } = opened.database;
    const client = new Client({ connectionString: superuserUrl });
    await client.connect();
    const fresh = `${name}_twice`;
    const lines: string[] = [];
    // The passwords of the logins belong to the whole server, so they are set to what they are.
    const password = (url: string) => decodeURIComponent(new URL(url).password);
    const passwords = { migrator: password(opened.database.migratorUrl), app: password(opened.database.appUrl) };
    const seeds = { folder: fileURLToPath(new URL('../../../../infra/seeds', import.meta.url)), demo: true };
    const run = () => setUpDatabase({ superuserUrl, name: fresh, passwords, seeds, say: (line) => lines.push(line) });
    try {
      await Promise.all([run(), run()]);
      expect(lines.filter((line) => line === `database: created ${fresh}`)).toHaveLength(1);
      expect(lines.filter((line) => /^migrations: ran \d+$/.test(line))).toHaveLength(1);
      expect(lines.filter((line) => line === 'seeds: unchanged')).toHaveLength(1);
      lines.length = 0;
      await run();
      expect(lines.slice(0, 5)).toEqual([
        'logins: there',
        `database: ${fresh} is there`,
        'migrations: none to run',
        'journal: partitions are there',
        'seeds: unchanged',
      ]);
    } finally {
      await client.query(`drop database if exists ${fresh} with (force)`);
      await client.end();
    }
  }, 60_000);
});
