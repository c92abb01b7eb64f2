import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { calendarDays } from '../time/duration.js';
import type { Minute } from '../time/instant.js';
import { dayOf, localIso, minuteOf, instantSchema, plusMinutes } from '../time/instant.js';
import { timeOfDay } from '../time/time-of-day.js';
import type { Granularity } from './deadline.js';
import {
  breachFiresAt,
  calendarDaysDue,
  calendarDaysTouched,
  calendarDaysTouchedByAll,
  granule,
  outcomeAt,
  receptionStart,
  sameDayDue,
} from './deadline.js';
import { legalCalendar } from './legal-calendar.js';
import { HOURS, at, provinceLayer } from './office-hours.fixture.js';
import { nationalLayer } from './parse-holidays.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const calendar = legalCalendar({
  national: nationalLayer({ csv, version: 1 }),
  province: provinceLayer(HOURS.from0730to1730),
});
const threePm = timeOfDay('15:00');
const anyMinute = fc.integer({ min: at('2024-01-01 00:00'), max: at('2030-12-31 23:59') }).map((m) => m as Minute);
const written = (minute: Minute) => localIso(minute).slice(0, 16).replace('T', ' ');

describe('the start of a clock with a cut-off at 15:00', () => {
  it.each([
    ['2026-11-25 09:00', '2026-11-25 09:00', 'inside hours'],
    ['2026-11-25 14:59', '2026-11-25 14:59', 'a minute before the cut-off'],
    ['2026-11-25 15:00', '2026-11-25 15:00', 'exactly at the cut-off'],
    ['2026-11-25 15:01', '2026-11-26 07:30', 'a minute after it'],
    ['2026-11-25 17:30', '2026-11-26 07:30', 'at closing'],
    ['2026-11-25 23:59', '2026-11-26 07:30', 'at night'],
    ['2026-11-25 06:00', '2026-11-25 07:30', 'before opening'],
    ['2026-11-25 12:15', '2026-11-25 13:30', 'at noon'],
    ['2026-11-27 15:01', '2026-11-30 07:30', 'on Friday after the cut-off'],
    ['2026-11-28 09:00', '2026-11-30 07:30', 'on Saturday'],
    ['2026-11-28 16:00', '2026-11-30 07:30', 'on Saturday after the hour of the cut-off'],
    ['2026-11-23 15:01', '2026-11-25 07:30', 'on the eve of the holiday of 24 November'],
    ['2026-01-09 15:01', '2026-01-10 07:30', 'on the eve of a make-up Saturday'],
    ['2026-01-10 15:00', '2026-01-10 15:00', 'on a make-up Saturday'],
    ['2026-01-10 15:01', '2026-01-12 07:30', 'on a make-up Saturday after the cut-off'],
    ['2026-02-13 15:01', '2026-02-23 07:30', 'on the last day before Tết'],
  ])('received %s counts from %s: %s', (received, from) => {
    expect(written(receptionStart({ receivedAt: at(received), cutoff: threePm, calendar }))).toBe(from);
  });

  it('cuts seconds off first: 15:00:59 is 15:00', () => {
    const receivedAt = minuteOf(instantSchema.parse('2026-11-25T15:00:59+07:00'));
    expect(written(receptionStart({ receivedAt, cutoff: threePm, calendar }))).toBe('2026-11-25 15:00');
  });

  it('without a cut-off loses no working minute, whenever the dossier came', () => {
    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 1, max: 5000 }), (receivedAt, minutes) => {
        const from = receptionStart({ receivedAt, cutoff: undefined, calendar });
        expect(calendar.workBetween(receivedAt, from)).toBe(0);
        expect(calendar.addWork(from, minutes)).toBe(calendar.addWork(receivedAt, minutes));
      }),
      { numRuns: 1000 },
    );
  });

  it('begins in a worked minute and is never moved by more than the rest of the day', () => {
    fc.assert(
      fc.property(anyMinute, (receivedAt) => {
        const from = receptionStart({ receivedAt, cutoff: threePm, calendar });
        expect(calendar.isOpen(from)).toBe(true);
        expect(calendar.workBetween(receivedAt, from)).toBeLessThan(150);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a same-day procedure', () => {
  it.each([
    ['2026-11-25 08:00', '2026-11-25 17:30'],
    ['2026-11-25 15:00', '2026-11-25 17:30'],
    ['2026-11-25 15:01', '2026-11-26 17:30'],
    ['2026-11-25 05:00', '2026-11-25 17:30'],
    ['2026-11-25 20:00', '2026-11-26 17:30'],
    ['2026-11-23 15:01', '2026-11-25 17:30'],
    ['2026-11-24 10:00', '2026-11-25 17:30'],
    ['2026-11-28 10:00', '2026-11-30 17:30'],
    ['2026-01-10 10:00', '2026-01-10 17:30'],
  ])('received %s is due %s', (received, due) => {
    expect(written(sameDayDue({ receivedAt: at(received), cutoff: threePm, calendar }))).toBe(due);
  });

  it('without a cut-off is due the same day up to closing', () => {
    const due = (received: string) => written(sameDayDue({ receivedAt: at(received), cutoff: undefined, calendar }));
    expect(due('2026-11-25 17:29')).toBe('2026-11-25 17:30');
    expect(due('2026-11-25 17:30')).toBe('2026-11-25 17:30');
    expect(due('2026-11-25 17:31')).toBe('2026-11-26 17:30');
  });
});

describe('a limit in calendar days', () => {
  const due = (start: string, days: number, pausedDays = 0) =>
    written(calendarDaysDue({ start: at(start), days: calendarDays(days), pausedDays, calendar }));

  it('does not count the first day and ends at the close of the last', () => {
    expect(due('2026-11-02 09:00', 1)).toBe('2026-11-03 17:30');
    expect(due('2026-11-02 00:00', 30)).toBe('2026-12-02 17:30');
    expect(due('2026-11-02 23:59', 30)).toBe('2026-12-02 17:30');
    expect(due('2028-02-01 09:00', 28)).toBe('2028-02-29 17:30');
  });

  it('rolls forward from a day off to the next working day', () => {
    expect(due('2026-11-20 09:00', 1)).toBe('2026-11-23 17:30');
    expect(due('2026-11-21 09:00', 3)).toBe('2026-11-25 17:30');
    expect(due('2026-02-01 09:00', 15)).toBe('2026-02-23 17:30');
    expect(due('2026-01-05 09:00', 5)).toBe('2026-01-10 17:30');
  });

  it('is moved by a pause before it rolls', () => {
    expect(due('2026-11-02 09:00', 4, 1)).toBe('2026-11-09 17:30');
    expect(due('2026-11-02 09:00', 4, 2)).toBe('2026-11-09 17:30');
    expect(due('2026-11-02 09:00', 4, 3)).toBe('2026-11-09 17:30');
    expect(due('2026-11-02 09:00', 4, 4)).toBe('2026-11-10 17:30');
  });
});

describe('the calendar days a pause touched', () => {
  it.each([
    ['2026-11-25 09:00', '2026-11-25 15:00', 1],
    ['2026-11-25 09:00', '2026-11-27 10:00', 3],
    ['2026-11-25 23:59', '2026-11-26 00:00', 1],
    ['2026-11-25 23:59', '2026-11-26 00:01', 2],
    ['2026-11-25 09:00', '2026-11-25 09:00', 0],
    ['2026-11-25 09:00', '2026-11-24 09:00', 0],
    ['2028-02-28 09:00', '2028-03-01 09:00', 3],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(calendarDaysTouched(at(from), at(to))).toBe(days);
  });

  it('count a day once that several pauses touched', () => {
    const pause = (from: string, to: string) => ({ from: at(from), to: at(to) });
    const morning = pause('2026-11-25 08:00', '2026-11-25 09:00');
    const afternoon = pause('2026-11-25 14:00', '2026-11-26 09:00');
    const later = pause('2026-11-30 08:00', '2026-11-30 09:00');
    expect(calendarDaysTouchedByAll([later, afternoon, morning])).toBe(3);
    expect(calendarDaysTouchedByAll([pause('2026-11-01 08:00', '2026-11-30 09:00'), morning])).toBe(30);
    expect(calendarDaysTouchedByAll([])).toBe(0);
  });

  it('are the days that hold a paused minute, for any pauses', () => {
    const pause = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 4000 }));
    const base = at('2026-11-01 00:00');
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 6 }), (drawn) => {
        const pauses = drawn.map(([from, length]) => ({
          from: plusMinutes(base, from),
          to: plusMinutes(base, from + length),
        }));
        const days = new Set<number>();
        for (const { from, to } of pauses) for (let m = from; m < to; m++) days.add(dayOf(m));
        expect(calendarDaysTouchedByAll(pauses)).toBe(days.size);
      }),
      { numRuns: 300 },
    );
  });
});

