import { describe, expect, it } from '@jest/globals';
import { HOURS, agencyLayer, closure, closureLayer, provinceLayer } from './office-hours.fixture.js';
import { calendarExceptionSchema, calendarLayerSchema, dayHoursSchema } from './layers.js';
import { officeWeek } from './office-week.js';

const hours = (...blocks: [string, string][]) =>
  dayHoursSchema.safeParse(blocks.map(([from, to]) => ({ from, to }))).success;

describe('hours of a day', () => {
  it('are blocks in order; two may touch', () => {
    expect(hours(['07:30', '11:30'], ['13:30', '17:30'])).toBe(true);
    expect(hours(['07:30', '11:30'], ['11:30', '17:00'])).toBe(true);
    expect(hours()).toBe(true);
    expect(hours(['20:00', '24:00'])).toBe(true);
  });

  it('never overlap, run backwards or cross midnight', () => {
    expect(hours(['07:30', '11:30'], ['11:00', '17:00'])).toBe(false);
    expect(hours(['13:30', '17:30'], ['07:30', '11:30'])).toBe(false);
    expect(hours(['11:30', '07:30'])).toBe(false);
    expect(hours(['08:00', '08:00'])).toBe(false);
    expect(hours(['22:00', '06:00'])).toBe(false);
    expect(hours(['7:30', '11:30'])).toBe(false);
  });

  it('are written short in specs and tools, and judged all the same', () => {
    expect(officeWeek(HOURS.from0730to1730, { sat: '07:30-11:30' }).sat).toEqual([{ from: '07:30', to: '11:30' }]);
    expect(officeWeek(HOURS.from0730to1730).sun).toEqual([]);
    expect(() => officeWeek('13:30-17:30,07:30-11:30')).toThrow();
    expect(() => officeWeek('7h30-11h30')).toThrow(RangeError);
  });
});

describe('the layers of a calendar', () => {
  const province = provinceLayer(HOURS.from0730to1730);

  it('are accepted from the nation down to a single closure', () => {
    const national = { level: 'national', id: 'national', version: 1, noticedYears: [2026], exceptions: [] };
    const agency = agencyLayer(officeWeek(HOURS.from0730to1730));
    for (const layer of [national, province, agency, closureLayer([closure('2026-03-04')])]) {
      expect(calendarLayerSchema.safeParse(layer).success).toBe(true);
    }
  });

  it('refuse an exception that cites no notice, and unknown fields', () => {
    const exception = { date: '2026-03-04', kind: 'closure', name: 'storm', notice: '12/CĐ', provisional: false };
    expect(calendarExceptionSchema.safeParse(exception).success).toBe(true);
    expect(calendarExceptionSchema.safeParse({ ...exception, notice: '' }).success).toBe(false);
    expect(calendarExceptionSchema.safeParse({ ...exception, until: '2026-03-05' }).success).toBe(false);
    expect(calendarExceptionSchema.safeParse({ ...exception, date: '2026-02-30' }).success).toBe(false);
  });

  it('let only a closure close part of a day, and a closure layer hold only closures', () => {
    const part = { ...closure('2026-03-04', '13:30-17:30'), kind: 'holiday' };
    expect(calendarExceptionSchema.safeParse(part).success).toBe(false);
    const holiday = { ...closure('2026-03-04'), kind: 'holiday' as const };
    expect(calendarLayerSchema.safeParse(closureLayer([holiday])).success).toBe(false);
  });

  it('list periods of hours in order', () => {
    const week = officeWeek(HOURS.from0730to1730);
    const periods = (second: string) => [
      { from: '2026-04-15', week, notice: 'summer' },
      { from: second, week, notice: 'winter' },
    ];
    expect(calendarLayerSchema.safeParse({ ...province, hours: periods('2026-10-15') }).success).toBe(true);
    expect(calendarLayerSchema.safeParse({ ...province, hours: periods('2026-04-15') }).success).toBe(false);
    expect(calendarLayerSchema.safeParse({ ...province, hours: [] }).success).toBe(false);
  });
});
