/** An agency's own signing, done by node:crypto alone: nothing of the service or its client helps here. */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Answer } from '../answer.js';
import type { HttpCaller } from '../http-caller.js';

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export interface Head {
  readonly dossierId: string;
  readonly code: string;
  readonly attempt: number;
  readonly position: { readonly seq: number; readonly hash: string };
  readonly previous: string | null;
  readonly documents: readonly string[];
}

export interface ReceiptsBody {
  readonly at: string;
  readonly version: number;
  readonly head: Head;
  readonly receipts: readonly {
    readonly seq: number;
    readonly kind: string;
    readonly kid: string;
    readonly digest: string;
    readonly jws: string;
    readonly claims: Readonly<Record<string, unknown>>;
  }[];
}

export type Claims = Record<string, unknown>;

/** A key pair and what it signs. */
export class Signer {
  readonly jwk: { readonly crv: 'Ed25519'; readonly kty: 'OKP'; readonly x: string };
  readonly kid: string;
  private readonly privateKey: KeyObject;

  constructor(readonly agencyId: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.privateKey = privateKey;
    const { x = '' } = publicKey.export({ format: 'jwk' });
    this.jwk = { crv: 'Ed25519', kty: 'OKP', x };
    // RFC 7638: members in the order of their names, no spaces.
    this.kid = createHash('sha256').update(JSON.stringify(this.jwk)).digest('base64url');
  }

  jws(claims: object, header: object = {}): string {
    const text = `${base64url({ alg: 'EdDSA', typ: 'lien-thong-receipt+jwt', kid: this.kid, ...header })}.${base64url(claims)}`;
    return `${text}.${sign(null, Buffer.from(text), this.privateKey).toString('base64url')}`;
  }

  proof(at: string, changes: Claims = {}): string {
    const claims = { iss: this.agencyId, jwk: this.jwk, exp: null, iat: seconds(at), ...changes };
    return this.jws(claims, { typ: 'lien-thong-key+jwt' });
  }

  /** Registers the key for its agency. */
  async register(caller: HttpCaller, at: string, changes: Claims = {}): Promise<void> {
    const body = { proof: this.proof(at, changes) };
    expect(await caller.post(`/v1/agencies/${this.agencyId}/keys`, body)).toMatchObject({ status: 201 });
  }

  claims(kind: string, { at, head }: ReceiptsBody, changes: Claims = {}): Claims {
    return {
      ...{ iss: this.agencyId, sub: head.dossierId, kind, code: head.code },
      attempt: kind === 'offer' ? head.attempt + 1 : head.attempt,
      ...{ position: head.position, previous: head.previous, documents: head.documents, officer: null },
      ...{ occurredAt: at, iat: seconds(at), jti: randomUUID() },
      ...changes,
    };
  }
}

export const seconds = (at: string): number => Math.floor(Date.parse(at) / 1_000);

export const KIND_OF: Readonly<Record<string, string>> = {
  transfer: 'offer',
  redirectTransfer: 'offer',
  confirmDelivery: 'delivery',
  acceptTransfer: 'acceptance',
  refuseTransfer: 'refusal',
  dispatchResult: 'result',
  confirmResultArrival: 'arrival',
  returnResult: 'return',
};

export async function receiptsOf(caller: HttpCaller, code: string): Promise<ReceiptsBody> {
  const answer = await caller.get(`/v1/dossiers/${code}/receipts`);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as ReceiptsBody;
}

/** Sends an act with its receipt. */
export async function actSigned(
  caller: HttpCaller,
  code: string,
  {
    signer,
    body,
    changes = {},
  }: { readonly signer: Signer; readonly body: { type: string }; readonly changes?: Claims },
): Promise<Answer> {
  const claims = signer.claims(KIND_OF[body.type] ?? '', await receiptsOf(caller, code), changes);
  return caller.post(`/v1/dossiers/${code}/commands`, { ...body, receipt: signer.jws(claims) });
}
