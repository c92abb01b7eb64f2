import { describe, expect, it } from '@jest/globals';
import { boxOf, pathsOf, placeAt, sizeOf } from './start-map-drawing.js';
import { cellAt, dayAt, firstPlace, placeBeside, startMap } from './start-map.js';

const year = { from: '2026-12-01', to: '2027-11-30' };
/** Offices open from 7:30 to 9:00 and from 13:00 to 14:00. */
const row = (date: string, breaching: number[], more: { unavoidable?: number[]; excluded?: number[] } = {}) => ({
  ...{ date, starts: [30, 60, 60], breaching },
  ...{ unavoidable: more.unavoidable ?? [0, 0, 0], excluded: more.excluded ?? [0, 0, 0] },
});
const grid = {
  hours: [7, 8, 13],
  days: [
    row('2026-12-01', [0, 0, 0]),
    row('2026-12-02', [0, 30, 60], { unavoidable: [0, 0, 15] }),
    { ...row('2026-12-05', [0, 0, 0]), starts: [30, 60, 0] },
    row('2027-11-30', [0, 0, 0], { excluded: [0, 0, 60] }),
  ],
};
const map = startMap(year, grid);

describe('the receptions of a year', () => {
  it('stand in twelve bands of months, every day of the year once', () => {
    expect(map.bands.map(({ month }) => month)).toHaveLength(12);
    expect(map.bands.flatMap(({ days }) => days.filter((day) => day !== null))).toHaveLength(365);
    expect(map.bands[2]?.days.map((day) => day?.date ?? null).slice(27)).toEqual(['2027-02-28', null, null, null]);
  });

  it('tell a day on which nobody receives from one on which every minute is kept', () => {
    expect(dayAt(map, '2026-12-06')).toEqual({ date: '2026-12-06', weekday: 7, cells: [] });
    expect(dayAt(map, '2026-12-01')?.cells.map((cell) => cell?.breaching)).toEqual([0, 0, 0]);
    expect(cellAt(map, { date: '2026-12-05', hour: 13 })).toBeNull();
  });

  it('are counted as the service counts them', () => {
    expect(cellAt(map, { date: '2026-12-02', hour: 13 })).toEqual({
      ...{ hour: 13, starts: 60, breaching: 60, unavoidable: 15, excluded: 0 },
    });
  });

  it('are read from the first hour that may be overdue, or from the first that is open', () => {
    expect(firstPlace(map)).toEqual({ date: '2026-12-02', hour: 8 });
    expect(firstPlace(startMap(year, { hours: [7], days: [] }))).toBeNull();
    expect(firstPlace(startMap(year, { ...grid, days: grid.days.slice(0, 1) }))).toEqual({
      date: '2026-12-01',
      hour: 7,
    });
  });

  it('are walked by the keys: days, hours, months, and not beyond the year', () => {
    const from = (date: string, hour: number, key: string) => placeBeside(map, { date, hour }, key);
    expect(from('2026-12-31', 8, 'ArrowRight')).toEqual({ date: '2027-01-01', hour: 8 });
    expect(from('2026-12-01', 8, 'ArrowLeft')).toEqual({ date: '2026-12-01', hour: 8 });
    expect(from('2026-12-01', 8, 'ArrowDown')).toEqual({ date: '2026-12-01', hour: 13 });
    expect(from('2026-12-01', 13, 'ArrowDown')).toEqual({ date: '2026-12-01', hour: 13 });
    expect(from('2027-01-31', 8, 'PageDown')).toEqual({ date: '2027-02-28', hour: 8 });
    expect(from('2026-12-31', 8, 'PageUp')).toEqual({ date: '2026-12-31', hour: 8 });
    expect(from('2027-02-05', 8, 'End')).toEqual({ date: '2027-11-30', hour: 8 });
    expect(from('2027-02-05', 8, 'Tab')).toEqual({ date: '2027-02-05', hour: 8 });
  });

  it('may lie within a month', () => {
    const short = startMap({ from: '2027-03-10', to: '2027-03-12' }, { hours: [], days: [] });
    expect(short.bands.flatMap(({ days }) => days.filter((day) => day !== null))).toHaveLength(3);
  });
});

describe('the picture of the year', () => {
  const paths = pathsOf(map);
  const count = (path: string) => path.split('M').length - 1;

  it('frames the days on which somebody receives and strikes out the others', () => {
    expect([count(paths.frame), count(paths.closed)]).toEqual([4, 361]);
  });

  it('draws in each hour a bar as long as the share that breaks the limit', () => {
    // Half of the minutes of 8 o'clock on 2 December; all of 13 o'clock, a quarter of them whatever anybody does.
    expect(paths.may).toContain('h6.5v4.5');
    expect([count(paths.may), count(paths.must)]).toEqual([2, 1]);
    expect(paths.must).toContain('h3.25v4.5');
  });

  it('shows what nobody knows as unknown, not as kept', () => {
    expect(count(paths.unknown)).toBe(1);
    expect(paths.unknown).toContain('h6.5v4.5');
  });

  it('finds the hour under a point where it has drawn it', () => {
    for (const place of [
      { date: '2026-12-01', hour: 7 },
      { date: '2027-11-30', hour: 13 },
      { date: '2027-02-15', hour: 8 },
    ]) {
      const box = boxOf(map, place);
      expect(box === null ? null : placeAt(map, box.x + 1, box.y + 1)).toEqual(place);
    }
    expect(placeAt(map, 1, 20)).toBeNull();
    expect(placeAt(map, 60, sizeOf(map).height - 1)).toBeNull();
    expect(boxOf(map, { date: '2030-01-01', hour: 7 })).toBeNull();
  });

  it('fits beside the form', () => {
    const twelve = startMap(year, { hours: [7, 8, 9, 10, 11, 13, 14, 15, 16, 17], days: [] });
    expect(sizeOf(twelve).width).toBeLessThanOrEqual(490);
    expect(sizeOf(twelve).height).toBeLessThanOrEqual(640);
  });
});
