import { describe, expect, it } from '@jest/globals';
import { isProvisionalYear, yearGrid, yearsOf } from './year-grid.js';
import type { CalendarDay, GridDay } from './year-grid.js';

const said = (date: string, kind: CalendarDay['kind']): CalendarDay => ({
  ...{ date, kind, name: 'x', notice: 'x', provisional: false },
});
const every = (year: number, exceptions: readonly CalendarDay[] = []): readonly GridDay[] =>
  yearGrid(year, exceptions).flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null));

describe('the picture of a year', () => {
  it.each([
    [2025, 365],
    [2026, 365],
    [2028, 366],
  ])('shows each day of %i once, in order', (year, count) => {
    const days = every(year).map(({ iso }) => iso);
    expect(days.length).toBe(count);
    expect(days).toEqual([...new Set(days)].toSorted());
  });

  it('puts 1 January 2026, a Thursday, in the fourth place of its week', () => {
    const [january] = yearGrid(2026, []);
    expect(january?.weeks[0]?.map((day) => day?.day ?? 0)).toEqual([0, 0, 0, 1, 2, 3, 4]);
  });

  it('marks Saturdays and Sundays as such, also one that is worked for another day', () => {
    const saturday = every(2026, [said('2026-01-10', 'makeup')]).find(({ iso }) => iso === '2026-01-10');
    expect(saturday).toMatchObject({ isWeekend: true, said: [{ kind: 'makeup' }] });
    expect(every(2026).filter(({ isWeekend }) => isWeekend).length).toBe(104);
  });

  it('keeps two closures of one day both', () => {
    const twice = [said('2026-03-04', 'closure'), said('2026-03-04', 'closure')];
    expect(every(2026, twice).find(({ iso }) => iso === '2026-03-04')?.said.length).toBe(2);
  });
});

describe('the years of a calendar', () => {
  it('are those that are spoken of, noticed, or looked at', () => {
    const version = {
      exceptions: [said('2027-02-06', 'holiday'), said('2025-01-01', 'holiday')],
      noticedYears: [2026],
    };
    expect(yearsOf(version, [2026, 2028])).toEqual([2025, 2026, 2027, 2028]);
  });

  it('are provisional until the ministry has given notice, and never so in a province', () => {
    expect(isProvisionalYear({ noticedYears: [2026] }, 2027)).toBe(true);
    expect(isProvisionalYear({ noticedYears: [2026] }, 2026)).toBe(false);
    expect(isProvisionalYear({ noticedYears: null }, 2027)).toBe(false);
  });
});
