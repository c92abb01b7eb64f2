import { describe, expect, it } from '@jest/globals';
import { rulesFor } from '../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  consulted,
  delivered,
  granted,
  paymentAsked,
  received,
  sent,
  suspendedByOutage,
  taxAnswered,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, procedureForTest } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { clockOf, local, segmentLines } from './clocks.fixture.js';

const LAND = '1.012817';
const takenOver = (code: string) => [
  received(code, '2026-11-16 08:00'),
  sent('electronic', '2026-11-16 08:00'),
  delivered('2026-11-16 08:00'),
  accepted('2026-11-16 08:00'),
];
const land = (overrides: Partial<ProcedureInput> = {}): Story =>
  given(rulesFor(landProcedure(overrides)), takenOver(LAND));
const resumed = (at: string) => byCompetent({ type: 'resume' }, at);
const running = (story: Story): readonly string[] =>
  (story.file?.clocks ?? []).filter(({ status }) => status === 'running').map(({ id }) => id);

describe('a suspension', () => {
  const working = land().and(
    byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 09:00'),
    consulted('planning', '2026-11-16 09:00'),
  );
  const suspended = working.and(suspendedByOutage('2026-11-16 10:00'));

  it('rests every clock, consultations included, and the minutes are the system’s', () => {
    expect(running(working)).toEqual(['legal', 'step:appraisal', 'consultation:planning']);
    expect(running(suspended)).toEqual([]);
    expect(segmentLines(suspended).at(-1)).toBe('system | suspended | 2026-11-16 10:00 | open | ');
  });

  it('by court order leaves the minutes with nobody in the administration', () => {
    const byCourt = working.and(
      byCompetent({ type: 'suspend', ground: 'courtOrder', evidence: 'order-7' }, '2026-11-16 10:00'),
    );
    expect(segmentLines(byCourt).at(-1)).toBe('external | suspended | 2026-11-16 10:00 | open | ');
  });

  it('moves every due instant by the minutes worked meanwhile', () => {
    const again = suspended.and(resumed('2026-11-17 10:00'));
    expect(running(again)).toEqual(running(working));
    expect(clockOf(again, 'legal').used).toBe(120);
    expect(clockOf(again, 'consultation:planning')).toMatchObject({ used: 60, pausedDays: 2 });
    expect(local(clockOf(again, 'consultation:planning').dueAt)).toBe('2026-11-27 09:00');
  });

  it('fires no warning and no breach however long it lasts', () => {
    const detected = suspended.swept('2027-03-01 09:00').events.filter(({ type }) => type.startsWith('dossier.clock'));
    expect(detected).toEqual([]);
  });
});

describe('a clock that rests at its due instant', () => {
  /** 1.5 days from Monday 08:00 are used up on Tuesday at 14:00. */
  const restingAt = (pausedAt: string, granularity: 'minute' | 'day'): Story =>
    given(rulesFor(procedureForTest({ promiseGranularity: granularity })), takenOver('1.004873')).and(
      suspendedByOutage(pausedAt),
    );

  it('does not breach while it rests, and breaches with the first minute when it runs again', () => {
    const resting = restingAt('2026-11-17 14:00', 'minute');
    expect(clockOf(resting, 'legal')).toMatchObject({ used: 720, dueAt: null, breachFiresAt: null });
    const again = resting.and(resumed('2026-11-19 09:00'));
    expect(local(clockOf(again, 'legal').dueAt)).toBe('2026-11-17 14:00');
    expect(local(clockOf(again, 'legal').breachFiresAt)).toBe('2026-11-19 09:01');
  });

  it('judged by the day, breaches with the first minute it runs on a later day', () => {
    const again = restingAt('2026-11-17 14:30', 'day').and(resumed('2026-11-19 09:00'));
    expect(local(clockOf(again, 'legal').breachFiresAt)).toBe('2026-11-19 09:01');
  });

  it('is on time when it ends without having run again', () => {
    const withdrawn = restingAt('2026-11-17 14:00', 'minute').and(
      byCompetent({ type: 'withdraw' }, '2026-11-19 09:00'),
    );
    expect(clockOf(withdrawn, 'legal')).toMatchObject({ outcome: 'onTime', used: 720 });
  });

  it('had breached if it rested a minute later, and keeps that instant', () => {
    expect(local(clockOf(restingAt('2026-11-17 14:01', 'minute'), 'legal').breachFiresAt)).toBe('2026-11-17 14:01');
  });

  it('judged by the day, one that rests before its due instant comes due when it has run the rest', () => {
    const again = restingAt('2026-11-17 13:59', 'day').and(resumed('2026-11-19 09:00'));
    expect(local(clockOf(again, 'legal').dueAt)).toBe('2026-11-19 09:01');
    expect(local(clockOf(again, 'legal').breachFiresAt)).toBe('2026-11-20 07:31');
  });
});

