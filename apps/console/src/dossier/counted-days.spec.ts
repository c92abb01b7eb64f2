import { describe, expect, it } from '@jest/globals';
import { shownDays } from './counted-days.js';
import type { CountedDay } from './counted-days.js';

const closed = (date: string, because: string, name: string | null = null): CountedDay => ({
  ...{ date, because, name, notice: name === null ? null : 'TB 1/TB-BNV', provisional: false, blocks: [] },
});

const worked = (date: string, total: number): CountedDay => ({
  ...{ date, because: 'weekHours', name: null, notice: null, provisional: false },
  blocks: [
    { from: `${date}T00:30:00Z`, to: `${date}T04:30:00Z`, minutes: 240, total: total - 240 },
    { from: `${date}T06:30:00Z`, to: `${date}T10:30:00Z`, minutes: 240, total },
  ],
});

describe('the days of a proof', () => {
  it('shows a whole Tết as one line, and the weekend before it as another', () => {
    const lines = shownDays([
      worked('2026-02-13', 480),
      closed('2026-02-14', 'weekend'),
      closed('2026-02-15', 'weekend'),
      closed('2026-02-16', 'holiday', 'Tết Nguyên đán'),
      closed('2026-02-17', 'holiday', 'Tết Nguyên đán'),
      worked('2026-02-23', 960),
    ]);
    expect(lines.map(({ first, last, minutes, total }) => [first.date, last.date, minutes, total])).toEqual([
      ['2026-02-13', '2026-02-13', 480, 480],
      ['2026-02-14', '2026-02-15', null, null],
      ['2026-02-16', '2026-02-17', null, null],
      ['2026-02-23', '2026-02-23', 480, 960],
    ]);
  });

  it('never puts two worked days in one line', () => {
    expect(shownDays([worked('2026-03-02', 480), worked('2026-03-03', 960)])).toHaveLength(2);
    expect(shownDays([])).toEqual([]);
  });
});
