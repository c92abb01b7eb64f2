/** Risks that one running clock shows by itself. */
import { instantOf } from '../../time/instant.js';
import type { Clock } from '../clock.js';
import { awaitedClock } from '../due-timeout.js';
import { askedOrNull } from '../outside.js';
import { warningInstant } from '../rungs/rung-instants.js';
import type { RiskCause, RiskLevel } from './risk-causes.js';
import type { Risk, RiskRule, RiskView } from './risk-view.js';
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
function pending(kind: 'delivery' | 'acceptance', code: 'noReceipt' | 'notAccepted'): RiskRule {
  const rule = `${kind}Pending` as const;
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

export const deliveryPending = pending('delivery', 'noReceipt');
export const acceptancePending = pending('acceptance', 'notAccepted');

/** The applicant's time has a rule of its own, which reminds him. */
const REMINDED: readonly Clock['kind'][] = ['supplement', 'payment'];

/**
 * Whether the clock has come to that share of its budget; false too where nobody can say, which `cannotBeComputed` tells. Shares of
 * calendar days are reached at the instants at which the clock warns of them.
 */
function hasCome(clock: Clock, percent: number, view: RiskView): boolean {
  if (percent >= 100 && isOverdue(clock, view)) return true;
  const { budget } = clock;
  if (budget.unit === 'work') {
    const used = usedByNow(clock, view);
    return used !== null && used * 100 >= budget.minutes * percent;
  }
  if (budget.unit === 'none') return false;
  const at = askedOrNull(() => warningInstant(clock, percent, view.rules.legal));
  return at !== null && at <= view.now;
}

interface Share {
  readonly rule: 'legAt50' | 'legAt75' | 'legAt100';
  readonly from: number;
  /** From here on the next rule speaks. */
  readonly below: number | null;
  readonly says: (clock: Clock, view: RiskView) => readonly [RiskLevel, RiskCause];
}

function legBetween({ rule, from, below, says }: Share): RiskRule {
  return (view) =>
    runningClocks(view)
      .filter(({ kind }) => !REMINDED.includes(kind))
      .filter((clock) => hasCome(clock, from, view) && !(below !== null && hasCome(clock, below, view)))
      .map((clock) => {
        const [level, code] = says(clock, view);
        const cause = { code, facts: { ...figures(clock, view), percent: from } };
        return { rule, level, cause, owner: clock.owner, evidence: [clock.id], decision: null };
      });
}

export const legAt50 = legBetween({ rule: 'legAt50', from: 50, below: 75, says: () => ['info', 'halfUsed'] });
export const legAt75 = legBetween({
  ...{ rule: 'legAt75', from: 75, below: 100 },
  says: () => ['warning', 'threeQuartersUsed'],
});
/** From the due instant on. A limit judged by the day is overdue only after its day. */
export const legAt100 = legBetween({
  ...{ rule: 'legAt100', from: 100, below: null },
  says: (clock, view) => (isOverdue(clock, view) ? ['breached', 'overdue'] : ['high', 'allUsed']),
});

/** The applicant is reminded this many working days before his time passes, and urgently on the last one. */
const REMIND_WORKING_DAYS = 3;

/** The dossier closes by itself when the applicant's time has passed. */
export const supplementAboutToLapse: RiskRule = (view) => {
  const clock = awaitedClock(view.file);
  const due = clock?.dueAt ?? null;
  if (clock === null || due === null) return [];
  const { legal } = view.rules;
  const passed = isOverdue(clock, view);
  const left = passed ? 0 : askedOrNull(() => legal.workBetween(view.now, due));
  if (left === null || left > REMIND_WORKING_DAYS * legal.minutesPerDay) return [];
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
