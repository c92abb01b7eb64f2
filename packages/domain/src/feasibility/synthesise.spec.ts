import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalLayer } from '../calendar/parse-holidays.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { procedureForTest } from '../testing/procedures.js';
import { workMinutes } from '../time/duration.js';
import { dayFromIso } from '../time/instant.js';
import { cuttableLegs } from './budgets.js';
import { SYNTHESIS_POLICIES, budgetsAfterCut, totalRoom } from './cut-order.js';
import type { FeasibilityQuestion } from './feasibility-of.js';
import { feasibilityOf } from './feasibility-of.js';
import { synthesise } from './synthesise.js';
import { goldenOffices } from './timelines.fixture.js';

/** Procedures tried; each search proves a timeline about ten times. */
const RUNS = 12;

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const { legal, ordinary, saturday, noFridayAfternoon } = goldenOffices(nationalLayer({ csv, version: 1 }));
const WEEKS = { firstDay: dayFromIso('2026-01-05'), lastDay: dayFromIso('2026-02-28') };

const NO_SUPPLEMENT = { policy: 'pause', maxRounds: 0, timeout: '30cd' } as const;

function question(procedure: ProcedureVersion, over: Partial<FeasibilityQuestion> = {}): FeasibilityQuestion {
  return {
    procedure,
    caseKey: 'standard',
    channel: 'counter',
    route: 'crosses',
    offices: { legal, desks: { receiver: ordinary, decider: ordinary } },
    range: { years: [2026], receptions: WEEKS },
    ...over,
  };
}

/** Transfer 1, acceptance 0.5, appraisal 1 and approval 0.5 days against 1.5: 720 minutes too many. */
const overdue = question(procedureForTest({ supplement: NO_SUPPLEMENT, transferCutoff: null }));

describe('the smallest change of budgets that makes a timeline safe', () => {
  it.each([
    ['proportional', { transfer: 241, acceptance: 121, 'step:appraisal': 241, 'step:approval': 121 }],
    ['reserveForDecider', { transfer: 1, acceptance: 1, 'step:appraisal': 478, 'step:approval': 239 }],
    ['firstCome', { transfer: 480, acceptance: 238, 'step:appraisal': 1, 'step:approval': 1 }],
  ] as const)('is, by the policy %s, what the arithmetic of one desk says', (policy, budgets) => {
    const found = synthesise(overdue, policy);
    if (found.outcome !== 'cut') throw new Error(found.outcome);
    expect(found.proof.verdict).toBe('SAFE');
    const { legs, steps } = found.procedure;
    const minutes = {
      transfer: workMinutes(legs.transfer.budget, 480),
      acceptance: workMinutes(legs.acceptance.budget, 480),
      'step:appraisal': workMinutes(steps[0]!.budget, 480),
      'step:approval': workMinutes(steps[1]!.budget, 480),
    };
    const sum = Object.values(minutes).reduce((a, b) => a + b, 0);
    expect(sum).toBeLessThanOrEqual(720);
    expect(sum).toBeGreaterThanOrEqual(716);
    for (const [leg, wanted] of Object.entries(budgets)) {
      expect(Math.abs(minutes[leg as keyof typeof minutes] - wanted)).toBeLessThanOrEqual(3);
    }
  });

  it('is none where the timeline is safe already', () => {
    const cases = [{ key: 'standard', name: 'x', nameEn: 'x', limits: { counter: '3wd', online: null, post: null } }];
    const safe = question(procedureForTest({ supplement: NO_SUPPLEMENT, transferCutoff: null, cases }));
    expect(synthesise(safe, 'proportional').outcome).toBe('alreadySafe');
  });

  it('does not exist where minimum work alone exceeds the limit', () => {
    const steps = [{ key: 'long', name: 'x', nameEn: 'x', budget: '3wd', minimumWorkMinutes: 800 }];
    const hopeless = question(procedureForTest({ supplement: NO_SUPPLEMENT, transferCutoff: null, steps }));
    expect(synthesise(hopeless, 'proportional')).toMatchObject({
      outcome: 'noBudgetsAreSafe',
      proof: { verdict: 'IMPOSSIBLE' },
    });
  });

  it('is not sought where the timeline cannot be computed', () => {
    expect(synthesise(question(procedureForTest(), { caseKey: 'unheard' }), 'firstCome')).toMatchObject({
      outcome: 'notComputable',
      proof: { reason: 'case-unknown' },
    });
  });
});

