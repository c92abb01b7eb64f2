/** Forged tokens. Each differs in one thing from the one that opens the door. */
import { createHmac, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, exportJWK } from 'jose';
import type { JWTHeaderParameters } from 'jose';
import { tokenKeyOf } from '../src/runtime/keys.js';
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

describe('an access token made by somebody else', () => {
  const ORIGIN = 'http://127.0.0.1:8080';
  const stranger = generateKeyPairSync('ed25519');
  let subject = '';
  const ours = () => tokenKeyOf(office.env);
  const HEADER = { alg: 'EdDSA', typ: 'at+jwt' };
  const unending = (header: JWTHeaderParameters = HEADER) =>
    new SignJWT({})
      .setProtectedHeader(header)
      .setIssuer(ORIGIN)
      .setAudience(ORIGIN)
      .setSubject(subject)
      .setJti(randomUUID())
      .setIssuedAt();
  const jwt = (header?: JWTHeaderParameters) => unending(header).setExpirationTime('5m');

  beforeAll(async () => {
    subject = clientOf(await office.identities.key(AGENCY, ['clerk'])).id;
  });

  it('would open the door if nothing were wrong with it', async () => {
    expect((await me(await jwt().sign(ours()))).status).toBe(200);
  });

  const unsigned = (alg: string): string => {
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: ORIGIN, aud: ORIGIN, sub: subject, jti: 'x', iat: now, exp: now + 300 };
    return `${encode({ ...HEADER, alg })}.${encode(claims)}`;
  };
  const hmacWith = (secret: string | Buffer): string => {
    const text = unsigned('HS256');
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const publicKey = (): string => createPublicKey(ours()).export({ type: 'spki', format: 'pem' }).toString();

  const attacks: readonly (readonly [string, () => Promise<string> | string])[] = [
    ['has no signature (alg none)', () => `${unsigned('none')}.`],
    ['is signed with our public key as an HMAC secret', () => hmacWith(publicKey())],
    ['is signed with nothing as an HMAC secret', () => hmacWith('')],
    ['is signed by another key', () => jwt().sign(stranger.privateKey)],
    [
      'brings its own key along',
      async () => jwt({ ...HEADER, jwk: await exportJWK(stranger.publicKey) }).sign(stranger.privateKey),
    ],
    ['names its key by a path', () => jwt({ ...HEADER, kid: '../../dev/null' }).sign(stranger.privateKey)],
    ['is for another audience', () => jwt().setAudience('https://elsewhere.example').sign(ours())],
    ['is from another issuer', () => jwt().setIssuer('https://elsewhere.example').sign(ours())],
    ['is of another type', () => jwt({ alg: 'EdDSA', typ: 'JWT' }).sign(ours())],
    ['has no type', () => jwt({ alg: 'EdDSA' }).sign(ours())],
    ['has run out', () => jwt().setExpirationTime('-1m').sign(ours())],
    ['never runs out', () => unending().sign(ours())],
    ['was issued longer ago than a token lives', () => jwt().setIssuedAt('-1h').sign(ours())],
    ['begins later', () => jwt().setNotBefore('1h').sign(ours())],
    ['names a key nobody has', () => jwt().setSubject('nobody').sign(ours())],
    [
      'asks for an extension that must be understood',
      () => jwt({ ...HEADER, crit: ['x'], x: 1 }).sign(ours(), { crit: { x: true } }),
    ],
  ];

  it.each(attacks)('is refused when it %s', async (_, forge) => {
    expect(await me(await forge())).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('is refused with its signature cut, changed, or of other claims', async () => {
    const [head = '', claims = '', signature = ''] = (await jwt().sign(ours())).split('.');
    const [, otherClaims = ''] = (await jwt().setSubject('somebody-else').sign(ours())).split('.');
    const forged = [
      `${head}.${claims}.`,
      `${head}.${claims}`,
      `${head}.${claims}.${signature.slice(2)}`,
      `${head}.${otherClaims}.${signature}`,
    ];
    for (const token of forged) expect((await me(token)).status).toBe(401);
  });
});
