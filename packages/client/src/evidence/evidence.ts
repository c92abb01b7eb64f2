/** The file as it is exported (GET /v1/dossiers/{code}/evidence), read without trusting any of it. */
import type { DossierEvent } from '@lien-thong/domain';
import type { PublicReceiptKey } from '../receipts/keys.js';
import { finding } from './finding.js';
import type { EvidenceFinding } from './finding.js';

export const EVIDENCE_FORMAT = 'lien-thong-evidence/1';

export interface EvidenceKey {
  readonly kid: string;
  readonly agencyId: string;
  readonly heldBy: 'agency' | 'hub';
  readonly jwk: PublicReceiptKey;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly rotatedAt: string | null;
  readonly revokedAt: string | null;
}

export interface Evidence {
  readonly format: typeof EVIDENCE_FORMAT;
  readonly dossier: { readonly id: string; readonly code: string; readonly seq: number; readonly hash: string };
  readonly journal: readonly DossierEvent[];
  readonly receipts: readonly { readonly seq: number; readonly jws: string }[];
  readonly keys: readonly EvidenceKey[];
  readonly rules: unknown;
  readonly clocks: readonly unknown[];
  readonly segments: readonly unknown[];
  readonly exportedAt: string;
  /** Key of the seal, as the file itself names it. */
  readonly hub: PublicReceiptKey;
  readonly seal: string;
}

/** Thrown for what is no evidence of this format at all. */
export class NotEvidence extends Error {
  override readonly name = 'NotEvidence';
}

type Shape = Readonly<Record<string, 'text' | 'number' | 'list' | 'object' | 'textOrNull'>>;

const FILE: Shape = {
  ...{ format: 'text', dossier: 'object', journal: 'list', receipts: 'list', keys: 'list', rules: 'object' },
  ...{ clocks: 'list', segments: 'list', exportedAt: 'text', hub: 'object', seal: 'text' },
};
const DOSSIER: Shape = { id: 'text', code: 'text', seq: 'number', hash: 'text' };
const EVENT: Shape = {
  ...{ id: 'text', dossierId: 'text', seq: 'number', type: 'text', occurredAt: 'text', recordedAt: 'text' },
  ...{ actor: 'object', phase: 'text', data: 'object', prevHash: 'text', hash: 'text' },
};
const RECEIPT: Shape = { seq: 'number', jws: 'text' };
const JWK: Shape = { kty: 'text', crv: 'text', x: 'text' };
const KEY: Shape = {
  ...{ kid: 'text', agencyId: 'text', heldBy: 'text', jwk: 'object', validFrom: 'text' },
  ...{ validTo: 'textOrNull', rotatedAt: 'textOrNull', revokedAt: 'textOrNull' },
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (value === null) return 'null';
  return typeof value === 'string' ? 'text' : typeof value;
}

/** The first member of `value` that is missing, of another kind, or too many; null when it has the shape. */
function misshapen(value: unknown, shape: Shape): string | null {
  if (kindOf(value) !== 'object') return 'row';
  const record = value as Readonly<Record<string, unknown>>;
  const surplus = Object.keys(record).find((name) => !Object.hasOwn(shape, name));
  if (surplus !== undefined) return surplus;
  const wrong = Object.entries(shape).find(([name, kind]) => {
    const found = Object.hasOwn(record, name) ? kindOf(record[name]) : 'nothing';
    return kind === 'textOrNull' ? found !== 'text' && found !== 'null' : found !== kind;
  });
  return wrong?.[0] ?? null;
}

/** Whether the file is of our format, and has the members it must have, each of its kind. Throws NotEvidence. */
export function readEvidence(value: unknown): Evidence | EvidenceFinding {
  if (kindOf(value) !== 'object' || (value as { format?: unknown }).format !== EVIDENCE_FORMAT) {
    throw new NotEvidence(`no ${EVIDENCE_FORMAT}`);
  }
  const evidence = value as Evidence;
  const outer = misshapen(evidence, FILE);
  if (outer !== null) return finding(['file', outer, 'row'], ['a member of its kind', 'none']);
  const rows = [
    { row: 'file', at: () => 'dossier', values: [evidence.dossier], shape: DOSSIER },
    { row: 'event', at: (place: number) => place + 1, values: evidence.journal, shape: EVENT },
    {
      row: 'receipt',
      at: (place: number) => evidence.receipts[place]?.seq ?? place,
      values: evidence.receipts,
      shape: RECEIPT,
    },
    { row: 'key', at: (place: number) => place, values: evidence.keys, shape: KEY },
    { row: 'key', at: (place: number) => place, values: evidence.keys.map((key) => key?.jwk), shape: JWK },
    { row: 'file', at: () => 'hub', values: [evidence.hub], shape: JWK },
  ] as const;
  for (const { row, at, values, shape } of rows) {
    for (const [place, each] of values.entries()) {
      const member = misshapen(each, shape);
      if (member !== null) return finding([row, at(place), member], ['a member of its kind', 'none']);
    }
  }
  return evidence;
}