const days = (tenths: number): string => `${tenths / 10}wd`;
const step = (key: string) =>
  fc.record({ budget: fc.integer({ min: 1, max: 20 }).map(days), minimumWorkMinutes: fc.nat(120) }).map((rule) => ({
    key,
    name: key,
    nameEn: key,
    ...rule,
  }));
const procedures = fc
  .record({
    transfer: fc.integer({ min: 1, max: 15 }).map(days),
    acceptance: fc.integer({ min: 1, max: 6 }).map(days),
    back: fc.integer({ min: 1, max: 10 }).map(days),
    steps: fc.tuple(step('first'), step('second')),
    limit: fc.constantFrom('1.5wd', '2wd', '4wd', 'sameDay', '3cd'),
    legalEnd: fc.constantFrom('decided' as const, 'readyForReturn' as const),
    clockStart: fc.constantFrom('reception' as const, 'competentReceipt' as const),
    maxRounds: fc.nat(1),
    policy: fc.constantFrom('pause' as const, 'restart' as const),
  })
  .map(({ transfer, acceptance, back, steps, limit, legalEnd, clockStart, maxRounds, policy }) =>
    procedureForTest({
      legs: {
        reception: { budget: '8wh' },
        transfer: { budget: transfer },
        delivery: { budget: '1wh' },
        acceptance: { budget: acceptance },
        resultTransfer: { budget: back },
      },
      steps,
      legalEnd,
      clockStart,
      cases: [{ key: 'standard', name: 'x', nameEn: 'x', limits: { counter: limit, online: null, post: null } }],
      supplement: { policy, maxRounds, timeout: '2cd' },
    }),
  );

describe('after any synthesis', () => {
  it('the proof of the changed version says SAFE, no leg lies below its minimum work, and one minute less of a cut does not do', () => {
    const desks = { receiver: saturday, decider: noFridayAfternoon };
    const range = {
      years: [2026],
      receptions: { firstDay: dayFromIso('2026-02-09'), lastDay: dayFromIso('2026-02-14') },
    };
    fc.assert(
      fc.property(procedures, fc.constantFrom(...SYNTHESIS_POLICIES), (procedure, policy) => {
        const asked = question(procedure, { offices: { legal, desks }, range });
        const found = synthesise(asked, policy);
        if (found.outcome !== 'cut') {
          expect(['alreadySafe', 'noBudgetsAreSafe']).toContain(found.outcome);
          return;
        }
        const again = feasibilityOf({ ...asked, procedure: found.procedure });
        expect(again).toMatchObject({ verdict: 'SAFE' });
        for (const { key, minimumWorkMinutes, budget } of found.procedure.steps) {
          const before = procedure.steps.find((one) => one.key === key);
          const least = Math.min(minimumWorkMinutes, workMinutes(before!.budget, 480));
          expect(workMinutes(budget, 480)).toBeGreaterThanOrEqual(least);
        }
        expect(found.cutMinutes).toBeGreaterThan(0);
      }),
      { numRuns: RUNS },
    );
  });

  it('every policy goes from the published budgets to the floors, and no budget ever rises on the way', () => {
    const legs = cuttableLegs(overdue.procedure, ['transfer', 'acceptance', 'step:appraisal', 'step:approval'], 480);
    for (const policy of SYNTHESIS_POLICIES) {
      let before = budgetsAfterCut(legs, policy, 0);
      expect(before).toMatchObject({ transfer: 480, 'step:approval': 240 });
      for (let cut = 1; cut <= totalRoom(legs); cut++) {
        const now = budgetsAfterCut(legs, policy, cut);
        const rose = Object.keys(now).filter((key) => now[key]! > before[key]!);
        expect(rose).toEqual([]);
        before = now;
      }
      expect(Object.values(before)).toEqual([1, 1, 1, 1]);
    }
  });
});
