import type { Day, IsoDate, Minute } from '../time/instant.js';
import type { ExceptionKind, WorkBlock } from './layers.js';

/**
 * Working time of an office or of the law between two days, in whole minutes and Vietnamese days (UTC+7). Every question
 * that leads outside [00:00 of firstDay, 24:00 of lastDay] throws OutsideCalendar: no answer is never a green one.
 */
export interface Calendar {
  readonly id: string;
  /** Names the version of every layer: it changes when any of them does. */
  readonly version: string;
  /** Working minutes of a full day: of every working day on a legal calendar, of the legal day on a desk calendar. */
  readonly minutesPerDay: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Working minutes in [a, b); when b lies before a, the negative of those in [b, a). */
  workBetween(a: Minute, b: Minute): number;
  /** Least x ≥ t with workBetween(t, x) = minutes; t itself for 0. Throws RangeError for a negative or broken number. */
  addWork(t: Minute, minutes: number): Minute;
  /** Whether the minute [m, m + 1) is worked. */
  isOpen(m: Minute): boolean;
  /** Least worked minute ≥ m. */
  nextOpening(m: Minute): Minute;
  isWorkingDay(d: Day): boolean;
  /** Beginning of the first worked block. Throws RangeError for a day that is not worked. */
  openOf(d: Day): Minute;
  /** End of the last worked block. Throws RangeError for a day that is not worked. */
  closeOf(d: Day): Minute;
  /** The first working day strictly after d. */
  nextWorkingDay(d: Day): Day;
  /** d itself when it is worked, otherwise the next working day. */
  rollForward(d: Day): Day;
  /** Whether any day touched, both ends included, lies in a year whose notice is not loaded or rests on a provisional row. */
  provisional(from: Minute, to: Minute): boolean;
  /** Worked blocks of the day, in order; days of one kind give the same array. */
  blocksOf(d: Day): readonly WorkBlock[];
  /** Why the day is worked or closed. */
  explainDay(d: Day): DayExplanation;
}

interface ExplainedDay {
  readonly date: IsoDate;
  /** 1 = Monday to 7 = Sunday. */
  readonly weekday: number;
  readonly blocks: readonly WorkBlock[];
  /** Working minutes of the day. */
  readonly minutes: number;
  readonly provisional: boolean;
}

/** An ordinary day: worked as its week says, or closed as its week says (`weekend` for Saturday and Sunday). */
export interface WeeklyDay extends ExplainedDay {
  readonly because: 'weekHours' | 'weekend' | 'weekClosed';
}

/** A day that differs from its week, with the notice it rests on. */
export interface ExceptionalDay extends ExplainedDay {
  readonly because: ExceptionKind;
  readonly name: string;
  readonly notice: string;
}

export type DayExplanation = WeeklyDay | ExceptionalDay;

/** Thrown when a computation leads before the first or after the last compiled day: callers answer "cannot be computed". */
export class OutsideCalendar extends Error {
  override readonly name = 'OutsideCalendar';
  readonly calendarId: string;
  readonly firstDay: Day;
  readonly lastDay: Day;

  constructor(calendar: Pick<Calendar, 'id' | 'firstDay' | 'lastDay'>) {
    super(`outside calendar ${calendar.id}`);
    this.calendarId = calendar.id;
    this.firstDay = calendar.firstDay;
    this.lastDay = calendar.lastDay;
  }
}

/** Thrown at load when calendar data contradict themselves or the law of equal working days; `code` says which rule. */
export class CalendarDataError extends Error {
  override readonly name = 'CalendarDataError';
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: string, facts: Readonly<Record<string, string | number>>) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.code = code;
    this.facts = facts;
  }
}
