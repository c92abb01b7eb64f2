import { describe, expect, it } from '@jest/globals';
import { spansOf } from './witness-spans.js';

const leg = (charged: number, branch: number | null = null) => ({ charged, branch, from: '' });

describe('the worst case on the axis of the limit', () => {
  it('follows leg upon leg, and shows where the limit ends', () => {
    const spans = spansOf({ allowed: 720, used: 1_200, steps: [leg(480), leg(240), leg(480)] });
    expect(spans).toEqual([
      { from: 0, to: 40, limit: 60 },
      { from: 40, to: 60, limit: 60 },
      { from: 60, to: 100, limit: 60 },
    ]);
  });

  it('begins opinions that run together at the same place', () => {
    const spans = spansOf({
      allowed: 1_000,
      used: 1_000,
      steps: [leg(200), leg(300, 0), leg(600, 1), leg(200, 0), leg(200)],
    });
    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      [0, 20],
      [20, 50],
      [20, 80],
      [50, 70],
      [80, 100],
    ]);
  });

  it('measures by the limit when it is kept', () => {
    expect(spansOf({ allowed: 480, used: 120, steps: [leg(120)] })).toEqual([{ from: 0, to: 25, limit: 100 }]);
  });
});
