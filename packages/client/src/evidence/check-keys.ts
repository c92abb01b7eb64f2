/** The keys of the file: each under its own thumbprint (RFC 7638), once, with times that can be read. */
import { createHash } from 'node:crypto';
import type { PublicReceiptKey } from '../receipts/keys.js';
import type { Evidence, EvidenceKey } from './evidence.js';
import { finding } from './finding.js';
import type { EvidenceFinding } from './finding.js';

export function thumbprintOf({ crv, kty, x }: PublicReceiptKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

/** Null when every key is what it says, and every one is used. */
export function checkKeys({ keys }: Evidence, used: ReadonlySet<string>): EvidenceFinding | null {
  const seen = new Set<string>();
  for (const key of keys) {
    const wrong = checkKey(key, seen) ?? (used.has(key.kid) ? null : finding(['key', key.kid, 'row'], [null, key.kid]));
    if (wrong !== null) return wrong;
    seen.add(key.kid);
  }
  return null;
}

function checkKey(key: EvidenceKey, seen: ReadonlySet<string>): EvidenceFinding | null {
  const { kid, jwk, heldBy, validFrom, validTo, rotatedAt, revokedAt } = key;
  const wrong = (field: string, ...[expected, found]: [unknown, unknown]) =>
    finding(['key', kid, field], [expected, found]);
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519') return wrong('jwk', 'OKP Ed25519', `${jwk.kty} ${jwk.crv}`);
  const thumbprint = thumbprintOf(jwk);
  if (kid !== thumbprint) return wrong('kid', thumbprint, kid);
  if (seen.has(kid)) return wrong('row', 'once', 'twice');
  if (heldBy !== 'agency' && heldBy !== 'hub') return wrong('heldBy', 'agency or hub', heldBy);
  const unreadable = [validFrom, validTo, rotatedAt, revokedAt].find(
    (at) => at !== null && Number.isNaN(Date.parse(at)),
  );
  return unreadable === undefined ? null : wrong('validFrom', 'an instant', unreadable);
}
