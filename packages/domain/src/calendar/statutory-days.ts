import { dayFromIso, isoOfDay } from '../time/instant.js';
import type { CalendarException, NationalLayer } from './layers.js';

/**
 * Public holidays fixed by the solar calendar: Labour Code 45/2019/QH14 art. 112(1), and Vietnamese Culture Day by resolution
 * 28/2026/QH16 art. 2, in force from 1 July 2026. Tết and the Hùng Kings' day follow the moon and the notice of the year.
 */
const FIXED_DAYS = [
  { monthDay: '01-01', code: 'new-year-day', since: 1970, basis: '45/2019/QH14 art. 112' },
  { monthDay: '04-30', code: 'victory-day', since: 1970, basis: '45/2019/QH14 art. 112' },
  { monthDay: '05-01', code: 'labour-day', since: 1970, basis: '45/2019/QH14 art. 112' },
  { monthDay: '09-02', code: 'national-day', since: 1970, basis: '45/2019/QH14 art. 112' },
  { monthDay: '11-24', code: 'culture-day', since: 2026, basis: '28/2026/QH16 art. 2' },
] as const;

/**
 * The fixed holidays of a year whose notice is not loaded, all provisional: the notice may add days around them. Names are
 * taken from the loaded years, so that an explanation reads the same in every year. A row the layer has for the date comes after
 * and stands over it.
 */
export function statutoryDays(national: NationalLayer, year: number): readonly CalendarException[] {
  return FIXED_DAYS.filter(({ since }) => year >= since).map(({ monthDay, code, basis }) => {
    const known = national.exceptions.findLast(({ date, kind }) => kind === 'holiday' && date.endsWith(`-${monthDay}`));
    return {
      date: isoOfDay(dayFromIso(`${year}-${monthDay}`)),
      kind: 'holiday',
      name: known?.name ?? code,
      notice: basis,
      provisional: true,
    };
  });
}
