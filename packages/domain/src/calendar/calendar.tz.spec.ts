import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Minute } from '../time/instant.js';
import { dayFromIso, startOfDay } from '../time/instant.js';
import type { Calendar } from './calendar.js';
import { deskCalendar } from './desk-calendar.js';
import { legalCalendar } from './legal-calendar.js';
import { officeWeek } from './office-week.js';
import type { MinuteCounter, OracleHours } from './oracle/minute-counter.js';
import { minuteCounter } from './oracle/minute-counter.js';
import { nationalLayer } from './parse-holidays.js';

const CASES = 100_000;
const AIMED_SHARE = 0.85;
const SEED = 20_261_121;
const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');

interface Office {
  readonly name: string;
  readonly calendar: Calendar;
  readonly oracle: MinuteCounter;
  /** Per holiday row: days (of the oracle) from the second working day before it to the second after it. */
  readonly windows: readonly (readonly [first: number, last: number])[];
}

function windowAround(oracle: MinuteCounter, day: number): readonly [number, number] {
  const reach = (step: 1 | -1): number => {
    let [at, left] = [day, 2];
    while (left > 0 && at + step >= 0) {
      at += step;
      if (oracle.workedOn(at) > 0) left -= 1;
    }
    return at;
  };
  return [reach(-1), reach(1)];
}

function officeOf(name: string, hours: { legal: string; sat?: string; fri?: string }): Office {
  const { legal, sat, fri } = hours;
  const national = nationalLayer({ csv, version: 1 });
  const province = {
    level: 'province' as const,
    id: 'p',
    version: 1,
    exceptions: [],
    hours: [{ week: officeWeek(legal), notice: 'hours of the province' }],
  };
  const desk = officeWeek(legal, { sat: sat ?? '', fri: fri ?? legal });
  const agency = {
    level: 'agency' as const,
    id: 'a',
    version: 1,
    exceptions: [],
    hours: [{ week: desk, notice: 'hours of the desk' }],
  };
  const isDesk = sat !== undefined || fri !== undefined;
  const calendar = isDesk ? deskCalendar({ national, province, agency }) : legalCalendar({ national, province });
  const week = [legal, legal, legal, legal, fri ?? legal, sat ?? '', ''];
  const oracleHours: OracleHours = { week, makeUp: legal };
  const oracle = minuteCounter({ csv, hours: oracleHours, years: [2024, 2031] });
  return { name, calendar, oracle, windows: oracle.rows.map((row) => windowAround(oracle, row.day)) };
}

