/** What an agency states, under its signature, when custody of a dossier or of its result moves (DESIGN §5, custody). */
import { z } from 'zod';
import { agencyIdSchema, dossierIdSchema, officerIdSchema } from '../kernel/ids.js';
import { instantSchema } from '../time/instant.js';
import { RECEIPT_KINDS } from './receipt-of.js';

/** SHA-256, hex. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** Seconds since 1970-01-01T00:00Z of domain time (RFC 7519 NumericDate). */
const seconds = z.int().min(0).max(253_402_300_799);

/** A place in the journal of the dossier: number and hash of an event. */
export const journalPositionSchema = z.strictObject({ seq: z.int().min(1), hash: digestSchema });
export type JournalPosition = z.infer<typeof journalPositionSchema>;

/** The payload of a receipt. No personal data: of a person his officer id only (law 11). */
export const receiptClaimsSchema = z.strictObject({
  /** The agency that states it. */
  iss: agencyIdSchema,
  sub: dossierIdSchema,
  kind: z.enum(RECEIPT_KINDS),
  code: z.string().min(1).max(60),
  /** Which transfer it belongs to; 0 where nothing was ever transferred. */
  attempt: z.int().min(0),
  /** What the signer saw: the head of the journal before its act, or, signed by the hub, the fact itself. */
  position: journalPositionSchema,
  /** SHA-256 (hex) of the compact text of the dossier's receipt before this one; null for its first. */
  previous: digestSchema.nullable(),
  /** SHA-256 (hex) of the documents known at that position, sorted, each once. */
  documents: z.array(digestSchema).max(2_000),
  /** The person, where the hub signs for an agency without a key of its own. */
  officer: officerIdSchema.nullable(),
  occurredAt: instantSchema,
  iat: seconds,
  jti: z.uuid(),
});
export type ReceiptClaims = z.infer<typeof receiptClaimsSchema>;
/** The same as it goes over the wire, before it was read: an id is any text. */
export type WrittenReceiptClaims = z.input<typeof receiptClaimsSchema>;

/** What an agency states of a key it registers, signed with that very key. */
export const keyProofClaimsSchema = z.strictObject({
  iss: agencyIdSchema,
  /** Public half: an Ed25519 key of RFC 8037. */
  jwk: z.strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  }),
  /** Last second it may be used; null for a key without an end. */
  exp: seconds.nullable(),
  iat: seconds,
});
export type KeyProofClaims = z.infer<typeof keyProofClaimsSchema>;
