/** The year of a proof as a grid of days, and a day as its hours: which receptions may breach. Counts are the service's own. */

export interface Counted {
  readonly starts: number;
  readonly breaching: number;
}

/** How much of a day breaches: nothing, some, most, all of its minutes. `none` covers days on which nobody receives. */
export const SHADES = ['none', 'some', 'most', 'all'] as const;
export type Shade = (typeof SHADES)[number];

const MOST = 0.5;

export function shadeOf({ starts, breaching }: Counted): Shade {
  if (breaching === 0) return 'none';
  if (breaching === starts) return 'all';
  return breaching / starts >= MOST ? 'most' : 'some';
}

export interface DayCell extends Counted {
  readonly date: string;
  readonly shade: Shade;
  /** Monday is 1. */
  readonly weekday: number;
}

export interface MonthRow {
  /** `2026-12`. */
  readonly month: string;
  /** By day of the month, from the first; null where the month or the range has no such day. */
  readonly days: readonly (DayCell | null)[];
}

const DAYS = 31;
const DAY_MS = 86_400_000;
const LONGEST_RANGE = 400;

const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function daysOf(from: string, to: string): readonly string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const count = Math.min(LONGEST_RANGE, Math.max(0, Math.round((last - first) / DAY_MS) + 1));
  return Array.from({ length: count }, (_, i) => isoOf(first + i * DAY_MS));
}

/** Rows of months. `dates` are the days with breaches, as a proof lists them. */
export function startMap(
  { from, to }: { readonly from: string; readonly to: string },
  dates: readonly (Counted & { readonly date: string })[],
): readonly MonthRow[] {
  const found = new Map(dates.map((day) => [day.date, day]));
  const days = daysOf(from, to);
  const months = [...new Set(days.map((date) => date.slice(0, 7)))];
  const inRange = new Set(days);
  return months.map((month) => ({
    month,
    days: Array.from({ length: DAYS }, (_, i) => {
      const date = `${month}-${String(i + 1).padStart(2, '0')}`;
      if (!inRange.has(date)) return null;
      const { starts, breaching } = found.get(date) ?? { starts: 0, breaching: 0 };
      const weekday = new Date(Date.parse(date)).getUTCDay() || 7;
      return { date, starts, breaching, shade: shadeOf({ starts, breaching }), weekday };
    }),
  }));
}

/** The day a key leads to from another: along the row, down the column; the same where there is none. */
export function dayBeside(rows: readonly MonthRow[], date: string, key: string): string {
  const all = rows.flatMap(({ days }) => days.flatMap((day) => (day === null ? [] : [day.date])));
  const at = all.indexOf(date);
  const row = rows.findIndex(({ month }) => date.startsWith(month));
  const column = Number(date.slice(8)) - 1;
  const inRow = (index: number) =>
    rows[index]?.days[column]?.date ?? rows[index]?.days.findLast((day) => day !== null)?.date;
  switch (key) {
    case 'ArrowRight':
      return all[at + 1] ?? date;
    case 'ArrowLeft':
      return all[at - 1] ?? date;
    case 'ArrowDown':
      return inRow(row + 1) ?? date;
    case 'ArrowUp':
      return inRow(row - 1) ?? date;
    case 'Home':
      return all[0] ?? date;
    case 'End':
      return all.at(-1) ?? date;
    default:
      return date;
  }
}
