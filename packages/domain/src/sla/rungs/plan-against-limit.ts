/** What is still to be done, held against what is left of the limit. Working minutes of the legal calendar. */
import type { Clock } from '../clock.js';
import type { RiskRungLevel } from './configured-rungs.js';
import { askedOrNull } from '../outside.js';
import { leastLeft, plannedLeft } from './remaining-plan.js';
import type { RiskView } from '../risk/risk-view.js';
import { clockOf, isOverdue, usedByNow } from '../risk/risk-view.js';

interface PlanAgainstLimit {
  /** Negative within the granule after the due instant. */
  readonly left: number;
  /** If everybody takes what he may. */
  readonly planned: number;
  /** If the work takes no longer than its minimum. */
  readonly least: number;
}

/** Working minutes to the due instant of the legal clock, as if it ran from now on; null where they cannot be counted. */
function limitLeft(legal: Clock, view: RiskView): number | null {
  const { budget, dueAt } = legal;
  if (budget.unit === 'calendarDays') {
    return dueAt === null ? null : askedOrNull(() => view.rules.legal.workBetween(view.now, dueAt));
  }
  const used = usedByNow(legal, view);
  return used === null || budget.unit === 'none' ? null : budget.minutes - used;
}

/** Left of a limit that runs or rests and can still be kept; null where there is none or it cannot be counted. */
export function limitToKeep(view: RiskView): number | null {
  const legal = clockOf(view, 'legal');
  return legal === null || legal.status === 'stopped' || isOverdue(legal, view) ? null : limitLeft(legal, view);
}

/** Both sides at a minute; null without a limit to keep. Pure. */
export function planAgainstLimit(view: RiskView): PlanAgainstLimit | null {
  const left = limitToKeep(view);
  return left === null ? null : { left, planned: plannedLeft(view), least: leastLeft(view) };
}

/** `warning`: the budgets do not fit in; `high`: nor do the least works. */
export function exceeds({ left, planned, least }: PlanAgainstLimit, level: RiskRungLevel): boolean {
  return planned > left && (level === 'warning' || least > left);
}
