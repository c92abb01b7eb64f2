/** Officers, their accounts and roles, administered over HTTP; what they are signed in with ends when their rights change. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import type { HttpCaller } from './http-caller.js';
import { HOME, NEWCOMER, change, officerIn, signedIn, takenOn, withAccount } from './people-steps.js';

let office: TestApp;
let admin: HttpCaller;
beforeAll(async () => {
  office = await startApp();
  admin = await office.as('haiphong-supervisor', 'admin');
}, 120_000);
afterAll(async () => {
  await office.close();
});

const CLERK = { subject: 'somebody', roles: ['clerk'] };

describe('the officers of an agency', () => {
  it('are listed page by page, each with his account', async () => {
    const whole = (await admin.get(`${HOME}/officers`)).body as { officers: { id: string; account: unknown }[] };
    expect(whole.officers.length).toBeGreaterThan(1);
    expect(whole.officers.filter(({ account }) => account !== null).length).toBeGreaterThan(0);
    const found: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await admin.get(`${HOME}/officers?limit=1${next === '' ? '' : `&cursor=${next}`}`);
      const body = page.body as { officers: { id: string }[]; next: string | null };
      found.push(...body.officers.map(({ id }) => id));
      next = body.next;
    }
    expect(found).toEqual(whole.officers.map(({ id }) => id));
  });

  it('are asked for rightly or not at all', async () => {
    expect(await admin.get(`${HOME}/officers?limit=0`)).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
    expect(await admin.get(`${HOME}/officers?cursor=x`)).toMatchObject({
      status: 400,
      body: { code: 'cursor-invalid' },
    });
    expect(await admin.get('/v1/agencies/nowhere/officers')).toMatchObject({ status: 404 });
    expect(await admin.get(`${HOME}/officers/nobody`)).toMatchObject({ status: 404 });
    expect(await admin.post('/v1/agencies/nowhere/officers', NEWCOMER)).toMatchObject({ status: 404 });
  });

  it('are added once under a key, and changed by whoever has read them', async () => {
    const key = { 'idempotency-key': 'people-0001' };
    const added = await admin.post(`${HOME}/officers`, NEWCOMER, key);
    const { id } = officerIn(added);
    expect(added.headers.get('location')).toBe(`${HOME}/officers/${id}`);
    const again = await admin.post(`${HOME}/officers`, NEWCOMER, key);
    expect(again).toMatchObject({ status: 201, body: { id, replayed: true } });
    const other = await admin.post(`${HOME}/officers`, { ...NEWCOMER, name: 'Khác' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });

    const at = `${HOME}/officers/${id}`;
    const body = { ...NEWCOMER, title: 'Trưởng phòng', active: true };
    expect(await change(admin, at, { body })).toMatchObject({ status: 428 });
    expect(await change(admin, at, { body, seen: 'x' })).toMatchObject({ status: 400 });
    const changed = await change(admin, at, { body, seen: 1 });
    expect(changed).toMatchObject({ status: 200, body: { title: 'Trưởng phòng', revision: 2 } });
    expect(changed.headers.get('etag')).toBe('"v2"');
    expect(await change(admin, at, { body, seen: 1 })).toMatchObject({ status: 412, body: { code: 'version-stale' } });
    expect((await admin.get(at)).headers.get('etag')).toBe('"v2"');
  });

  it.each([
    { ...NEWCOMER, name: '' },
    { name: 'x' },
    { ...NEWCOMER, agency: 'x' },
    { ...NEWCOMER, name: 'x'.repeat(121) },
  ])('are not added out of %j', async (body) => {
    expect(await admin.post(`${HOME}/officers`, body)).toMatchObject({ status: 400, body: { code: 'invalid-body' } });
  });
});

describe('an account', () => {
  it('lets an officer sign in, with the roles given to him', async () => {
    const officer = await withAccount(admin, 'clerk');
    const me = (await (await signedIn(office, officer)).get('/auth/me')).body;
    expect(me).toMatchObject({
      kind: 'person',
      officerId: officer.id,
      title: 'Chuyên viên',
      titleEn: 'Specialist',
      agency: { id: 'haiphong-hai-an', name: expect.stringContaining('Hải An') },
      roles: ['clerk'],
      demo: true,
      at: await office.now(),
    });
  });

  it('of a supervisor tells the agencies he watches over, and none once he is a clerk', async () => {
    await office.identities.supervise('haiphong-hai-an', '11411');
    const officer = await withAccount(admin, 'supervisor');
    expect(officer.account?.supervises).toContain('haiphong-dong-hai');
    const at = `${HOME}/officers/${officer.id}/account`;
    const clerk = await change(admin, at, { body: { roles: ['clerk'] }, seen: officer.revision });
    expect(clerk).toMatchObject({ status: 200, body: { account: { roles: ['clerk'], supervises: [] } } });
  });

  it('is given once, and a subject stands for one officer', async () => {
    const { id } = await takenOn(admin);
    const at = `${HOME}/officers/${id}/account`;
    expect(await admin.post(at, CLERK)).toMatchObject({ status: 201, body: { revision: 2 } });
    expect(await admin.post(at, CLERK)).toMatchObject({ status: 409, body: { code: 'account-exists' } });
    const second = await takenOn(admin);
    const taken = await admin.post(`${HOME}/officers/${second.id}/account`, CLERK);
    expect(taken).toMatchObject({ status: 409, body: { code: 'subject-taken' } });
    expect(await admin.post(`${HOME}/officers/nobody/account`, CLERK)).toMatchObject({ status: 404 });
    const twice = await admin.post(at, { ...CLERK, roles: ['clerk', 'clerk'] });
    expect(twice).toMatchObject({ status: 400, body: { code: 'invalid-body' } });
  });

  it('that gets other roles ends what its officer is signed in with', async () => {
    const officer = await withAccount(admin, 'clerk');
    const browser = await signedIn(office, officer);
    expect(await browser.get('/v1/conflicts')).toMatchObject({ status: 200 });
    const at = `${HOME}/officers/${officer.id}/account`;
    expect(await change(admin, at, { body: { roles: ['auditor'] } })).toMatchObject({ status: 428 });
    expect(await change(admin, at, { body: { roles: ['auditor'] }, seen: officer.revision })).toMatchObject({
      status: 200,
    });
    expect(await browser.get('/auth/me')).toMatchObject({ status: 401 });
    expect((await (await signedIn(office, officer)).get('/auth/me')).body).toMatchObject({ roles: ['auditor'] });
    const stale = await change(admin, at, { body: { roles: ['clerk'] }, seen: officer.revision });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version-stale' } });
  });

  it('that is withdrawn lets nobody in, until it is given again', async () => {
    const officer = await withAccount(admin, 'clerk');
    const browser = await signedIn(office, officer);
    const at = `${HOME}/officers/${officer.id}/account`;
    expect(await change(admin, at, {})).toMatchObject({ status: 428 });
    const withdrawn = await change(admin, at, { seen: officer.revision });
    expect(withdrawn).toMatchObject({ status: 200, body: { account: { active: false } } });
    expect(await browser.get('/auth/me')).toMatchObject({ status: 401 });
    expect(await office.anonymous.post('/demo/sign-in', { account: officer.account?.id })).toMatchObject({
      status: 401,
    });
    const { revision } = officerIn(withdrawn);
    expect(await change(admin, at, { seen: revision })).toMatchObject({ status: 404 });
    expect(await change(admin, at, { body: { roles: ['clerk'] }, seen: revision })).toMatchObject({ status: 404 });
    const again = await admin.post(at, { subject: `again ${officer.id}`, roles: ['auditor'] });
    expect(again).toMatchObject({ status: 201, body: { account: { id: officer.account?.id, roles: ['auditor'] } } });
    expect(await browser.get('/auth/me')).toMatchObject({ status: 401 });
    expect((await (await signedIn(office, officer)).get('/auth/me')).status).toBe(200);
  });

  it('of an officer who leaves is of no use, and his session does not come back with him', async () => {
    const officer = await withAccount(admin, 'clerk');
    const browser = await signedIn(office, officer);
    const at = `${HOME}/officers/${officer.id}`;
    const gone = await change(admin, at, { body: { ...NEWCOMER, active: false }, seen: officer.revision });
    expect(gone).toMatchObject({ status: 200, body: { active: false } });
    expect(await browser.get('/auth/me')).toMatchObject({ status: 401 });
    const back = await change(admin, at, { body: { ...NEWCOMER, active: true }, seen: officerIn(gone).revision });
    expect(back).toMatchObject({ status: 200, body: { active: true } });
    expect(await browser.get('/auth/me')).toMatchObject({ status: 401 });
  });
});

describe('what an admin asks wrongly', () => {
  it('about an officer is told apart: no such id, nobody of that id, another request under the key, read too long ago', async () => {
    const officer = await withAccount(admin, 'clerk');
    const at = `${HOME}/officers/${officer.id}/account`;
    const body = { ...NEWCOMER, active: true };
    expect(await admin.get(`${HOME}/officers/a%20b`)).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
    expect(await change(admin, `${HOME}/officers/nobody`, { body, seen: 1 })).toMatchObject({ status: 404 });
    expect(await change(admin, at, { seen: 'x' })).toMatchObject({ status: 400, body: { code: 'if-match-invalid' } });
    expect(await change(admin, at, { seen: 1 })).toMatchObject({ status: 412, body: { code: 'version-stale' } });
    const { id } = await takenOn(admin);
    const key = { 'idempotency-key': `account-of-${id}` };
    const given = { subject: `subject of ${id}`, roles: ['clerk'] };
    expect(await admin.post(`${HOME}/officers/${id}/account`, given, key)).toMatchObject({ status: 201 });
    const other = await admin.post(`${HOME}/officers/${id}/account`, { ...given, roles: ['auditor'] }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });
});

describe('the last admin', () => {
  const withoutOtherAdmins = () =>
    office.identities.run(
      `update account set active = false where id in (select account_id from account_role where role = 'admin')`,
    );

  it('is not taken away, by any way, however many keys there are; the one before him is', async () => {
    await withoutOtherAdmins();
    const [first, last] = [await withAccount(admin, 'admin'), await withAccount(admin, 'admin')];
    const roles = { body: { roles: ['clerk'] } };
    const fell = await change(admin, `${HOME}/officers/${first.id}/account`, { ...roles, seen: first.revision });
    expect(fell).toMatchObject({ status: 200 });
    const [at, seen] = [`${HOME}/officers/${last.id}`, last.revision];
    const refused = { status: 409, body: { code: 'last-admin' } };
    expect(await change(admin, `${at}/account`, { ...roles, seen })).toMatchObject(refused);
    expect(await change(admin, `${at}/account`, { seen })).toMatchObject(refused);
    expect(await change(admin, at, { body: { ...NEWCOMER, active: false }, seen })).toMatchObject(refused);
    expect(await change(admin, `${at}/account`, { body: { roles: ['admin', 'clerk'] }, seen })).toMatchObject({
      status: 200,
    });
  });

  it('stays when two admins take the role from each other at once', async () => {
    await withoutOtherAdmins();
    const [one, other] = [await withAccount(admin, 'admin'), await withAccount(admin, 'admin')];
    const [browserOfOne, browserOfOther] = [await signedIn(office, one), await signedIn(office, other)];
    const take = (by: HttpCaller, from: typeof one) =>
      change(by, `${HOME}/officers/${from.id}/account`, { seen: from.revision });
    const answers = await Promise.all([take(browserOfOne, other), take(browserOfOther, one)]);
    const [done, refused = 0] = answers.map(({ status }) => status).sort();
    // Whoever came second is told that nobody else is left, or has no rights any more.
    expect(done).toBe(200);
    expect([401, 409]).toContain(refused);
    const [left] = await office.identities.run(
      `select count(*)::int as n from account a join account_role r on r.account_id = a.id where r.role = 'admin' and a.active`,
    );
    expect(left).toEqual({ n: 1 });
  });

  it('nobody takes the role from himself', async () => {
    const [self] = [await withAccount(admin, 'admin'), await withAccount(admin, 'admin')];
    const browser = await signedIn(office, self);
    const [at, seen] = [`${HOME}/officers/${self.id}`, self.revision];
    const refused = { status: 409, body: { code: 'own-admin-role' } };
    expect(await change(browser, `${at}/account`, { body: { roles: ['clerk'] }, seen })).toMatchObject(refused);
    expect(await change(browser, `${at}/account`, { seen })).toMatchObject(refused);
    expect(await change(browser, at, { body: { ...NEWCOMER, active: false }, seen })).toMatchObject(refused);
    expect(await change(browser, at, { body: { ...NEWCOMER, active: true }, seen })).toMatchObject({ status: 200 });
  });
});

describe('the wall behind the routes', () => {
  it.each([
    `insert into officer (id, agency_id, name, title, title_en) values ('x', 'haiphong-hai-an', 'x', 'x', 'x')`,
    `insert into account_role select id, 'admin' from account limit 1`,
    `insert into api_key (id, agency_id, label, secret_hash, roles) values ('x', 'haiphong-hai-an', 'x', 'x', '{admin}')`,
  ])('%s is refused to a connection that did not step behind it', async (sql) => {
    const { Client } = (await import('pg')).default;
    const client = new Client({ connectionString: office.database.appUrl });
    await client.connect();
    try {
      await expect(client.query(sql)).rejects.toThrow(/row-level security/);
    } finally {
      await client.end();
    }
  });
});
