/** What may be asked of the list of alerts. */
import {
  ALERT_DUTIES,
  ALERT_LEVELS,
  ALERT_RULES,
  ALERT_STATES,
  COMMAND_TYPES,
  STAGES,
  instantSchema,
  procedureCodeSchema,
} from '@lien-thong/domain';
import { z } from 'zod';
import { cursorSchema } from '../http/cursor.js';

/** Several values, with commas. */
function severalOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .string()
    .regex(/^[a-zA-Z]+(,[a-zA-Z]+)*$/)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)));
}

/** Commands and duties: what an alert may name as the way out. */
export const DECISIONS = [...ALERT_DUTIES, ...COMMAND_TYPES] as [string, ...string[]];

const STANDING = ['open', 'acknowledged', 'snoozed'] as const;

export const alertListQuerySchema = z.strictObject({
  state: severalOf(ALERT_STATES)
    .default([...STANDING])
    .describe(
      'Cách nhau bằng dấu phẩy; mặc định: còn phải xử lý · with commas; by default those that call for somebody',
    ),
  level: severalOf(ALERT_LEVELS).optional(),
  rule: severalOf(ALERT_RULES).optional(),
  agency: z
    .string()
    .max(64)
    .optional()
    .describe('Mã cơ quan phải xử lý, hoặc me · id of the agency that has to act, or me'),
  procedure: procedureCodeSchema.optional().describe('Of a dossier under it'),
  decision: z.enum(DECISIONS).optional(),
  stage: z.enum(STAGES).optional().describe('Where in the chain of supervision it stands'),
  assigned: z.literal('me').optional().describe('Giao cho người gọi · assigned to the caller'),
  asOf: instantSchema.optional().describe('As it was known at that moment'),
  sort: z
    .enum(['loudest', 'newest'])
    .default('loudest')
    .describe('loudest: hồ sơ treo trên đường và quá hạn trước · the gravest first, those stuck on the way before all'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursorSchema,
});
export type AlertsAsked = z.infer<typeof alertListQuerySchema>;
/** With what `me` stands for. */
export type AlertFilters = Omit<AlertsAsked, 'agency'> & {
  readonly agency: string | null;
  readonly assignedTo: string | null;
};

export const alertQuerySchema = z.strictObject({
  members: z
    .enum(['open', 'all'])
    .default('open')
    .describe('all: cả hồ sơ đã ra khỏi cảnh báo · those that have left too'),
  asOf: instantSchema.optional().describe('As it was known at that moment'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Members on a page'),
  cursor: cursorSchema,
});
export type AlertAsked = z.infer<typeof alertQuerySchema>;

const numberSchema = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const alertEventsQuerySchema = z.strictObject({
  after: z
    .union([z.literal('now'), numberSchema])
    .default(0)
    .describe(
      '`next` lần đọc trước; now: từ bây giờ · number of the last event read; left out: from the beginning; now: nothing, and where to go on from now',
    ),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});
export type AlertEventsAsked = z.infer<typeof alertEventsQuerySchema>;

export const alertStreamQuerySchema = z.strictObject({
  after: numberSchema
    .optional()
    .describe('Như Last-Event-ID · like Last-Event-ID, which comes first; left out: from now on'),
  seconds: z.coerce
    .number()
    .int()
    .min(0)
    .max(86_400)
    .optional()
    .describe('Đóng sau bao nhiêu giây · closes by itself after so many seconds; 0: once what there is was sent'),
});
export type AlertStreamAsked = z.infer<typeof alertStreamQuerySchema>;

export const alertIdSchema = z.uuid().describe('Mã cảnh báo · id of the alert');
