/** How far working time reaches from now, province by province: with it SQL tells minutes left by comparing due minutes. */
import { OutsideCalendar } from '@lien-thong/domain';
import type { Calendar, Minute } from '@lien-thong/domain';
import type { LiveReference } from '../reference/live-reference.js';

const WITHIN_4_HOURS = 240;

/** Province codes, minutes of a working day, and the instants 4 hours, one and three working days ahead; null where no calendar reaches. */
export type WorkingTimeAhead = readonly [
  string[],
  (number | null)[],
  (number | null)[],
  (number | null)[],
  (number | null)[],
];

export function workingTimeAhead(reference: LiveReference, now: Minute): WorkingTimeAhead {
  const provinces = [...reference.legalVersions().keys()];
  const calendars = provinces.map((province) => reference.legalCalendar(province));
  const at = (minutes: (calendar: Calendar) => number) =>
    calendars.map((calendar) => ahead(calendar, now, minutes(calendar)));
  return [
    provinces,
    calendars.map(({ minutesPerDay }) => minutesPerDay),
    at(() => WITHIN_4_HOURS),
    at(({ minutesPerDay }) => minutesPerDay),
    at(({ minutesPerDay }) => 3 * minutesPerDay),
  ];
}

function ahead(calendar: Calendar, now: Minute, minutes: number): Minute | null {
  try {
    return calendar.addWork(now, minutes);
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
}
