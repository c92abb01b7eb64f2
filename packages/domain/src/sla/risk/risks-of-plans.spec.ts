import { describe, expect, it } from '@jest/globals';
import type { Rules } from '../../dossier/file.js';
import { DONG_HAI, HAI_AN, rulesFor } from '../../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  delivered,
  granted,
  held,
  paymentAsked,
  received,
  sent,
  sentBack,
  supplementAsked,
  suspendedByOutage,
} from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import type { Story } from '../../testing/office.js';
import { landProcedure, procedureForTest } from '../../testing/procedures.js';
import { ENDS_IN_NOVEMBER, closedOnFridayAfternoon, rulesOn } from '../clocks.fixture.js';
import { CODE, MONDAY, atOnce, found, foundWithout, levels, standard, told } from './risk.fixture.js';

describe('a plan longer than the time left', () => {
  /** Two steps: 300 minutes by their budgets, 100 at least. Twelve hours of limit from Monday 08:00. */
  const story = told(
    {
      steps: [
        { key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '4wh', minimumWorkMinutes: 70 },
        { key: 'approval', name: 'Trình ký', nameEn: 'Approval', budget: '1wh', minimumWorkMinutes: 30 },
      ],
    },
    ...atOnce,
  );
  const rule = 'remainingPlanExceedsRemainingTime';

  it.each([
    ['2026-11-16 17:00', []],
    ['2026-11-16 17:01', ['warning']],
    ['2026-11-17 10:20', ['warning']],
    ['2026-11-17 10:21', ['high']],
  ])('at %s is %j', (at, level) => {
    expect(levels(story, rule, at)).toEqual(level);
  });

  it('tells what is left, what is planned and what it takes at least, and who holds the dossier', () => {
    expect(found(story, rule, '2026-11-17 10:21')).toMatchObject([
      {
        cause: { code: 'leastExceedsLimit', facts: { left: 99, planned: 300, least: 100 } },
        owner: { kind: 'agency', agencyId: DONG_HAI },
        decision: 'extend',
      },
    ]);
  });

  it('counts what an open step has used and a completed one no more', () => {
    const started = story.and(byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 15:00'));
    expect(levels(started, rule, '2026-11-16 17:01')).toEqual([]);
    const done = started.and(byCompetent({ type: 'completeStep', step: 'appraisal' }, '2026-11-16 16:00'));
    expect(levels(done, rule, '2026-11-17 11:00')).toEqual([]);
    expect(levels(done, rule, '2026-11-17 11:01')).toEqual(['warning']);
  });

  it('counts transfer and acceptance before it is accepted', () => {
    const received1 = told({ cases: standard('3wd'), steps: [] }, received(CODE, MONDAY));
    expect(levels(received1, rule, MONDAY)).toEqual([]);
    const returned = received1.and(
      sent('electronic', MONDAY),
      delivered('2026-11-16 09:00'),
      sentBack('incompleteCopy', '2026-11-18 09:00'),
    );
    // 1440 − 1020 − 420 left of the transfer = 0, and 240 to accept.
    expect(found(returned, rule, '2026-11-18 09:00')).toMatchObject([
      { level: 'high', cause: { facts: { left: 420, least: 660 } } },
    ]);
  });

  it('counts the way back where the limit ends with it', () => {
    const decided = told(
      { cases: standard('3wd'), steps: [], legalEnd: 'readyForReturn' },
      ...atOnce,
      granted('2026-11-17 17:30'),
    );
    expect(levels(decided, rule, '2026-11-17 17:30')).toEqual([]);
    const late = told(
      { cases: standard('3wd'), steps: [], legalEnd: 'readyForReturn' },
      ...atOnce,
      granted('2026-11-18 08:01'),
    );
    expect(levels(late, rule, '2026-11-18 08:01')).toEqual(['high']);
  });
});

describe('a dossier sent back', () => {
  const tried = (times: number): Story =>
    told({}, received(CODE, MONDAY), ...Array.from({ length: times }).flatMap(() => [sent(), delivered(), sentBack()]));

  it.each([
    [1, []],
    [2, [['warning', 'transfer']]],
    [3, [['high', 'redirectTransfer']]],
  ])('%i times: %j', (times, risk) => {
    expect(
      found(tried(times), 'bouncedTwice', '2026-11-16 17:00').map(({ level, decision }) => [level, decision]),
    ).toEqual(risk);
  });

  it('is no risk any more once it is accepted', () => {
    expect(levels(tried(2).and(sent(), delivered(), accepted()), 'bouncedTwice', '2026-11-16 17:00')).toEqual([]);
  });
});

describe('time given to the applicant', () => {
  /** Ten calendar days end on Friday 27 November at 17:30; Tuesday 24 is a holiday. */
  const asked = told(
    { supplement: { policy: 'pause', maxRounds: 1, timeout: '10cd' } },
    ...atOnce,
    supplementAsked('2026-11-17 10:00'),
  );

  it.each([
    ['2026-11-23 17:29', []],
    ['2026-11-23 17:30', [['warning', 'provideSupplement']]],
    ['2026-11-26 17:29', [['warning', 'provideSupplement']]],
    ['2026-11-26 17:30', [['high', 'provideSupplement']]],
    ['2026-11-30 07:30', [['high', 'provideSupplement']]],
    ['2026-11-30 07:31', [['breached', 'close']]],
  ])('at %s: %j', (at, risk) => {
    expect(found(asked, 'supplementAboutToLapse', at).map(({ level, decision }) => [level, decision])).toEqual(risk);
  });

  it('to pay is treated alike', () => {
    const land = given(rulesFor(landProcedure({ payment: { timeout: '2cd', pausesLegalClock: true } })), [
      received('1.012817', MONDAY),
      sent('electronic', MONDAY),
      delivered(MONDAY),
      accepted(MONDAY),
      paymentAsked('2026-11-16 09:00'),
    ]);
    expect(found(land, 'supplementAboutToLapse', '2026-11-18 09:00')).toMatchObject([
      { level: 'high', decision: 'confirmPayment' },
    ]);
  });
});

describe('a desk that closes before the clock is due', () => {
  /** Đông Hải closes on Friday afternoon; the limit ends on Friday 20 November at 16:00. */
  const desk = closedOnFridayAfternoon;
  const rules: Rules = { ...rulesFor(procedureForTest()), desk: (agencyId) => (agencyId === DONG_HAI ? desk : null) };
  const thursday = '2026-11-19 10:00';
  const story = given(rules, [
    received(CODE, thursday),
    sent('electronic', thursday),
    delivered(thursday),
    accepted(thursday),
  ]);

  it.each([
    ['2026-11-19 17:29', []],
    ['2026-11-19 17:30', [['warning', 'deskClosesFirst']]],
    ['2026-11-20 11:29', [['warning', 'deskClosesFirst']]],
    ['2026-11-20 11:30', [['high', 'deskStaysClosed']]],
    ['2026-11-20 15:59', [['high', 'deskStaysClosed']]],
    ['2026-11-20 16:00', []],
  ])('at %s: %j', (at, risk) => {
    expect(found(story, 'deskClosesBeforeDue', at).map(({ level, cause }) => [level, cause.code])).toEqual(risk);
  });

  it('is none where the desk keeps the hours of the law', () => {
    const legal = given(rulesFor(procedureForTest()), [received(CODE, thursday)]);
    expect(levels(legal, 'deskClosesBeforeDue', '2026-11-19 17:30')).toEqual([]);
  });
});

describe('a year without a notice', () => {
  it.each([
    ['2026-12-02 08:00', []],
    ['2026-12-03 08:00', []],
    ['2026-12-04 08:00', ['info']],
  ])('twenty days from %s: %j', (at, level) => {
    const story = given(rulesFor(landProcedure()), [received('1.012817', at)]);
    expect(levels(story, 'calendarProvisional', at)).toEqual(level);
  });
});

describe('an outage of a shared system', () => {
  const needing = told(
    {
      steps: [
        { key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '1wd', requires: ['populationDatabase'] },
      ],
    },
    ...atOnce,
    byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-16 09:00'),
  );

  const during = { rule: 'systemOutage', at: '2026-11-16 09:30' } as const;

  it('threatens the step that cannot do without it, and may be a ground to suspend', () => {
    expect(foundWithout(['populationDatabase'], needing, during)).toMatchObject([
      {
        level: 'warning',
        evidence: ['step:appraisal'],
        decision: 'suspend',
        cause: { facts: { systems: ['populationDatabase'] } },
      },
    ]);
  });

  it('of another system does not', () => {
    expect(foundWithout(['landRegister'], needing, during)).toEqual([]);
    expect(foundWithout([], needing, during)).toEqual([]);
  });

  it('for which the dossier is suspended waits for somebody to resume it', () => {
    const suspended = needing.and(suspendedByOutage('2026-11-16 10:00'));
    expect(found(suspended, 'systemOutage', '2026-11-16 10:00')).toMatchObject([
      { owner: { kind: 'system' }, decision: 'resume', cause: { facts: { system: 'landRegister' } } },
    ]);
    const byCourt = needing.and(
      byCompetent({ type: 'suspend', ground: 'courtOrder', evidence: 'order-7' }, '2026-11-16 10:00'),
    );
    expect(found(byCourt, 'systemOutage', '2026-11-16 10:00')).toEqual([]);
  });
});

describe('what cannot be computed is never green', () => {
  it('a limit beyond the calendar', () => {
    const story = given(rulesOn(ENDS_IN_NOVEMBER, procedureForTest({ cases: standard('3wd') })), [
      received(CODE, '2026-11-27 09:00'),
    ]);
    const unknown = found(story, 'cannotBeComputed', '2026-11-27 09:00');
    expect(unknown.map(({ level, cause, evidence }) => [level, cause.code, evidence])).toEqual([
      ['unknown', 'calendarDoesNotReach', ['legal']],
      ['unknown', 'noPromise', []],
    ]);
  });

  it('a limit that just ends inside it is computed', () => {
    const story = given(rulesOn(ENDS_IN_NOVEMBER, procedureForTest({ cases: standard('2wd') })), [
      received(CODE, '2026-11-26 09:00'),
    ]);
    expect(found(story, 'cannotBeComputed', '2026-11-26 09:00')).toEqual([]);
  });

  it('a dossier for which nobody competent is known', () => {
    const unknown = found(told({}, held(CODE, MONDAY)), 'cannotBeComputed', MONDAY);
    expect(unknown).toMatchObject([
      { cause: { code: 'jurisdictionUnknown' }, owner: { agencyId: HAI_AN }, decision: 'resolveJurisdiction' },
    ]);
  });
});
