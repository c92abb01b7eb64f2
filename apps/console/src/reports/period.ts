/** Periods as an office asks for them, in days of Viet Nam. */

export type PeriodName = 'thisMonth' | 'lastMonth' | 'thisYear' | 'all';

export interface Period {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface Narrowed {
  readonly agency: string | undefined;
  readonly procedure: string | undefined;
}

/** What every report is asked for. */
export type Scope = Period & Narrowed;

const OFFSET_MS = 7 * 3_600_000;

/** `2026-11-25`: the day in Viet Nam at an instant. */
export function dayAt(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10);
}

const lastDayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const two = (value: number): string => String(value).padStart(2, '0');

/** A period by its name, reckoned from an instant. */
export function periodCalled(name: PeriodName, now: string): Period {
  const today = dayAt(now);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  switch (name) {
    case 'thisMonth':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'lastMonth': {
      const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
      return { from: `${y}-${two(m)}-01`, to: lastDayOf(y, m) };
    }
    case 'thisYear':
      return { from: `${year}-01-01`, to: today };
    case 'all':
      return { from: undefined, to: undefined };
  }
}

/** A day out of an address; undefined for what is none. */
export function dayIn(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text) ? undefined : text;
}

/** `03/2026` of `2026-03`; any other key as it is. */
export function monthText(key: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(key) ?? [];
  return year === undefined || month === undefined ? key : `${month}/${year}`;
}
