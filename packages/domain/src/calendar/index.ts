export { OutsideCalendar, CalendarDataError } from './calendar.js';
export type { Calendar, DayExplanation, WeeklyDay, ExceptionalDay } from './calendar.js';
export {
  workBlockSchema,
  dayHoursSchema,
  weekHoursSchema,
  hoursPeriodSchema,
  exceptionKindSchema,
  calendarExceptionSchema,
  nationalLayerSchema,
  provinceLayerSchema,
  agencyLayerSchema,
  closureLayerSchema,
  calendarLayerSchema,
} from './layers.js';
export type {
  WorkBlock,
  DayHours,
  WeekHours,
  HoursPeriod,
  ExceptionKind,
  CalendarException,
  NationalLayer,
  ProvinceLayer,
  AgencyLayer,
  ClosureLayer,
  CalendarLayer,
} from './layers.js';
export { defaultRange } from './compile.js';
export type { CalendarRange } from './compile.js';
export { legalCalendar, versionOf } from './legal-calendar.js';
export type { LegalCalendarSource } from './legal-calendar.js';
export { deskCalendar } from './desk-calendar.js';
export type { DeskCalendarSource } from './desk-calendar.js';
export { officeWeek } from './office-week.js';
export { parseHolidays, nationalLayer } from './parse-holidays.js';
export {
  receptionStart,
  sameDayDue,
  calendarDaysDue,
  calendarDaysTouched,
  calendarDaysTouchedByAll,
  granule,
  breachFiresAt,
  outcomeAt,
} from './deadline.js';
export type { Granularity, Outcome } from './deadline.js';
export { calendarChange, differentDays } from './different-days.js';
export type { CalendarChange } from './different-days.js';
export { closuresKey, closuresKnown } from './known-closures.js';
export { CALENDAR_RULES, checkLayer } from './check-layer.js';
export type { CalendarFinding, CalendarRule, CheckedLayer } from './check-layer.js';
export { changedDates } from './same-days.js';
