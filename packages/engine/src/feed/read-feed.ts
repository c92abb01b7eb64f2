import type { AgencyId } from '@lien-thong/domain';
import type { FeedItem, Store } from '../ports/store.js';
import type { FeedCursor } from './cursor.js';

export interface FeedPage {
  readonly items: readonly FeedItem[];
  /** Where to go on. */
  readonly cursor: FeedCursor;
  /** The cursor asked with belongs to another line of numbers (a backup was restored): the page begins anew, and ids tell what is known. */
  readonly restarted: boolean;
}

/** What an agency has been told after the cursor, in order; from the beginning without one. The feed is complete, the bus only soon. */
export async function readFeed(
  store: Store,
  {
    agencyId,
    after,
    limit,
  }: { readonly agencyId: AgencyId; readonly after: FeedCursor | null; readonly limit: number },
): Promise<FeedPage> {
  const epoch = await store.feedEpoch();
  const restarted = after !== null && after.epoch !== epoch;
  const from = after === null || restarted ? 0 : after.n;
  const items = await store.readFeed(agencyId, from, limit);
  return { items, cursor: { epoch, n: items.at(-1)?.n ?? from }, restarted };
}
