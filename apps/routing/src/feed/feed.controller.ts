import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { ReadEvents, eventsQuerySchema, eventsSchema } from './read-events.js';

@Controller('v1/events')
@Access({ roles: ['clerk'] })
export class FeedController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'readEvents',
    summary: 'Sự kiện liên quan tới cơ quan của người gọi, không thiếu, theo thứ tự',
    summaryEn: 'Events that concern the caller’s agency, complete and in order',
    notes:
      'With `wait` an empty page is answered as soon as there is something, or after that many seconds: ask again at once, with `next`. This is how an agency without a bus hears of its events within milliseconds.',
    tag: 'feed',
    answers: { 200: { schema: eventsSchema } },
    problems: ['cursor-invalid', 'cursor-epoch-stale'],
    example: { as: 'haiphong-dong-hai', query: { limit: '10' }, status: 200 },
  })
  @Get()
  read(
    @CallerOf() { agencyId }: Caller,
    @Query({ schema: eventsQuerySchema }) query: z.infer<typeof eventsQuerySchema>,
  ): Promise<z.infer<typeof eventsSchema>> {
    return this.queries.execute(new ReadEvents(agencyId, query));
  }
}
