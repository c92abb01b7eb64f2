/** Idempotency keys and the answers kept under them. */
import type { AcceptedAnswer, CommandKey, StoredAnswer } from '@lien-thong/engine';
import type { AgencyId, DossierId } from '@lien-thong/domain';
import { binaryArray } from './binary-array.js';
import { column, insertOf, wordColumn } from './columns.js';
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
  text: `select k.* from unnest($1::text[], $2::text[]) as s (agency_id, key) cross join lateral (
      select c.agency_id, c.key, c.dossier_id, c.fingerprint, c.code, c.version, c.seq, c.phase, array_to_string(c.event_ids, ','), c.conflict
      from command_key c where c.agency_id = s.agency_id and c.key = s.key offset 0) k`,
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
  wordColumn('agency_id', ({ agencyId }) => agencyId),
  column('key', 'text', ({ key }) => key),
  column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
  column('fingerprint', 'text', ({ fingerprint }) => fingerprint),
  column('code', 'text', ({ answer }) => answer.code),
  column('version', 'int4', ({ answer }) => answer.version),
  column('seq', 'int4', ({ answer }) => answer.seq),
  wordColumn('phase', ({ answer }) => answer.phase),
  {
    ...column<StoredAnswer, 'text'>('event_ids', 'text', ({ answer }) => `{${answer.eventIds.join(',')}}`),
    cast: 'uuid[]',
  },
  column('conflict', 'int4', ({ answer }) => answer.conflict ?? null),
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
  const conflict = row.integerOrNull();
  if (conflict !== null) return { agencyId, key, dossierId, fingerprint, answer: { ...answer, conflict } };
  return { agencyId, key, dossierId, fingerprint, answer };
}
