/** The budgets of what is still to come, as they follow from what is left of the limit (ADR 0021). */
import type { BudgetMinutes } from '../feasibility/budgets.js';
import type { SubDeadlinePolicy } from '../procedure/procedure.js';
import type { Remaining, RemainingLeg } from './remaining-legs.js';
import { spread } from './spread.js';

export interface Recut {
  /** By leg, minutes already used included. */
  readonly budgets: BudgetMinutes;
  /** By how much the minimum works exceed what is left; 0 where everything fits in. */
  readonly shortBy: number;
}

const sum = (legs: readonly RemainingLeg[], minutesOf: (leg: RemainingLeg) => number): number =>
  legs.reduce((total, leg) => total + minutesOf(leg), 0);

/**
 * Minutes for the legs to come, those they have used already included. Time that was gained is theirs; time that was lost is
 * first taken from the reserve, then from them.
 */
function totalFor(legs: readonly RemainingLeg[], { left, reserve }: Remaining): number {
  const used = sum(legs, (leg) => leg.used);
  const published = sum(legs, ({ budget }) => budget);
  return Math.max(left + used - reserve, Math.min(left + used, published));
}

const isStep = ({ key }: RemainingLeg): boolean => key.startsWith('step:');

/** Shared out by the policy; what runs beside the steps needs its minimum work too, and the legs around the steps make room for it. */
function sharedOut(legs: readonly RemainingLeg[], remaining: Remaining, policy: SubDeadlinePolicy): BudgetMinutes {
  const shared = spread(legs, policy, totalFor(legs, remaining));
  const around = legs.filter((leg) => !isStep(leg));
  const room = remaining.left - Math.max(0, ...remaining.opinions.map(({ floor }) => floor));
  const total = sum(around, ({ key, used }) => shared[key] ?? used);
  const most = sum(around, ({ used }) => used) + room;
  return total <= most ? shared : { ...shared, ...spread(around, policy, most) };
}

/** An opinion must be there when the decision is due: it gets no more than is left until then, and at least its minimum work. */
function opinionBudget({ budget, floor }: RemainingLeg, untilDecision: number): number {
  return Math.max(floor, Math.min(budget, untilDecision));
}

/** Cuts anew. Pure; the same question gives the same answer, whatever was cut before. */
export function recut(remaining: Remaining, policy: SubDeadlinePolicy): Recut {
  const legs = remaining.legs.filter(({ isOver }) => !isOver);
  const shared = sharedOut(legs, remaining, policy);
  const ahead = (leg: RemainingLeg): number => (shared[leg.key] ?? leg.used) - leg.used;
  const besideSteps = sum(
    legs.filter((leg) => !isStep(leg)),
    ahead,
  );
  const untilDecision = remaining.left - besideSteps;
  const opinions = remaining.opinions.map((leg): [string, number] => [leg.key, opinionBudget(leg, untilDecision)]);
  const longest = Math.max(sum(legs.filter(isStep), ahead), ...opinions.map(([, minutes]) => minutes));
  return {
    budgets: { ...shared, ...Object.fromEntries(opinions) },
    shortBy: Math.max(0, besideSteps + longest - remaining.left),
  };
}
