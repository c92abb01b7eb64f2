/** What is done to people, keys and competences is written down with it: who, when, what it was before. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import type { HttpCaller } from './http-caller.js';
import { HOME, NEWCOMER, change, officerIn, signedIn, takenOn, withAccount } from './people-steps.js';

const JOURNAL = '/v1/administration/journal';
let office: TestApp;
let admin: HttpCaller;
let boss: string;
beforeAll(async () => {
  office = await startApp();
  const software = await office.as('haiphong-supervisor', 'admin');
  const officer = await withAccount(software, 'admin');
  boss = officer.id;
  admin = await signedIn(office, officer);
}, 120_000);
afterAll(async () => {
  await office.close();
});

interface Entry {
  readonly n: number;
  readonly action: string;
  readonly subject: { readonly id: string };
}
const entriesOf = async (query: string, by = admin) =>
  ((await by.get(`${JOURNAL}?${query}`)).body as { entries: Entry[] }).entries;
const actionsOf = async (query: string) => (await entriesOf(query)).map(({ action }) => action);

describe('the journal of people', () => {
  it('says who added and changed an officer, when, and what he was before', async () => {
    const { id } = await takenOn(admin);
    const body = { ...NEWCOMER, title: 'Trưởng phòng', active: true };
    await change(admin, `${HOME}/officers/${id}`, { body, seen: 1 });
    const entries = await entriesOf(`kind=officer&subject=${id}`);
    const by = { actor: { kind: 'person', id: boss, name: NEWCOMER.name, agency: { id: 'haiphong-hai-an' } } };
    const about = { subject: { kind: 'officer', id, name: NEWCOMER.name }, agency: { id: 'haiphong-hai-an' } };
    const was = { ...NEWCOMER, active: true };
    expect(entries).toMatchObject([
      { ...by, ...about, action: 'officerChanged', at: await office.now(), before: was, after: body },
      { ...by, ...about, action: 'officerAdded', at: await office.now(), before: null, after: was },
    ]);
  });

  it('tells an account given, its roles changed, and it withdrawn', async () => {
    const officer = await withAccount(admin, 'clerk');
    const at = `${HOME}/officers/${officer.id}/account`;
    const changed = await change(admin, at, { body: { roles: ['auditor'] }, seen: officer.revision });
    await change(admin, at, { seen: officerIn(changed).revision });
    expect(await entriesOf(`kind=account&subject=${officer.account?.id ?? ''}`)).toMatchObject([
      { action: 'accountWithdrawn', before: { active: true }, after: { active: false, roles: ['auditor'] } },
      { action: 'rolesChanged', before: { roles: ['clerk'] }, after: { roles: ['auditor'] } },
      { action: 'accountGiven', before: null, after: { officer: officer.id, roles: ['clerk'], active: true } },
    ]);
  });

  it('tells a key made and revoked, once each, and holds no secret', async () => {
    const made = (await admin.post(`${HOME}/api-keys`, { label: 'phần mềm', roles: ['clerk'] })).body;
    const { id, key } = made as { id: string; key: string };
    for (let i = 0; i < 2; i++) await admin.post(`${HOME}/api-keys/${id}/revoke`, {});
    const told = await admin.get(`${JOURNAL}?kind=apiKey&subject=${id}`);
    expect(told.body).toMatchObject({
      entries: [
        { action: 'keyRevoked', before: { state: 'active' }, after: { state: 'revoked', label: 'phần mềm' } },
        { action: 'keyMade', before: null, subject: { name: 'phần mềm' } },
      ],
    });
    expect(JSON.stringify(told.body)).not.toContain(key.slice(key.lastIndexOf('_') + 1));
    expect(JSON.stringify(told.body)).not.toMatch(/secret|hash/i);
  });

  it('writes nothing of what was refused, and once what came twice under a key', async () => {
    const officer = await withAccount(admin, 'clerk');
    await change(admin, `${HOME}/officers/${officer.id}/account`, { body: { roles: ['auditor'] }, seen: 1 });
    expect(await actionsOf(`subject=${officer.account?.id ?? ''}`)).toEqual(['accountGiven']);
    const key = { 'idempotency-key': 'journal-of-people-1' };
    const first = officerIn(await admin.post(`${HOME}/officers`, NEWCOMER, key));
    await admin.post(`${HOME}/officers`, NEWCOMER, key);
    expect(await actionsOf(`subject=${first.id}`)).toEqual(['officerAdded']);
  });

  it('names software by the public part of its key', async () => {
    const software = await office.as('haiphong-supervisor', 'admin');
    const { id } = await takenOn(software);
    expect(await entriesOf(`subject=${id}`)).toMatchObject([
      { actor: { kind: 'software', name: null, agency: { id: 'haiphong-supervisor' } } },
    ]);
  });

  it('is read page by page, the newest first, by kind and by agency', async () => {
    const whole = await entriesOf('limit=200&agency=haiphong-hai-an');
    expect(whole.map(({ n }) => n)).toEqual(whole.map(({ n }) => n).sort((a, b) => b - a));
    const found: number[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await admin.get(`${JOURNAL}?limit=3${next === '' ? '' : `&cursor=${next}`}`);
      const body = page.body as { entries: Entry[]; next: string | null };
      found.push(...body.entries.map(({ n }) => n));
      next = body.next;
    }
    expect(found).toEqual(whole.map(({ n }) => n));
    expect(await entriesOf('agency=haiphong-dong-hai')).toEqual([]);
    expect(await admin.get(`${JOURNAL}?cursor=x`)).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
    expect(await admin.get(`${JOURNAL}?kind=ghost`)).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
  });

  it('shows an auditor his own agency and those he watches over, and a clerk nothing', async () => {
    const near = await office.asPerson('haiphong-hai-an', 'auditor');
    expect((await entriesOf('', near)).length).toBeGreaterThan(0);
    expect(await entriesOf('', await office.asPerson('haiphong-dong-hai', 'auditor'))).toEqual([]);
    const clerk = await office.asPerson('haiphong-hai-an', 'clerk');
    expect(await clerk.get(JOURNAL)).toMatchObject({ status: 403 });
  });
});

describe('the wall around the journal', () => {
  const asApp = async (...statements: string[]) => {
    const { Client } = (await import('pg')).default;
    const client = new Client({ connectionString: office.database.appUrl });
    await client.connect();
    try {
      let rows: unknown[] = [];
      for (const sql of statements) ({ rows } = await client.query<object>(sql));
      return rows;
    } finally {
      await client.end();
    }
  };
  const BEHIND = `select set_config('app.scope', 'people', false)`;

  it.each([
    `update people_journal set actor_id = 'somebody else'`,
    'delete from people_journal',
    'truncate people_journal',
  ])('the service cannot %s, not even behind it', async (sql) => {
    await expect(asApp(BEHIND, sql)).rejects.toThrow(/permission denied/);
  });

  it('hides the journal from whoever is not behind it, and takes no line from him', async () => {
    expect(await asApp('select n from people_journal')).toEqual([]);
    expect((await asApp(BEHIND, 'select n from people_journal')).length).toBeGreaterThan(0);
    const line = `insert into people_journal (at, actor_kind, actor_id, actor_agency, action, subject_kind, subject_id, agency_id, after)
      values (now(), 'person', 'x', 'x', 'officerAdded', 'officer', 'x', 'haiphong-hai-an', '{}')`;
    await expect(asApp(line)).rejects.toThrow(/row-level security/);
  });
});
