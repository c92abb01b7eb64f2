import { describe, expect, it } from '@jest/globals';
import { HAI_AN, clerkOf, rulesFor, vn } from '../../testing/office-directory.js';
import {
  byCompetent,
  byReceiver,
  delivered,
  intake,
  received,
  sent,
  submitted,
  wayTo,
} from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import type { Story } from '../../testing/office.js';
import { landProcedure, procedureForTest } from '../../testing/procedures.js';
import { CORRECTION_ALONE_MINUTES } from '../commands.js';
import { foldHistory, applyEvent } from '../fold.js';

const RULES = rulesFor(procedureForTest());
const CODE = RULES.procedure.code;
const minute = (text: string) => Date.parse(vn(text)) / 60_000;
const legal = (story: Story) => story.file?.clocks.find(({ id }) => id === 'legal');
const receive = (occurredAt: string, at: string) =>
  byReceiver({ type: 'receive', intake: intake(CODE), occurredAt: vn(occurredAt) }, at);
const correct = (receivedAt: string, extra: { approvedBy?: string; at?: string; officer?: string } = {}) => ({
  by: clerkOf(HAI_AN, extra.officer),
  do: {
    type: 'correctReception',
    receivedAt: vn(receivedAt),
    reason: 'typed-late',
    ...(extra.approvedBy === undefined ? {} : { approvedBy: extra.approvedBy }),
  } as const,
  at: extra.at,
});

describe('the time of an act', () => {
  it('is now when nobody says otherwise', () => {
    expect(given(RULES).when(received(CODE, '2026-11-23 09:00:30'))).toMatchObject([
      { occurredAt: vn('2026-11-23 09:00:30') },
    ]);
  });

  it('may lie before it was typed in: paper taken on Friday starts its clock on Friday', () => {
    const story = given(RULES, [receive('2026-11-20 16:00', '2026-11-23 07:45')]);
    expect(story.events[0]).toMatchObject({ occurredAt: vn('2026-11-20 16:00'), recordedAt: vn('2026-11-23 07:45') });
    // 90 minutes on Friday, 480 on Monday, and, Tuesday being a holiday, the last 150 of 720 on Wednesday.
    expect(legal(story)).toMatchObject({ startedAt: minute('2026-11-20 16:00'), dueAt: minute('2026-11-25 10:00') });
  });

  it.each([
    ['2026-11-23 09:02:00', '2026-11-23 09:00'],
    ['2026-11-23 09:00:01', '2026-11-23 09:00'],
    ['2026-11-23 09:00:00', '2026-11-23 09:00'],
  ])('up to two minutes ahead is taken for now (%s)', (declared, now) => {
    expect(given(RULES).when(receive(declared, now))).toMatchObject([{ occurredAt: vn(now) }]);
  });

  it('further ahead is refused', () => {
    expect(given(RULES).when(receive('2026-11-23 09:02:01', '2026-11-23 09:00'))).toMatchObject({
      code: 'occurred-in-future',
      facts: { occurredAt: vn('2026-11-23 09:02:01'), now: vn('2026-11-23 09:00') },
    });
  });

  it('is not before the last fact of the dossier; at the same moment it is', () => {
    const story = given(RULES, [received(CODE, '2026-11-23 09:00')]);
    const send = (occurredAt: string) =>
      story.when(byReceiver({ type: 'transfer', copy: 'paper', occurredAt: vn(occurredAt) }, '2026-11-23 10:00'));
    expect(send('2026-11-23 08:59:59')).toMatchObject({
      code: 'occurred-before-last-fact',
      facts: { lastFactAt: vn('2026-11-23 09:00') },
    });
    expect(send('2026-11-23 09:00')).toMatchObject([{ occurredAt: vn('2026-11-23 09:00') }]);
  });

  it('is not held up by a breach found out meanwhile: that one only says when it was noticed', () => {
    const swept = given(RULES, [received(CODE, '2026-11-16 09:00')]).swept('2026-11-20 08:00');
    expect(swept.events.some(({ type }) => type === 'dossier.clockBreached.v1')).toBe(true);
    const paper = byReceiver(
      { type: 'transfer', copy: 'paper', occurredAt: vn('2026-11-16 16:00') },
      '2026-11-20 09:00',
    );
    expect(swept.when(paper)).toMatchObject([{ occurredAt: vn('2026-11-16 16:00') }]);
  });
});

