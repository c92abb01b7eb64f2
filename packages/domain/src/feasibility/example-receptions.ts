/** Receptions an admin knows by heart: an ordinary Monday, the end of a week, the eve of Tết, the eve of a make-up Saturday. */
import type { Calendar } from '../calendar/calendar.js';
import type { Day, Instant } from '../time/instant.js';
import { dayFromIso, instantOf, isoOfDay, plusDays, plusMinutes, startOfDay, weekdayOf } from '../time/instant.js';
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
const DAYS_OF_A_YEAR = 365;
/** No closure is longer. */
const DAYS_LOOKED_AHEAD = 21;

const isLegalMonday = (legal: Calendar, day: Day): boolean => weekdayOf(day) === 1 && legal.isWorkingDay(day);

interface Window {
  readonly from: Day;
  readonly to: Day;
}

/** The twelve months the receptions asked about begin, as far as the legal calendar reaches; null where it knows none of them. */
function windowOf({ offices: { legal }, range: { years, receptions } }: FeasibilityQuestion): Window | null {
  const [year] = years;
  if (year === undefined) return null;
  const from = later(receptions?.firstDay ?? dayFromIso(`${year}-01-01`), legal.firstDay);
  // The days after a Friday, and the closure after the eve of Tết, are looked at too.
  const to = earlier(plusDays(from, DAYS_OF_A_YEAR), plusDays(legal.lastDay, -DAYS_LOOKED_AHEAD));
  return from > to ? null : { from, to };
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

function firstWhere({ from, to }: Window, test: (day: Day) => boolean): Day | null {
  for (let day = from; day <= to; day = plusDays(day, 1)) if (test(day)) return day;
  return null;
}

const isAroundTet = (day: Day): boolean => {
  const monthAndDay = isoOfDay(day).slice(5);
  return monthAndDay >= TET.from && monthAndDay <= TET.to;
};

/** The last working day before the longest closure around the lunar new year. */
function eveOfTet(legal: Calendar, { from, to }: Window): Day | null {
  let [eve, longest]: [Day | null, number] = [null, 3];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    if (!isAroundTet(day) || !legal.isWorkingDay(day)) continue;
    const closed = legal.nextWorkingDay(day) - day;
    if (closed > longest) [eve, longest] = [day, closed];
  }
  return eve;
}

/** An ordinary week: five working days, Monday to Friday, and the next Monday worked too. */
const beginsOrdinaryWeek = (legal: Calendar, day: Day): boolean =>
  isLegalMonday(legal, day) &&
  [1, 2, 3, 4, 7].every((n) => legal.isWorkingDay(plusDays(day, n))) &&
  !legal.isWorkingDay(plusDays(day, 5));

/**
 * The examples of the twelve months that begin with the receptions asked about, those they have; on the legal calendar, in Vietnamese
 * time. A version that binds from next month on is shown its own Tết, not one that is over.
 */
export function exampleReceptions(question: FeasibilityQuestion): readonly ExampleReception[] {
  const { legal } = question.offices;
  const window = windowOf(question);
  if (window === null) return [];
  const monday = firstWhere(window, (day) => beginsOrdinaryWeek(legal, day));
  const makeUp = firstWhere({ ...window, from: plusDays(window.from, 1) }, (day) => isMakeUpSaturday(legal, day));
  const on = (example: ExampleKey, day: Day | null, minuteOfDay: number): readonly ExampleReception[] =>
    day === null ? [] : [{ example, receivedAt: instantOf(plusMinutes(startOfDay(day), minuteOfDay)) }];
  return [
    ...on('monday0900', monday, NINE),
    ...on('friday1655', monday === null ? null : plusDays(monday, 4), FIVE_TO_FIVE),
    ...on('eveOfTet', eveOfTet(legal, window), FIVE_TO_FIVE),
    ...on('eveOfMakeUpSaturday', makeUp === null ? null : plusDays(makeUp, -1), FIVE_TO_FIVE),
  ];
}

const isMakeUpSaturday = (legal: Calendar, day: Day): boolean => weekdayOf(day) === 6 && legal.isWorkingDay(day);
