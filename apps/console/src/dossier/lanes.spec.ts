import { describe, expect, it } from '@jest/globals';
import type { Owner, Timeline } from '@lien-thong/client';
import { axisOf } from './axis.js';
import { handoversOf, lanesOf, placedLabels, sumOf } from './lanes.js';

const axis = axisOf([
  { from: '2026-03-02T07:30:00+07:00', to: '2026-03-02T11:30:00+07:00' },
  { from: '2026-03-02T13:30:00+07:00', to: '2026-03-02T17:30:00+07:00' },
]);

const agency = (id: string): Owner => ({ kind: 'agency', agency: { id, identifier: id, name: id, nameEn: id } });
const exchange: Owner = { kind: 'exchange', agency: null };
const at = (time: string) => `2026-03-02T${time}:00+07:00`;

function held(n: number, owner: Owner, times: readonly [string, string, number | null]) {
  const [from, to, legalMinutes] = times;
  const state = { n, open: false, phase: 'processing' as const, deskMinutes: null, rests: [] };
  return { ...state, owner, from: at(from), to: at(to), legalMinutes };
}

const timeline = {
  segments: [
    held(1, agency('hai-an'), ['08:00', '09:00', 60]),
    held(2, exchange, ['09:00', '09:05', 5]),
    held(3, agency('dong-hai'), ['09:05', '14:00', 175]),
    held(4, agency('hai-an'), ['14:00', '14:10', 10]),
  ],
  lateness: null,
} as unknown as Timeline;

describe('the rows of the timeline', () => {
  it('has one row for each holder, and comes back to it when the dossier does', () => {
    const lanes = lanesOf(timeline, axis);
    expect(lanes.map(({ key, minutes, bars }) => [key, minutes, bars.length])).toEqual([
      ['agency:hai-an', 70, 2],
      ['exchange', 5, 1],
      ['agency:dong-hai', 175, 1],
    ]);
  });

  it('draws as long as the office worked, not as long as the clock on the wall ran', () => {
    const [, , competent] = lanesOf(timeline, axis);
    expect(competent?.bars.map(({ start, end }) => end - start)).toEqual([175]);
  });

  it('tells every handing over, and none where the holder stays', () => {
    const lanes = lanesOf(timeline, axis);
    expect(handoversOf(timeline, lanes, axis)).toEqual([
      { at: 90, from: 0, to: 1 },
      { at: 95, from: 1, to: 2 },
      { at: 270, from: 2, to: 0 },
    ]);
  });

  it('does not add up what is not known', () => {
    expect(sumOf([60, null, 10])).toBeNull();
    expect(sumOf([60, 10])).toBe(70);
    expect(sumOf([])).toBe(0);
  });
});

describe('the labels of the lines', () => {
  it('stacks those that would cover each other', () => {
    const levels = placedLabels(
      [
        { x: 100, width: 80 },
        { x: 120, width: 80 },
        { x: 300, width: 80 },
      ],
      1000,
    ).map(({ level }) => level);
    expect(levels).toEqual([0, 1, 0]);
  });

  it('writes before the line what would leave the drawing', () => {
    expect(placedLabels([{ x: 960, width: 80 }], 1000)).toEqual([{ level: 0, anchor: 'end' }]);
  });
});
