import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  byCompetent,
  byReceiver,
  delivered,
  granted,
  received,
  sent,
  sentBack,
  supplementAsked,
  suspendedByOutage,
} from '../../testing/office-steps.js';
import { DONG_HAI, HAI_AN, vn } from '../../testing/office-directory.js';
import { given } from '../../testing/office.js';
import type { Step, Story } from '../../testing/office.js';
import type { ProcedureInput } from '../../testing/procedures.js';
import { procedureForTest, sameLimitEverywhere } from '../../testing/procedures.js';
import { attribution, segmentsUntil } from '../attribution.js';
import { ENDS_IN_NOVEMBER, FROM_SEVEN, clockOf, rulesOn } from '../clocks.fixture.js';
import type { Owner } from '../owner.js';
import { ownerName } from '../owner-name.fixture.js';
import { lateness } from './lateness.js';
import type { Lateness } from './lateness.js';

const CODE = '1.004873';
const HA: Owner = { kind: 'agency', agencyId: HAI_AN };

const limitOf = (limit: string): Pick<ProcedureInput, 'cases'> => ({
  cases: [{ key: 'standard', name: 'Thông thường', nameEn: 'Standard', limits: sameLimitEverywhere(limit) }],
});
/** Transfer of a day and 1.5 days of steps against the limit given; eight hours a day from 07:00. */
function told(limit: string, steps: readonly Step[], changes: Partial<ProcedureInput> = {}): Story {
  const procedure = procedureForTest({ ...limitOf(limit), transferCutoff: null, ...changes });
  return given(rulesOn(FROM_SEVEN, procedure), steps);
}
function latenessOf(story: Story, at: string): Lateness {
  if (story.file === null) throw new Error('no dossier');
  return lateness(story.file, story.rules, vn(at));
}
/** Owner, class, minutes, whose excess. */
const lines = (found: Lateness): readonly string[] =>
  found.state !== 'late'
    ? [found.state]
    : found.stretches.map(({ owner, kind, minutes, dueTo }) =>
        [ownerName(owner), kind, minutes, dueTo === null ? 'nobody' : ownerName(dueTo)].join(' | '),
      );

/** A week without a holiday. */
const MONDAY = '2026-11-16 08:00';
const handedOver = (at: string): readonly Step[] => [sent('electronic', at), delivered(at), accepted(at)];
/** Handed over on Tuesday, decided on Wednesday. */
const way = (limit: string, handed: string, decided: string): Story =>
  told(limit, [received(CODE, MONDAY), ...handedOver(`2026-11-17 ${handed}`), granted(`2026-11-18 ${decided}`)]);
const EVENING = '2026-11-18 18:00';

describe('a day for the transfer and a day and a half for the steps, against a limit of a day and a half', () => {
  it('gives all 480 minutes to the structure when everybody takes exactly his budget', () => {
    const late = way('1.5wd', '08:00', '14:00');
    expect(clockOf(late, 'legal').used).toBe(1200);
    expect(lines(latenessOf(late, EVENING))).toEqual(['Đông Hải | structural | 480 | nobody']);
  });

  it('gives the decider what he takes beyond his own, and nothing more', () => {
    expect(lines(latenessOf(way('1.5wd', '08:00', '15:00'), EVENING))).toEqual([
      'Đông Hải | structural | 480 | nobody',
      'Đông Hải | ownExcess | 60 | Đông Hải',
    ]);
  });

  it('gives the decider nothing of what he gained and did not need', () => {
    expect(lines(latenessOf(way('1.5wd', '08:00', '09:00'), EVENING))).toEqual([
      'Đông Hải | structural | 300 | nobody',
    ]);
  });

  it('is open while nobody has decided, and grows by the minute', () => {
    const open = told('1.5wd', [received(CODE, MONDAY), ...handedOver('2026-11-17 08:00')]);
    expect(latenessOf(open, '2026-11-17 14:00')).toEqual({ state: 'inTime', ended: false });
    expect(latenessOf(open, '2026-11-17 14:01')).toMatchObject({ state: 'late', ended: false, minutes: 1 });
  });
});

