/** On-time figures as they are shown: every share as two whole numbers. */
import { instantSchema } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRefSchema } from '../directory/agency-ref.js';
import { ON_TIME_GROUPINGS, ON_TIME_MEASURES, OUTCOMES, TAKEN } from './on-time-statements.js';
import { GROUPS_AT_MOST, GROUP_KEY, PAGE, agencyFilter, dossiersSchema, procedureFilter } from './report-filters.js';
import { procedureRefSchema } from './report-names.js';

const filters = {
  by: z
    .enum(ON_TIME_GROUPINGS)
    .default('agency')
    .describe('agency: cơ quan giải quyết · who took it over; before that, who took it in'),
  from: z.iso
    .date()
    .optional()
    .describe('Từ ngày; bỏ trống: từ 01/01 của năm · left out: 1 January of the year of `to`'),
  to: z.iso.date().optional().describe('Đến hết ngày; bỏ trống: hôm nay · to the end of that day; left out: today'),
  agency: agencyFilter,
  procedure: procedureFilter,
  field: z.string().min(1).max(120).optional().describe('Lĩnh vực, như ở thủ tục · as the procedure has it'),
};

export const onTimeQuerySchema = z.strictObject({
  ...filters,
  limit: GROUPS_AT_MOST.describe('Groups at most'),
});
export const onTimeListQuerySchema = z.strictObject({
  ...filters,
  key: GROUP_KEY.describe('`key` of a group; left out: the whole'),
  measure: z.enum(ON_TIME_MEASURES).optional().describe('Một con số của nhóm · one number of the group; left out: all'),
  ...PAGE,
});
export type OnTimeAsked = z.infer<typeof onTimeQuerySchema>;
export type OnTimeListAsked = z.infer<typeof onTimeListQuerySchema>;

const shareSchema = z.strictObject({ numerator: z.int(), denominator: z.int() }).meta({ id: 'Share' });

const countsSchema = {
  received: z.int().describe('Tiếp nhận trong kỳ · received in the period'),
  carriedOver: z.int().describe('Kỳ trước chuyển qua · received before it and not done with then'),
  resolvedEarly: z.int().describe('Giải quyết trước hạn'),
  resolvedOnTime: z.int().describe('Giải quyết đúng hạn'),
  resolvedOverdue: z.int().describe('Giải quyết quá hạn'),
  resolvedUnknown: z.int().describe('Đã giải quyết, không tính được · cannot be computed; never counted as on time'),
  withdrawn: z.int().describe('Rút hồ sơ'),
  closed: z.int().describe('Dừng giải quyết · ended without a decision'),
  openInTime: z.int().describe('Đang giải quyết, trong hạn, cuối kỳ · at the end of the period, or now'),
  openOverdue: z.int().describe('Đang giải quyết, quá hạn'),
  openResting: z.int().describe('Tạm dừng hoặc chưa bắt đầu tính · the limit rests or has not begun'),
  openUnknown: z.int().describe('Không tính được · cannot be computed'),
  total: z.int().describe('Received and carried over: what the other ten add up to'),
  resolvedInTime: shareSchema.describe('Trước hoặc đúng hạn trên số đã giải quyết · early or on time, of all resolved'),
  openInTimeShare: shareSchema.describe('Trong hạn trên số đang giải quyết · in time, of all that are open'),
};

export const onTimeSchema = z
  .strictObject({
    at: instantSchema,
    by: z.enum(ON_TIME_GROUPINGS),
    from: z.iso.date(),
    to: z.iso.date(),
    whole: z
      .strictObject(countsSchema)
      .describe('Of the whole period. Months add up in what was done, not in what was carried over'),
    groups: z.array(z.strictObject({ key: z.string(), label: z.string(), labelEn: z.string(), ...countsSchema })),
    more: z.boolean().describe('There are more groups than were asked for; the whole counts them'),
  })
  .meta({ id: 'OnTimeReport' });
export const onTimeListSchema = dossiersSchema(
  z.strictObject({
    code: z.string(),
    agency: agencyRefSchema,
    procedure: procedureRefSchema,
    taken: z.enum(TAKEN),
    state: z.enum(OUTCOMES).describe('At the end of the period, or now'),
    receivedAt: instantSchema,
    doneAt: instantSchema.nullable().describe('When its limit or the dossier ended; null while it is open'),
  }),
).meta({ id: 'OnTimeDossiers' });
export type OnTimeView = z.infer<typeof onTimeSchema>;
export type OnTimeListView = z.infer<typeof onTimeListSchema>;
