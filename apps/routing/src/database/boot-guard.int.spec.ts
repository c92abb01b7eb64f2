import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startPostgres } from '../../../../infra/postgres/launcher.mjs';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { createPool } from '../store/pools.js';
import { UnsafeDatabase, guardDatabase } from './boot-guard.js';
import { databaseUrl } from './database-url.js';
import { setUpDatabase } from './set-up.js';

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

/** What the guard says of that connection; nothing when it lets it pass. */
async function verdict(url: string): Promise<string> {
  const pool = createPool({ url, max: 1, name: 'spec-guard' });
  try {
    await guardDatabase(pool);
    return '';
  } catch (error) {
    if (error instanceof UnsafeDatabase) return error.message;
    throw error;
  } finally {
    await pool.end();
  }
}

async function asSuperuser(sql: string): Promise<void> {
  const client = new Client({ connectionString: opened.database.superuserUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('the server starts on a database', () => {
  it('as app, with everything as it should be', async () => {
    expect(await verdict(opened.database.appUrl)).toBe('');
  });

  it('but not as a superuser', async () => {
    expect(await verdict(opened.database.superuserUrl)).toMatch(/là superuser[^]*is a superuser/);
  });

  it('but not as the owner of the tables, nor as somebody who may become it', async () => {
    expect(await verdict(opened.database.migratorUrl)).toMatch(/migrator sở hữu bảng[^]*migrator owns tables/);
    await asSuperuser(`create role heir_${opened.database.name} login in role migrator password 'spec'`);
    const heir = { name: opened.database.name, login: `heir_${opened.database.name}`, password: 'spec' };
    await asSuperuser(`grant connect on database ${opened.database.name} to heir_${opened.database.name}`);
    const said = await verdict(databaseUrl(opened.database.superuserUrl, heir));
    await asSuperuser(`revoke all on database ${opened.database.name} from heir_${opened.database.name}`);
    await asSuperuser(`drop role heir_${opened.database.name}`);
    expect(said).toMatch(/owns tables/);
  });

  it('but not where the login may rewrite the journal', async () => {
    await asSuperuser('grant update on event to app');
    const said = await verdict(opened.database.appUrl);
    await asSuperuser('revoke update on event from app');
    expect(said).toMatch(/sửa được nhật ký[^]*may rewrite the journal/);
  });

  it('but not with commits that are not waited for', async () => {
    const url = new URL(opened.database.appUrl);
    await asSuperuser(`alter role app in database ${opened.database.name} set synchronous_commit = off`);
    const said = await verdict(url.href);
    await asSuperuser(`alter role app in database ${opened.database.name} reset synchronous_commit`);
    expect(said).toMatch(/synchronous_commit = off: việc đã trả lời có thể mất[^]*answered commands could be lost/);
  });

  it('but not when a migration is missing, which it names', async () => {
    await asSuperuser(`delete from migration where name = 'CreatePrivateData1763683207000'`);
    const said = await verdict(opened.database.appUrl);
    await asSuperuser(
      `insert into migration (timestamp, name) values (1763683207000, 'CreatePrivateData1763683207000')`,
    );
    expect(said).toMatch(/lược đồ chưa cập nhật, thiếu 1 bước[^]*CreatePrivateData1763683207000/);
  });

  it('but not when the database is not there, the password is wrong, or nobody listens', async () => {
    const wrong = [
      databaseUrl(opened.database.appUrl, { name: 'no_such_database' }),
      databaseUrl(opened.database.appUrl, { name: opened.database.name, login: 'app', password: 'wrong' }),
      'postgres://app:app@127.0.0.1:1/lien_thong',
    ];
    for (const url of wrong) expect(await verdict(url)).toMatch(/không kết nối được PostgreSQL[^]*cannot be reached/);
  });

  it('and never answers with a stack trace', async () => {
    expect(await verdict('postgres://app:app@127.0.0.1:1/lien_thong')).not.toMatch(/\n\s+at /);
  });
});

it('a server that forgets what it was told in a power cut is refused, with all three reasons and every power at once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lien-thong-careless-'));
  const server = await startPostgres({ dataDir, durable: false });
  try {
    await setUpDatabase({ superuserUrl: server.url, name: 'careless', passwords: { migrator: 'spec', app: 'spec' } });
    const said = await verdict(databaseUrl(server.url, { name: 'careless', login: 'app', password: 'spec' }));
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) expect(said).toContain(`${name} = off`);
    expect(await verdict(server.url)).toMatch(/is a superuser[^]*fsync = off[^]*migrations are missing/);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(server.dataDir, { recursive: true, force: true });
  }
}, 60_000);
