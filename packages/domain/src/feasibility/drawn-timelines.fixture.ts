/** Timelines drawn at random, some of a kind no procedure version has: what the proof must compute all the same. */
import fc from 'fast-check';
import type { Duration } from '../time/duration.js';
import { calendarDays, sameDay, workingDays, workingHours } from '../time/duration.js';
import { timeOfDay } from '../time/time-of-day.js';
import type { Party, Stage, Timeline, TimelineLeg, Wait } from './timeline.js';

const OPENS: Stage = { kind: 'limitOpens' };
const MAY: Stage = { kind: 'mayWait' };
const CUTOFFS = ['08:00', '08:01', '13:00'] as const;

/** Drawn for a legal day of so many minutes: legs and limits are then a few minutes each. */
const limits: fc.Arbitrary<Duration> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 18 }).map((quarters) => workingDays(quarters / 4)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 18 }).map((minutes) => workingHours((minutes / 60).toFixed(4))) },
  { weight: 2, arbitrary: fc.constant(sameDay) },
  { weight: 2, arbitrary: fc.constantFrom(1, 2, 3, 4, 5, 7, 10).map((days) => calendarDays(days)) },
);

const DESKS: readonly Party[] = ['receiver', 'decider', 'decider', 'carrier', 'consulted:tax'];
const work = (most: number) =>
  fc.record({ desk: fc.constantFrom(...DESKS), minutes: fc.oneof(fc.constant(0), fc.nat(most)) });
const legs = (budget: number): fc.Arbitrary<Omit<TimelineLeg, 'key'>> =>
  fc
    .record({
      first: work(4),
      second: fc.option(work(2), { freq: 4 }),
      budget: fc.nat(budget),
      cutoff: fc.option(fc.constantFrom(...CUTOFFS), { freq: 4 }),
    })
    .map(({ first, second, budget: minutes, cutoff }) => ({
      owner: first.desk,
      work: second === null ? [first] : [first, second],
      budget: cutoff === null ? minutes : Math.max(1, minutes),
      cutoff: cutoff === null ? null : timeOfDay(cutoff),
    }));
const legsOf = (budget: number, minLength: number, maxLength: number) =>
  fc
    .array(legs(budget), { minLength, maxLength })
    .map((all) => all.map((leg, i): TimelineLeg => ({ ...leg, key: `leg${i}` })));

type Drawn = Omit<Timeline, 'limitCutoff'>;
const held = (leg: TimelineLeg, limitRests = false): Stage => ({ kind: 'leg', leg, limitRests });

/** Stages with the limit opening at one of the first few places. */
const opening = (stages: readonly Stage[], at: number): readonly Stage[] => stages.toSpliced(at, 0, OPENS);

/** Legs in turn; the limit may open later, and rest in one of them. */
const inTurn = fc
  .record({ limit: limits, drawn: legsOf(8, 1, 4), opensAt: fc.constantFrom(0, 0, 0, 1, 2), rests: fc.nat(5) })
  .map(({ limit, drawn, opensAt, rests }): Drawn => {
    const stages = drawn.map((leg, i) => held(leg, rests === i));
    return { limit, stages: opening(stages, Math.min(opensAt, stages.length)), waits: [] };
  });

/** Two or three branches, with or without a leg before and after them. */
const branching = fc
  .record({
    limit: limits,
    drawn: legsOf(6, 7, 7),
    lengths: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 3 }),
    before: fc.boolean(),
    after: fc.boolean(),
    rests: fc.boolean(),
    opensAt: fc.constantFrom(0, 0, 1),
  })
  .map(({ limit, drawn, lengths, before, after, rests, opensAt }): Drawn => {
    const left = [...drawn];
    const first = before ? [held(left.shift()!, rests)] : [];
    const last = after ? [held(left.pop()!)] : [];
    const branches = lengths.map((length) => left.splice(0, length)).filter(({ length }) => length > 0);
    const stages: readonly Stage[] = [...first, { kind: 'together', branches }, ...last];
    return { limit, stages: opening(stages, before ? opensAt : 0), waits: [] };
  });

const waits = fc.record({
  days: fc.constantFrom(1, 1, 2, 3),
  limit: fc.constantFrom<Wait['limit']>('rests', 'restarts', 'runs'),
});

/** One wait, asked for from the first instant on or after a leg. */
const waiting = fc
  .record({
    limit: limits,
    drawn: legsOf(4, 1, 3),
    wait: waits,
    before: fc.boolean(),
    opensAt: fc.constantFrom(0, 0, 1),
    rests: fc.boolean(),
  })
  .map(({ limit, drawn, wait, before, opensAt, rests }): Drawn => {
    const [first, ...others] = drawn;
    const begins = before && first !== undefined ? [held(first, rests && opensAt === 0)] : [];
    const then = (before ? others : drawn).flatMap((leg): Stage[] => [MAY, held(leg)]);
    return {
      limit,
      stages: [...opening(begins, Math.min(opensAt, begins.length)), ...then, MAY],
      waits: [{ key: 'supplement', rounds: 1, ...wait }],
    };
  });

/** Two rounds of one wait, or one each of two. */
const waitingTwice = fc
  .record({
    limit: limits,
    drawn: legsOf(2, 2, 2),
    one: waits,
    other: waits,
    twice: fc.boolean(),
    rests: fc.boolean(),
    before: fc.boolean(),
  })
  .map(({ limit, drawn: [before, leg], one, other, twice, rests, before: begins }): Drawn => {
    const first = begins ? [held({ ...before!, budget: Math.min(before!.budget, 1) }, rests)] : [];
    return {
      limit,
      stages: [OPENS, ...first, MAY, held({ ...leg!, cutoff: null }), MAY],
      waits: twice
        ? [{ key: 'supplement', rounds: 2, limit: one.limit, days: 1 }]
        : [
            { key: 'supplement', rounds: 1, limit: one.limit, days: 1 },
            { key: 'payment', rounds: 1, limit: other.limit, days: 1 },
          ],
    };
  });

/** Any of them, with or without a cut-off of the limit. */
export const drawnTimelines: fc.Arbitrary<Timeline> = fc
  .record({
    timeline: fc.oneof(
      { weight: 4, arbitrary: inTurn },
      { weight: 3, arbitrary: branching },
      { weight: 4, arbitrary: waiting },
      { weight: 1, arbitrary: waitingTwice },
    ),
    cutoff: fc.option(fc.constantFrom(...CUTOFFS), { freq: 2 }),
  })
  .map(({ timeline, cutoff }) => ({ ...timeline, limitCutoff: cutoff === null ? null : timeOfDay(cutoff) }));
