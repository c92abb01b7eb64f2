/** A year as months of weeks, Monday first, with what each day differs in. Pure; days as `2026-11-25`. */
import type { CalendarVersion } from '@lien-thong/client';

export type CalendarDay = CalendarVersion['exceptions'][number];
export type DayKind = CalendarDay['kind'];

export interface GridDay {
  readonly iso: string;
  readonly day: number;
  readonly isWeekend: boolean;
  /** What is said of that day; several closures may meet on one. */
  readonly said: readonly CalendarDay[];
}

export interface GridMonth {
  /** 1 to 12. */
  readonly month: number;
  /** Seven places each; null before the first and after the last day of the month. */
  readonly weeks: readonly (readonly (GridDay | null)[])[];
}

const MONTHS = 12;
const DAYS = 7;
const SATURDAY = 5;

/** Places before the first day when a week begins on Monday. */
const before = (year: number, month: number): number => (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % DAYS;
const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (part: number): string => String(part).padStart(2, '0');

export function yearGrid(year: number, exceptions: readonly CalendarDay[]): readonly GridMonth[] {
  const byDay = daysByDate(exceptions);
  return Array.from({ length: MONTHS }, (_, i) => ({ month: i + 1, weeks: weeksOf(year, i + 1, byDay) }));
}

function daysByDate(exceptions: readonly CalendarDay[]): ReadonlyMap<string, readonly CalendarDay[]> {
  const byDay = new Map<string, CalendarDay[]>();
  for (const day of exceptions) byDay.set(day.date, [...(byDay.get(day.date) ?? []), day]);
  return byDay;
}

function weeksOf(year: number, month: number, byDay: ReadonlyMap<string, readonly CalendarDay[]>): GridMonth['weeks'] {
  const empty = before(year, month);
  const days = lengthOf(year, month);
  return Array.from({ length: Math.ceil((empty + days) / DAYS) }, (_, week) =>
    Array.from({ length: DAYS }, (_place, place) => {
      const day = week * DAYS + place - empty + 1;
      if (day < 1 || day > days) return null;
      const iso = `${year}-${two(month)}-${two(day)}`;
      return { iso, day, isWeekend: place >= SATURDAY, said: byDay.get(iso) ?? [] };
    }),
  );
}

/** Years a version says something of, and `among` besides, in order. */
export function yearsOf(
  { exceptions, noticedYears }: Pick<CalendarVersion, 'exceptions' | 'noticedYears'>,
  among: readonly number[],
): readonly number[] {
  const named = exceptions.map(({ date }) => Number(date.slice(0, 4)));
  return [...new Set([...named, ...(noticedYears ?? []), ...among])].sort((a, b) => a - b);
}

/** Of the national calendar: a year without the notice of the ministry holds days that may still change. */
export function isProvisionalYear({ noticedYears }: Pick<CalendarVersion, 'noticedYears'>, year: number): boolean {
  return noticedYears !== null && !noticedYears.includes(year);
}
