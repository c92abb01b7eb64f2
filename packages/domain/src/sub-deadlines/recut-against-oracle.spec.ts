import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalLayer } from '../calendar/parse-holidays.js';
import type { DossierEvent } from '../dossier/events.js';
import type { DossierFile } from '../dossier/file.js';
import { applyEvent, foldHistory } from '../dossier/fold.js';
import { byId, comparable, said, untilOf } from '../sla/compared-with-walk.fixture.js';
import { EXACT_TIMES } from '../sla/journey.fixture.js';
import type { Told } from '../sla/journeys.fixture.js';
import { plainRules, toldBy } from '../sla/journeys.fixture.js';
import { worldsOn } from '../sla/office-worlds.fixture.js';
import { walkMinutes } from '../sla/oracle/minute-walk.js';
import { drawing, isRecut, recutChoicesBy, recutEvent, recutProcedure, withRecuts } from './recut-journeys.fixture.js';
import type { RecutEvent } from './recut-journeys.fixture.js';

const RUNS = 200;
const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const WORLDS = worldsOn(nationalLayer({ csv, version: 1 }));
const begins = fc.oneof(
  fc.nat(9 * 1440),
  fc.tuple(fc.nat(8), fc.constantFrom(...EXACT_TIMES)).map(([day, time]) => day * 1440 + time),
);
const chosenBy = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 });
const numbers = fc.record({
  begins,
  length: fc.integer({ min: 4, max: 26 }),
  choices: fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 }),
});
/** Small values, so that a counterexample can be read: the journey is told inside. */
const journeys = fc.tuple(chosenBy, numbers, fc.nat(WORLDS.length - 1));
type Drawn = typeof journeys extends fc.Arbitrary<infer T> ? T : never;
const tell = ([chosen, way, world]: Drawn): Told =>
  withRecuts(toldBy(recutProcedure(recutChoicesBy(drawing(chosen))), way, WORLDS[world]));

const recutsOf = ({ events }: Told): readonly RecutEvent[] => events.filter(isRecut);
const isBeside = (leg: string): boolean => leg.startsWith('consultation:');
const isStep = (leg: string): boolean => leg.startsWith('step:');

/** Minutes still to be used along the longest way: legs in turn, opinions beside the steps. */
function longestWay({ data }: RecutEvent, minutesOf: 'toMinutes' | 'minimumWorkMinutes'): number {
  const ahead = (leg: RecutEvent['data']['legs'][number]): number => Math.max(0, leg[minutesOf] - leg.usedMinutes);
  const sum = (legs: RecutEvent['data']['legs']): number => legs.reduce((total, leg) => total + ahead(leg), 0);
  const steps = sum(data.legs.filter(({ leg }) => isStep(leg)));
  const others = sum(data.legs.filter(({ leg }) => !isStep(leg) && !isBeside(leg)));
  return others + Math.max(steps, ...data.legs.filter(({ leg }) => isBeside(leg)).map(ahead));
}

/** The file after every fact, told one by one. */
function files({ events, rules }: Told): readonly DossierFile[] {
  const told: DossierFile[] = [];
  for (const event of events) told.push(applyEvent(told.at(-1) ?? null, event, rules));
  return told;
}

