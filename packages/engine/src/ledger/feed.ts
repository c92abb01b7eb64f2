import type { AgencyId } from '@lien-thong/domain';
import type { FeedItem, StoreTransaction } from '../ports/store.js';
import type { Draft } from './track.js';

/** Takes the feed numbers the drafts need, one statement, agencies sorted: whoever takes the later number commits later. */
export async function takeFeedNumbers(
  tx: Pick<StoreTransaction, 'takeFeedNumbers'>,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<AgencyId, number>> {
  const counts = new Map<AgencyId, number>();
  for (const { audience } of drafts) {
    for (const { agencyId } of audience) counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1);
  }
  if (counts.size === 0) return new Map();
  const requests = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([agencyId, count]) => ({ agencyId, count }));
  const firsts = await tx.takeFeedNumbers(requests);
  return new Map(
    requests.map(({ agencyId }, i) => {
      const first = firsts[i];
      if (first === undefined) throw new Error('the store gave fewer feed numbers than were asked for');
      return [agencyId, first];
    }),
  );
}

/** The feed entries of the drafts, in the order of the drafts. */
export function feedItems(drafts: readonly Draft[], firsts: ReadonlyMap<AgencyId, number>): readonly FeedItem[] {
  const next = new Map(firsts);
  return drafts.flatMap(({ event, audience }) =>
    audience.map(({ agencyId, view }) => {
      const n = next.get(agencyId);
      if (n === undefined) throw new Error(`no feed number was taken for ${agencyId}`);
      next.set(agencyId, n + 1);
      return { agencyId, n, dossierId: event.dossierId, seq: event.seq, eventId: event.id, view, event };
    }),
  );
}
