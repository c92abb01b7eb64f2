import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { nationalLayer } from '../calendar/parse-holidays.js';
import { procedureForTest, sameDayProcedure } from '../testing/procedures.js';
import { dayFromIso, localIso, minuteOf } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import { goldenOffices } from './timelines.fixture.js';
import type { Alternative, WayOut } from './ways-out.js';
import { WAYS_OUT, waysOut } from './ways-out.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const { legal, ordinary } = goldenOffices(nationalLayer({ csv, version: 1 }));
const question = {
  procedure: procedureForTest({ transferCutoff: null }),
  caseKey: 'standard',
  channel: 'counter' as const,
  route: 'crosses' as const,
  offices: { legal, desks: { receiver: ordinary, decider: ordinary } },
  range: { years: [2026], receptions: { firstDay: dayFromIso('2026-02-02'), lastDay: dayFromIso('2026-02-28') } },
  policy: 'proportional' as const,
};
const alternatives = waysOut(question);
const way = (key: WayOut): Alternative => alternatives.find((one) => one.way === key)!;
const verdict = (key: WayOut): string => {
  const found = way(key).feasibility;
  return found.computable ? found.verdict : found.reason;
};
const local = (instant: Instant | null): string | null =>
  instant === null ? null : localIso(minuteOf(instant)).slice(0, 16);

describe('the ways out of 1 + 0.5 + 1.5 days against 1.5', () => {
  it('are all computed', () => {
    expect(alternatives.map(({ way: key }) => key)).toEqual(WAYS_OUT);
    expect(WAYS_OUT.map((key) => [key, verdict(key)])).toEqual([
      ['asConfigured', 'OVERDUE_BY_CONSTRUCTION'],
      ['clockFromCompetentReceipt', 'SAFE'],
      ['transferExcluded', 'SAFE'],
      ['sameDayWithCutoff', 'OVERDUE_BY_CONSTRUCTION'],
      ['electronicFirst', 'SAFE'],
      ['splitBudgets', 'SAFE'],
      ['doNotOffer', 'SAFE'],
    ]);
  });

  it('promise a date each: later where the transfer is not counted, the same where budgets are split', () => {
    expect(way('asConfigured').promises.map(({ at, estimate }) => [local(at), estimate])).toEqual([
      ['2026-02-03T15:00', false],
      ['2026-02-10T10:55', false],
      ['2026-02-24T10:55', false],
      ['2026-08-24T10:55', false],
    ]);
    expect(way('splitBudgets').promises).toEqual(way('asConfigured').promises);
    const dates = (key: WayOut) => way(key).promises.map(({ at, estimate }) => [local(at)?.slice(5), estimate]);
    for (const key of ['clockFromCompetentReceipt', 'transferExcluded'] as const) {
      expect(dates(key)).toEqual([
        ['02-05T09:00', true],
        ['02-11T16:55', true],
        ['02-25T16:55', true],
        ['08-25T16:55', true],
      ]);
    }
    // After 15:00 the end of the next working day; the make-up Saturday is one.
    expect(dates('sameDayWithCutoff')).toEqual([
      ['02-02T17:30', false],
      ['02-09T17:30', false],
      ['02-23T17:30', false],
      ['08-22T17:30', false],
    ]);
    expect(dates('electronicFirst')).toEqual(dates('asConfigured'));
    expect(dates('doNotOffer')).toEqual(dates('asConfigured'));
  });

  it('cost somebody something, and say whom', () => {
    expect(way('clockFromCompetentReceipt').costs).toEqual([
      { kind: 'laterPromise', who: 'applicant', minutes: 720 },
      { kind: 'estimateOnly', who: 'applicant' },
    ]);
    expect(way('splitBudgets').costs.map((cost) => [cost.kind, cost.who])).toEqual([
      ['shorterBudget', 'receiver'],
      ['shorterBudget', 'decider'],
      ['shorterBudget', 'decider'],
      ['shorterBudget', 'decider'],
    ]);
    expect(way('transferExcluded').costs).toEqual(way('clockFromCompetentReceipt').costs);
    expect(way('sameDayWithCutoff').costs).toEqual([{ kind: 'shorterLimit', who: 'decider', minutes: 330 }]);
    expect(way('electronicFirst').costs).toEqual([{ kind: 'worksOnCopy', who: 'decider' }]);
    expect(way('doNotOffer').costs).toEqual([{ kind: 'travels', who: 'applicant' }]);
  });

  it('say what was left out of a proof', () => {
    expect(alternatives.filter(({ without }) => without.length > 0).map(({ way: key }) => key)).toEqual([
      'electronicFirst',
    ]);
  });
});

describe('a same-day procedure', () => {
  it('gains the next working day from a cut-off it did not have', () => {
    const sameDay = {
      ...question,
      procedure: sameDayProcedure({ limitCutoff: null, steps: question.procedure.steps }),
    };
    const found = waysOut(sameDay).find((one) => one.way === 'sameDayWithCutoff')!;
    expect(found.costs).toEqual([{ kind: 'laterPromise', who: 'applicant', minutes: 480 }]);
  });
});
