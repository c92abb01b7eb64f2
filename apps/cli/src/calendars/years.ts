/** Calendars year by year: what is missing between them, and what each year comes to. */
import { dayFromIso, legalCalendar, plusDays, startOfDay, weekdayOf } from '@lien-thong/domain';
import type { Calendar, NationalLayer, ProvinceLayer } from '@lien-thong/domain';
import type { FileRule } from './finding-words.js';

export interface YearFinding {
  readonly rule: FileRule;
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** One year of the legal calendar of a province. */
export interface YearSummary {
  readonly province: string;
  readonly year: number;
  readonly workingDays: number;
  readonly minutesPerDay: number;
  /** Saturdays and Sundays that are worked. */
  readonly makeUpDays: readonly string[];
  readonly provisional: boolean;
}

/** Holidays the law dates itself (Labour Code 45/2019/QH14 art. 112; resolution 28/2026/QH16), and the first year of each. */
const FIXED_DAYS = [
  ['01-01', 1970],
  ['04-30', 1970],
  ['05-01', 1970],
  ['09-02', 1970],
  ['11-24', 2026],
] as const;
/** Not made up for when it falls on a weekend: it stands outside of art. 112(1). */
const NOT_COMPENSATED = '11-24';

const isWeekend = (date: string): boolean => weekdayOf(dayFromIso(date)) >= 6;

/** Years from the first to the last one with a day of its own, in order. */
export function yearsOf({ exceptions }: NationalLayer): readonly number[] {
  const years = exceptions.map(({ date }) => Number(date.slice(0, 4)));
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function ofYear(layer: NationalLayer, year: number): readonly YearFinding[] {
  const rows = layer.exceptions.filter(({ date }) => date.startsWith(`${year}-`));
  if (rows.length === 0) return [{ rule: 'yearMissing', severity: 'error', path: 'exceptions', facts: { year } }];
  const missing = FIXED_DAYS.filter(
    ([day, since]) => year >= since && !rows.some(({ date, kind }) => kind === 'holiday' && date.endsWith(day)),
  );
  const weekend = rows.filter(
    ({ date, kind }) => kind === 'holiday' && isWeekend(date) && !date.endsWith(NOT_COMPENSATED),
  ).length;
  const compensated = rows.filter(({ kind }) => kind === 'compensatory').length;
  const findings: YearFinding[] = missing.map(([day]) => ({
    ...{ rule: 'fixedDayMissing', severity: 'error', path: 'exceptions', facts: { date: `${year}-${day}` } },
  }));
  if (compensated < weekend) {
    const facts = { year, weekend, compensated };
    findings.push({ rule: 'weekendNotCompensated', severity: 'warning', path: 'exceptions', facts });
  }
  if (!layer.noticedYears.includes(year)) {
    findings.push({ rule: 'yearProvisional', severity: 'warning', path: 'noticedYears', facts: { year } });
  }
  return findings;
}

/** Gaps between the years, holidays the law dates itself, weekends, years without a notice. */
export function yearFindings(layer: NationalLayer): readonly YearFinding[] {
  return yearsOf(layer).flatMap((year) => ofYear(layer, year));
}

function summaryOf(calendar: Calendar, province: string, year: number): YearSummary {
  const [first, last] = [dayFromIso(`${year}-01-01`), dayFromIso(`${year}-12-31`)];
  let workingDays = 0;
  const makeUpDays: string[] = [];
  for (let day = first; day <= last; day = plusDays(day, 1)) {
    if (!calendar.isWorkingDay(day)) continue;
    workingDays += 1;
    if (weekdayOf(day) >= 6) makeUpDays.push(calendar.explainDay(day).date);
  }
  const provisional = calendar.provisional(startOfDay(first), startOfDay(last));
  return { province, year, workingDays, minutesPerDay: calendar.minutesPerDay, makeUpDays, provisional };
}

/** Every loaded year of a province. Throws CalendarDataError when the two contradict each other. */
export function summaries(national: NationalLayer, province: ProvinceLayer): readonly YearSummary[] {
  const years = yearsOf(national);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const range = { firstDay: dayFromIso(`${first}-01-01`), lastDay: dayFromIso(`${last}-12-31`) };
  const calendar = legalCalendar({ national, province, range });
  return years.map((year) => summaryOf(calendar, province.id, year));
}