describe('an open consultation that stops the limit', () => {
  const asked = land().and(consulted('tax', '2026-11-16 10:00'));

  it('rests the legal clock until it is answered', () => {
    expect(clockOf(asked, 'legal')).toMatchObject({ status: 'paused', used: 120 });
    expect(clockOf(asked.and(taxAnswered('2026-11-18 10:00')), 'legal')).toMatchObject({
      status: 'running',
      used: 120,
    });
  });

  it('rests it whatever else goes on beside it', () => {
    const both = asked.and(consulted('planning', '2026-11-16 11:00'), taxAnswered('2026-11-16 14:00'));
    expect(clockOf(both, 'legal').status).toBe('running');
    expect(clockOf(both, 'consultation:planning').status).toBe('running');
  });
});

describe('waiting for a payment', () => {
  it('rests the legal clock where the procedure says so', () => {
    const paid = land().and(
      paymentAsked('2026-11-16 10:00'),
      byCompetent({ type: 'confirmPayment', receiptNumber: '1' }, '2026-11-18 10:00'),
    );
    expect(clockOf(paid, 'legal')).toMatchObject({ status: 'running', used: 120, pausedDays: 3 });
    expect(clockOf(paid, 'payment:1')).toMatchObject({ outcome: 'early', owner: { kind: 'applicant' } });
  });

  it('does not where it does not', () => {
    const waiting = land({ payment: { timeout: '30cd', pausesLegalClock: false } }).and(
      paymentAsked('2026-11-16 10:00'),
    );
    expect(clockOf(waiting, 'legal').status).toBe('running');
  });

  it('has a clock for each request, and step clocks rest because the holder cannot work', () => {
    const twice = land().and(
      byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 09:00'),
      paymentAsked('2026-11-16 10:00'),
      byCompetent({ type: 'confirmPayment', receiptNumber: '1' }, '2026-11-16 11:00'),
      paymentAsked('2026-11-16 14:00'),
    );
    expect(clockOf(twice, 'payment:1').status).toBe('stopped');
    expect(clockOf(twice, 'payment:2').status).toBe('running');
    expect(clockOf(twice, 'step:appraisal')).toMatchObject({ status: 'paused', used: 120 });
  });
});

describe('the end of a dossier', () => {
  it('stops every clock, open consultations too', () => {
    const withdrawn = land().and(
      consulted('planning', '2026-11-16 09:00'),
      byCompetent({ type: 'withdraw' }, '2026-11-16 10:00'),
    );
    expect(withdrawn.file?.clocks.map(({ status }) => status)).toEqual(withdrawn.file?.clocks.map(() => 'stopped'));
    expect(segmentLines(withdrawn).at(-1)).toBe(
      'planning office | processing | 2026-11-16 09:00 | 2026-11-16 10:00 | 60',
    );
  });

  it('leaves a consultation running that the decision did without', () => {
    const decided = land().and(
      consulted('tax', '2026-11-16 08:10'),
      taxAnswered('2026-11-16 08:20'),
      consulted('planning', '2026-11-16 09:00'),
      granted('2026-11-16 10:00'),
    );
    expect(running(decided)).toEqual(['consultation:planning', 'resultTransfer']);
    expect(segmentLines(decided).at(-1)).toBe('Đông Hải | decided | 2026-11-16 10:00 | open | ');
  });
});
