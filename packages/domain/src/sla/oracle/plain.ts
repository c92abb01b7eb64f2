/** What the minute walker is told: plain facts and plain rules, no type or function of the domain. Minutes since 1970. */
export interface PlainFact {
  readonly at: number;
  readonly type: string;
  /** State of the dossier after it. */
  readonly phase: string;
  /** Agency that acted. */
  readonly actor: string | null;
  readonly [detail: string]: unknown;
}

export type PlainLimit =
  | { readonly unit: 'work'; readonly minutes: number }
  | { readonly unit: 'calendarDays'; readonly days: number }
  | { readonly unit: 'sameDay' };

/** A shared system was down in the minutes [from, to). */
export interface PlainOutage {
  readonly system: string;
  readonly from: number;
  readonly to: number;
}

export interface PlainRules {
  /** Whether the minute [m, m + 1) is worked. */
  readonly isWorking: (minute: number) => boolean;
  /** Whether a day, counted since 1970, is only expected to be worked or closed. */
  readonly isProvisional: (day: number) => boolean;
  readonly receiver: string;
  readonly limit: PlainLimit;
  readonly clockStart: 'reception' | 'competentReceipt';
  readonly transferExcluded: boolean;
  /** Minutes after midnight, or null. */
  readonly transferCutoff: number | null;
  readonly limitCutoff: number | null;
  readonly legalEnd: 'decided' | 'readyForReturn';
  readonly granule: 'minute' | 'halfDay' | 'day';
  /** Work minutes of each leg. */
  readonly legs: Readonly<Record<'reception' | 'transfer' | 'delivery' | 'acceptance' | 'resultTransfer', number>>;
  readonly steps: Readonly<Record<string, number>>;
  readonly consultations: Readonly<
    Record<string, { readonly minutes: number; readonly pausesLegal: boolean; readonly required: boolean }>
  >;
  /** Who gives first when budgets are cut anew, and the least each leg can do with; null where they never are. */
  readonly recut: { readonly policy: string; readonly least: Readonly<Record<string, number>> } | null;
  readonly supplement: { readonly policy: 'pause' | 'restart' | 'run'; readonly days: number };
  readonly payment: { readonly days: number; readonly pausesLegal: boolean };
  /** Shared systems each leg cannot do without, by leg: `transfer`, `step:appraisal`. Left out: none. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** Recorded outages, and whether they give the limit back too; left out or null: they give nothing back. */
  readonly relief?: { readonly limitToo: boolean; readonly outages: readonly PlainOutage[] } | null;
}

const HANOI = 420;
export const dayNumber = (minute: number): number => Math.floor((minute + HANOI) / 1440);
export const midnight = (day: number): number => day * 1440 - HANOI;
export const timeOfDay = (minute: number): number => minute - midnight(dayNumber(minute));

/** Closings already looked for, by the office hours they follow from. */
const known = new WeakMap<PlainRules['isWorking'], Map<number, number | null>>();

/** First minute after the last one worked on the day; null when none is. */
export function closing(day: number, isWorking: PlainRules['isWorking']): number | null {
  const days = known.get(isWorking) ?? new Map<number, number | null>();
  known.set(isWorking, days);
  const found = days.get(day);
  if (found !== undefined) return found;
  const close = lookForClosing(day, isWorking);
  days.set(day, close);
  return close;
}

function lookForClosing(day: number, isWorking: PlainRules['isWorking']): number | null {
  for (let minute = midnight(day + 1) - 1; minute >= midnight(day); minute--) if (isWorking(minute)) return minute + 1;
  return null;
}

/** First worked minute of the first worked day after this one. */
export function nextMorning(day: number, isWorking: PlainRules['isWorking']): number {
  let minute = midnight(day + 1);
  while (!isWorking(minute)) minute++;
  return minute;
}

/** Where the granule of an instant begins and ends. */
export function granuleOf(instant: number, granule: PlainRules['granule']): { begin: number; end: number } {
  if (granule === 'minute') return { begin: instant, end: instant };
  const day = midnight(dayNumber(instant));
  if (granule === 'day') return { begin: day, end: day + 1440 };
  return instant - day < 720 ? { begin: day, end: day + 720 } : { begin: day + 720, end: day + 1440 };
}
