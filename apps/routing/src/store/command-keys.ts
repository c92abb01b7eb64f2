/** Idempotency keys and the answers kept under them. */
import type { AcceptedAnswer, CommandKey, StoredAnswer } from '@lien-thong/engine';
import type { AgencyId, DossierId } from '@lien-thong/domain';
import { binaryArray } from './binary-array.js';
import { column, insertOf } from './columns.js';
import type { Statement } from './columns.js';
import type { RowReader } from './raw-row.js';

/**
 * A key nobody has used yet has no row to lock, so its hash is locked, until the end of the transaction. Taken in the order of the
 * hashes, two batches cannot wait for each other; the sub-select with `offset 0` keeps that order.
 */
export const LOCK_KEYS: Statement = {
  name: 'lock-keys',
  text: `select pg_advisory_xact_lock(h) from (
    select distinct hashtextextended(agency_id || ' ' || key, 0) as h
    from unnest($1::text[], $2::text[]) as s (agency_id, key) order by 1 offset 0) ordered`,
};

export const LOAD_ANSWERS: Statement = {
  name: 'load-answers',
  text: `select k.agency_id, k.key, k.dossier_id, k.fingerprint, k.answer
    from unnest($1::text[], $2::text[]) as s (agency_id, key)
    join command_key k on k.agency_id = s.agency_id and k.key = s.key`,
};

export function keyValues(keys: readonly CommandKey[]): Buffer[] {
  return [binaryArray('text', keys.map(({ agencyId }) => agencyId)), binaryArray('text', keys.map(({ key }) => key))];
}

export const INSERT_ANSWERS = insertOf<StoredAnswer>('command_key', [
  column('agency_id', 'text', ({ agencyId }) => agencyId),
  column('key', 'text', ({ key }) => key),
  column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
  column('fingerprint', 'text', ({ fingerprint }) => fingerprint),
  column('answer', 'jsonb', ({ answer }) => JSON.stringify(answer)),
]);

/** An answer from a row of `LOAD_ANSWERS`. */
export function readAnswer(row: RowReader): StoredAnswer {
  return {
    agencyId: row.text() as AgencyId,
    key: row.text(),
    dossierId: row.text() as DossierId,
    fingerprint: row.text(),
    answer: row.json() as AcceptedAnswer,
  };
}
