import { describe, expect, it } from '@jest/globals';
import { dayFromIso, dayOf, isRefusal, minuteOf, provinceLayerSchema, officeWeek } from '@lien-thong/domain';
import { procedureForTest } from '@lien-thong/domain/testing';
import { DONG_HAI, HAI_AN, townData, townReference, vn } from '../../test/town.js';
import { IndexedReference } from './reference.js';

const today = dayOf(minuteOf(vn('2026-11-23 09:00')));

describe('a procedure in force', () => {
  const versions = [
    procedureForTest({ version: 1, effectiveFrom: '2025-07-01', effectiveTo: '2026-06-30' }),
    procedureForTest({ version: 2, effectiveFrom: '2026-07-01', effectiveTo: null }),
    procedureForTest({ version: 3, effectiveFrom: '2027-01-01', effectiveTo: null }),
    procedureForTest({
      code: '1.000001',
      cases: [{ key: 'only', name: 'x', nameEn: 'x', limits: { counter: null, online: null, post: null } }],
    }),
  ];
  const reference = new IndexedReference({ ...townData(), procedures: versions });
  const found = (code: string, day: string) => {
    const outcome = reference.procedureInForce(code, dayFromIso(day));
    return isRefusal(outcome) ? outcome.code : outcome.version;
  };

  it('is the one with the latest first day, both ends included', () => {
    expect(
      ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01', '2030-01-01'].map((day) => found('1.004873', day)),
    ).toEqual(['procedure-not-effective', 1, 1, 2, 3]);
  });

  const between = (...rows: readonly (readonly [version: number, from: string, to: string | null])[]) => {
    const published = rows.map(([version, effectiveFrom, effectiveTo]) =>
      procedureForTest({ version, effectiveFrom, effectiveTo }),
    );
    const among = new IndexedReference({ ...townData(), procedures: published });
    return (day: string) => {
      const outcome = among.procedureInForce('1.004873', dayFromIso(day));
      return isRefusal(outcome) ? outcome.code : outcome.version;
    };
  };

  it('is named by its first day, not by its number', () => {
    const found = between([1, '2025-07-01', null], [2, '2027-01-01', null], [3, '2026-12-01', null]);
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map(found)).toEqual([1, 3, 3, 2]);
  });

  it('is the later of two that were published for the same day', () => {
    expect(between([1, '2026-12-01', null], [2, '2026-12-01', null])('2026-12-01')).toBe(2);
  });

  it('ends with the day it is retired on, and what it took over from does not come back', () => {
    const found = between([1, '2025-07-01', null], [2, '2026-12-01', '2026-12-10']);
    expect(['2026-11-30', '2026-12-01', '2026-12-10', '2026-12-11'].map(found)).toEqual([
      ...[1, 2, 2],
      'procedure-not-effective',
    ]);
  });

  it('is not one that was taken back before its first day', () => {
    const found = between([1, '2025-07-01', null], [2, '2026-12-01', '2026-11-22']);
    expect(['2026-11-22', '2026-12-01'].map(found)).toEqual([1, 1]);
  });

  it('is known by its number for as long as the reference holds it', () => {
    const calendar = { calendarProvince: '31', calendarVersion: reference.legalCalendar('31').version };
    const pinned = (procedureVersion: number) =>
      ({ procedureCode: '1.004873', procedureVersion, ...calendar }) as never;
    expect([1, 3, 4].map((version) => reference.knows(pinned(version)))).toEqual([true, true, false]);
    expect(reference.knows({ procedureCode: '9.999999', procedureVersion: 1, ...calendar } as never)).toBe(false);
  });

  it('is not enough to know where the version of its calendar is not', () => {
    const pin = {
      procedureCode: '1.004873',
      procedureVersion: 1,
      calendarProvince: '31',
      calendarVersion: 'national@9+31@1',
    };
    expect(reference.knows(pin as never)).toBe(false);
  });

  it('is refused where none is known, and where the law gives no limit a clock could use', () => {
    expect(found('9.999999', '2026-11-23')).toBe('procedure-unknown');
    expect(found('1.000001', '2026-11-23')).toBe('procedure-limit-unknown');
  });

  it('cannot be there twice', () => {
    expect(() => new IndexedReference({ ...townData(), procedures: [procedureForTest(), procedureForTest()] })).toThrow(
      'comes twice',
    );
  });
});

