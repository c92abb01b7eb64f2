/** Entries of agency feeds, and who of the consulted may see an event. */
import type { FeedEntry, FeedItem } from '@lien-thong/engine';
import type { AgencyId } from '@lien-thong/domain';
import { column, insertOf, wordColumn } from './columns.js';
import type { Statement } from './columns.js';
import { EVENT_COLUMNS, readEvent } from './event-rows.js';
import type { RowReader } from './raw-row.js';

export const INSERT_FEED = insertOf<FeedEntry>('feed', [
  wordColumn('agency_id', ({ agencyId }) => agencyId),
  column('n', 'int8', ({ n }) => n),
  column('dossier_id', 'uuid', ({ dossierId }) => dossierId),
  column('seq', 'int4', ({ seq }) => seq),
  wordColumn('view', ({ view }) => view),
]);

/** The outer join makes an entry without its event a fault; left out, it would be a gap in the feed that nobody notices. */
export const READ_FEED: Statement = {
  name: 'read-feed',
  text: `select f.agency_id, f.n, f.view, e.* from feed f left join lateral (
      select ${EVENT_COLUMNS} from event e where e.dossier_id = f.dossier_id and e.seq = f.seq offset 0) e on true
    where f.agency_id = $1 and f.n > $2 order by f.n limit $3`,
};

/** A feed entry with its event from a row of `READ_FEED`. */
export function readFeedItem(row: RowReader): FeedItem {
  const entry = { agencyId: row.text() as AgencyId, n: row.integer(), view: row.text() as FeedEntry['view'] };
  const event = readEvent(row);
  return { ...entry, dossierId: event.dossierId, seq: event.seq, eventId: event.id, event };
}

const placeOf = ({ dossierId, seq }: { dossierId: string; seq: number }): string => `${dossierId} ${seq}`;

/** Consulted agencies by the place of the event they are shown. */
export class ShownTo {
  private readonly agencies = new Map<string, AgencyId[]>();

  constructor(feed: readonly FeedEntry[]) {
    for (const entry of feed) {
      if (entry.view !== 'part') continue;
      const place = placeOf(entry);
      this.agencies.set(place, [...(this.agencies.get(place) ?? []), entry.agencyId]);
    }
  }

  of(event: { dossierId: string; seq: number }): readonly AgencyId[] | null {
    return this.agencies.size === 0 ? null : (this.agencies.get(placeOf(event)) ?? null);
  }
}
