import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DossierFile } from '../dossier/file.js';
import { applyEvent } from '../dossier/fold.js';
import { isFinal } from '../procedure/phase.js';
import { LEGAL } from '../testing/office-directory.js';
import { instantOf, minuteOf, plusMinutes } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { attribution, conserved, segmentsUntil } from './attribution.js';
import type { Clock } from './clock.js';
import { CLOCK_KINDS } from './clock.js';
import type { Told } from './journeys.fixture.js';
import { plainRules, procedureOf, toldBy } from './journeys.fixture.js';
import type { Finding } from './oracle/walked-clock.js';
import { walkMinutes } from './oracle/minute-walk.js';
import type { Owner } from './owner.js';
import { warningInstant } from './reckoning.js';

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

const numbers = fc.record({
  begins: fc.nat(9 * 1440),
  length: fc.integer({ min: 2, max: 24 }),
  choices: fc.array(fc.nat(1_000_000), { minLength: 120, maxLength: 120 }),
});
/** Minutes looked at beyond the last fact. */
const beyond = fc.constantFrom(0, 1, 90, 600, 3000);

function folded({ events, rules }: Told): DossierFile {
  const file = events.reduce<DossierFile | null>((so, event) => applyEvent(so, event, rules), null);
  if (file === null) throw new Error('an empty journey');
  return file;
}

/** The minute up to which a journey is looked at: nothing counts any more after the end of the dossier. */
function untilOf(told: Told, { dossier }: DossierFile, minutes: number): Minute {
  const last = minuteOf(told.events.at(-1)?.occurredAt ?? dossier.lastFactAt);
  return isFinal(dossier.phase) ? last : plusMinutes(last, minutes);
}

const come = (instant: Minute | null, until: Minute): Minute | null =>
  instant !== null && instant <= until ? instant : null;

/** What the fold says of a clock at a minute. */
function said(clock: Clock, until: Minute): Finding {
  const { id, epoch, stoppedAt, outcome } = clock;
  const from =
    clock.runningSince !== null && clock.runningSince > clock.countsFrom ? clock.runningSince : clock.countsFrom;
  const running = clock.status === 'running';
  return {
    id,
    epoch,
    used: clock.used + (running && from < until ? LEGAL.workBetween(from, until) : 0),
    due: running ? come(clock.dueAt, until) : null,
    breach: come(clock.breachFiresAt, until),
    half: running && clock.budget.unit === 'work' ? come(warningInstant(clock, 50, LEGAL), until) : null,
    stopped: stoppedAt,
    outcome,
  };
}

/** What the walker found, where the fold says anything: due and warning only while a clock runs. */
function comparable(finding: Finding, clocks: readonly Clock[]): Finding {
  const running = clocks.some(({ id, status }) => id === finding.id && status === 'running');
  return running ? finding : { ...finding, due: null, half: null };
}

const nameOf = (owner: Owner): string => (owner.kind === 'agency' ? owner.agencyId : owner.kind);
const byId = (findings: readonly Finding[]): Record<string, Finding> =>
  Object.fromEntries(findings.map((row) => [row.id, row]));

describe('the fold of clocks and segments against a walk minute by minute', () => {
  it(`agrees on every clock and every owner, and loses no minute, in ${RUNS} random journeys`, () => {
    fc.assert(
      // Small values, so that a counterexample can be read: the journey is told inside.
      fc.property(choices, numbers, beyond, (chosen, way, minutes) => {
        const told = toldBy(procedureOf(chosen), way);
        const file = folded(told);
        const until = untilOf(told, file, minutes);
        const seen = walkMinutes(told.facts, plainRules(told.procedure), until);
        expect(byId(file.clocks.map((clock) => said(clock, until)))).toEqual(
          byId(seen.clocks.map((finding) => comparable(finding, file.clocks))),
        );
        const segments = segmentsUntil(file.segments, instantOf(until), told.rules);
        const shares = attribution(segments).filter(({ legalMinutes }) => legalMinutes !== 0);
        expect(Object.fromEntries(shares.map(({ owner, legalMinutes }) => [nameOf(owner), legalMinutes]))).toEqual(
          seen.owned,
        );
        const { receivedAt } = file.dossier;
        const from = receivedAt === null ? until : minuteOf(receivedAt);
        expect(conserved(segments, LEGAL, { from, to: until })).toBe(true);
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});

describe('the random journeys', () => {
  const clocks = fc
    .sample(fc.tuple(choices, numbers), { numRuns: 400, seed: 20261124 })
    .flatMap(([chosen, way]) => folded(toldBy(procedureOf(chosen), way)).clocks);
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
});
