/** Officers sign in with a real OpenID Connect provider. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAttempt, sealAttempt } from '../src/identity/sign-in-cookie.js';
import { signInKeyOf } from '../src/runtime/keys.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { Browser } from './browser.js';

const AGENCY = '31.11413.ubnd';
const PUBLIC_URL = 'http://127.0.0.1:8080';
const CALLBACK = `${PUBLIC_URL}/auth/callback`;
let provider: ChildProcess;
let office: TestApp;
let issuer = '';

beforeAll(async () => {
  const program = fileURLToPath(new URL('./oidc-provider.mjs', import.meta.url));
  provider = spawn(process.execPath, [program, CALLBACK], { stdio: ['pipe', 'pipe', 'ignore'] });
  if (provider.stdout === null) throw new Error('the provider has no output');
  const [line] = (await once(provider.stdout, 'data')) as [Buffer];
  issuer = line.toString().trim();
  const env = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'lien-thong',
    OIDC_CLIENT_SECRET: 'a-secret-of-the-spec-that-is-long-enough',
  };
  office = await startApp({ seeded: false, env: { ...env, PUBLIC_URL } });
  await office.identities.agency(AGENCY);
});
afterAll(async () => {
  await office.close();
  provider.kill();
});

const officer = async (subject: string, roles: readonly string[] = ['clerk']) => {
  const id = await office.identities.account(AGENCY, roles, subject);
  await office.identities.run('update account set issuer = $2 where id = $1', [id, issuer]);
  return id;
};
/** Goes to the provider and back; the address the provider sent the browser to, on the address the office listens at. */
const toProviderAndBack = async (browser: Browser, subject: string) => {
  const back = await browser.signIn(`${office.url}/auth/login`, { as: subject, until: CALLBACK });
  return back.replace(PUBLIC_URL, office.url);
};
const hostOf = () => new URL(office.url).host;
const callback = (url: string, cookie: string | undefined) =>
  office.anonymous
    .with({ cookie: cookie === undefined ? '' : `lt_sign_in=${cookie}` })
    .get(url.slice(office.url.length));

describe('an officer with an account', () => {
  it('is sent to the provider to sign in', async () => {
    const { status, headers } = await office.anonymous.get('/auth/login');
    expect(status).toBe(302);
    expect(headers.get('location')).toContain('code_challenge_method=S256');
  });

  it('comes back from the provider with a session that no script can read', async () => {
    const id = await officer('anh-clerk');
    const browser = new Browser();
    const { response } = await browser.go(await toProviderAndBack(browser, 'anh-clerk'));
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/');
    expect(response.headers.getSetCookie().join()).toMatch(/lt_session=[^;]+;.*HttpOnly; SameSite=Lax/);
    const { text } = await browser.go(`${office.url}/auth/me`);
    expect(JSON.parse(text)).toMatchObject({ kind: 'person', id, officerId: id, agencyId: AGENCY, roles: ['clerk'] });
  });

  it('does not come in while the account is not active', async () => {
    const id = await officer('blocked');
    await office.identities.run('update account set active = false where id = $1', [id]);
    const browser = new Browser();
    const { response, text } = await browser.go(await toProviderAndBack(browser, 'blocked'));
    expect([response.status, JSON.parse(text)]).toMatchObject([401, { code: 'sign-in-refused' }]);
  });
});

describe('what is not a sign-in', () => {
  const refused = { status: 401, body: { code: 'sign-in-refused' } };

  it('is a person without an account here', async () => {
    const browser = new Browser();
    const back = await toProviderAndBack(browser, 'stranger');
    expect(await callback(back, browser.cookie(hostOf(), 'lt_sign_in'))).toMatchObject(refused);
  });

  it('is a code that was used before, or that another browser began', async () => {
    await officer('twice');
    const browser = new Browser();
    const back = await toProviderAndBack(browser, 'twice');
    const cookie = browser.cookie(hostOf(), 'lt_sign_in');
    const other = new Browser();
    await other.go(`${office.url}/auth/login`);
    expect(await callback(back, undefined)).toMatchObject(refused);
    expect(await callback(back, other.cookie(hostOf(), 'lt_sign_in'))).toMatchObject(refused);
    expect(await callback(back, cookie)).toMatchObject({ status: 302 });
    expect(await callback(back, cookie)).toMatchObject(refused);
  });

  it.each(['nonce', 'verifier', 'state'] as const)('is an answer to another %s', async (part) => {
    await officer(`other-${part}`);
    const browser = new Browser();
    const back = await toProviderAndBack(browser, `other-${part}`);
    const key = signInKeyOf(office.env);
    const attempt = openAttempt(key, browser.cookie(hostOf(), 'lt_sign_in'));
    if (attempt === null) throw new Error('the browser holds no attempt');
    const forged = sealAttempt(key, { ...attempt, [part]: 'x'.repeat(43) });
    expect(await callback(back, forged)).toMatchObject(refused);
  });

  it('is a refusal of the provider', async () => {
    expect(await callback(`${office.url}/auth/callback?error=access_denied&state=x`, undefined)).toMatchObject(refused);
  });
});
