import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalLayer } from '../calendar/parse-holidays.js';
import { foldHistory } from '../dossier/fold.js';
import { isFinal } from '../procedure/phase.js';
import { instantOf, minuteOf, plusMinutes } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { attribution, conserved, segmentsUntil } from './attribution.js';
import { byId, comparable, said } from './compared-with-walk.fixture.js';
import { explainClock } from './explain/explain-clock.js';
import type { Told } from './journeys.fixture.js';
import { procedureOf, toldBy } from './journeys.fixture.js';
import { walkMinutes } from './oracle/minute-walk.js';
import type { Owner } from './owner.js';
import { worldsOn } from './office-worlds.fixture.js';
import type { Kept, Needs, OutageAt } from './outages.fixture.js';
import { SYSTEMS, keptFrom, needing, plainWith, recordOf, toldOf } from './outages.fixture.js';

const RUNS = 40;
const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const WORLDS = worldsOn(nationalLayer({ csv, version: 1 }));

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
const LEGS = [
  ...['reception', 'transfer', 'delivery', 'acceptance', 'resultTransfer'],
  ...['step:appraisal', 'step:signature', 'consultation:tax', 'consultation:planning'],
] as const;
const needs: fc.Arbitrary<Needs> = fc.record(
  Object.fromEntries(LEGS.map((leg) => [leg, fc.subarray([...SYSTEMS], { maxLength: 2 })])),
);
const outages = fc.array(
  fc.record({
    system: fc.constantFrom(...SYSTEMS),
    from: fc.oneof(fc.integer({ min: -300, max: 9000 }), fc.constantFrom(0, 1, 60, 480, 1440)),
    lasts: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constantFrom(1440, 2880, 5000)),
  }),
  { minLength: 1, maxLength: 4 },
);
const journeys = fc.record({
  chosen: choices,
  begins: fc.nat(9 * 1440),
  length: fc.integer({ min: 2, max: 24 }),
  ways: fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }),
  world: fc.nat(WORLDS.length - 1),
  corrected: fc.option(fc.nat(100_000), { nil: undefined, freq: 4 }),
  scope: fc.constantFrom('leg' as const, 'legAndLimit' as const),
  needs,
});
type Journey = typeof journeys extends fc.Arbitrary<infer T> ? T : never;

function toldWith({ chosen, begins, length, ways, world, corrected, scope, needs: needed }: Journey): Told {
  const procedure = needing(procedureOf(chosen), needed, scope);
  return toldBy(procedure, { begins, length, choices: ways, corrected }, WORLDS[world]);
}

/** The journal with every outage told, one after the other. */
function afterAll(told: Told, list: readonly OutageAt[], leftOut = list.length): Kept {
  return list.reduce(
    (kept, outage, place) =>
      toldOf(kept, recordOf(outage, { number: place < leftOut ? place : place + 1 }, told), told),
    keptFrom(told),
  );
}

const nameOf = (owner: Owner): string => (owner.kind === 'agency' ? owner.agencyId : owner.kind);

function untilOf(told: Told, { file }: Kept, list: readonly OutageAt[]): Minute {
  const begins = (told.facts[0]?.at ?? 0) as Minute;
  const last = Math.max(told.facts.at(-1)?.at ?? begins, minuteOf(file.dossier.lastFactAt)) as Minute;
  if (isFinal(file.dossier.phase)) return last;
  const ends = Math.max(last, ...list.map(({ from, lasts }) => begins + from + lasts)) as Minute;
  return plusMinutes(ends, 90);
}

function ownedIn({ file }: Kept, until: Minute, told: Told): Readonly<Record<string, number | null>> {
  const segments = segmentsUntil(file.segments, instantOf(until), told.rules);
  const shares = attribution(segments).filter(({ legalMinutes }) => legalMinutes !== 0);
  return Object.fromEntries(shares.map(({ owner, legalMinutes }) => [nameOf(owner), legalMinutes]));
}

