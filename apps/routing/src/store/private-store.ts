/** Reading, finding and erasing private data (DESIGN 4.10, ADR 0012). */
import type { AgencyId, DossierId, Instant } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { binaryArray } from './binary-array.js';
import type { Statement } from './columns.js';
import { unseal } from './private-crypto.js';
import type { KeyRing } from './private-crypto.js';
import { tokensOfQuery } from './private-payload.js';
import { LOAD_KEYS, readKey, recordContext } from './private-rows.js';
import { readAs } from './read-as.js';
import type { Viewer } from './read-as.js';
import type { RowReader } from './raw-row.js';
import { LEDGER_WRITES, inTransaction, viewerWrites } from './transactions.js';

/** Who opens it and why; both are kept. `reader` is an officer id or the id of the agency's software. */
export interface Reader extends Viewer {
  readonly reader: string;
  readonly purpose: string;
}

export interface OpenedRecord {
  readonly id: string;
  readonly payload: unknown;
}

/** `erased` also when only the records before an erasure are unreadable. */
export interface OpenedPrivates {
  readonly records: readonly OpenedRecord[];
  readonly erased: boolean;
}

const NOTE_READ: Statement = {
  name: 'note-private-read',
  text: 'insert into private_read (dossier_id, agency_id, reader, purpose) values ($1, $2, $3, $4)',
};
const LOAD_RECORDS: Statement = {
  name: 'load-privates',
  text: 'select r.id, r.key_id, r.sealed from private r where r.dossier_id = $1 order by r.id',
};

/**
 * Opens the private records of a dossier and notes who did. Null when the dossier is not the agency's to open: supervisors and
 * consulted agencies do not see persons. Throws when a record was tampered with.
 */
export async function openPrivates(
  { pool, ring }: { readonly pool: Pool; readonly ring: KeyRing },
  dossierId: DossierId,
  reader: Reader,
): Promise<OpenedPrivates | null> {
  const party = await isOfficeInCharge(pool, dossierId, reader);
  if (!party) return null;
  return inTransaction(pool, viewerWrites(reader.agencyId), async (wire) => {
    const [, keyRows, rows] = await Promise.all([
      wire.send(NOTE_READ, [dossierId, reader.agencyId, reader.reader, reader.purpose]),
      wire.send(LOAD_KEYS, [binaryArray('uuid', [dossierId])]),
      wire.send(LOAD_RECORDS, [dossierId]),
    ]);
    const [stored] = keyRows.map(readKey);
    const key = stored === undefined ? null : { id: stored.keyId, value: ring.unwrap(dossierId, stored) };
    const records = rows.map((row) => openRecord(dossierId, row, key)).filter((record) => record !== null);
    return { records, erased: records.length < rows.length };
  });
}

const IN_CHARGE: Statement = {
  name: 'office-in-charge',
  text: `select from party where dossier_id = $1 and agency_id = $2 and current and role <> 'consulted' limit 1`,
};

async function isOfficeInCharge(pool: Pool, dossierId: DossierId, { agencyId }: Viewer): Promise<boolean> {
  const rows = await readAs(pool, { agencyId, supervises: [] }, (read) => read(IN_CHARGE, [dossierId, agencyId]));
  return rows.length > 0;
}

function openRecord(
  dossierId: DossierId,
  row: RowReader,
  key: { readonly id: string; readonly value: Buffer } | null,
): OpenedRecord | null {
  const [id, keyId, sealed] = [row.text(), row.text(), row.hex()];
  if (key === null || key.id !== keyId) return null;
  const plain = unseal(key.value, Buffer.from(sealed, 'hex'), recordContext(dossierId, id));
  return { id, payload: JSON.parse(plain.toString('utf8')) };
}

const FIND: Statement = {
  name: 'find-privates',
  text: `select t.dossier_id from private_token t
    where t.token = any ($1::bytea[]) and ($3::uuid is null or t.dossier_id < $3)
      and exists (select from party p where p.dossier_id = t.dossier_id and p.agency_id = any ($5::text[]) and p.current)
    group by t.dossier_id having count(*) = $2 order by t.dossier_id desc limit $4`,
};

/** A page of what was found; `before` is the last id of the page before. */
export interface PrivateSearch {
  /** A name, or part of one in whole words, in any spelling of accents and case; or an identity or telephone number. */
  readonly query: string;
  readonly before: DossierId | null;
  readonly limit: number;
  /** Agencies in charge that the search names; the viewer's own when left out. */
  readonly agencies?: readonly AgencyId[];
}

/** Dossiers of the viewer's agency with a person of that name or number, the newest first. */
export async function findByPerson(
  { pool, ring }: { readonly pool: Pool; readonly ring: KeyRing },
  viewer: Viewer,
  { query, before, limit, agencies = [viewer.agencyId] }: PrivateSearch,
): Promise<readonly DossierId[]> {
  const tokens = [...new Set(tokensOfQuery(query).map(({ kind, value }) => ring.token(kind, value)))];
  if (tokens.length === 0) return [];
  const values = [binaryArray('bytea', tokens), tokens.length, before, limit, agencies];
  const rows = await readAs(pool, viewer, (read) => read<{ dossier_id: DossierId }>(FIND, values));
  return rows.map((row) => row.dossier_id);
}

const ERASE_KEY: Statement = {
  name: 'erase-private-key',
  text: `update private_key set wrapped = null, erased_at = now() where dossier_id = $1 and wrapped is not null
    returning erased_at`,
};
const ERASE_TOKENS: Statement = {
  name: 'erase-private-tokens',
  text: 'delete from private_token where dossier_id = $1',
};

/**
 * Destroys the data key and the search tokens of a dossier: its private records can never be read again, its journal stays as it is.
 * Returns when, or null when there was nothing to erase.
 */
export async function erasePrivates(pool: Pool, dossierId: DossierId): Promise<Instant | null> {
  return inTransaction(pool, LEDGER_WRITES, async (wire) => {
    const [erased] = await Promise.all([wire.send(ERASE_KEY, [dossierId]), wire.send(ERASE_TOKENS, [dossierId])]);
    return erased[0]?.instant() ?? null;
  });
}
