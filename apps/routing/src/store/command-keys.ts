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
  text: `select k.agency_id, k.key, k.dossier_id, k.fingerprint, k.code, k.version, k.seq, k.phase, array_to_string(k.event_ids, ',')
    from unnest($1::text[], $2::text[]) as s (agency_id, key)
    join command_key k on k.agency_id = s.agency_id and k.key = s.key`,
};

export function keyValues(keys: readonly CommandKey[]): Buffer[] {
  return [
    binaryArray(
      'text',
      keys.map(({ agencyId }) => agencyId),
    ),
    binaryArray(
      'text',
      keys.map(({ key }) => key),
    ),
  ];
}

export const INSERT_ANSWERS = insertOf<StoredAnswer>('command_key', [
  column('agency_id', 'text', ({ agencyId }) => agencyId),
  column('key', 'text', ({ key }) => key),
  column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
  column('fingerprint', 'text', ({ fingerprint }) => fingerprint),
  column('code', 'text', ({ answer }) => answer.code),
  column('version', 'int4', ({ answer }) => answer.version),
  column('seq', 'int4', ({ answer }) => answer.seq),
  column('phase', 'text', ({ answer }) => answer.phase),
  {
    ...column<StoredAnswer, 'text'>('event_ids', 'text', ({ answer }) => `{${answer.eventIds.join(',')}}`),
    cast: 'uuid[]',
  },
]);

/** An answer from a row of `LOAD_ANSWERS`. */
export function readAnswer(row: RowReader): StoredAnswer {
  const agencyId = row.text() as AgencyId;
  const key = row.text();
  const dossierId = row.text() as DossierId;
  const fingerprint = row.text();
  const answer: AcceptedAnswer = {
    dossierId,
    code: row.text(),
    version: row.integer(),
    seq: row.integer(),
    phase: row.text() as AcceptedAnswer['phase'],
    eventIds: row
      .text()
      .split(',')
      .filter((id) => id !== ''),
  };
  return { agencyId, key, dossierId, fingerprint, answer };
}