describe('relief for outages against a walk minute by minute', () => {
  it(`gives every clock and every owner the same minutes, and loses none, in ${RUNS} random journeys`, () => {
    fc.assert(
      fc.property(journeys, outages, (way, list) => {
        const told = toldWith(way);
        const kept = afterAll(told, list);
        const until = untilOf(told, kept, list);
        const seen = walkMinutes(told.facts, plainWith(told, way.needs, list), until);
        expect(byId(kept.file.clocks.map((clock) => said(clock, until, told.rules.legal)))).toEqual(
          byId(seen.clocks.map((finding) => comparable(finding, kept.file.clocks))),
        );
        expect(ownedIn(kept, until, told)).toEqual(seen.owned);
        const { receivedAt } = kept.file.dossier;
        const from = receivedAt === null ? until : minuteOf(receivedAt);
        const segments = segmentsUntil(kept.file.segments, instantOf(until), told.rules);
        expect(conserved(segments, told.rules.legal, { from, to: until })).toBe(true);
      }),
      { numRuns: RUNS },
    );
  }, 240_000);

  it('is what a fold of the whole journal gives, and its explanation minute by minute', () => {
    fc.assert(
      fc.property(journeys, outages, (way, list) => {
        const told = toldWith(way);
        const kept = afterAll(told, list);
        expect(foldHistory(kept.events, told.rules)).toEqual(kept.file);
        const until = untilOf(told, kept, list);
        for (const clock of kept.file.clocks) {
          const asked = { clockId: clock.id, at: instantOf(until) };
          const explained = explainClock(kept.events, asked, told.rules)?.epochs.at(-1);
          expect([clock.id, explained?.minutes]).toEqual([clock.id, said(clock, until, told.rules.legal).used]);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

const rowsOf = ({ file: { dossier, clocks, segments } }: Kept) => {
  const { seq: _, hash: __, recordedAt: ___, ...standing } = dossier;
  return { dossier: standing, clocks, segments };
};

describe('an outage told in a journal', () => {
  it('gives the rows of a journal without it once it is cancelled', () => {
    fc.assert(
      fc.property(journeys, outages, fc.nat(3), (way, list, which) => {
        const told = toldWith(way);
        const place = which % list.length;
        const without = afterAll(
          told,
          list.filter((_, number) => number !== place),
          place,
        );
        const outage = list[place];
        if (outage === undefined) throw new Error('no outage to cancel');
        const cancelled = { ...recordOf(outage, { number: place, revision: 2 }, told), cancelled: true };
        expect(rowsOf(toldOf(afterAll(told, list), cancelled, told))).toEqual(rowsOf(without));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('counts as it was corrected last, as if it had never been told otherwise', () => {
    fc.assert(
      fc.property(journeys, outages, outages, (way, [first], [then]) => {
        if (first === undefined || then === undefined) return;
        const told = toldWith(way);
        const system = first.system;
        const corrected = { ...then, system };
        const twice = toldOf(afterAll(told, [first]), recordOf(corrected, { number: 0, revision: 2 }, told), told);
        const once = afterAll(told, [corrected]);
        // The revision is told where the outage had been told, also where nothing of it is left.
        expect({ ...rowsOf(twice), dossier: null }).toEqual({ ...rowsOf(once), dossier: null });
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('leaves a dossier that needs no such system, and one whose procedure does not allow it, without a fact', () => {
    fc.assert(
      fc.property(journeys, outages, fc.boolean(), (way, list, allowed) => {
        const needed = allowed ? {} : way.needs;
        const procedure = needing(procedureOf(way.chosen), needed, allowed ? way.scope : null);
        const { begins, length, ways, corrected, world } = way;
        const told = toldBy(procedure, { begins, length, choices: ways, corrected }, WORLDS[world]);
        expect(afterAll(told, list).events).toBe(told.events);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('never gives back more than it took, nor more than the leg ran in it', () => {
    fc.assert(
      fc.property(journeys, outages, (way, list) => {
        const told = toldWith(way);
        const [before, after] = [keptFrom(told), afterAll(told, list)];
        const { legal } = told.rules;
        const begins = (told.facts[0]?.at ?? 0) as Minute;
        const lasted = list.reduce((sum, { from, lasts }) => {
          return sum + legal.workBetween(plusMinutes(begins, from), plusMinutes(begins, from + lasts));
        }, 0);
        const until = untilOf(told, after, list);
        for (const clock of after.file.clocks) {
          const was = before.file.clocks.find(({ id, epoch }) => id === clock.id && epoch === clock.epoch);
          const [usedBefore, usedAfter] = [said(was ?? clock, until, legal).used, said(clock, until, legal).used];
          expect(usedAfter).toBeLessThanOrEqual(usedBefore);
          // A limit in days rests whole days; every other clock by the minute.
          expect(usedBefore - usedAfter).toBeLessThanOrEqual(lasted);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
