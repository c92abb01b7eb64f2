import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { AgencyId, DossierEvent, DossierId } from '@lien-thong/domain';
import { formatCursor, parseCursor, readFeed } from '@lien-thong/engine';
import type { FeedCursor, FeedItem, FeedPage, Store } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Env } from '../env.js';
import { FeedWakes } from '../bus/feed-wakes.js';
import { cursorInvalid } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import { ENV, READ_POOL, STORE } from '../runtime/tokens.js';
import { loadJournals } from '../store/dossier-loading.js';
import { feedReads, inTransaction } from '../store/transactions.js';
import { cloudEvent, cloudEventSchema } from './cloud-event.js';

export const eventsQuerySchema = z.strictObject({
  after: z
    .string()
    .max(120)
    .optional()
    .describe(
      'Con trỏ lần đọc trước · cursor of the last page; left out: from the beginning; now: only what is still to come',
    ),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  wait: z.coerce
    .number()
    .int()
    .min(0)
    .max(30)
    .default(0)
    .describe(
      'Số giây chờ khi chưa có gì mới · seconds to wait when there is nothing new: answered as soon as there is',
    ),
});

export const eventsSchema = z
  .strictObject({
    events: z.array(cloudEventSchema),
    next: z.string().describe('Where to go on, also when there was nothing new'),
    more: z.boolean().describe('The page was full: there may be more'),
  })
  .meta({ id: 'EventPage' });
type EventsView = z.infer<typeof eventsSchema>;

const NOW = 'now';
const LAST = { name: 'feed-last', text: 'select n from feed where agency_id = $1 order by n desc limit 1' };

export class ReadEvents extends Query<EventsView> {
  constructor(
    readonly agencyId: AgencyId,
    readonly asked: z.infer<typeof eventsQuerySchema>,
  ) {
    super();
  }
}

@QueryHandler(ReadEvents)
export class ReadEventsHandler implements IQueryHandler<ReadEvents> {
  private readonly source: string;

  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(FeedWakes) private readonly wakes: FeedWakes,
    @Inject(ENV) env: Env,
  ) {
    this.source = new URL(env.PUBLIC_URL).origin;
  }

  /** Throws `cursor-invalid`, and `cursor-epoch-stale` when the numbers began anew (a backup was restored): read from the beginning. */
  async execute({ agencyId, asked: { after, limit, wait } }: ReadEvents): Promise<EventsView> {
    const cursor = after === undefined ? null : after === NOW ? await this.head(agencyId) : cursorOf(after);
    const read = async () => sameLine(await readFeed(this.store, { agencyId, after: cursor, limit }));
    let page = await read();
    if (cursor !== null && page.items.length === 0) await this.requireKnown(agencyId, cursor);
    if (wait > 0 && page.items.length === 0)
      page = await this.whenThereIsSome(agencyId, read, { from: page.cursor, millis: wait * 1_000 });
    const { epoch } = page.cursor;
    const journals = await this.journalsBehind(agencyId, page.items);
    return {
      events: page.items.map((item) => cloudEvent({ ...item, epoch }, this.source, historyOf(item, journals))),
      next: formatCursor(page.cursor),
      more: page.items.length === limit,
    };
  }

  /** Where the feed ends, for a page that shows what it has just read and wants to hear what changes. */
  private async head(agencyId: AgencyId): Promise<FeedCursor> {
    const { cursor } = await readFeed(this.store, { agencyId, after: null, limit: 1 });
    const [last] = await inTransaction(this.pool, feedReads(agencyId), (wire) =>
      wire.select<{ readonly n: number }>(LAST, [agencyId]),
    );
    return { epoch: cursor.epoch, n: last?.n ?? 0 };
  }

  /** The page as soon as it is not empty, or the empty one when the time is over. */
  private async whenThereIsSome(
    agencyId: AgencyId,
    read: () => Promise<FeedPage>,
    { from, millis }: { readonly from: FeedCursor; readonly millis: number },
  ): Promise<FeedPage> {
    const until = performance.now() + millis;
    for (let { n } = from; ;) {
      // It waits before it reads: what is committed in between wakes it.
      const waiting = this.wakes.wait(agencyId, { after: n, millis: Math.max(0, until - performance.now()) });
      const page = await read();
      if (page.items.length > 0) {
        waiting.giveUp();
        return page;
      }
      n = page.cursor.n;
      const why = await waiting.woken;
      if (why !== 'news') return why === 'over' ? read() : page;
    }
  }

  /** Behind the last entry there is no place yet: whoever went on from there would miss what will stand before it. */
  private async requireKnown(agencyId: AgencyId, { n }: FeedCursor): Promise<void> {
    if (n === 0) return;
    const [entry] = await this.store.readFeed(agencyId, n - 1, 1);
    if (entry?.n !== n) throw cursorInvalid('after');
  }

  private async journalsBehind(agencyId: AgencyId, items: readonly FeedItem[]): Promise<Journals> {
    const snapshots = items.filter(({ view }) => view === 'snapshot').map(({ dossierId }) => dossierId);
    if (snapshots.length === 0) return new Map();
    return inTransaction(this.pool, feedReads(agencyId), (wire) => loadJournals(wire, [...new Set(snapshots)]));
  }
}

function sameLine(page: FeedPage): FeedPage {
  if (page.restarted) throw new Problem('cursor-epoch-stale', { epoch: page.cursor.epoch });
  return page;
}

type Journals = ReadonlyMap<DossierId, readonly DossierEvent[]>;

/** Facts before that of a snapshot; null for an entry that is none. */
function historyOf({ view, dossierId, seq }: FeedItem, journals: Journals): readonly DossierEvent[] | null {
  return view === 'snapshot' ? (journals.get(dossierId) ?? []).filter((event) => event.seq < seq) : null;
}

function cursorOf(text: string): FeedCursor {
  const cursor = parseCursor(text);
  if (cursor === null) throw cursorInvalid('after');
  return cursor;
}
