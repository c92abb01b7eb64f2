import { describe, expect, it } from '@jest/globals';
import { rulesFor, vn } from '../../testing/office-directory.js';
import { delivered, granted, held, received, sent, suspendedByOutage } from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import { localProcedure, procedureForTest, sameDayProcedure } from '../../testing/procedures.js';
import { CODE, MONDAY, atOnce, found, levels, standard, told } from './risk.fixture.js';
import { RISK_RULES, risks } from './risks.js';
import { RISK_RULE_NAMES } from './risk-causes.js';

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
    ['33wh', []],
    ['32wh', []],
    ['31.9wh', ['warning']],
    ['24wh', ['warning']],
    ['23.9wh', ['high']],
  ])(
    'of a limit of %s against 1wd to transfer, 4wh to accept, 1.5wd of steps and 1wd back is %j, from the first minute',
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
        processing: 720,
        resultBack: 0,
        competentKeeps: 0,
        slack: -960,
        promiseSlack: -1440,
      },
    });
  });

  it('counts what the cut-off of this dossier gives away', () => {
    expect(
      levels(told({ cases: standard('25wh') }, received(CODE, '2026-11-16 15:00')), 'structuralInfeasibility', MONDAY),
    ).toEqual(['warning']);
    expect(
      levels(told({ cases: standard('25wh') }, received(CODE, '2026-11-16 15:01')), 'structuralInfeasibility', MONDAY),
    ).toEqual(['high']);
  });

  it('of calendar days counts the working days they hold', () => {
    expect(levels(limits('3cd'), 'structuralInfeasibility', MONDAY)).toEqual(['warning']);
    expect(
      levels(told({ cases: standard('2cd') }, received(CODE, '2026-11-17 17:00')), 'structuralInfeasibility', MONDAY),
    ).toEqual(['high']);
    expect(levels(limits('7cd'), 'structuralInfeasibility', MONDAY)).toEqual([]);
  });

  it('of a same-day limit that counts from the next morning leaves the transfer the minutes before it', () => {
    const slack = (at: string) => {
      const story = given(rulesFor(sameDayProcedure()), [received('2.000635', at)]);
      return found(story, 'structuralInfeasibility', at)[0]?.cause.facts['slack'];
    };
    expect(slack('2026-11-17 07:30')).toBe(480 - 480 - 240);
    expect(slack('2026-11-16 17:04')).toBe(480 - (480 - 26) - 240);
    expect(slack('2026-11-16 20:00')).toBe(480 - 480 - 240);
  });

  it('of a held dossier whose procedure never leaves the receiver charges no transfer', () => {
    const heldAt = (budget: string) => {
      const steps = [{ key: 'copy', name: 'Sao', nameEn: 'Copy', budget }];
      return given(rulesFor(localProcedure({ steps })), [held('2.000815', MONDAY)]);
    };
    expect(levels(heldAt('1.5wd'), 'structuralInfeasibility', MONDAY)).toEqual([]);
    expect(found(heldAt('2wd'), 'structuralInfeasibility', MONDAY)).toMatchObject([
      { level: 'high', cause: { facts: { transferOut: 0, acceptance: 0, slack: -240, promiseSlack: -240 } } },
    ]);
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
    ['2026-11-16 15:59', [[], [], []]],
    ['2026-11-16 16:00', [['info'], [], []]],
    ['2026-11-17 08:59', [['info'], [], []]],
    ['2026-11-17 09:00', [[], ['warning'], []]],
    ['2026-11-17 13:59', [[], ['warning'], []]],
    ['2026-11-17 14:00', [[], [], ['high']]],
    ['2026-11-18 07:30', [[], [], ['high']]],
    ['2026-11-18 07:31', [[], [], ['breached']]],
  ])('shows at %s, at 50, 75 and 100 %%: %j', (at, shown) => {
    expect(
      ['legAt50' as const, 'legAt75' as const, 'legAt100' as const].map((rule) => levels(story, rule, at)),
    ).toEqual(shown);
  });

  it('is quiet while it rests', () => {
    expect(levels(story.and(suspendedByOutage('2026-11-17 13:00')), 'legAt75', '2026-11-17 14:00')).toEqual([]);
  });
});
