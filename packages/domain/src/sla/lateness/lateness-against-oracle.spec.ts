import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalLayer } from '../../calendar/parse-holidays.js';
import type { DossierFile } from '../../dossier/file.js';
import { foldHistory } from '../../dossier/fold.js';
import { drawing, recutChoicesBy, recutProcedure, withRecuts } from '../../sub-deadlines/recut-journeys.fixture.js';
import { instantOf } from '../../time/instant.js';
import type { Minute } from '../../time/instant.js';
import { untilOf } from '../compared-with-walk.fixture.js';
import { delayed } from '../delayed-opinions.fixture.js';
import { EXACT_TIMES } from '../journey.fixture.js';
import type { Told } from '../journeys.fixture.js';
import { plainRules, procedureOf, toldBy } from '../journeys.fixture.js';
import { worldsOn } from '../office-worlds.fixture.js';
import { lateMinutesByHand } from '../oracle/late-minutes-by-hand.js';
import type { Owner } from '../owner.js';
import { countedBetween, countedStretches } from './counted-time.js';
import { LATENESS_CLASSES } from './late-minutes.js';
import { lateness } from './lateness.js';
import type { Lateness, LateStretch } from './lateness.js';

const RUNS = 150;
const csv = readFileSync(new URL('../../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const WORLDS = worldsOn(nationalLayer({ csv, version: 1 }));

const choices = fc.record({
  limit: fc.constantFrom('1.5wd', '3wd', '11wh', '4cd', 'sameDay'),
  clockStart: fc.constantFrom('reception' as const, 'reception' as const, 'competentReceipt' as const),
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
const begins = fc.oneof(
  fc.nat(9 * 1440),
  fc.tuple(fc.nat(8), fc.constantFrom(...EXACT_TIMES)).map(([day, time]) => day * 1440 + time),
);
const numbers = fc.record({
  begins,
  length: fc.integer({ min: 3, max: 22 }),
  choices: fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 }),
  corrected: fc.option(fc.nat(100_000), { nil: undefined, freq: 4 }),
});
const world = fc.nat(WORLDS.length - 1);
const beyond = fc.constantFrom(0, 1, 90, 600, 3000);
const plainJourneys = fc
  .tuple(choices, numbers, world)
  .map(([chosen, way, place]) => toldBy(procedureOf(chosen), way, WORLDS[place]));
const recutJourneys = fc
  .tuple(fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 }), numbers, world)
  .map(([chosen, way, place]) =>
    withRecuts(
      toldBy(recutProcedure(recutChoicesBy(drawing(chosen))), { ...way, corrected: undefined }, WORLDS[place]),
    ),
  );

const nameOf = (owner: Owner | null): string | null =>
  owner?.kind === 'agency' ? owner.agencyId : (owner?.kind ?? null);
const stretchesOf = (found: Lateness): readonly LateStretch[] => (found.state === 'late' ? found.stretches : []);

/** Minutes by holder, class and cause. */
function told(lines: readonly { minutes: number; holder: string | null; kind: string; dueTo: string | null }[]) {
  const sums: Record<string, number> = {};
  for (const { minutes, holder, kind, dueTo } of lines) {
    const key = `${holder} ${kind} ${dueTo}`;
    sums[key] = (sums[key] ?? 0) + minutes;
  }
  return sums;
}
const asTold = (stretches: readonly LateStretch[]) =>
  told(
    stretches.map(({ minutes, owner, kind, dueTo }) => ({
      minutes,
      holder: nameOf(owner),
      kind,
      dueTo: nameOf(dueTo),
    })),
  );

function check(journey: Told, minutes: number): Lateness {
  const file = foldHistory(journey.events, journey.rules);
  const until = untilOf(journey, file, minutes);
  const found = lateness(file, journey.rules, instantOf(until));
  const seen = lateMinutesByHand(journey.facts, plainRules(journey), until);
  expect(asTold(stretchesOf(found))).toEqual(told(seen.map((line) => ({ ...line, minutes: 1 }))));
  sumsExactly(file, journey, until);
  return found;
}

/** Sum of stretches, of shares and of the limit's own minutes after its granule: one number. */
function sumsExactly(file: DossierFile, { rules }: Told, until: Minute): void {
  const found = lateness(file, rules, instantOf(until));
  const limit = file.clocks.find(({ id }) => id === 'legal');
  if (found.state !== 'late' || limit === undefined) return;
  const span = { from: found.since, to: found.until };
  const overrun = countedBetween(countedStretches(limit, found.until), span, rules.legal);
  const ofShares = found.shares.flatMap((share) => LATENESS_CLASSES.map((kind) => share[kind]));
  const inherited = found.shares.reduce((sum, share) => sum + share.inherited, 0);
  const passedOn = found.shares.reduce((sum, share) => sum + share.passedOn, 0);
  const sum = (each: readonly number[]): number => each.reduce((all, one) => all + one, 0);
  expect([found.minutes, sum(found.stretches.map(({ minutes }) => minutes)), sum(ofShares), passedOn]).toEqual([
    overrun,
    overrun,
    overrun,
    inherited,
  ]);
  expect(overrun).toBeGreaterThan(0);
}

describe('whose the late minutes are, against a book kept minute by minute', () => {
  const found: Lateness[] = [];

  it(`agrees on every minute of ${RUNS} random journeys, and sums exactly`, () => {
    fc.assert(
      fc.property(plainJourneys, beyond, (journey, minutes) => void found.push(check(journey, minutes))),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('agrees where budgets are cut anew', () => {
    fc.assert(
      fc.property(recutJourneys, beyond, (journey, minutes) => void found.push(check(journey, minutes))),
      { numRuns: 70 },
    );
  }, 120_000);

  it('met every class, and dossiers in time, late and ended, late and open', () => {
    const kinds = new Set(found.flatMap((each) => stretchesOf(each).map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual([...LATENESS_CLASSES].sort());
    const states = found.map((each) => `${each.state} ${'ended' in each ? each.ended : ''}`);
    for (const state of ['inTime true', 'inTime false', 'late true', 'late false']) expect(states).toContain(state);
  });
});

describe('opinions learnt late', () => {
  it('change no minute of whose the lateness is, in whatever order they come', () => {
    fc.assert(
      fc.property(
        plainJourneys,
        fc.array(fc.nat(8), { minLength: 4, maxLength: 4 }),
        beyond,
        (journey, by, minutes) => {
          const file = foldHistory(journey.events, journey.rules);
          const at = instantOf(untilOf(journey, file, minutes));
          const late = foldHistory(delayed(journey, by), journey.rules);
          expect(asTold(stretchesOf(lateness(late, journey.rules, at)))).toEqual(
            asTold(stretchesOf(lateness(file, journey.rules, at))),
          );
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);
});
