/** Days, blocks and rests of an explanation, with instants instead of minutes. */
import { EVENT_TYPES, instantOf, instantSchema } from '@lien-thong/domain';
import type { CountedCalendarDays, CountedDay, ExplainedRest, Minute } from '@lien-thong/domain';
import { z } from 'zod';

export const reasonSchema = z
  .strictObject({ seq: z.int(), type: z.enum(EVENT_TYPES as [(typeof EVENT_TYPES)[number]]), at: instantSchema })
  .meta({ id: 'Reason' });

const blockSchema = z.strictObject({ from: instantSchema, to: instantSchema, minutes: z.int(), total: z.int() });
export const daySchema = z.strictObject({
  date: z.iso.date(),
  because: z.string(),
  name: z.string().nullable(),
  notice: z.string().nullable(),
  provisional: z.boolean(),
  blocks: z.array(blockSchema),
});

export const restSchema = z.strictObject({
  from: instantSchema,
  to: instantSchema.nullable(),
  because: reasonSchema,
  grounds: z.array(z.looseObject({ code: z.string() })),
});

export const calendarDaysSchema = z.strictObject({
  notCounted: z.iso.date().describe('The day it counts from, itself not counted'),
  days: z.int(),
  pausedDays: z.int(),
  last: z.iso.date(),
  rolledOver: z.array(daySchema).describe('Closed days it rolls over'),
});

export const instantOrNull = (minute: Minute | null) => (minute === null ? null : instantOf(minute));

export function dayView(day: CountedDay): z.infer<typeof daySchema> {
  return {
    ...day,
    blocks: day.blocks.map((block) => ({ ...block, from: instantOf(block.from), to: instantOf(block.to) })),
  };
}

export function restView({ from, to, because, grounds }: ExplainedRest): z.infer<typeof restSchema> {
  return { from: instantOf(from), to: instantOrNull(to), because, grounds: grounds.map((ground) => ({ ...ground })) };
}

export function calendarDaysView(counted: CountedCalendarDays | null): z.infer<typeof calendarDaysSchema> | null {
  return counted === null ? null : { ...counted, rolledOver: counted.rolledOver.map(dayView) };
}
