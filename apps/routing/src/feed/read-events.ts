import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { AgencyId } from '@lien-thong/domain';
import { formatCursor, parseCursor, readFeed } from '@lien-thong/engine';
import type { FeedCursor, Store } from '@lien-thong/engine';
import { z } from 'zod';
import type { Env } from '../env.js';
import { Problem } from '../http/problem.js';
import { ENV, STORE } from '../runtime/tokens.js';
import { cloudEvent, cloudEventSchema } from './cloud-event.js';

export const eventsQuerySchema = z.strictObject({
  after: z.string().max(120).optional().describe('Con trỏ lần đọc trước · cursor of the last page; left out: from the beginning'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

export const eventsSchema = z
  .strictObject({
    events: z.array(cloudEventSchema),
    next: z.string().describe('Where to go on, also when there was nothing new'),
    more: z.boolean().describe('The page was full: there may be more'),
  })
  .meta({ id: 'EventPage' });
type EventsView = z.infer<typeof eventsSchema>;

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
    @Inject(ENV) env: Env,
  ) {
    this.source = new URL(env.PUBLIC_URL).origin;
  }

  /** Throws `cursor-invalid`, and `cursor-epoch-stale` when the numbers began anew (a backup was restored): read from the beginning. */
  async execute({ agencyId, asked: { after, limit } }: ReadEvents): Promise<EventsView> {
    const cursor = after === undefined ? null : cursorOf(after);
    const page = await readFeed(this.store, { agencyId, after: cursor, limit });
    if (page.restarted) throw new Problem('cursor-epoch-stale', { epoch: page.cursor.epoch });
    const { epoch } = page.cursor;
    return {
      events: page.items.map((item) => cloudEvent({ ...item, epoch }, this.source)),
      next: formatCursor(page.cursor),
      more: page.items.length === limit,
    };
  }
}

function cursorOf(text: string): FeedCursor {
  const cursor = parseCursor(text);
  if (cursor === null) throw new Problem('cursor-invalid');
  return cursor;
}
