/** What is promised to the applicant when time is short: extension of the limit, apology and reappointment, and its letter. */
import { calendarDaysDue } from '../calendar/deadline.js';
import { refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import { askedOrNull } from '../sla/outside.js';
import type { CalendarDays, WorkDuration } from '../time/duration.js';
import { isCalendarDays, wholeDays, workMinutes } from '../time/duration.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Act, Decision } from './act.js';
import { fact } from './act.js';
import type { EventData, PromiseFact } from './events.js';

type Added = WorkDuration | CalendarDays;

function isLonger(by: Added, maximum: Added, minutesPerDay: number): boolean {
  if (isCalendarDays(by)) return isCalendarDays(maximum) && wholeDays(by) > wholeDays(maximum);
  return !isCalendarDays(maximum) && workMinutes(by, minutesPerDay) > workMinutes(maximum, minutesPerDay);
}

/** Who approves is another officer than who records it. */
function secondPersonRefusal({ command, facts }: Act<'extend'>): Refusal | null {
  if (facts.rules.procedure.extension?.secondPerson !== true) return null;
  const { approvedBy } = command;
  if (approvedBy !== undefined && approvedBy !== facts.party.officerId) return null;
  return refuse('second-person-required', { command: 'extend' });
}

/** The limit must still be running to its end and unbroken: an extension prolongs a limit, it does not heal a breach. */
function extensionRefusal(act: Act<'extend'>): Refusal | null {
  const { command, file, at, facts } = act;
  const { extension } = facts.rules.procedure;
  const clock = file.clocks.find(({ id }) => id === 'legal');
  if (extension === null || clock === undefined || clock.status === 'stopped') {
    return refuse('extension-not-foreseen', { clock: clock?.status ?? null });
  }
  const { by } = command;
  const { limit } = file.dossier.pin;
  if (isCalendarDays(by) !== isCalendarDays(limit)) return refuse('extension-unit-differs', { by, limit });
  if (isLonger(by, extension.maximum, facts.rules.legal.minutesPerDay)) {
    return refuse('extension-too-long', { by, maximum: extension.maximum });
  }
  const passed = clock.breached || (clock.dueAt !== null && minuteOf(at) > clock.dueAt);
  if (passed) return refuse('extension-after-due', { dueAt: clock.dueAt === null ? null : instantOf(clock.dueAt) });
  return secondPersonRefusal(act);
}

/**
 * The promise as far later as the limit is longer: so many working minutes, or calendar days with their roll to a working day. Null
 * where the calendar does not reach. A date that an apology has given stays: it was told to the applicant in a letter of its own.
 */
function movedPromise(promise: PromiseFact, { command, facts }: Act<'extend'>): PromiseFact | null {
  const { by } = command;
  const { legal } = facts.rules;
  const from = minuteOf(promise.at);
  return askedOrNull(() => {
    const at = isCalendarDays(by)
      ? calendarDaysDue({ start: from, days: by, pausedDays: 0, calendar: legal })
      : legal.addWork(from, workMinutes(by, legal.minutesPerDay));
    return { ...promise, at: instantOf(at), provisional: promise.provisional || legal.provisional(from, at) };
  });
}

/**
 * Prolongs the limit where the procedure foresees it, as often as it says, each time by at most `extension.maximum` and in the unit of
 * the limit. Refusals: `extension-not-foreseen`, `extension-unit-differs`, `extension-too-long`, `extension-after-due`,
 * `second-person-required` where the procedure asks for one.
 */
export const extend: Decision<'extend'> = (act) => {
  const { command, file, at, phase } = act;
  const refusal = extensionRefusal(act);
  if (refusal !== null) return refusal;
  const { by, legalBasis, reason, approvedBy } = command;
  const { promise, apologies } = file.dossier;
  const data: EventData<'dossier.limitExtended.v1'> = {
    by,
    legalBasis,
    ...(reason === undefined ? {} : { reason }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(promise === null || apologies > 0 ? {} : { promise: movedPromise(promise, act) }),
  };
  return [fact('dossier.limitExtended.v1', { at, phase }, data)];
};

/** An apology comes while the promise still stands (within its minute included) and gives a later date; it moves no clock. */
export const apologise: Decision<'apologise'> = ({ command, file, at, phase }) => {
  const { promise } = file.dossier;
  const { reason, newPromise } = command;
  if (promise === null || minuteOf(at) > minuteOf(promise.at)) {
    return refuse('apology-after-promise', { promise: promise?.at ?? null });
  }
  if (newPromise <= promise.at) return refuse('apology-date-not-later', { promise: promise.at, newPromise });
  return [fact('dossier.apologyIssued.v1', { at, phase }, { reason, newPromise })];
};

/** The receiving agency has handed the letter of the competent one to the applicant; once for each letter (`standing.ts`). */
export const deliverApology: Decision<'deliverApology'> = ({ command, at, phase }) => [
  fact('dossier.apologyDelivered.v1', { at, phase }, { means: command.means }),
];
