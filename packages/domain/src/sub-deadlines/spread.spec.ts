import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SUB_DEADLINE_POLICIES } from '../procedure/procedure.js';
import { spread } from './spread.js';
import type { LegInTurn } from './spread.js';

const KEYS = ['transfer', 'acceptance', 'step:appraisal', 'step:approval', 'resultTransfer'] as const;

const leg = (key: string): fc.Arbitrary<LegInTurn> =>
  fc.record({ budget: fc.integer({ min: 1, max: 960 }), floor: fc.integer({ min: 1, max: 400 }) }).map((drawn) => ({
    key,
    side: key.startsWith('step:') ? 'decider' : 'travel',
    budget: drawn.budget,
    floor: Math.min(drawn.budget, drawn.floor),
    used: 0,
  }));
const legs = fc.subarray([...KEYS], { minLength: 1 }).chain((keys) => fc.tuple(...keys.map(leg)));
const policy = fc.constantFrom(...SUB_DEADLINE_POLICIES);
const total = fc.integer({ min: -200, max: 4000 });
const sum = (budgets: Readonly<Record<string, number>>): number =>
  Object.values(budgets).reduce((all, minutes) => all + minutes, 0);

describe('minutes shared out among the legs to come', () => {
  it('are no more than there are, unless the minimum works alone are more: then those', () => {
    fc.assert(
      fc.property(legs, policy, total, (all, by, minutes) => {
        const least = all.reduce((floors, { floor }) => floors + floor, 0);
        const shared = sum(spread(all, by, minutes));
        if (least <= minutes) expect(shared).toBeLessThanOrEqual(minutes);
        else expect(shared).toBe(least);
      }),
    );
  });

  it('leave over less than one minute for each leg', () => {
    fc.assert(
      fc.property(legs, policy, total, (all, by, minutes) => {
        expect(sum(spread(all, by, minutes))).toBeGreaterThan(minutes - all.length);
      }),
    );
  });

  it('are for no leg fewer when there are more of them in all', () => {
    fc.assert(
      fc.property(legs, policy, fc.tuple(total, fc.integer({ min: 0, max: 600 })), (all, by, [minutes, more]) => {
        const [fewer, rather] = [spread(all, by, minutes), spread(all, by, minutes + more)];
        for (const { key } of all) expect([key, (rather[key] ?? 0) >= (fewer[key] ?? 0)]).toEqual([key, true]);
      }),
    );
  });

  it('are those of the procedure when there are exactly as many', () => {
    fc.assert(
      fc.property(legs, policy, (all, by) => {
        const published = Object.fromEntries(all.map(({ key, budget }) => [key, budget]));
        expect(spread(all, by, sum(published))).toEqual(published);
      }),
    );
  });

  it('are for nobody fewer than he has worked already; the others give what that takes', () => {
    const [transfer, acceptance] = [
      { key: 'transfer', side: 'travel', budget: 300, floor: 20, used: 250 },
      { key: 'acceptance', side: 'travel', budget: 300, floor: 20, used: 0 },
    ] as const;
    expect(spread([transfer, acceptance], 'proportional', 300)).toEqual({ transfer: 250, acceptance: 50 });
    expect(spread([transfer, acceptance], 'proportional', 200)).toEqual({ transfer: 250, acceptance: 20 });
  });
});
