import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Access, CallerOf } from '../identity/access.js';
import type { AuthenticatedRequest } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { etagOf } from '../http/etag.js';
import { Operation } from '../openapi/operation.js';
import {
  alertEventsQuerySchema,
  alertIdSchema,
  alertListQuerySchema,
  alertQuerySchema,
  alertStreamQuerySchema,
} from './alert-query.js';
import type { AlertAsked, AlertEventsAsked, AlertStreamAsked, AlertsAsked } from './alert-query.js';
import { ALERT_READERS, AlertStreams } from './alert-stream.js';
import { GetAlert, alertWithMembersSchema } from './get-alert.js';
import type { AlertWithMembers } from './get-alert.js';
import { ListAlerts, alertListSchema } from './list-alerts.js';
import type { AlertListView } from './list-alerts.js';
import { AlertEventReader, alertEventsSchema } from './read-alert-events.js';
import type { AlertEventsView } from './read-alert-events.js';

@Controller('v1/alerts')
@Access({ roles: ALERT_READERS })
export class AlertsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly reader: AlertEventReader,
    private readonly streams: AlertStreams,
  ) {}

  @Operation({
    id: 'listAlerts',
    summary: 'Cảnh báo trong phạm vi phụ trách: nguyên nhân, ai phải xử lý, được làm gì; nặng nhất trước',
    summaryEn: 'Alerts of the area: what threatens, who has to act, what can be done; the gravest first',
    notes:
      'One alert for each common cause, with the dossiers under it counted as far as the caller may know of them. `counts` is of all alerts that fit the filters and comes from the same snapshot as the page. With `asOf` everything is as it was known at that moment.',
    tag: 'alerts',
    answers: { 200: { schema: alertListSchema } },
    problems: ['cursor-invalid'],
    example: { as: 'haiphong-dong-hai', query: { sort: 'loudest' }, status: 200 },
  })
  @Get()
  list(
    @CallerOf() caller: Caller,
    @Query({ schema: alertListQuerySchema }) query: AlertsAsked,
  ): Promise<AlertListView> {
    return this.queries.execute(new ListAlerts(caller, query));
  }

  @Operation({
    id: 'readAlertEvents',
    summary: 'Diễn biến của các cảnh báo sau một số thứ tự, không thiếu, theo thứ tự',
    summaryEn: 'What happened to alerts after a number, complete and in order',
    notes:
      'Numbers are those of all alerts, in the order of commits; what does not concern the caller is left out, so his have gaps. Keep `next`, also of an empty page. 410 alert-numbers-restarted: a backup was restored, read again from the beginning.',
    tag: 'alerts',
    answers: { 200: { schema: alertEventsSchema } },
    problems: ['alert-numbers-restarted'],
    example: { as: 'haiphong-dong-hai', query: { limit: '10' }, status: 200 },
  })
  @Get('events')
  events(
    @CallerOf() caller: Caller,
    @Query({ schema: alertEventsQuerySchema }) { after, limit }: AlertEventsAsked,
  ): Promise<AlertEventsView> {
    return this.reader.after(caller, after, limit);
  }

  @Operation({
    id: 'streamAlerts',
    summary: 'Diễn biến của các cảnh báo, gửi ngay khi xảy ra (SSE)',
    summaryEn: 'What happens to alerts, sent as it happens (server-sent events)',
    notes:
      'Events `alert` hold what an event of GET /v1/alerts/events holds, their `id` is its number: with Last-Event-ID nothing is missed and nothing comes twice. `end` says why the stream ends (signed-out, over, too-many, closing, fault). Comments keep the line open. It begins now unless Last-Event-ID or `after` says otherwise.',
    tag: 'alerts',
    answers: { 200: { mediaType: 'text/event-stream' } },
    problems: ['cursor-invalid', 'alert-numbers-restarted'],
  })
  @Get('stream')
  stream(
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: alertStreamQuerySchema }) query: AlertStreamAsked,
  ): Promise<void> {
    return this.streams.serve(request, reply, query);
  }

  @Operation({
    id: 'readAlert',
    summary: 'Xem cảnh báo: từng hồ sơ và đồng hồ, ai phải xử lý, diễn biến',
    summaryEn: 'Read an alert: its dossiers and their clocks, who has to act, what happened to it',
    tag: 'alerts',
    answers: { 200: { schema: alertWithMembersSchema, headers: ['etag'] } },
    problems: ['alert-not-found', 'cursor-invalid'],
  })
  @Get(':id')
  async read(
    @CallerOf() caller: Caller,
    @Param('id', { schema: alertIdSchema }) id: string,
    @Query({ schema: alertQuerySchema }) query: AlertAsked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AlertWithMembers> {
    const view = await this.queries.execute(new GetAlert({ caller, id, asked: query }));
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}
