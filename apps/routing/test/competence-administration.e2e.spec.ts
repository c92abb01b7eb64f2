/** Rules of competence written by an admin: from their day on the directory answers by them, until their last day. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let admin: HttpCaller;
beforeAll(async () => {
  office = await startApp();
  admin = await office.asPerson('haiphong-supervisor', 'admin');
  await office.goOnTo('2026-11-16T01:00:00Z');
}, 120_000);
afterAll(async () => {
  await office.close();
});

const PROCEDURE = '1.004873';
const WARD = '11411';
interface Rule {
  readonly id: string;
  readonly agency: { readonly id: string };
  readonly areas: readonly { readonly code: string }[] | null;
  readonly validTo: string | null;
}
const rulesOf = async (area: string) =>
  ((await admin.get(`/v1/competences?procedure=${PROCEDURE}&area=${area}`)).body as { competences: Rule[] })
    .competences;
const body = (more: object = {}) => ({
  ...{ agencyId: 'haiphong-hai-an', procedureCode: PROCEDURE, areas: [WARD], level: 'commune' },
  ...{ validFrom: '2026-11-18', legalBasis: 'Quyết định 12/QĐ-UBND', ...more },
});
const whoOn = async (day: string): Promise<unknown> => {
  const asked = { procedureCode: PROCEDURE, day, jurisdiction: { residence: { communeCode: WARD } } };
  return (await admin.post('/v1/routing/resolve', asked)).body;
};

describe('a rule of competence', () => {
  it('is ended with a day, and another takes its place from the next: the directory follows by the day', async () => {
    const former = (await rulesOf(WARD)).find(({ agency }) => agency.id === 'haiphong-dong-hai');
    expect(await admin.post('/v1/competences', body())).toMatchObject({
      status: 409,
      body: { code: 'competence-overlaps', facts: { rule: former?.id } },
    });
    const ended = await admin.post(`/v1/competences/${former?.id ?? ''}/end`, { lastDay: '2026-11-17' });
    expect(ended).toMatchObject({ status: 200, body: { validTo: '2026-11-17' } });
    const added = await admin.post('/v1/competences', body({ verified: true }));
    expect(added).toMatchObject({
      status: 201,
      body: {
        id: `${PROCEDURE}.haiphong-hai-an.2026-11-18`,
        verified: 'yes',
        areas: [{ code: WARD }],
        replayed: false,
      },
    });
    expect(JSON.stringify(await whoOn('2026-11-17'))).toContain('haiphong-dong-hai');
    const after = JSON.stringify(await whoOn('2026-11-18'));
    expect(after).toContain('haiphong-hai-an');
    expect(after).not.toContain('haiphong-dong-hai');
  });

  it('is written into the journal with what it was before', async () => {
    const told = await admin.get('/v1/administration/journal?kind=competence');
    expect(told.body).toMatchObject({
      entries: [
        { action: 'competenceAdded', before: null, agency: { id: 'haiphong-hai-an' } },
        { action: 'competenceEnded', before: { validTo: null }, after: { validTo: '2026-11-17' } },
      ],
    });
  });

  it('is added once under a key', async () => {
    const key = { 'idempotency-key': 'rule-of-the-day' };
    const there = body({ areas: ['11311'], validFrom: '2027-03-01', procedureCode: '1.012817' });
    const said = { ...there, agencyId: 'haiphong-dong-hai', level: 'province', validTo: '2027-03-02' };
    const first = await admin.post('/v1/competences', said, key);
    expect(first.status).toBe(201);
    expect(await admin.post('/v1/competences', said, key)).toMatchObject({ status: 201, body: { replayed: true } });
    expect(await admin.post('/v1/competences', { ...said, level: 'commune' }, key)).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    });
  });

  it.each([
    ['competence-too-early', { validFrom: '2026-11-16' }],
    ['competence-too-early', { validFrom: '2026-12-16', validTo: '2026-12-01' }],
    ['agency-unknown', { agencyId: 'haiphong-nowhere' }],
    ['area-unknown', { areas: ['99999'] }],
    ['procedure-unknown', { procedureCode: '9.999999' }],
  ])('is refused as %s for %j', async (code, more) => {
    expect(await admin.post('/v1/competences', body(more))).toMatchObject({ status: 422, body: { code } });
  });

  it.each([{ field: 'Đất đai' }, { procedureCode: undefined }, { areas: [] }, { legalBasis: '' }])(
    'is not read out of %j',
    async (more) => {
      expect(await admin.post('/v1/competences', body(more))).toMatchObject({
        status: 400,
        body: { code: 'invalid-body' },
      });
    },
  );

  it('is not ended in the past, not twice, and not where there is none', async () => {
    const id = `${PROCEDURE}.haiphong-hai-an.2026-11-18`;
    const end = (which: string, lastDay: string, key = {}) =>
      admin.post(`/v1/competences/${which}/end`, { lastDay }, key);
    expect(await end(id, '2026-11-17')).toMatchObject({ status: 422, body: { code: 'competence-too-early' } });
    const key = { 'idempotency-key': 'end-of-the-rule' };
    expect(await end(id, '2026-11-20', key)).toMatchObject({ status: 200, body: { replayed: false } });
    expect(await end(id, '2026-11-20', key)).toMatchObject({ status: 200, body: { replayed: true } });
    expect(await end(id, '2026-11-21', key)).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    await office.goOnTo('2026-11-21T01:00:00Z');
    expect(await end(id, '2026-11-25')).toMatchObject({ status: 409, body: { code: 'competence-ended' } });
    expect(await end('nothing', '2026-11-25')).toMatchObject({ status: 404 });
    expect(await end('nothing', 'soon')).toMatchObject({ status: 400 });
  });

  it('is written by nobody who is not behind the wall', async () => {
    const { Client } = (await import('pg')).default;
    const client = new Client({ connectionString: office.database.appUrl });
    await client.connect();
    try {
      const { rowCount } = await client.query(`update competence set valid_to = '2030-01-01'`);
      expect(rowCount).toBe(0);
      await expect(client.query(`update competence set agency_id = 'haiphong-hai-an'`)).rejects.toThrow(/permission/);
      await expect(client.query('delete from competence')).rejects.toThrow(/permission/);
    } finally {
      await client.end();
    }
  });
});