describe('a plan that fits exactly: two days and a half', () => {
  it('is not late when everybody takes what he may', () => {
    expect(latenessOf(way('2.5wd', '08:00', '14:00'), EVENING)).toEqual({ state: 'inTime', ended: true });
  });

  it('is inherited by the decider where the sender kept it an hour too long, and says from whom', () => {
    const found = latenessOf(way('2.5wd', '09:00', '15:00'), EVENING);
    expect(lines(found)).toEqual(['Đông Hải | inherited | 60 | Hải An']);
    expect(found).toMatchObject({
      shares: [
        { inherited: 60, passedOn: 0 },
        { owner: HA, ownExcess: 0, passedOn: 60 },
      ],
    });
  });

  it('is the decider’s own where the sender was in time', () => {
    expect(lines(latenessOf(way('2.5wd', '08:00', '15:00'), EVENING))).toEqual([
      'Đông Hải | ownExcess | 60 | Đông Hải',
    ]);
  });

  it('is the decider’s own, minute for minute the same, where the sender was late as well', () => {
    expect(lines(latenessOf(way('2.5wd', '09:00', '16:00'), EVENING))).toEqual([
      'Đông Hải | inherited | 60 | Hải An',
      'Đông Hải | ownExcess | 60 | Đông Hải',
    ]);
  });

  it('charges a decider who exceeds nothing for what slack would have covered, had it reached him in time', () => {
    // An hour of slack: the sender used it up, then the decider took half an hour too long.
    expect(lines(latenessOf(way('21wh', '09:00', '15:30'), EVENING))).toEqual(['Đông Hải | inherited | 30 | Hải An']);
  });
});

describe('time that is nobody’s budget', () => {
  it('of the applicant, where the limit runs on: his while he holds it, inherited from him afterwards', () => {
    const story = told(
      '2.5wd',
      [
        received(CODE, MONDAY),
        ...handedOver('2026-11-17 08:00'),
        supplementAsked('2026-11-17 09:00'),
        byCompetent({ type: 'provideSupplement', copy: 'electronic' }, '2026-11-18 15:00'),
        granted('2026-11-18 16:00'),
      ],
      { supplement: { policy: 'run', maxRounds: 2, timeout: '30cd' } },
    );
    expect(lines(latenessOf(story, EVENING))).toEqual([
      'applicant | outside | 60 | applicant',
      'Đông Hải | inherited | 60 | applicant',
    ]);
  });

  it('of an outage or a supplement that stops the limit: not a minute of it is late', () => {
    for (const [stop, goOn] of [
      [suspendedByOutage('2026-11-17 09:00'), byCompetent({ type: 'resume' }, '2026-11-18 15:00')],
      [
        supplementAsked('2026-11-17 09:00'),
        byCompetent({ type: 'provideSupplement', copy: 'electronic' }, '2026-11-18 15:00'),
      ],
    ] as const) {
      const story = told('2.5wd', [
        received(CODE, MONDAY),
        ...handedOver('2026-11-17 08:00'),
        ...[stop, goOn],
        granted('2026-11-18 16:00'),
      ]);
      expect(latenessOf(story, EVENING)).toEqual({ state: 'inTime', ended: true });
    }
  });

  it('of a carrier: his beyond the time for the delivery, before it the sender’s, who left too little', () => {
    const posted = (at: string): Story =>
      told('2.5wd', [
        received(CODE, MONDAY),
        sent('paper', at),
        delivered('2026-11-17 11:00'),
        accepted('2026-11-17 11:00'),
        granted('2026-11-18 17:00'),
      ]);
    const from = (story: Story) => lines(latenessOf(story, EVENING)).filter((line) => line.includes('inherited'));
    expect(from(posted('2026-11-17 10:00'))).toEqual(['Đông Hải | inherited | 180 | Hải An']);
    expect(from(posted('2026-11-16 13:30'))).toEqual(['Đông Hải | inherited | 180 | publicPost']);
  });

  it('of a transfer sent back: no minute is given back to anybody', () => {
    const story = told('2.5wd', [
      received(CODE, MONDAY),
      sent('electronic', '2026-11-16 09:00'),
      delivered('2026-11-16 09:00'),
      sentBack('incompleteCopy', '2026-11-16 11:00'),
      byReceiver({ type: 'transfer', copy: 'electronic' }, '2026-11-17 11:00'),
      delivered('2026-11-17 11:00'),
      accepted('2026-11-17 11:00'),
      granted('2026-11-18 17:00'),
    ]);
    expect(lines(latenessOf(story, EVENING))[0]).toMatch(/^Đông Hải \| inherited \| 60 \| Hải An$/);
  });
});

