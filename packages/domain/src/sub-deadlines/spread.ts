/** How minutes are shared out among the legs still to come, by the policy of the procedure. Pure arithmetic. */
import type { BudgetMinutes, CuttableLeg } from '../feasibility/budgets.js';
import { budgetsAfterCut, totalRoom } from '../feasibility/cut-order.js';
import type { SubDeadlinePolicy } from '../procedure/procedure.js';

/** A leg in its turn; `used`: working minutes its clock has used already. */
export interface LegInTurn extends CuttableLeg {
  readonly used: number;
}

type Legs = readonly CuttableLeg[];

const publishedOf = (legs: Legs): number => legs.reduce((sum, { budget }) => sum + budget, 0);
const sumOf = (minutes: BudgetMinutes): number => Object.values(minutes).reduce((sum, each) => sum + each, 0);

/** Who gets the time that was gained: everybody, the decider where one is left, or whoever comes next. */
function takersOf(legs: Legs, policy: SubDeadlinePolicy): Legs {
  if (policy === 'firstCome') return legs.slice(0, 1);
  const deciders = policy === 'reserveForDecider' ? legs.filter(({ side }) => side === 'decider') : [];
  return deciders.length > 0 ? deciders : legs;
}

function withGain(legs: Legs, policy: SubDeadlinePolicy, gain: number): BudgetMinutes {
  const takers = takersOf(legs, policy);
  const whole = publishedOf(takers);
  const share = ({ budget }: CuttableLeg): number => (whole === 0 ? 0 : Math.floor((gain * budget) / whole));
  return Object.fromEntries(legs.map((leg) => [leg.key, leg.budget + (takers.includes(leg) ? share(leg) : 0)]));
}

/** The least cut along the policy's way that brings the sum down to `total`; all there is to cut where that is not enough. */
function cutTo(legs: Legs, policy: SubDeadlinePolicy, total: number): BudgetMinutes {
  const most = totalRoom(legs);
  for (let cut = publishedOf(legs) - total; cut < most; cut++) {
    const budgets = budgetsAfterCut(legs, policy, cut);
    if (sumOf(budgets) <= total) return budgets;
  }
  return budgetsAfterCut(legs, policy, most);
}

function shared(legs: Legs, policy: SubDeadlinePolicy, total: number): BudgetMinutes {
  const gain = total - publishedOf(legs);
  return gain < 0 ? cutTo(legs, policy, total) : withGain(legs, policy, gain);
}

/**
 * Budgets by leg, used minutes included, that add up to no more than `total`, the used minutes of these legs included, wherever the
 * minimum works allow it. None falls below its minimum work, nor below what is used already: what has been worked is not taken back.
 * Each budget rises or stays as `total` rises.
 */
export function spread(legs: readonly LegInTurn[], policy: SubDeadlinePolicy, total: number): BudgetMinutes {
  const budgets = shared(legs, policy, total);
  const overdrawn = legs.filter(({ key, used }) => (budgets[key] ?? 0) < used);
  if (overdrawn.length === 0) return budgets;
  const settled = legs.map((leg) => (overdrawn.includes(leg) ? { ...leg, budget: leg.used, floor: leg.used } : leg));
  return spread(settled, policy, total);
}
