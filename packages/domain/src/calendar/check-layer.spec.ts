import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isoDateSchema } from '../time/instant.js';
import { CALENDAR_RULES, checkLayer } from './check-layer.js';
import type { CalendarRule, CheckedLayer } from './check-layer.js';
import type { CalendarException, CalendarLayer, NationalLayer } from './layers.js';
import { HOURS, closure, provinceLayer } from './office-hours.fixture.js';
import { officeWeek } from './office-week.js';
import { nationalLayer } from './parse-holidays.js';
import { changedDates, sameDays } from './same-days.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const national = nationalLayer({ csv, version: 1 });
const province = provinceLayer(HOURS.from0730to1730);
const today = isoDateSchema.parse('2026-11-19');

const day = (date: string, kind: CalendarException['kind'] = 'holiday'): CalendarException =>
  ({ date, kind, name: 'nghỉ', notice: '1/TB', provisional: false }) as CalendarException;

function checked(layer: CalendarLayer, more: Partial<CheckedLayer> = {}): readonly CalendarRule[] {
  const former = { national, province, closure: null, agency: null }[layer.level];
  const own = layer.level === 'national' ? layer : national;
  const provinces = layer.level === 'province' ? [layer] : [province];
  return checkLayer({ layer, former, national: own, provinces, today, reason: null, ...more }).map(({ rule }) => rule);
}
const withDays = (...days: readonly CalendarException[]): NationalLayer => ({
  ...{ ...national, version: 2 },
  exceptions: [...national.exceptions, ...days],
});
const closing = (...exceptions: readonly CalendarException[]): CalendarLayer => ({
  ...{ level: 'closure', id: 'ward', version: 1, exceptions: [...exceptions] },
});
const hours = (...weeks: readonly ReturnType<typeof officeWeek>[]): CalendarLayer => ({
  ...{ ...province, version: 2 },
  hours: weeks.map((week, i) => ({
    ...(i === 0 ? {} : { from: isoDateSchema.parse('2027-01-01') }),
    week,
    notice: 'x',
  })),
});

const CASES: readonly (readonly [CalendarRule, CalendarLayer])[] = [
  ['dateListedTwice', withDays(day('2026-11-24'))],
  ['swapsOverlap', withDays(day('2026-08-22', 'swap'), day('2026-12-05', 'makeup'))],
  ['makeupOnHoliday', withDays(day('2026-09-02', 'makeup'))],
  ['makeupOnWorkingDay', withDays(day('2026-12-03', 'makeup'), day('2026-12-04', 'swap'))],
  ['swapOnDayOff', withDays(day('2026-12-05', 'swap'), day('2026-12-12', 'makeup'))],
  ['swapWithoutMakeup', withDays(day('2026-12-04', 'swap'))],
  ['dateOutsideCalendar', withDays(day('2055-01-01'))],
  ['yearWithoutDays', { ...national, noticedYears: [2024, 2025, 2026, 2031] }],
  ['yearNotFinal', { ...national, noticedYears: [2024, 2025, 2026, 2027] }],
  ['kindNotForThisCalendar', withDays(day('2026-12-04', 'closure'))],
  ['noOpenMinute', hours(officeWeek(''))],
  ['workingDaysDiffer', hours(officeWeek(HOURS.from0730to1730), officeWeek(HOURS.sevenAndAHalf))],
  ['legalWeekdaysDiffer', hours(officeWeek(HOURS.from0730to1730, { fri: '07:30-11:30' }))],
  ['legalHoursOnWeekend', hours(officeWeek(HOURS.from0730to1730, { sat: '07:30-11:30' }))],
  ['pastChangeWithoutReason', withDays(day('2026-11-18'))],
  ['nothingChanges', { ...national, version: 2 }],
];

describe('a version of a calendar', () => {
  it.each(CASES)('is not sound with %s', (rule, layer) => {
    expect(checked(layer)).toContain(rule);
  });

  it('has a case for every rule', () => {
    expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual([...CALENDAR_RULES].sort());
  });

  it('is sound with a holiday to come, a swap with its Saturday, a closure, a year that became final', () => {
    expect(checked(withDays(day('2026-12-04')))).toEqual([]);
    expect(checked(withDays(day('2026-12-04', 'swap'), day('2026-12-05', 'makeup')))).toEqual([]);
    expect(checked(closing(closure('2026-12-04'), closure('2026-12-07', '13:30-17:30')))).toEqual([]);
    const final = national.exceptions.map((each) => ({ ...each, provisional: false }));
    expect(checked({ ...national, version: 2, exceptions: final, noticedYears: [2024, 2025, 2026, 2027] })).toEqual([]);
  });

  it('may change the past of which somebody says why', () => {
    expect(checked(withDays(day('2026-11-18')), { reason: 'công điện đến chậm' })).toEqual([]);
  });

  it('is not sound where a desk is closed for a whole year', () => {
    const days = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10));
    expect(checked(closing(...days.map((date) => closure(date))))).toEqual(['noOpenMinute']);
  });
});

describe('what differs between two versions', () => {
  it('are days that were added and days that are gone, not their words', () => {
    const renamed = national.exceptions.map((each) => ({ ...each, name: 'khác', notice: 'khác' }));
    expect(sameDays(national, { ...national, exceptions: renamed })).toEqual({ same: false, firstDifferent: null });
    const other = withDays(day('2026-12-04')).exceptions.filter(({ date }) => date !== '2026-11-24');
    expect(changedDates(national, { ...national, exceptions: other })).toEqual(['2026-11-24', '2026-12-04']);
  });

  it('are hours from the day they are in force, or from the beginning of all days', () => {
    const [first, second] = [officeWeek(HOURS.from0730to1730), officeWeek(HOURS.from0700to1700)];
    expect(changedDates(province, hours(first, second))).toEqual(['2027-01-01']);
    expect(changedDates(province, hours(second))).toEqual(['0000-01-01']);
  });
});
