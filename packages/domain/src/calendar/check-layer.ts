/** What is wrong with a version of a calendar layer before it is published: named findings, in the order of the days. Pure. */
import type { IsoDate } from '../time/instant.js';
import { dayFromIso, isoOfDay, plusDays, weekdayOf } from '../time/instant.js';
import { CalendarDataError } from './calendar.js';
import { compileDays, defaultRange } from './compile.js';
import type { CalendarException, CalendarLayer, NationalLayer, ProvinceLayer } from './layers.js';
import { legalCalendar } from './legal-calendar.js';
import { deskCalendar } from './desk-calendar.js';
import { statutoryDays } from './statutory-days.js';
import { sameDays } from './same-days.js';

export const CALENDAR_RULES = [
  'dateListedTwice',
  'swapsOverlap',
  'makeupOnHoliday',
  'makeupOnWorkingDay',
  'swapOnDayOff',
  'swapWithoutMakeup',
  'dateOutsideCalendar',
  'yearWithoutDays',
  'yearNotFinal',
  'kindNotForThisCalendar',
  'noOpenMinute',
  'workingDaysDiffer',
  'legalWeekdaysDiffer',
  'legalHoursOnWeekend',
  'pastChangeWithoutReason',
  'nothingChanges',
] as const;
export type CalendarRule = (typeof CALENDAR_RULES)[number];

export interface CalendarFinding {
  readonly rule: CalendarRule;
  /** The place, joined by dots: `exceptions.3.date`. */
  readonly path: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A version about to be published, with the layers it will be compiled with. */
export interface CheckedLayer {
  readonly layer: CalendarLayer;
  /** The version it takes over from; null for the first of a desk. */
  readonly former: CalendarLayer | null;
  /** The newest national layer (the layer itself for a national one). */
  readonly national: NationalLayer;
  /** Provinces it is compiled with: all for a national layer, itself for a province, that of the agency for closures. */
  readonly provinces: readonly ProvinceLayer[];
  /** The day of domain time, Asia/Ho_Chi_Minh: what lies before it is past. */
  readonly today: IsoDate;
  /** Why days of the past change; null where nobody says. */
  readonly reason: string | null;
}

const finding = (rule: CalendarRule, path: string, facts: CalendarFinding['facts'] = {}): CalendarFinding => ({
  ...{ rule, path, facts },
});
const dateAt = (index: number): string => `exceptions.${index}.date`;

/** Saturday and Sunday: no legal hours ever stand on them. */
const isWeekend = (date: string): boolean => weekdayOf(dayFromIso(date)) >= 6;
const isOff = ({ kind }: CalendarException): boolean => kind === 'holiday' || kind === 'compensatory';
const isMoved = ({ kind }: CalendarException): boolean => kind === 'swap' || kind === 'makeup';

/** The holidays the law dates itself, whether or not the version lists them (Labour Code art. 112). */
function statutory(layer: NationalLayer, date: string): boolean {
  return statutoryDays(layer, Number(date.slice(0, 4))).some((day) => day.date === date);
}

function twice(layer: CalendarLayer, place: number): CalendarFinding | null {
  const exception = layer.exceptions[place];
  if (exception === undefined || layer.level === 'closure') return null;
  const other = layer.exceptions.slice(0, place).find(({ date }) => date === exception.date);
  if (other === undefined) return null;
  const facts = { date: exception.date, first: other.kind, second: exception.kind };
  const [a, b] = [other, exception];
  if ((a.kind === 'makeup' && isOff(b)) || (b.kind === 'makeup' && isOff(a))) {
    return finding('makeupOnHoliday', dateAt(place), facts);
  }
  return finding(isMoved(a) && isMoved(b) ? 'swapsOverlap' : 'dateListedTwice', dateAt(place), facts);
}

function movedDay(layer: NationalLayer, { date, kind }: CalendarException, path: string): readonly CalendarFinding[] {
  if (kind === 'makeup' && statutory(layer, date))
    return [finding('makeupOnHoliday', path, { date, first: 'holiday', second: kind })];
  if (kind === 'makeup' && !isWeekend(date)) return [finding('makeupOnWorkingDay', path, { date })];
  return kind === 'swap' && isWeekend(date) ? [finding('swapOnDayOff', path, { date })] : [];
}

/** Days swapped and Saturdays worked for them belong together: as many of one as of the other. */
function unpaired({ exceptions }: NationalLayer): readonly CalendarFinding[] {
  const years = new Set(exceptions.filter(isMoved).map(({ date }) => date.slice(0, 4)));
  return [...years].sort().flatMap((year) => {
    const count = (wanted: string): number =>
      exceptions.filter(({ date, kind }) => kind === wanted && date.startsWith(year)).length;
    const [swapped, worked] = [count('swap'), count('makeup')];
    return swapped === worked ? [] : [finding('swapWithoutMakeup', 'exceptions', { year, swapped, worked })];
  });
}

function noticedYears({ noticedYears: years, exceptions }: NationalLayer): readonly CalendarFinding[] {
  return years.flatMap((year, place) => {
    const rows = exceptions.filter(({ date }) => date.startsWith(`${year}-`));
    if (rows.length === 0) return [finding('yearWithoutDays', `noticedYears.${place}`, { year })];
    const doubtful = rows.find(({ provisional }) => provisional);
    return doubtful === undefined
      ? []
      : [finding('yearNotFinal', `noticedYears.${place}`, { year, date: doubtful.date })];
  });
}

function daysOf(layer: CalendarLayer): readonly CalendarFinding[] {
  const [first, last] = [isoOfDay(defaultRange.firstDay), isoOfDay(defaultRange.lastDay)];
  return layer.exceptions.flatMap((exception, place) => {
    const { date, kind } = exception;
    if (date < first || date > last) return [finding('dateOutsideCalendar', dateAt(place), { date, first, last })];
    const own = layer.level === 'national' ? kind !== 'closure' : kind === 'closure' || layer.level === 'agency';
    if (!own) return [finding('kindNotForThisCalendar', `exceptions.${place}.kind`, { kind, calendar: layer.level })];
    const double = twice(layer, place);
    if (double !== null) return [double];
    return layer.level === 'national' ? movedDay(layer, exception, dateAt(place)) : [];
  });
}

/** Years without a single worked minute: nothing could ever be due in them. */
function closedYears(checked: CheckedLayer): readonly CalendarFinding[] {
  const { layer, national, provinces } = checked;
  const [province] = provinces;
  if (province === undefined) return [];
  const { hours } = province;
  const layers = layer.level === 'closure' ? [province, layer] : [province];
  const { workedBefore, count, firstDay } = compileDays({
    national,
    layers,
    hours,
    legalHours: hours,
    range: defaultRange,
  });
  const minutes = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const year = isoOfDay(plusDays(firstDay, i)).slice(0, 4);
    minutes.set(year, (minutes.get(year) ?? 0) + (workedBefore[i + 1] ?? 0) - (workedBefore[i] ?? 0));
  }
  return [...minutes].flatMap(([year, worked]) =>
    worked > 0 ? [] : [finding('noOpenMinute', 'exceptions', { year })],
  );
}