describe('a wrong reception time', () => {
  const story = given(RULES, [received(CODE, '2026-11-23 09:00')]);

  it('is corrected by one person within eight hours, and the journal reads as if it had been right', () => {
    const after = story.and(correct('2026-11-23 08:00', { at: '2026-11-23 10:00' }));
    const asIfRight = given(RULES, [received(CODE, '2026-11-23 08:00')]);
    expect(after.events.at(-1)).toMatchObject({
      type: 'dossier.receptionCorrected.v1',
      phase: 'received',
      occurredAt: vn('2026-11-23 10:00'),
      data: {
        from: vn('2026-11-23 09:00'),
        to: vn('2026-11-23 08:00'),
        approvedBy: null,
        promise: { at: vn('2026-11-25 14:00') },
      },
    });
    expect(after.file?.clocks).toEqual(asIfRight.file?.clocks);
    expect(after.file?.segments).toEqual(asIfRight.file?.segments);
    expect(after.file?.dossier).toMatchObject({
      receivedAt: vn('2026-11-23 08:00'),
      promise: { at: vn('2026-11-25 14:00') },
      lastFactAt: vn('2026-11-23 08:00'),
      version: 2,
      seq: 2,
    });
  });

  it('lets what happened in between be declared afterwards', () => {
    const after = story.and(correct('2026-11-23 07:30', { at: '2026-11-23 10:00' }));
    const paper = byReceiver(
      { type: 'transfer', copy: 'paper', occurredAt: vn('2026-11-23 08:30') },
      '2026-11-23 10:05',
    );
    expect(after.when(paper)).toMatchObject([{ occurredAt: vn('2026-11-23 08:30') }]);
  });

  it('needs a second person beyond eight hours, who is not the first', () => {
    const late = (at: string, approvedBy?: string) =>
      story.when(correct(at, { at: '2026-11-23 17:00', ...(approvedBy === undefined ? {} : { approvedBy }) }));
    const second = { code: 'second-person-required', facts: { minutes: 481, bound: CORRECTION_ALONE_MINUTES } };
    expect(late('2026-11-23 01:00')).toMatchObject([{ data: { approvedBy: null } }]);
    expect(late('2026-11-23 00:59')).toMatchObject(second);
    expect(late('2026-11-23 00:59', 'clerk-1')).toMatchObject(second);
    expect(late('2026-11-23 00:59', 'head-1')).toMatchObject([{ data: { approvedBy: 'head-1' } }]);
    expect(late('2026-11-23 17:00')).toMatchObject([{ data: { to: vn('2026-11-23 17:00') } }]);
  });

  it('cannot be moved further by several small corrections of one person', () => {
    const once = story.and(correct('2026-11-23 02:00', { at: '2026-11-23 10:00' }));
    expect(once.when(correct('2026-11-22 20:00'))).toMatchObject({
      code: 'second-person-required',
      facts: { minutes: 780 },
    });
    const approved = story.and(correct('2026-11-20 16:00', { at: '2026-11-23 10:00', approvedBy: 'head-1' }));
    expect(approved.when(correct('2026-11-20 15:30'))).toMatchObject([{ data: { from: vn('2026-11-20 16:00') } }]);
    expect(approved.and(correct('2026-11-20 15:30')).file?.dossier.receivedAt).toBe(vn('2026-11-20 15:30'));
  });

  it('is not in the future', () => {
    expect(story.when(correct('2026-11-23 10:03', { at: '2026-11-23 10:00' }))).toMatchObject({
      code: 'occurred-in-future',
    });
  });

  it('lies before every later fact, whoever declared it, and after the submission', () => {
    const sentOn = story.and(sent('paper', '2026-11-23 09:30'), delivered('2026-11-23 10:30'));
    const online = given(RULES, [
      submitted(CODE, '2026-11-22 20:00'),
      byReceiver({ type: 'receive' }, '2026-11-23 09:00'),
    ]);
    expect(sentOn.when(correct('2026-11-23 09:30'))).toMatchObject([{ phase: 'awaitingAcceptance' }]);
    expect(sentOn.when(correct('2026-11-23 09:31'))).toMatchObject({
      code: 'reception-correction-illegal',
      facts: { earliest: null, latest: vn('2026-11-23 09:30') },
    });
    expect(online.when(correct('2026-11-22 19:59', { approvedBy: 'head-1' }))).toMatchObject({
      code: 'reception-correction-illegal',
      facts: { earliest: vn('2026-11-22 20:00') },
    });
  });

  it('is none before there is one', () => {
    const withdrawn = given(RULES, [submitted(CODE), byReceiver({ type: 'withdraw' })]);
    expect(given(RULES, [submitted(CODE)]).when(correct('2026-11-16 07:00'))).toMatchObject({
      code: 'command-not-allowed',
    });
    expect(withdrawn.when(correct('2026-11-16 07:00'))).toMatchObject({ code: 'reception-correction-illegal' });
  });

  it('may be found out after the dossier is closed, and then turns on time into overdue', () => {
    const rules = rulesFor(landProcedure());
    const closed = given(rules, wayTo('returned', rules.procedure.code));
    const before = legal(closed);
    const after = closed.and(correct('2026-10-01 08:00', { approvedBy: 'head-1' }));
    expect([before?.outcome, legal(after)?.outcome]).toEqual(['early', 'overdue']);
    expect(after.file?.dossier).toMatchObject({ phase: 'returned', receivedAt: vn('2026-10-01 08:00') });
    expect(after.file?.dossier.endedAt).toBe(closed.file?.dossier.endedAt);
  });

  it('leaves the promise of an apology standing', () => {
    const sorry = { type: 'apologise', reason: 'overload', newPromise: vn('2026-12-01 09:00') } as const;
    const told = given(RULES, [...wayTo('processing', CODE), byCompetent(sorry), correct('2026-11-16 07:45')]);
    expect(told.file?.dossier).toMatchObject({
      receivedAt: vn('2026-11-16 07:45'),
      promise: { at: vn('2026-12-01 09:00') },
    });
  });
});

