/** The few things that can happen to a clock. Each changes what is true of it; `reckon` derives the rest. All pure. */
import type { Minute } from '../time/instant.js';
import type { Budget, Clock, ClockKind, Stretch } from './clock.js';
import type { Owner } from './owner.js';

/** A clock about to start; all its minutes are on the legal calendar. */
export interface ClockStart {
  readonly id: string;
  readonly kind: ClockKind;
  readonly owner: Owner | null;
  readonly budget: Budget;
  readonly granularity: Clock['granularity'];
  readonly startedAt: Minute;
  readonly countsFrom: Minute;
}

/** What is particular to a clock that starts. Left out: no key, no owner, starts and counts from the fact itself. */
export interface Started {
  readonly budget: Budget;
  readonly owner?: Owner;
  /** Which of several: the attempt, the step, the round. */
  readonly key?: string | number;
  readonly startedAt?: Minute;
  readonly countsFrom?: Minute;
  /** It rests from its start until then. */
  readonly restsUntil?: Minute;
  /** When it rested since, for a clock that began before the fact that started it; in order. */
  readonly rests?: readonly Stretch[];
}

/**
 * A clock that runs from `startedAt`, in its first epoch or a later one. Every field is written out: a clock is made for nearly every
 * fact, and objects put together from spreads are slow to make and to copy.
 */
export function start(from: ClockStart, epoch = 1): Clock {
  return {
    id: from.id,
    kind: from.kind,
    owner: from.owner,
    epoch,
    budget: from.budget,
    granularity: from.granularity,
    status: 'running',
    startedAt: from.startedAt,
    countsFrom: from.countsFrom,
    extendedBy: 0,
    stretches: [],
    used: 0,
    runningSince: from.startedAt,
    pausedDays: 0,
    pausedSince: null,
    stoppedAt: null,
    dueAt: null,
    warnAt: null,
    breachFiresAt: null,
    warned: [],
    runsLow: [],
    breached: false,
    outcome: null,
    certainty: 'certain',
  };
}

function runUntil(clock: Clock, at: Minute): readonly Stretch[] {
  if (clock.runningSince === null || at <= clock.runningSince) return clock.stretches;
  return [...clock.stretches, { from: clock.runningSince, to: at }];
}

/**
 * It rests from `at`; a clock that rests or has stopped stays as it is. One that had only just begun to run again has rested all
 * along: which facts of one minute came first does not matter.
 */
export function pause(clock: Clock, at: Minute): Clock {
  if (clock.status !== 'running') return clock;
  const stretches = runUntil(clock, at);
  const pausedSince = stretches.at(-1)?.to ?? clock.startedAt;
  return { ...clock, stretches, status: 'paused', runningSince: null, pausedSince };
}

/** It runs again from `at`; a clock that runs or has stopped stays as it is. */
export function resume(clock: Clock, at: Minute): Clock {
  if (clock.status !== 'paused') return clock;
  const runningSince = clock.pausedSince !== null && at < clock.pausedSince ? clock.pausedSince : at;
  return { ...clock, status: 'running', runningSince, pausedSince: null };
}

/**
 * It stops for good at `at`, not before it started. An end learnt late takes back what the clock was thought to have run or rested
 * since.
 */
export function stop(clock: Clock, at: Minute): Clock {
  if (clock.status === 'stopped') return clock;
  const stoppedAt = at < clock.startedAt ? clock.startedAt : at;
  const stretches = runUntil(clock, stoppedAt)
    .map(({ from, to }) => ({ from, to: to < stoppedAt ? to : stoppedAt }))
    .filter(({ from, to }) => from < to);
  return {
    ...clock,
    stretches,
    status: 'stopped',
    runningSince: null,
    pausedSince: null,
    stoppedAt,
  };
}

/** The next epoch opens at `at`: nothing used, no rung fired, what extensions added stays. */
export function restart(clock: Clock, at: Minute, budget: Budget): Clock {
  const { id, kind, owner, granularity, extendedBy } = clock;
  return {
    ...start({ id, kind, owner, budget, granularity, startedAt: at, countsFrom: at }, clock.epoch + 1),
    extendedBy,
  };
}

/** `by` more, in the unit of the budget: working minutes or calendar days, which never mix (DESIGN 4.3). */
export function extend(clock: Clock, by: number): Clock {
  const { budget } = clock;
  const extendedBy = clock.extendedBy + by;
  if (budget.unit === 'work') return { ...clock, budget: { unit: 'work', minutes: budget.minutes + by }, extendedBy };
  if (budget.unit === 'none') return clock;
  return { ...clock, budget: { unit: 'calendarDays', days: budget.days + by }, extendedBy };
}
