import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { nationalLayer } from '../calendar/parse-holidays.js';
import { vn } from '../testing/office-directory.js';
import { procedureForTest } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { calendarDays, sameDay, workMinutes, workingDays, workingHours } from '../time/duration.js';
import type { WorkDuration } from '../time/duration.js';
import type { Minute } from '../time/instant.js';
import { dayFromIso, dayOf, minuteOf, plusMinutes, startOfDay } from '../time/instant.js';
import { feasibilityOf } from './feasibility-of.js';
import type { StartPlan, StartQuestion } from './structural.js';
import { limitMinutesOf, planFrom, structuralInfeasibility } from './structural.js';
import { goldenOffices } from './timelines.fixture.js';

const csv = readFileSync(new URL('../../../../infra/seeds/holidays.csv', import.meta.url), 'utf8');
const { legal, saturday, noFridayAfternoon } = goldenOffices(nationalLayer({ csv, version: 1 }));

const LEGS: ProcedureInput['legs'] = {
  reception: { budget: '8wh' },
  transfer: { budget: '1wd' },
  delivery: { budget: '2wh' },
  acceptance: { budget: '1wh' },
  resultTransfer: { budget: '1wd' },
};
const step = (budget: string, minimumWorkMinutes = 0) => ({
  ...{ key: 'step', name: 'Bước', nameEn: 'Step' },
  ...{ budget, minimumWorkMinutes },
});
const at = (text: string): Minute => minuteOf(vn(text));
const MONDAY = at('2026-11-16 08:00');

function question(limit: string, overrides: Partial<ProcedureInput>, over: Partial<StartQuestion>): StartQuestion {
  const procedure = procedureForTest({ legs: LEGS, steps: [step('1wh')], transferCutoff: null, ...overrides });
  const receivedAt = over.receivedAt ?? MONDAY;
  return {
    ...{ procedure, caseKey: 'standard', channel: 'counter', crossesBoundary: true, receivedAt, limitFrom: receivedAt },
    ...{ limitMinutes: workMinutes(limit as WorkDuration, 480), legal, desk: () => null },
    ...over,
  };
}

function plan(limit: string, overrides: Partial<ProcedureInput> = {}, over: Partial<StartQuestion> = {}): StartPlan {
  const found = planFrom(question(limit, overrides, over));
  if (found === null) throw new Error('no plan');
  return found;
}

