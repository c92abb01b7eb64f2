import { Controller, Get, Header } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { GetBusAccess, busAccessSchema } from './get-bus-access.js';

@Controller('v1/agencies/me/bus')
@Access({ roles: ['clerk'] })
export class BusAccessController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'readBusAccess',
    summary: 'Thông tin để phần mềm của cơ quan nhận sự kiện qua NATS',
    summaryEn: 'What the agency’s software needs to receive its events over NATS',
    notes:
      'The bus only makes events arrive sooner: messages are the CloudEvents of `GET /v1/events` (without `history`), at least once, and on every connection and gap in `n` the feed is read. The user may pull and acknowledge this one consumer and nothing else.',
    tag: 'feed',
    answers: { 200: { schema: busAccessSchema } },
    problems: ['bus-not-offered'],
  })
  @Get()
  @Header('cache-control', 'no-store')
  read(@CallerOf() caller: Caller): Promise<z.infer<typeof busAccessSchema>> {
    return this.queries.execute(new GetBusAccess(caller));
  }
}
