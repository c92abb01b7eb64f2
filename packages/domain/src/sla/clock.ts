/** A clock: budget, what it used, and since when it runs. The due instant is derived, never a second truth (law 4). */
import type { Minute } from '../time/instant.js';
import type { Owner } from './owner.js';

export const CLOCK_KINDS = [
  'reception',
  'legal',
  'transfer',
  'delivery',
  'acceptance',
  'step',
  'consultation',
  'supplement',
  'payment',
  'resultTransfer',
  'collection',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/**
 * What a clock may consume. `work`: minutes of the legal calendar. `calendarDays`: the first day is not counted, it ends at the
 * close of the last and rolls forward to a working day. `none`: the clock only measures.
 */
export type Budget =
  | { readonly unit: 'work'; readonly minutes: number }
  | { readonly unit: 'calendarDays'; readonly days: number }
  | { readonly unit: 'none' };

export type ClockStatus = 'running' | 'paused' | 'stopped';
export type ClockOutcome = 'early' | 'onTime' | 'overdue';

/** A stretch in which the clock ran, [from, to) in minutes since 1970. */
export interface Stretch {
  readonly from: Minute;
  readonly to: Minute;
}

/**
 * One truth (budget, `stretches`, `runningSince`) and what follows from it: `used`, `pausedDays`, the instants and the outcome are
 * reckoned anew by every event that touches the clock (`reckoning.ts`), and only cached here.
 */
export interface Clock {
  /** Unique within the dossier: the kind, and for what can be many a key: `legal`, `acceptance:2`, `step:appraisal`. */
  readonly id: string;
  readonly kind: ClockKind;
  readonly owner: Owner | null;
  /** A restart (supplement policy `restart`) opens the next epoch with nothing used. */
  readonly epoch: number;
  readonly budget: Budget;
  readonly granularity: 'minute' | 'halfDay' | 'day';
  readonly status: ClockStatus;
  /** Start of this epoch. */
  readonly startedAt: Minute;
  /** First minute that counts: later than `startedAt` after a cut-off. */
  readonly countsFrom: Minute;
  /** What extensions added, in the unit of the budget (working minutes or calendar days); a restart keeps it. */
  readonly extendedBy: number;
  /** Closed stretches of this epoch, in order, none of them empty. The one that runs now begins at `runningSince`. */
  readonly stretches: readonly Stretch[];
  /** Working minutes of the closed stretches: consumed up to `runningSince`, or in all once paused or stopped. */
  readonly used: number;
  readonly runningSince: Minute | null;
  /** Calendar days its pauses touched; moves a `calendarDays` budget. */
  readonly pausedDays: number;
  readonly pausedSince: Minute | null;
  readonly stoppedAt: Minute | null;
  /**
   * First instant with used = budget. Null while it rests or has no budget, or where the calendar cannot say; a stopped clock keeps
   * the one it was running to, null when it was resting short of it.
   */
  readonly dueAt: Minute | null;
  /** Instant of the next warning that is not in the journal; while it rests only of the plan, which a fact can make too long. */
  readonly warnAt: Minute | null;
  /**
   * First instant at which the clock is overdue, whether or not the journal has it (`breached`). While it runs it may lie ahead;
   * once the clock rests or has stopped it is the instant at which it did breach, or null.
   */
  readonly breachFiresAt: Minute | null;
  /** Rungs of this epoch that are in the journal: percents warned, and whether the breach is. */
  readonly warned: readonly number[];
  /** Rungs of remaining minutes and of the plan that are in the journal for this epoch, by key: `remaining:120`, `risk:high`. */
  readonly runsLow: readonly string[];
  readonly breached: boolean;
  readonly outcome: ClockOutcome | null;
  /** `provisional`: rests on a year whose notice is not loaded. `notComputable`: the calendar cannot give it at all. */
  readonly certainty: 'certain' | 'provisional' | 'notComputable';
}
