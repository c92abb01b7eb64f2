/** Small offices told twice: as calendars of the domain, and minute by minute for the second opinion. A few minutes are worked a day. */
import type { Calendar } from '../calendar/calendar.js';
import { deskCalendar } from '../calendar/desk-calendar.js';
import type { CalendarException, NationalLayer, WeekHours } from '../calendar/layers.js';
import { calendarExceptionSchema } from '../calendar/layers.js';
import { legalCalendar } from '../calendar/legal-calendar.js';
import { officeWeek } from '../calendar/office-week.js';
import { isCalendarDays, isSameDay, wholeDays, workMinutes } from '../time/duration.js';
import type { Duration } from '../time/duration.js';
import { dayFromIso, startOfDay } from '../time/instant.js';
import type { TimeOfDay } from '../time/time-of-day.js';
import { minutesOfTime } from '../time/time-of-day.js';
import type { PlainLeg, PlainLimit, PlainPlan, PlainWorld } from './oracle/plain-plan.js';
import type { Offices, Party, Timeline, TimelineLeg } from './timeline.js';

export const YEAR = 2026;
const FIRST = dayFromIso(`${YEAR}-01-01`);
const LAST = dayFromIso(`${YEAR}-12-31`);
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Hours of Monday … Sunday, empty when closed. */
export type Week = readonly [string, string, string, string, string, string, string];

export interface SmallOffices {
  /** Of every weekday. */
  readonly law: string;
  readonly desks: Readonly<Record<string, Week>>;
  readonly holidays: readonly string[];
  readonly makeUps: readonly string[];
  /** Days on which one desk is closed. */
  readonly closed: Readonly<Record<string, readonly string[]>>;
}

const range = { firstDay: FIRST, lastDay: LAST };
const dayOff = (date: string, kind: 'holiday' | 'makeup' | 'closure'): CalendarException =>
  calendarExceptionSchema.parse({ date, kind, name: 'x', notice: 'x', provisional: false });

/** The offices as calendars. */
export function calendarsOf({ law, desks, holidays, makeUps, closed }: SmallOffices): Offices {
  const exceptions = [...holidays.map((d) => dayOff(d, 'holiday')), ...makeUps.map((d) => dayOff(d, 'makeup'))];
  const national: NationalLayer = { level: 'national', id: 'national', version: 1, noticedYears: [YEAR], exceptions };
  const hours = [{ week: officeWeek(law), notice: 'x' }];
  const province = { level: 'province' as const, id: '31', version: 1, hours, exceptions: [] };
  const deskOf = (party: string, week: Week): Calendar => {
    const days = Object.fromEntries(WEEKDAYS.map((day, i) => [day, week[i] ?? '']));
    const own: WeekHours = officeWeek('', days);
    return deskCalendar({
      national,
      province,
      agency: {
        level: 'agency',
        id: party,
        version: 1,
        hours: [{ week: own, notice: 'x' }],
        exceptions: (closed[party] ?? []).map((date) => dayOff(date, 'closure')),
      },
      range,
    });
  };
  const built = Object.entries(desks).map(([party, week]) => [party, deskOf(party, week)]);
  return { legal: legalCalendar({ national, province, range }), desks: Object.fromEntries(built) };
}

const minutesIn = (hours: string): readonly number[] =>
  (hours === '' ? [] : hours.split(',')).flatMap((block) => {
    const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = block.split(/[-:]/).map(Number);
    return Array.from({ length: h2 * 60 + m2 - h1 * 60 - m1 }, (_, i) => h1 * 60 + m1 + i);
  });

/** The same offices, a flag a minute. */
export function worldOf({ law, desks, holidays, makeUps, closed }: SmallOffices): PlainWorld {
  const first = startOfDay(FIRST);
  const days = LAST - FIRST + 1;
  const [off, on] = [holidays, makeUps].map((dates) => new Set(dates.map((date) => dayFromIso(date) - FIRST)));
  const flagsOf = (week: Week, own: readonly string[], everyDay: string): Uint8Array => {
    const shut = new Set(own.map((date) => dayFromIso(date) - FIRST));
    const flags = new Uint8Array(days * 1440);
    for (let d = 0; d < days; d++) {
      // 1 January 2026 is a Thursday.
      const ordinary = week[(d + 3) % 7] ?? '';
      const hours = on?.has(d) ? everyDay : ordinary;
      if (off?.has(d) || shut.has(d)) continue;
      for (const minute of minutesIn(hours)) flags[d * 1440 + minute] = 1;
    }
    return flags;
  };
  const flags = new Map([['law', flagsOf([law, law, law, law, law, '', ''], [], law)]]);
  for (const [party, week] of Object.entries(desks)) flags.set(party, flagsOf(week, closed[party] ?? [], law));
  return {
    first,
    last: first + days * 1440,
    isOpen: (office, minute) => flags.get(office)?.[minute - first] === 1,
  };
}

const minuteOrNull = (time: TimeOfDay | null): number | null => (time === null ? null : minutesOfTime(time));
const plainLeg = ({ key, work, budget, cutoff }: TimelineLeg): PlainLeg => ({
  key,
  work,
  budget,
  cutoff: minuteOrNull(cutoff),
});

function plainLimit(limit: Duration, cutoff: TimeOfDay | null, minutesPerDay: number): PlainLimit {
  if (isSameDay(limit)) return { unit: 'sameDay', cutoff: minuteOrNull(cutoff) };
  if (isCalendarDays(limit)) return { unit: 'days', days: wholeDays(limit) };
  return { unit: 'minutes', minutes: workMinutes(limit, minutesPerDay) };
}

/** A timeline in the words of the second opinion. */
export function planOf({ limit, limitCutoff, stages, waits }: Timeline, minutesPerDay: number): PlainPlan {
  return {
    limit: plainLimit(limit, limitCutoff, minutesPerDay),
    waits,
    stages: stages.map((stage) => {
      if (stage.kind === 'limitOpens') return { kind: 'opens' };
      if (stage.kind === 'leg') return { kind: 'leg', leg: plainLeg(stage.leg), rests: stage.limitRests };
      if (stage.kind === 'mayWait') return stage;
      return { kind: 'together', branches: stage.branches.map((legs) => legs.map(plainLeg)) };
    }),
  };
}

/** The offices a timeline names. */
export const PARTIES: readonly Party[] = ['receiver', 'decider', 'carrier', 'consulted:tax'];