describe('budgets cut anew, against a walk minute by minute that cuts by hand', () => {
  it(`give every clock the same minutes, due instants and outcomes in ${RUNS} random journeys`, () => {
    fc.assert(
      fc.property(journeys, fc.constantFrom(0, 1, 90, 600), (drawn, minutes) => {
        const told = tell(drawn);
        const file = foldHistory(told.events, told.rules);
        const until = untilOf(told, file, minutes);
        const seen = walkMinutes(told.facts, plainRules(told), until);
        expect(byId(file.clocks.map((clock) => said(clock, until, told.rules.legal)))).toEqual(
          byId(seen.clocks.map((finding) => comparable(finding, file.clocks))),
        );
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});

describe('every re-cut of a random journey', () => {
  const each = (check: (recut: RecutEvent, told: Told) => void): void =>
    fc.assert(
      fc.property(journeys, (drawn) => {
        const told = tell(drawn);
        for (const recut of recutsOf(told)) check(recut, told);
      }),
      { numRuns: RUNS },
    );

  it('leaves each leg its minimum work, and what it has used already', () => {
    each(({ data }) => {
      for (const { leg, toMinutes, minimumWorkMinutes, usedMinutes } of data.legs) {
        expect([leg, toMinutes >= minimumWorkMinutes, toMinutes >= usedMinutes]).toEqual([leg, true, true]);
      }
    });
  });

  it('fits into what is left of the limit, or says by how much the minimum works do not', () => {
    each((recut) => {
      const { remainingMinutes, shortByMinutes } = recut.data;
      const needed = longestWay(recut, 'toMinutes');
      expect(shortByMinutes).toBe(Math.max(0, needed - remainingMinutes));
      if (longestWay(recut, 'minimumWorkMinutes') <= remainingMinutes) expect(shortByMinutes).toBe(0);
      else expect(needed).toBe(longestWay(recut, 'minimumWorkMinutes'));
    });
  });

  it('changes something, and follows a fact of the journal at its own time', () => {
    each(({ seq, data, occurredAt }, { events }) => {
      expect(data.legs.some(({ fromMinutes, toMinutes }) => fromMinutes !== toMinutes)).toBe(true);
      const cause: DossierEvent | undefined = events[data.cause.seq - 1];
      expect([cause?.type, cause?.seq]).toEqual([data.cause.type, seq - 1]);
      expect(occurredAt >= (cause?.occurredAt ?? '')).toBe(true);
    });
  });

  it('asked for once more at once would change nothing', () => {
    fc.assert(
      fc.property(journeys, (drawn) => {
        const told = tell(drawn);
        const after = files(told);
        for (const [place, event] of told.events.entries()) {
          const file = after[place];
          const cause = told.events[place - 1];
          if (file === undefined || cause === undefined || !isRecut(event)) continue;
          expect(recutEvent(cause, file, told.rules)).toBeNull();
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the random journeys', () => {
  const told = fc.sample(journeys, { numRuns: 400, seed: 20261121 }).map(tell);
  const recuts = told.flatMap(recutsOf);
  const causes = new Set(recuts.map(({ data }) => data.cause.type.slice('dossier.'.length, -'.v1'.length)));

  it('are cut anew by every policy, for time gained and for time lost, with enough left and with too little', () => {
    for (const policy of ['proportional', 'reserveForDecider', 'firstCome']) {
      const own = recuts.filter(({ data }) => data.policy === policy);
      const moved = own.flatMap(({ data }) =>
        data.legs.map(({ fromMinutes, toMinutes }) => Math.sign(toMinutes - fromMinutes)),
      );
      expect([policy, ...[-1, 0, 1].map((way) => moved.includes(way as 0))]).toEqual([policy, true, true, true]);
      expect(own.some(({ data }) => data.shortByMinutes > 0)).toBe(true);
    }
  });

  it('are cut anew by every kind of fact with which a leg ends or the limit moves', () => {
    for (const cause of ['transferDelivered', 'transferAccepted', 'transferRefused', 'stepStarted', 'stepCompleted']) {
      expect([cause, causes.has(cause)]).toEqual([cause, true]);
    }
    for (const cause of [
      'consultationAnswered',
      'supplementProvided',
      'paymentConfirmed',
      'resumed',
      'limitExtended',
      'decided',
    ]) {
      expect([cause, causes.has(cause)]).toEqual([cause, true]);
    }
  });

  it('change the budget of a clock that runs, and of opinions nobody was asked for yet', () => {
    const legs = recuts.flatMap(({ data }) =>
      data.legs.filter(({ fromMinutes, toMinutes }) => fromMinutes !== toMinutes),
    );
    expect(legs.some(({ usedMinutes }) => usedMinutes > 0)).toBe(true);
    expect(legs.some(({ leg }) => isBeside(leg))).toBe(true);
  });
});
