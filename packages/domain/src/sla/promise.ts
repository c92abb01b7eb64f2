/** The promise: the instant printed on the receipt (giấy tiếp nhận hồ sơ và hẹn trả kết quả). It is no clock (DESIGN 4.2). */
import type { Dossier } from '../dossier/dossier.js';
import type { Pin, PromiseFact, ResolutionFact } from '../dossier/events.js';
import type { Rules } from '../dossier/file.js';
import { calendarDaysDue } from '../calendar/deadline.js';
import { isCalendarDays, workMinutes } from '../time/duration.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import { countedLimit, cutoffOf, transferCountsFrom } from './limit.js';
import { askedOrNull } from './outside.js';

export interface PromiseQuestion {
  readonly pin: Pin;
  /** Null while the competent agency is unknown: the dossier is then taken to travel. */
  readonly resolution: ResolutionFact | null;
  readonly receivedAt: Instant;
  readonly rules: Rules;
}

function dueOfLimit({ pin, rules }: PromiseQuestion, from: Minute, cutoff: string | null): Minute {
  const { legal } = rules;
  if (isCalendarDays(pin.limit)) {
    return calendarDaysDue({ start: from, days: pin.limit, pausedDays: 0, calendar: legal });
  }
  const { budget, countsFrom } = countedLimit(pin.limit, from, { legal, cutoff: cutoffOf(cutoff) });
  return legal.addWork(countsFrom, budget.unit === 'work' ? budget.minutes : 0);
}

/** When the competent agency has the dossier, if transfer and acceptance each take all they may. */
function expectedAcceptance({ receivedAt, rules }: PromiseQuestion): Minute {
  const { legal, procedure } = rules;
  const { transfer, acceptance } = procedure.legs;
  const from = transferCountsFrom(minuteOf(receivedAt), cutoffOf(procedure.transferCutoff), legal);
  const delivered = legal.addWork(from, workMinutes(transfer.budget, legal.minutesPerDay));
  return legal.addWork(delivered, workMinutes(acceptance.budget, legal.minutesPerDay));
}

/** True where the legal clock does not run from reception, so that no one can say yet when it will end. */
function startsElsewhere({ pin, resolution, rules }: PromiseQuestion): boolean {
  const travels = resolution?.agencyId !== pin.receivingAgency;
  return travels && (rules.procedure.clockStart === 'competentReceipt' || rules.procedure.transferExcluded);
}

/**
 * The promise made at reception: the due instant of the legal clock; where that clock waits for the competent agency, an estimate
 * (transfer budget + acceptance budget + limit, chained on the legal calendar) that says so. Null where the calendar does not
 * reach: no date is better than a wrong one. Pure.
 */
export function promiseFor(question: PromiseQuestion): PromiseFact | null {
  const { legal, procedure } = question.rules;
  const receivedAt = minuteOf(question.receivedAt);
  const estimate = startsElsewhere(question);
  return askedOrNull(() => {
    const due = estimate
      ? dueOfLimit(question, expectedAcceptance(question), null)
      : dueOfLimit(question, receivedAt, procedure.limitCutoff);
    return { at: instantOf(due), estimate, provisional: legal.provisional(receivedAt, due) };
  });
}

/** Kept ⇔ the result lay ready for the applicant not after the promised minute; null while it does not or nothing was promised. */
export function promiseKept(promise: Dossier['promise'], readyAt: Instant | null): boolean | null {
  return promise === null || readyAt === null ? null : minuteOf(readyAt) <= minuteOf(promise.at);
}
