/** An event of the journal and its row. */
import { millisOf } from '@lien-thong/domain';
import type { AgencyId, DossierEvent, DossierId, OfficerId } from '@lien-thong/domain';
import { column, insertOf, wordColumn } from './columns.js';
import type { Column } from './columns.js';
import type { RowReader } from './raw-row.js';

export interface EventRow {
  readonly event: DossierEvent;
  /** Consulted agencies it is for; null when there is none. */
  readonly shownTo: readonly AgencyId[] | null;
}

const READABLE: readonly Column<EventRow>[] = [
  column('dossier_id', 'uuid', ({ event }) => event.dossierId),
  column('id', 'uuid', ({ event }) => event.id),
  column('seq', 'int4', ({ event }) => event.seq),
  column('occurred_at', 'timestamptz', ({ event }) => millisOf(event.occurredAt)),
  column('recorded_at', 'timestamptz', ({ event }) => millisOf(event.recordedAt)),
  column('prev_hash', 'bytea', ({ event }) => event.prevHash),
  column('hash', 'bytea', ({ event }) => event.hash),
  wordColumn('type', ({ event }) => event.type),
  wordColumn('phase', ({ event }) => event.phase),
  wordColumn('actor_kind', ({ event }) => event.actor.kind),
  wordColumn('actor_agency', ({ event }) => event.actor.agencyId),
  wordColumn('actor_officer', ({ event }) => event.actor.officerId),
  column('data', 'jsonb', ({ event }) => JSON.stringify(event.data)),
];

const shownToColumn = wordColumn<EventRow>(
  'shown_to',
  ({ shownTo }) => (shownTo === null ? null : `{${shownTo.join(',')}}`),
  'text[]',
);

/** Row-level security checks each event's actor against the parties, which must be written before. */
export const INSERT_EVENTS = insertOf('event', [...READABLE, shownToColumn]);

/** The select list `readEvent` reads, for statements on `event e`. */
export const EVENT_COLUMNS = READABLE.map(({ name }) => `e.${name}`).join(', ');

/** An event from a row of `EVENT_COLUMNS`. */
export function readEvent(row: RowReader): DossierEvent {
  const place = { dossierId: row.text() as DossierId, id: row.text(), seq: row.integer() };
  const times = { occurredAt: row.instant(), recordedAt: row.instant() };
  const chain = { prevHash: row.hex(), hash: row.hex() };
  const fact = { type: row.text(), phase: row.text() };
  const actor = {
    kind: row.text() as DossierEvent['actor']['kind'],
    agencyId: row.textOrNull() as AgencyId | null,
    officerId: row.textOrNull() as OfficerId | null,
  };
  // What stands in the journal was checked by its schema before it was written; `verify` checks the chain.
  return { ...fact, ...place, ...times, actor, ...chain, data: row.json() } as DossierEvent;
}
