/** Which receptions a proof is about: days of Asia/Ho_Chi_Minh, and the years of calendars its paths may use. */
import { dayFromIso, isoOfDay, plusDays, yearOf } from '@lien-thong/domain';
import type { IsoDate, ProofRange } from '@lien-thong/domain';

export interface AskedRange {
  readonly from: string;
  readonly to: string;
  /** Years whose days are loaded; the years of the receptions and the one after them when absent. */
  readonly years?: readonly number[] | undefined;
  /** Only receptions of these hours of the day. */
  readonly hours?: { readonly from: number; readonly to: number } | undefined;
}

const MONTHS = 12;

/**
 * Twelve months from the beginning of a day's month: every hour, weekday and holiday of a year, Tết among them, in the time in which
 * a version that binds from that day on is really used.
 */
export function yearFrom(day: IsoDate): AskedRange {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = (months: number): IsoDate => {
    const count = year * MONTHS + (month - 1) + months;
    return `${Math.floor(count / MONTHS)}-${String((count % MONTHS) + 1).padStart(2, '0')}-01` as IsoDate;
  };
  return { from: first(0), to: isoOfDay(plusDays(dayFromIso(first(MONTHS)), -1)) };
}

export function proofRange({ from, to, years, hours }: AskedRange): ProofRange {
  const [firstDay, lastDay] = [dayFromIso(from), dayFromIso(to)];
  const [first, last] = [yearOf(firstDay), yearOf(lastDay) + 1];
  const loaded = years ?? Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return { years: loaded, receptions: { firstDay, lastDay, ...(hours === undefined ? {} : { hours }) } };
}
