/** What somebody wants proved: a definition or a version, one route, whose desks count, and when. */
import {
  ROUTE_CLASSES,
  SYNTHESIS_POLICIES,
  agencyIdSchema,
  dayFromIso,
  keySchema,
  procedureCodeSchema,
} from '@lien-thong/domain';
import { z } from 'zod';
import { draftBodySchema } from '../procedures/draft-body.js';
import { alternativeSchema, promisesSchema, synthesisSchema } from './alternatives-view.js';
import { proofSchema } from './feasibility-view.js';
import { startGridSchema } from './start-grid-view.js';

const MOST_DAYS = 366;
const MOST_YEARS = 5;

const hoursSchema = z
  .strictObject({ from: z.int().min(0).max(23), to: z.int().min(1).max(24) })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'Must lie after from' })
  .describe('Chỉ xét các giờ này trong ngày · only receptions from this hour on and before that, Asia/Ho_Chi_Minh');

const rangeSchema = z
  .strictObject({
    from: z.iso.date().describe('Ngày tiếp nhận đầu tiên · first day of reception'),
    to: z.iso.date().describe('Ngày cuối, nhiều nhất 366 ngày · last day, 366 days at the most'),
    years: z
      .array(z.int().min(1_970).max(9_999))
      .min(1)
      .max(MOST_YEARS)
      .optional()
      .describe('Các năm có lịch; không đường nào được ra ngoài · years whose days are loaded; no path may leave them'),
    hours: hoursSchema.optional(),
  })
  .refine(({ from, to }) => from <= to && dayFromIso(to) - dayFromIso(from) < MOST_DAYS, {
    path: ['to'],
    message: 'Must lie from 0 to 365 days after from',
  })
  .refine(({ from, to, years }) => years === undefined || [from, to].every((day) => years.includes(+day.slice(0, 4))), {
    path: ['years'],
    message: 'Must hold the years of from and to',
  });

const agenciesSchema = z.strictObject({
  receiver: agencyIdSchema.describe('Giờ của tỉnh nơi này là lịch pháp định · its province gives the legal calendar'),
  decider: agencyIdSchema.optional().describe('The receiver itself when absent'),
  carrier: agencyIdSchema.optional().describe('Whose desk the post keeps; the legal hours when absent'),
  consulted: z
    .record(keySchema, agencyIdSchema)
    .optional()
    .describe('By key of the consultation; the legal hours when absent'),
});

const asked = {
  version: z.strictObject({ code: procedureCodeSchema, version: z.int().min(1).max(100_000) }).optional(),
  caseKey: keySchema.optional().describe('The first case when absent'),
  channel: z.enum(['counter', 'online', 'post']).default('counter'),
  route: z.enum(ROUTE_CLASSES),
  agencies: agenciesSchema,
  range: rangeSchema.optional().describe('Twelve months from this month on when absent'),
  synthesis: z
    .array(z.enum(SYNTHESIS_POLICIES))
    .max(SYNTHESIS_POLICIES.length)
    .default([])
    .describe('Thay đổi nhỏ nhất để an toàn, theo từng cách chia · the smallest safe change, per policy'),
  waysOut: z
    .enum(SYNTHESIS_POLICIES)
    .nullable()
    .default(null)
    .describe('Các lối ra, ngân sách chia theo cách này · the ways out, budgets split by this policy'),
  grid: z
    .boolean()
    .default(false)
    .describe('Kèm số phút quá hạn theo từng ngày, từng giờ · with the breaching starts by day and hour'),
};
/** A definition is linted before anything else, so that each fault is named; the schema alone would only say where it is. */
export const feasibilityBodySchema = z
  .strictObject({ definition: z.unknown().optional(), ...asked })
  .refine(({ definition, version }) => (definition === undefined) !== (version === undefined), {
    path: ['definition'],
    message: 'Exactly one of definition and version must be given',
  });
export type FeasibilityBody = z.infer<typeof feasibilityBodySchema>;

/** The body as it is documented. */
export const documentedBodySchema = z
  .strictObject({ definition: draftBodySchema.optional(), ...asked })
  .meta({ id: 'FeasibilityQuestion' });

export const feasibilityAnswerSchema = z
  .strictObject({
    digest: z.string().describe('Of definition, route class, calendars and range: the same digest, the same proof'),
    code: z.string(),
    version: z.int().nullable().describe('Null for a definition that came with the question'),
    caseKey: z.string(),
    channel: z.enum(['counter', 'online', 'post']),
    route: z.enum(ROUTE_CLASSES),
    proof: proofSchema,
    grid: startGridSchema.nullable().describe('Null where it was not asked for, or where nothing can be computed'),
    promises: promisesSchema,
    synthesis: z.array(synthesisSchema),
    waysOut: z.array(alternativeSchema),
  })
  .meta({ id: 'FeasibilityAnswer' });
export type FeasibilityAnswer = z.infer<typeof feasibilityAnswerSchema>;
