import { describe, expect, it } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import { LowWater } from './low-water.js';

const A = 'hai-an' as AgencyId;
const B = 'dong-hai' as AgencyId;

describe('the low-water mark of an agency', () => {
  it('rises over what is acknowledged without a gap, never to the highest', () => {
    const marks = new LowWater();
    marks.learn(A, 4);
    for (const n of [5, 7, 8]) marks.acknowledge(A, n);
    expect(marks.lowOf(A)).toBe(5);
    marks.acknowledge(A, 6);
    expect(marks.lowOf(A)).toBe(8);
  });

  it('is not known before the stored cursor is', () => {
    const marks = new LowWater();
    marks.acknowledge(A, 1);
    expect([marks.isBlind(), marks.lowOf(A), marks.unsaved()]).toEqual([true, 0, []]);
    marks.learn(A, 0);
    expect([marks.isBlind(), marks.lowOf(A)]).toEqual([false, 1]);
  });

  it('goes on from where another process has moved the cursor', () => {
    const marks = new LowWater();
    marks.learn(A, 0);
    for (const n of [2, 3, 9]) marks.acknowledge(A, n);
    marks.learn(A, 1);
    expect(marks.lowOf(A)).toBe(3);
    marks.learn(A, 8);
    expect(marks.lowOf(A)).toBe(9);
  });

  it('is saved once, sorted by agency, and never takes a number twice', () => {
    const marks = new LowWater();
    for (const agency of [A, B]) marks.learn(agency, 0);
    for (const n of [1, 1, 2]) for (const agency of [A, B]) marks.acknowledge(agency, n);
    const cursors = marks.unsaved();
    expect(cursors).toEqual([
      { agencyId: B, relayed: 2 },
      { agencyId: A, relayed: 2 },
    ]);
    marks.saved(cursors);
    marks.acknowledge(A, 1);
    expect(marks.unsaved()).toEqual([]);
  });
});
