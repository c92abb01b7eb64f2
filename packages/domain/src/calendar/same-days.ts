/** Whether two versions of a layer say the same, and since when they do not. */
import { canonicalJson } from '../kernel/canonical-json.js';
import type { CalendarException, CalendarLayer, HoursPeriod } from './layers.js';

/** What makes the minutes of a day: its text and its notice do not. */
const minutesOf = ({ date, kind, closed }: CalendarException): string =>
  `${date} ${kind} ${closed === undefined ? '' : `${closed.from}-${closed.to}`}`;

function datesThatDiffer(a: readonly CalendarException[], b: readonly CalendarException[]): readonly string[] {
  const [here, there] = [new Set(a.map(minutesOf)), new Set(b.map(minutesOf))];
  const only = [...here].filter((each) => !there.has(each)).concat([...there].filter((each) => !here.has(each)));
  return only.map((each) => each.slice(0, 'YYYY-MM-DD'.length));
}

/** Hours in force from the beginning differ since the beginning. */
const BEGINNING = '0000-01-01';

function hoursThatDiffer(a: readonly HoursPeriod[], b: readonly HoursPeriod[]): readonly string[] {
  const text = ({ from, week }: HoursPeriod): string => canonicalJson({ from: from ?? null, week });
  const [here, there] = [new Map(a.map((each) => [text(each), each])), new Map(b.map((each) => [text(each), each]))];
  const only = [...here].filter(([key]) => !there.has(key)).concat([...there].filter(([key]) => !here.has(key)));
  return only.map(([, { from }]) => from ?? BEGINNING);
}

const hoursOf = (layer: CalendarLayer): readonly HoursPeriod[] => ('hours' in layer ? (layer.hours ?? []) : []);
/** Years whose fixed holidays are filled in, or no longer: a year that is noticed has only what its rows say. */
const yearsOf = (layer: CalendarLayer): readonly number[] => ('noticedYears' in layer ? layer.noticedYears : []);

function said(layer: CalendarLayer): string {
  const { exceptions } = layer;
  return canonicalJson({ exceptions, hours: hoursOf(layer), years: [...yearsOf(layer)].sort() });
}

/** Dates whose minutes may be others, in order, each once; hours without a first day count from the beginning of all days. */
export function changedDates(former: CalendarLayer, next: CalendarLayer): readonly string[] {
  const dates = [
    ...datesThatDiffer(former.exceptions, next.exceptions),
    ...hoursThatDiffer(hoursOf(former), hoursOf(next)),
  ];
  return [...new Set(dates)].sort();
}

/**
 * `same`: word for word, but for its number. `firstDifferent`: the first day (`YYYY-MM-DD`) whose minutes may be others; null when only
 * words or the certainty of days differ. A year that becomes final counts from its first day only where a day changes with it.
 */
export function sameDays(
  former: CalendarLayer,
  next: CalendarLayer,
): { readonly same: boolean; readonly firstDifferent: string | null } {
  if (said(former) === said(next)) return { same: true, firstDifferent: null };
  return { same: false, firstDifferent: changedDates(former, next)[0] ?? null };
}
