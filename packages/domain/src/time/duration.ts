import { z } from 'zod';

/**
 * Durations of the law, each in its own unit and never converted without a calendar. A duration *is* its canonical text
 * (`1.5wd`, `12wh`, `30cd`, `sameDay`): it goes into JSON, events and machine contexts as it stands, and equal durations
 * are equal texts. Amounts are exact decimals of at most four places, positive, below 100,000.
 */
export type WorkingDays = string & z.$brand<'WorkingDays'>;
export type WorkingHours = string & z.$brand<'WorkingHours'>;
/** Whole calendar days: law knows no half of one. */
export type CalendarDays = string & z.$brand<'CalendarDays'>;
/** To be done on the day of reception (see sameDayDue). */
export type SameDay = 'sameDay' & z.$brand<'SameDay'>;
export type WorkDuration = WorkingDays | WorkingHours;
export type Duration = WorkDuration | CalendarDays | SameDay;
export type DurationUnit = 'wd' | 'wh' | 'cd' | 'sameDay';

const SCALE = 10_000; // amounts are counted in ten-thousandths, as integers
const AMOUNT_LIMIT = 100_000 * SCALE;
const WORK = /^(0|[1-9]\d{0,4})(?:\.(\d{1,4}))?(wd|wh)$/;
const CALENDAR_DAYS = /^[1-9]\d{0,4}cd$/;
const DURATION = /^(?:(?:0|[1-9]\d{0,4})(?:\.\d{1,4})?(?:wd|wh)|[1-9]\d{0,4}cd|sameDay)$/;

export const sameDay = 'sameDay' as SameDay;

/** The unit of a duration. */
export function unitOf(duration: Duration): DurationUnit {
  return duration === sameDay ? 'sameDay' : (duration.slice(-2) as 'wd' | 'wh' | 'cd');
}

export const isWorkingDays = (duration: Duration): duration is WorkingDays => unitOf(duration) === 'wd';
export const isWorkingHours = (duration: Duration): duration is WorkingHours => unitOf(duration) === 'wh';
export const isCalendarDays = (duration: Duration): duration is CalendarDays => unitOf(duration) === 'cd';
export const isSameDay = (duration: Duration): duration is SameDay => duration === sameDay;
export const isWorkDuration = (duration: Duration): duration is WorkDuration =>
  isWorkingDays(duration) || isWorkingHours(duration);

type Counted = WorkingDays | WorkingHours | CalendarDays;

/** Ten-thousandths of the unit, an integer: 1.5wd is 15,000. */
function scaled(duration: Counted): number {
  const [whole = '', fraction = ''] = duration.slice(0, -2).split('.');
  return Number(whole) * SCALE + Number(fraction.padEnd(4, '0'));
}

function written(tenThousandths: number, unit: 'wd' | 'wh' | 'cd'): string {
  const fraction = String(tenThousandths % SCALE)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${Math.floor(tenThousandths / SCALE)}${fraction === '' ? '' : `.${fraction}`}${unit}`;
}

/** Canonical form of a duration text, `1.50wd` → `1.5wd`; undefined when it is none, zero or negative. */
export function parseDuration(text: string): Duration | undefined {
  if (text === 'sameDay') return sameDay;
  if (CALENDAR_DAYS.test(text)) return text as CalendarDays;
  const unit = WORK.exec(text)?.[3];
  if (unit !== 'wd' && unit !== 'wh') return undefined;
  const amount = scaled(text as WorkDuration);
  return amount > 0 ? (written(amount, unit) as WorkDuration) : undefined;
}

function durationText<D extends Duration>(pattern: RegExp, belongs: (duration: Duration) => duration is D) {
  const schema = z
    .string()
    .regex(pattern, { abort: true })
    .check((payload) => {
      const parsed = parseDuration(payload.value);
      if (parsed === undefined || !belongs(parsed)) {
        payload.issues.push({ code: 'custom', params: { reason: 'durationNotPositive' }, input: payload.value });
      } else payload.value = parsed;
    });
  return schema as unknown as z.ZodType<D, string>;
}

const COUNTED = /^(?:(?:0|[1-9]\d{0,4})(?:\.\d{1,4})?(?:wd|wh)|[1-9]\d{0,4}cd)$/;
const isCounted = (duration: Duration): duration is WorkDuration | CalendarDays => !isSameDay(duration);
const isDuration = (duration: Duration): duration is Duration => true;

/** Any duration; a string in JSON, normalised to its canonical text. */
export const durationSchema = durationText(DURATION, isDuration);
/** Working days or working hours. */
export const workDurationSchema = durationText(WORK, isWorkDuration);
/** Working time or calendar days: what may be added to a limit of its own unit. */
export const countedDurationSchema = durationText(COUNTED, isCounted);
/** Calendar days. */
export const calendarDaysSchema = durationText(CALENDAR_DAYS, isCalendarDays);

function exactly<D extends Duration>(text: string, belongs: (duration: Duration) => duration is D): D {
  const parsed = parseDuration(text);
  if (parsed === undefined || !belongs(parsed)) throw new RangeError(`no such duration: ${text}`);
  return parsed;
}

/** `workingDays('1.5')` is 1.5wd. Throws RangeError for an amount that is not positive or has more than four decimals. */
export const workingDays = (amount: string | number): WorkingDays => exactly(`${amount}wd`, isWorkingDays);
/** `workingHours(12)` is 12wh; refuses as workingDays does. */
export const workingHours = (amount: string | number): WorkingHours => exactly(`${amount}wh`, isWorkingHours);
/** `calendarDays(30)` is 30cd. Throws RangeError for an amount that is not a positive whole number. */
export const calendarDays = (amount: string | number): CalendarDays => exactly(`${amount}cd`, isCalendarDays);

/** The amount as an exact decimal text, `1.5`; for texts shown to people. */
export function amountOf(duration: Counted): string {
  return duration.slice(0, -2);
}

/** Number of calendar days, a positive integer. */
export function wholeDays(duration: CalendarDays): number {
  return Number(amountOf(duration));
}

/** Sum of two durations of one unit; two units do not compile. Throws RangeError when the sum reaches 100,000. */
export function addDurations(a: WorkingDays, b: WorkingDays): WorkingDays;
export function addDurations(a: WorkingHours, b: WorkingHours): WorkingHours;
export function addDurations(a: CalendarDays, b: CalendarDays): CalendarDays;
export function addDurations(a: Counted, b: Counted): Counted {
  const unit = unitOf(a);
  const sum = scaled(a) + scaled(b);
  if (unit === 'sameDay' || unit !== unitOf(b)) throw new RangeError(`two units: ${a} and ${b}`);
  if (sum >= AMOUNT_LIMIT) throw new RangeError(`too long: ${a} and ${b}`);
  return written(sum, unit) as Counted;
}

/**
 * Working minutes of a duration: a working hour is 60, a working day is the length of the calendar's day (480 or 450, never
 * assumed). Fractions round half up to a minute.
 */
export function workMinutes(duration: WorkDuration, minutesPerDay: number): number {
  const perUnit = isWorkingDays(duration) ? minutesPerDay : 60;
  return Math.floor((scaled(duration) * perUnit + SCALE / 2) / SCALE);
}
