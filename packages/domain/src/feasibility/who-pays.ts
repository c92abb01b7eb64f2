/** What a way out costs, and whom: nothing is free, and an admin should see who gives. */
import type { FeasibilityQuestion } from './feasibility-of.js';
import type { BudgetChange } from './synthesise.js';

export type Payer = 'applicant' | 'receiver' | 'decider' | 'carrier' | 'consulted';

/** What a way out takes from somebody. Minutes are of the legal calendar. */
export type Cost =
  /** The result may come later than the limit as it is configured would have it: by how much at the worst of the examples. */
  | { readonly kind: 'laterPromise'; readonly who: 'applicant'; readonly minutes: number }
  /** No date can be promised at reception, only estimated. */
  | { readonly kind: 'estimateOnly'; readonly who: 'applicant' }
  | { readonly kind: 'shorterBudget'; readonly who: Payer; readonly leg: string; readonly minutes: number }
  /** Works on the copy and answers for it until the paper is there. */
  | { readonly kind: 'worksOnCopy'; readonly who: 'decider' }
  /** The limit itself becomes shorter by so much. */
  | { readonly kind: 'shorterLimit'; readonly who: 'decider'; readonly minutes: number }
  /** Must go to the competent agency himself. */
  | { readonly kind: 'travels'; readonly who: 'applicant' };

const PAYER_OF_LEG: readonly (readonly [RegExp, Payer])[] = [
  [/^transfer$/, 'receiver'],
  [/^consultation:/, 'consulted'],
];

function payerOf(leg: string, { route }: FeasibilityQuestion): Payer {
  if (leg === 'resultTransfer' && route === 'crossesByPost') return 'carrier';
  return PAYER_OF_LEG.find(([pattern]) => pattern.test(leg))?.[1] ?? 'decider';
}

/** What a cut of budgets costs the holders of the legs. */
export function costsOfCut(question: FeasibilityQuestion, changes: readonly BudgetChange[]): readonly Cost[] {
  return changes.map(({ leg, fromMinutes, toMinutes }) => ({
    kind: 'shorterBudget',
    who: payerOf(leg, question),
    leg,
    minutes: fromMinutes - toMinutes,
  }));
}
