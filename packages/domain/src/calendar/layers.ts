import { z } from 'zod';
import { instantSchema, isoDateSchema } from '../time/instant.js';
import { minutesOfTime, timeOfDaySchema } from '../time/time-of-day.js';

/** A worked block of a day, [from, to); it never crosses midnight. */
export const workBlockSchema = z
  .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
  .refine((block) => minutesOfTime(block.from) < minutesOfTime(block.to), {
    params: { reason: 'blockEndsBeforeItBegins' },
  });
export type WorkBlock = z.infer<typeof workBlockSchema>;

/** Worked blocks of one day in order, not overlapping; none means closed. */
export const dayHoursSchema = z
  .array(workBlockSchema)
  .max(8)
  .refine(
    (blocks) =>
      blocks.every((block, i) => {
        const next = blocks[i + 1];
        return next === undefined || minutesOfTime(block.to) <= minutesOfTime(next.from);
      }),
    { params: { reason: 'blocksOverlapOrOutOfOrder' } },
  );
export type DayHours = z.infer<typeof dayHoursSchema>;

/** Hours of each weekday. */
export const weekHoursSchema = z.strictObject({
  mon: dayHoursSchema,
  tue: dayHoursSchema,
  wed: dayHoursSchema,
  thu: dayHoursSchema,
  fri: dayHoursSchema,
  sat: dayHoursSchema,
  sun: dayHoursSchema,
});
export type WeekHours = z.infer<typeof weekHoursSchema>;

/** Hours in force from a day on (from the beginning when absent), with the decision that sets them. */
export const hoursPeriodSchema = z.strictObject({
  from: isoDateSchema.optional(),
  week: weekHoursSchema,
  notice: z.string().min(1),
});
export type HoursPeriod = z.infer<typeof hoursPeriodSchema>;

/**
 * Why a day differs from its week: a public holiday, the day off that compensates one on a weekend (Labour Code art. 111(3)),
 * a day swapped for a Saturday, that Saturday worked, or a closure of the office.
 */
export const exceptionKindSchema = z.enum(['holiday', 'compensatory', 'swap', 'makeup', 'closure']);
export type ExceptionKind = z.infer<typeof exceptionKindSchema>;

/** One day that differs, with the notice it rests on; a closure may name the block that is closed instead of the whole day. */
export const calendarExceptionSchema = z
  .strictObject({
    date: isoDateSchema,
    kind: exceptionKindSchema,
    name: z.string().min(1),
    notice: z.string().min(1),
    provisional: z.boolean(),
    closed: workBlockSchema.optional(),
  })
  .refine((exception) => exception.closed === undefined || exception.kind === 'closure', {
    params: { reason: 'onlyAClosureClosesPartOfADay' },
  });
export type CalendarException = z.infer<typeof calendarExceptionSchema>;

const layerFields = {
  id: z.string().min(1),
  version: z.int().positive(),
  exceptions: z.array(calendarExceptionSchema),
};

const hoursPeriodsSchema = z
  .array(hoursPeriodSchema)
  .min(1)
  .refine((periods) => periods.every((period, i) => i === 0 || (period.from ?? '') > (periods[i - 1]?.from ?? '')), {
    params: { reason: 'periodsOutOfOrder' },
  });

/** The days of the whole country. A year not listed in `noticedYears` has no official notice yet: its dates are provisional. */
export const nationalLayerSchema = z
  .strictObject({ level: z.literal('national'), noticedYears: z.array(z.int().min(1970).max(9999)), ...layerFields })
  .refine((layer) => new Set(layer.exceptions.map((exception) => exception.date)).size === layer.exceptions.length, {
    params: { reason: 'dateListedTwice' },
  });
export type NationalLayer = z.infer<typeof nationalLayerSchema>;

/** The legal office hours of a province, and days of its own. */
export const provinceLayerSchema = z.strictObject({
  level: z.literal('province'),
  hours: hoursPeriodsSchema,
  ...layerFields,
});
export type ProvinceLayer = z.infer<typeof provinceLayerSchema>;

/** The desk hours of one agency, and days of its own. */
export const agencyLayerSchema = z.strictObject({
  level: z.literal('agency'),
  hours: hoursPeriodsSchema.optional(),
  ...layerFields,
});
export type AgencyLayer = z.infer<typeof agencyLayerSchema>;

/** Closures decided once (a storm, a move, a broken line), over everything below. */
export const closureLayerSchema = z
  .strictObject({
    level: z.literal('closure'),
    ...layerFields,
    /** The instant from which everybody knows this version; absent: from the beginning. */
    knownFrom: instantSchema.optional(),
  })
  .refine((layer) => layer.exceptions.every((exception) => exception.kind === 'closure'), {
    params: { reason: 'onlyClosuresHere' },
  });
export type ClosureLayer = z.infer<typeof closureLayerSchema>;

/** One layer of a calendar; national → province → agency → closure, the later over the earlier. */
export const calendarLayerSchema = z.discriminatedUnion('level', [
  nationalLayerSchema,
  provinceLayerSchema,
  agencyLayerSchema,
  closureLayerSchema,
]);
export type CalendarLayer = z.infer<typeof calendarLayerSchema>;
