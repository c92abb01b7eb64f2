import type { AgencyId } from '@lien-thong/domain';
import type { FeedDraft, FeedFirsts, FeedItem } from '../ports/store.js';
import type { Draft } from './track.js';

/** An entry with its event, before it has its number. */
export type UnnumberedItem = Omit<FeedItem, 'n'>;

/** What the drafts put into the feeds, in the order of the drafts. */
export function unnumberedItems(drafts: readonly Draft[]): readonly UnnumberedItem[] {
  return drafts.flatMap(({ event, audience }) =>
    audience.map(({ agencyId, view }) => {
      return { agencyId, dossierId: event.dossierId, seq: event.seq, eventId: event.id, view, event };
    }),
  );
}

export function entriesOf(items: readonly UnnumberedItem[]): readonly FeedDraft[] {
  return items.map(({ event: _event, ...entry }) => entry);
}

/** The items with their numbers. Throws when the store gave none for an agency. */
export function numbered(items: readonly UnnumberedItem[], firsts: FeedFirsts): readonly FeedItem[] {
  const next = new Map<AgencyId, number>(firsts);
  return items.map((item) => {
    const n = next.get(item.agencyId);
    if (n === undefined) throw new Error(`no feed number was taken for ${item.agencyId}`);
    next.set(item.agencyId, n + 1);
    return { ...item, n };
  });
}
