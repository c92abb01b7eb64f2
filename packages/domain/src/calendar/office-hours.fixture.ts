/** Layers and moments for specs: offices as they are met in the provinces. Pure: the spec reads the holidays and hands them in. */
import type { Minute } from '../time/instant.js';
import { instantSchema, minuteOf } from '../time/instant.js';
import type { AgencyLayer, CalendarException, ClosureLayer, ProvinceLayer, WeekHours } from './layers.js';
import { calendarExceptionSchema } from './layers.js';
import { officeWeek } from './office-week.js';

/** Eight hours each, and the seven and a half that make "one day is eight hours" wrong. */
export const HOURS = {
  from0730to1730: '07:30-11:30,13:30-17:30',
  from0700to1700: '07:00-11:30,13:30-17:00',
  sevenAndAHalf: '07:30-11:30,13:30-17:00',
} as const;

export function provinceLayer(weekday: string, exceptions: readonly CalendarException[] = []): ProvinceLayer {
  const hours = [{ week: officeWeek(weekday), notice: 'hours of the province' }];
  return { level: 'province', id: '31', version: 1, hours, exceptions: [...exceptions] };
}

export function agencyLayer(week: WeekHours, exceptions: readonly CalendarException[] = []): AgencyLayer {
  const hours = [{ week, notice: 'hours of the agency' }];
  return { level: 'agency', id: 'desk', version: 1, hours, exceptions: [...exceptions] };
}

/** A closure of the whole day, or of one block: `closure('2026-03-04', '13:30-17:30')`. */
export function closure(date: string, block?: string): CalendarException {
  const [from, to] = block?.split('-') ?? [];
  const closed = block === undefined ? {} : { closed: { from, to } };
  const exception = {
    date,
    kind: 'closure',
    name: 'office moves',
    notice: 'notice 12/TB',
    provisional: false,
    ...closed,
  };
  return calendarExceptionSchema.parse(exception);
}

export function closureLayer(exceptions: readonly CalendarException[]): ClosureLayer {
  return { level: 'closure', id: 'once', version: 1, exceptions: [...exceptions] };
}

/** The minute a Vietnamese wall clock shows: `at('2026-11-23 09:00')`. */
export function at(local: string): Minute {
  return minuteOf(instantSchema.parse(`${local.replace(' ', 'T')}:00+07:00`));
}
