import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { inboxQuerySchema, inboxSchema } from './inbox-view.js';
import type { InboxAsked, InboxView } from './inbox-view.js';
import { ReadInbox } from './read-inbox.js';

@Controller('v1/inbox')
@Access({ roles: ['clerk', 'supervisor'] })
export class InboxController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'readInbox',
    summary: 'Hộp việc của đơn vị: các hàng việc với số lượng, việc gấp nhất của đơn vị đứng đầu',
    summaryEn: 'The work list of the caller’s agency: queues with counts, what is due first on its own leg at the head',
    notes:
      'Open dossiers only. Each stands in exactly one of eight queues; `overdue` and `runningLow` cut across them. Sorted by the working minutes left on the agency’s own running clock; those without one after them by the legal limit; resting and unknown ones last.',
    tag: 'dossiers',
    answers: { 200: { schema: inboxSchema } },
    problems: ['cursor-invalid'],
    example: { as: 'haiphong-hai-an', query: { queue: 'toTransfer' }, status: 200 },
  })
  @Get()
  inbox(@CallerOf() caller: Caller, @Query({ schema: inboxQuerySchema }) query: InboxAsked): Promise<InboxView> {
    return this.queries.execute(new ReadInbox(caller, query));
  }
}
