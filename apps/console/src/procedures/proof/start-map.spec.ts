import { describe, expect, it } from '@jest/globals';
import { dayBeside, shadeOf, startMap } from './start-map.js';

const year = { from: '2026-12-01', to: '2027-11-30' };
const rows = startMap(year, [
  { date: '2026-12-01', starts: 480, breaching: 480 },
  { date: '2027-02-05', starts: 480, breaching: 100 },
  { date: '2027-02-06', starts: 480, breaching: 240 },
]);

describe('the receptions of a year', () => {
  it('stand in twelve rows of months', () => {
    expect(rows.map(({ month }) => month)).toHaveLength(12);
    expect(rows.flatMap(({ days }) => days.filter((day) => day !== null))).toHaveLength(365);
  });

  it('have no thirtieth of February', () => {
    expect(rows[2]?.days.map((day) => day?.date ?? null).slice(27)).toEqual(['2027-02-28', null, null, null]);
  });

  it('are shaded by how much of the day may be overdue', () => {
    expect(rows[0]?.days[0]).toEqual({ date: '2026-12-01', starts: 480, breaching: 480, shade: 'all', weekday: 2 });
    expect(rows[2]?.days.slice(4, 7).map((day) => day?.shade)).toEqual(['some', 'most', 'none']);
  });

  it('call a single minute some, and a single safe minute most', () => {
    expect(shadeOf({ starts: 480, breaching: 1 })).toBe('some');
    expect(shadeOf({ starts: 480, breaching: 479 })).toBe('most');
    expect(shadeOf({ starts: 0, breaching: 0 })).toBe('none');
  });

  it('are walked by the arrow keys', () => {
    expect(dayBeside(rows, '2026-12-31', 'ArrowRight')).toBe('2027-01-01');
    expect(dayBeside(rows, '2026-12-01', 'ArrowLeft')).toBe('2026-12-01');
    expect(dayBeside(rows, '2027-01-31', 'ArrowDown')).toBe('2027-02-28');
    expect(dayBeside(rows, '2027-02-05', 'ArrowUp')).toBe('2027-01-05');
    expect(dayBeside(rows, '2027-02-05', 'End')).toBe('2027-11-30');
  });

  it('may lie within a month', () => {
    const [row, ...others] = startMap({ from: '2027-03-10', to: '2027-03-12' }, []);
    expect(others).toEqual([]);
    expect(row?.days.filter((day) => day !== null)).toHaveLength(3);
  });
});
