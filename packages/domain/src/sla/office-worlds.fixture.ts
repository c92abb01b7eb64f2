/** Where and when the random journeys of specs begin: three sets of office hours, and the corners of the calendar. */
import type { Calendar } from '../calendar/calendar.js';
import type { NationalLayer } from '../calendar/layers.js';
import { legalCalendar } from '../calendar/legal-calendar.js';
import { HOURS, provinceLayer } from '../calendar/office-hours.fixture.js';
import { LEGAL, vn } from '../testing/office-directory.js';
import { minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { plainDays } from './oracle/plain-days.js';
import type { OfficeHours, PlainDays } from './oracle/plain-days.js';

/** The same days told twice: as the calendar the fold counts on, and in the walker's words. */
export interface OfficeWorld {
  readonly opens: Minute;
  readonly legal: Calendar;
  readonly days: PlainDays;
}

/** Midnight from which a journey of nine days or more runs over what is named. */
const OPENINGS = [
  '2025-04-23', // the make-up Saturday of 26 April, then four days off, one of them swapped
  '2025-12-28', // a year end; 2 January is a swapped day
  '2026-01-06', // the Saturday of the 10th, worked for it
  '2026-02-09', // Tết Bính Ngọ: nine days closed
  '2026-08-19', // the make-up Saturday of 22 August, then National Day with the swapped 31st
  '2026-11-18', // Culture Day, a Tuesday
  '2026-12-27', // a year end, into a year without a notice
  '2027-02-01', // Tết Đinh Mùi, as it is expected
  '2028-04-24', // a year of which nothing is loaded: Labour Day
  '2028-11-20', // and Culture Day
] as const;

/** 07:30–11:30 and 13:30–17:30. */
const EIGHT_HOURS: OfficeHours = [
  [450, 690],
  [810, 1050],
];

const OFFICES: readonly { readonly told: string; readonly plain: OfficeHours }[] = [
  { told: HOURS.from0730to1730, plain: EIGHT_HOURS },
  {
    told: HOURS.from0700to1700,
    plain: [
      [420, 690],
      [810, 1020],
    ],
  },
  {
    told: HOURS.sevenAndAHalf,
    plain: [
      [450, 690],
      [810, 1020],
    ],
  },
];

/** Before Culture Day 2026 at the office of the specs. */
export const BEFORE_CULTURE_DAY: OfficeWorld = {
  opens: minuteOf(vn('2026-11-18 00:00')),
  legal: LEGAL,
  days: plainDays(EIGHT_HOURS),
};

/** Every opening at every set of hours, on the national days given. */
export function worldsOn(national: NationalLayer): readonly OfficeWorld[] {
  return OFFICES.flatMap(({ told, plain }) => {
    const legal = legalCalendar({ national, province: provinceLayer(told) });
    const days = plainDays(plain);
    return OPENINGS.map((date) => ({ opens: minuteOf(vn(date)), legal, days }));
  });
}
