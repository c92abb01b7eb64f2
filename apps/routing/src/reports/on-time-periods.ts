/** The period a report is asked for, and its months, in Vietnamese days. */
import { dayFromIso, dayOf, isoOfDay, minuteOf } from '@lien-thong/domain';
import type { Day, Instant, IsoDate } from '@lien-thong/domain';
import { Problem } from '../http/problem.js';

export interface AskedPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}
/** Keys, first and last days: values of `$6` to `$8`. */
export type Periods = readonly [string[], Day[], Day[]];

const MOST_MONTHS = 120;

/** Throws `invalid-query` when it begins after its end, or spans more than ten years. */
export function periodOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  at: Instant,
): AskedPeriod {
  const end = (to ?? isoOfDay(dayOf(minuteOf(at)))) as IsoDate;
  const begin = (from ?? `${end.slice(0, 4)}-01-01`) as IsoDate;
  if (begin > end) throw wrong('từ ngày phải không sau đến ngày', 'from must not lie after to');
  if (monthsBetween(begin, end) >= MOST_MONTHS) throw wrong('kỳ dài quá 10 năm', 'a period of more than ten years');
  return { from: begin, to: end };
}

export function wholePeriod({ from, to }: AskedPeriod): Periods {
  return [['whole'], [dayFromIso(from)], [dayFromIso(to)]];
}

/** Each month it touches, the first and the last cut to it; keys are `2026-11`. */
export function monthsOf({ from, to }: AskedPeriod): Periods {
  const [keys, firsts, lasts]: [string[], Day[], Day[]] = [[], [], []];
  for (let n = 0; n <= monthsBetween(from, to); n += 1) {
    const key = monthAfter(from, n);
    const first = dayFromIso(`${key}-01` as IsoDate);
    const last = dayFromIso(`${monthAfter(from, n + 1)}-01` as IsoDate) - 1;
    keys.push(key);
    firsts.push(Math.max(first, dayFromIso(from)) as Day);
    lasts.push(Math.min(last, dayFromIso(to)) as Day);
  }
  return [keys, firsts, lasts];
}

/** One of its months; null for a key that is none of them. */
export function monthCalled(period: AskedPeriod, key: string): Periods | null {
  const [keys, firsts, lasts] = monthsOf(period);
  const index = keys.indexOf(key);
  const [first, last] = [firsts[index], lasts[index]];
  return first === undefined || last === undefined ? null : [[key], [first], [last]];
}

const monthNumber = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const monthsBetween = (from: string, to: string): number => monthNumber(to) - monthNumber(from);

function monthAfter(iso: string, n: number): string {
  const number = monthNumber(iso) + n;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function wrong(reason: string, reasonEn: string): Problem {
  return new Problem('invalid-query', {}, [{ field: 'to', reason, reasonEn }]);
}
