import { describe, expect, it } from '@jest/globals';
import type { CalendarDefinition } from '@lien-thong/client';
import { differences, isSame } from './differences.js';

const day = (date: string, name = 'Tết'): CalendarDefinition['exceptions'][number] => ({
  ...{ date, kind: 'holiday', name, notice: 'x', provisional: false },
});
const of = (...exceptions: CalendarDefinition['exceptions']): CalendarDefinition => ({
  notice: { number: '1', issuedOn: '2026-11-20', issuer: 'x' },
  noticedYears: [2026],
  exceptions,
});

describe('what somebody else saved meanwhile', () => {
  it('is told day by day, each side with what only it has', () => {
    const { onlyMine, onlyTheirs } = differences(
      of(day('2026-01-01')),
      of(day('2026-01-01', 'khác'), day('2026-02-17')),
    );
    expect(onlyMine.map(({ date }) => date)).toEqual(['2026-01-01']);
    expect(onlyTheirs.map(({ date }) => date)).toEqual(['2026-01-01', '2026-02-17']);
  });

  it('is told of the notice and of everything besides the days', () => {
    const mine = of();
    expect(differences(mine, { ...mine, reason: 'x' })).toMatchObject({ besides: true, notice: false });
    expect(differences(mine, { ...mine, notice: { ...mine.notice, number: '2' } })).toMatchObject({
      ...{ besides: false, notice: true },
    });
  });

  it('is nothing where only the order of the fields is another', () => {
    const { exceptions, notice, noticedYears } = of(day('2026-01-01'));
    expect(isSame({ exceptions, noticedYears, notice }, of(day('2026-01-01')))).toBe(true);
    expect(isSame({ ...of(), reason: undefined }, of())).toBe(true);
    expect(isSame(of(), null)).toBe(false);
  });
});