function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = seededRandom(SEED);
const below = (limit: number): number => Math.floor(random() * limit);
const edges = ['00:00', '07:00', '07:30', '08:00', '11:30', '12:00', '13:00', '13:30', '17:00', '17:30'].map(
  (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
);

/** A minute of one of the days [first, last]; every third lies at an edge of office hours or one minute beside it. */
function minuteWithin(oracle: MinuteCounter, [first, last]: readonly [number, number]): number {
  const day = first + below(last - first + 1);
  const ofDay = below(3) === 0 ? Math.max(0, (edges[below(edges.length)] ?? 0) + below(3) - 1) : below(1440);
  return oracle.firstMinute + day * 1440 + ofDay;
}

const dayAt = (office: Office, minute: number): number =>
  (minute - office.oracle.firstMinute - ((minute + 420) % 1440)) / 1440;

const touches = ([first, last]: readonly [number, number], day: number): boolean => first <= day && day <= last;

/** The row with the fewest cases among those that do not lie around `taken`. */
function neediestRow(office: Office, hits: readonly number[], taken: number): number {
  let best = -1;
  office.windows.forEach((window, row) => {
    if (!touches(window, taken) && (best < 0 || (hits[row] ?? 0) < (hits[best] ?? 0))) best = row;
  });
  return best;
}

/** An interval with its beginning near one holiday row and its end near another, or anywhere in seven years. */
function drawInterval(office: Office, hits: readonly number[]): readonly [number, number] {
  const anywhere = [0, 365 * 7] as const;
  const aimed = random() < AIMED_SHARE;
  const near = (taken: number) => (aimed ? (office.windows[neediestRow(office, hits, taken)] ?? anywhere) : anywhere);
  const one = minuteWithin(office.oracle, near(-1));
  const other = minuteWithin(office.oracle, near(dayAt(office, one)));
  return one < other ? [one, other] : [other, one];
}

const offices: Office[] = [];
const hits: number[] = [];
const differences: string[] = [];
let nearAnyRow = 0;

function judge(office: Office, a: number, b: number): void {
  const { calendar, oracle, name } = office;
  const [from, to] = [a as Minute, b as Minute];
  const worked = oracle.count(a, b);
  const some = 1 + below(1200);
  const answers: [string, number, number][] = [
    ['workBetween', calendar.workBetween(from, to), worked],
    ['workBetween reversed', calendar.workBetween(to, from), -worked],
    ['addWork of the whole', calendar.addWork(from, worked), oracle.walk(a, worked)],
    [`addWork of ${some}`, calendar.addWork(from, some), oracle.walk(a, some)],
  ];
  for (const [question, answer, truth] of answers) {
    if (Math.abs(answer - truth) > 0) differences.push(`${name} ${question} [${a}, ${b}): ${answer}, counted ${truth}`);
  }
}

function countHits(office: Office, first: number, last: number): void {
  let near = 0;
  office.windows.forEach((window, row) => {
    if (!touches(window, first) && !touches(window, last)) return;
    hits[row] = (hits[row] ?? 0) + 1;
    near = 1;
  });
  nearAnyRow += near;
}

function printHits(): void {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const rows = offices[0]?.oracle.rows ?? [];
  const lines = rows.map((row, i) => `  ${row.date} ${row.kind.padEnd(21)} ${String(hits[i]).padStart(6)}`);
  const title = `calendar against the minute counter: ${CASES} cases, seed ${SEED}, TZ ${zone}, cases within two working days of`;
  process.stdout.write(`${[title, ...lines].join('\n')}\n`);
}

describe('working time against a counter that looks at every minute', () => {
  beforeAll(() => {
    offices.push(
      officeOf('07:30 to 17:30', { legal: '07:30-11:30,13:30-17:30' }),
      officeOf('07:00 to 17:00', { legal: '07:00-11:30,13:30-17:00' }),
      officeOf('07:30 to 17:00, seven and a half hours', { legal: '07:30-11:30,13:30-17:00' }),
      officeOf('08:00 to 17:00', { legal: '08:00-12:00,13:00-17:00' }),
      officeOf('desk open on Saturday morning', { legal: '07:30-11:30,13:30-17:30', sat: '07:30-11:30' }),
      officeOf('desk closed on Friday afternoon', { legal: '07:00-11:30,13:30-17:00', fri: '07:00-11:30' }),
    );
    hits.push(...(offices[0]?.oracle.rows ?? []).map(() => 0));
    for (let drawn = 0; drawn < CASES; drawn++) {
      const office = offices[drawn % offices.length];
      if (office === undefined) throw new Error('no office');
      const [a, b] = drawInterval(office, hits);
      judge(office, a, b);
      countHits(office, dayAt(office, a), dayAt(office, b));
    }
    printHits();
  });

  it('gives the same minutes and the same instants in all 100,000 cases', () => {
    expect(differences.slice(0, 5)).toEqual([]);
  });

  it('has at least 5 % of the cases within two working days of each of the 60 holiday rows', () => {
    expect(hits).toHaveLength(60);
    expect(Math.min(...hits)).toBeGreaterThanOrEqual(CASES * 0.05);
    expect(nearAnyRow).toBeGreaterThanOrEqual(CASES * 0.8);
  });

  it('judges by a counter that itself agrees with looking at every single minute', () => {
    for (let drawn = 0; drawn < 300; drawn++) {
      const { oracle } = offices[drawn % offices.length] as Office;
      const a = minuteWithin(oracle, [0, 365 * 6]);
      const b = a + below(30 * 1440);
      const worked = oracle.countEveryMinute(a, b);
      expect(oracle.count(a, b)).toBe(worked);
      const reached = oracle.walk(a, worked);
      expect(oracle.countEveryMinute(a, reached)).toBe(worked);
      expect(worked === 0 || oracle.isOpen(reached - 1)).toBe(true);
    }
  });

  it('numbers its minutes as the calendars do: 1 January 2024 begins at 17:00 UTC the day before', () => {
    expect(offices[0]?.oracle.firstMinute).toBe(Date.UTC(2023, 11, 31, 17) / 60_000);
    expect(startOfDay(dayFromIso('2024-01-01'))).toBe(Date.UTC(2023, 11, 31, 17) / 60_000);
  });
});
