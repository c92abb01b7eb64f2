import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workMinutes, workingHours } from '../time/duration.js';
import { dayFromIso } from '../time/instant.js';
import type { BudgetMinutes } from './budgets.js';
import { cuttableLegs, withBudgets } from './budgets.js';
import { walkedVerdict } from './compare-with-oracle.fixture.js';
import { SYNTHESIS_POLICIES, budgetsAfterCut, totalRoom } from './cut-order.js';
import { FIRST_DAYS, worldFrom } from './drawn-offices.fixture.js';
import type { DrawnProcedure } from './drawn-procedures.fixture.js';
import { drawnProcedures } from './drawn-procedures.fixture.js';
import { planOfVersion } from './oracle/plan-of-version.js';
import { synthesise } from './synthesise.js';

const RUNS = 25;
/** Small offices of their own. */
const FIRST_OFFICES = 64;

interface Asked extends DrawnProcedure {
  readonly offices: number;
  readonly firstDay: string;
}

/** What the walk of every path says of the version with these budgets. */
function walked(
  { procedure, route, offices, firstDay, electronicFirst }: Asked,
  budgets: BudgetMinutes,
): string | null {
  const drawn = worldFrom(offices);
  const { minutesPerDay } = drawn.offices.legal;
  const version = withBudgets(procedure, budgets, minutesPerDay);
  const limit = procedure.cases[0]!.limits.counter!;
  const plan = planOfVersion({ version, limit, route, electronicFirst, minutesPerDay });
  const day = dayFromIso(firstDay);
  if (plan === null) return null;
  return walkedVerdict({ plan, world: drawn.world, receptions: { firstDay: day, lastDay: day } });
}

/** A version whose limit is a part of what its legs may take, so that there is something to cut. */
function tight(
  { procedure, ...drawn }: DrawnProcedure,
  { share, idle }: { share: number; idle: boolean },
): DrawnProcedure {
  const { legs, steps } = procedure;
  const minutes = [legs.transfer, legs.acceptance, ...steps].reduce(
    (sum, { budget }) => sum + workMinutes(budget, 4),
    0,
  );
  const limit = workingHours((Math.max(1, Math.round(share * minutes)) / 60).toFixed(4));
  const quick = <R extends { minimumWorkMinutes: number }>(rule: R): R =>
    idle ? { ...rule, minimumWorkMinutes: 0 } : rule;
  const { transfer, delivery, acceptance } = legs;
  return {
    ...drawn,
    procedure: {
      ...procedure,
      cases: procedure.cases.map((one) => ({ ...one, limits: { ...one.limits, counter: limit } })),
      legs: { ...legs, transfer: quick(transfer), delivery: quick(delivery), acceptance: quick(acceptance) },
      steps: steps.map(quick),
    },
  };
}

const questions = fc.record({
  drawn: fc
    .tuple(drawnProcedures, fc.record({ share: fc.constantFrom(0.4, 0.6, 0.8, 1), idle: fc.boolean() }))
    .map(([drawn, kind]) => tight(drawn, kind)),
  offices: fc.nat(7).map((n) => FIRST_OFFICES + n),
  firstDay: fc.constantFrom(...FIRST_DAYS.slice(1, 8)),
});

describe('the smallest change of budgets', () => {
  it('is by every policy the first along its way that a walk of every path finds safe', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(questions, ({ drawn, offices, firstDay }) => {
        const asked: Asked = { ...drawn, offices, firstDay };
        const { small, offices: calendars } = worldFrom(offices);
        const day = dayFromIso(firstDay);
        const range = { years: small.years, receptions: { firstDay: day, lastDay: day } };
        const question = { ...drawn, caseKey: 'standard', channel: 'counter' as const, offices: calendars, range };
        for (const policy of SYNTHESIS_POLICIES) {
          const found = synthesise(question, policy);
          outcomes.add(found.outcome);
          if (found.outcome === 'notComputable') continue;
          const keys = ['transfer', 'acceptance', 'step:step0', 'step:step1', 'consultation:tax', 'consultation:land'];
          const legs = cuttableLegs(drawn.procedure, chargedOf(asked, keys), calendars.legal.minutesPerDay);
          const verdicts = Array.from({ length: totalRoom(legs) + 1 }, (_, cut) =>
            walked(asked, budgetsAfterCut(legs, policy, cut)),
          );
          const firstSafe = verdicts.indexOf('SAFE');
          if (found.outcome === 'alreadySafe') expect(firstSafe).toBe(0);
          else if (found.outcome === 'noBudgetsAreSafe') expect(firstSafe).toBe(-1);
          else {
            const budgets = budgetsAfterCut(legs, policy, firstSafe);
            const changed = legs
              .filter(({ key, budget }) => budgets[key] !== budget)
              .map(({ key }) => [key, budgets[key]]);
            expect(found.changes.map(({ leg, toMinutes }) => [leg, toMinutes])).toEqual(changed);
            expect(found.proof).toMatchObject({ verdict: 'SAFE' });
          }
        }
      }),
      { numRuns: RUNS, seed: 3, unbiased: true },
    );
    expect([...outcomes].sort()).toEqual(['alreadySafe', 'cut', 'noBudgetsAreSafe', 'notComputable']);
  }, 120_000);
});

/** Legs the limit is charged with, as DESIGN 4.2 says it. */
function chargedOf({ procedure, route, electronicFirst }: Asked, keys: readonly string[]): readonly string[] {
  const { clockStart, transferExcluded, legalEnd, consultations } = procedure;
  const isOut = (key: string): boolean => key === 'transfer' || key === 'acceptance';
  const crosses = route !== 'sameAgency';
  const isCharged = electronicFirst || (clockStart === 'reception' && !transferExcluded);
  const asked = (key: string): boolean =>
    !key.startsWith('consultation:') ||
    consultations.some((rule) => `consultation:${rule.key}` === key && rule.requiredForDecision);
  const back = crosses && legalEnd === 'readyForReturn' ? ['resultTransfer'] : [];
  return [...keys.filter((key) => (isOut(key) ? crosses && isCharged : asked(key))), ...back];
}
