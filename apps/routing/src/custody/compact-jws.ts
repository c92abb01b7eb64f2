/**
 * Reading a compact JWS before anything of it is believed. Not by jose, which checks the signature (ed25519.ts): its decoders take
 * several texts for one signature and pass over a byte-order mark, and the text is what the next receipt names.
 */
import { KEY_PROOF_TYP, RECEIPT_ALG, RECEIPT_TYP, keyProofClaimsSchema, receiptClaimsSchema } from '@lien-thong/domain';
import type { KeyProofClaims, ReceiptClaims } from '@lien-thong/domain';
import { z } from 'zod';

export interface Unverified<Claims> {
  readonly kid: string;
  readonly claims: Claims;
}

const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

const headerSchema = (typ: string) =>
  z.strictObject({ alg: z.literal(RECEIPT_ALG), typ: z.literal(typ), kid: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/) });

/** One text for one value: unused bits of the last letter are zero, so that no other text passes for the same signature. */
function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}

function jsonOf(part: string | undefined): unknown {
  // A decoder that skips what is no UTF-8 would read one text where the signer wrote another.
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(part ?? '', 'base64url'));
  return JSON.parse(text);
}

function read<Schema extends z.ZodType>(jws: string, typ: string, schema: Schema): Unverified<z.infer<Schema>> | null {
  if (!COMPACT.test(jws) || !jws.split('.').every(isCanonical)) return null;
  const [head, body] = jws.split('.');
  try {
    const header = headerSchema(typ).safeParse(jsonOf(head));
    const claims = schema.safeParse(jsonOf(body));
    return header.success && claims.success ? { kid: header.data.kid, claims: claims.data } : null;
  } catch {
    // No UTF-8, or no JSON: nothing was claimed.
    return null;
  }
}

/** What a receipt claims; null for what is none: cut short, of another type or algorithm, with a claim too many or too few. */
export function readReceiptClaims(jws: string): Unverified<ReceiptClaims> | null {
  return read(jws, RECEIPT_TYP, receiptClaimsSchema);
}

/** What whoever registers a key claims; null as above. */
export function readKeyProof(jws: string): Unverified<KeyProofClaims> | null {
  return read(jws, KEY_PROOF_TYP, keyProofClaimsSchema);
}
