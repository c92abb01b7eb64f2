import type { Calendar } from './calendar.js';
import { CalendarDataError } from './calendar.js';
import type { CalendarRange, CompiledDays } from './compile.js';
import { compileDays, defaultRange } from './compile.js';
import { CompiledCalendar } from './compiled-calendar.js';
import { patternKey } from './day-pattern.js';
import type { CalendarLayer, HoursPeriod, NationalLayer, ProvinceLayer } from './layers.js';

export interface LegalCalendarSource {
  readonly national: NationalLayer;
  readonly province: ProvinceLayer;
  readonly range?: CalendarRange;
}

/**
 * The calendar obligations count on: national administrative days with the office hours of the receiving agency's province,
 * Monday to Friday and make-up Saturdays. Throws CalendarDataError when working days differ in length: `1wd` is the length
 * of *the* working day, and within one period of hours it ends at the same clock time on the next one.
 */
export function legalCalendar({ national, province, range = defaultRange }: LegalCalendarSource): Calendar {
  province.hours.forEach(checkLegalWeek);
  const days = compileDays({
    national,
    layers: [province],
    hours: province.hours,
    legalHours: province.hours,
    range,
  });
  const id = `legal:${province.id}`;
  const version = versionOf([national, province]);
  return new CompiledCalendar({ id, version, minutesPerDay: equalDayLength(id, days), days });
}

/** The versions of all layers as one text: `national@3+31@1`. */
export function versionOf(layers: readonly CalendarLayer[]): string {
  return layers.map(({ id, version }) => `${id}@${version}`).join('+');
}

function checkLegalWeek({ week, from }: HoursPeriod): void {
  const period = from ?? 'first';
  if (week.sat.length > 0 || week.sun.length > 0) throw new CalendarDataError('legalHoursOnWeekend', { period });
  const monday = patternKey(week.mon);
  if ([week.tue, week.wed, week.thu, week.fri].some((hours) => patternKey(hours) !== monday)) {
    throw new CalendarDataError('legalWeekdaysDiffer', { period });
  }
}

function equalDayLength(calendar: string, { patterns }: CompiledDays): number {
  const lengths = [...new Set(patterns.map(({ minutes }) => minutes))].filter((minutes) => minutes > 0);
  const [length] = lengths;
  if (length === undefined) throw new CalendarDataError('noWorkingDay', { calendar });
  if (lengths.length > 1) throw new CalendarDataError('workingDaysDiffer', { calendar, minutes: lengths.join(', ') });
  return length;
}
