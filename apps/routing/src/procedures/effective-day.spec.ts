import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@lien-thong/domain';
import { earliestEffectiveFrom, earliestEffectiveTo, isBefore } from './effective-day.js';

/** Wall clock in Viet Nam. */
const at = (local: string) => new Date(`${local}+07:00`).toISOString() as Instant;

describe('the first day a version may bind', () => {
  it.each([
    ['2026-11-22T00:00:00', '2026-11-23'],
    ['2026-11-22T23:58:59', '2026-11-23'],
    // The other processes would notice after midnight.
    ['2026-11-22T23:59:30', '2026-11-24'],
    ['2026-11-23T00:00:00', '2026-11-24'],
    ['2026-12-31T12:00:00', '2027-01-01'],
  ])('at %s is %s', (now, day) => {
    expect(earliestEffectiveFrom(at(now))).toBe(day);
  });
});

describe('the first day a version may end on', () => {
  it('is today, as long as everybody can still know of it today', () => {
    expect(earliestEffectiveTo(at('2026-11-22T17:00:00'))).toBe('2026-11-22');
    expect(earliestEffectiveTo(at('2026-11-22T23:59:30'))).toBe('2026-11-23');
  });
});

describe('days', () => {
  it('are compared as days', () => {
    expect([isBefore('2026-11-22', '2026-11-23'), isBefore('2026-11-23', '2026-11-23')]).toEqual([true, false]);
  });
});