describe('a limit in calendar days', () => {
  it('is accounted for in the working minutes it turned out to hold', () => {
    const story = told('1cd', [received(CODE, MONDAY), ...handedOver('2026-11-17 08:00'), granted('2026-11-18 14:00')]);
    expect(lines(latenessOf(story, EVENING))).toEqual(['Đông Hải | structural | 300 | nobody']);
  });
});

describe('what cannot be computed', () => {
  it('is unknown, with the reason, where the calendar does not reach: never in time', () => {
    const rules = rulesOn(ENDS_IN_NOVEMBER, procedureForTest());
    const story = given(rules, [received(CODE, '2026-11-30 15:00')]);
    expect(latenessOf(story, '2026-12-08 09:00')).toEqual({ state: 'unknown', reason: 'calendar-does-not-reach' });
  });

  it('is no lateness before the limit begins', () => {
    const story = told('1.5wd', [received(CODE, MONDAY)], { clockStart: 'competentReceipt' });
    expect(latenessOf(story, EVENING)).toEqual({ state: 'noLimit' });
  });
});

describe('the readings that were not taken (ADR 0026)', () => {
  const late = way('1.5wd', '08:00', '14:00');

  it('"whoever holds it when it is late pays": blames the decider for 480 minutes he was given', () => {
    const { file, rules } = late;
    const since = clockOf(late, 'legal').dueAt ?? 0;
    const segments = segmentsUntil(file?.segments ?? [], vn('2026-11-18 14:00'), rules).filter(
      ({ to }) => (to ?? 0) > since,
    );
    const held = attribution(segments).map(({ owner }) => ownerName(owner));
    expect(held).toEqual(['Đông Hải']);
    expect(latenessOf(late, EVENING)).toMatchObject({ shares: [{ ownExcess: 0, structural: 480 }] });
  });

  it('"everybody pays what he exceeded": does not add up, neither where budgets do not fit nor where there was slack', () => {
    const excess = (story: Story): number =>
      Math.max(0, clockOf(story, 'transfer').used - 480) +
      Math.max(0, clockOf(story, 'legal').used - clockOf(story, 'transfer').used - 720);
    expect([excess(late), minutesOf(latenessOf(late, EVENING))]).toEqual([0, 480]);
    const slack = way('21wh', '09:00', '15:30');
    expect([excess(slack), minutesOf(latenessOf(slack, EVENING))]).toEqual([90, 30]);
  });
});

const minutesOf = (found: Lateness): number => (found.state === 'late' ? found.minutes : 0);

describe('the same on dossiers', () => {
  it('a sender who keeps it longer and longer never makes the decider’s own excess grow', () => {
    for (const limit of ['1.5wd', '2.5wd', '21wh']) {
      const own = ['08:00', '08:30', '09:15', '10:45'].map((handed, hours) => {
        const decided = ['14:45', '15:15', '16:00', '17:00'][hours] ?? '';
        const found = latenessOf(way(limit, handed, decided), EVENING);
        return found.state === 'late'
          ? (found.shares.find(({ owner }) => owner.kind === 'agency' && owner.agencyId === DONG_HAI)?.ownExcess ?? 0)
          : 0;
      });
      // Decided 45, 45, 45 and 15 minutes beyond the decider's own budget.
      expect(Math.max(...own)).toBe(own[0]);
    }
  });
});
