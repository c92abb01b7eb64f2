/** The built-in accounts and keys: doors of the demonstration that do not exist anywhere else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';

let office: TestApp;
let production: TestApp;
beforeAll(async () => {
  office = await startApp();
  production = await startApp({ env: { LIENTHONG_PROFILE: 'production' } });
}, 120_000);
afterAll(async () => {
  await office.close();
  await production.close();
});

interface Identities {
  readonly accounts: readonly { id: string; agencyId: string; roles: string[] }[];
  readonly keys: readonly { agencyId: string; key: string }[];
}
const identities = async () => (await office.anonymous.get('/demo/identities')).body as Identities;
const signIn = async (account: string) => {
  const { status, headers } = await office.anonymous.post('/demo/sign-in', { account });
  return { status, cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
};

describe('in the demonstration', () => {
  it('every key that is shown opens the door of its agency', async () => {
    const { keys } = await identities();
    expect(keys.length).toBeGreaterThan(10);
    for (const { agencyId, key } of keys) {
      const { status, body } = await office.anonymous.with({ authorization: `Bearer ${key}` }).get('/auth/me');
      expect({ status, body }).toMatchObject({ status: 200, body: { agencyId } });
    }
  });

  it('somebody signs in as a built-in account, and a supervisor watches over the agencies of his city', async () => {
    const supervisor = (await identities()).accounts.find(
      ({ agencyId, roles }) => agencyId === 'haiphong-supervisor' && roles.includes('supervisor'),
    );
    const { status, cookie } = await signIn(supervisor?.id ?? '');
    expect(status).toBe(204);
    const { body } = await office.anonymous.with({ cookie }).get('/auth/me');
    const { supervises } = body as { supervises: string[] };
    expect(supervises).toEqual(expect.arrayContaining(['haiphong-hai-an', 'haiphong-dong-hai']));
    expect(supervises).not.toContain('danang-hung-son');
  });

  it('nobody signs in as somebody who is not built in', async () => {
    const account = await office.identities.account('haiphong-hai-an', ['clerk']);
    expect((await signIn(account)).status).toBe(401);
    expect((await signIn('nobody')).status).toBe(401);
  });
});

describe('in production', () => {
  it('the clock and the built-in accounts are not there, and their keys open nothing', async () => {
    for (const path of ['/demo/clock', '/demo/identities']) {
      expect((await production.anonymous.get(path)).status).toBe(404);
    }
    const [first] = (await identities()).keys;
    const answer = await production.anonymous.with({ authorization: `Bearer ${first?.key ?? ''}` }).get('/auth/me');
    expect(answer.status).toBe(401);
  });

  it('is ready on the clock of the database', async () => {
    const { status, body } = await production.anonymous.get('/health/ready');
    expect({ status, body }).toMatchObject({ status: 200 });
  });
});
