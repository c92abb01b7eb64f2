import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agencyIdSchema, isRefusal, parseIsoDay } from '@lien-thong/domain';
import { IndexedReference } from '@lien-thong/engine';
import { Client } from 'pg';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { demoKeyOf } from './demo-identities.js';
import { loadReference } from '../reference/load-reference.js';
import { loadSeeds } from './seed.js';
import { readSeeds } from './seed-files.js';

const SEEDS = fileURLToPath(new URL('../../../../infra/seeds', import.meta.url));
let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase({ seeded: true });
}, 120_000);
afterAll(() => opened.close());

const byKey = <T extends object>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Loads the seeds with one file changed; what it says. */
async function loadChanged(file: string, change: (text: string) => string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-seeds-'));
  cpSync(SEEDS, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  const migrator = new Client({ connectionString: opened.database.migratorUrl });
  await migrator.connect();
  const said: string[] = [];
  try {
    await loadSeeds(migrator, folder, (line) => said.push(line));
    return said;
  } finally {
    await migrator.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the reference data in the database', () => {
  it('is that of the seeds, to the last field', async () => {
    const [{ catalogue, ...seeds }, loaded] = [readSeeds(SEEDS), await loadReference(opened.app)];
    for (const part of ['provinces', 'communes', 'oldUnits', 'agencies', 'competences'] as const) {
      expect(byKey<object>(loaded.directory[part])).toEqual(byKey<object>(seeds.directory[part]));
    }
    expect(byKey(loaded.procedures)).toEqual(byKey(seeds.procedures));
    expect(loaded.calendars.national).toEqual(seeds.calendars.national);
    expect(byKey(loaded.calendars.provinces)).toEqual(byKey(seeds.calendars.provinces));
    const { rows } = await opened.app.query<{ entry: { code: string } }>('select entry from catalogue_procedure');
    expect(byKey(rows.map(({ entry }) => entry))).toEqual(byKey(JSON.parse(JSON.stringify(catalogue)) as object[]));
  }, 60_000);

  it('finds who decides on a certificate for somebody from Đông Hải', async () => {
    const reference = new IndexedReference(await loadReference(opened.app));
    const day = parseIsoDay('2026-11-23');
    if (day === undefined) throw new Error('no day');
    const procedure = reference.procedureInForce('1.004873', day);
    if (isRefusal(procedure)) throw new Error(procedure.code);
    const receivingAgency = agencyIdSchema.parse('haiphong-hai-an');
    const facts = { residence: { communeCode: '11411' } };
    const found = reference.resolve({ procedure, facts, receivingAgency, day });
    expect(found).toMatchObject({ agencyId: 'haiphong-dong-hai', areaCode: '11411' });
  });

  it('takes over what changed in the seeds and leaves the rest', async () => {
    const said = await loadChanged('agencies.json', (text) =>
      text.replace("People's Committee of Hải An Ward", 'Hải An Ward'),
    );
    expect(said).toContain('seeds: agency: 33 rows, 1 written');
    expect(said).toContain('seeds: commune: 3331 rows, 0 written');
    const { rows } = await opened.app.query(`select name_en from agency where id = 'haiphong-hai-an'`);
    expect(rows).toEqual([{ name_en: 'Hải An Ward' }]);
  }, 60_000);

  it('keeps a published procedure version as dossiers are pinned to it, and says so', async () => {
    const said = await loadChanged('procedures/1.004873.json', (text) => text.replace('"1.5wd"', '"2wd"'));
    expect(said).toContain(
      'seeds: 1.004873 v1 is published with other contents and stays as it is; raise its version to change it',
    );
  }, 60_000);

  it('names the file that is wrong and then loads nothing', async () => {
    const broken = loadChanged('agencies.json', (text) => text.replace('"H24.071"', '"071"'));
    await expect(broken).rejects.toThrow('agencies.json');
  });
});

describe('the demonstration', () => {
  it('has accounts and keys that are marked as such', async () => {
    const { rows } = await opened.app.query<{ accounts: number; keys: number; real: number }>(
      `select (select count(*)::int from account where demo) as accounts, (select count(*)::int from api_key where demo) as keys,
        (select count(*)::int from account where not demo) + (select count(*)::int from api_key where not demo) as real`,
    );
    expect(rows[0]?.accounts).toBeGreaterThan(30);
    expect(rows[0]?.keys).toBe(36);
    expect(rows[0]?.real).toBe(0);
  });

  it('knows the key of each agency, of which the database has the hash alone', async () => {
    const { id, secret } = demoKeyOf(agencyIdSchema.parse('haiphong-hai-an'));
    const { rows } = await opened.app.query<{ secret_hash: Buffer }>('select secret_hash from api_key where id = $1', [
      id,
    ]);
    expect(rows[0]?.secret_hash.equals(createHash('sha256').update(secret).digest())).toBe(true);
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('has supervisors who watch over their province', async () => {
    const { rows } = await opened.app.query('select agency_id, area_code from supervised_area order by 1');
    expect(rows).toEqual([
      { agency_id: 'danang-supervisor', area_code: '48' },
      { agency_id: 'haiphong-supervisor', area_code: '31' },
      { agency_id: 'quangngai-supervisor', area_code: '51' },
    ]);
  });
});
