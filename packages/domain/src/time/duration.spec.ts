import fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, it } from '@jest/globals';
import type { WorkDuration } from './duration.js';
import {
  addDurations,
  amountOf,
  calendarDays,
  calendarDaysSchema,
  durationSchema,
  isCalendarDays,
  isSameDay,
  isWorkDuration,
  parseDuration,
  sameDay,
  unitOf,
  wholeDays,
  workDurationSchema,
  workMinutes,
  workingDays,
  workingHours,
} from './duration.js';

describe('a duration of the law', () => {
  it.each([
    ['1.5wd', '1.5wd'],
    ['1.50wd', '1.5wd'],
    ['0.25wd', '0.25wd'],
    ['12.0000wh', '12wh'],
    ['0.0001wh', '0.0001wh'],
    ['99999.9999wd', '99999.9999wd'],
    ['30cd', '30cd'],
    ['sameDay', 'sameDay'],
  ])('%s is kept as %s', (written, kept) => {
    expect(parseDuration(written)).toBe(kept);
    expect(durationSchema.parse(written)).toBe(kept);
  });

  it.each([
    '0wd',
    '0.0000wh',
    '0cd',
    '-1wd',
    '+1wd',
    '1.5cd',
    '1,5wd',
    '.5wd',
    '1.wd',
    '01wd',
    '1.00001wd',
    '100000wd',
    '1e2wd',
    '1 wd',
    '1WD',
    'wd',
    '8h',
    '3',
    'sameday',
    '',
  ])('"%s" is none', (written) => {
    expect(parseDuration(written)).toBeUndefined();
    expect(durationSchema.safeParse(written).success).toBe(false);
  });

  it('is a text in JSON and comes back as it went', () => {
    const limits = z.object({ limit: durationSchema });
    const stored = JSON.stringify(limits.parse({ limit: '1.50wd' }));
    expect(stored).toBe('{"limit":"1.5wd"}');
    expect(limits.parse(JSON.parse(stored))).toEqual({ limit: workingDays('1.5') });
    expect(z.toJSONSchema(limits)).toMatchObject({ properties: { limit: { type: 'string' } } });
  });

  it('is taken only in the units a field allows', () => {
    expect(workDurationSchema.safeParse('30cd').success).toBe(false);
    expect(workDurationSchema.safeParse('sameDay').success).toBe(false);
    expect(workDurationSchema.parse('12wh')).toBe('12wh');
    expect(calendarDaysSchema.safeParse('30wd').success).toBe(false);
    expect(calendarDaysSchema.parse('30cd')).toBe('30cd');
  });

  it('knows its unit and its amount', () => {
    expect([workingDays('1.5'), workingHours(12), calendarDays(30), sameDay].map(unitOf)).toEqual([
      'wd',
      'wh',
      'cd',
      'sameDay',
    ]);
    expect(amountOf(workingDays('1.50'))).toBe('1.5');
    expect(wholeDays(calendarDays(30))).toBe(30);
    expect([isWorkDuration(workingHours(1)), isWorkDuration(calendarDays(1))]).toEqual([true, false]);
    expect([isCalendarDays(calendarDays(1)), isSameDay(sameDay), isSameDay(workingDays(1))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('cannot be made of an amount that is no amount', () => {
    expect(() => workingDays(0)).toThrow(RangeError);
    expect(() => calendarDays('1.5')).toThrow(RangeError);
    expect(() => workingHours(Number.NaN)).toThrow(RangeError);
  });
});

describe('adding durations', () => {
  it('is exact: a tenth and two tenths of a day are three tenths', () => {
    expect(addDurations(workingDays('0.1'), workingDays('0.2'))).toBe('0.3wd');
    expect(addDurations(workingDays('1.9999'), workingDays('0.0001'))).toBe('2wd');
    expect(addDurations(calendarDays(10), calendarDays(5))).toBe('15cd');
  });

  it('never mixes units: what the compiler refuses also throws', () => {
    // @ts-expect-error working days and working hours have no common sum without a calendar
    expect(() => addDurations(workingDays(1), workingHours(8))).toThrow(RangeError);
    // @ts-expect-error working days and calendar days are counted on different calendars
    expect(() => addDurations(workingDays(1), calendarDays(1))).toThrow(RangeError);
    // @ts-expect-error "the same day" is not an amount
    expect(() => addDurations(sameDay, sameDay)).toThrow(RangeError);
    const either: WorkDuration = parseDuration('1wd') as WorkDuration;
    // @ts-expect-error a union of units is not one unit
    expect(addDurations(either, either)).toBe('2wd');
  });

  it('refuses a sum that cannot be written', () => {
    expect(() => addDurations(workingDays('99999'), workingDays(1))).toThrow(RangeError);
  });
});

describe('working minutes of a duration', () => {
  it.each([
    ['1.5wd', 480, 720],
    ['1.5wd', 450, 675],
    ['1wd', 450, 450],
    ['12wh', 480, 720],
    ['12wh', 450, 720],
    ['0.5wh', 450, 30],
    ['0.0001wd', 480, 0],
    ['0.0011wd', 450, 0],
    ['0.0012wd', 450, 1],
    ['0.3wd', 455, 137],
    ['0.1wd', 455, 46],
    ['0.1wd', 454, 45],
    ['0.0083wh', 480, 0],
    ['0.0084wh', 480, 1],
    ['2.675wh', 480, 161],
  ])('%s with days of %i minutes is %i', (written, minutesPerDay, minutes) => {
    expect(workMinutes(workDurationSchema.parse(written), minutesPerDay)).toBe(minutes);
  });

  it('round half up exactly, without floating error, for every amount', () => {
    const amounts = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1440 }), (tenThousandths, minutesPerDay) => {
        const digits = String(tenThousandths).padStart(5, '0');
        const duration = workingDays(`${digits.slice(0, -4)}.${digits.slice(-4)}`);
        const exact = BigInt(tenThousandths) * BigInt(minutesPerDay);
        expect(workMinutes(duration, minutesPerDay)).toBe(Number((exact * 2n + 10_000n) / 20_000n));
      }),
      { numRuns: 2000 },
    );
  });
});
