/**
 * The map as a drawing: a band for each month, a column for each day, from top to bottom the hours. In an open hour a bar from the left is
 * as long as the share of its minutes that break the limit, so that the picture says the same in grey and on paper.
 */
import type { Cell, Place, StartMap } from './start-map.js';

/** All in units of the drawing, about a pixel each at 1366. */
const DAY = 14;
const GAP = 1;
const HOUR = 4.5;
const BETWEEN = 6;
const HEAD = 14;
const LABEL = 48;
const DAYS = 31;

/** `closed`: nobody receives that day; `frame`: outline of a day on which somebody does. */
export const KINDS = ['safe', 'may', 'must', 'unknown', 'frame', 'closed'] as const;
export type Kind = (typeof KINDS)[number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

const bandHeight = ({ hours }: StartMap): number => hours.length * HOUR + BETWEEN;

export function sizeOf(map: StartMap): Size {
  return { width: LABEL + DAYS * DAY, height: HEAD + map.bands.length * bandHeight(map) };
}

/** Where the name of a day of the month, and of a month, stands. */
export const xOfDay = (index: number): number => LABEL + index * DAY;
export const yOfBand = (map: StartMap, band: number): number => HEAD + band * bandHeight(map);
export const middleOfBand = (map: StartMap, band: number): number => yOfBand(map, band) + (map.hours.length * HOUR) / 2;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box of an hour of a day; null outside the map. */
export function boxOf(map: StartMap, { date, hour }: Place): Box | null {
  const band = map.bands.findIndex(({ month }) => date.startsWith(month));
  const row = map.hours.indexOf(hour);
  if (band < 0 || row < 0) return null;
  const x = xOfDay(Number(date.slice(8)) - 1);
  return { x, y: yOfBand(map, band) + row * HOUR, width: DAY - GAP, height: HOUR };
}

/** The hour of a day under a point; null between them. */
export function placeAt(map: StartMap, x: number, y: number): Place | null {
  const band = Math.floor((y - HEAD) / bandHeight(map));
  const row = Math.floor((y - yOfBand(map, band)) / HOUR);
  const day = map.bands[band]?.days[Math.floor((x - LABEL) / DAY)];
  const hour = map.hours[row];
  return day === null || day === undefined || hour === undefined ? null : { date: day.date, hour };
}

const rectangle = ({ x, y, width, height }: Box): string => `M${x} ${y}h${round(width)}v${height}h${-round(width)}z`;
const round = (length: number): number => Math.round(length * 100) / 100;

/** The bar of an hour in its parts, from the left: surely overdue, maybe overdue, kept, unknown. */
function partsOf({ starts, breaching, unavoidable, excluded }: Cell): readonly (readonly [Kind, number])[] {
  const all = starts + excluded;
  return [
    ['must', unavoidable / all],
    ['may', (breaching - unavoidable) / all],
    ['safe', (starts - breaching) / all],
    ['unknown', excluded / all],
  ];
}

/** One path a kind: the year is drawn anew with every answer while somebody types, so it must be few elements. */
export function pathsOf(map: StartMap): Readonly<Record<Kind, string>> {
  const paths: Record<Kind, string> = { safe: '', may: '', must: '', unknown: '', frame: '', closed: '' };
  map.bands.forEach(({ days }, band) => {
    const top = yOfBand(map, band);
    const height = map.hours.length * HOUR;
    days.forEach((day, i) => {
      if (day === null) return;
      const whole = { x: xOfDay(i), y: top, width: DAY - GAP, height };
      if (day.cells.length === 0) {
        paths.closed += `M${whole.x} ${top + height}L${whole.x + whole.width} ${top}`;
        return;
      }
      paths.frame += rectangle(whole);
      day.cells.forEach((cell, row) => {
        if (cell === null) return;
        let { x } = whole;
        for (const [kind, share] of partsOf(cell)) {
          const width = share * whole.width;
          if (width > 0) paths[kind] += rectangle({ x: round(x), y: top + row * HOUR, width, height: HOUR });
          x += width;
        }
      });
    });
  });
  return paths;
}
