import { describe, expect, it } from '@jest/globals';
import { accepted, byCompetent, byReceiver, delivered, granted, received, sent } from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import { procedureForTest } from '../testing/procedures.js';
import { FROM_SEVEN, clockOf, local, rulesOn, segmentLines } from './clocks.fixture.js';
import { attribution } from './attribution.js';
import { ownerName } from './owner-name.fixture.js';
import { startPlanOf } from './start-plan.js';

const CODE = '1.004873';
const rules = rulesOn(FROM_SEVEN, procedureForTest());

/** Received on Monday 23 November 2026 at 09:00; Tuesday is a holiday. */
const story = given(rules, [received(CODE, '2026-11-23 09:00')]);

describe('one and a half days against a transfer of one day (ward Hải An)', () => {
  it('gives the transfer until Wednesday 09:00 and the whole limit until Wednesday 15:00', () => {
    expect(local(clockOf(story, 'transfer').dueAt)).toBe('2026-11-25 09:00');
    expect(local(clockOf(story, 'legal').dueAt)).toBe('2026-11-25 15:00');
  });

  it('promises Wednesday 15:00 on the receipt, and calls it no estimate', () => {
    expect(story.file?.dossier.promise).toEqual({
      at: '2026-11-25T08:00:00.000Z',
      estimate: false,
      provisional: false,
    });
  });

  it('leaves the competent agency four hours, and its two steps need twelve', () => {
    expect(story.file === null ? null : startPlanOf(story.file, story.rules)).toMatchObject({
      ...{ limit: 720, transferOut: 480, competentKeeps: 240, acceptance: 240, processing: 720 },
      ...{ slack: -720, promiseSlack: -1200 },
    });
  });

  it('is overdue although nobody broke his own budget, and says whose the minutes were', () => {
    const late = story.and(
      sent('electronic', '2026-11-25 09:00'),
      delivered('2026-11-25 09:00'),
      accepted('2026-11-25 14:30'),
      granted('2026-11-25 17:00'),
    );
    expect(clockOf(late, 'transfer')).toMatchObject({ outcome: 'onTime', used: 480 });
    expect(clockOf(late, 'acceptance:1')).toMatchObject({ outcome: 'early', used: 210 });
    expect(clockOf(late, 'legal')).toMatchObject({ outcome: 'overdue', used: 840 });
    expect(local(clockOf(late, 'legal').breachFiresAt)).toBe('2026-11-25 15:01');
    expect(segmentLines(late)).toEqual([
      'Hải An | received | 2026-11-23 09:00 | 2026-11-25 09:00 | 480',
      'Đông Hải | awaitingAcceptance | 2026-11-25 09:00 | 2026-11-25 14:30 | 210',
      'Đông Hải | processing | 2026-11-25 14:30 | 2026-11-25 17:00 | 150',
      'Đông Hải | decided | 2026-11-25 17:00 | open | ',
    ]);
  });

  it('charges each owner with his minutes to the end', () => {
    const returned = story.and(
      sent('paper', '2026-11-23 10:00'),
      delivered('2026-11-25 08:00'),
      accepted('2026-11-25 09:00'),
      granted('2026-11-25 11:00'),
      byCompetent({ type: 'dispatchResult', copy: 'electronic' }, '2026-11-25 13:30'),
      byReceiver({ type: 'confirmResultArrival' }, '2026-11-25 13:31'),
      byReceiver({ type: 'notifyApplicant', means: 'sms' }, '2026-11-25 13:40'),
      byReceiver({ type: 'returnResult', means: 'counter' }, '2026-11-26 08:00'),
    );
    const shares = attribution(returned.file?.segments ?? []).map(({ owner, legalMinutes }) => [
      ownerName(owner),
      legalMinutes,
    ]);
    expect(shares).toEqual([
      ['Hải An', 69],
      ['publicPost', 360],
      ['Đông Hải', 210],
      ['exchange', 1],
      ['applicant', 260],
    ]);
  });
});
