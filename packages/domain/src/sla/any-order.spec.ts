import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalLayer } from '../calendar/parse-holidays.js';
import type { DossierEvent } from '../dossier/events.js';
import { isDeclared } from '../dossier/events.js';
import { foldHistory } from '../dossier/fold.js';
import { isFinal } from '../procedure/phase.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { conserved, segmentsUntil } from './attribution.js';
import { procedureOf, toldBy } from './journeys.fixture.js';
import type { Told } from './journeys.fixture.js';
import { worldsOn } from './office-worlds.fixture.js';

const RUNS = 300;
const choices = fc.record({
  limit: fc.constantFrom('1.5wd', '11wh', '4cd', 'sameDay'),
  clockStart: fc.constantFrom('reception' as const, 'competentReceipt' as const),
  transferExcluded: fc.boolean(),
  transferCutoff: fc.constantFrom('15:00', null),
  limitCutoff: fc.constantFrom('15:00', null),
  legalEnd: fc.constantFrom('decided' as const, 'readyForReturn' as const),
  promiseGranularity: fc.constantFrom('minute' as const, 'day' as const),
  policy: fc.constantFrom('pause' as const, 'restart' as const, 'run' as const),
  supplementTimeout: fc.constantFrom('1cd', '3cd'),
  taxPauses: fc.boolean(),
  paymentPauses: fc.boolean(),
});
const numbers = fc.record({
  begins: fc.nat(9 * 1440),
  length: fc.integer({ min: 8, max: 24 }),
  choices: fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 }),
});
const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const WORLDS = worldsOn(nationalLayer({ csv, version: 1 }));
const worlds = fc.nat(WORLDS.length - 1);
const orders = fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 40 });

/** Independent of one another: an opinion, and work that is entered afterwards. */
const ENTERED_LATE: readonly string[] = [
  ...['dossier.assigned.v1', 'dossier.stepStarted.v1', 'dossier.stepCompleted.v1', 'dossier.consultationRequested.v1'],
  ...['dossier.applicantNotified.v1'],
];

/** The same journal learnt otherwise: some facts entered only at the end, some opinions learnt there, in an order of chance. */
function learntOtherwise({ events }: Told, order: readonly number[]): readonly DossierEvent[] {
  const ended = events.findIndex(({ phase }) => isFinal(phase));
  const drawn = (n: number): number => order[n % order.length] ?? 0;
  const isLate = ({ type, seq }: DossierEvent): boolean =>
    seq > 1 &&
    drawn(seq) % 3 === 0 &&
    (type === 'dossier.consultationAnswered.v1' || ENTERED_LATE.includes(type)) &&
    // Of one minute the order in which they are learnt is all there is to tell them apart by.
    events.every((other) => other.seq === seq || minuteOf(other.occurredAt) !== minuteOf(atOf(events, seq)));
  const late = events.filter(isLate);
  if (ended !== -1 || late.length === 0) return events;
  const first = events.filter((event) => !isLate(event));
  const shuffled = late
    .map((event, i) => [drawn(i + 7), event] as const)
    .sort(([a], [b]) => a - b)
    .map(([, event]) => event);
  return [...first, ...shuffled.map(asEntered)].map((event, i) => ({ ...event, seq: i + 1 }));
}

const atOf = (events: readonly DossierEvent[], seq: number): DossierEvent['occurredAt'] =>
  events[seq - 1]?.occurredAt ?? instantOf(0 as Minute);

/** An opinion comes by itself; other work is entered by its agency. */
function asEntered(event: DossierEvent): DossierEvent {
  if (event.type === 'dossier.consultationAnswered.v1') return event;
  const { type, occurredAt, phase, data } = event;
  const facts = [{ type, occurredAt, phase, after: 1, data }];
  const entry = { facts, reason: 'typed-late', approvedBy: null, clocks: [] };
  return { ...event, type: 'dossier.lateFactsEntered.v1', data: entry } as unknown as DossierEvent;
}

/** Times that were typed wrongly at first, and put right at the end in an order of chance. */
function typedWrongly({ events }: Told, order: readonly number[]): readonly DossierEvent[] {
  const wrong = events.filter(
    ({ seq, type }) => isDeclared(type) && seq > 1 && (order[seq % order.length] ?? 0) % 4 === 0,
  );
  const last = events.at(-1);
  if (last === undefined) return events;
  const typed = events.map((event) => {
    const before = events[event.seq - 2];
    return wrong.includes(event) && before !== undefined ? { ...event, occurredAt: before.occurredAt } : event;
  });
  const corrections = wrong
    .map((event, i) => [order[(i + 3) % order.length] ?? 0, event] as const)
    .sort(([a], [b]) => a - b)
    .map(([, { seq, type, occurredAt: to }], i) => {
      const data = {
        seq,
        part: null,
        type,
        from: to,
        to,
        reason: 'typed-wrong',
        approvedBy: null,
        promise: promiseOf(events[seq - 1]),
        opinion: null,
        clocks: [],
      };
      return {
        ...last,
        id: `c${i}`,
        seq: events.length + 1 + i,
        type: 'dossier.timeCorrected.v1',
        data,
      } as unknown as DossierEvent;
    });
  return [...typed, ...corrections];
}

function promiseOf(event: DossierEvent | undefined): unknown {
  return event?.type === 'dossier.received.v1' ? event.data.promise : null;
}

const minutesOf = (events: readonly DossierEvent[], { rules }: Told) => {
  const { clocks, segments } = foldHistory(events, rules);
  // Closures of desks count as they were known when a minute was learnt, and nothing is known here of any.
  return { clocks: [...clocks].sort((a, b) => (a.id < b.id ? -1 : 1)), segments };
};

describe('facts that do not depend on one another', () => {
  it(`give the same clocks and the same owner of every minute in whatever order they are learnt, in ${RUNS} journeys`, () => {
    let otherwise = 0;
    fc.assert(
      fc.property(fc.tuple(choices, numbers, worlds), orders, ([chosen, way, world], order) => {
        const told = toldBy(procedureOf(chosen), way, WORLDS[world]);
        const learnt = learntOtherwise(told, order);
        if (learnt !== told.events) otherwise++;
        expect(minutesOf(learnt, told)).toEqual(minutesOf(told.events, told));
      }),
      { numRuns: RUNS, seed: 20261122 },
    );
    expect(otherwise).toBeGreaterThan(40);
  }, 120_000);

  it('give the same when their times were typed wrongly and are put right in any order', () => {
    let corrected = 0;
    fc.assert(
      fc.property(fc.tuple(choices, numbers, worlds), orders, ([chosen, way, world], order) => {
        const told = toldBy(procedureOf(chosen), way, WORLDS[world]);
        const learnt = typedWrongly(told, order);
        if (learnt.length > told.events.length) corrected++;
        const [is, should] = [minutesOf(learnt, told), minutesOf(told.events, told)];
        expect(is).toEqual(should);
        const until = minuteOf(told.events.at(-1)?.occurredAt ?? instantOf(0 as Minute));
        const segments = segmentsUntil(is.segments, instantOf(until), told.rules);
        const from = segments[0]?.from ?? until;
        expect([true, null]).toContain(
          conserved(segments, told.rules.legal, { from, to: segments.at(-1)?.to ?? from }),
        );
      }),
      { numRuns: RUNS, seed: 20261123 },
    );
    expect(corrected).toBeGreaterThan(60);
  }, 120_000);
});
