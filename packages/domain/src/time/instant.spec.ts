import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { Day, Minute } from './instant.js';
import {
  dayFromIso,
  dayOf,
  instantFromMillis,
  instantOf,
  instantSchema,
  isoDateSchema,
  isoOfDay,
  localIso,
  millisOf,
  minuteOf,
  minuteOfDay,
  parseIsoDay,
  plusDays,
  startOfDay,
  weekdayOf,
  yearOf,
} from './instant.js';

const instant = (text: string) => instantSchema.parse(text);
const LAST_MILLIS = Date.parse('9999-12-31T23:59:59.999Z');
const anyMillis = fc.integer({ min: 0, max: LAST_MILLIS });
const anyDay = fc.integer({ min: 0, max: 2_932_896 }).map((day) => day as Day);

describe('an instant written by any agency', () => {
  it.each([
    ['2026-11-23T09:00:00+07:00', '2026-11-23T02:00:00.000Z'],
    ['2026-11-23T02:00:00Z', '2026-11-23T02:00:00.000Z'],
    ['2026-11-22t21:00:00.5-05:00', '2026-11-23T02:00:00.500Z'],
    ['2026-11-23T02:00:00.123456789z', '2026-11-23T02:00:00.123Z'],
    ['2026-11-23T07:45:00+05:45', '2026-11-23T02:00:00.000Z'],
    ['2026-01-01T00:30:00+07:00', '2025-12-31T17:30:00.000Z'],
    ['2028-02-29T23:59:59.999+07:00', '2028-02-29T16:59:59.999Z'],
    ['2026-11-23T02:00:00-00:00', '2026-11-23T02:00:00.000Z'],
  ])('%s is kept as %s', (written, kept) => {
    expect(instant(written)).toBe(kept);
  });

  it.each([
    '2026-11-23',
    '2026-11-23T09:00:00',
    '2026-11-23T09:00+07:00',
    '2026-11-23 09:00:00+07:00',
    '2026-02-29T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-04-31T09:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T23:59:60Z',
    '2026-11-23T09:60:00Z',
    '2026-11-23T09:00:00+24:00',
    '2026-11-23T09:00:00+0700',
    '1970-01-01T06:59:59+07:00',
    '9999-12-31T23:59:59-01:00',
    '+2026-11-23T09:00:00Z',
    'thứ Hai',
    '',
  ])('"%s" is refused', (written) => {
    expect(instantSchema.safeParse(written).success).toBe(false);
  });

  it('names the same instant whatever the offset it was written in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1e11, max: 4e12 }), fc.integer({ min: -1439, max: 1439 }), (millis, offset) => {
        const local = new Date(millis + offset * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(offset);
        const hours = String(Math.floor(size / 60)).padStart(2, '0');
        const minutes = String(size % 60).padStart(2, '0');
        const written = `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
        expect(millisOf(instant(written))).toBe(millis);
      }),
      { numRuns: 1000 },
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(anyMillis, anyMillis, (a, b) => {
        expect(instantFromMillis(a) < instantFromMillis(b)).toBe(a < b);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('minutes', () => {
  it('cut seconds off: 09:00:59.999 is still 09:00', () => {
    expect(minuteOf(instant('2026-11-23T09:00:59.999+07:00'))).toBe(minuteOf(instant('2026-11-23T09:00:00+07:00')));
  });

  it('are the milliseconds divided by 60,000, for every instant of 1970 to 9999', () => {
    fc.assert(
      fc.property(anyMillis, (millis) => {
        const minute = minuteOf(instantFromMillis(millis));
        expect(minute).toBe(Math.floor(millis / 60_000));
        expect(millisOf(instantOf(minute))).toBe(minute * 60_000);
      }),
      { numRuns: 2000 },
    );
  });

  it('have no instant outside 1970 to 9999', () => {
    expect(() => instantOf(-1 as Minute)).toThrow(RangeError);
    expect(() => instantFromMillis(LAST_MILLIS + 1)).toThrow(RangeError);
    expect(() => instantFromMillis(Number.NaN)).toThrow(RangeError);
  });
});

describe('Vietnamese days', () => {
  it('roll at 17:00 UTC', () => {
    expect(isoOfDay(dayOf(minuteOf(instant('2026-11-23T16:59:59Z'))))).toBe('2026-11-23');
    expect(isoOfDay(dayOf(minuteOf(instant('2026-11-23T17:00:00Z'))))).toBe('2026-11-24');
  });

  it('are written with their offset for people', () => {
    expect(localIso(minuteOf(instant('2026-11-23T02:00:00Z')))).toBe('2026-11-23T09:00+07:00');
    expect(localIso(minuteOf(instant('2025-12-31T17:05:00Z')))).toBe('2026-01-01T00:05+07:00');
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-11-24', 2],
    ['2024-02-29', 4],
    ['2026-01-10', 6],
    ['2026-04-26', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1969-12-28', 7],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(dayFromIso(date))).toBe(weekday);
  });

  it('number every date of 8,000 years as the Gregorian calendar does', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const utc = new Date(day * 86_400_000);
        expect(isoOfDay(day)).toBe(utc.toISOString().slice(0, 10));
        expect(dayFromIso(isoOfDay(day))).toBe(day);
        expect(weekdayOf(day) % 7).toBe(utc.getUTCDay());
        expect(yearOf(day)).toBe(utc.getUTCFullYear());
      }),
      { numRuns: 3000 },
    );
  });

  it('begin at minute 0 and hold 1,440 minutes', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (day, ofDay) => {
        const minute = (startOfDay(day) + ofDay) as Minute;
        expect(dayOf(minute)).toBe(day);
        expect(minuteOfDay(minute)).toBe(ofDay);
        expect(startOfDay(plusDays(day, 1)) - startOfDay(day)).toBe(1440);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['2026-02-29', '2100-02-29', '2026-1-5', '2026-00-10', '0000-01-01', '24/11/2026', ''])(
    '"%s" names no day',
    (text) => {
      expect(parseIsoDay(text)).toBeUndefined();
      expect(() => dayFromIso(text)).toThrow(RangeError);
      expect(isoDateSchema.safeParse(text).success).toBe(false);
    },
  );

  it.each(['2024-02-29', '2000-02-29', '2026-11-24'])('%s is a day', (text) => {
    expect(isoDateSchema.parse(text)).toBe(text);
  });
});
