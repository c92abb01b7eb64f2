/** The reasons behind a clock, with instants instead of minutes. */
import { EVENT_TYPES, SUB_DEADLINE_POLICIES, instantOf, instantSchema } from '@lien-thong/domain';
import type { ClockExplanation, Minute } from '@lien-thong/domain';
import { z } from 'zod';
import { clockView, clockViewSchema } from './clock-view.js';
import type { Look } from './clock-view.js';

const reasonSchema = z
  .strictObject({ seq: z.int(), type: z.enum(EVENT_TYPES as [(typeof EVENT_TYPES)[number]]), at: instantSchema })
  .meta({ id: 'Reason' });

const blockSchema = z.strictObject({ from: instantSchema, to: instantSchema, minutes: z.int(), total: z.int() });
const daySchema = z.strictObject({
  date: z.iso.date(),
  because: z.string(),
  name: z.string().nullable(),
  notice: z.string().nullable(),
  provisional: z.boolean(),
  blocks: z.array(blockSchema),
});

const epochSchema = z.strictObject({
  startedBy: reasonSchema,
  stoppedBy: reasonSchema.nullable(),
  cutoff: z.strictObject({ rule: z.enum(['transferCutoff', 'limitCutoff']), time: z.string() }).nullable(),
  stretches: z.array(
    z.strictObject({ from: instantSchema, to: instantSchema.nullable(), days: z.array(daySchema).nullable() }),
  ),
  rests: z.array(
    z.strictObject({
      from: instantSchema,
      to: instantSchema.nullable(),
      because: reasonSchema,
      grounds: z.array(z.looseObject({ code: z.string() })),
    }),
  ),
  extensions: z.array(z.strictObject({ because: reasonSchema, by: z.string(), legalBasis: z.string() })),
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
  clock: clockViewSchema,
});

export const explanationSchema = z
  .strictObject({ code: z.string(), at: instantSchema, clockId: z.string(), epochs: z.array(epochSchema) })
  .meta({ id: 'ClockExplanation' });

const instantOrNull = (minute: Minute | null) => (minute === null ? null : instantOf(minute));

type Epoch = ClockExplanation['epochs'][number];
type EpochView = z.infer<typeof epochSchema>;

function stretchesView({ stretches }: Epoch): EpochView['stretches'] {
  return stretches.map(({ from, to, days }) => ({
    from: instantOf(from),
    to: instantOrNull(to),
    days:
      days?.map((day) => ({
        ...day,
        blocks: day.blocks.map((block) => ({ ...block, from: instantOf(block.from), to: instantOf(block.to) })),
      })) ?? null,
  }));
}

function epochView(epoch: Epoch, look: Look): EpochView {
  const { startedBy, stoppedBy, cutoff, minutes, granule, clock } = epoch;
  return {
    ...{ startedBy, stoppedBy, cutoff, minutes },
    stretches: stretchesView(epoch),
    rests: epoch.rests.map(({ from, to, because, grounds }) => ({
      from: instantOf(from),
      to: instantOrNull(to),
      because,
      grounds: grounds.map((ground) => ({ ...ground })),
    })),
    extensions: epoch.extensions.map((extension) => ({ ...extension })),
    recuts: epoch.recuts.map((recut) => ({ ...recut, cause: { ...recut.cause } })),
    granule: granule === null ? null : { from: instantOf(granule.from), to: instantOf(granule.to) },
    clock: clockView(clock, look),
  };
}

export function explanationView({ clockId, epochs }: ClockExplanation, look: Look) {
  return { clockId, epochs: epochs.map((epoch) => epochView(epoch, look)) };
}
