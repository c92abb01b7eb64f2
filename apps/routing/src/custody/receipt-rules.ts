/** The rules a receipt is held against, each a pure function: a refusal, or null. */
import { RECEIPT_SKEW_SECONDS, attemptOf, codesAt, refuse } from '@lien-thong/domain';
import type { ReceiptClaims, Refusal } from '@lien-thong/domain';
import type { AgencyKey } from '../store/agency-keys.js';
import { headOf } from './custody-reading.js';
import type { Custody } from './custody-reading.js';
import { secondsOf } from './seconds.js';

/** Whether the key may still sign. A key that has ended signs nothing more, whatever date the receipt bears. */
export function againstKey(key: AgencyKey, { iat }: ReceiptClaims, now: number): Refusal | null {
  const { kid, revokedAt, rotatedAt, validTo, validFrom } = key;
  if (revokedAt !== null) return refuse('receipt-key-revoked', { kid, revokedAt });
  if (rotatedAt !== null) return refuse('receipt-key-rotated', { kid, rotatedAt });
  const latest = Math.max(iat, now);
  if (validTo !== null && latest > secondsOf(validTo)) return refuse('receipt-key-expired', { kid, validTo });
  if (iat + RECEIPT_SKEW_SECONDS < secondsOf(validFrom))
    return refuse('receipt-from-past', { iat, notBefore: validFrom });
  return iat > now + RECEIPT_SKEW_SECONDS ? refuse('receipt-from-future', { iat, now }) : null;
}

/** What the act itself says: a receipt of somebody else, or of something else, is foreign to it. */
export function againstClaims(
  claims: ReceiptClaims,
  said: Pick<ReceiptClaims, 'iss' | 'sub' | 'kind'> & { readonly occurredAt?: string; readonly keyOf: string },
): Refusal | null {
  if (claims.iss !== said.iss || said.keyOf !== said.iss) return refuse('receipt-foreign', { field: 'iss' });
  if (claims.sub !== said.sub) return refuse('receipt-foreign', { field: 'sub' });
  if (claims.kind !== said.kind) return refuse('receipt-foreign', { field: 'kind', expected: said.kind });
  if (said.occurredAt !== undefined && claims.occurredAt !== said.occurredAt) {
    return refuse('receipt-foreign', { field: 'occurredAt' });
  }
  return null;
}

/** The journal as it stands: replayed, overtaken, dated before what it names, or about something else. */
export function againstPlace(claims: ReceiptClaims, custody: Custody, now: number): Refusal | null {
  if (custody.receipts.some(({ jti }) => jti === claims.jti)) return refuse('receipt-replayed', { jti: claims.jti });
  const head = headOf(custody);
  const { seq, hash } = head.position;
  if (claims.position.seq !== seq || claims.position.hash !== hash || claims.previous !== head.previous) {
    return refuse('receipt-stale', { headSeq: seq, headHash: hash, previous: head.previous });
  }
  const known = custody.journal.at(-1)?.recordedAt;
  if (known !== undefined && claims.iat + RECEIPT_SKEW_SECONDS < secondsOf(known)) {
    return refuse('receipt-from-past', { iat: claims.iat, now, notBefore: known });
  }
  if (claims.attempt !== attemptOf(claims.kind, head.attempt)) return refuse('receipt-foreign', { field: 'attempt' });
  if (!codesAt(custody.journal).includes(claims.code)) return refuse('receipt-foreign', { field: 'code' });
  if (claims.documents.join() !== head.documents.join()) return refuse('receipt-foreign', { field: 'documents' });
  return null;
}
