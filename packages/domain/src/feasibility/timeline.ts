/**
 * A timeline: what a proof needs of a procedure version and nothing else (DESIGN 4.6). One case, one channel, one route; legs and waits
 * in the order in which a dossier meets them. Budgets are minutes of the legal calendar, minimum work is minutes of a desk.
 */
import type { Calendar } from '../calendar/calendar.js';
import type { Duration } from '../time/duration.js';
import type { Day } from '../time/instant.js';
import type { TimeOfDay } from '../time/time-of-day.js';

/** Who holds a leg, and at whose desk its minimum work is done. */
export type Party = 'receiver' | 'decider' | 'carrier' | `consulted:${string}`;

/** Minutes that must be worked at a desk before the leg can end. */
export interface DeskWork {
  readonly desk: Party;
  readonly minutes: number;
}

export interface TimelineLeg {
  /** `transfer`, `acceptance`, `step:appraisal`, `consultation:tax`, `resultTransfer`. */
  readonly key: string;
  readonly owner: Party;
  /** One piece of work after the other; the leg ends at the desk of the last. */
  readonly work: readonly [DeskWork, ...DeskWork[]];
  /** Minutes of the legal calendar. */
  readonly budget: number;
  /** Arrivals later than this on a working day count from the next working morning; only a transfer has one. */
  readonly cutoff: TimeOfDay | null;
}

/** A time somebody else may take, up to so many times in all, each from nothing to so many calendar days. */
export interface Wait {
  readonly key: 'supplement' | 'payment';
  readonly rounds: number;
  readonly days: number;
  /** What the limit does meanwhile; `restarts`: it rests, and begins anew when the wait ends. */
  readonly limit: 'rests' | 'runs' | 'restarts';
}

export type Stage =
  /** From here on the limit counts: from reception, or from acceptance by the competent agency. */
  | { readonly kind: 'limitOpens' }
  | { readonly kind: 'leg'; readonly leg: TimelineLeg; readonly limitRests: boolean }
  /** Branches that begin together and are joined when the last one ends. */
  | { readonly kind: 'together'; readonly branches: readonly (readonly TimelineLeg[])[] }
  /** Any of the waits that are left may be asked for here. */
  | { readonly kind: 'mayWait' };

export interface Timeline {
  readonly limit: Duration;
  /** Same-day limits only: received later than this, due at the end of the next working day. */
  readonly limitCutoff: TimeOfDay | null;
  readonly stages: readonly Stage[];
  readonly waits: readonly Wait[];
}

/** The calendars of a proof: what obligations count on, and when each party can act. */
export interface Offices {
  readonly legal: Calendar;
  readonly desks: Readonly<Partial<Record<Party, Calendar>>>;
}

export interface ProofRange {
  /** Calendar years whose days are loaded, in order and without a gap; no path may leave them. */
  readonly years: readonly number[];
  /** Days of reception that are asked about, both included; all days of the years when absent. */
  readonly receptions?: Receptions;
}

export interface Receptions {
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Only those of these hours of the Vietnamese day, `to` (at most 24) not included; the whole day when absent. */
  readonly hours?: { readonly from: number; readonly to: number };
}

/** All legs, those of branches included, in the order of the timeline. */
export function legsOf({ stages }: Pick<Timeline, 'stages'>): readonly TimelineLeg[] {
  return stages.flatMap((stage) => {
    if (stage.kind === 'leg') return [stage.leg];
    return stage.kind === 'together' ? stage.branches.flat() : [];
  });
}
