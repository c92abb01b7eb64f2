/** Small offices told twice: as calendars of the domain, and minute by minute for the second opinion. A few minutes are worked a day. */
import type { Calendar } from '../calendar/calendar.js';
import { deskCalendar } from '../calendar/desk-calendar.js';
import type { CalendarException, HoursPeriod, NationalLayer, WeekHours } from '../calendar/layers.js';
import { calendarExceptionSchema } from '../calendar/layers.js';
import { legalCalendar } from '../calendar/legal-calendar.js';
import { officeWeek } from '../calendar/office-week.js';
import { isoDateSchema } from '../time/instant.js';
import { dayFromIso, startOfDay } from '../time/instant.js';
import type { PlainWorld } from './oracle/plain-plan.js';
import type { Offices, Party } from './timeline.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Hours of Monday … Sunday, empty when closed. */
export type Week = readonly [string, string, string, string, string, string, string];

/** A day on which one desk is closed: all day, or in one block. */
export interface Closed {
  readonly date: string;
  readonly block: string | null;
}

export interface SmallOffices {
  /** Loaded calendar years, in order. */
  readonly years: readonly number[];
  /** Hours of every weekday, and those from a day on. */
  readonly law: string;
  readonly laterLaw: { readonly from: string; readonly hours: string } | null;
  readonly desks: Readonly<Record<string, Week>>;
  readonly holidays: readonly string[];
  readonly makeUps: readonly string[];
  readonly closed: Readonly<Record<string, readonly Closed[]>>;
}

const firstOf = ({ years }: SmallOffices) => dayFromIso(`${years[0]}-01-01`);
const lastOf = ({ years }: SmallOffices) => dayFromIso(`${years.at(-1)}-12-31`);

function dayOff(date: string, kind: 'holiday' | 'makeup' | 'closure', block: string | null = null): CalendarException {
  const [from, to] = block?.split('-') ?? [];
  const closed = block === null ? {} : { closed: { from, to } };
  return calendarExceptionSchema.parse({ date, kind, name: 'x', notice: 'x', provisional: false, ...closed });
}

/** The offices as calendars. */
export function calendarsOf(small: SmallOffices): Offices {
  const { law, laterLaw, desks, holidays, makeUps, closed, years } = small;
  const range = { firstDay: firstOf(small), lastDay: lastOf(small) };
  const exceptions = [...holidays.map((d) => dayOff(d, 'holiday')), ...makeUps.map((d) => dayOff(d, 'makeup'))];
  const national: NationalLayer = {
    level: 'national',
    id: 'national',
    version: 1,
    noticedYears: [...years],
    exceptions,
  };
  const hours: HoursPeriod[] = [{ week: officeWeek(law), notice: 'x' }];
  if (laterLaw !== null) {
    hours.push({ from: isoDateSchema.parse(laterLaw.from), week: officeWeek(laterLaw.hours), notice: 'x' });
  }
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
        exceptions: (closed[party] ?? []).map(({ date, block }) => dayOff(date, 'closure', block)),
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
export function worldOf(small: SmallOffices): PlainWorld {
  const { law, laterLaw, desks, holidays, makeUps, closed } = small;
  const firstDay = firstOf(small);
  const days = lastOf(small) - firstDay + 1;
  const lawOn = (d: number): string =>
    laterLaw !== null && firstDay + d >= dayFromIso(laterLaw.from) ? laterLaw.hours : law;
  const [off, on] = [holidays, makeUps].map((dates) => new Set(dates.map((date) => dayFromIso(date) - firstDay)));
  const flagsOf = (hoursOn: (weekday: number, d: number) => string, own: readonly Closed[]): Uint8Array => {
    const flags = new Uint8Array(days * 1440);
    for (let d = 0; d < days; d++) {
      // 1 January 1970 was a Thursday.
      const ordinary = hoursOn((firstDay + d + 3) % 7, d);
      if (off?.has(d)) continue;
      for (const minute of minutesIn(on?.has(d) ? lawOn(d) : ordinary)) flags[d * 1440 + minute] = 1;
    }
    for (const { date, block } of own) {
      const d = dayFromIso(date) - firstDay;
      for (const minute of minutesIn(block ?? '00:00-24:00')) flags[d * 1440 + minute] = 0;
    }
    return flags;
  };
  const flags = new Map([['law', flagsOf((weekday, d) => (weekday < 5 ? lawOn(d) : ''), [])]]);
  for (const [party, week] of Object.entries(desks)) {
    flags.set(
      party,
      flagsOf((weekday) => week[weekday] ?? '', closed[party] ?? []),
    );
  }
  const first = startOfDay(firstDay);
  return {
    first,
    last: first + days * 1440,
    isOpen: (office, minute) => flags.get(office)?.[minute - first] === 1,
  };
}

/** The offices a timeline may name. */
export const PARTIES: readonly Party[] = ['receiver', 'decider', 'carrier', 'consulted:tax', 'consulted:land'];
