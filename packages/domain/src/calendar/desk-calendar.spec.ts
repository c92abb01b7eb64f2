import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { dayFromIso, localIso } from '../time/instant.js';
import { deskCalendar } from './desk-calendar.js';
import type { CalendarException } from './layers.js';
import { HOURS, agencyLayer, at, closure, closureLayer, provinceLayer } from './office-hours.fixture.js';
import { officeWeek } from './office-week.js';
import { nationalLayer } from './parse-holidays.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const national = nationalLayer({ csv, version: 1 });
const province = provinceLayer(HOURS.from0730to1730);
const saturdayWeek = officeWeek(HOURS.from0730to1730, { sat: '08:00-11:00' });
const centre = deskCalendar({ national, province, agency: agencyLayer(saturdayWeek) });
const department = deskCalendar({
  national,
  province,
  agency: agencyLayer(officeWeek(HOURS.from0730to1730, { fri: '07:30-11:30' })),
});
const withClosures = (closures: CalendarException[], own: CalendarException[] = []) =>
  deskCalendar({ national, province, agency: agencyLayer(saturdayWeek, own), closures: [closureLayer(closures)] });
const minutesOn = (calendar: typeof centre, date: string) => calendar.explainDay(dayFromIso(date)).minutes;

describe('the desk of an agency', () => {
  it('may be open on Saturday morning, when the law does not count', () => {
    expect(minutesOn(centre, '2026-11-28')).toBe(180);
    expect(localIso(centre.nextOpening(at('2026-11-27 17:30')))).toBe('2026-11-28T08:00+07:00');
    expect(localIso(centre.addWork(at('2026-11-27 17:00'), 60))).toBe('2026-11-28T08:30+07:00');
  });

  it('may be closed on Friday afternoon, when the law does count', () => {
    expect(localIso(department.closeOf(dayFromIso('2026-11-27')))).toBe('2026-11-27T11:30+07:00');
    expect(localIso(department.nextOpening(at('2026-11-27 11:30')))).toBe('2026-11-30T07:30+07:00');
  });

  it('opens on a make-up Saturday with the legal hours, whatever its Saturdays are', () => {
    for (const desk of [centre, department]) {
      for (const saturday of ['2026-01-10', '2026-08-22']) {
        expect(minutesOn(desk, saturday)).toBe(480);
        expect(localIso(desk.openOf(dayFromIso(saturday)))).toBe(`${saturday}T07:30+07:00`);
      }
    }
  });

  it('is closed on holidays also when they fall on its Saturday', () => {
    expect(minutesOn(centre, '2027-05-01')).toBe(0);
    expect(minutesOn(centre, '2027-02-06')).toBe(0);
    expect(minutesOn(centre, '2026-11-24')).toBe(0);
  });

  it('has the hours of its province when it names none', () => {
    const plain = deskCalendar({
      national,
      province,
      agency: { level: 'agency', id: '11413', version: 4, exceptions: [] },
    });
    expect(minutesOn(plain, '2026-11-27')).toBe(480);
    expect(minutesOn(plain, '2026-11-28')).toBe(0);
    expect([plain.id, plain.version, plain.minutesPerDay]).toEqual(['desk:11413', 'national@1+31@1+11413@4', 480]);
  });
});

describe('a closure of one desk', () => {
  it('closes a whole day, and says by which notice', () => {
    const closed = withClosures([closure('2026-11-25')]);
    expect(closed.explainDay(dayFromIso('2026-11-25'))).toMatchObject({
      because: 'closure',
      minutes: 0,
      name: 'office moves',
      notice: 'notice 12/TB',
    });
    expect(localIso(closed.addWork(at('2026-11-23 17:00'), 31))).toBe('2026-11-26T07:31+07:00');
  });

  it.each([
    ['13:30-17:30', 240, ['07:30-11:30']],
    ['10:00-14:00', 360, ['07:30-10:00', '14:00-17:30']],
    ['08:00-08:30', 450, ['07:30-08:00', '08:30-11:30', '13:30-17:30']],
    ['11:30-13:30', 480, ['07:30-11:30', '13:30-17:30']],
    ['00:00-24:00', 0, []],
  ])('of %s leaves %i minutes', (block, minutes, left) => {
    const explained = withClosures([closure('2026-11-25', block)]).explainDay(dayFromIso('2026-11-25'));
    expect(explained.minutes).toBe(minutes);
    expect(explained.blocks.map(({ from, to }) => `${from}-${to}`)).toEqual(left);
  });

  it('adds to another on the same day, of the agency itself or of a second notice', () => {
    const twice = withClosures([closure('2026-11-25', '16:30-17:30')], [closure('2026-11-25', '07:30-09:30')]);
    expect(minutesOn(twice, '2026-11-25')).toBe(300);
  });

  it('closes a make-up Saturday too, and leaves a day off what it was', () => {
    const closed = withClosures([closure('2026-08-22', '07:30-11:30'), closure('2026-11-24'), closure('2026-11-29')]);
    expect(minutesOn(closed, '2026-08-22')).toBe(240);
    expect(closed.explainDay(dayFromIso('2026-11-24')).because).toBe('holiday');
    expect(closed.explainDay(dayFromIso('2026-11-29')).because).toBe('weekend');
  });

  it('is a closed weekday of its week when the desk never opens then', () => {
    const fourDays = deskCalendar({
      national,
      province,
      agency: agencyLayer(officeWeek(HOURS.from0730to1730, { wed: '' })),
    });
    expect(fourDays.explainDay(dayFromIso('2026-11-25')).because).toBe('weekClosed');
  });
});