describe('the fold', () => {
  const story = given(RULES, [
    received(CODE, '2026-11-23 09:00'),
    correct('2026-11-23 08:00', { at: '2026-11-23 10:00' }),
  ]);

  it('takes a correction only with the whole journal', () => {
    const [first, correction] = story.events;
    if (first === undefined || correction === undefined) throw new Error('two facts expected');
    const file = applyEvent(null, first, RULES);
    expect(() => applyEvent(file, correction, RULES)).toThrow('use foldHistory');
    expect(foldHistory(story.events, RULES)).toEqual(story.file);
  });

  it('refuses a journal with a gap, twice the same fact, another dossier, a wrong beginning, or none', () => {
    const [received1, sent1, delivered1] = given(RULES, [received(CODE), sent(), delivered()]).events;
    if (received1 === undefined || sent1 === undefined || delivered1 === undefined)
      throw new Error('three facts expected');
    const other = { ...sent1, dossierId: '018f4d5e-0000-7000-8000-000000000002' as typeof sent1.dossierId };
    expect(() => foldHistory([received1, delivered1], RULES)).toThrow('fact 3 where 2 must follow');
    expect(() => foldHistory([received1, sent1, sent1], RULES)).toThrow('fact 2 where 3 must follow');
    expect(() => foldHistory([received1, other], RULES)).toThrow('another dossier');
    expect(() => foldHistory([{ ...sent1, seq: 1 }], RULES)).toThrow('cannot begin');
    expect(() => foldHistory([], RULES)).toThrow('empty journal');
  });
});
