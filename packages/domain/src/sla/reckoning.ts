/**
 * What follows from a clock's budget and the time it ran: used minutes, due, next warning, breach, outcome (DESIGN 4.2 "Breach,
 * exactly"). All of it is derived anew; nothing here remembers.
 */
import type { Calendar } from '../calendar/calendar.js';
import { granule } from '../calendar/deadline.js';
import type { Minute } from '../time/instant.js';
import type { Clock, ClockOutcome } from './clock.js';
import type { WarnRules } from './rungs/configured-rungs.js';
import { dueOf } from './due-instant.js';
import { OUTSIDE, asked, reaches } from './outside.js';
import type { RunningTime } from './running-time.js';
import { daysRestedBefore, firstUseAfter, minutesUsed, runningTimeOf } from './running-time.js';
import { nextWarning } from './rungs/rung-instants.js';

/** The calendar a clock counts on and the rungs at which it warns. */
export interface Reckoner {
  readonly legal: Calendar;
  readonly procedure: WarnRules;
}

interface Dates {
  readonly due: Minute | null | typeof OUTSIDE;
  readonly breach: Minute | null | typeof OUTSIDE;
}

function datesOf(clock: Clock, time: RunningTime, legal: Calendar): Dates {
  const due = asked(() => dueOf(clock, time, legal));
  if (due === null || due === OUTSIDE) return { due, breach: due };
  const { to } = granule({ due, granularity: clock.granularity });
  return { due, breach: asked(() => firstUseAfter(time, to, legal)) };
}

/** Overdue ⇔ a working minute was used after the granule of the due instant; early ⇔ ended before that granule began. */
function outcomeOf(clock: Clock, { due, breach }: Dates, legal: Calendar): ClockOutcome | null {
  const end = clock.stoppedAt;
  if (end === null || due === null) return null;
  if (due === OUTSIDE) {
    // Both ends of its life lie inside the calendar and the due instant beyond it: it ended before.
    return reaches(legal, clock.countsFrom) && reaches(legal, end) ? 'early' : null;
  }
  if (breach !== OUTSIDE && breach !== null && breach <= end) return 'overdue';
  return end < granule({ due, granularity: clock.granularity }).from ? 'early' : 'onTime';
}

function certaintyOf(clock: Clock, { due, breach }: Dates, legal: Calendar): Clock['certainty'] {
  if (clock.budget.unit === 'none') return 'certain';
  if (clock.status !== 'stopped' && (due === OUTSIDE || breach === OUTSIDE)) return 'notComputable';
  const until = typeof due === 'number' ? due : (clock.stoppedAt ?? clock.pausedSince ?? clock.countsFrom);
  const provisional = asked(() =>
    legal.provisional(clock.startedAt, until < clock.startedAt ? clock.startedAt : until),
  );
  if (provisional === OUTSIDE) return 'notComputable';
  return provisional ? 'provisional' : 'certain';
}

/** True for a clock that was running when it stopped. */
function ranToItsStop(clock: Clock): boolean {
  return (clock.stretches.at(-1)?.to ?? clock.startedAt) === clock.stoppedAt;
}

function shownDue(clock: Clock, { due }: Dates): Minute | null {
  if (due === null || due === OUTSIDE || clock.status === 'paused') return null;
  if (clock.status === 'running' || ranToItsStop(clock)) return due;
  return clock.stoppedAt !== null && due <= clock.stoppedAt ? due : null;
}

function shownBreach(clock: Clock, { breach }: Dates): Minute | null {
  if (breach === null || breach === OUTSIDE) return null;
  return clock.stoppedAt !== null && breach > clock.stoppedAt ? null : breach;
}

/**
 * The clock with everything that is derived brought up to date. Never throws for want of a calendar: a clock whose running time
 * leaves it is `notComputable` and has no dates, warnings or outcome (law 8). Pure.
 */
export function reckon(clock: Clock, by: Reckoner): Clock {
  const time = runningTimeOf(clock);
  const used = asked(() => minutesUsed(time, by.legal));
  const pausedDays = daysRestedBefore(
    clock,
    clock.runningSince ?? clock.stoppedAt ?? clock.pausedSince ?? clock.startedAt,
  );
  if (used === OUTSIDE) {
    const nothing = { dueAt: null, warnAt: null, breachFiresAt: null, outcome: null };
    return { ...clock, pausedDays, ...nothing, certainty: 'notComputable' };
  }
  const dates = datesOf(clock, time, by.legal);
  return {
    ...clock,
    used,
    pausedDays,
    dueAt: shownDue(clock, dates),
    warnAt: nextWarning(clock, by),
    breachFiresAt: shownBreach(clock, dates),
    outcome: outcomeOf(clock, dates, by.legal),
    certainty: certaintyOf(clock, dates, by.legal),
  };
}
