import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalLayer } from '../calendar/parse-holidays.js';
import { foldHistory } from '../dossier/fold.js';
import { HAI_AN, clerkOf, rulesFor, vn } from '../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  byTaxOffice,
  consulted,
  received,
  sent,
  suspendedByOutage,
  takenOver,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Step, Story } from '../testing/office.js';
import { landProcedure, procedureForTest } from '../testing/procedures.js';
import type { Clock } from './clock.js';
import { delayed } from './delayed-opinions.fixture.js';
import { procedureOf, toldBy } from './journeys.fixture.js';
import { worldsOn } from './office-worlds.fixture.js';

const choices = fc.record({
  limit: fc.constantFrom('1.5wd', '11wh', '4cd', '7cd', 'sameDay'),
  clockStart: fc.constantFrom('reception' as const, 'competentReceipt' as const),
  transferExcluded: fc.boolean(),
  transferCutoff: fc.constantFrom('15:00', null),
  limitCutoff: fc.constantFrom('15:00', null),
  legalEnd: fc.constantFrom('decided' as const, 'readyForReturn' as const),
  promiseGranularity: fc.constantFrom('minute' as const, 'halfDay' as const, 'day' as const),
  policy: fc.constantFrom('pause' as const, 'restart' as const, 'run' as const),
  supplementTimeout: fc.constantFrom('1cd', '3cd'),
  taxPauses: fc.constant(true),
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
const delays = fc.array(fc.nat(8), { minLength: 4, maxLength: 4 });

/** What a clock says; how its stretches are cut is its own affair. */
function saidBy(clocks: readonly Clock[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    clocks.map(({ id, epoch, status, pausedDays, stoppedAt, dueAt, breachFiresAt, outcome, ...clock }) => {
      const { used, runningSince, stretches } = clock;
      const ran = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
      const closed = runningSince === null ? { used, ran } : {};
      return [id, { epoch, status, pausedDays, stoppedAt, dueAt, breachFiresAt, outcome, ...closed }];
    }),
  );
}

describe('opinions typed in behind other facts', () => {
  it('give the same clocks as if they had been typed in when they were given', () => {
    let late = 0;
    fc.assert(
      fc.property(fc.tuple(choices, numbers, worlds), delays, ([chosen, way, world], by) => {
        const told = toldBy(procedureOf(chosen), way, WORLDS[world]);
        const facts = delayed(told, by);
        if (facts.some(({ id }, i) => id !== told.events[i]?.id)) late++;
        const [learnt, happened] = [foldHistory(facts, told.rules), foldHistory(told.events, told.rules)];
        expect(saidBy(learnt.clocks)).toEqual(saidBy(happened.clocks));
      }),
      { numRuns: 1000, seed: 20261122 },
    );
    expect(late).toBeGreaterThan(100);
  }, 120_000);
});

const RULES = rulesFor(landProcedure());
const CODE = RULES.procedure.code;
const minute = (text: string) => Date.parse(vn(text)) / 60_000;
const clock = (story: Story, id: string): Clock | undefined => story.file?.clocks.find((each) => each.id === id);
const opinion = (at: string, typedIn: string): Step =>
  byTaxOffice({ type: 'answerConsultation', consultation: 'tax', outcome: 'agreed', occurredAt: vn(at) }, typedIn);

describe('a limit that waited for an opinion', () => {
  const asked = given(RULES, [...takenOver(CODE), consulted('tax', '2026-11-17 08:00')]);

  it('runs again from the minute the opinion was given, though a step had begun before it was typed in', () => {
    const step = byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-18 14:00');
    const story = asked.and(step, opinion('2026-11-18 09:00', '2026-11-19 08:00'));
    expect(clock(story, 'legal')).toMatchObject({ status: 'running', runningSince: minute('2026-11-18 09:00') });
  });

  it('ran until a suspension that was known before the opinion, and is charged for that time', () => {
    const story = asked.and(suspendedByOutage('2026-11-18 14:00'), opinion('2026-11-18 09:00', '2026-11-19 08:00'));
    const before = clock(asked, 'legal')?.used ?? 0;
    // 150 minutes from 09:00 to 11:30 and 30 from 13:30 to 14:00.
    expect(clock(story, 'legal')).toMatchObject({ status: 'paused', used: before + 180 });
    expect(clock(story, 'consultation:tax')).toMatchObject({ stoppedAt: minute('2026-11-18 09:00'), used: 450 + 90 });
  });
});

describe('a receipt typed in behind other facts', () => {
  it('ends the transfer at its own time: what was noted meanwhile costs the receiving agency nothing', () => {
    const rules = rulesFor(procedureForTest());
    const noted: Step = { by: clerkOf(HAI_AN), do: { type: 'assign', officerId: 'officer-1' }, at: '2026-11-17 10:00' };
    const receipt = byCompetent({ type: 'confirmDelivery', occurredAt: vn('2026-11-16 10:00') }, '2026-11-17 10:30');
    const way = [received(rules.procedure.code, '2026-11-16 08:00'), sent('paper', '2026-11-16 09:00'), noted, receipt];
    const story = given(rules, [...way, accepted('2026-11-17 11:00')]);
    expect(clock(story, 'transfer')).toMatchObject({ used: 120, outcome: 'early', breachFiresAt: null });
    expect(clock(story, 'acceptance:1')).toMatchObject({ startedAt: minute('2026-11-16 10:00') });
    expect(story.file?.segments.map(({ owner, legalMinutes }) => [owner.kind, legalMinutes])).toEqual([
      ['agency', 60],
      ['publicPost', 60],
      ['agency', 540],
      ['agency', null],
    ]);
  });
});
