/** When the warnings of a clock come: by the share of its budget that is used, by the working minutes that are left. */
import type { Calendar } from '../../calendar/calendar.js';
import type { Minute } from '../../time/instant.js';
import { plusMinutes } from '../../time/instant.js';
import type { Clock } from '../clock.js';
import type { WarnRules } from './configured-rungs.js';
import { openMinutes, openPercents } from './configured-rungs.js';
import { dueOf } from '../due-instant.js';
import { askedOrNull } from '../outside.js';
import { firstRunningAt, instantWhenUsed, runningTimeOf } from '../running-time.js';

/**
 * Instant of the warning at `percent` of the budget; null where there is none. Working minutes: the first instant with
 * used = ⌈budget × percent / 100⌉. Calendar days: ⌈percent⌉ of the wall-clock minutes from the start to the due instant as the
 * rests have moved it, and then not before the clock runs. 100 % is the due instant. Throws OutsideCalendar.
 */
export function warningInstant(clock: Clock, percent: number, legal: Calendar): Minute | null {
  const time = runningTimeOf(clock);
  if (clock.budget.unit === 'work') {
    return instantWhenUsed(time, Math.ceil((clock.budget.minutes * percent) / 100), legal);
  }
  const due = dueOf(clock, time, legal);
  if (due === null) return null;
  const share = Math.ceil(((due - clock.countsFrom) * percent) / 100);
  return firstRunningAt(time, plusMinutes(clock.countsFrom, share));
}

/**
 * Instant at which `minutes` working minutes of the legal calendar are left; null where the clock never had more, so that nothing
 * was crossed. Working minutes: the first instant with used = budget − minutes. Calendar days: the first instant with no more than
 * so many working minutes up to the due instant as the rests have moved it, and then not before the clock runs. Throws
 * OutsideCalendar.
 */
export function remainingInstant(clock: Clock, minutes: number, legal: Calendar): Minute | null {
  const time = runningTimeOf(clock);
  if (clock.budget.unit === 'work') {
    return clock.budget.minutes > minutes ? instantWhenUsed(time, clock.budget.minutes - minutes, legal) : null;
  }
  const due = dueOf(clock, time, legal);
  if (due === null) return null;
  const whole = legal.workBetween(clock.countsFrom, due);
  return whole > minutes ? firstRunningAt(time, legal.addWork(clock.countsFrom, whole - minutes)) : null;
}

/** The earlier of two minutes, either of which may not be. */
export function earlierOf(a: Minute | null, b: Minute | null): Minute | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Instant of the next warning of a running clock that is not in the journal; null while it rests. */
export function nextWarning(
  clock: Clock,
  { legal, procedure }: { readonly legal: Calendar; readonly procedure: WarnRules },
): Minute | null {
  if (clock.status !== 'running') return null;
  const percents = openPercents(clock, procedure);
  const share = percents.length === 0 ? null : askedOrNull(() => warningInstant(clock, Math.min(...percents), legal));
  return openMinutes(clock, procedure)
    .map((minutes) => askedOrNull(() => remainingInstant(clock, minutes, legal)))
    .reduce(earlierOf, share);
}
