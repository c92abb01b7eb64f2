/** In which order budgets give minutes away (reference `features.md` C2). Each policy is one way from the published budgets to the floors. */
import type { BudgetMinutes, CuttableLeg } from './budgets.js';

export const SYNTHESIS_POLICIES = [
  /** Every leg gives in proportion to what it can give. */
  'proportional',
  /** What travels gives first; the decider only when nothing is left to give. */
  'reserveForDecider',
  /** Who holds the dossier first keeps his budget; the last give first. */
  'firstCome',
] as const;
export type SynthesisPolicy = (typeof SYNTHESIS_POLICIES)[number];

const room = ({ budget, floor }: CuttableLeg): number => budget - floor;
const roomOf = (legs: readonly CuttableLeg[]): number => legs.reduce((sum, leg) => sum + room(leg), 0);

/** Groups in the order in which they give. Opinions are asked beside the first step, so they give with it. */
function groupsOf(legs: readonly CuttableLeg[], policy: SynthesisPolicy): readonly (readonly CuttableLeg[])[] {
  if (policy === 'proportional') return [legs];
  if (policy === 'reserveForDecider') {
    return [legs.filter(({ side }) => side === 'travel'), legs.filter(({ side }) => side === 'decider')];
  }
  const opinions = legs.filter(({ key }) => key.startsWith('consultation:'));
  const inTurn = legs.filter((leg) => !opinions.includes(leg)).reverse();
  const firstStep = inTurn.findLast(({ side }) => side === 'decider');
  return inTurn.map((leg) => (leg === firstStep ? [leg, ...opinions] : [leg]));
}

/** Minutes that can be cut at all. */
export function totalRoom(legs: readonly CuttableLeg[]): number {
  return roomOf(legs);
}

/**
 * The budgets when so many minutes are to be given (0 to `totalRoom`). Each budget falls or stays as the number rises, so whether a
 * timeline is safe changes once along the way. Rounding keeps a few minutes back until the group has given all.
 */
export function budgetsAfterCut(legs: readonly CuttableLeg[], policy: SynthesisPolicy, cut: number): BudgetMinutes {
  const budgets: Record<string, number> = {};
  let left = cut;
  for (const group of groupsOf(legs, policy)) {
    const most = roomOf(group);
    const given = Math.min(left, most);
    left -= given;
    for (const leg of group) budgets[leg.key] = leg.budget - (most === 0 ? 0 : Math.floor((given * room(leg)) / most));
  }
  return budgets;
}
