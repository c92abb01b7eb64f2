/** Calendars and their versions as they are shown. */
import { calendarExceptionSchema, hoursPeriodSchema } from '@lien-thong/domain';
import { z } from 'zod';
import { actSchema } from '../procedures/authorship.js';
import { noticeSchema } from './calendar-body.js';

export const calendarsSchema = z
  .strictObject({
    calendars: z.array(
      z.strictObject({
        calendar: z.string(),
        kind: z.enum(['national', 'province', 'desk']),
        version: z.int().describe('Bản mới nhất đã công bố · the newest published version'),
        days: z.int().describe('Số ngày khác với tuần thường · days that differ from their week'),
        finalYears: z.array(z.int()).nullable().describe('Năm đã có thông báo · of the national calendar'),
      }),
    ),
  })
  .meta({ id: 'Calendars' });
export type CalendarsView = z.infer<typeof calendarsSchema>;

export const calendarVersionsSchema = z
  .strictObject({
    calendar: z.string(),
    versions: z.array(
      z.strictObject({
        version: z.int(),
        state: z
          .enum(['draft', 'published'])
          .describe('Bản nháp chỉ hiện với quản trị · drafts are shown to admins only'),
        notice: noticeSchema
          .nullable()
          .describe(
            'Null với bản có sẵn khi cài đặt: mỗi ngày nêu căn cứ riêng · null for what came with the installation',
          ),
        reason: z.string().nullable(),
        revision: z.int().nullable(),
        basedOn: z.int().nullable(),
        drafted: actSchema.nullable(),
        changed: actSchema.nullable(),
        published: actSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'CalendarVersions' });
export type CalendarVersionsView = z.infer<typeof calendarVersionsSchema>;

export const calendarVersionViewSchema = z
  .strictObject({
    calendar: z.string(),
    version: z.int(),
    notice: noticeSchema.nullable(),
    reason: z.string().nullable(),
    noticedYears: z.array(z.int()).nullable(),
    hours: z.array(hoursPeriodSchema).nullable(),
    exceptions: z.array(calendarExceptionSchema).readonly(),
  })
  .meta({ id: 'CalendarVersion' });
export type CalendarVersionView = z.infer<typeof calendarVersionViewSchema>;

export const restatementSchema = z
  .strictObject({
    id: z.uuid(),
    calendar: z.string(),
    version: z.int(),
    state: z
      .enum(['running', 'settling', 'done', 'incomplete'])
      .describe(
        'settling: đã xong, chờ mọi tiến trình biết bản mới rồi xem lại; incomplete: còn hồ sơ không tính lại được · once more when every process knows; done but for `stuck`',
      ),
    openDossiers: z.int().nullable().describe('Hồ sơ đang mở phải xem khi bắt đầu · to look at when it began'),
    dossiers: z.int().describe('Đã tính lại · restated'),
    clocks: z.int(),
    movedClocks: z.int().describe('Đồng hồ có hạn thay đổi · whose due minute is another'),
    withdrawnBreaches: z
      .int()
      .describe('Lần quá hạn không còn đúng · breaches that have not happened by the new calendar'),
    stuck: z.int().describe('Không tính lại được · could not be restated'),
    batches: z.int(),
    requestedAt: z.string(),
    lastBatchAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Restatement' });
export type RestatementView = z.infer<typeof restatementSchema>;
