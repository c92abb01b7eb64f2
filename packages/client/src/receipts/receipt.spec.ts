import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CustodyHead } from '../api/schemas.generated.js';
import { makeReceiptKey, receiptKeyOf, signKeyProof } from './keys.js';
import { ReceiptForged, receiptClaimsFor, receiptDigest, signReceipt, verifyReceipt } from './receipt.js';

/** RFC 8037, appendix A. */
const RFC_KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
} as const;

const HEAD: CustodyHead = {
  dossierId: '0193a000-0000-7000-8000-000000000001',
  code: 'H31.1-261122-0001',
  attempt: 1,
  position: { seq: 4, hash: 'ab'.repeat(32) },
  previous: 'cd'.repeat(32),
  documents: ['0c'.repeat(32)],
};
const STATEMENT = { head: HEAD, agencyId: 'haiphong-dong-hai', now: '2026-11-22T01:00:00.500Z' };

function claimsFor(type: string) {
  const claims = receiptClaimsFor({ ...STATEMENT, command: { type } });
  if (claims === null) throw new Error(`${type} needs no receipt`);
  return claims;
}

describe('a key of an agency', () => {
  it('is known by its thumbprint (RFC 8037, A.3)', async () => {
    expect((await receiptKeyOf(RFC_KEY)).kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('is made anew each time, and can be kept as JWK', async () => {
    const [one, other] = [await makeReceiptKey(), await makeReceiptKey()];
    expect(one.x).not.toBe(other.x);
    const again = await receiptKeyOf(JSON.parse(JSON.stringify(one)) as typeof one);
    expect(again.publicKey).toEqual({ kty: 'OKP', crv: 'Ed25519', x: one.x });
  });

  it('proves itself: the registration is signed with it and says whose it is', async () => {
    const key = await receiptKeyOf(RFC_KEY);
    const [head = '', body = ''] = (await signKeyProof({ agencyId: 'a-b', key, now: 7 })).split('.');
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({
      ...{ alg: 'EdDSA', typ: 'lien-thong-key+jwt', kid: key.kid },
    });
    const claims = { iss: 'a-b', jwk: { kty: 'OKP', crv: 'Ed25519', x: RFC_KEY.x }, exp: null, iat: 7 };
    expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toEqual(claims);
  });
});

describe('a receipt', () => {
  it('is called for by acts that move custody only, and names what the service says comes before it', () => {
    expect(receiptClaimsFor({ ...STATEMENT, command: { type: 'decide' } })).toBeNull();
    expect(claimsFor('acceptTransfer')).toMatchObject({
      ...{ iss: 'haiphong-dong-hai', sub: HEAD.dossierId, kind: 'acceptance', attempt: 1, iat: 1_795_309_200 },
      ...{ position: HEAD.position, previous: HEAD.previous, documents: HEAD.documents, officer: null },
    });
    expect(claimsFor('transfer')).toMatchObject({ kind: 'offer', attempt: 2 });
    expect(claimsFor('transfer').jti).not.toBe(claimsFor('transfer').jti);
  });

  it('is signed with plain Ed25519, as any other library checks it', async () => {
    const jws = await signReceipt(claimsFor('acceptTransfer'), await receiptKeyOf(RFC_KEY));
    const [head = '', body = '', signature = ''] = jws.split('.');
    const { d: _, ...jwk } = RFC_KEY;
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    expect(verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('is read back by whoever has the public half, and not with another', async () => {
    const claims = claimsFor('confirmDelivery');
    const jws = await signReceipt(claims, await receiptKeyOf(RFC_KEY));
    expect(await verifyReceipt(jws, RFC_KEY)).toEqual(claims);
    await expect(verifyReceipt(jws, await makeReceiptKey())).rejects.toThrow(ReceiptForged);
    expect(await receiptDigest(jws)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is refused with any bit changed, cut short, or of another type', async () => {
    const key = await receiptKeyOf(RFC_KEY);
    const jws = await signReceipt(claimsFor('confirmDelivery'), key);
    for (let at = 0; at < jws.length - 1; at += 1) {
      if (jws[at] === '.') continue;
      const altered = jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1);
      await expect(verifyReceipt(altered, RFC_KEY)).rejects.toThrow(ReceiptForged);
    }
    for (const other of ['', 'a.b.c', jws.slice(0, -5), await signKeyProof({ agencyId: 'a', key, now: 1 })]) {
      await expect(verifyReceipt(other, RFC_KEY)).rejects.toThrow(ReceiptForged);
    }
  });
});
