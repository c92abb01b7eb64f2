import { describe, expect, it } from '@jest/globals';
import { dayAt, dayIn, monthText, periodCalled } from './period.js';

describe('the period of a report', () => {
  it('counts days by the clock of Viet Nam: late in the evening of London it is tomorrow', () => {
    expect(dayAt('2026-11-24T16:59:59Z')).toBe('2026-11-24');
    expect(dayAt('2026-11-24T17:00:00Z')).toBe('2026-11-25');
  });

  it('knows the month before January and how long February is', () => {
    expect(periodCalled('lastMonth', '2026-01-10T02:00:00Z')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(periodCalled('lastMonth', '2028-03-01T02:00:00Z')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('ends this month and this year today', () => {
    expect(periodCalled('thisMonth', '2026-11-24T17:00:00Z')).toEqual({ from: '2026-11-01', to: '2026-11-25' });
    expect(periodCalled('thisYear', '2026-11-24T10:00:00Z')).toEqual({ from: '2026-01-01', to: '2026-11-24' });
  });

  it('takes from an address only days there are', () => {
    expect(dayIn('2026-02-28')).toBe('2026-02-28');
    expect(dayIn('2026-02-30')).toBeUndefined();
    expect(dayIn('28/02/2026')).toBeUndefined();
    expect(dayIn(undefined)).toBeUndefined();
  });

  it('writes months as an office does, and leaves other names alone', () => {
    expect(monthText('2026-03')).toBe('03/2026');
    expect(monthText('Hộ tịch')).toBe('Hộ tịch');
  });
});
