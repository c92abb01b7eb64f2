/** Entries of agency feeds, and who of the consulted may see an event. */
import type { FeedDraft, FeedEntry, FeedFirsts, FeedItem } from '@lien-thong/engine';
import type { AgencyId } from '@lien-thong/domain';
import { binaryArray } from './binary-array.js';
import { wordColumn } from './columns.js';
import type { Statement } from './columns.js';
import { EVENT_COLUMNS, readEvent } from './event-rows.js';
import type { RowReader } from './raw-row.js';

const VIEW = wordColumn<FeedDraft>('view', ({ view }) => view);

/**
 * Numbers and writes entries. `with ordinality … order by` keeps the order of the caller, which is the lock order of the counters; an
 * entry says by how many its number lies before the last one its agency gets here. Returns agency and last number.
 */
export const INSERT_FEED: Statement = {
  name: 'insert-feed',
  text: `with taken as (
      insert into feed_counter (agency_id, last)
      select s.agency_id, s.count
      from unnest($1::text[], $2::int4[]) with ordinality as s (agency_id, count, place) order by s.place
      on conflict (agency_id) do update set last = feed_counter.last + excluded.last
      returning agency_id, last),
    placed as (select array_agg(last order by agency_id collate "C") as lasts from taken),
    written as (
      insert into feed (agency_id, n, dossier_id, seq, view)
      select ($1::text[])[($3::int4[])[i]], placed.lasts[($3::int4[])[i]] - ($4::int4[])[i],
        ($5::uuid[])[i], ($6::int4[])[i], ($8::text[])[($7::int4[])[i]]
      from placed, generate_series(1, cardinality($3::int4[])) as u (i))
    select agency_id, last from taken`,
};

interface Counted {
  readonly agencies: readonly AgencyId[];
  readonly counts: readonly number[];
}

/** The agencies of the entries in the order of their ids, which is the lock order, and how many entries each has. */
function countedAgencies(entries: readonly FeedDraft[]): Counted {
  const counts = new Map<AgencyId, number>();
  for (const { agencyId } of entries) counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1);
  const agencies = [...counts.keys()].sort();
  return { agencies, counts: agencies.map((agencyId) => counts.get(agencyId) ?? 0) };
}

export function feedValues(entries: readonly FeedDraft[]): Buffer[] {
  const { agencies, counts } = countedAgencies(entries);
  const placeOfAgency = new Map(agencies.map((agencyId, i) => [agencyId, i]));
  const left = [...counts];
  const places = entries.map(({ agencyId }) => placeOfAgency.get(agencyId) ?? 0);
  return [
    binaryArray('text', agencies),
    binaryArray('int4', counts),
    binaryArray(
      'int4',
      places.map((place) => place + 1),
    ),
    binaryArray(
      'int4',
      places.map((place) => (left[place] = (left[place] ?? 0) - 1)),
    ),
    binaryArray(
      'uuid',
      entries.map(({ dossierId }) => dossierId),
    ),
    binaryArray(
      'int4',
      entries.map(({ seq }) => seq),
    ),
    ...VIEW.encode(entries),
  ];
}

/** The first number of each agency, from the rows of `INSERT_FEED`. */
export function feedFirsts(rows: readonly RowReader[], entries: readonly FeedDraft[]): FeedFirsts {
  const { agencies, counts } = countedAgencies(entries);
  const lasts = new Map(rows.map((row) => [row.text(), row.integer()]));
  return new Map(agencies.map((agencyId, i) => [agencyId, (lasts.get(agencyId) ?? Number.NaN) - (counts[i] ?? 0) + 1]));
}

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

  constructor(feed: readonly FeedDraft[]) {
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
