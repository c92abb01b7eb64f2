import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { dayFromIso, isoOfDay, localIso } from '../time/instant.js';
import { CalendarDataError, OutsideCalendar } from './calendar.js';
import type { HoursPeriod, ProvinceLayer } from './layers.js';
import { hoursPeriodSchema } from './layers.js';
import { legalCalendar } from './legal-calendar.js';
import { HOURS, at, closure, provinceLayer } from './office-hours.fixture.js';
import { officeWeek } from './office-week.js';
import { nationalLayer } from './parse-holidays.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const national = nationalLayer({ csv, version: 3 });
const calendar = legalCalendar({ national, province: provinceLayer(HOURS.from0730to1730) });
const day = dayFromIso;
const worked = (date: string) => calendar.isWorkingDay(day(date));
const period = (from: string, weekday: string): HoursPeriod =>
  hoursPeriodSchema.parse({ from, week: officeWeek(weekday), notice: `from ${from}` });
const codeOf = (province: ProvinceLayer): string => {
  try {
    legalCalendar({ national, province });
    return 'accepted';
  } catch (error) {
    return error instanceof CalendarDataError ? error.code : 'another error';
  }
};

describe('the national working days', () => {
  it('make up for swapped days on Saturdays, with the hours of a normal day', () => {
    for (const saturday of ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']) {
      expect(worked(saturday)).toBe(true);
      expect(calendar.workBetween(at(`${saturday} 00:00`), at(`${saturday} 23:59`))).toBe(480);
      expect(localIso(calendar.openOf(day(saturday)))).toBe(`${saturday}T07:30+07:00`);
      expect(localIso(calendar.closeOf(day(saturday)))).toBe(`${saturday}T17:30+07:00`);
    }
    expect([worked('2026-01-02'), worked('2026-08-31'), worked('2026-01-03'), worked('2026-01-17')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('lead from Friday 9 January 2026 to the Saturday worked for 2 January, and from it to Monday', () => {
    expect(isoOfDay(calendar.nextWorkingDay(day('2026-01-09')))).toBe('2026-01-10');
    expect(isoOfDay(calendar.nextWorkingDay(day('2026-01-10')))).toBe('2026-01-12');
    expect(localIso(calendar.addWork(at('2026-01-09 16:30'), 120))).toBe('2026-01-10T08:30+07:00');
  });

  it('leave out 24 November from 2026: one working day from Monday 09:00 ends on Wednesday 09:00', () => {
    expect([worked('2025-11-24'), worked('2026-11-24'), worked('2027-11-24'), worked('2028-11-24')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(localIso(calendar.addWork(at('2026-11-23 09:00'), 480))).toBe('2026-11-25T09:00+07:00');
    expect(localIso(calendar.addWork(at('2026-11-23 09:00'), 720))).toBe('2026-11-25T15:00+07:00');
  });

  it('pass from the last day before Tết 2026 to the first after it', () => {
    expect(isoOfDay(calendar.nextWorkingDay(day('2026-02-13')))).toBe('2026-02-23');
    expect(calendar.workBetween(at('2026-02-13 17:30'), at('2026-02-23 07:30'))).toBe(0);
  });

  it('know leap days', () => {
    expect(worked('2024-02-29')).toBe(true);
    expect(localIso(calendar.addWork(at('2024-02-28 10:00'), 480))).toBe('2024-02-29T10:00+07:00');
    expect(localIso(calendar.addWork(at('2028-02-28 10:00'), 960))).toBe('2028-03-01T10:00+07:00');
  });
});

describe('a year whose notice is not loaded', () => {
  it('gives provisional dates: every day of 2027 and 2028, none of 2026', () => {
    expect(calendar.provisional(at('2026-11-23 09:00'), at('2026-12-31 23:59'))).toBe(false);
    expect(calendar.provisional(at('2026-12-31 09:00'), at('2027-01-01 00:00'))).toBe(true);
    expect(calendar.provisional(at('2027-03-03 09:00'), at('2027-03-03 09:00'))).toBe(true);
    expect(calendar.provisional(at('2028-07-03 09:00'), at('2028-07-04 09:00'))).toBe(true);
    expect(calendar.provisional(at('2027-01-05 09:00'), at('2026-12-30 09:00'))).toBe(true);
  });

  it('keeps the week and the five holidays the law dates, and explains them by the law', () => {
    for (const date of ['2028-01-01', '2028-05-01', '2029-04-30', '2030-09-02', '2028-11-24']) {
      expect(calendar.explainDay(day(date))).toMatchObject({ because: 'holiday', minutes: 0, provisional: true });
    }
    expect(calendar.explainDay(day('2029-04-30'))).toMatchObject({
      name: 'Ngày Chiến thắng 30/4',
      notice: '45/2019/QH14 art. 112',
    });
    expect(worked('2028-01-26')).toBe(true);
    expect(worked('2028-01-03')).toBe(true);
    expect(worked('2028-01-29')).toBe(false);
  });

  it('is given its fixed holidays, a noticed one only what its rows say', () => {
    const exceptions = national.exceptions.filter(({ date }) => date !== '2026-11-24');
    const withoutRow = (noticedYears: number[]) =>
      legalCalendar({
        national: { ...national, exceptions, noticedYears },
        province: provinceLayer(HOURS.from0730to1730),
      }).isWorkingDay(day('2026-11-24'));
    expect(withoutRow([2024, 2025, 2026])).toBe(true);
    expect(withoutRow([2024, 2025])).toBe(false);
  });

  it('begins the Culture Day with 2026 also before the loaded years', () => {
    const range = { firstDay: day('2020-01-01'), lastDay: day('2026-12-31') };
    const longer = legalCalendar({ national, province: provinceLayer(HOURS.from0730to1730), range });
    expect([longer.isWorkingDay(day('2020-11-24')), longer.isWorkingDay(day('2021-09-02'))]).toEqual([true, false]);
    expect(longer.provisional(at('2023-03-01 09:00'), at('2023-03-01 10:00'))).toBe(true);
  });

  it('flags a provisional row in a year that is noticed', () => {
    const rows = national.exceptions.map((row) => (row.date === '2026-09-01' ? { ...row, provisional: true } : row));
    const doubtful = legalCalendar({
      national: { ...national, exceptions: rows },
      province: provinceLayer(HOURS.from0730to1730),
    });
    expect(doubtful.provisional(at('2026-08-28 09:00'), at('2026-09-03 09:00'))).toBe(true);
    expect(doubtful.provisional(at('2026-09-03 09:00'), at('2026-08-28 09:00'))).toBe(true);
    expect(doubtful.provisional(at('2026-09-02 00:00'), at('2026-09-03 09:00'))).toBe(false);
  });
});

describe('an explanation of a day', () => {
  it('says why it is worked or closed, citing the notice', () => {
    expect(calendar.explainDay(day('2026-11-23'))).toEqual({
      date: '2026-11-23',
      weekday: 1,
      blocks: [
        { from: '07:30', to: '11:30' },
        { from: '13:30', to: '17:30' },
      ],
      minutes: 480,
      provisional: false,
      because: 'weekHours',
    });
    expect(calendar.explainDay(day('2026-11-22'))).toMatchObject({ because: 'weekend', minutes: 0, blocks: [] });
    expect(calendar.explainDay(day('2026-11-24'))).toMatchObject({ because: 'holiday', name: 'Ngày Văn hóa Việt Nam' });
    expect(calendar.explainDay(day('2026-08-22'))).toMatchObject({ because: 'makeup', minutes: 480, weekday: 6 });
    expect(calendar.explainDay(day('2026-08-31'))).toMatchObject({ because: 'swap', minutes: 0 });
    expect(calendar.explainDay(day('2026-04-27'))).toMatchObject({ because: 'compensatory', minutes: 0 });
    expect(calendar.explainDay(day('2026-04-26'))).toMatchObject({ because: 'holiday', weekday: 7 });
  });
});

describe('loading a legal calendar', () => {
  it('names the version of each layer', () => {
    expect([calendar.id, calendar.version, calendar.minutesPerDay]).toEqual(['legal:31', 'national@3+31@1', 480]);
    expect(legalCalendar({ national, province: provinceLayer(HOURS.sevenAndAHalf) }).minutesPerDay).toBe(450);
  });

  it('refuses legal hours that differ between weekdays or fall on a weekend', () => {
    const withWeek = (week: HoursPeriod['week']) => ({
      ...provinceLayer(HOURS.from0730to1730),
      hours: [{ week, notice: 'notice' }],
    });
    expect(codeOf(withWeek(officeWeek(HOURS.from0730to1730, { fri: '07:30-11:30' })))).toBe('legalWeekdaysDiffer');
    expect(codeOf(withWeek(officeWeek(HOURS.from0730to1730, { wed: HOURS.from0700to1700 })))).toBe(
      'legalWeekdaysDiffer',
    );
    expect(codeOf(withWeek(officeWeek(HOURS.from0730to1730, { sat: '07:30-11:30' })))).toBe('legalHoursOnWeekend');
    expect(codeOf(withWeek(officeWeek(HOURS.from0730to1730, { sun: '07:30-11:30' })))).toBe('legalHoursOnWeekend');
    expect(codeOf(withWeek(officeWeek('')))).toBe('noWorkingDay');
  });

  it('refuses working days of two lengths, between periods or by a closure of half a day', () => {
    const province = provinceLayer(HOURS.from0730to1730);
    const half = [closure('2026-03-04', '13:30-17:30')];
    expect(codeOf({ ...province, exceptions: half })).toBe('workingDaysDiffer');
    expect(codeOf({ ...province, exceptions: [closure('2026-03-04')] })).toBe('accepted');
    const [first] = province.hours;
    if (first === undefined) throw new Error('no hours');
    const longer = period('2027-01-01', HOURS.sevenAndAHalf);
    expect(codeOf({ ...province, hours: [first, longer] })).toBe('workingDaysDiffer');
  });

  it('changes hours with the season on the day the decision says', () => {
    const hours = [period('2026-01-01', HOURS.from0730to1730), period('2026-04-15', HOURS.from0700to1700)];
    const seasonal = legalCalendar({ national, province: { ...provinceLayer(HOURS.from0730to1730), hours } });
    expect(localIso(seasonal.openOf(day('2026-04-14')))).toBe('2026-04-14T07:30+07:00');
    expect(localIso(seasonal.openOf(day('2026-04-15')))).toBe('2026-04-15T07:00+07:00');
    expect(localIso(seasonal.openOf(day('2025-12-31')))).toBe('2025-12-31T07:30+07:00');
    expect(seasonal.minutesPerDay).toBe(480);
  });

  it('refuses a range that holds no day', () => {
    const range = { firstDay: day('2026-01-02'), lastDay: day('2026-01-01') };
    expect(() => legalCalendar({ national, province: provinceLayer(HOURS.from0730to1730), range })).toThrow(
      CalendarDataError,
    );
  });
});

describe('what lies outside the calendar', () => {
  const range = { firstDay: day('2026-01-05'), lastDay: day('2026-01-16') };
  const fortnight = legalCalendar({ national, province: provinceLayer(HOURS.from0730to1730), range });
  const [first, end] = [at('2026-01-05 00:00'), at('2026-01-17 00:00')];

  it('is never answered', () => {
    const before = at('2026-01-04 23:59');
    const after = at('2026-01-17 00:01');
    expect(() => fortnight.workBetween(before, end)).toThrow(OutsideCalendar);
    expect(() => fortnight.workBetween(first, after)).toThrow(OutsideCalendar);
    expect(() => fortnight.addWork(before, 0)).toThrow(OutsideCalendar);
    expect(() => fortnight.addWork(at('2026-01-16 17:00'), 31)).toThrow(OutsideCalendar);
    expect(() => fortnight.nextOpening(at('2026-01-16 17:30'))).toThrow(OutsideCalendar);
    expect(() => fortnight.isOpen(end)).toThrow(OutsideCalendar);
    expect(() => fortnight.isWorkingDay(day('2026-01-17'))).toThrow(OutsideCalendar);
    expect(() => fortnight.nextWorkingDay(day('2026-01-16'))).toThrow(OutsideCalendar);
    expect(() => fortnight.rollForward(day('2026-01-04'))).toThrow(OutsideCalendar);
    expect(() => fortnight.openOf(day('2026-01-17'))).toThrow(OutsideCalendar);
    expect(() => fortnight.provisional(before, end)).toThrow(OutsideCalendar);
    expect(() => fortnight.explainDay(day('2025-01-01'))).toThrow(OutsideCalendar);
    expect(() => fortnight.workBetween(Number.NaN as typeof first, end)).toThrow(OutsideCalendar);
  });

  it('begins only after the last minute: both ends belong to it', () => {
    expect(fortnight.workBetween(first, end)).toBe(11 * 480);
    expect(fortnight.addWork(first, 11 * 480)).toBe(at('2026-01-16 17:30'));
    expect(fortnight.provisional(first, end)).toBe(false);
    expect(fortnight.addWork(end, 0)).toBe(end);
  });

  it('names the calendar and its ends to who must tell the user', () => {
    let thrown: unknown;
    try {
      fortnight.rollForward(day('2026-01-17'));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ calendarId: 'legal:31', ...range });
  });

  it('differs from a question that is itself wrong', () => {
    expect(() => fortnight.addWork(first, -1)).toThrow(RangeError);
    expect(() => fortnight.addWork(first, 0.5)).toThrow(RangeError);
    expect(() => fortnight.closeOf(day('2026-01-11'))).toThrow(RangeError);
    expect(() => fortnight.openOf(day('2026-01-11'))).toThrow(RangeError);
  });
});
