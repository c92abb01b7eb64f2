/** Receptions an admin knows by heart: an ordinary Monday, the end of a week, the eve of Tết, the eve of a make-up Saturday. */
import type { Calendar } from '../calendar/calendar.js';
import type { Day, Instant } from '../time/instant.js';
import { dayFromIso, instantOf, plusDays, plusMinutes, startOfDay, weekdayOf } from '../time/instant.js';
import type { FeasibilityQuestion } from './feasibility-of.js';

export const EXAMPLES = ['monday0900', 'friday1655', 'eveOfTet', 'eveOfMakeUpSaturday'] as const;
export type ExampleKey = (typeof EXAMPLES)[number];

export interface ExampleReception {
  readonly example: ExampleKey;
  readonly receivedAt: Instant;
}

const NINE = 540;
const FIVE_TO_FIVE = 1015;
/** Tết falls between 21 January and 20 February; no other holiday is so long. */
const TET = { from: '01-15', to: '03-05' };

const isLegalMonday = (legal: Calendar, day: Day): boolean => weekdayOf(day) === 1 && legal.isWorkingDay(day);

/** The last working day before the longest closure around the lunar new year. */
function eveOfTet(legal: Calendar, year: number): Day | null {
  const [from, to] = [dayFromIso(`${year}-${TET.from}`), dayFromIso(`${year}-${TET.to}`)];
  let [eve, longest]: [Day | null, number] = [null, 3];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    if (!legal.isWorkingDay(day)) continue;
    const closed = legal.nextWorkingDay(day) - day;
    if (closed > longest) [eve, longest] = [day, closed];
  }
  return eve;
}

function dayWhere(year: number, test: (day: Day) => boolean): Day | null {
  const last = dayFromIso(`${year}-12-24`);
  for (let day = dayFromIso(`${year}-01-01`); day <= last; day = plusDays(day, 1)) if (test(day)) return day;
  return null;
}

/** An ordinary week: five working days, Monday to Friday, and the next Monday worked too. */
const beginsOrdinaryWeek = (legal: Calendar, day: Day): boolean =>
  isLegalMonday(legal, day) &&
  [1, 2, 3, 4, 7].every((n) => legal.isWorkingDay(plusDays(day, n))) &&
  !legal.isWorkingDay(plusDays(day, 5));

/** The examples of the first loaded year, those it has; on the legal calendar, in Vietnamese time. */
export function exampleReceptions({ offices: { legal }, range }: FeasibilityQuestion): readonly ExampleReception[] {
  const year = range.years[0];
  if (year === undefined || legal.firstDay > dayFromIso(`${year}-01-01`) || legal.lastDay < dayFromIso(`${year}-12-31`))
    return [];
  const monday = dayWhere(year, (day) => beginsOrdinaryWeek(legal, day));
  const makeUp = dayWhere(year, (day) => weekdayOf(day) === 6 && legal.isWorkingDay(day));
  const on = (example: ExampleKey, day: Day | null, minuteOfDay: number): readonly ExampleReception[] =>
    day === null ? [] : [{ example, receivedAt: instantOf(plusMinutes(startOfDay(day), minuteOfDay)) }];
  return [
    ...on('monday0900', monday, NINE),
    ...on('friday1655', monday === null ? null : plusDays(monday, 4), FIVE_TO_FIVE),
    ...on('eveOfTet', eveOfTet(legal, year), FIVE_TO_FIVE),
    ...on('eveOfMakeUpSaturday', makeUp === null ? null : plusDays(makeUp, -1), FIVE_TO_FIVE),
  ];
}
