import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { millisOf } from '@lien-thong/domain';
import type { AgencyId, Instant } from '@lien-thong/domain';
import { StoreUnavailable } from '@lien-thong/engine';
import { agency, batchOf, receivedBy } from '../../test/dossiers.js';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { demoClock } from './demo-clock.js';
import { purgeExpiredKeys } from './key-purge.js';
import { createPool } from './pools.js';
import { PostgresClock } from './postgres-clock.js';
import { readAs, readTracked } from './read-as.js';

const [A, B] = [agency('read-a'), agency('read-b')];
const mine = receivedBy(A);
let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
  await opened.store.transaction((tx) => tx.write(batchOf([mine.write, receivedBy(B).write])));
});
afterAll(() => opened.close());

const viewer = (agencyId: AgencyId, supervises: readonly AgencyId[] = []) => ({ agencyId, supervises });
const CODES = { name: 'spec-codes', text: 'select code, recorded_at, seq from dossier order by code' };

describe('a read with the eyes of an agency', () => {
  it('sees its dossiers and the times as the domain writes them', async () => {
    const rows = await readAs(opened.app, viewer(A), (read) => read(CODES));
    expect(rows).toEqual([{ code: mine.code, recorded_at: '2026-11-23T02:00:00.000Z', seq: 1 }]);
  });

  it('sees those of supervised agencies too', async () => {
    expect(await readAs(opened.app, viewer(agency('read-s'), [A, B]), (read) => read(CODES))).toHaveLength(2);
  });

  it('leaves nothing behind for whoever gets the connection next', async () => {
    const pool = createPool({ url: opened.database.appUrl, max: 1, name: 'spec-one' });
    await readAs(pool, viewer(A), (read) => read(CODES));
    const { rowCount } = await pool.query('select from dossier');
    await pool.end();
    expect(rowCount).toBe(0);
  });

  it('cannot write, whatever it is told to', async () => {
    const attempt = readAs(opened.app, viewer(A), (read) =>
      read({ name: 'spec-write', text: `with w as (update dossier set seq = 99 returning seq) select seq from w` }),
    );
    await expect(attempt).rejects.toThrow('read-only');
  });

  it('sees one moment in all its statements', async () => {
    const late = receivedBy(A);
    const counts = await readAs(opened.app, viewer(A), async (read) => {
      const before = await read(CODES);
      await opened.store.transaction((tx) => tx.write(batchOf([late.write])));
      return [before.length, (await read(CODES)).length];
    });
    expect(counts).toEqual([1, 1]);
  });

  it('of the public page sees the one dossier', async () => {
    const rows = await readTracked(opened.app, mine.id, (read) => read(CODES));
    expect(rows.map(({ code }) => code as string)).toEqual([mine.code]);
  });

  it('is told that the database is away when it is', async () => {
    const pool = createPool({ url: 'postgres://app:app@127.0.0.1:1/nowhere', max: 1, name: 'spec-away' });
    await expect(readAs(pool, viewer(A), (read) => read(CODES))).rejects.toThrow(StoreUnavailable);
    await pool.end();
  });
});

describe('time', () => {
  it('is that of Postgres and does not go back', async () => {
    const clock = new PostgresClock(opened.app);
    await clock.start();
    const { rows } = await opened.app.query<{ now: Instant }>('select clock_timestamp() as now');
    const [first, second] = [clock.now(), clock.now()];
    clock.stop();
    expect(Math.abs(millisOf(first) - millisOf(rows[0]?.now ?? first))).toBeLessThan(1000);
    expect(first <= second).toBe(true);
  });

  it('of the demonstration begins where the journal ends, and is refused in production', async () => {
    const early = { start: '2026-03-02T00:30:00.000Z' as Instant, production: false };
    expect((await demoClock(opened.app, early)).now()).toBe('2026-11-23T02:00:00.000Z');
    const late = { start: '2027-03-02T00:30:00.000Z' as Instant, production: false };
    expect((await demoClock(opened.app, late)).now()).toBe(late.start);
    await expect(demoClock(opened.app, { ...early, production: true })).rejects.toThrow('production');
  });
});

describe('idempotency keys', () => {
  it('are forgotten after 90 days and not a day before', async () => {
    const answer = {
      dossierId: mine.id,
      code: mine.code,
      version: 1,
      seq: 1,
      phase: 'received',
      eventIds: [],
    } as const;
    const keyed = (key: string) => ({ agencyId: A, key, fingerprint: 'f', dossierId: mine.id, answer });
    await opened.store.transaction((tx) => tx.write(batchOf([], { answers: ['old-1', 'old-2', 'young'].map(keyed) })));
    await opened.migrator.query('alter table command_key no force row level security');
    await opened.migrator.query(
      `update command_key set stored_at = now() - case key when 'young' then interval '89 days' else interval '91 days' end`,
    );
    await opened.migrator.query('alter table command_key force row level security');
    expect(await purgeExpiredKeys(opened.app, 1)).toBe(1);
    expect(await purgeExpiredKeys(opened.app, 10)).toBe(0);
    const keys = ['old-1', 'old-2', 'young'].map((key) => ({ agencyId: A, key }));
    const left = await opened.store.transaction((tx) => tx.loadAnswers(keys));
    expect(left.map(({ key }) => key)).toEqual(['young']);
  });
});
