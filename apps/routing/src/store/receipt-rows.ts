/** Receipts of custody and their rows. */
import type { ReceiptRecord } from '@lien-thong/engine';
import type { AgencyId, DossierId, ReceiptKind } from '@lien-thong/domain';
import { column, insertOf } from './columns.js';
import type { Statement } from './columns.js';
import type { RowReader } from './raw-row.js';

/** A receipt as it is kept: the compact JWS, and what it is looked up by. Digests in hex. */
export interface Receipt {
  readonly jti: string;
  readonly kind: ReceiptKind;
  readonly agencyId: AgencyId;
  readonly kid: string;
  readonly digest: string;
  readonly previous: string | null;
  readonly jws: string;
}

export interface StoredReceipt extends Receipt {
  readonly dossierId: DossierId;
  /** Place of the fact it proves. */
  readonly seq: number;
}

export const INSERT_RECEIPTS = insertOf<StoredReceipt>('custody_receipt', [
  column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
  column('seq', 'int4', ({ seq }) => seq),
  column('jti', 'uuid', ({ jti }) => jti),
  column('kind', 'text', ({ kind }) => kind),
  column('agency_id', 'text', ({ agencyId }) => agencyId),
  column('kid', 'text', ({ kid }) => kid),
  column('digest', 'bytea', ({ digest }) => digest),
  column('previous', 'bytea', ({ previous }) => previous),
  column('jws', 'text', ({ jws }) => jws),
]);

/** The row of a record of the ledger, whose payload is a `Receipt` that `custody/check-receipt.ts` made. */
export function receiptOf({ dossierId, seq, payload }: ReceiptRecord): StoredReceipt {
  return { ...(payload as Receipt), dossierId, seq };
}

export const LOAD_RECEIPTS: Statement = {
  name: 'load-receipts',
  text: `select r.dossier_id, r.seq, r.jti, r.kind, r.agency_id, r.kid, r.digest, coalesce(encode(r.previous, 'hex'), ''), r.jws
    from custody_receipt r where r.dossier_id = any ($1::uuid[]) order by r.dossier_id, r.seq`,
};

/** A receipt from a row of `LOAD_RECEIPTS`. */
export function readReceipt(row: RowReader): StoredReceipt {
  const place = { dossierId: row.text() as DossierId, seq: row.integer() };
  const about = { jti: row.text(), kind: row.text() as ReceiptKind, agencyId: row.text() as AgencyId, kid: row.text() };
  const [digest, previous] = [row.hex(), row.text()];
  return { ...place, ...about, digest, previous: previous === '' ? null : previous, jws: row.text() };
}
