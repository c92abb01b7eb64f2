/** Receipts: what an agency states, under its signature, when custody moves. Runs in the browser and in Node alike. */
import { RECEIPT_ALG, RECEIPT_TYP, attemptOf, receiptKindOfCommand } from '@lien-thong/domain/custody';
import type { WrittenReceiptClaims } from '@lien-thong/domain';
import type { CommandNamed } from '@lien-thong/domain/custody';
import { CompactSign, compactVerify, importJWK } from 'jose';
import type { CustodyHead } from '../api/schemas.generated.js';
import type { PublicReceiptKey, ReceiptKey } from './keys.js';

/** The payload of a receipt, as it goes over the wire. Instants are RFC 3339 in UTC with milliseconds; `iat` is in seconds. */
export type ReceiptClaims = WrittenReceiptClaims;

export interface ReceiptStatement {
  readonly command: CommandNamed & { readonly occurredAt?: string | undefined };
  /** Where the custody of the dossier stands: `head` of GET /v1/dossiers/{code}/receipts. */
  readonly head: CustodyHead;
  readonly agencyId: string;
  /** Domain time: the `at` of the same answer, or the agency's own clock where it is exact. */
  readonly now: string;
}

/** The statement an act calls for; null when it moves no custody and needs none. Every call makes another `jti`. */
export function receiptClaimsFor({ command, head, agencyId, now }: ReceiptStatement): ReceiptClaims | null {
  const kind = receiptKindOfCommand(command);
  if (kind === null) return null;
  return {
    iss: agencyId,
    sub: head.dossierId,
    kind,
    code: head.code,
    attempt: attemptOf(kind, head.attempt),
    position: { seq: head.position.seq, hash: head.position.hash },
    previous: head.previous,
    documents: [...head.documents],
    officer: null,
    occurredAt: command.occurredAt ?? now,
    iat: Math.floor(Date.parse(now) / 1_000),
    jti: globalThis.crypto.randomUUID(),
  };
}

/** The receipt as it is sent: a compact JWS (RFC 7515), Ed25519 (RFC 8037). */
export function signReceipt(claims: ReceiptClaims, key: ReceiptKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: RECEIPT_ALG, typ: RECEIPT_TYP, kid: key.kid })
    .sign(key.signer);
}

/** What the next receipt of the dossier names as `previous`: SHA-256 (hex) of the compact text. */
export async function receiptDigest(jws: string): Promise<string> {
  const hash = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(jws));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Thrown for a receipt that is not what it claims to be; `message` says in which respect, in English. */
export class ReceiptForged extends Error {
  override readonly name = 'ReceiptForged';
}

/**
 * The claims of a receipt that this public key signed. Throws ReceiptForged for another key, algorithm or type, and for anything
 * that is no receipt; whether the key was valid then is for the caller to ask.
 */
export async function verifyReceipt(jws: string, publicKey: PublicReceiptKey): Promise<ReceiptClaims> {
  const { kty, crv, x } = publicKey;
  try {
    const key = await importJWK({ kty, crv, x }, RECEIPT_ALG);
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: [RECEIPT_ALG] });
    if (protectedHeader.typ !== RECEIPT_TYP) throw new ReceiptForged(`typ ${String(protectedHeader.typ)}`);
    return JSON.parse(new TextDecoder().decode(payload)) as ReceiptClaims;
  } catch (error) {
    if (error instanceof ReceiptForged) throw error;
    throw new ReceiptForged(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
