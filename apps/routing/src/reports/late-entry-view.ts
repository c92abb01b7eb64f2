/** The report on late entry: every share with its denominator. */
import { instantSchema } from '@lien-thong/domain';
import type { AgencyId, Instant } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRefSchema } from '../directory/agency-ref.js';
import { BANDS, LATE_ENTRY_GROUPINGS, LATE_ENTRY_PERIODS } from './late-entry-statements.js';
import {
  DAY_ORDER,
  GROUPS_AT_MOST,
  GROUP_KEY,
  PAGE,
  agencyFilter,
  daysInOrder,
  procedureFilter,
} from './report-filters.js';

const filters = {
  by: z
    .enum(LATE_ENTRY_GROUPINGS)
    .default('agency')
    .describe('agency: cơ quan ghi · the agency that recorded the fact'),
  period: z.enum(LATE_ENTRY_PERIODS).default('month').describe('Vietnamese calendar; a week is named by its Monday'),
  from: z.iso.date().optional().describe('Ghi từ ngày · recorded on that day or later'),
  to: z.iso.date().optional().describe('Ghi đến hết ngày · recorded on that day or before'),
  procedure: procedureFilter,
  agency: agencyFilter.describe('Only facts this agency recorded'),
};

export const lateEntryQuerySchema = z
  .strictObject({ ...filters, limit: GROUPS_AT_MOST })
  .refine(daysInOrder, DAY_ORDER);
export const lateFactsQuerySchema = z
  .strictObject({
    ...filters,
    key: GROUP_KEY.describe('`key` of a group; left out: all'),
    band: z.enum(BANDS).optional(),
    ...PAGE,
  })
  .refine(daysInOrder, DAY_ORDER);
export type LateEntryAsked = z.infer<typeof lateEntryQuerySchema>;
export type LateFactsAsked = z.infer<typeof lateFactsQuerySchema>;

const countsSchema = {
  facts: z.int().describe('Mẫu số · all facts declared: what the others add up to'),
  atOnce: z.int().describe('Trong hai phút · entered within two minutes'),
  sameDay: z.int().describe('Cùng ngày · later on the same day'),
  nextWorkingDay: z.int().describe('Đến ngày làm việc kế tiếp · up to the end of the next working day'),
  later: z.int(),
  median: z.int().nullable().describe('Minutes of the clock on the wall, of all facts; null where there is none'),
  ninetieth: z.int().nullable(),
  longest: z.int().nullable(),
};
export const lateEntrySchema = z
  .strictObject({
    at: instantSchema,
    by: z.enum(LATE_ENTRY_GROUPINGS),
    period: z.enum(LATE_ENTRY_PERIODS),
    whole: z.strictObject(countsSchema),
    groups: z.array(z.strictObject({ key: z.string(), ...countsSchema })),
    more: z.boolean().describe('There are more groups than were asked for; the whole counts them'),
  })
  .meta({ id: 'LateEntryReport' });
export const lateFactsSchema = z
  .strictObject({
    at: instantSchema,
    facts: z.array(
      z.strictObject({
        dossier: z.string(),
        seq: z.int(),
        part: z.int().nullable().describe('Of several entered together: which'),
        type: z.string(),
        agency: agencyRefSchema.nullable(),
        occurredAt: instantSchema,
        recordedAt: instantSchema,
        minutes: z.int(),
        band: z.enum(BANDS),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'LateFactList' });
export type LateEntryView = z.infer<typeof lateEntrySchema>;
export type LateFactsView = z.infer<typeof lateFactsSchema>;

export type GroupRow = Omit<LateEntryView['groups'][number], 'key'> & { readonly key: string | null };
export interface LateFactRow {
  readonly dossierId: string;
  readonly code: string;
  readonly seq: number;
  readonly part: number;
  readonly type: string;
  readonly agency: AgencyId | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly minutes: number;
  readonly band: (typeof BANDS)[number];
}

export const NOTHING: LateEntryView['whole'] = {
  ...{ facts: 0, atOnce: 0, sameDay: 0, nextWorkingDay: 0, later: 0 },
  ...{ median: null, ninetieth: null, longest: null },
};
