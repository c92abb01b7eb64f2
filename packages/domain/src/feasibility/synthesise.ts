/** The inverse question: which budgets would be safe? The smallest cut along a policy's way, found by halving, proved at its end. */
import type { BudgetMinutes, CuttableLeg } from './budgets.js';
import { cuttableLegs, withBudgets } from './budgets.js';
import type { SynthesisPolicy } from './cut-order.js';
import { budgetsAfterCut, totalRoom } from './cut-order.js';
import { feasibilityOf } from './feasibility-of.js';
import type { FeasibilityQuestion } from './feasibility-of.js';
import { frameOn } from './frame.js';
import type { Ground } from './frame.js';
import type { Feasibility, Proof } from './prove.js';
import { provableStarts, reachingFar } from './prove.js';
import { legsOf } from './timeline.js';
import type { Timeline } from './timeline.js';
import { timelineOf } from './timeline-of-procedure.js';
import { readingsOf } from './readings.js';

export interface BudgetChange {
  readonly leg: string;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

export type Synthesis =
  | { readonly outcome: 'alreadySafe'; readonly proof: Proof }
  | {
      readonly outcome: 'cut';
      readonly policy: SynthesisPolicy;
      readonly changes: readonly BudgetChange[];
      /** Minutes taken from all legs together. */
      readonly cutMinutes: number;
      readonly procedure: FeasibilityQuestion['procedure'];
      readonly proof: Proof;
    }
  /** Not even minimum work everywhere keeps the limit: no budgets do. */
  | { readonly outcome: 'noBudgetsAreSafe'; readonly policy: SynthesisPolicy; readonly proof: Feasibility }
  | { readonly outcome: 'notComputable'; readonly proof: Feasibility };

interface Search {
  readonly question: FeasibilityQuestion;
  readonly legs: readonly CuttableLeg[];
  readonly ground: Ground;
  readonly policy: SynthesisPolicy;
}

function timelineWith({ question, legs, policy }: Search, cut: number): Timeline {
  const { minutesPerDay } = question.offices.legal;
  const budgets = budgetsAfterCut(legs, policy, cut);
  const timeline = timelineOf({
    ...question,
    minutesPerDay,
    procedure: withBudgets(question.procedure, budgets, minutesPerDay),
  });
  if ('computable' in timeline) throw new Error(`a cut that changes more than budgets: ${timeline.reason}`);
  return timeline;
}

/** Starts that left the loaded years under the longer budgets count again under the shorter ones. */
function isSafe(search: Search, cut: number): boolean {
  const frame = frameOn(search.ground, timelineWith(search, cut));
  const excess = readingsOf(frame).worstExcess();
  return provableStarts(frame, excess).every((start) => excess[start]! <= 0);
}

/** The least cut that is safe; null when the greatest is not. A longer budget only adds paths, so safety changes once. */
function leastSafeCut(search: Search): number | null {
  let [unsafe, safe] = [0, totalRoom(search.legs)];
  if (!isSafe(search, safe)) return null;
  while (safe - unsafe > 1) {
    const middle = Math.floor((unsafe + safe) / 2);
    if (isSafe(search, middle)) safe = middle;
    else unsafe = middle;
  }
  return safe;
}

function changesOf(legs: readonly CuttableLeg[], budgets: BudgetMinutes): readonly BudgetChange[] {
  return legs.flatMap(({ key, budget }) => {
    const toMinutes = budgets[key] ?? budget;
    return toMinutes === budget ? [] : [{ leg: key, fromMinutes: budget, toMinutes }];
  });
}

/** Legs the limit is charged with: cutting another would change nothing. */
function chargedKeys({ stages }: Timeline): readonly string[] {
  const opens = stages.findIndex(({ kind }) => kind === 'limitOpens');
  const charged = stages.slice(opens).filter((stage) => stage.kind !== 'leg' || !stage.limitRests);
  return legsOf({ stages: charged }).map(({ key }) => key);
}

/**
 * The smallest change of budgets along a policy's way after which the proof returns SAFE; budgets never fall below minimum work. Pure;
 * some ten to fifteen proofs.
 */
export function synthesise(question: FeasibilityQuestion, policy: SynthesisPolicy): Synthesis {
  const proof = feasibilityOf(question);
  if (!proof.computable) return { outcome: 'notComputable', proof };
  if (proof.verdict === 'SAFE') return { outcome: 'alreadySafe', proof };
  const { minutesPerDay } = question.offices.legal;
  const timeline = timelineOf({ ...question, minutesPerDay });
  if ('computable' in timeline) return { outcome: 'notComputable', proof: timeline };
  const legs = cuttableLegs(question.procedure, chargedKeys(timeline), minutesPerDay);
  const ground = reachingFar(timeline, question.offices, question.range).frame;
  const search = { question, legs, ground, policy };
  const cut = leastSafeCut(search);
  if (cut === null) return { outcome: 'noBudgetsAreSafe', policy, proof };
  const budgets = budgetsAfterCut(legs, policy, cut);
  const procedure = withBudgets(question.procedure, budgets, minutesPerDay);
  const after = feasibilityOf({ ...question, procedure });
  if (!after.computable) return { outcome: 'notComputable', proof: after };
  const changes = changesOf(legs, budgets);
  const cutMinutes = changes.reduce((sum, { fromMinutes, toMinutes }) => sum + fromMinutes - toMinutes, 0);
  return { outcome: 'cut', policy, changes, cutMinutes, procedure, proof: after };
}
