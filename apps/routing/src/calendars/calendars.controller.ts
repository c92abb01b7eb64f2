import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { etagOf } from '../http/etag.js';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { calendarNameSchema, calendarVersionSchema, keyOfName } from './calendar-name.js';
import {
  calendarVersionViewSchema,
  calendarVersionsSchema,
  calendarsSchema,
  restatementSchema,
} from './calendar-views.js';
import type { CalendarVersionView, CalendarVersionsView, CalendarsView, RestatementView } from './calendar-views.js';
import { ReadCalendars } from './read-calendars.js';

@Controller('v1/calendars')
@Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
export class CalendarsController {
  constructor(private readonly calendars: ReadCalendars) {}

  @Operation({
    id: 'listCalendars',
    summary: 'Các lịch: quốc gia, giờ hành chính từng tỉnh, ngày đóng cửa của cơ quan',
    summaryEn: 'Calendars: of the country, the hours of each province, closures of agencies',
    tag: 'calendars',
    answers: { 200: { schema: calendarsSchema } },
    example: { as: 'haiphong-hai-an', status: 200 },
  })
  @Get()
  list(): Promise<CalendarsView> {
    return this.calendars.list();
  }

  @Operation({
    id: 'listCalendarVersions',
    summary: 'Các bản của một lịch và thông báo làm căn cứ: số, ngày, cơ quan ban hành',
    summaryEn: 'Versions of a calendar with the notice each rests on: number, date, issuer',
    notes: 'Drafts are listed to admins only. A calendar without any version has an empty list.',
    tag: 'calendars',
    answers: { 200: { schema: calendarVersionsSchema } },
    example: { as: 'haiphong-hai-an', path: { calendar: 'national' }, status: 200 },
  })
  @Get(':calendar/versions')
  versions(
    @CallerOf() caller: Caller,
    @Param('calendar', { schema: calendarNameSchema }) calendar: string,
  ): Promise<CalendarVersionsView> {
    return this.calendars.versions(caller, keyOfName(calendar));
  }

  @Operation({
    id: 'readCalendarVersion',
    summary: 'Một bản lịch: ngày nghỉ, hoán đổi, làm bù, giờ làm việc',
    summaryEn: 'A version: holidays, swaps, make-up days, hours',
    notes: 'A draft is shown to admins only, with the ETag its next change must name.',
    tag: 'calendars',
    answers: { 200: { schema: calendarVersionViewSchema } },
    problems: ['not-found'],
    example: { as: 'haiphong-hai-an', path: { calendar: 'province-31', version: '1' }, status: 200 },
  })
  @Get(':calendar/versions/:version')
  async version(
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('calendar', { schema: calendarNameSchema }) calendar: string,
    @Param('version', { schema: calendarVersionSchema }) version: number,
  ): Promise<CalendarVersionView> {
    const { view, revision } = await this.calendars.version(caller, keyOfName(calendar), version);
    if (revision !== null) void reply.header('etag', etagOf(revision));
    return view;
  }

  @Operation({
    id: 'readRestatement',
    summary: 'Tiến độ tính lại hồ sơ đang mở sau khi công bố một bản',
    summaryEn: 'How far the restatement of open dossiers after a publication came',
    notes:
      'It goes on in batches, survives a process that is killed, and is taken over by another. `settling` until every process knows the version; `incomplete` when some dossiers could not be restated.',
    tag: 'calendars',
    answers: { 200: { schema: restatementSchema } },
    problems: ['not-found'],
  })
  @Get(':calendar/versions/:version/restatement')
  restatement(
    @Param('calendar', { schema: calendarNameSchema }) calendar: string,
    @Param('version', { schema: calendarVersionSchema }) version: number,
  ): Promise<RestatementView> {
    return this.calendars.restatement(keyOfName(calendar), version);
  }
}
