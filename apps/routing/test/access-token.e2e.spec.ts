/** Forged tokens. Each differs from one that opens the door in what its name says, and in nothing else. */
import { createHmac, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOKEN_LIFE_SECONDS } from '../src/identity/access-token.js';
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

const ORIGIN = 'http://127.0.0.1:8080';
const HEADER = { alg: 'EdDSA', typ: 'at+jwt' };
const stranger = generateKeyPairSync('ed25519');
let subject = '';
beforeAll(async () => {
  subject = clientOf(await office.identities.key(AGENCY, ['clerk'])).id;
});

const ours = () => tokenKeyOf(office.env);
const publicKey = (): KeyObject => createPublicKey(ours());
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const secondsFromNow = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

/** What `AccessTokens` puts into a token; undefined leaves a claim out. */
const claims = (changes: object = {}): object => ({
  ...{ iss: ORIGIN, aud: ORIGIN, sub: subject, client_id: subject, jti: randomUUID() },
  ...{ iat: secondsFromNow(0), exp: secondsFromNow(TOKEN_LIFE_SECONDS) },
  ...changes,
});

interface Change {
  readonly header?: object;
  readonly claims?: object;
  /** In place of an Ed25519 signature by our key. */
  readonly signature?: (text: string) => Buffer;
}

/** Written by hand, so that a library's good manners keep no forgery from being made. */
function token({ header = {}, claims: changed = {}, signature = byKey(ours()) }: Change = {}): string {
  const text = `${encoded({ ...HEADER, ...header })}.${encoded(claims(changed))}`;
  return `${text}.${signature(text).toString('base64url')}`;
}
const byKey = (key: KeyObject) => (text: string) => sign(null, Buffer.from(text), key);
const byHmac = (secret: string | Buffer) => (text: string) => createHmac('sha256', secret).update(text).digest();
const byStranger = byKey(stranger.privateKey);
const jwkOf = (key: KeyObject): object => ({ ...key.export({ format: 'jwk' }) });

describe('an access token made by hand', () => {
  const sound: readonly (readonly [string, () => Change])[] = [
    ['like ours', () => ({})],
    ['with an extension that need not be understood', () => ({ header: { x: 1 } })],
    ['with a key id nobody asks for', () => ({ header: { kid: 'k1' } })],
    ['by a clock that is two seconds ahead', () => ({ claims: { iat: secondsFromNow(2) } })],
  ];

  it.each(sound)('opens the door when it is made %s', async (_, change) => {
    expect((await me(token(change()))).status).toBe(200);
  });

  const attacks: readonly (readonly [string, () => Change])[] = [
    ['says it is signed by nothing, though our signature is on it', () => ({ header: { alg: 'none' } })],
    ['has no signature', () => ({ signature: () => Buffer.alloc(0) })],
    ['says it is signed by nothing, and is', () => ({ header: { alg: 'none' }, signature: () => Buffer.alloc(0) })],
    [
      'is signed with our public key as an HMAC secret',
      () => ({ header: { alg: 'HS256' }, signature: byHmac(publicKey().export({ type: 'spki', format: 'pem' })) }),
    ],
    ['is signed with nothing as an HMAC secret', () => ({ header: { alg: 'HS256' }, signature: byHmac('') })],
    ['names another algorithm of the same curve', () => ({ header: { alg: 'Ed25519' } })],
    ['names no algorithm', () => ({ header: { alg: undefined } })],
    ['is signed by another key', () => ({ signature: byStranger })],
    [
      'is signed by a key it brings along',
      () => ({ header: { jwk: jwkOf(stranger.publicKey) }, signature: byStranger }),
    ],
    ['is signed by a key it names by a path', () => ({ header: { kid: '../../dev/null' }, signature: byStranger })],
    [
      'is signed by a key it names by an address',
      () => ({ header: { jku: 'https://elsewhere.example/keys' }, signature: byStranger }),
    ],
    ['is for another audience', () => ({ claims: { aud: 'https://elsewhere.example' } })],
    ['is for no audience', () => ({ claims: { aud: undefined } })],
    ['is from another issuer', () => ({ claims: { iss: 'https://elsewhere.example' } })],
    ['is from nobody', () => ({ claims: { iss: undefined } })],
    ['is of another type', () => ({ header: { typ: 'JWT' } })],
    ['has no type', () => ({ header: { typ: undefined } })],
    ['has run out', () => ({ claims: { exp: secondsFromNow(-60) } })],
    ['never runs out', () => ({ claims: { exp: undefined } })],
    ['runs out at a time that is a text', () => ({ claims: { exp: String(secondsFromNow(60)) } })],
    ['was issued longer ago than a token lives', () => ({ claims: { iat: secondsFromNow(-TOKEN_LIFE_SECONDS - 60) } })],
    ['is issued tomorrow', () => ({ claims: { iat: secondsFromNow(86_400), exp: secondsFromNow(86_700) } })],
    ['does not say when it was issued', () => ({ claims: { iat: undefined } })],
    ['begins later', () => ({ claims: { nbf: secondsFromNow(3_600) } })],
    ['names a key nobody has', () => ({ claims: { sub: 'nobody' } })],
    ['names no key', () => ({ claims: { sub: undefined } })],
    ['has no id', () => ({ claims: { jti: undefined } })],
    ['asks for an extension that must be understood', () => ({ header: { crit: ['x'], x: 1 } })],
  ];

  it.each(attacks)('is refused when it %s', async (_, change) => {
    expect(await me(token(change()))).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('is refused with its signature cut, changed, doubled, or of other claims', async () => {
    const [head = '', body = '', signature = ''] = token().split('.');
    expect((await me(`${head}.${body}.${signature}`)).status).toBe(200);
    const changed = Buffer.from(signature, 'base64url').map((byte, index) => (index === 0 ? byte ^ 1 : byte));
    const forged = [
      `${head}.${body}`,
      `${head}.${body}.${signature.slice(2)}`,
      `${head}.${body}.${Buffer.from(changed).toString('base64url')}`,
      `${head}.${body}.${signature}.${signature}`,
      `${head}.${encoded(claims({ client_id: 'somebody-else' }))}.${signature}`,
      `${encoded({ ...HEADER, x: 1 })}.${body}.${signature}`,
    ];
    for (const each of forged) expect({ each, status: (await me(each)).status }).toEqual({ each, status: 401 });
  });
});
