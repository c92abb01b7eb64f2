/** The key registry: registered with proof of possession, rotated, expired, revoked; what ended signs no more and stays checkable. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { DONG_HAI, HAI_AN, act, open } from '../dossier-steps.js';
import type { HttpCaller } from '../http-caller.js';
import { Signer, actSigned, receiptsOf, seconds } from './signer.js';

let office: TestApp;
let receiving: HttpCaller;
let competent: HttpCaller;
const KEYS = `/v1/agencies/${DONG_HAI}/keys`;

beforeAll(async () => {
  office = await startApp();
  [receiving, competent] = [await office.as(HAI_AN), await office.as(DONG_HAI)];
}, 120_000);
afterAll(async () => {
  await office.close();
});

const register = (proof: string, caller = competent, path = KEYS) => caller.post(path, { proof });

const delivery = { type: 'confirmDelivery' };

describe('the registration of a key', () => {
  it('is refused without proof that its private half is held', async () => {
    const [mine, other] = [new Signer(DONG_HAI), new Signer(DONG_HAI)];
    const at = await office.now();
    const claims = { iss: DONG_HAI, jwk: mine.jwk, exp: null, iat: seconds(at) };
    const typ = 'lien-thong-key+jwt';
    const cases: readonly (readonly [string, string])[] = [
      ['malformed', 'no proof at all'],
      ['malformed', mine.jws(claims)],
      ['signature', other.jws(claims, { typ, kid: mine.kid })],
      ['signature', mine.jws(claims, { typ, kid: other.kid })],
      ['agency', mine.proof(at, { iss: HAI_AN })],
      ['time', mine.proof(at, { iat: seconds(at) - 3_600 })],
      ['time', mine.proof(at, { iat: seconds(at) + 3_600 })],
      ['time', mine.proof(at, { exp: seconds(at) - 1 })],
    ];
    for (const [because, proof] of cases) {
      const answer = await register(proof);
      expect(answer).toMatchObject({ status: 422, body: { code: 'key-proof-invalid', facts: { because } } });
    }
    expect(await competent.get(KEYS)).toMatchObject({ body: { keys: [] } });
  });

  it('is for the agency itself, and for nobody else', async () => {
    const proof = new Signer(DONG_HAI).proof(await office.now());
    expect(await register(proof, receiving)).toMatchObject({ status: 403, body: { code: 'actor-not-entitled' } });
    const auditor = await office.as(DONG_HAI, 'auditor');
    expect(await register(proof, auditor)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('cannot be of a key that another agency has registered', async () => {
    const shared = new Signer(HAI_AN);
    await shared.register(receiving, await office.now());
    const again = shared.proof(await office.now(), { iss: DONG_HAI });
    expect(await register(again)).toMatchObject({ status: 409, body: { code: 'key-registered-elsewhere' } });
    const { jwk, kid } = shared;
    expect(await receiving.get(`/v1/agencies/${HAI_AN}/keys`)).toMatchObject({
      body: { keys: [{ kid, jwk, heldBy: 'agency', rotatedAt: null }] },
    });
  });

  it('is refused under an address that no agency, no key and no dossier can have', async () => {
    for (const path of ['/v1/agencies/A!/keys', '/v1/dossiers/a_b/receipts', '/v1/dossiers/a_b/evidence']) {
      expect(await competent.get(path)).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
    }
    const proof = new Signer(DONG_HAI).proof(await office.now());
    for (const path of ['/v1/agencies/A!/keys', `${KEYS}/a!/revoke`]) {
      const body = path.endsWith('revoke') ? { reason: 'lost' } : { proof };
      expect(await competent.post(path, body)).toMatchObject({ status: 400, body: { code: 'invalid-query' } });
    }
  });

  it('shows the public half and never the private one, also of keys the hub holds', async () => {
    const listed = await competent.get(`/v1/agencies/${HAI_AN}/keys`);
    expect(listed.text).not.toMatch(/"d"|wrapped|secret/);
  });
});

describe('a key that has ended', () => {
  const [first, second] = [new Signer(DONG_HAI), new Signer(DONG_HAI)];

  it('was rotated: it signs no more, the new one does, and what it signed stays checkable', async () => {
    await first.register(competent, await office.now());
    const code = await offeredSigned(first);
    await second.register(competent, await office.now());
    const old = await actSigned(competent, code, { signer: first, body: { type: 'acceptTransfer' } });
    expect(old).toMatchObject({ status: 422, body: { code: 'receipt-key-rotated', facts: { kid: first.kid } } });
    const taken = await actSigned(competent, code, { signer: second, body: { type: 'acceptTransfer' } });
    expect(taken).toMatchObject({ status: 200 });
    const { keys } = (await receiving.get(KEYS)).body as { keys: { kid: string; rotatedAt: string | null }[] };
    expect(keys.filter(({ kid }) => kid === first.kid)).toMatchObject([{ rotatedAt: expect.any(String) }]);
    expect(keys.filter(({ kid }) => kid === second.kid)).toMatchObject([{ rotatedAt: null }]);
    const { receipts } = await receiptsOf(receiving, code);
    expect(receipts.map(({ kid }) => kid).slice(1)).toEqual([first.kid, second.kid]);
  });

  it('does not come back by being registered again', async () => {
    expect(await register(first.proof(await office.now()))).toMatchObject({
      status: 201,
      body: { rotatedAt: expect.any(String) },
    });
    const code = await sent();
    const old = await actSigned(competent, code, { signer: first, body: delivery });
    expect(old).toMatchObject({ body: { code: 'receipt-key-rotated' } });
  });

  it('was revoked: it signs no more, at once, whatever date the receipt bears', async () => {
    const code = await sent();
    const revoke = (caller = competent, kid = second.kid) =>
      caller.post(`${KEYS}/${kid}/revoke`, { reason: 'compromised' });
    expect(await revoke(receiving)).toMatchObject({ status: 403, body: { code: 'actor-not-entitled' } });
    expect(await revoke(competent, 'nobody')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await revoke()).toMatchObject({ status: 200, body: { kid: second.kid, revokedAt: expect.any(String) } });
    expect(await revoke()).toMatchObject({ status: 200 });
    const dead = await actSigned(competent, code, { signer: second, body: delivery });
    expect(dead).toMatchObject({ status: 422, body: { code: 'receipt-key-revoked' } });
  });

  it('leaves no way around it: without a key of its own that is in force the agency moves nothing', async () => {
    const code = await sent();
    expect(await act(competent, code, delivery)).toMatchObject({ status: 422, body: { code: 'receipt-required' } });
  });

  it('has expired', async () => {
    const third = new Signer(DONG_HAI);
    const at = await office.now();
    await third.register(competent, at, { exp: seconds(at) + 1_800 });
    const code = await sent();
    await office.goOnTo(new Date(Date.parse(at) + 3_600_000).toISOString());
    const late = await actSigned(competent, code, { signer: third, body: delivery });
    expect(late).toMatchObject({ status: 422, body: { code: 'receipt-key-expired' } });
    const backdated = { iat: seconds(at) + 1_700 };
    const sly = await actSigned(competent, code, { signer: third, body: delivery, changes: backdated });
    expect(sly).toMatchObject({ status: 422, body: { code: 'receipt-key-expired' } });
  });

  const sender = new Signer(HAI_AN);
  let senderKnown = false;
  /** The sending agency may have registered a key of its own above. */
  async function sent(): Promise<string> {
    if (!senderKnown) await sender.register(receiving, await office.now());
    senderKnown = true;
    const { code } = await open(receiving);
    const body = { type: 'transfer', copy: 'electronic' };
    expect(await actSigned(receiving, code, { signer: sender, body })).toMatchObject({ status: 200 });
    return code;
  }

  async function offeredSigned(signer: Signer): Promise<string> {
    const code = await sent();
    expect(await actSigned(competent, code, { signer, body: delivery })).toMatchObject({ status: 200 });
    return code;
  }
});
