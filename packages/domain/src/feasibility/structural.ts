/**
 * Overdue by construction, by arithmetic alone (DESIGN 4.9, reference `domain.md` §3): if every agency may take what its leg allows
 * and the decider needs no more than its minimum, is anything left of the limit?
 */
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { Duration, WorkDuration } from '../time/duration.js';
import { isCalendarDays, isSameDay, workMinutes } from '../time/duration.js';

export interface TimelineQuestion {
  readonly procedure: ProcedureVersion;
  /** Working minutes the limit gives, on the legal calendar. */
  readonly limitMinutes: number;
  readonly minutesPerDay: number;
  /** False where the receiver itself is competent: nothing travels. */
  readonly crossesBoundary: boolean;
  /** Working minutes from reception to the first one of the transfer that counts: what a cut-off gives away. */
  readonly cutoffWait?: number;
}

/** Working minutes of the legal calendar. A leg that does not run on the legal clock counts 0. */
export interface StructuralTimeline {
  readonly limit: number;
  readonly cutoffWait: number;
  readonly transferOut: number;
  readonly acceptance: number;
  readonly minimumWork: number;
  /** Of the way back; on the legal clock only where that ends with `readyForReturn`. */
  readonly resultBack: number;
  /** What the transfer leaves to the competent agency, acceptance included. */
  readonly competentKeeps: number;
  /** Left of the legal limit; negative: overdue by construction. */
  readonly slack: number;
  /** Left of the promise, which is kept only when the result is back; negative: broken by construction. */
  readonly promiseSlack: number;
}

/**
 * Working minutes of a limit; for a same-day one the whole day, the most it can be. Null for calendar days: what they hold depends
 * on when they begin.
 */
export function limitMinutesOf(limit: Duration, minutesPerDay: number): number | null {
  if (isCalendarDays(limit)) return null;
  return isSameDay(limit) ? minutesPerDay : workMinutes(limit, minutesPerDay);
}

/** Steps follow one another; required opinions that do not stop the clock are asked beside them. */
function minimumWorkOf({ steps, consultations }: ProcedureVersion): number {
  const own = steps.reduce((sum, { minimumWorkMinutes }) => sum + minimumWorkMinutes, 0);
  const waited = consultations.filter(
    ({ requiredForDecision, pausesLegalClock }) => requiredForDecision && !pausesLegalClock,
  );
  return Math.max(own, ...waited.map(({ minimumWorkMinutes }) => minimumWorkMinutes));
}

/** The timeline of a case, with what it leaves. Pure; `slack` and `promiseSlack` may be negative. */
export function structuralTimeline(question: TimelineQuestion): StructuralTimeline {
  const { procedure, limitMinutes, minutesPerDay, crossesBoundary } = question;
  const budget = (leg: { readonly budget: WorkDuration }): number => workMinutes(leg.budget, minutesPerDay);
  const onTheClock = crossesBoundary && procedure.clockStart === 'reception' && !procedure.transferExcluded;
  const cutoffWait = onTheClock ? (question.cutoffWait ?? 0) : 0;
  const transferOut = onTheClock ? budget(procedure.legs.transfer) : 0;
  const acceptance = onTheClock ? budget(procedure.legs.acceptance) : 0;
  const minimumWork = minimumWorkOf(procedure);
  const wayBack = crossesBoundary ? budget(procedure.legs.resultTransfer) : 0;
  const resultBack = procedure.legalEnd === 'readyForReturn' ? wayBack : 0;
  const competentKeeps = limitMinutes - cutoffWait - transferOut;
  const afterWork = competentKeeps - acceptance - minimumWork;
  return {
    limit: limitMinutes,
    cutoffWait,
    transferOut,
    acceptance,
    minimumWork,
    resultBack,
    competentKeeps,
    slack: afterWork - resultBack,
    promiseSlack: afterWork - wayBack,
  };
}

/** What is wrong by construction: the legal limit itself, or only the promise; null when neither. */
export function structuralInfeasibility({ slack, promiseSlack }: StructuralTimeline): 'limit' | 'promise' | null {
  if (slack < 0) return 'limit';
  return promiseSlack < 0 ? 'promise' : null;
}
