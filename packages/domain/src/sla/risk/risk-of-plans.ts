/** Risks that show when what is still to be done is held against the time that is left. */
import { structuralInfeasibility as infeasibility } from '../../feasibility/structural.js';
import type { StartPlan } from '../../feasibility/structural.js';
import type { CommandType } from '../../dossier/commands.js';
import { dayOf, instantOf } from '../../time/instant.js';
import type { Minute } from '../../time/instant.js';
import type { Clock } from '../clock.js';
import { ownerOf } from '../owner-of.js';
import { askedOrNull } from '../outside.js';
import { exceeds, planAgainstLimit } from '../rungs/plan-against-limit.js';
import type { RiskRule, RiskView } from './risk-view.js';
import { startPlanOf } from '../start-plan.js';
import { clockOf, runningClocks } from './risk-view.js';

/** The plan of the dossier's own start, for as long as the legal clock has not stopped. */
function planOf({ file, rules }: RiskView): StartPlan | null {
  const isOver = file.clocks.find(({ id }) => id === 'legal')?.status === 'stopped';
  return isOver ? null : startPlanOf(file, rules);
}

/** What can be done about a limit that is too short: prolong it where the law foresees it, else say so in time. */
function remedy({ file, rules }: RiskView): CommandType | null {
  const { dossier } = file;
  const { extension } = rules.procedure;
  const legal = file.clocks.find(({ id }) => id === 'legal');
  const extensible = extension !== null && dossier.extensions < extension.times && legal?.budget.unit === 'work';
  if (extensible && dossier.accepted) return 'extend';
  return dossier.promise !== null && dossier.apologies === 0 && dossier.accepted ? 'apologise' : null;
}

/**
 * Overdue by construction, known from the first minute: if everybody takes what he may, the limit (or only the promise, which needs
 * the result back) cannot be kept. Stands until the legal clock stops.
 */
export const structuralInfeasibility: RiskRule = (view) => {
  const plan = planOf(view);
  const what = plan === null ? null : infeasibility(plan);
  if (plan === null || what === null) return [];
  return [
    {
      rule: 'structuralInfeasibility',
      level: what === 'limit' ? 'high' : 'warning',
      cause: { code: what === 'limit' ? 'legsExceedLimit' : 'legsExceedPromise', facts: { ...plan } },
      owner: null,
      evidence: clockOf(view, 'legal') === null ? [] : ['legal'],
      decision: remedy(view),
    },
  ];
};

/** What is still to be done is more than what is left: `high` when not even the minimum of the work fits in. */
export const remainingPlanExceedsRemainingTime: RiskRule = (view) => {
  const held = planAgainstLimit(view);
  if (held === null || !exceeds(held, 'warning')) return [];
  const { left, planned, least } = held;
  const fits = !exceeds(held, 'high');
  return [
    {
      rule: 'remainingPlanExceedsRemainingTime',
      level: fits ? 'warning' : 'high',
      cause: { code: fits ? 'planExceedsLimit' : 'leastExceedsLimit', facts: { left, planned, least } },
      owner: ownerOf(view.file.dossier),
      evidence: ['legal'],
      decision: remedy(view),
    },
  ];
};

interface LastDesk {
  /** When the holder's desk closes for the last time before the due instant; null when it does not open before it. */
  readonly closesAt: Minute | null;
  readonly dueAt: Minute;
}

function lastDeskBefore(clock: Clock, view: RiskView): LastDesk | null {
  const { dueAt, owner } = clock;
  const holder = clock.kind === 'legal' ? ownerOf(view.file.dossier) : owner;
  const desk = holder?.kind === 'agency' ? view.rules.desk(holder.agencyId) : null;
  if (desk === null || dueAt === null || dueAt <= view.now) return null;
  return askedOrNull(() => {
    const opens = desk.nextOpening(view.now);
    if (opens >= dueAt) return { closesAt: null, dueAt };
    const closesAt = desk.closeOf(dayOf(opens));
    const isLast = closesAt < dueAt && desk.workBetween(closesAt, dueAt) === 0;
    return isLast && view.rules.legal.workBetween(closesAt, dueAt) > 0 ? { closesAt, dueAt } : null;
  });
}

/** The clock runs on after the holder's desk has closed for the last time: the desk's closing is the real deadline. */
export const deskClosesBeforeDue: RiskRule = (view) =>
  runningClocks(view).flatMap((clock) => {
    const last = lastDeskBefore(clock, view);
    if (last === null) return [];
    const closesAt = last.closesAt === null ? null : instantOf(last.closesAt);
    return [
      {
        rule: 'deskClosesBeforeDue' as const,
        level: closesAt === null ? ('high' as const) : ('warning' as const),
        cause: {
          code: closesAt === null ? 'deskStaysClosed' : 'deskClosesFirst',
          facts: { clock: clock.id, closesAt, dueAt: instantOf(last.dueAt) },
        },
        owner: clock.kind === 'legal' ? ownerOf(view.file.dossier) : clock.owner,
        evidence: [clock.id],
        decision: null,
      },
    ];
  });
