/** Ed25519 keys of an agency (RFC 8037): made, read from their JWK, and shown to the hub with proof that the private half is held. */
import { KEY_PROOF_TYP, RECEIPT_ALG } from '@lien-thong/domain/custody';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey } from 'jose';

/** The public half, as RFC 8037 writes it. */
export interface PublicReceiptKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

/** Both halves: whoever has this signs in the agency's name. Keep it in a file of mode 0600, or in a key store. */
export interface PrivateReceiptKey extends PublicReceiptKey {
  readonly d: string;
}

/** A key ready to sign. `kid` is the JWK thumbprint (RFC 7638, SHA-256), under which the hub knows it too. */
export interface ReceiptKey {
  readonly kid: string;
  readonly publicKey: PublicReceiptKey;
  readonly signer: CryptoKey;
}

/** A new key. Nothing is written anywhere: keeping it is up to the caller. */
export async function makeReceiptKey(): Promise<PrivateReceiptKey> {
  const { privateKey } = await generateKeyPair(RECEIPT_ALG, { crv: 'Ed25519', extractable: true });
  const { x, d } = await exportJWK(privateKey);
  if (x === undefined || d === undefined) throw new TypeError('the platform does not export Ed25519 keys');
  return { kty: 'OKP', crv: 'Ed25519', x, d };
}

/** The key of a JWK. Throws TypeError for what is no private Ed25519 key. */
export async function receiptKeyOf({ kty, crv, x, d }: PrivateReceiptKey): Promise<ReceiptKey> {
  const signer = await importJWK({ kty, crv, x, d }, RECEIPT_ALG);
  if (signer instanceof Uint8Array) throw new TypeError('no Ed25519 key');
  const publicKey = { kty, crv, x };
  return { kid: await calculateJwkThumbprint(publicKey), publicKey, signer };
}

export interface KeyProof {
  readonly agencyId: string;
  readonly key: ReceiptKey;
  /** Domain time, seconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** Last second the key may be used; null (default): until it is rotated or revoked. */
  readonly expires?: number | null;
}

/** Body of POST /v1/agencies/{id}/keys (`proof`): the public key, signed with its own private half. */
export function signKeyProof({ agencyId, key, now, expires = null }: KeyProof): Promise<string> {
  const claims = { iss: agencyId, jwk: key.publicKey, exp: expires, iat: now };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: RECEIPT_ALG, typ: KEY_PROOF_TYP, kid: key.kid })
    .sign(key.signer);
}
