import { describe, expect, it } from '@jest/globals';
import { localProcedure, procedureForTest, sameLimitEverywhere } from '../testing/procedures.js';
import { VERDICTS, needsApproval, verdictOf } from './verdict.js';

const limits = (limit: string | null) => [
  { key: 'standard', name: 'Thông thường', nameEn: 'Standard', limits: sameLimitEverywhere(limit) },
];
const legs = (transfer: string) => ({
  reception: { budget: '8wh' },
  transfer: { budget: transfer },
  delivery: { budget: '1wh' },
  acceptance: { budget: '4wh' },
  resultTransfer: { budget: '1wd' },
});
const of480 = { minutesPerDay: [480] };

describe('the verdict by arithmetic', () => {
  it('is overdue where the legs alone add up to more than the limit, to the minute', () => {
    const verdict = (transfer: string) =>
      verdictOf(procedureForTest({ cases: limits('1.5wd'), legs: legs(transfer) }), of480);
    expect(verdict('1wd')).toMatchObject({ verdict: 'NOT_PROVEN', method: 'arithmetic' });
    expect(verdict('1.0021wd')).toMatchObject({ verdict: 'OVERDUE_BY_ARITHMETIC' });
    const [across, home] = verdict('1.0021wd').routes;
    expect(across).toMatchObject({ crossesBoundary: true, slack: -1, verdict: 'OVERDUE_BY_ARITHMETIC' });
    expect(home).toMatchObject({ crossesBoundary: false, slack: 720, verdict: 'NOT_PROVEN' });
  });

  it('claims nothing it has not counted: never safe, and nothing of calendar days', () => {
    expect(verdictOf(localProcedure({ cases: limits('20wd') }), of480).verdict).toBe('NOT_PROVEN');
    expect(verdictOf(procedureForTest({ cases: limits('30cd') }), of480).routes).toMatchObject([
      ...Array.from({ length: 6 }, () => ({ slack: null, verdict: 'NOT_PROVEN' })),
    ]);
    expect(verdictOf(procedureForTest({ cases: limits(null) }), of480)).toMatchObject({
      verdict: 'NOT_PROVEN',
      routes: [],
    });
  });

  it('counts with every length of a working day there is', () => {
    const procedure = procedureForTest({ cases: limits('1wd'), legs: legs('4wh') });
    const { routes } = verdictOf(procedure, { minutesPerDay: [480, 450, 480] });
    const across = routes.filter(({ crossesBoundary, channel }) => crossesBoundary && channel === 'counter');
    expect(across.map(({ minutesPerDay, slack }) => [minutesPerDay, slack])).toEqual([
      [450, -30],
      [480, 0],
    ]);
  });
});

describe('who may publish alone', () => {
  it('is whoever publishes a version that is proved safe, and nobody else', () => {
    expect(VERDICTS.filter((verdict) => !needsApproval({ verdict }))).toEqual(['SAFE']);
  });
});
