/** The reasons behind a clock, with instants instead of minutes. */
import { AMENDMENT_POLICIES, EVENT_TYPES, SUB_DEADLINE_POLICIES, instantOf, instantSchema } from '@lien-thong/domain';
import type { ClockExplanation, Minute } from '@lien-thong/domain';
import { z } from 'zod';
import { clockView, clockViewSchema } from './clock-view.js';
import type { Look } from './clock-view.js';
import {
  calendarDaysSchema,
  calendarDaysView,
  daySchema,
  dayView,
  instantOrNull,
  reasonSchema,
  restSchema,
  restView,
} from './counted-day-view.js';
import { minuteSchema } from './minute-view.js';

const epochSchema = z.strictObject({
  startedBy: reasonSchema,
  stoppedBy: reasonSchema.nullable(),
  cutoff: z.strictObject({ rule: z.enum(['transferCutoff', 'limitCutoff']), time: z.string() }).nullable(),
  stretches: z.array(
    z.strictObject({ from: instantSchema, to: instantSchema.nullable(), days: z.array(daySchema).nullable() }),
  ),
  rests: z.array(restSchema),
  extensions: z.array(z.strictObject({ because: reasonSchema, by: z.string(), legalBasis: z.string() })),
  amendments: z
    .array(
      z.strictObject({
        because: reasonSchema,
        fromVersion: z.int(),
        toVersion: z.int(),
        policy: z.enum(AMENDMENT_POLICIES),
        limitBefore: z.string(),
        limit: z.string(),
      }),
    )
    .describe('Các lần chuyển sang bản thủ tục khác · versions the dossier came under while the clock lived'),
  recuts: z
    .array(
      z.strictObject({
        because: reasonSchema,
        cause: z.strictObject({ seq: z.int(), type: z.string() }),
        policy: z.enum(SUB_DEADLINE_POLICIES),
        remainingMinutes: z.int().describe('Working minutes left of the limit then'),
        fromMinutes: z.int(),
        toMinutes: z.int(),
      }),
    )
    .describe('Vì sao ngân sách khác với thủ tục · why its budget is not the one the procedure gives'),
  minutes: z.int().nullable().describe('Tổng số phút của mọi khối giờ · sum of the minutes of all blocks'),
  granule: z
    .strictObject({ from: instantSchema, to: instantSchema })
    .nullable()
    .describe('Overdue with the first working minute used after `to`, early when it ends before `from`'),
  due: z
    .strictObject({
      at: instantSchema,
      days: z
        .array(daySchema)
        .describe('Từ lúc xem đến hạn · from then to the due instant; the total ends with the budget'),
      calendarDays: calendarDaysSchema.nullable(),
    })
    .nullable()
    .describe('Vì sao đến hạn lúc đó · why it is due then; null unless it runs'),
  clock: clockViewSchema,
});

export const explanationSchema = z
  .strictObject({
    code: z.string(),
    at: instantSchema,
    clockId: z.string(),
    epochs: z.array(epochSchema),
    minute: minuteSchema.nullable(),
  })
  .meta({ id: 'ClockExplanation' });

type Epoch = ClockExplanation['epochs'][number];
type EpochView = z.infer<typeof epochSchema>;

function stretchesView({ stretches }: Epoch): EpochView['stretches'] {
  return stretches.map(({ from, to, days }) => ({
    from: instantOf(from),
    to: instantOrNull(to),
    days: days?.map(dayView) ?? null,
  }));
}

function epochView(epoch: Epoch, look: Look): EpochView {
  const { startedBy, stoppedBy, cutoff, minutes, granule, due, clock } = epoch;
  return {
    ...{ startedBy, stoppedBy, cutoff, minutes },
    stretches: stretchesView(epoch),
    rests: epoch.rests.map(restView),
    extensions: epoch.extensions.map((extension) => ({ ...extension })),
    amendments: epoch.amendments.map((amendment) => ({ ...amendment })),
    recuts: epoch.recuts.map((recut) => ({ ...recut, cause: { ...recut.cause } })),
    granule: granule === null ? null : { from: instantOf(granule.from), to: instantOf(granule.to) },
    due:
      due === null
        ? null
        : { at: instantOf(due.at), days: due.days.map(dayView), calendarDays: calendarDaysView(due.calendarDays) },
    clock: clockView(clock, look),
  };
}

export function explanationView({ clockId, epochs }: ClockExplanation, look: Look) {
  return { clockId, epochs: epochs.map((epoch) => epochView(epoch, look)) };
}
