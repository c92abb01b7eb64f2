import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalLayer } from '../calendar/parse-holidays.js';
import type { DossierFile } from '../dossier/file.js';
import { foldHistory } from '../dossier/fold.js';
import { dayFromIso, instantOf, minuteOf } from '../time/instant.js';
import { attribution, conserved, segmentsUntil } from './attribution.js';
import type { Clock } from './clock.js';
import { CLOCK_KINDS } from './clock.js';
import { byId, comparable, said, untilOf } from './compared-with-walk.fixture.js';
import { EXACT_TIMES } from './journey.fixture.js';
import type { Told } from './journeys.fixture.js';
import { plainRules, procedureOf, toldBy } from './journeys.fixture.js';
import { dayNumber } from './oracle/plain.js';
import { worldsOn } from './office-worlds.fixture.js';
import { walkMinutes } from './oracle/minute-walk.js';
import type { Owner } from './owner.js';

const RUNS = 1000;

const choices = fc.record({
  limit: fc.constantFrom('1.5wd', '3wd', '11wh', '4cd', '7cd', 'sameDay'),
  clockStart: fc.constantFrom('reception' as const, 'competentReceipt' as const),
  transferExcluded: fc.boolean(),
  transferCutoff: fc.constantFrom('15:00', null),
  limitCutoff: fc.constantFrom('15:00', null),
  legalEnd: fc.constantFrom('decided' as const, 'readyForReturn' as const),
  promiseGranularity: fc.constantFrom('minute' as const, 'halfDay' as const, 'day' as const),
  policy: fc.constantFrom('pause' as const, 'restart' as const, 'run' as const),
  supplementTimeout: fc.constantFrom('1cd', '3cd'),
  taxPauses: fc.boolean(),
  paymentPauses: fc.boolean(),
});

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const WORLDS = worldsOn(nationalLayer({ csv, version: 1 }));
/** By number, so that a counterexample can be read. */
const worlds = fc.nat(WORLDS.length - 1);

/** Any minute of nine days, or an exact one of them. */
const begins = fc.oneof(
  fc.nat(9 * 1440),
  fc.tuple(fc.nat(8), fc.constantFrom(...EXACT_TIMES)).map(([day, time]) => day * 1440 + time),
);
const numbers = fc.record({
  begins,
  length: fc.integer({ min: 2, max: 24 }),
  choices: fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 }),
  corrected: fc.option(fc.nat(100_000), { nil: undefined, freq: 4 }),
});
/** Minutes looked at beyond the last fact. */
const beyond = fc.constantFrom(0, 1, 90, 600, 3000);

const folded = ({ events, rules }: Told): DossierFile => foldHistory(events, rules);

/** Day of the last fact. */
const lastDayOf = (facts: Told['facts']): number => dayNumber(facts.at(-1)?.at ?? 0);

const nameOf = (owner: Owner): string => (owner.kind === 'agency' ? owner.agencyId : owner.kind);

describe('the fold of clocks and segments against a walk minute by minute', () => {
  it(`agrees on every clock and every owner, and loses no minute, in ${RUNS} random journeys`, () => {
    fc.assert(
      // Small values, so that a counterexample can be read: the journey is told inside.
      fc.property(fc.tuple(choices, numbers, worlds), beyond, ([chosen, way, world], minutes) => {
        const told = toldBy(procedureOf(chosen), way, WORLDS[world]);
        const file = folded(told);
        const until = untilOf(told, file, minutes);
        const seen = walkMinutes(told.facts, plainRules(told), until);
        expect(byId(file.clocks.map((clock) => said(clock, until, told.rules.legal)))).toEqual(
          byId(seen.clocks.map((finding) => comparable(finding, file.clocks))),
        );
        const segments = segmentsUntil(file.segments, instantOf(until), told.rules);
        const shares = attribution(segments).filter(({ legalMinutes }) => legalMinutes !== 0);
        expect(Object.fromEntries(shares.map(({ owner, legalMinutes }) => [nameOf(owner), legalMinutes]))).toEqual(
          seen.owned,
        );
        const { receivedAt } = file.dossier;
        const from = receivedAt === null ? until : minuteOf(receivedAt);
        expect(conserved(segments, told.rules.legal, { from, to: until })).toBe(true);
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});

describe('the random journeys', () => {
  const journeys = fc
    .sample(fc.tuple(choices, numbers, worlds), { numRuns: 400, seed: 20261124 })
    .map(([chosen, way, world]) => toldBy(procedureOf(chosen), way, WORLDS[world]));
  const clocks = journeys.flatMap((told) => folded(told).clocks);
  const outcomes = (kind: Clock['kind']): readonly (string | null)[] =>
    [
      ...new Set(
        clocks.filter((clock) => clock.kind === kind && clock.status === 'stopped').map(({ outcome }) => outcome),
      ),
    ].sort();

  it.each(CLOCK_KINDS.filter((kind) => kind !== 'collection'))('end a %s clock in time and overdue', (kind) => {
    expect(outcomes(kind)).toEqual(expect.arrayContaining(['early', 'overdue']));
  });

  it('end limits exactly on time, restart them, rest them, and leave some breached ones running', () => {
    expect(outcomes('legal')).toEqual(['early', 'onTime', 'overdue']);
    expect(clocks.some(({ kind, epoch }) => kind === 'legal' && epoch > 1)).toBe(true);
    expect(clocks.some(({ kind, stretches }) => kind === 'legal' && stretches.length > 3)).toBe(true);
    expect(
      clocks.some(
        ({ kind, budget, pausedDays }) => kind === 'legal' && budget.unit === 'calendarDays' && pausedDays > 0,
      ),
    ).toBe(true);
    expect(clocks.some(({ kind, extendedBy }) => kind === 'legal' && extendedBy > 0)).toBe(true);
  });

  it('are under way at each of the offices on every day that is particular', () => {
    const [swapped, madeUp] = [
      ['2025-05-02', '2026-01-02', '2026-08-31'],
      ['2025-04-26', '2026-01-10', '2026-08-22'],
    ];
    const holidays = ['2026-01-01', '2026-02-16', '2026-02-20', '2026-11-24', '2027-01-01', '2027-02-11'];
    const expected = ['2028-05-01', '2028-11-24'];
    for (const perDay of [480, 450]) {
      const under = journeys.filter(({ world }) => world.days.perDay === perDay);
      for (const date of [...swapped, ...madeUp, ...holidays, ...expected]) {
        const day = dayFromIso(date);
        const over = under.filter(({ facts }) => dayNumber(facts[0]?.at ?? 0) <= day && lastDayOf(facts) >= day);
        expect([perDay, date, over.length > 0]).toEqual([perDay, date, true]);
      }
    }
  });

  it('give certain dates and provisional ones, and receptions put right', () => {
    expect(new Set(clocks.map(({ certainty }) => certainty))).toEqual(new Set(['certain', 'provisional']));
    expect(journeys.filter(({ events, facts }) => events.length > facts.length).length).toBeGreaterThan(40);
  });
});
