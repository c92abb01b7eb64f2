/**
 * The first minute at which what is still to come on the limit is more than what is left of it (ADR 0023), found without looking at
 * every minute. It agrees with the risk rule `remainingPlanExceedsRemainingTime` because it asks the same question of single minutes.
 */
import type { Dossier } from '../../dossier/dossier.js';
import type { Rules } from '../../dossier/file.js';
import { minuteOf } from '../../time/instant.js';
import type { Minute } from '../../time/instant.js';
import type { Clock } from '../clock.js';
import type { RiskRungLevel } from './configured-rungs.js';
import { openLevels } from './configured-rungs.js';
import { askedOrNull } from '../outside.js';
import { limitToKeep } from './plan-against-limit.js';
import { leastLeft, plannedLeft } from './remaining-plan.js';
import type { RiskView } from '../risk/risk-view.js';
import { earlierOf, nextWarning } from './rung-instants.js';

interface PlanQuestion {
  readonly dossier: Dossier;
  readonly clocks: readonly Clock[];
  readonly rules: Rules;
}

/** Minutes by which a plan exceeds the limit, `worked` working minutes after the last fact. */
type Excess = (worked: number) => number;

/**
 * First whole number from `from` to `to` at which the excess is positive; null when there is none. Exact for an excess that is convex
 * in between: what is left falls by one with every working minute, and a plan is a sum of `max(0, budget − used)` and of greatest
 * ones of such sums. Where it is not positive is therefore one stretch, and once it has been left it does not come again. Found from
 * the end along the tangent, above which a convex function lies: a step for each corner, where halving takes one for each bit.
 */
function firstPositive(excess: Excess, from: number, to: number): number | null {
  if (excess(from) > 0) return from;
  let at = to;
  let over = excess(at);
  if (over <= 0) return null;
  for (;;) {
    const slope = over - excess(at - 1);
    const back = Math.floor((over - 1) / slope);
    if (back === 0) return at;
    at -= back;
    over = excess(at);
  }
}

/** First at which both are positive: each is followed out of its own stretch until neither is in one. */
function firstBothPositive(one: Excess, other: Excess, [from, to]: readonly [number, number]): number | null {
  let at = from;
  for (;;) {
    const first = firstPositive(one, at, to);
    const second = first === null ? null : firstPositive(other, first, to);
    if (second === null || one(second) > 0) return second;
    at = second;
  }
}

/** Up to which the limit can still be kept, in working minutes from `from`; 0 while it rests. */
function lastWorked(legal: Clock, from: Minute, { legal: calendar }: Rules): number {
  if (legal.status !== 'running') return 0;
  if (legal.breachFiresAt !== null) return Math.max(0, calendar.workBetween(from, legal.breachFiresAt) - 1);
  return legal.dueAt === null ? 0 : Math.max(0, calendar.workBetween(from, legal.dueAt));
}

/** Working minutes from `from` at which a clock only begins to count, cut-offs being behind them: there the excess has a corner. */
function corners(clocks: readonly Clock[], from: Minute, { legal: calendar }: Rules): readonly number[] {
  return clocks
    .filter(({ status, countsFrom }) => status === 'running' && countsFrom > from)
    .map(({ countsFrom }) => calendar.workBetween(from, countsFrom));
}

function firstWorked(question: PlanQuestion, legal: Clock, level: RiskRungLevel): Minute | null {
  const { dossier, clocks, rules } = question;
  const from = minuteOf(dossier.lastFactAt);
  const instantOf = (worked: number): Minute => rules.legal.addWork(from, worked);
  const excessOf =
    (plan: (view: RiskView) => number): Excess =>
    (worked) => {
      const view = { file: { dossier, clocks, segments: [] }, rules, now: instantOf(worked), systemsDown: [] };
      const left = limitToKeep(view);
      return left === null ? -1 : plan(view) - left;
    };
  const end = lastWorked(legal, from, rules);
  const bounds = [0, ...corners(clocks, from, rules).filter((corner) => corner < end), end].sort((a, b) => a - b);
  const [budgets, works] = [excessOf(plannedLeft), excessOf(leastLeft)];
  for (const [i, to] of bounds.slice(1).entries()) {
    const span = [bounds[i] ?? 0, to] as const;
    const worked = level === 'warning' ? firstPositive(budgets, ...span) : firstBothPositive(budgets, works, span);
    if (worked !== null) return instantOf(worked);
  }
  return null;
}

/**
 * First minute, from the last fact on and as the facts stand, at which the plan exceeds the limit by its budgets (`warning`) or by its
 * least works (`high`); the minute of that fact where it does so at once. Null when it will not before the limit itself is overdue,
 * and where there is no limit or nobody can say. Pure.
 */
export function planRungInstant(question: PlanQuestion, level: RiskRungLevel): Minute | null {
  const legal = question.clocks.find(({ id }) => id === 'legal');
  if (legal === undefined || legal.status === 'stopped' || legal.certainty === 'notComputable') return null;
  return askedOrNull(() => firstWorked(question, legal, level));
}

/** The clocks with the plan's next rung taken into the next warning of the limit; the very same list where nothing changes. */
export function withPlanRung(question: PlanQuestion): readonly Clock[] {
  const { clocks, rules } = question;
  const place = clocks.findIndex(({ id }) => id === 'legal');
  const legal = clocks[place];
  if (legal === undefined || legal.status === 'stopped' || rules.procedure.warnRungs === undefined) return clocks;
  const warnAt = openLevels(legal, rules.procedure)
    .map((level) => planRungInstant(question, level))
    .reduce(earlierOf, nextWarning(legal, rules));
  return warnAt === legal.warnAt ? clocks : clocks.with(place, { ...legal, warnAt });
}
