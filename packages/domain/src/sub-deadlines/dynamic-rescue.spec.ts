/** What the proof promises of a version that is safe if sub-deadlines are cut anew (ADR 0019), against dossiers that are run so. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { feasibilityOf } from '../feasibility/feasibility-of.js';
import type { Offices } from '../feasibility/timeline.js';
import type { ProcedureVersion, SubDeadlinePolicy } from '../procedure/procedure.js';
import { SUB_DEADLINE_POLICIES } from '../procedure/procedure.js';
import { clockOf, local } from '../sla/clocks.fixture.js';
import { LEGAL, rulesFor } from '../testing/office-directory.js';
import { accepted, byCompetent, byReceiver, delivered, received, sent } from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { procedureForTest, sameLimitEverywhere } from '../testing/procedures.js';
import { dayFromIso, minuteOf, plusMinutes } from '../time/instant.js';

const CODE = '1.004873';
const EVERYBODY: Offices = { legal: LEGAL, desks: { receiver: LEGAL, decider: LEGAL, carrier: LEGAL } };
const NOVEMBER = {
  years: [2026],
  receptions: { firstDay: dayFromIso('2026-11-16'), lastDay: dayFromIso('2026-11-20') },
};

const leg = (budget: string, minimumWorkMinutes = 0) => ({ budget, minimumWorkMinutes });
const step = (key: string, budget: string, work: number) => ({ ...leg(budget, work), key, name: key, nameEn: key });
const legs = (transfer: string, acceptance: string): ProcedureInput['legs'] => ({
  reception: leg('8wh'),
  transfer: leg(transfer, 30),
  delivery: leg('3wd'),
  acceptance: leg(acceptance, 15),
  resultTransfer: leg('1wd', 60),
});

/** Too long in sum, short enough once the later legs are cut. */
const RESCUED: readonly Partial<ProcedureInput>[] = [
  { legs: legs('1wd', '4wh'), steps: [step('appraisal', '1wd', 120), step('approval', '0.5wd', 60)] },
  {
    cases: [{ key: 'standard', name: 'Thường', nameEn: 'Standard', limits: sameLimitEverywhere('3wd') }],
    legs: legs('1.5wd', '1wd'),
    legalEnd: 'readyForReturn',
    steps: [step('appraisal', '1wd', 300), step('signature', '1wd', 60)],
  },
  {
    cases: [{ key: 'standard', name: 'Thường', nameEn: 'Standard', limits: sameLimitEverywhere('13wh') }],
    legs: legs('9wh', '2wh'),
    steps: [step('appraisal', '6wh', 200)],
  },
  // Twenty minutes to spare, but for what the cut-off gives away after 15:00.
  {
    transferCutoff: '15:00',
    legs: legs('4wh', '2wh'),
    steps: [step('appraisal', '5wh', 100), step('approval', '0.5wh', 10)],
  },
];

function procedure(of: Partial<ProcedureInput>, policy: SubDeadlinePolicy | null): ProcedureVersion {
  const recut = policy === null ? {} : { subDeadlines: { policy } };
  return procedureForTest({
    transferCutoff: null,
    ...of,
    supplement: { policy: 'pause', maxRounds: 0, timeout: '5cd' },
    ...recut,
  });
}

/** When a holder ends his leg: at that share of the time he has, never before the work is done, never after his due minute. */
function endOf(
  story: Story,
  clock: string,
  { share, work }: { readonly share: number; readonly work: number },
): string {
  const { dueAt, startedAt } = clockOf(story, clock);
  const now = minuteOf(story.now) > startedAt ? minuteOf(story.now) : startedAt;
  if (dueAt === null) throw new Error(`${clock} is not due`);
  const least = LEGAL.addWork(now, work);
  const chosen = plusMinutes(now, Math.floor((dueAt - now) * share));
  const end = chosen < least ? least : chosen;
  return local(end > dueAt ? dueAt : end) ?? '';
}

