/** Ed25519 keys as their 32-byte halves, and compact JWS by them (RFC 8037, RFC 7515). */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { RECEIPT_ALG } from '@lien-thong/domain';
import { CompactSign, calculateJwkThumbprint, compactVerify, errors } from 'jose';

/** What stands before the seed in PKCS #8 (RFC 8410 §7): a JWK would want the public half beside it. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

export interface SigningKey {
  readonly kid: string;
  readonly jwk: PublicJwk;
  readonly key: KeyObject;
}

/** A new key with the seed it can be made of again. */
export async function newKey(): Promise<SigningKey & { readonly seed: Buffer }> {
  const { d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const seed = Buffer.from(d, 'base64url');
  return { ...(await signingKeyOf(seed)), seed };
}

/** The key a 32-byte seed stands for. Its `kid` is the JWK thumbprint (RFC 7638). */
export async function signingKeyOf(seed: Buffer): Promise<SigningKey> {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const jwk = jwkOf(x);
  return { kid: await kidOf(jwk), jwk, key };
}

export function jwkOf(x: string): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x };
}

export function kidOf(jwk: PublicJwk): Promise<string> {
  return calculateJwkThumbprint({ ...jwk });
}

/** Signs a payload; the type of what is signed stands in the protected header, so that one kind is never taken for another. */
export function signed(payload: object, { kid, key }: SigningKey, typ: string): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: RECEIPT_ALG, typ, kid })
    .sign(key);
}

/** Whether the compact JWS is of that type and signed by that key. Rejects only for faults of the platform. */
export async function isSignedBy(jws: string, x: string, typ: string): Promise<boolean> {
  try {
    const { protectedHeader } = await compactVerify(jws, createPublicKey({ key: { ...jwkOf(x) }, format: 'jwk' }), {
      algorithms: [RECEIPT_ALG],
    });
    return protectedHeader.typ === typ;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

/** What the next receipt names as `previous`: SHA-256 (hex) of the compact text. */
export function digestOf(jws: string): string {
  return createHash('sha256').update(jws).digest('hex');
}
