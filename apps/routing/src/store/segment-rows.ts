/** A segment and its row. */
import type { DossierId, Segment } from '@lien-thong/domain';
import { column, insertOf, updateOf, upsertOf, wordColumn } from './columns.js';
import type { Column } from './columns.js';
import { ownerAgency, readOwner } from './owner-columns.js';
import type { RowReader } from './raw-row.js';

export interface SegmentRow {
  readonly dossierId: DossierId;
  readonly segment: Segment;
}

const COLUMNS: readonly Column<SegmentRow>[] = [
  column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
  column('n', 'int4', ({ segment }) => segment.n),
  column('from_minute', 'int4', ({ segment }) => segment.from),
  column('to_minute', 'int4', ({ segment }) => segment.to),
  wordColumn('owner_kind', ({ segment }) => segment.owner.kind),
  wordColumn('owner_agency', ({ segment }) => ownerAgency(segment.owner)),
  wordColumn('phase', ({ segment }) => segment.phase),
  column('legal_minutes', 'int4', ({ segment }) => segment.legalMinutes),
  column('desk_minutes', 'int4', ({ segment }) => segment.deskMinutes),
];

const KEY = ['dossier_id', 'n'];
export const INSERT_SEGMENTS = insertOf('segment', COLUMNS);
export const UPDATE_SEGMENTS = updateOf({ table: 'segment', key: KEY }, COLUMNS);
export const UPSERT_SEGMENTS = upsertOf('segment', KEY, COLUMNS);

/** The select list `readSegment` reads, for statements on `segment g`. */
export const SEGMENT_COLUMNS = COLUMNS.map(({ name }) => `g.${name}`).join(', ');

/** A segment from a row of `SEGMENT_COLUMNS`. */
export function readSegment(row: RowReader): SegmentRow {
  const dossierId = row.text() as DossierId;
  const [n, from, to] = [row.integer(), row.integer(), row.integerOrNull()];
  const owner = readOwner(row);
  if (owner === null) throw new TypeError('a segment has no owner');
  const segment: Segment = {
    n,
    from: from as Segment['from'],
    to: to as Segment['to'],
    owner,
    phase: row.text() as Segment['phase'],
    legalMinutes: row.integerOrNull(),
    deskMinutes: row.integerOrNull(),
  };
  return { dossierId, segment };
}
