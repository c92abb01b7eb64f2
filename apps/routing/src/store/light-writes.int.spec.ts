/** What the sweep writes with few columns is, byte for byte, what writing the whole rows would leave. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SteppedClock, Sweep } from '@lien-thong/engine';
import { testKeyRing } from '../../test/key-ring.js';
import { SweptOffice, local } from '../../test/swept-office.js';
import { PostgresStore } from './postgres-store.js';
import { sameBut } from './same-but.js';

jest.setTimeout(60_000);

const DOSSIERS = 40;

let office: SweptOffice;
beforeAll(async () => {
  office = await SweptOffice.open();
}, 120_000);
afterAll(() => office.close());

/** Every column of every row, as the server prints it. */
async function rowsOf(table: 'dossier' | 'clock'): Promise<readonly string[]> {
  const key = table === 'dossier' ? 'id' : 'dossier_id, id';
  const { rows } = await office.superuser.query<{ row: string }>(
    `select t::text as row from ${table} t order by ${key}`,
  );
  return rows.map(({ row }) => row);
}

describe('a sweep', () => {
  it('writes heads and marks only, and leaves what writing whole rows leaves', async () => {
    const clock = new SteppedClock(local('2026-11-16 08:00'));
    const ids = await office.receive(office.replica(clock), DOSSIERS);
    const before = await rowsOf('clock');
    const pool = office.pool(1);
    const store = new PostgresStore(pool, testKeyRing());
    const sweep = new Sweep({ ...office.replica(clock), store });
    clock.advanceTo(local('2026-11-17 15:00'));
    expect((await sweep.runOnce()).facts).toBe(6 * DOSSIERS);
    const { rows } = await pool.query<{ name: string }>('select name from pg_prepared_statements');
    const names = rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['update-dossier-heads', 'update-clock-marks']));
    for (const whole of ['update-dossier', 'update-dossier-moving', 'update-clock', 'upsert-clock'])
      expect(names).not.toContain(whole);

    const light = { dossiers: await rowsOf('dossier'), clocks: await rowsOf('clock') };
    expect(light.clocks).not.toEqual(before);
    const loaded = await store.transaction((tx) => tx.load(ids));
    const dossiers = [...loaded.values()].map(({ file }) => ({
      ...{ isNew: false, dossier: file.dossier, clocks: file.clocks, segments: [] },
      ...{ replaceAll: false, events: [], parties: [] },
    }));
    // Nothing is known of them to this transaction, so that every column is written.
    await store.transaction((tx) => tx.write({ dossiers, answers: [], feed: [], privates: [], receipts: [] }));
    expect({ dossiers: await rowsOf('dossier'), clocks: await rowsOf('clock') }).toEqual(light);
    expect(await office.findings()).toEqual([]);
  });
});

describe('two values', () => {
  const value = { seq: 1, code: 'a', pin: { version: 1 } };

  it('are the same but for what is named, or not', () => {
    const { pin } = value;
    expect(sameBut(new Set(['seq']), value, { ...value, seq: 2 })).toBe(true);
    expect(sameBut(new Set(['seq']), value, { ...value, code: 'b' })).toBe(false);
    // An equal object is another one: it may have been changed somewhere within.
    expect(sameBut(new Set(['seq']), value, { ...value, pin: { ...pin } })).toBe(false);
  });

  it('differ when one has a member more', () => {
    const more: typeof value & { note?: string } = { ...value, note: 'x' };
    expect(sameBut<typeof more>(new Set(['seq']), value, more)).toBe(false);
    expect(sameBut<typeof more>(new Set(['seq']), more, value)).toBe(false);
  });
});
