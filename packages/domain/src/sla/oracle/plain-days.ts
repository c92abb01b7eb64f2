/** Which days are worked, written out by hand from the notices: no calendar is asked and no table is read. */
import { dayNumber, timeOfDay } from './plain.js';

/** Days off that fall on no weekend. */
const CLOSED = [
  // Thông báo 6150/TB-BLĐTBXH, 3 December 2024: Tết Ất Tỵ, the Hùng Kings, 30 April to 2 May (the 2nd swapped), 1 and 2 September.
  ...['2025-01-01', '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-07'],
  ...['2025-04-30', '2025-05-01', '2025-05-02', '2025-09-01', '2025-09-02'],
  // Công văn 12729/VPCP-KGVX: 2 January 2026 for a Saturday.
  ...['2026-01-01', '2026-01-02'],
  // Thông báo 9441/TB-BNV, 16 October 2025: Tết Bính Ngọ; 31 August for a Saturday; 1 and 2 September.
  ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-08-31', '2026-09-01', '2026-09-02'],
  // Labour Code art. 111(3) and 112: the Hùng Kings' day was a Sunday. Resolution 28/2026/QH16 art. 2: 24 November.
  ...['2026-04-27', '2026-04-30', '2026-05-01', '2026-11-24'],
  // No notice for 2027 yet: Tết Đinh Mùi and the day beside 2 September as they are expected.
  ...['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-04-16', '2027-04-30'],
  ...['2027-05-03', '2027-09-02', '2027-09-03', '2027-11-24'],
  // Nothing is loaded for 2028: the days the law itself dates, those of January, April and September being weekends that year.
  ...['2028-05-01', '2028-11-24'],
];

/** Saturdays worked for a swapped day, by the same notices. */
const MADE_UP = ['2025-04-26', '2026-01-10', '2026-08-22'];
const FIRST_YEAR_WITHOUT_NOTICE = 2027;

/** Office hours as pairs of minutes after midnight. */
export type OfficeHours = readonly (readonly [from: number, to: number])[];

export interface PlainDays {
  /** Whether the minute [m, m + 1) is worked. */
  readonly isWorking: (minute: number) => boolean;
  /** Whether the days of that day's year are only expected. */
  readonly isProvisional: (day: number) => boolean;
  /** Minutes of a worked day. */
  readonly perDay: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const two = (value: number): string => `${value}`.padStart(2, '0');

/** The date of a day since 1 January 1970, counted off year by year and month by month. */
function dateOf(day: number): string {
  let [year, left] = [1970, day];
  for (; left >= (isLeap(year) ? 366 : 365); year++) left -= isLeap(year) ? 366 : 365;
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let month = 0;
  for (; left >= (lengths[month] ?? 31); month++) left -= lengths[month] ?? 31;
  return `${year}-${two(month + 1)}-${two(left + 1)}`;
}

function isOpenDay(day: number): boolean {
  const date = dateOf(day);
  const weekday = (day + 3) % 7; // 1970-01-01 was a Thursday; 0 is Monday
  return MADE_UP.includes(date) || (weekday < 5 && !CLOSED.includes(date));
}

/** The days of the offices that keep these hours. */
export function plainDays(hours: OfficeHours): PlainDays {
  const open = new Map<number, boolean>();
  const isWorking = (minute: number): boolean => {
    const time = timeOfDay(minute);
    if (!hours.some(([from, to]) => time >= from && time < to)) return false;
    const day = dayNumber(minute);
    const known = open.get(day) ?? isOpenDay(day);
    open.set(day, known);
    return known;
  };
  return {
    isWorking,
    isProvisional: (day) => Number(dateOf(day).slice(0, 4)) >= FIRST_YEAR_WITHOUT_NOTICE,
    perDay: hours.reduce((sum, [from, to]) => sum + to - from, 0),
  };
}