describe('overdue by construction', () => {
  it('subtracts transfer, acceptance, the steps at their budgets and, on the legal clock, the way back', () => {
    expect(plan('12wh', { legalEnd: 'readyForReturn' })).toEqual({
      ...{ limit: 720, cutoffWait: 0, transferOut: 480, acceptance: 60, processing: 60, resultBack: 480 },
      ...{ competentKeeps: 240, slack: -360, promiseSlack: -360 },
    });
  });

  it.each([
    ['2.99wh', null],
    ['3wh', null],
    ['3.02wh', 'limit'],
  ])('with a step of %s out of 3 hours that are left is %s', (budget, verdict) => {
    expect(structuralInfeasibility({ ...plan('12wh', { steps: [step(budget)] }), promiseSlack: 0 })).toBe(verdict);
  });

  it('counts the work where it is longer than the budget', () => {
    expect(plan('20wh', { steps: [step('1wh', 90)] }).processing).toBe(90);
  });

  it('of the promise only, where the limit ends with the decision but the result must still come back', () => {
    const kept = plan('12wh');
    expect([kept.slack, kept.promiseSlack]).toEqual([120, -360]);
    expect(structuralInfeasibility(kept)).toBe('promise');
  });

  it('counts no transfer where the clock starts with the competent agency, or leaves the transfer out', () => {
    const none = { transferOut: 0, acceptance: 0, slack: 420 };
    expect(plan('8wh', { clockStart: 'competentReceipt' }, { limitFrom: null })).toMatchObject(none);
    expect(plan('8wh', { transferExcluded: true })).toMatchObject(none);
  });

  it('counts nothing that travels where the receiver is competent itself', () => {
    const here = plan('8wh', { legalEnd: 'readyForReturn' }, { crossesBoundary: false });
    expect(here).toMatchObject({ transferOut: 0, acceptance: 0, slack: 420, promiseSlack: 420 });
  });

  it('counts what a cut-off gives away', () => {
    const late = plan('12wh', { transferCutoff: '15:00' }, { receivedAt: at('2026-11-16 15:01') });
    expect(late).toMatchObject({ cutoffWait: 149, transferOut: 480, slack: -29 });
    expect(plan('12wh', { transferCutoff: '15:00' }, { receivedAt: at('2026-11-16 15:00') }).cutoffWait).toBe(0);
  });

  it('waits for a required opinion beside the steps, unless that stops the clock', () => {
    const opinion = (pausesLegalClock: boolean) => ({
      ...{ key: 'tax', name: 'Thuế', nameEn: 'Tax', budget: '1wd', minimumWorkMinutes: 200 },
      ...{ pausesLegalClock, requiredForDecision: true },
    });
    expect(plan('3wd', { consultations: [opinion(false)] }).processing).toBe(480);
    expect(plan('3wd', { consultations: [opinion(true)] }).processing).toBe(60);
  });

  it('knows of a procedure without a step that at least the legs before it are taken', () => {
    expect(plan('8wh', { steps: [] })).toMatchObject({ processing: 0, slack: -60 });
  });

  it('says nothing of a case nobody knows, and nothing beyond the calendar', () => {
    expect(planFrom(question('8wh', {}, { caseKey: 'unknown' }))).toBeNull();
    expect(planFrom(question('8wh', {}, { receivedAt: startOfDay(legal.lastDay) }))).toBeNull();
  });
});

describe('one start and the proof of them all', () => {
  const waitless = { supplement: { policy: 'pause', maxRounds: 0, timeout: '30cd' } } as const;
  const desks = { receiver: saturday, decider: noFridayAfternoon };
  const FIRST = dayFromIso('2026-02-09');

  it.each([
    ['half a day to accept and half a day of work', { steps: [step('0.5wd', 60)] }],
    ['a cut-off', { transferCutoff: '15:00', steps: [step('0.5wd', 120)] }],
    ['a way back', { legalEnd: 'readyForReturn' as const, steps: [step('2wh', 45)] }],
  ])('agree to the minute at desks that differ, around Tết, with %s', (_, overrides) => {
    const procedure = procedureForTest({ legs: LEGS, transferCutoff: null, ...overrides, ...waitless });
    for (let day = 0; day < 8; day++) {
      const receptions = { firstDay: plusDaysOf(FIRST, day), lastDay: plusDaysOf(FIRST, day) };
      const asked = { procedure, caseKey: 'standard', channel: 'counter', route: 'crosses' } as const;
      const proof = feasibilityOf({ ...asked, offices: { legal, desks }, range: { years: [2026], receptions } });
      if (!proof.computable) continue;
      const start = proof.worst.worstStart;
      const own = planFrom({
        ...question('1.5wd', {}, { receivedAt: start, limitFrom: start }),
        procedure,
        desk: (party) => desks[party as keyof typeof desks] ?? null,
      });
      expect([dayOf(start), own?.slack]).toEqual([dayOf(start), proof.worst.worstSlack]);
    }
  });
});

const plusDaysOf = (day: ReturnType<typeof dayFromIso>, days: number) =>
  dayOf(plusMinutes(startOfDay(day), days * 1_440));

describe('the minutes of a limit', () => {
  it('are those of its days or hours, at most a day for a same-day one, and unknown for calendar days', () => {
    expect(limitMinutesOf(workingDays('1.5'), 480)).toBe(720);
    expect(limitMinutesOf(workingHours(12), 450)).toBe(720);
    expect(limitMinutesOf(sameDay, 450)).toBe(450);
    expect(limitMinutesOf(calendarDays(30), 480)).toBeNull();
  });
});
