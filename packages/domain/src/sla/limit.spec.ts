import { describe, expect, it } from '@jest/globals';
import { rulesFor } from '../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  byReceiver,
  delivered,
  granted,
  intake,
  received,
  sent,
  suspendedByOutage,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, procedureForTest, sameDayProcedure } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { ENDS_IN_NOVEMBER, clockOf, local, rulesOn } from './clocks.fixture.js';

const CODE = '1.004873';
const standard = (limit: string) => [
  { key: 'standard', name: 'Thông thường', nameEn: 'Standard', limits: { counter: limit, online: limit, post: limit } },
];
const MONDAY = '2026-11-16 08:00';
const begun = (overrides: Partial<ProcedureInput> = {}, at = MONDAY): Story =>
  given(rulesFor(procedureForTest(overrides)), [received(CODE, at)]);

describe('cut-offs', () => {
  it.each([
    ['2026-11-16 15:00', '2026-11-17 15:00'],
    ['2026-11-16 15:01', '2026-11-17 17:30'],
  ])('a transfer received at %s may take until %s', (at, due) => {
    expect(local(clockOf(begun({}, at), 'transfer').dueAt)).toBe(due);
  });

  it('the transfer cut-off leaves the legal clock alone', () => {
    expect(local(clockOf(begun({}, '2026-11-16 15:01'), 'legal').dueAt)).toBe('2026-11-18 09:01');
  });

  const sameDay = (at: string): Story =>
    given(rulesFor(sameDayProcedure()), [byReceiver({ type: 'receive', intake: intake('2.000635') }, at)]);

  it.each([
    ['2026-11-16 09:00', '2026-11-16 17:30'],
    ['2026-11-16 15:00', '2026-11-16 17:30'],
    ['2026-11-16 15:01', '2026-11-17 17:30'],
    ['2026-11-21 10:00', '2026-11-23 17:30'],
  ])('a same-day procedure received at %s is due at %s', (at, due) => {
    expect(local(clockOf(sameDay(at), 'legal').dueAt)).toBe(due);
  });

  it('a rest moves a same-day limit by the minutes worked meanwhile', () => {
    const story = sameDay('2026-11-16 09:00').and(
      sent('electronic', '2026-11-16 09:10'),
      delivered('2026-11-16 09:10'),
      accepted('2026-11-16 09:20'),
      suspendedByOutage('2026-11-16 10:00'),
      byCompetent({ type: 'resume' }, '2026-11-16 15:00'),
    );
    expect(local(clockOf(story, 'legal').dueAt)).toBe('2026-11-17 10:30');
  });

  it('counts a same-day limit that came after the cut-off from the next morning', () => {
    expect(clockOf(sameDay('2026-11-16 15:01'), 'legal').budget).toEqual({ unit: 'work', minutes: 480 });
    expect(local(clockOf(sameDay('2026-11-16 15:01'), 'legal').countsFrom)).toBe('2026-11-17 07:30');
  });
});

describe('a limit in calendar days', () => {
  it('of thirty does not count the first day, ends at the close of the last and rolls on to a working day', () => {
    const story = begun({ cases: standard('30cd') }, '2026-11-26 09:00');
    expect(local(clockOf(story, 'legal').dueAt)).toBe('2026-12-28 17:30'); // 26 December is a Saturday
  });

  const suspendedFrom = (at: string): Story =>
    begun({ cases: standard('2cd') }, MONDAY).and(
      sent('electronic', MONDAY),
      delivered(MONDAY),
      accepted(MONDAY),
      suspendedByOutage(at),
      byCompetent({ type: 'resume' }, '2026-11-23 09:00'),
    );

  it('that rests from its due instant on has come due, and breaches with its first minute awake', () => {
    const legal = clockOf(suspendedFrom('2026-11-18 17:30'), 'legal');
    expect([local(legal.dueAt), local(legal.breachFiresAt)]).toEqual(['2026-11-18 17:30', '2026-11-23 09:01']);
  });

  it('that rests a minute earlier is moved instead', () => {
    const legal = clockOf(suspendedFrom('2026-11-18 17:29'), 'legal');
    expect([local(legal.dueAt), local(legal.breachFiresAt)]).toEqual(['2026-11-25 17:30', '2026-11-26 07:31']);
  });

  it('is moved by the calendar days a pause touched, each once', () => {
    const processing = begun({ cases: standard('30cd') }, '2026-11-16 08:00').and(
      sent('electronic', '2026-11-16 08:00'),
      delivered('2026-11-16 08:00'),
      accepted('2026-11-16 08:00'),
    );
    const pausedTwice = processing.and(
      suspendedByOutage('2026-11-16 10:00'),
      byCompetent({ type: 'resume' }, '2026-11-17 09:00'),
      suspendedByOutage('2026-11-17 15:00'),
      byCompetent({ type: 'resume' }, '2026-11-17 16:00'),
    );
    expect(clockOf(pausedTwice, 'legal').pausedDays).toBe(2);
    expect(local(clockOf(pausedTwice, 'legal').dueAt)).toBe('2026-12-18 17:30');
  });
});

describe('beyond the calendar', () => {
  const legalFrom = (at: string, limit: string) =>
    given(rulesOn(ENDS_IN_NOVEMBER, procedureForTest({ cases: standard(limit) })), [received(CODE, at)]);

  it('a limit that ends after the last loaded day has no date and says so', () => {
    expect(clockOf(legalFrom('2026-11-27 09:00', '3wd'), 'legal')).toMatchObject({
      certainty: 'notComputable',
      dueAt: null,
      breachFiresAt: null,
      status: 'running',
    });
    expect(legalFrom('2026-11-27 09:00', '3wd').file?.dossier.promise).toBeNull();
  });

  it('what ended inside the calendar was early all the same: its due instant lies beyond', () => {
    const decided = legalFrom('2026-11-27 09:00', '3wd').and(
      sent('electronic', '2026-11-27 09:00'),
      delivered('2026-11-27 09:00'),
      accepted('2026-11-27 09:00'),
      granted('2026-11-30 09:00'),
    );
    expect(clockOf(decided, 'legal').outcome).toBe('early');
  });

  it('what ends outside it has no outcome', () => {
    const decided = legalFrom('2026-11-27 09:00', '3wd').and(
      sent('electronic', '2026-11-27 09:00'),
      delivered('2026-11-27 09:00'),
      accepted('2026-11-27 09:00'),
      granted('2026-12-02 09:00'),
    );
    expect(clockOf(decided, 'legal')).toMatchObject({ outcome: null, certainty: 'notComputable' });
  });

  it('a cut-off on the last loaded day puts the transfer beyond it', () => {
    const procedure = procedureForTest({ legs: { ...procedureForTest().legs, transfer: { budget: '1wh' } } });
    const story = given(rulesOn(ENDS_IN_NOVEMBER, procedure), [received(CODE, '2026-11-30 15:01')]);
    expect(clockOf(story, 'transfer').certainty).toBe('notComputable');
  });

  it('a date in a year without a notice is provisional', () => {
    const story = given(rulesFor(landProcedure()), [received('1.012817', '2026-12-21 09:00')]);
    expect(clockOf(story, 'legal').certainty).toBe('provisional');
    expect(story.file?.dossier.promise?.provisional).toBe(true);
    expect(clockOf(story, 'transfer').certainty).toBe('certain');
  });
});
