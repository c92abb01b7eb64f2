import { describe, expect, it } from '@jest/globals';
import { procedureForTest } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { calendarDays, sameDay, workingDays, workingHours } from '../time/duration.js';
import { limitMinutesOf, structuralInfeasibility, structuralTimeline } from './structural.js';

const LEGS: ProcedureInput['legs'] = {
  reception: { budget: '8wh' },
  transfer: { budget: '1wd' },
  delivery: { budget: '2wh' },
  acceptance: { budget: '1wh' },
  resultTransfer: { budget: '1wd' },
};
const steps = (...minutes: readonly number[]): ProcedureInput['steps'] =>
  minutes.map((minimumWorkMinutes, i) => ({
    key: `step${i}`,
    name: 'Bước',
    nameEn: 'Step',
    budget: '1wd',
    minimumWorkMinutes,
  }));

const timeline = (limitMinutes: number, overrides: Partial<ProcedureInput> = {}, crossesBoundary = true) =>
  structuralTimeline({
    procedure: procedureForTest({ legs: LEGS, steps: steps(), ...overrides }),
    limitMinutes,
    minutesPerDay: 480,
    crossesBoundary,
  });

describe('overdue by construction', () => {
  it('subtracts transfer, acceptance, the minimum of the work and, on the legal clock, the way back', () => {
    expect(timeline(720, { steps: steps(60, 30), legalEnd: 'readyForReturn' })).toEqual({
      limit: 720,
      cutoffWait: 0,
      transferOut: 480,
      acceptance: 60,
      minimumWork: 90,
      resultBack: 480,
      competentKeeps: 240,
      slack: -390,
      promiseSlack: -390,
    });
  });

  it.each([
    [179, null],
    [180, null],
    [181, 'limit'],
  ])('with %i minutes of work out of 180 that are left is %s', (work, verdict) => {
    expect(structuralInfeasibility({ ...timeline(720, { steps: steps(work) }), promiseSlack: 0 })).toBe(verdict);
  });

  it('of the promise only, where the limit ends with the decision but the result must still come back', () => {
    const kept = timeline(720);
    expect([kept.slack, kept.promiseSlack]).toEqual([180, -300]);
    expect(structuralInfeasibility(kept)).toBe('promise');
  });

  it('a one-day limit is, before any work starts', () => {
    expect(structuralInfeasibility(timeline(480))).toBe('limit');
  });

  it('counts no transfer where the clock starts with the competent agency, or leaves the transfer out', () => {
    expect(timeline(480, { clockStart: 'competentReceipt' })).toMatchObject({
      transferOut: 0,
      acceptance: 0,
      slack: 480,
    });
    expect(timeline(480, { transferExcluded: true })).toMatchObject({ transferOut: 0, acceptance: 0, slack: 480 });
  });

  it('counts nothing that travels where the receiver is competent itself', () => {
    expect(timeline(480, { legalEnd: 'readyForReturn' }, false)).toMatchObject({ slack: 480, promiseSlack: 480 });
  });

  it('counts what a cut-off gives away', () => {
    const late = structuralTimeline({
      procedure: procedureForTest({ legs: LEGS, steps: [] }),
      limitMinutes: 720,
      minutesPerDay: 480,
      crossesBoundary: true,
      cutoffWait: 149,
    });
    expect(late.slack).toBe(31);
  });

  it('waits for a required opinion beside the steps, unless that stops the clock', () => {
    const opinion = (pausesLegalClock: boolean) => ({
      key: 'tax',
      name: 'Thuế',
      nameEn: 'Tax',
      budget: '1wd',
      minimumWorkMinutes: 200,
      pausesLegalClock,
      requiredForDecision: true,
    });
    expect(timeline(1440, { steps: steps(60), consultations: [opinion(false)] }).minimumWork).toBe(200);
    expect(timeline(1440, { steps: steps(60), consultations: [opinion(true)] }).minimumWork).toBe(60);
  });
});

describe('the minutes of a limit', () => {
  it('are those of its days or hours, at most a day for a same-day one, and unknown for calendar days', () => {
    expect(limitMinutesOf(workingDays('1.5'), 480)).toBe(720);
    expect(limitMinutesOf(workingHours(12), 450)).toBe(720);
    expect(limitMinutesOf(sameDay, 450)).toBe(450);
    expect(limitMinutesOf(calendarDays(30), 480)).toBeNull();
  });
});