const RULE_OF: Readonly<Record<string, CalendarRule>> = {
  noWorkingDay: 'noOpenMinute',
  workingDaysDiffer: 'workingDaysDiffer',
  legalWeekdaysDiffer: 'legalWeekdaysDiffer',
  legalHoursOnWeekend: 'legalHoursOnWeekend',
};

/** What the calendars themselves say when they are compiled. */
function compiled({ layer, national, provinces }: CheckedLayer): readonly CalendarFinding[] {
  for (const province of provinces) {
    try {
      legalCalendar({ national, province });
      if (layer.level === 'closure') {
        const agency = { level: 'agency' as const, id: layer.id, version: 1, exceptions: [] };
        deskCalendar({ national, province, agency, closures: [layer] });
      }
    } catch (error) {
      const rule = error instanceof CalendarDataError ? RULE_OF[error.code] : undefined;
      if (rule === undefined) throw error;
      const path = layer.level === 'province' ? 'hours' : 'exceptions';
      return [finding(rule, path, { province: province.id, ...(error as CalendarDataError).facts })];
    }
  }
  return [];
}

/** Days that are worked otherwise than by the former version, in the provinces it is compiled with; provisional days do not count. */
function changes({ layer, former, today, reason }: CheckedLayer): readonly CalendarFinding[] {
  if (former === null) return [];
  const { same, firstDifferent } = sameDays(former, layer);
  if (same) return [finding('nothingChanges', 'exceptions')];
  if (firstDifferent === null || firstDifferent >= today || reason !== null) return [];
  return [finding('pastChangeWithoutReason', 'reason', { date: firstDifferent, today })];
}

/** Everything that keeps the version from being published; empty when nothing does. Throws only for faults of the code. */
export function checkLayer(checked: CheckedLayer): readonly CalendarFinding[] {
  const { layer } = checked;
  const days = [...daysOf(layer), ...(layer.level === 'national' ? [...unpaired(layer), ...noticedYears(layer)] : [])];
  // Calendars are compiled only from days that do not contradict themselves.
  const built = days.length > 0 ? [] : compiled(checked);
  const open = days.length + built.length > 0 ? [] : closedYears(checked);
  return [...days, ...built, ...open, ...changes(checked)];
}