/** The whole way of a dossier whose holders keep their sub-deadlines, each ending at his share of the time he has. */
function way(version: ProcedureVersion, opens: string, shares: readonly number[]): Story {
  let place = 0;
  const end = (story: Story, clock: string, work: number): string =>
    endOf(story, clock, { share: shares[place++ % shares.length] ?? 1, work });
  let story = given(rulesFor(version), [received(CODE, opens), sent('electronic', opens)], { opens });
  story = story.and(delivered(end(story, 'transfer', 30)));
  story = story.and(accepted(end(story, 'acceptance:1', 15)));
  for (const { key, minimumWorkMinutes } of version.steps) {
    const at = local(minuteOf(story.now)) ?? '';
    story = story.and(byCompetent({ type: 'startStep', step: key }, at));
    story = story.and(byCompetent({ type: 'completeStep', step: key }, end(story, `step:${key}`, minimumWorkMinutes)));
  }
  const decidedAt = local(minuteOf(story.now)) ?? '';
  story = story.and(byCompetent({ type: 'decide', outcome: 'granted' }, decidedAt));
  if (version.legalEnd === 'decided') return story;
  story = story.and(byCompetent({ type: 'dispatchResult', copy: 'electronic' }, decidedAt));
  return story.and(byReceiver({ type: 'confirmResultArrival' }, end(story, 'resultTransfer', 60)));
}

const day = fc.constantFrom('2026-11-16', '2026-11-18', '2026-11-20');
const time = fc.integer({ min: 0, max: 479 }).map((minutes) => {
  const at = minutes < 240 ? 450 + minutes : 570 + minutes;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
});
const opens = fc.tuple(day, time).map(([date, at]) => `${date} ${at}`);
const shares = fc.array(fc.constantFrom(0, 0.1, 0.4, 0.7, 0.95, 1, 1, 1), { minLength: 6, maxLength: 6 });

describe('a version that is safe if sub-deadlines are cut anew', () => {
  it('is what the proof says of each of these', () => {
    const verdicts: string[] = [];
    for (const of of RESCUED) {
      const version = procedure(of, null);
      const question = { procedure: version, caseKey: 'standard', channel: 'counter', route: 'crosses' } as const;
      const proof = feasibilityOf({ ...question, offices: EVERYBODY, range: NOVEMBER });
      expect(proof).toMatchObject({ dynamicRescue: { rescues: true } });
      verdicts.push(proof.computable ? proof.verdict : 'NOT_COMPUTABLE');
    }
    expect(verdicts).toEqual([...RESCUED.slice(1).map(() => 'OVERDUE_BY_CONSTRUCTION'), 'SAFE_IF_DYNAMIC']);
  });

  it.each(SUB_DEADLINE_POLICIES)('is never late while its holders keep their sub-deadlines (%s)', (policy) => {
    fc.assert(
      fc.property(fc.constantFrom(...RESCUED), opens, shares, (of, at, taken) => {
        const story = way(procedure(of, policy), at, taken);
        const breached = story.events.filter(({ type }) => type === 'dossier.clockBreached.v1');
        expect(breached).toEqual([]);
        expect(clockOf(story, 'legal').outcome).not.toBe('overdue');
      }),
      { numRuns: 60 },
    );
  });

  it('is late where they take all that the procedure gives them and nothing is cut', () => {
    for (const of of RESCUED) {
      const story = way(procedure(of, null), '2026-11-16 15:01', [1]);
      expect(clockOf(story, 'legal').outcome).toBe('overdue');
    }
  });

  it('uses its limit to the last minute and not one more where everybody takes all he is given', () => {
    for (const policy of SUB_DEADLINE_POLICIES) {
      for (const of of RESCUED) {
        const story = way(procedure(of, policy), '2026-11-16 15:01', [1]);
        const legal = clockOf(story, 'legal');
        if (legal.budget.unit !== 'work') throw new Error('a limit in working time');
        expect(legal.outcome).not.toBe('overdue');
        expect(legal.budget.minutes - legal.used).toBeLessThan(5);
      }
    }
  });
});
