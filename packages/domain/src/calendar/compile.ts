import { daysFromCivil } from '../time/civil-date.js';
import type { Day } from '../time/instant.js';
import { dayFromIso, isoOfDay, plusDays, weekdayOf, yearOf } from '../time/instant.js';
import type { DayExplanation } from './calendar.js';
import { CalendarDataError } from './calendar.js';
import type { DayPattern } from './day-pattern.js';
import { dayPattern, patternKey, withoutBlock } from './day-pattern.js';
import type { CalendarException, CalendarLayer, DayHours, HoursPeriod, NationalLayer, WeekHours } from './layers.js';
import { statutoryDays } from './statutory-days.js';

/** First and last day of a compiled calendar, both included. */
export interface CalendarRange {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export const defaultRange: CalendarRange = { firstDay: dayFromIso('2024-01-01'), lastDay: dayFromIso('2040-12-31') };

/** What a calendar is compiled from; `layers` in order, the later over the earlier. */
export interface CalendarSource {
  readonly national: NationalLayer;
  readonly layers: readonly CalendarLayer[];
  /** Hours by weekday. */
  readonly hours: readonly HoursPeriod[];
  /** The legal hours, Monday's of which open a make-up Saturday. */
  readonly legalHours: readonly HoursPeriod[];
  readonly range: CalendarRange;
}

/** Days as typed arrays; index 0 is firstDay, arrays of prefix sums have one element more than there are days. */
export interface CompiledDays {
  readonly firstDay: Day;
  readonly count: number;
  readonly patterns: readonly DayPattern[];
  readonly patternOf: Uint16Array;
  /** workedBefore[i] = working minutes of the days before day i. */
  readonly workedBefore: Int32Array;
  /** nextWorked[i] = index of the first working day ≥ i; the number of days when there is none. */
  readonly nextWorked: Uint16Array;
  /** provisionalBefore[i] = provisional days before day i. */
  readonly provisionalBefore: Uint16Array;
  explain(index: number): DayExplanation;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly (keyof WeekHours)[];
const MOST_DAYS = 60_000; // indices are kept in 16 bits

interface WeekFrom {
  readonly from: number;
  readonly week: WeekHours;
}

/** The periods by the number of their first day: dates are read once, and not written out for every day of the range. */
function weeksOf(periods: readonly HoursPeriod[]): readonly WeekFrom[] {
  return periods.map(({ from, week }) => ({ from: from === undefined ? -Infinity : dayFromIso(from), week }));
}

/** The week in force on a day; the first period also covers what lies before it. */
function weekOn(weeks: readonly WeekFrom[], day: Day): WeekHours {
  const period = weeks.findLast(({ from }) => from <= day) ?? weeks[0];
  if (period === undefined) throw new CalendarDataError('noHours', { date: isoOfDay(day) });
  return period.week;
}

function exceptionsByDay(source: CalendarSource): ReadonlyMap<Day, readonly CalendarException[]> {
  const byDay = new Map<Day, CalendarException[]>();
  const add = (exception: CalendarException) => {
    const day = dayFromIso(exception.date);
    byDay.set(day, [...(byDay.get(day) ?? []), exception]);
  };
  const noticed = new Set(source.national.noticedYears);
  for (let year = yearOf(source.range.firstDay); year <= yearOf(source.range.lastDay); year++) {
    if (!noticed.has(year)) statutoryDays(source.national, year).forEach(add);
  }
  for (const layer of [source.national, ...source.layers]) layer.exceptions.forEach(add);
  return byDay;
}

/** Tells of a day whether its year has its notice; years are found by their first days. */
function noticeTeller({ national, range }: CalendarSource): (day: Day) => boolean {
  const noticed = new Set(national.noticedYears);
  const first = yearOf(range.firstDay);
  const years = Array.from({ length: yearOf(range.lastDay) - first + 1 }, (_, i) => ({
    begins: daysFromCivil({ year: first + i, month: 1, dayOfMonth: 1 }),
    isNoticed: noticed.has(first + i),
  }));
  return (day) => years.findLast(({ begins }) => begins <= day)?.isNoticed ?? false;
}

interface ResolvedDay {
  readonly blocks: DayHours;
  /** The exception that made the day what it is; undefined when its week did. */
  readonly exception: CalendarException | undefined;
  readonly provisional: boolean;
}

function applyException(day: ResolvedDay, exception: CalendarException, legal: WeekHours): ResolvedDay {
  const provisional = day.provisional || exception.provisional;
  if (exception.kind === 'makeup') return { blocks: legal.mon, exception, provisional };
  if (day.blocks.length === 0 && exception.kind === 'closure') return { ...day, provisional };
  const blocks = exception.closed === undefined ? [] : withoutBlock(day.blocks, exception.closed);
  return { blocks, exception, provisional };
}

function dayResolver(source: CalendarSource): (day: Day) => ResolvedDay {
  const exceptions = exceptionsByDay(source);
  const isNoticed = noticeTeller(source);
  const [hours, legalHours] = [weeksOf(source.hours), weeksOf(source.legalHours)];
  return (day) => {
    const weekday = WEEKDAYS[weekdayOf(day) - 1] ?? 'sun';
    const ordinary: ResolvedDay = {
      blocks: weekOn(hours, day)[weekday],
      exception: undefined,
      provisional: !isNoticed(day),
    };
    const legal = weekOn(legalHours, day);
    const own = exceptions.get(day);
    return own === undefined ? ordinary : own.reduce((so, each) => applyException(so, each, legal), ordinary);
  };
}

function explanation(day: Day, { blocks, exception, provisional }: ResolvedDay, minutes: number): DayExplanation {
  const weekday = weekdayOf(day);
  const common = { date: isoOfDay(day), weekday, blocks, minutes, provisional };
  if (exception !== undefined) {
    return { ...common, because: exception.kind, name: exception.name, notice: exception.notice };
  }
  return { ...common, because: minutes > 0 ? 'weekHours' : weekday >= 6 ? 'weekend' : 'weekClosed' };
}

/** Keeps one pattern per kind of day; hours that are the same object are recognised without writing them out. */
function patternRegister(): { readonly patterns: readonly DayPattern[]; indexOf(blocks: DayHours): number } {
  const patterns: DayPattern[] = [];
  const byKey = new Map<string, number>();
  const byHours = new Map<DayHours, number>();
  const indexOf = (blocks: DayHours): number => {
    const known = byHours.get(blocks);
    if (known !== undefined) return known;
    const key = patternKey(blocks);
    const index = byKey.get(key) ?? patterns.push(dayPattern(blocks)) - 1;
    byKey.set(key, index);
    byHours.set(blocks, index);
    return index;
  };
  return { patterns, indexOf };
}

/** Compiles layers to prefix sums over days. Throws CalendarDataError for a range that is empty or too long. */
export function compileDays(source: CalendarSource): CompiledDays {
  const { firstDay, lastDay } = source.range;
  const count = lastDay - firstDay + 1;
  if (count < 1 || count > MOST_DAYS) throw new CalendarDataError('badRange', { days: count });
  const resolve = dayResolver(source);
  const { patterns, indexOf } = patternRegister();
  const patternOf = new Uint16Array(count);
  const workedBefore = new Int32Array(count + 1);
  const provisionalBefore = new Uint16Array(count + 1);
  for (let i = 0; i < count; i++) {
    const { blocks, provisional } = resolve(plusDays(firstDay, i));
    const index = indexOf(blocks);
    patternOf[i] = index;
    workedBefore[i + 1] = (workedBefore[i] ?? 0) + (patterns[index]?.minutes ?? 0);
    provisionalBefore[i + 1] = (provisionalBefore[i] ?? 0) + (provisional ? 1 : 0);
  }
  const explain = (index: number): DayExplanation => {
    const day = plusDays(firstDay, index);
    return explanation(day, resolve(day), patterns[patternOf[index] ?? 0]?.minutes ?? 0);
  };
  const nextWorked = firstWorkedFrom(workedBefore);
  return { firstDay, count, patterns, patternOf, workedBefore, nextWorked, provisionalBefore, explain };
}

function firstWorkedFrom(workedBefore: Int32Array): Uint16Array {
  const count = workedBefore.length - 1;
  const nextWorked = new Uint16Array(count + 1).fill(count);
  for (let i = count - 1; i >= 0; i--) {
    const isWorked = (workedBefore[i + 1] ?? 0) > (workedBefore[i] ?? 0);
    nextWorked[i] = isWorked ? i : (nextWorked[i + 1] ?? count);
  }
  return nextWorked;
}
