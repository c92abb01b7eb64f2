/** The date a receipt would promise (DESIGN 4.2): the due instant of the limit, or an estimate where the limit does not run from reception. */
import { calendarDaysDue } from '../calendar/deadline.js';
import { countedLimit, cutoffOf, transferCountsFrom } from '../sla/limit.js';
import { askedOrNull } from '../sla/outside.js';
import { isCalendarDays, workMinutes } from '../time/duration.js';
import type { Duration } from '../time/duration.js';
import type { Instant, Minute } from '../time/instant.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { FeasibilityQuestion } from './feasibility-of.js';

export interface Promised {
  /** Null where there is no limit, or the calendar does not reach. */
  readonly at: Instant | null;
  readonly estimate: boolean;
}

/** When the competent agency has the dossier, if transfer and acceptance take all they may. */
function acceptedBy({ procedure, offices: { legal } }: FeasibilityQuestion, receivedAt: Minute): Minute {
  const { legs, transferCutoff } = procedure;
  const from = transferCountsFrom(receivedAt, cutoffOf(transferCutoff), legal);
  const delivered = legal.addWork(from, workMinutes(legs.transfer.budget, legal.minutesPerDay));
  return legal.addWork(delivered, workMinutes(legs.acceptance.budget, legal.minutesPerDay));
}

function dueOf(
  limit: Duration,
  from: Minute,
  { question, cutoff }: { question: FeasibilityQuestion; cutoff: string | null },
): Minute {
  const { legal } = question.offices;
  if (isCalendarDays(limit)) return calendarDaysDue({ start: from, days: limit, pausedDays: 0, calendar: legal });
  const { budget, countsFrom } = countedLimit(limit, from, { legal, cutoff: cutoffOf(cutoff) });
  return legal.addWork(countsFrom, budget.unit === 'work' ? budget.minutes : 0);
}

/** The promise at a reception. Pure. */
export function promisedAt(question: FeasibilityQuestion, receivedAt: Instant): Promised {
  const { procedure, caseKey, channel, route } = question;
  const limit = procedure.cases.find(({ key }) => key === caseKey)?.limits[channel] ?? null;
  const elsewhere = procedure.clockStart === 'competentReceipt' || procedure.transferExcluded;
  const estimate = route !== 'sameAgency' && elsewhere;
  if (limit === null) return { at: null, estimate };
  const due = askedOrNull(() => {
    const received = minuteOf(receivedAt);
    return estimate
      ? dueOf(limit, acceptedBy(question, received), { question, cutoff: null })
      : dueOf(limit, received, { question, cutoff: procedure.limitCutoff });
  });
  return { at: due === null ? null : instantOf(due), estimate };
}
