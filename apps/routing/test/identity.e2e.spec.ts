/** Keys, tokens and sessions, seen from outside. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';

const AGENCY = '31.11413.ubnd';
let office: TestApp;
beforeAll(async () => {
  office = await startApp({ seeded: false });
  await office.identities.agency(AGENCY);
});
afterAll(async () => {
  await office.close();
});

const me = (credential: string) => office.anonymous.with({ authorization: `Bearer ${credential}` }).get('/auth/me');
const clientOf = (key: string) => {
  const [, id = '', secret = ''] = /^lt_([^_]+)_(.+)$/.exec(key) ?? [];
  return { id, secret };
};
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  office.anonymous.send('POST', '/v1/oauth/token', {
    raw: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

describe('the key of an agency', () => {
  it('opens the door for its software', async () => {
    const key = await office.identities.key(AGENCY, ['clerk']);
    expect(await me(key)).toMatchObject({
      status: 200,
      body: { kind: 'software', agencyId: AGENCY, roles: ['clerk'] },
    });
  });

  it('with one letter changed opens nothing', async () => {
    const key = await office.identities.key(AGENCY, ['clerk']);
    const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'E' : 'A'}`;
    expect(await me(wrong)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it.each(['', 'lt_', 'lt_x_y', 'Basic abc', "lt_x'--_0"])('is not a text such as "%s"', async (text) => {
    expect((await office.anonymous.with({ authorization: `Bearer ${text}` }).get('/auth/me')).status).toBe(401);
  });

  it('that was taken away does not write any more from that moment', async () => {
    const key = await office.identities.key(AGENCY, ['clerk']);
    const software = office.anonymous.with({ authorization: `Bearer ${key}` });
    expect((await software.post('/auth/logout', {})).status).toBe(204);
    await office.identities.run('update api_key set revoked_at = now() where id = $1', [clientOf(key).id]);
    expect(await software.post('/auth/logout', {})).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('that has run out opens nothing', async () => {
    const key = await office.identities.key(AGENCY, ['clerk']);
    await office.identities.run(`update api_key set expires_at = now() - interval '1 second' where id = $1`, [
      clientOf(key).id,
    ]);
    expect((await me(key)).status).toBe(401);
  });

  it('is nowhere in the database, only its hash', async () => {
    const key = await office.identities.key(AGENCY, ['clerk']);
    const { id, secret } = clientOf(key);
    const [row] = await office.identities.run('select k::text as text from api_key k where id = $1', [id]);
    expect(String(row?.['text'])).not.toContain(secret);
  });
});

describe('an access token', () => {
  const issued = async () => {
    const key = await office.identities.key(AGENCY, ['clerk']);
    const { id, secret } = clientOf(key);
    const { body } = await form({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
    return { id, token: (body as { access_token: string }).access_token };
  };

  it('is issued for a key, in the body or as HTTP Basic, and opens the same door', async () => {
    const { id, token } = await issued();
    expect(await me(token)).toMatchObject({ status: 200, body: { id, agencyId: AGENCY } });
    const key = clientOf(await office.identities.key(AGENCY, ['clerk']));
    const basic = `Basic ${Buffer.from(`${key.id}:${key.secret}`).toString('base64')}`;
    const answer = await form({ grant_type: 'client_credentials' }, { authorization: basic });
    expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 300 } });
  });

  it('is not issued for a wrong secret, nor under another grant', async () => {
    const { id } = clientOf(await office.identities.key(AGENCY, ['clerk']));
    const wrong = await form({ grant_type: 'client_credentials', client_id: id, client_secret: 'x'.repeat(43) });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    const other = await form({ grant_type: 'password', client_id: id, client_secret: 'x' });
    expect(other).toMatchObject({ status: 400, body: { code: 'invalid-body', errors: [{ field: 'grant_type' }] } });
  });

  it('dies with its key at the next write', async () => {
    const { id, token } = await issued();
    await office.identities.run('update api_key set revoked_at = now() where id = $1', [id]);
    const software = office.anonymous.with({ authorization: `Bearer ${token}` });
    expect((await software.post('/auth/logout', {})).status).toBe(401);
  });
});

describe('the session of a person', () => {
  it('opens the door, and writes from our own pages only', async () => {
    const person = await office.asPerson(AGENCY, 'clerk');
    expect(await person.get('/auth/me')).toMatchObject({ status: 200, body: { kind: 'person', agencyId: AGENCY } });
    for (const origin of ['https://elsewhere.example', 'null', '']) {
      const answer = await person.post('/auth/logout', {}, { origin });
      expect(answer).toMatchObject({ status: 403, body: { code: 'origin-refused' } });
    }
  });

  it('ends at once when the person signs out', async () => {
    const person = await office.asPerson(AGENCY, 'clerk');
    expect((await person.post('/auth/logout', {})).status).toBe(204);
    expect((await person.get('/auth/me')).status).toBe(401);
  });

  it('ends when the rights of its account change', async () => {
    const person = await office.asPerson(AGENCY, 'clerk');
    const id = ((await person.get('/auth/me')).body as { id: string }).id;
    await office.identities.run('update account set authz_version = 2 where id = $1', [id]);
    expect((await person.post('/auth/logout', {})).status).toBe(401);
  });

  it('is not opened by a made-up cookie', async () => {
    const cookie = `lt_session=${'A'.repeat(43)}`;
    expect((await office.anonymous.with({ cookie }).get('/auth/me')).status).toBe(401);
  });

  it('does not make good a credential that is wrong', async () => {
    const person = await office.asPerson(AGENCY, 'clerk');
    expect((await person.with({ authorization: 'Bearer lt_wrong' }).get('/auth/me')).status).toBe(401);
  });
});

describe('signing in without a provider', () => {
  it('says that none is configured', async () => {
    for (const path of ['/auth/login', '/auth/callback?code=x&state=y']) {
      const answer = await office.anonymous.get(path);
      expect(answer).toMatchObject({ status: 404, body: { code: 'sign-in-not-configured' } });
    }
  });
});
