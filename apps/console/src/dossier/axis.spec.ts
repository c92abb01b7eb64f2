import { describe, expect, it } from '@jest/globals';
import { axisOf, blocksUntil, daysOf, hoursOf, labelledDays } from './axis.js';
import type { Block } from './axis.js';

const MINUTE_MS = 60_000;

/** Mornings and afternoons of these days, by the clock of Viet Nam. */
const office = (...days: readonly string[]): Block[] =>
  days.flatMap((day) => [
    { from: `${day}T07:30:00+07:00`, to: `${day}T11:30:00+07:00` },
    { from: `${day}T13:30:00+07:00`, to: `${day}T17:30:00+07:00` },
  ]);

/** Minute by minute, as one would count on a calendar on the wall. */
function counted(blocks: readonly Block[], instant: number): number {
  let minutes = 0;
  for (const { from, to } of blocks) {
    for (let ms = Date.parse(from); ms < Date.parse(to); ms += MINUTE_MS) if (ms < instant) minutes += 1;
  }
  return minutes;
}

// Friday, Monday, Tuesday; then the week of a holiday.
const BLOCKS = office('2026-02-27', '2026-03-02', '2026-03-03', '2026-03-09');

describe('the axis of working hours', () => {
  it('gives every minute of a fortnight the place one counts on the calendar', () => {
    const axis = axisOf(BLOCKS);
    const [from, to] = [Date.parse('2026-02-26T00:00:00+07:00'), Date.parse('2026-03-11T00:00:00+07:00')];
    for (let ms = from; ms <= to; ms += 7 * MINUTE_MS) {
      expect(axis.at(new Date(ms).toISOString())).toBe(counted(BLOCKS, ms));
    }
  });

  it('folds the night, the lunch break and the weekend to one point', () => {
    const axis = axisOf(BLOCKS);
    expect(axis.at('2026-02-27T17:30:00+07:00')).toBe(480);
    expect(axis.at('2026-02-28T09:00:00+07:00')).toBe(480);
    expect(axis.at('2026-03-02T07:30:00+07:00')).toBe(480);
    expect(axis.at('2026-03-02T12:15:00+07:00')).toBe(720);
  });

  it('never leaves the drawing, and tells what lies beyond', () => {
    const axis = axisOf(BLOCKS);
    expect(axis.minutes).toBe(4 * 480);
    expect(axis.at('2020-01-01T00:00:00Z')).toBe(0);
    expect(axis.at('2030-01-01T00:00:00Z')).toBe(axis.minutes);
    expect(axis.place('2020-01-01T00:00:00Z')).toBe('before');
    expect(axis.place('2026-03-03T12:00:00+07:00')).toBe('within');
    expect(axis.place('2030-01-01T00:00:00Z')).toBe('after');
  });

  it('is nothing long where no day is known', () => {
    expect(axisOf([]).minutes).toBe(0);
    expect(axisOf([]).at('2026-03-03T08:00:00+07:00')).toBe(0);
    expect(daysOf([])).toEqual([]);
  });

  it('is never longer for a later instant than for an earlier one, also within a minute', () => {
    const axis = axisOf(BLOCKS);
    expect(axis.at('2026-03-02T08:00:30+07:00')).toBeCloseTo(480 + 30.5);
  });
});

describe('the days of the axis', () => {
  it('counts the days that are folded between two of them', () => {
    expect(daysOf(BLOCKS).map(({ start, minutes, folded }) => [start, minutes, folded])).toEqual([
      [0, 480, 0],
      [480, 480, 2],
      [960, 480, 0],
      [1440, 480, 5],
    ]);
  });

  it('knows a day by the clock of Viet Nam, also before seven in the morning', () => {
    const early = [
      { from: '2026-03-02T06:00:00+07:00', to: '2026-03-02T06:30:00+07:00' },
      { from: '2026-03-02T07:30:00+07:00', to: '2026-03-02T11:30:00+07:00' },
    ];
    expect(daysOf(early)).toHaveLength(1);
  });

  it('writes every date of a short dossier, and of a long one those after days that are folded', () => {
    const days = daysOf(BLOCKS);
    const dates = (perMinute: number, least: number) =>
      [...labelledDays(days, perMinute, least)].map(({ from }) => from.slice(0, 10));
    expect(dates(0.5, 80)).toEqual(['2026-02-27', '2026-03-02', '2026-03-03', '2026-03-09']);
    expect(dates(0.1, 80)).toEqual(['2026-02-27', '2026-03-09']);
    expect(dates(0.1, 40)).toEqual(['2026-02-27', '2026-03-02', '2026-03-03', '2026-03-09']);
    expect(dates(0.01, 80)).toEqual(['2026-02-27']);
  });

  it('ends with the day of the last thing to show', () => {
    expect(axisOf(blocksUntil(BLOCKS, '2026-03-02T09:00:00+07:00')).minutes).toBe(2 * 480);
    expect(axisOf(blocksUntil(BLOCKS, '2026-03-08T09:00:00+07:00')).minutes).toBe(3 * 480);
    expect(blocksUntil(BLOCKS, '2020-01-01T00:00:00Z')).toBe(BLOCKS);
  });

  it('writes the hours of a day or two, and none over a fortnight', () => {
    const times = (blocks: readonly Block[], least: number) =>
      hoursOf(blocks, least).map(({ at, sinceMorning }) => [at.slice(11, 16), sinceMorning]);
    expect(times(office('2026-03-02'), 100)).toEqual([
      ['00:30', 0],
      ['03:00', 150],
      ['07:00', 270],
      ['09:00', 390],
    ]);
    expect(hoursOf(BLOCKS, 60)).toEqual([]);
  });
});
