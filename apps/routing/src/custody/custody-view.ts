/** Receipts, keys and evidence as they are shown. */
import {
  PHASES,
  RECEIPT_KINDS,
  digestSchema,
  instantSchema,
  receiptClaimsSchema,
  rulesSourceSchema,
} from '@lien-thong/domain';
import type { DossierFile } from '@lien-thong/domain';
import { z } from 'zod';
import type { AgencyKey } from '../store/agency-keys.js';
import { jwkOf } from './ed25519.js';
import { journalledEventSchema } from './journalled-event.js';

export const receiptHeadSchema = z
  .strictObject({
    dossierId: z.uuid(),
    code: z.string(),
    attempt: z.int().describe('Transfers begun so far; an offer names the next'),
    position: z.strictObject({ seq: z.int(), hash: digestSchema }),
    previous: digestSchema.nullable().describe('SHA-256 of the newest receipt'),
    documents: z.array(digestSchema).readonly(),
  })
  .meta({ id: 'CustodyHead', description: 'Biên nhận kế tiếp phải nêu · what the next receipt must name' });

export const receiptSchema = z
  .strictObject({
    seq: z.int().describe('Place of the fact it proves'),
    kind: z.enum(RECEIPT_KINDS),
    kid: z.string(),
    digest: digestSchema,
    claims: receiptClaimsSchema,
    jws: z.string().describe('Compact JWS (RFC 7515), Ed25519 (RFC 8037)'),
  })
  .meta({ id: 'Receipt' });

export const receiptsSchema = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    at: instantSchema.describe('Domain time: what `iat` of a receipt is held against'),
    phase: z.enum(PHASES),
    head: receiptHeadSchema,
    receipts: z.array(receiptSchema).readonly(),
  })
  .meta({ id: 'Receipts' });
export type ReceiptsView = z.infer<typeof receiptsSchema>;

const jwkSchema = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

export const keySchema = z
  .strictObject({
    kid: z.string().describe('JWK thumbprint (RFC 7638)'),
    agencyId: z.string(),
    heldBy: z.enum(['agency', 'hub']).describe('`hub`: the service signs for the agency and names the person'),
    jwk: jwkSchema,
    validFrom: instantSchema,
    validTo: instantSchema.nullable(),
    rotatedAt: instantSchema.nullable(),
    revokedAt: instantSchema.nullable(),
  })
  .meta({ id: 'AgencyKey' });
export type KeyView = z.infer<typeof keySchema>;

export const keysSchema = z
  .strictObject({
    keys: z.array(keySchema).readonly(),
    hub: z
      .strictObject({ kid: z.string(), jwk: jwkSchema })
      .describe('Khóa niêm phong hồ sơ chứng cứ · the key exported evidence is sealed with'),
  })
  .meta({ id: 'AgencyKeys' });

export const registrationSchema = z
  .strictObject({
    proof: z
      .string()
      .max(4_000)
      .describe('Compact JWS with typ lien-thong-key+jwt: {iss, jwk, exp, iat}, signed with the very key it names'),
  })
  .meta({ id: 'KeyRegistration' });

export const revocationSchema = z
  .strictObject({ reason: z.enum(['compromised', 'lost', 'superseded', 'ceased']) })
  .meta({ id: 'KeyRevocation' });

/** Clocks and segments are compared with what the fold gives, member by member. */
const folded = z.array(z.looseObject({})).readonly();

export const evidenceSchema = z
  .strictObject({
    format: z.literal('lien-thong-evidence/1'),
    dossier: z.strictObject({ id: z.uuid(), code: z.string(), seq: z.int(), hash: digestSchema }),
    journal: z.array(journalledEventSchema).readonly(),
    receipts: z.array(z.strictObject({ seq: z.int(), jws: z.string() })).readonly(),
    keys: z.array(keySchema).readonly(),
    rules: rulesSourceSchema,
    clocks: folded,
    segments: folded,
    exportedAt: instantSchema,
    hub: jwkSchema,
    seal: z.string().describe('JWS over the SHA-256 of the canonical JSON (RFC 8785) of everything else'),
  })
  .meta({ id: 'Evidence' });
export type EvidenceView = Omit<z.infer<typeof evidenceSchema>, 'clocks' | 'segments'> &
  Pick<DossierFile, 'clocks' | 'segments'>;

export function keyView({ kid, agencyId, heldBy, x, validFrom, validTo, rotatedAt, revokedAt }: AgencyKey): KeyView {
  return { kid, agencyId, heldBy, jwk: jwkOf(x), validFrom, validTo, rotatedAt, revokedAt };
}
