import { describe, expect, it } from '@jest/globals';
import { dayAfter, dayOfInstant, inForceOn, proofYear } from './versions.js';

const version = (number: number, effectiveFrom: string, effectiveTo: string | null = null) => ({
  ...{ version: number, effectiveFrom, effectiveTo },
});

describe('the version in force', () => {
  const versions = [version(1, '2025-07-01'), version(2, '2026-11-25'), version(3, '2027-01-01', '2027-03-31')];

  it('is the one that began last', () => {
    expect(inForceOn(versions, '2026-11-24')?.version).toBe(1);
    expect(inForceOn(versions, '2026-11-25')?.version).toBe(2);
    expect(inForceOn(versions, '2027-03-31')?.version).toBe(3);
  });

  it('does not come back when its successor has ended', () => expect(inForceOn(versions, '2027-04-01')).toBeNull());

  it('never was one that ended before it began', () => {
    expect(inForceOn([...versions, version(4, '2026-12-01', '2026-11-20')], '2026-12-05')?.version).toBe(2);
  });

  it('is none before the first', () => expect(inForceOn(versions, '2025-06-30')).toBeNull());
});

describe('the days of a proof', () => {
  it('are twelve months from the beginning of the month', () => {
    expect(proofYear('2026-11-25')).toEqual({ from: '2026-11-01', to: '2027-10-31' });
    expect(proofYear('2027-03-01')).toEqual({ from: '2027-03-01', to: '2028-02-29' });
    expect(proofYear('2026-01-31')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });

  it('are counted in Viet Nam', () => {
    expect(dayOfInstant('2026-11-24T17:00:00.000Z')).toBe('2026-11-25');
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  });
});
