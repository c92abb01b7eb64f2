import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IsoDate } from '@lien-thong/domain';
import { act, batch, dossierId, opening, sampleClock } from '../../../../packages/engine/test/conformance/samples.js';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { SweepLooks } from '../runtime/sweep-looks.js';
import { SweepWatch } from './sweep-watch.js';

const TODAY = '2026-11-23' as IsoDate;

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase({ seeded: true });
}, 120_000);
afterAll(() => opened.close());

const watch = (): SweepWatch => new SweepWatch(opened.app);
/** Done past the service, by whoever owns the tables, with its own wall lifted. */
async function plant(sql: string): Promise<void> {
  await opened.migrator.query(`set app.scope = 'ledger'`);
  await opened.migrator.query(sql);
}

describe('whether somebody sweeps', () => {
  it('is learnt by a process that does not: nobody has, somebody just did, and not for a minute', async () => {
    expect(await watch().isHeld()).toBe(false);
    await new SweepLooks(opened.app).note();
    expect(await watch().isHeld()).toBe(true);
    await plant(`update sweep_look set looked_at = looked_at - interval '61 seconds'`);
    expect(await watch().isHeld()).toBe(false);
    await new SweepLooks(opened.app).note();
    expect(await watch().isHeld()).toBe(true);
  });

  it('is noted in one row, which several processes share and renew only now and then', async () => {
    const looked = async () =>
      (await opened.app.query<{ at: string }>('select looked_at::text as at from sweep_look')).rows.map(({ at }) => at);
    const before = await looked();
    const [one, two] = [new SweepLooks(opened.app), new SweepLooks(opened.app)];
    for (let i = 0; i < 20; i++) await Promise.all([one.note(), two.note()]);
    expect(await looked()).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('cannot be pretended by whoever is not the ledger', async () => {
    await expect(opened.app.query('update sweep_look set looked_at = now() returning 1')).resolves.toMatchObject({
      rowCount: 0,
    });
    await expect(opened.app.query('insert into sweep_look (looked_at) values (now())')).rejects.toThrow(
      'row-level security',
    );
  });
});

describe('whether every open clock is armed', () => {
  beforeAll(async () => {
    await opened.store.transaction(async (tx) => {
      await Promise.all([tx.lockDossiers([dossierId(1)]), tx.load([dossierId(1)])]);
      await tx.write(batch([opening(1)]));
    });
    await opened.store.transaction(async (tx) => {
      await Promise.all([tx.lockDossiers([dossierId(1)]), tx.load([dossierId(1)])]);
      await tx.write(batch([act(1, 2, { clocks: [sampleClock('legal', { warnAt: 29_934_000 as never })] })]));
    });
  });
  afterEach(() => plant(`update clock set fires_at = 29934000, breached = false, status = 'running'`));

  it('is so when the store wrote them', async () => {
    expect(await watch().areClocksArmed()).toBe(true);
  });

  it('is not so with one that runs, has a rung ahead, and no minute at which the sweep would come', async () => {
    await plant('update clock set fires_at = null');
    expect(await watch().areClocksArmed()).toBe(false);
  });

  it.each([
    ['that rests', `status = 'paused', fires_at = null`],
    ['whose breach was told', 'breached = true, fires_at = null'],
  ])('asks nothing of a clock %s', async (_, change) => {
    await plant(`update clock set ${change}`);
    expect(await watch().areClocksArmed()).toBe(true);
  });

  it('is found in an index that holds only those that are not, however many clocks there are', async () => {
    const client = await opened.app.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.scope', 'ledger', true), set_config('enable_seqscan', 'off', true)`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select exists (select from clock where status = 'running' and fires_at is null and not breached
          and budget_unit <> 'none' and certainty <> 'notComputable')`,
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('clock_unarmed');
      await client.query('rollback');
    } finally {
      client.release();
    }
  });
});

describe('whether every rung in force is one that fires', () => {
  it('is so with the seeds', async () => {
    expect(await watch().unfired(TODAY)).toEqual([]);
  });

  it('is not so with a rung of a later release, which is named with its version; a version not in force says nothing', async () => {
    const code = '1.004873';
    await plant(`update procedure_version set definition = jsonb_set(definition, '{warnRungs}', '{"heartbeat": [5]}')
      where code = '${code}'`);
    const { rows } = await opened.app.query<{ version: number }>(
      `select max(version) as version from procedure_version where code = '${code}'`,
    );
    const named = await watch().unfired(TODAY);
    expect(named).toContain(`${code}/${rows[0]?.version} warnRungs.heartbeat`);
    expect(named.every((place) => place.startsWith(`${code}/`))).toBe(true);
    expect(await watch().unfired('2000-01-01' as IsoDate)).toEqual([]);
  });

  it('is read again only after a while: readiness is asked every second', async () => {
    const one = watch();
    const before = await one.unfired(TODAY);
    await plant(`update procedure_version set definition = definition - 'warnRungs'`);
    expect(await one.unfired(TODAY)).toEqual(before);
    expect(await watch().unfired(TODAY)).toEqual([]);
  });
});
