/** Thousands of clocks due in one minute: one alert, each dossier once, whoever is killed on the way and however many replicas there are. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyId, Instant } from '@lien-thong/domain';
import { Sweep } from '@lien-thong/engine';
import type { SteppedClock } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { AlertProjection } from '../src/alerts/alert-projection.js';
import { FeedFollower } from '../src/follow/feed-follower.js';
import type { Follow } from '../src/follow/feed-follower.js';
import { CLOCK, READ_POOL } from '../src/runtime/tokens.js';
import { readAs } from '../src/store/read-as.js';
import type { Viewer } from '../src/store/read-as.js';
import { alertsOf, faultsOf, lookBehindTheWall, membersOf, settle } from './alert-steps.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, DUC_PHO, HAI_AN, act, open } from './dossier-steps.js';

const STORM = 3_000;

let office: TestApp;
let pool: Pool;
beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-11-16T08:00:00+07:00', LIENTHONG_ROLES: 'api' } });
  pool = office.app.get<Pool>(READ_POOL);
  await lookBehindTheWall(office);
}, 120_000);
afterAll(async () => {
  await office.close();
});

const CLONED = ['clock', 'segment', 'party', 'alert_watch'];

/** As many more dossiers in exactly the state of this one, with the alerts as far as it. */
async function multiply(code: string, times: number): Promise<void> {
  const [row] = await office.identities.run('select id from dossier where code = $1', [code]);
  const source = row?.['id'];
  const ids = Array.from({ length: times }, () => randomUUID());
  await office.identities.run(
    `insert into dossier select (jsonb_populate_record(d, jsonb_build_object('id', s.id, 'code', d.code || '-' || s.i))).*
      from dossier d, unnest($2::uuid[]) with ordinality as s (id, i) where d.id = $1`,
    [source, ids],
  );
  for (const table of CLONED) {
    await office.identities.run(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('dossier_id', s.id))).*
        from ${table} t, unnest($2::uuid[]) as s (id) where t.dossier_id = $1`,
      [source, ids],
    );
  }
}

function follower(limit: number, follow: Follow = office.app.get(AlertProjection).follow): FeedFollower {
  return new FeedFollower(pool, { name: 'alerts', limit }, follow);
}

/** The sweep writes its facts; nobody reads them. */
async function sweptAt(instant: string): Promise<void> {
  office.app.get<SteppedClock>(CLOCK).advanceTo(new Date(instant).toISOString() as Instant);
  await office.app.get(Sweep).runOnce();
}

describe('a storm of breaches', () => {
  it('is not lost by a process that dies between the facts and the alerts', async () => {
    const haiAn = await office.as(HAI_AN);
    const { code } = await open(haiAn);
    await act(haiAn, code, { type: 'transfer', copy: 'electronic' });
    await act(await office.as(DONG_HAI), code, { type: 'confirmDelivery' });
    await settle(office);
    await multiply(code, STORM - 1);
    await sweptAt('2026-11-17T09:00:00+07:00');
    const before = await office.identities.run('select count(*)::int as n from alert_event');
    const dying: Follow = async (wire, facts) => {
      await office.app.get(AlertProjection).follow(wire, facts);
      throw new Error('killed before the commit');
    };
    await expect(follower(1_000, dying).round()).rejects.toThrow('killed');
    expect(await office.identities.run('select count(*)::int as n from alert_event')).toEqual(before);
  });

  it('is one alert with each dossier once, although two replicas read and one stops half way', async () => {
    const [one, two] = [follower(1_000), follower(700)];
    let idle = 0;
    while (idle < 2) {
      const taken = await Promise.all([one.round(), two.round()]);
      idle = taken.every((count) => count === 0) ? idle + 1 : 0;
    }
    const lapsed = await alertsOf(office, { rule: 'acceptancePending', decision: 'redirectTransfer' });
    expect(lapsed).toHaveLength(1);
    expect(lapsed[0]).toMatchObject({
      owner_agency: DONG_HAI,
      members: STORM,
      members_total: STORM,
      level: 'breached',
    });
    const members = await membersOf(office, lapsed[0]?.id ?? '');
    expect(new Set(members.map(({ dossier_id }) => dossier_id)).size).toBe(STORM);
    expect(new Set(members.map(({ told }) => told.join())).size).toBe(1);
  }, 120_000);

  it('leaves alerts that agree with their journal and with every dossier', async () => {
    expect(await faultsOf(office)).toEqual({ pending: 0, findings: [] });
  });

  it('is read again from the beginning without a trace', async () => {
    const count = () => office.identities.run('select count(*)::int as n from alert_event');
    const before = await count();
    await office.identities.run(`delete from follower_cursor where follower = 'alerts'`);
    const reader = follower(2_000);
    while ((await reader.round()) > 0);
    expect(await count()).toEqual(before);
  });
});

describe('the wall around alerts', () => {
  const agency = (id: string) => id as AgencyId;
  async function seenBy(viewer: Viewer): Promise<Record<string, number>> {
    const tables = ['alert', 'alert_scope', 'alert_member', 'alert_event', 'alert_watch'] as const;
    return readAs(pool, viewer, async (read) => {
      const seen: Record<string, number> = {};
      for (const table of tables) {
        const [row] = await read<{ n: number }>({
          name: `wall-${table}`,
          text: `select count(*)::int as n from ${table}`,
        });
        seen[table] = row?.n ?? -1;
      }
      return seen;
    });
  }

  it('shows them to the agencies they concern and to whoever supervises one, and nothing to others', async () => {
    const all = await office.identities.run('select count(*)::int as n from alert');
    const own = await seenBy({ agencyId: agency(DONG_HAI), supervises: [] });
    expect(own).toMatchObject({ alert: all[0]?.['n'], alert_watch: 0 });
    expect(own['alert_member']).toBeGreaterThanOrEqual(STORM);
    const watching = await seenBy({ agencyId: agency(DUC_PHO), supervises: [agency(DONG_HAI)] });
    expect(watching['alert']).toBe(own['alert']);
    const nobody = await seenBy({ agencyId: agency(DUC_PHO), supervises: [] });
    expect(nobody).toEqual({ alert: 0, alert_scope: 0, alert_member: 0, alert_event: 0, alert_watch: 0 });
  });

  it.each([
    ['forgets an event', 'delete from alert_event'],
    ['rewrites an event', `update alert_event set kind = 'resolved'`],
    ['removes an alert', 'delete from alert'],
    ['removes a member', 'delete from alert_member'],
    ['widens the circle', `update alert_scope set agency_id = '${DUC_PHO}'`],
  ])('lets nobody in who %s', async (_, text) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.scope', 'ledger', true)`);
      await expect(client.query(text)).rejects.toThrow('permission denied');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('keeps their events append-only for a viewer who adds one', async () => {
    const add = readAs(pool, { agencyId: agency(DONG_HAI), supervises: [] }, (read) =>
      read({
        name: 'wall-add',
        text: `insert into alert_event select 0, id, now(), 'resolved', '{}', '{}' from alert limit 1`,
      }),
    );
    await expect(add).rejects.toThrow();
  });
});
