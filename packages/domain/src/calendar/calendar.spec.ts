import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { Minute } from '../time/instant.js';
import { dayOf, minuteOfDay, plusMinutes, startOfDay } from '../time/instant.js';
import type { Calendar } from './calendar.js';
import { deskCalendar } from './desk-calendar.js';
import { legalCalendar } from './legal-calendar.js';
import { HOURS, agencyLayer, at, closure, closureLayer, provinceLayer } from './office-hours.fixture.js';
import { officeWeek } from './office-week.js';
import { nationalLayer } from './parse-holidays.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const national = nationalLayer({ csv, version: 1 });
const legal = Object.values(HOURS).map((hours) => legalCalendar({ national, province: provinceLayer(hours) }));
const province = provinceLayer(HOURS.from0730to1730);
const week = officeWeek(HOURS.from0730to1730, { sat: '07:30-11:30', fri: '07:30-11:30' });
const closures = [closureLayer([closure('2026-11-25', '10:00-14:00'), closure('2025-06-10')])];
const all: readonly Calendar[] = [...legal, deskCalendar({ national, province, agency: agencyLayer(week), closures })];

const [first, last] = [at('2024-01-01 00:00'), at('2036-12-31 23:59')];
const anyLegal = fc.constantFrom(...legal);
const anyCalendar = fc.constantFrom(...all);
const anyMinute = fc.integer({ min: first, max: last }).map((minute) => minute as Minute);
const someWork = fc.integer({ min: 1, max: 100_000 });
const runs = { numRuns: 2000 };

describe('one working day', () => {
  it('started inside hours ends at the same clock time on the next working day', () => {
    fc.assert(
      fc.property(anyLegal, anyMinute, (calendar, minute) => {
        const start = calendar.nextOpening(minute);
        const end = calendar.addWork(start, calendar.minutesPerDay);
        const nextDay = calendar.nextWorkingDay(dayOf(start));
        if (start === calendar.openOf(dayOf(start))) {
          // A whole day from its first minute is that day: it ends at its close, no worked minute before the next opening.
          expect(end).toBe(calendar.closeOf(dayOf(start)));
          expect(calendar.workBetween(end, calendar.openOf(nextDay))).toBe(0);
          return;
        }
        const startsAfternoon = !calendar.isOpen(plusMinutes(start, -1));
        expect(dayOf(end)).toBe(nextDay);
        const clockTime = minuteOfDay(start);
        if (startsAfternoon) expect(calendar.workBetween(end, plusMinutes(startOfDay(nextDay), clockTime))).toBe(0);
        else expect(minuteOfDay(end)).toBe(clockTime);
      }),
      runs,
    );
  });

  it('has the same minutes on every working day of the legal calendar, and none on any other', () => {
    for (const calendar of legal) {
      for (let day = calendar.firstDay; day <= calendar.lastDay; day++) {
        const minutes = calendar.isWorkingDay(day) ? calendar.minutesPerDay : 0;
        const midnight = startOfDay(day);
        const worked = calendar.workBetween(midnight, plusMinutes(midnight, 1440));
        if (worked !== minutes) throw new Error(`day ${day} of ${calendar.id}: ${worked}`);
      }
    }
    expect(legal.map(({ minutesPerDay }) => minutesPerDay)).toEqual([480, 480, 450]);
  });
});

describe('working time', () => {
  it('is what addWork adds: workBetween(t, addWork(t, n)) = n, and no earlier minute will do', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, someWork, (calendar, t, minutes) => {
        const reached = calendar.addWork(t, minutes);
        expect(calendar.workBetween(t, reached)).toBe(minutes);
        expect(calendar.workBetween(t, plusMinutes(reached, -1))).toBe(minutes - 1);
        expect(calendar.isOpen(plusMinutes(reached, -1))).toBe(true);
      }),
      runs,
    );
  });

  it('adds up over any instant in between', () => {
    fc.assert(
      fc.property(anyCalendar, fc.tuple(anyMinute, anyMinute, anyMinute), (calendar, [a, b, c]) => {
        expect(calendar.workBetween(a, b) + calendar.workBetween(b, c)).toBe(calendar.workBetween(a, c));
        expect(calendar.workBetween(b, a) + calendar.workBetween(a, b)).toBe(0);
      }),
      runs,
    );
  });

  it('may be added at once or in two parts', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, fc.tuple(someWork, someWork), (calendar, t, [one, other]) => {
        expect(calendar.addWork(calendar.addWork(t, one), other)).toBe(calendar.addWork(t, one + other));
        expect(calendar.addWork(t, 0)).toBe(t);
      }),
      runs,
    );
  });

  it('grows by one in an open minute and by nothing in a closed one', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, (calendar, m) => {
        expect(calendar.workBetween(m, plusMinutes(m, 1))).toBe(calendar.isOpen(m) ? 1 : 0);
      }),
      runs,
    );
  });

  it('begins at the next opening: nothing is worked before it and the minute itself is', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, (calendar, m) => {
        const opening = calendar.nextOpening(m);
        expect(opening).toBeGreaterThanOrEqual(m);
        expect(calendar.workBetween(m, opening)).toBe(0);
        expect(calendar.isOpen(opening)).toBe(true);
      }),
      runs,
    );
  });
});

describe('working days', () => {
  it('open at their first worked minute and close after their last', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, (calendar, m) => {
        const day = calendar.rollForward(dayOf(m));
        const [opens, closes] = [calendar.openOf(day), calendar.closeOf(day)];
        expect([calendar.isOpen(opens), calendar.isOpen(plusMinutes(closes, -1))]).toEqual([true, true]);
        expect(calendar.workBetween(startOfDay(day), opens)).toBe(0);
        expect(calendar.workBetween(closes, plusMinutes(startOfDay(day), 1440))).toBe(0);
      }),
      runs,
    );
  });

  it('follow one another with only closed days between', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, (calendar, m) => {
        const day = dayOf(m);
        const next = calendar.nextWorkingDay(day);
        expect(next).toBeGreaterThan(day);
        expect(calendar.isWorkingDay(next)).toBe(true);
        expect(calendar.workBetween(plusMinutes(startOfDay(day), 1440), startOfDay(next))).toBe(0);
        expect(calendar.rollForward(day)).toBe(calendar.isWorkingDay(day) ? day : next);
      }),
      runs,
    );
  });

  it('explain themselves with the blocks that are worked', () => {
    fc.assert(
      fc.property(anyCalendar, anyMinute, (calendar, m) => {
        const explained = calendar.explainDay(dayOf(m));
        const local = minuteOfDay(m);
        const inBlock = explained.blocks.some(({ from, to }) => {
          const [begins, ends] = [from, to].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
          return (begins ?? 0) <= local && local < (ends ?? 0);
        });
        expect(calendar.isOpen(m)).toBe(inBlock);
        expect(explained.minutes > 0).toBe(calendar.isWorkingDay(dayOf(m)));
      }),
      runs,
    );
  });
});