describe('the rules of a dossier', () => {
  it('are made once and kept', () => {
    const reference = townReference();
    const procedure = reference.procedureInForce('1.004873', today);
    if (isRefusal(procedure)) throw new Error(procedure.code);
    expect(reference.rulesFor(procedure, HAI_AN)).toBe(reference.rulesFor(procedure, DONG_HAI));
  });

  it('stay those of its pinned calendar when a newer version comes', () => {
    const data = townData();
    const later = provinceLayerSchema.parse({
      level: 'province',
      id: '31',
      version: 2,
      hours: [{ week: officeWeek('08:00-12:00,13:00-17:00'), notice: 'winter hours' }],
      exceptions: [],
    });
    const newer = new IndexedReference({
      ...data,
      calendars: { ...data.calendars, provinces: [...data.calendars.provinces, later] },
    });
    const pin = {
      procedureCode: '1.004873',
      procedureVersion: 1,
      calendarProvince: '31',
      calendarVersion: townReference().legalCalendar('31').version,
    } as never;
    expect(newer.legalCalendar('31').openOf(today)).toBe(minuteOf(vn('2026-11-23 08:00')));
    expect(newer.rulesOf(pin).legal.openOf(today)).toBe(minuteOf(vn('2026-11-23 07:30')));
    expect(() => newer.rulesOf({ ...(pin as object), calendarVersion: 'lost' } as never)).toThrow('no version lost');
    expect(() => newer.rulesOf({ ...(pin as object), procedureVersion: 9 } as never)).toThrow('no version 9');
  });

  it('know the desk of an agency, its closures included, and none of a stranger', () => {
    const data = townData();
    const closure = {
      date: '2026-11-23',
      kind: 'closure',
      name: 'Mất điện',
      notice: 'Thông báo 1/TB',
      provisional: false,
    } as never;
    const reference = new IndexedReference({
      ...data,
      calendars: {
        ...data.calendars,
        closures: [{ agencyId: HAI_AN, layer: { level: 'closure', id: 'outage', version: 1, exceptions: [closure] } }],
      },
    });
    const procedure = reference.procedureInForce('1.004873', today);
    if (isRefusal(procedure)) throw new Error(procedure.code);
    const { desk, legal } = reference.rulesFor(procedure, HAI_AN);
    expect([desk(HAI_AN)?.isWorkingDay(today), desk(DONG_HAI)?.isWorkingDay(today), legal.isWorkingDay(today)]).toEqual(
      [false, true, true],
    );
    expect(desk('nobody' as never)).toBeNull();
  });

  it('know of a closure only from when it was told, and of its newest version only', () => {
    const data = townData();
    const closure = (date: string) =>
      ({ date, kind: 'closure', name: 'Mất điện', notice: '1/TB', provisional: false }) as never;
    const versions = [
      { version: 1, knownFrom: vn('2026-11-23 12:00'), exceptions: [closure('2026-11-23')] },
      { version: 2, knownFrom: vn('2026-11-25 12:00'), exceptions: [closure('2026-11-26')] },
    ];
    const closures = versions.map((each) => ({
      agencyId: HAI_AN,
      layer: { level: 'closure' as const, id: HAI_AN, ...each },
    }));
    const reference = new IndexedReference({ ...data, calendars: { ...data.calendars, closures } });
    const procedure = reference.procedureInForce('1.004873', today);
    if (isRefusal(procedure)) throw new Error(procedure.code);
    const { desk } = reference.rulesFor(procedure, HAI_AN);
    const open = (knownAt?: string) =>
      desk(HAI_AN, knownAt === undefined ? undefined : vn(knownAt))?.isWorkingDay(today);
    expect([open('2026-11-23 11:00'), open('2026-11-23 12:00'), open('2026-11-25 12:00'), open()]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});

describe('who is competent', () => {
  it('is answered with the rule and its legal basis, or refused', () => {
    const reference = townReference();
    const procedure = reference.procedureInForce('1.004873', today);
    if (isRefusal(procedure)) throw new Error(procedure.code);
    const question = { procedure, receivingAgency: HAI_AN, day: today };
    expect(reference.resolve({ ...question, facts: { residence: { communeCode: '11411' } } })).toEqual({
      agencyId: DONG_HAI,
      ruleId: '1.004873.11411',
      legalBasis: 'Nghị định 118/2025/NĐ-CP',
      areaCode: '11411',
    });
    expect(reference.resolve({ ...question, facts: {} })).toMatchObject({ code: 'jurisdiction-fact-missing' });
    expect(reference.agency(DONG_HAI)).toMatchObject({ identifier: 'H24.111', provinceCode: '31', consoleOnly: false });
    expect(reference.agency('nobody' as never)).toBeNull();
  });
});
