import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { etagOf } from '../http/etag.js';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { KeyOf, RevisionSeen } from '../procedures/administration-call.js';
import { calendarBodySchema } from './calendar-body.js';
import type { CalendarBody } from './calendar-body.js';
import { calendarNameSchema, calendarVersionSchema, keyOfName } from './calendar-name.js';
import { DraftCalendar, calendarDraftSchema } from './draft-calendar.js';
import type { CalendarDraftView } from './draft-calendar.js';
import { PreviewChange, previewQuerySchema, previewSchema } from './preview-change.js';
import type { PreviewQuery, PreviewView } from './preview-change.js';
import { PublishCalendar, publishCalendarBodySchema, publishedCalendarSchema } from './publish-calendar.js';
import type { PublishedCalendarView } from './publish-calendar.js';

/** Drafting, previewing and publishing versions of calendars. */
@Controller('v1/calendars/:calendar')
@Access({ roles: ['admin'] })
export class CalendarAdministrationController {
  constructor(
    private readonly drafting: DraftCalendar,
    private readonly publishing: PublishCalendar,
    private readonly previews: PreviewChange,
  ) {}

  @Operation({
    id: 'draftCalendar',
    summary: 'Soạn bản mới của một lịch, nêu thông báo làm căn cứ',
    summaryEn: 'Draft a version of a calendar, with the notice it rests on',
    notes:
      'A version holds all days of its layer, not only what is new. Numbers are given by the service. What contradicts itself or the law is refused with every finding.',
    tag: 'calendars',
    answers: { 201: { schema: calendarDraftSchema, headers: ['etag', 'location'] } },
    problems: ['not-found', 'calendar-unsound', 'key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post('versions')
  async draft(
    @CallerOf() caller: Caller,
    @KeyOf() idempotencyKey: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('calendar', { schema: calendarNameSchema }) calendar: string,
    @Body({ schema: calendarBodySchema }) body: CalendarBody,
  ): Promise<CalendarDraftView> {
    const view = await this.drafting.make({ caller, key: keyOfName(calendar), idempotencyKey }, body);
    void reply.header('etag', etagOf(view.revision));
    void reply.header('location', `/v1/calendars/${calendar}/versions/${view.version}`);
    return view;
  }

  @Operation({
    id: 'replaceCalendarDraft',
    summary: 'Thay nội dung bản nháp của lịch',
    summaryEn: 'Replace the contents of a draft',
    tag: 'calendars',
    answers: { 200: { schema: calendarDraftSchema, headers: ['etag'] } },
    problems: ['not-found', 'version-published', 'calendar-unsound'],
    headers: { 'If-Match': 'required' },
  })
  @Put('versions/:version')
  async replace(
    @CallerOf() caller: Caller,
    @RevisionSeen() seen: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('calendar', { schema: calendarNameSchema }) calendar: string,
    @Param('version', { schema: calendarVersionSchema }) version: number,
    @Body({ schema: calendarBodySchema }) body: CalendarBody,
  ): Promise<CalendarDraftView> {
    const view = await this.drafting.replace({ caller, key: keyOfName(calendar), version, seen }, body);
    void reply.header('etag', etagOf(view.revision));
    return view;
  }

  @Operation({
    id: 'dropCalendarDraft',
    summary: 'Bỏ bản nháp của lịch; số bản không dùng lại',
    summaryEn: 'Drop a draft; its number is not given again',
    tag: 'calendars',
    answers: { 204: { none: true } },
    problems: ['not-found', 'version-published'],
    headers: { 'If-Match': 'required' },
  })
  @Delete('versions/:version')
  @HttpCode(204)
  async drop(
    @CallerOf() caller: Caller,
    @RevisionSeen() seen: number | null,
    @Param('calendar', { schema: calendarNameSchema }) calendar: string,
    @Param('version', { schema: calendarVersionSchema }) version: number,
  ): Promise<void> {
    await this.drafting.drop({ caller, key: keyOfName(calendar), version, seen });
  }

  @Operation({
    id: 'previewCalendar',
    summary: 'Xem trước, chưa lưu: hồ sơ đang mở nào đổi hạn, hạn nào thành quá hạn',
    summaryEn: 'Before saving: which due minutes of open dossiers would move, what would become overdue or cease to be',
    notes:
      'Clocks that move alike are counted together, by kind, agency and due minutes; worst first. Closures of a desk move no due minute: `workingMinutes` is then what the desk loses until it.',
    tag: 'calendars',
    answers: { 200: { schema: previewSchema } },
    problems: ['not-found', 'calendar-unsound', 'cursor-invalid'],
  })
  @Post('preview')
  @HttpCode(200)
  preview(
    @Param('calendar', { schema: calendarNameSchema }) calendar: string,
    @Query({ schema: previewQuerySchema }) query: PreviewQuery,
    @Body({ schema: calendarBodySchema }) body: CalendarBody,
  ): Promise<PreviewView> {
    return this.previews.ofBody(keyOfName(calendar), body, query);
  }

  @Operation({
    id: 'previewCalendarDraft',
    summary: 'Xem trước tác động của một bản nháp, cho người công bố',
    summaryEn: 'The same of a draft, for whoever is to publish it',
    tag: 'calendars',
    answers: { 200: { schema: previewSchema } },
    problems: ['not-found', 'calendar-unsound', 'cursor-invalid'],
  })
  @Get('versions/:version/preview')
  previewDraft(
    @Param('calendar', { schema: calendarNameSchema }) calendar: string,
    @Param('version', { schema: calendarVersionSchema }) version: number,
    @Query({ schema: previewQuerySchema }) query: PreviewQuery,
  ): Promise<PreviewView> {
    return this.previews.ofDraft(keyOfName(calendar), version, query);
  }

  @Operation({
    id: 'publishCalendar',
    summary: 'Công bố bản nháp, do người thứ hai; hồ sơ đang mở được tính lại theo từng đợt',
    summaryEn: 'Publish a draft, as a second person; open dossiers are restated in batches',
    notes:
      'Refused to whoever drafted it or changed it last, and when another version was published since it was written. Everybody names in If-Match the revision he has read. Each open dossier gets one journalled event with the notice and its old and new due minutes; those that have ended stay as they are.',
    tag: 'calendars',
    answers: { 200: { schema: publishedCalendarSchema } },
    problems: [
      ...(['not-found', 'version-published', 'second-person-required', 'calendar-outdated'] as const),
      ...(['calendar-unsound', 'key-reused'] as const),
    ],
    headers: { 'Idempotency-Key': 'required', 'If-Match': 'required' },
  })
  @Post('versions/:version/publish')
  @HttpCode(200)
  publish(
    @CallerOf() caller: Caller,
    @KeyOf() idempotencyKey: string,
    @RevisionSeen() seen: number | null,
    @Param('calendar', { schema: calendarNameSchema }) calendar: string,
    @Param('version', { schema: calendarVersionSchema }) version: number,
    @Body({ schema: publishCalendarBodySchema }) _: z.infer<typeof publishCalendarBodySchema>,
  ): Promise<PublishedCalendarView> {
    return this.publishing.publish({ caller, idempotencyKey, key: keyOfName(calendar), version, seen });
  }
}
