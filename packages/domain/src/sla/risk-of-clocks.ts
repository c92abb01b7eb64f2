/** Risks that one running clock shows by itself. */
import { instantOf } from '../time/instant.js';
import type { Clock } from './clock.js';
import { awaitedClock } from './due-timeout.js';
import { askedOrNull } from './outside.js';
import type { Risk, RiskLevel, RiskRule, RiskRuleName, RiskView } from './risk-view.js';
import { isOverdue, runningClocks, usedByNow } from './risk-view.js';

function figures(clock: Clock, view: RiskView): Risk['cause']['facts'] {
  return {
    clock: clock.id,
    used: usedByNow(clock, view),
    budget: clock.budget.unit === 'work' ? clock.budget.minutes : null,
    dueAt: clock.dueAt === null ? null : instantOf(clock.dueAt),
  };
}

/** Waits for one agency's receipt or word: told from the first minute, and a breach lets a supervisor move the transfer. */
function pending(rule: RiskRuleName, kind: Clock['kind'], code: string): RiskRule {
  return (view) =>
    runningClocks(view)
      .filter((clock) => clock.kind === kind)
      .map((clock) => {
        const overdue = isOverdue(clock, view);
        return {
          rule,
          level: overdue ? 'breached' : 'info',
          cause: { code: overdue ? `${code}Lapsed` : code, facts: figures(clock, view) },
          owner: clock.owner,
          evidence: [clock.id],
          decision: overdue ? 'redirectTransfer' : 'recallTransfer',
        };
      });
}

export const deliveryPending = pending('deliveryPending', 'delivery', 'noReceipt');
export const acceptancePending = pending('acceptancePending', 'acceptance', 'notAccepted');

/** Clocks that have used at least `from` percent of their minutes, and less than `below`. */
function legBetween(rule: RiskRuleName, from: number, below: number): RiskRule {
  return (view) =>
    runningClocks(view).flatMap((clock) => {
      const used = usedByNow(clock, view);
      if (used === null || clock.budget.unit !== 'work') return [];
      const share = clock.budget.minutes;
      if (used * 100 < share * from || used * 100 >= share * below) return [];
      const cause = { code: 'shareUsed', facts: { ...figures(clock, view), percent: from } };
      return [
        { rule, level: levelAt(clock, from, view), cause, owner: clock.owner, evidence: [clock.id], decision: null },
      ];
    });
}

function levelAt(clock: Clock, percent: number, view: RiskView): RiskLevel {
  if (percent < 100) return percent < 75 ? 'info' : 'warning';
  return isOverdue(clock, view) ? 'breached' : 'high';
}

export const legAt50 = legBetween('legAt50', 50, 75);
export const legAt75 = legBetween('legAt75', 75, 100);
/** From the due instant on. A limit judged by the day is overdue only after its day. */
export const legAt100 = legBetween('legAt100', 100, Infinity);

/** The applicant is reminded this many working days before his time passes, and urgently on the last one. */
const REMIND_WORKING_DAYS = 3;

/** The dossier closes by itself when the applicant's time has passed. */
export const supplementAboutToLapse: RiskRule = (view) => {
  const clock = awaitedClock(view.file);
  const due = clock?.dueAt ?? null;
  if (clock === null || due === null) return [];
  const { legal } = view.rules;
  const left = askedOrNull(() => legal.workBetween(view.now, due));
  if (left === null || left > REMIND_WORKING_DAYS * legal.minutesPerDay) return [];
  const passed = isOverdue(clock, view);
  const urgent = left <= legal.minutesPerDay ? 'high' : 'warning';
  const provides = clock.kind === 'supplement' ? 'provideSupplement' : 'confirmPayment';
  return [
    {
      rule: 'supplementAboutToLapse',
      level: passed ? 'breached' : urgent,
      cause: { code: passed ? 'timePassed' : 'timeRunsOut', facts: { ...figures(clock, view), left } },
      owner: clock.owner,
      evidence: [clock.id],
      decision: passed ? 'close' : provides,
    },
  ];
};
