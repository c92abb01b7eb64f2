import { z } from 'zod';
import { civilFromDays, daysFromCivil, isCivilDate } from './civil-date.js';

const MINUTES_PER_DAY = 1440;
const MS_PER_MINUTE = 60_000;
/** Viet Nam keeps UTC+7 without summer time since June 1975; earlier local dates are outside this system's concern. */
const HANOI_OFFSET_MINUTES = 420;
const LAST_MILLISECOND = 253_402_300_799_999; // 9999-12-31T23:59:59.999Z

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** Milliseconds since 1970 of an RFC 3339 text, digits beyond the millisecond cut off; undefined when it names no instant. */
function millisOfRfc3339(text: string): number | undefined {
  const part = RFC_3339.exec(text);
  if (part === null) return undefined;
  const [year, month, dayOfMonth, hour, minute, second] = part.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [offsetHours, offsetMinutes] = [Number(part[9] ?? 0), Number(part[10] ?? 0)];
  if (!isCivilDate({ year, month, dayOfMonth }) || hour > 23 || minute > 59 || second > 59) return undefined;
  if (offsetHours > 23 || offsetMinutes > 59) return undefined;
  const millis = Number((part[7] ?? '').padEnd(3, '0').slice(0, 3));
  const offset = (offsetHours * 60 + offsetMinutes) * (part[8] === '-' ? -1 : 1);
  const minutes = daysFromCivil({ year, month, dayOfMonth }) * MINUTES_PER_DAY + hour * 60 + minute - offset;
  return minutes * MS_PER_MINUTE + second * 1000 + millis;
}

function isInstantMillis(millis: number): boolean {
  return Number.isInteger(millis) && millis >= 0 && millis <= LAST_MILLISECOND;
}

/** Whether the text is the normal form already: true for nearly all that arrives, and quicker to see than to parse. */
function isNormal(text: string): boolean {
  if (text.length !== 24 || text < '1970') return false;
  const millis = Date.parse(text);
  return isInstantMillis(millis) && new Date(millis).toISOString() === text;
}

/**
 * An instant as it arrives from outside: RFC 3339 with any offset, 1970 to 9999 in UTC. Parsing normalises it to UTC with
 * milliseconds, so that two instants compare as texts. A leap second (`:60`) is refused.
 */
export const instantSchema = z
  .string()
  .check((payload) => {
    if (isNormal(payload.value)) return;
    const millis = millisOfRfc3339(payload.value);
    if (millis === undefined || !isInstantMillis(millis)) {
      payload.issues.push({ code: 'invalid_format', format: 'datetime', input: payload.value });
      return;
    }
    payload.value = new Date(millis).toISOString();
  })
  .meta({ format: 'date-time' })
  .brand<'Instant'>();

/** `2026-11-23T02:00:00.000Z`: ISO 8601, UTC, milliseconds; the order of the texts is the order of time. */
export type Instant = z.infer<typeof instantSchema>;

export const minuteSchema = z.int().brand<'Minute'>();

/** Whole minutes since 1970-01-01T00:00Z: the unit of all clock arithmetic. */
export type Minute = z.infer<typeof minuteSchema>;

/** Days since 1970-01-01 on the wall calendar of Asia/Ho_Chi_Minh. */
export type Day = number & z.$brand<'Day'>;

/** The instant `millis` milliseconds after 1970-01-01T00:00Z, fractions cut off. Throws RangeError outside 1970–9999. */
export function instantFromMillis(millis: number): Instant {
  const whole = Math.floor(millis);
  if (!isInstantMillis(whole)) throw new RangeError(`no instant: ${millis} ms`);
  return new Date(whole).toISOString() as Instant;
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function millisOf(instant: Instant): number {
  return Date.parse(instant);
}

function digitsAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

/** The minute that contains the instant: seconds are cut off, never rounded (09:00:59 is 09:00). */
export function minuteOf(instant: Instant): Minute {
  const days = daysFromCivil({
    year: digitsAt(instant, 0, 4),
    month: digitsAt(instant, 5, 7),
    dayOfMonth: digitsAt(instant, 8, 10),
  });
  return (days * MINUTES_PER_DAY + digitsAt(instant, 11, 13) * 60 + digitsAt(instant, 14, 16)) as Minute;
}

/** The instant at which the minute begins. Throws RangeError outside 1970–9999. */
export function instantOf(minute: Minute): Instant {
  return instantFromMillis(minute * MS_PER_MINUTE);
}

/** The minute `minutes` wall-clock minutes later (earlier when negative). */
export function plusMinutes(minute: Minute, minutes: number): Minute {
  return (minute + minutes) as Minute;
}

/** The day `days` calendar days later (earlier when negative). */
export function plusDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** The Vietnamese calendar day on which the minute lies (UTC+7). */
export function dayOf(minute: Minute): Day {
  return Math.floor((minute + HANOI_OFFSET_MINUTES) / MINUTES_PER_DAY) as Day;
}

/** 00:00 of the day in Viet Nam. */
export function startOfDay(day: Day): Minute {
  return (day * MINUTES_PER_DAY - HANOI_OFFSET_MINUTES) as Minute;
}

/** Minutes since 00:00 in Viet Nam, 0 to 1439. */
export function minuteOfDay(minute: Minute): number {
  return minute - startOfDay(dayOf(minute));
}

/** Day of the week, 1 = Monday to 7 = Sunday. */
export function weekdayOf(day: Day): number {
  const sinceMonday = (day + 3) % 7; // 1970-01-01 was a Thursday
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** The day's year in Viet Nam. */
export function yearOf(day: Day): number {
  return civilFromDays(day).year;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day written `2026-11-24`; undefined when the text names no day of the years 0001–9999. */
export function parseIsoDay(text: string): Day | undefined {
  const part = ISO_DATE.exec(text);
  if (part === null) return undefined;
  const date = { year: Number(part[1]), month: Number(part[2]), dayOfMonth: Number(part[3]) };
  return date.year >= 1 && isCivilDate(date) ? (daysFromCivil(date) as Day) : undefined;
}

/** The day written `2026-11-24`. Throws RangeError when the text names none: use parseIsoDay for what comes from outside. */
export function dayFromIso(text: string): Day {
  const day = parseIsoDay(text);
  if (day === undefined) throw new RangeError(`no date: ${text}`);
  return day;
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

/** The day written `2026-11-24`. */
export function isoOfDay(day: Day): IsoDate {
  const { year, month, dayOfMonth } = civilFromDays(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}` as IsoDate;
}

/** The minute as a Vietnamese wall clock shows it: `2026-11-23T09:00+07:00`. */
export function localIso(minute: Minute): string {
  const time = minuteOfDay(minute);
  return `${isoOfDay(dayOf(minute))}T${padded(Math.floor(time / 60), 2)}:${padded(time % 60, 2)}+07:00`;
}

/** A date that exists, `2026-11-24`; in JSON and in files days are written so. */
export const isoDateSchema = z
  .string()
  .check((payload) => {
    if (parseIsoDay(payload.value) === undefined) {
      payload.issues.push({ code: 'invalid_format', format: 'date', input: payload.value });
    }
  })
  .meta({ format: 'date' })
  .brand<'IsoDate'>();

export type IsoDate = z.infer<typeof isoDateSchema>;
