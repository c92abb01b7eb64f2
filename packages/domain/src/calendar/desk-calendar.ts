import type { Calendar } from './calendar.js';
import { CalendarDataError } from './calendar.js';
import type { CalendarRange } from './compile.js';
import { compileDays, defaultRange } from './compile.js';
import { CompiledCalendar } from './compiled-calendar.js';
import { dayPattern } from './day-pattern.js';
import type { AgencyLayer, ClosureLayer, NationalLayer, ProvinceLayer } from './layers.js';
import { versionOf } from './legal-calendar.js';

export interface DeskCalendarSource {
  readonly national: NationalLayer;
  readonly province: ProvinceLayer;
  readonly agency: AgencyLayer;
  readonly closures?: readonly ClosureLayer[];
  readonly range?: CalendarRange;
}

/**
 * When an agency can act: its own weekly hours (those of its province when it names none), the national days, its closures.
 * A make-up Saturday opens with the legal hours, whatever the agency's Saturday is. Its `minutesPerDay` is the legal day:
 * the desk's days may differ among themselves, and no obligation counts on them.
 */
export function deskCalendar(source: DeskCalendarSource): Calendar {
  const { national, province, agency, closures = [], range = defaultRange } = source;
  const layers = [province, agency, ...closures];
  const days = compileDays({
    national,
    layers,
    hours: agency.hours ?? province.hours,
    legalHours: province.hours,
    range,
  });
  const legalDay = province.hours.at(-1)?.week.mon;
  if (legalDay === undefined) throw new CalendarDataError('noHours', { layer: province.id });
  const version = versionOf([national, ...layers]);
  return new CompiledCalendar({ id: `desk:${agency.id}`, version, minutesPerDay: dayPattern(legalDay).minutes, days });
}
