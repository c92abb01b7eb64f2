/** The heat map of open dossiers: who holds them, of which procedure, and how much time is left. */
import { instantSchema } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRefSchema } from '../directory/agency-ref.js';
import { phaseNameSchema } from '../dossiers/phase-names.js';
import { PAGE, agencyFilter, dossiersSchema, procedureFilter } from './report-filters.js';
import { procedureRefSchema } from './report-names.js';
import { SLACK_BANDS } from './slack-statements.js';

const filters = {
  agency: agencyFilter.describe('Cơ quan đang giữ · the agency with custody'),
  procedure: procedureFilter,
};

export const slackQuerySchema = z.strictObject({
  ...filters,
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(5_000)
    .default(2_000)
    .describe('Cells at most, the most pressing ones; the others are summed in `rest`'),
});
export const slackListQuerySchema = z.strictObject({
  ...filters,
  band: z.enum(SLACK_BANDS).optional(),
  ...PAGE,
});
export type SlackAsked = z.infer<typeof slackQuerySchema>;
export type SlackListAsked = z.infer<typeof slackListQuerySchema>;

const bandSchema = z
  .enum(SLACK_BANDS)
  .describe(
    'Phút làm việc còn lại của thời hạn · of the legal clock: overdue; up to 4 hours; up to 1 working day; up to 3; more; resting (paused, not begun, or the limit has ended); unknown (cannot be computed)',
  );

export const slackSchema = z
  .strictObject({
    at: instantSchema,
    total: z.int().describe('Mẫu số · all open dossiers in scope: what the cells add up to'),
    cells: z
      .array(
        z.strictObject({ agency: agencyRefSchema, procedure: procedureRefSchema, band: bandSchema, count: z.int() }),
      )
      .describe('Only those that are not empty'),
    agencies: z.array(z.strictObject({ agency: agencyRefSchema, total: z.int() })).describe('Cộng theo cơ quan giữ'),
    procedures: z.array(z.strictObject({ procedure: procedureRefSchema, total: z.int() })),
    bands: z.array(z.strictObject({ band: bandSchema, total: z.int() })).describe('All seven, in order'),
    rest: z
      .strictObject({ cells: z.int(), dossiers: z.int() })
      .nullable()
      .describe('Cells beyond the limit; null where all are shown'),
  })
  .meta({ id: 'Slack' });
export const slackListSchema = dossiersSchema(
  z.strictObject({
    code: z.string(),
    ...phaseNameSchema,
    agency: agencyRefSchema,
    procedure: procedureRefSchema,
    band: bandSchema,
    receivedAt: instantSchema.nullable(),
    dueAt: instantSchema.nullable().describe('Null while the legal clock does not run'),
  }),
).meta({ id: 'SlackDossiers' });
export type SlackView = z.infer<typeof slackSchema>;
export type SlackListView = z.infer<typeof slackListSchema>;
