import { describe, expect, it } from '@jest/globals';
import type { Rules } from '../dossier/file.js';
import { DONG_HAI, HAI_AN, rulesFor, vn } from '../testing/office-directory.js';
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
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Step, Story } from '../testing/office.js';
import { landProcedure, procedureForTest } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { ENDS_IN_NOVEMBER, closedOnFridayAfternoon, rulesOn } from './clocks.fixture.js';
import { RISK_RULES, risks } from './risks.js';
import { RISK_RULE_NAMES } from './risk-view.js';
import type { Risk, RiskRuleName } from './risk-view.js';

const CODE = '1.004873';
const standard = (limit: string) => [
  { key: 'standard', name: 'Thông thường', nameEn: 'Standard', limits: { counter: limit, online: limit, post: limit } },
];

function found(story: Story, rule: RiskRuleName, at: string, systemsDown: readonly string[] = []): readonly Risk[] {
  if (story.file === null) throw new Error('no dossier');
  return risks(story.file, story.rules, { now: vn(at), systemsDown }).filter((risk) => risk.rule === rule);
}
const levels = (story: Story, rule: RiskRuleName, at: string): readonly string[] =>
  found(story, rule, at).map(({ level }) => level);

const told = (overrides: Partial<ProcedureInput>, ...steps: readonly Step[]): Story =>
  given(rulesFor(procedureForTest(overrides)), steps);
const MONDAY = '2026-11-16 08:00';
const atOnce = [received(CODE, MONDAY), sent('electronic', MONDAY), delivered(MONDAY), accepted(MONDAY)];

describe('the list of risk rules', () => {
  it('has one rule for each name', () => {
    expect(Object.keys(RISK_RULES)).toEqual([...RISK_RULE_NAMES]);
  });

  it('finds nothing in a dossier where all is well and known', () => {
    const story = told({ cases: standard('20wd'), legs: procedureForTest().legs }, ...atOnce);
    expect(story.file === null ? null : risks(story.file, story.rules, { now: vn(MONDAY), systemsDown: [] })).toEqual(
      [],
    );
  });
});

describe('structural infeasibility', () => {
  const limits = (limit: string) => told({ cases: standard(limit) }, received(CODE, MONDAY));

  it.each([
    ['25wh', []],
    ['20wh', []],
    ['19.99wh', ['warning']],
    ['12wh', ['warning']],
    ['11.99wh', ['high']],
  ])(
    'of a limit of %s against 1wd to transfer, 4wh to accept and 1wd back is %j, from the first minute',
    (limit, level) => {
      expect(levels(limits(limit), 'structuralInfeasibility', MONDAY)).toEqual(level);
    },
  );

  it('names the legs that exceed the limit, in minutes', () => {
    expect(found(limits('1wd'), 'structuralInfeasibility', MONDAY)[0]?.cause).toEqual({
      code: 'legsExceedLimit',
      facts: {
        limit: 480,
        cutoffWait: 0,
        transferOut: 480,
        acceptance: 240,
        minimumWork: 0,
        resultBack: 0,
        competentKeeps: 0,
        slack: -240,
        promiseSlack: -720,
      },
    });
  });

  it('counts what the cut-off of this dossier gives away', () => {
    expect(
      levels(told({ cases: standard('13wh') }, received(CODE, '2026-11-16 15:00')), 'structuralInfeasibility', MONDAY),
    ).toEqual(['warning']);
    expect(
      levels(told({ cases: standard('13wh') }, received(CODE, '2026-11-16 15:01')), 'structuralInfeasibility', MONDAY),
    ).toEqual(['high']);
  });

  it('of calendar days counts the working days they hold', () => {
    expect(levels(limits('1cd'), 'structuralInfeasibility', MONDAY)).toEqual(['warning']);
    expect(
      levels(told({ cases: standard('1cd') }, received(CODE, '2026-11-17 17:00')), 'structuralInfeasibility', MONDAY),
    ).toEqual(['high']);
    expect(levels(limits('7cd'), 'structuralInfeasibility', MONDAY)).toEqual([]);
  });

  it('ends with the legal clock', () => {
    const story = told({ cases: standard('1wd') }, ...atOnce, granted('2026-11-16 09:00'));
    expect(levels(story, 'structuralInfeasibility', '2026-11-16 09:00')).toEqual([]);
  });
});

describe('waiting for a receipt or a word', () => {
  const onTheWay = told({}, received(CODE, MONDAY), sent('electronic', '2026-11-16 09:00'));

  it.each([
    ['2026-11-16 09:00', ['info']],
    ['2026-11-16 11:00', ['info']],
    ['2026-11-16 11:01', ['breached']],
  ])('delivery is pending at %s: %j', (at, level) => {
    expect(levels(onTheWay, 'deliveryPending', at)).toEqual(level);
  });

  it('names the carrier, and the command that helps: first the receiver’s, then a supervisor’s', () => {
    expect(found(onTheWay, 'deliveryPending', '2026-11-16 11:00')[0]).toMatchObject({
      owner: { kind: 'exchange' },
      decision: 'recallTransfer',
    });
    expect(found(onTheWay, 'deliveryPending', '2026-11-16 11:01')[0]).toMatchObject({ decision: 'redirectTransfer' });
  });

  it.each([
    ['2026-11-16 15:00', ['info']],
    ['2026-11-16 16:00', ['info']],
    ['2026-11-16 16:01', ['breached']],
  ])('acceptance is pending at %s: %j', (at, level) => {
    const there = onTheWay.and(delivered('2026-11-16 10:00'));
    expect(levels(there, 'acceptancePending', at)).toEqual(level);
    expect(levels(there, 'deliveryPending', at)).toEqual([]);
  });
});

describe('a leg that has used its share', () => {
  /** 1.5 days from Monday 08:00, judged by the day: used up on Tuesday at 14:00, overdue from Wednesday 07:31. */
  const story = told({ promiseGranularity: 'day' }, ...atOnce);

  it.each([
    ['2026-11-16 15:59', [], [], []],
    ['2026-11-16 16:00', ['info'], [], []],
    ['2026-11-17 08:59', ['info'], [], []],
    ['2026-11-17 09:00', [], ['warning'], []],
    ['2026-11-17 13:59', [], ['warning'], []],
    ['2026-11-17 14:00', [], [], ['high']],
    ['2026-11-18 07:30', [], [], ['high']],
    ['2026-11-18 07:31', [], [], ['breached']],
  ])('shows at %s: 50 %% %j, 75 %% %j, 100 %% %j', (at, half, most, all) => {
    expect([levels(story, 'legAt50', at), levels(story, 'legAt75', at), levels(story, 'legAt100', at)]).toEqual([
      half,
      most,
      all,
    ]);
  });

  it('is quiet while it rests', () => {
    expect(levels(story.and(suspendedByOutage('2026-11-17 13:00')), 'legAt75', '2026-11-17 14:00')).toEqual([]);
  });
});

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

  it('threatens the step that cannot do without it, and may be a ground to suspend', () => {
    expect(found(needing, 'systemOutage', '2026-11-16 09:30', ['populationDatabase'])).toMatchObject([
      {
        level: 'warning',
        evidence: ['step:appraisal'],
        decision: 'suspend',
        cause: { facts: { systems: ['populationDatabase'] } },
      },
    ]);
  });

  it('of another system does not', () => {
    expect(found(needing, 'systemOutage', '2026-11-16 09:30', ['landRegister'])).toEqual([]);
    expect(found(needing, 'systemOutage', '2026-11-16 09:30')).toEqual([]);
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