describe('on time, early, overdue', () => {
  it.each<[string, string, Granularity, string]>([
    ['2026-11-27 17:00', '2026-11-27 17:30', 'day', 'onTime'],
    ['2026-11-27 17:00', '2026-11-27 20:00', 'day', 'onTime'],
    ['2026-11-27 17:00', '2026-11-30 07:30', 'day', 'onTime'],
    ['2026-11-27 17:00', '2026-11-30 07:31', 'day', 'overdue'],
    ['2026-11-27 17:00', '2026-11-27 00:00', 'day', 'onTime'],
    ['2026-11-27 17:00', '2026-11-26 23:59', 'day', 'early'],
    ['2026-11-27 17:00', '2026-11-30 07:30', 'halfDay', 'onTime'],
    ['2026-11-27 17:00', '2026-11-30 07:31', 'halfDay', 'overdue'],
    ['2026-11-27 17:00', '2026-11-27 12:00', 'halfDay', 'onTime'],
    ['2026-11-27 17:00', '2026-11-27 11:59', 'halfDay', 'early'],
    ['2026-11-27 09:00', '2026-11-27 13:30', 'halfDay', 'onTime'],
    ['2026-11-27 09:00', '2026-11-27 13:31', 'halfDay', 'overdue'],
    ['2026-11-27 17:30', '2026-11-27 20:00', 'minute', 'onTime'],
    ['2026-11-27 17:30', '2026-11-30 07:30', 'minute', 'onTime'],
    ['2026-11-27 17:30', '2026-11-30 07:31', 'minute', 'overdue'],
    ['2026-11-27 17:30', '2026-11-27 17:29', 'minute', 'early'],
    ['2026-11-27 17:00', '2026-11-27 17:00', 'minute', 'onTime'],
    ['2026-11-27 17:00', '2026-11-27 17:01', 'minute', 'overdue'],
  ])('due %s, ended %s, judged by %s: %s', (...[due, end, granularity, expected]) => {
    expect(outcomeAt({ due: at(due), end: at(end), granularity, calendar })).toBe(expected);
  });

  it.each<[string, Granularity, string]>([
    ['2026-11-27 17:00', 'day', '2026-11-30 07:31'],
    ['2026-11-27 17:00', 'halfDay', '2026-11-30 07:31'],
    ['2026-11-27 17:00', 'minute', '2026-11-27 17:01'],
    ['2026-11-27 17:30', 'minute', '2026-11-30 07:31'],
    ['2026-11-27 09:00', 'halfDay', '2026-11-27 13:31'],
    ['2026-11-23 17:30', 'day', '2026-11-25 07:31'],
  ])('the alert of a limit ending %s by %s fires %s', (due, granularity, fires) => {
    expect(written(breachFiresAt({ due: at(due), granularity, calendar }))).toBe(fires);
  });

  it('granules of half a day begin at 00:00 and 12:00 and contain the due minute', () => {
    const of = (due: string, granularity: Granularity) => {
      const { from, to } = granule({ due: at(due), granularity });
      return [written(from), written(to)];
    };
    expect(of('2026-11-27 11:30', 'halfDay')).toEqual(['2026-11-27 00:00', '2026-11-27 12:00']);
    expect(of('2026-11-27 12:00', 'halfDay')).toEqual(['2026-11-27 12:00', '2026-11-28 00:00']);
    expect(of('2026-11-27 11:30', 'day')).toEqual(['2026-11-27 00:00', '2026-11-28 00:00']);
    expect(of('2026-11-27 11:30', 'minute')).toEqual(['2026-11-27 11:30', '2026-11-27 11:30']);
  });

  it('the alert fires at the first overdue minute, neither before nor after', () => {
    const granularities = fc.constantFrom<Granularity>('minute', 'halfDay', 'day');
    fc.assert(
      fc.property(anyMinute, granularities, (due, granularity) => {
        const fires = breachFiresAt({ due, granularity, calendar });
        expect(outcomeAt({ due, granularity, calendar, end: fires })).toBe('overdue');
        expect(outcomeAt({ due, granularity, calendar, end: plusMinutes(fires, -1) })).not.toBe('overdue');
      }),
      { numRuns: 1000 },
    );
  });
});
