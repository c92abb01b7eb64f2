/** Keys of software, administered over HTTP: shown once, listed without their secret, ended at once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import type { HttpCaller } from './http-caller.js';
import { HOME } from './people-steps.js';

const KEYS = `${HOME}/api-keys`;
const BODY = { label: 'Phần mềm một cửa', roles: ['clerk'] };

interface Made {
  readonly id: string;
  readonly key: string;
}

let office: TestApp;
let admin: HttpCaller;
beforeAll(async () => {
  office = await startApp();
  admin = await office.as('haiphong-supervisor', 'admin');
}, 120_000);
afterAll(async () => {
  await office.close();
});

async function made(body: object = BODY): Promise<Made> {
  const answer = await admin.post(KEYS, body);
  expect(answer).toMatchObject({ status: 201, body: { state: 'active', usedAt: null, replayed: false } });
  return answer.body as Made;
}
const as = (key: string) => office.anonymous.with({ authorization: `Bearer ${key}` });
const listed = async (id: string) =>
  ((await admin.get(KEYS)).body as { keys: { id: string }[] }).keys.find((key) => key.id === id);

describe('a key', () => {
  it('opens what its roles open, and nothing more', async () => {
    const { id, key } = await made();
    expect(key).toMatch(new RegExp(`^lt_${id}_[A-Za-z0-9_-]{43}$`));
    expect((await as(key).get('/auth/me')).body).toMatchObject({
      ...{ kind: 'software', id, agencyId: 'haiphong-hai-an', title: null, titleEn: null, roles: ['clerk'] },
    });
    expect(await as(key).get(KEYS)).toMatchObject({ status: 403 });
  });

  it('shows its secret once: the same request again has none, the list has none, and nothing keeps it', async () => {
    const header = { 'idempotency-key': 'api-key-0001' };
    const first = (await admin.post(KEYS, BODY, header)).body as Made;
    const again = await admin.post(KEYS, BODY, header);
    expect(again).toMatchObject({ status: 201, body: { id: first.id, key: null, replayed: true } });
    expect(await admin.post(KEYS, { ...BODY, label: 'khác' }, header)).toMatchObject({ status: 422 });
    const secret = first.key.split('_').slice(2).join('_');
    expect((await admin.get(KEYS)).text).not.toContain(secret);
    const kept = await office.identities.run(`select answer::text from administration_key where key = 'api-key-0001'`);
    expect(JSON.stringify(kept)).toContain(first.id);
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('is refused with the next request after it was revoked, also to a token that was given out for it', async () => {
    const { id, key } = await made();
    const secret = key.slice(`lt_${id}_`.length);
    const credentials = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
    const given = await office.anonymous.post('/v1/oauth/token', credentials, { 'idempotency-key': '' });
    expect(given.status).toBe(200);
    const { access_token: token } = given.body as { access_token: string };
    expect(await as(token).get('/auth/me')).toMatchObject({ status: 200 });
    expect(await as(key).get('/auth/me')).toMatchObject({ status: 200 });
    const at = `${KEYS}/${id}/revoke`;
    expect(await admin.post(at, {})).toMatchObject({ status: 200, body: { state: 'revoked' } });
    expect(await as(key).get('/auth/me')).toMatchObject({ status: 401 });
    expect(await as(token).get('/auth/me')).toMatchObject({ status: 401 });
    const revoked = await listed(id);
    expect(await admin.post(at, {})).toMatchObject({ status: 200, body: { state: 'revoked' } });
    expect(await listed(id)).toEqual(revoked);
  });

  it('tells when it was last used, to the hour', async () => {
    const { id, key } = await made();
    await as(key).get('/auth/me');
    let used = await listed(id);
    for (let tries = 0; tries < 50 && (used as { usedAt?: string | null }).usedAt === null; tries += 1) {
      await new Promise((next) => setTimeout(next, 20));
      used = await listed(id);
    }
    expect((used as { usedAt?: string }).usedAt).toMatch(/:00:00(\.000)?Z$/);
  });

  it('may end by itself, but has not ended already', async () => {
    const { id } = await made({ ...BODY, expiresAt: '2099-01-01T00:00:00+07:00' });
    expect(await listed(id)).toMatchObject({ expiresAt: '2098-12-31T17:00:00.000Z', state: 'active' });
    const past = await admin.post(KEYS, { ...BODY, expiresAt: '2020-01-01T00:00:00Z' });
    expect(past).toMatchObject({ status: 422, body: { code: 'expires-in-past' } });
    await office.identities.run(`update api_key set expires_at = now() - interval '1 minute' where id = $1`, [id]);
    expect(await listed(id)).toMatchObject({ state: 'expired' });
  });

  it('is made for an agency there is, with roles there are', async () => {
    expect(await admin.post('/v1/agencies/nowhere/api-keys', BODY)).toMatchObject({ status: 404 });
    expect(await admin.get('/v1/agencies/nowhere/api-keys')).toMatchObject({ status: 404 });
    expect(await admin.post(`${KEYS}/nobody/revoke`, {})).toMatchObject({ status: 404 });
    expect(await admin.post(`${KEYS}/a%20b/revoke`, {})).toMatchObject({ status: 400 });
    expect(await admin.get('/v1/agencies/a%20b/api-keys')).toMatchObject({ status: 400 });
    for (const roles of [[], ['king'], ['clerk', 'clerk']]) {
      expect(await admin.post(KEYS, { ...BODY, roles })).toMatchObject({ status: 400, body: { code: 'invalid-body' } });
    }
    expect(await admin.post(KEYS, BODY, { 'idempotency-key': '' })).toMatchObject({ status: 400 });
  });

  it('of another agency is not revoked through this one, and none revokes itself', async () => {
    const { id } = await made();
    expect(await admin.post(`/v1/agencies/haiphong-dong-hai/api-keys/${id}/revoke`, {})).toMatchObject({ status: 404 });
    const own = await made({ label: 'quản trị', roles: ['admin'] });
    const refused = await as(own.key).post(`${KEYS}/${own.id}/revoke`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'own-admin-role' } });
  });
});

describe('the rules of competence', () => {
  interface Page {
    readonly competences: readonly { id: string; agency: { id: string }; legalBasis: string; areas: unknown }[];
    readonly next: string | null;
  }
  const page = async (query: string) =>
    (await (await office.as('haiphong-hai-an')).get(`/v1/competences${query}`)).body as Page;

  it('are listed page by page, each with the text it rests on', async () => {
    const found: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { competences, next: after } = await page(`?limit=7${next === '' ? '' : `&cursor=${next}`}`);
      found.push(...competences.map(({ id }) => id));
      next = after;
    }
    expect(found).toEqual([...new Set(found)].sort());
    const [stored] = await office.identities.run('select count(*)::int as n from competence');
    expect(found.length).toBe(stored?.['n']);
  });

  it('are narrowed by procedure, area and agency', async () => {
    const all = (await page('?limit=200')).competences;
    const ofAgency = await page('?agency=haiphong-dong-hai');
    expect(ofAgency.competences.length).toBeGreaterThan(0);
    for (const { agency, legalBasis } of ofAgency.competences) {
      expect(agency.id).toBe('haiphong-dong-hai');
      expect(legalBasis).not.toBe('');
    }
    const land = await page('?procedure=1.012817&area=11411');
    expect(land.competences.length).toBeGreaterThan(0);
    expect(land.competences.length).toBeLessThan(all.length);
    expect((await page('?procedure=9.999999')).competences).toEqual([]);
    expect((await page('?area=31')).competences.length).toBeGreaterThanOrEqual(
      (await page('?area=11411')).competences.length,
    );
  });

  it('are asked for rightly or not at all', async () => {
    const clerk = await office.as('haiphong-hai-an');
    expect(await clerk.get('/v1/competences?cursor=x')).toMatchObject({
      status: 400,
      body: { code: 'cursor-invalid' },
    });
    expect(await clerk.get('/v1/competences?area=x')).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
    expect(await office.anonymous.get('/v1/competences')).toMatchObject({ status: 401 });
  });
});
