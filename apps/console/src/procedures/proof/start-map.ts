/** The year of a proof by day and hour of reception. Counts are the service's own; here they are only laid out and walked over. */
import type { StartGrid } from '@lien-thong/client';

export interface Counted {
  readonly starts: number;
  readonly breaching: number;
}

/** One hour of one day. `excluded`: minutes beside the starts of which nothing is known. */
export interface Cell extends Counted {
  readonly hour: number;
  readonly unavoidable: number;
  readonly excluded: number;
}

export interface DayColumn {
  readonly date: string;
  /** Monday is 1. */
  readonly weekday: number;
  /** By the hours of the map; null: nobody receives in that hour. Empty on a day on which nobody receives at all. */
  readonly cells: readonly (Cell | null)[];
}

export interface MonthBand {
  /** `2026-12`. */
  readonly month: string;
  /** By day of the month, from the first; null where the month or the range has no such day. */
  readonly days: readonly (DayColumn | null)[];
}

export interface StartMap {
  /** Hours in which somebody receives on some day, in order. */
  readonly hours: readonly number[];
  readonly bands: readonly MonthBand[];
}

/** A place on the map: an hour of a day. */
export interface Place {
  readonly date: string;
  readonly hour: number;
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

type Row = StartGrid['days'][number];

function cellsOf(hours: readonly number[], row: Row | undefined): DayColumn['cells'] {
  if (row === undefined) return [];
  return hours.map((hour, i) => {
    const [starts = 0, excluded = 0] = [row.starts[i], row.excluded[i]];
    if (starts + excluded === 0) return null;
    return { hour, starts, excluded, breaching: row.breaching[i] ?? 0, unavoidable: row.unavoidable[i] ?? 0 };
  });
}

/** The months of a range, each with its days and their hours. A day that is not in the grid is one on which nobody receives. */
export function startMap({ from, to }: { readonly from: string; readonly to: string }, grid: StartGrid): StartMap {
  const { hours } = grid;
  const rows = new Map(grid.days.map((row) => [row.date, row]));
  const days = daysOf(from, to);
  const inRange = new Set(days);
  const months = [...new Set(days.map((date) => date.slice(0, 7)))];
  const column = (date: string): DayColumn => ({
    date,
    weekday: new Date(Date.parse(date)).getUTCDay() || 7,
    cells: cellsOf(hours, rows.get(date)),
  });
  const bands = months.map((month) => ({
    month,
    days: Array.from({ length: DAYS }, (_, i) => {
      const date = `${month}-${String(i + 1).padStart(2, '0')}`;
      return inRange.has(date) ? column(date) : null;
    }),
  }));
  return { hours, bands };
}

const daysIn = ({ bands }: StartMap): readonly DayColumn[] =>
  bands.flatMap(({ days }) => days.filter((day) => day !== null));

export function dayAt(map: StartMap, date: string): DayColumn | null {
  return daysIn(map).find((day) => day.date === date) ?? null;
}

/** Null where nobody receives. */
export function cellAt(map: StartMap, { date, hour }: Place): Cell | null {
  return dayAt(map, date)?.cells.find((cell) => cell?.hour === hour) ?? null;
}

/** Where a reader begins: the first hour that may be overdue, else the first in which somebody receives. */
export function firstPlace(map: StartMap): Place | null {
  let open: Place | null = null;
  for (const { date, cells } of daysIn(map)) {
    for (const cell of cells) {
      if (cell === null) continue;
      if (cell.breaching > 0) return { date, hour: cell.hour };
      open ??= { date, hour: cell.hour };
    }
  }
  return open;
}

/** How far a key leads in days; null where it leads through the hours, or nowhere. */
const DAYS_OF_KEY: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
const MONTHS_OF_KEY: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 };
const HOURS_OF_KEY: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function inMonth({ bands }: StartMap, date: string, months: number): string {
  const at = bands.findIndex(({ month }) => date.startsWith(month));
  const days = bands[at + months]?.days ?? [];
  const same = days[Number(date.slice(8)) - 1] ?? days.findLast((day) => day !== null);
  return same?.date ?? date;
}

/** The place a key leads to: days left and right, hours up and down, months by page; the same one where there is none. */
export function placeBeside(map: StartMap, place: Place, key: string): Place {
  const { date, hour } = place;
  const all = daysIn(map);
  const [days, months, hours] = [DAYS_OF_KEY[key], MONTHS_OF_KEY[key], HOURS_OF_KEY[key]];
  if (days !== undefined) return { hour, date: all[all.findIndex((day) => day.date === date) + days]?.date ?? date };
  if (months !== undefined) return { hour, date: inMonth(map, date, months) };
  if (hours !== undefined) return { date, hour: map.hours[map.hours.indexOf(hour) + hours] ?? hour };
  if (key === 'Home') return { hour, date: all[0]?.date ?? date };
  if (key === 'End') return { hour, date: all.at(-1)?.date ?? date };
  return place;
}
