/** Small offices drawn from a seed: around the Tết of 2026, make-up Saturdays, odd desks, closures, and both ends of the loaded years. */
import type { PlainWorld } from './oracle/plain-plan.js';
import type { Closed, SmallOffices, Week } from './small-worlds.fixture.js';
import { PARTIES, calendarsOf, worldOf } from './small-worlds.fixture.js';
import type { Offices } from './timeline.js';

/** Legal hours, and others of as many minutes that may take their place; all open before any cut-off. */
const LAWS = [
  ['08:00-08:02,13:00-13:02', '07:59-08:01,13:01-13:03'],
  ['08:00-08:02,13:00-13:02', '08:00-08:03,12:59-13:00'],
  ['08:00-08:03', '07:59-08:02'],
  ['07:59-08:00,08:02-08:03,13:00-13:03', '08:00-08:05'],
] as const;
const HOURS = [
  '',
  '08:00-08:02',
  '13:01-13:03',
  '07:59-08:01,13:02-13:04',
  '09:00-09:03',
  '08:01-08:02',
  '00:00-00:01,20:00-20:01',
];
const WEEKENDS = ['', '', '08:00-08:02', '10:00-10:01'];
const HOLIDAYS = [
  '2026-01-01',
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-01-09',
  '2026-04-07',
  '2026-12-28',
];
const MAKE_UPS = ['2026-01-10', '2026-02-14', '2026-02-22', '2026-04-11', '2026-12-26'];
const CLOSURES = [
  '2026-01-08',
  '2026-01-10',
  '2026-02-12',
  '2026-02-14',
  '2026-02-20',
  '2026-04-06',
  '2026-12-30',
  '2026-12-31',
];
const BLOCKS = [null, null, '08:00-08:01', '12:00-14:00'];

/** First days of reception worth asking about: around all of these. */
export const FIRST_DAYS = [
  '2026-01-01',
  '2026-01-05',
  '2026-01-08',
  '2026-01-09',
  '2026-02-11',
  '2026-02-13',
  '2026-04-03',
  '2026-04-06',
  '2026-12-23',
  '2026-12-25',
  '2026-12-29',
] as const;

/** Numbers from a seed, always the same. */
function drawing(seed: number): (n: number) => number {
  let state = (Math.imul(seed, 2654435761) + 1) >>> 0;
  return (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Some small offices; every fourth has the legal hours at every desk. */
export function officesFrom(seed: number): SmallOffices {
  const draw = drawing(seed);
  const one = <T>(all: readonly T[]): T => all[draw(all.length)]!;
  const some = <T>(all: readonly T[]): readonly T[] => all.filter(() => draw(2) === 0);
  const [law, other] = one(LAWS);
  const day = (): string => (draw(3) === 0 ? law : one(HOURS));
  const oddWeek = (): Week => [law, day(), day(), law, day(), one(WEEKENDS), one(WEEKENDS)];
  const week = (): Week => (seed % 4 === 0 ? [law, law, law, law, law, '', ''] : oddWeek());
  const closed = (): readonly Closed[] =>
    draw(2) === 0 ? [] : some(CLOSURES).map((date) => ({ date, block: one(BLOCKS) }));
  return {
    years: draw(5) === 0 ? [2026, 2027] : [2026],
    law,
    laterLaw: draw(3) === 0 ? { from: one(['2026-01-08', '2026-02-20', '2026-04-06']), hours: other } : null,
    desks: Object.fromEntries(PARTIES.map((party) => [party, week()])),
    holidays: some(HOLIDAYS),
    makeUps: some(MAKE_UPS),
    closed: Object.fromEntries(PARTIES.map((party) => [party, closed()])),
  };
}

export interface DrawnWorld {
  readonly small: SmallOffices;
  readonly offices: Offices;
  readonly world: PlainWorld;
}

const built = new Map<number, DrawnWorld>();

/** The offices of a seed, told twice. */
export function worldFrom(seed: number): DrawnWorld {
  const known = built.get(seed);
  if (known !== undefined) return known;
  const small = officesFrom(seed);
  const drawn = { small, offices: calendarsOf(small), world: worldOf(small) };
  built.set(seed, drawn);
  return drawn;
}
