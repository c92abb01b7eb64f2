import { describe, expect, it } from '@jest/globals';
import type { DossierFile } from '../dossier/file.js';
import { instantOf, localIso, minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { rulesFor, vn } from '../testing/office-directory.js';
import { byCompetent, granted, received } from '../testing/office-steps.js';
import type { Story } from '../testing/office.js';
import { given } from '../testing/office.js';
import { procedureForTest } from '../testing/procedures.js';
import { accepted, delivered, sent } from '../testing/office-steps.js';
import type { Clock } from './clock.js';

const CODE = '1.004873';

function clockOf(file: DossierFile | null, id: string): Clock {
  const clock = file?.clocks.find((candidate) => candidate.id === id);
  if (clock === undefined) throw new Error(`no clock ${id}`);
  return clock;
}

const local = (minute: Minute | null): string | null => (minute === null ? null : localIso(minute).slice(0, 16));

/** Received on Thursday 26 November 2026 at 11:00: one and a half working days end on Friday 27 November at 17:00. */
function inProcessing(granularity: 'minute' | 'halfDay' | 'day'): Story {
  const rules = rulesFor(procedureForTest({ promiseGranularity: granularity }));
  return given(rules, [
    received(CODE, '2026-11-26 11:00'),
    sent('electronic', '2026-11-26 11:05'),
    delivered(),
    accepted(),
  ]);
}

describe('a limit of 1.5 working days that ends on Friday at 17:00, judged by the day', () => {
  const story = inProcessing('day');
  const decidedAt = (at: string): Clock => clockOf(story.and(granted(at)).file, 'legal');

  it('is due on Friday at 17:00 and breaches on Monday at 07:31', () => {
    const legal = clockOf(story.file, 'legal');
    expect([local(legal.dueAt), local(legal.breachFiresAt)]).toEqual(['2026-11-27T17:00', '2026-11-30T07:31']);
  });

  it.each([
    ['2026-11-26 17:30', 'early'],
    ['2026-11-27 07:30', 'onTime'],
    ['2026-11-27 17:00', 'onTime'],
    ['2026-11-27 20:00', 'onTime'],
    ['2026-11-30 07:30', 'onTime'],
    ['2026-11-30 07:31', 'overdue'],
  ])('decided at %s is %s', (at, outcome) => {
    expect(decidedAt(at).outcome).toBe(outcome);
  });

  it('fires its alert on Monday at 07:31 and not a minute before, once, with the true instant however late it is noticed', () => {
    const breaches = (at: string) =>
      story
        .swept(at)
        .events.filter(({ type, data }) => type === 'dossier.clockBreached.v1' && data.clockId === 'legal');
    expect(breaches('2026-11-30 07:30')).toEqual([]);
    expect(breaches('2026-11-30 07:31')).toHaveLength(1);
    const late = story.swept('2026-12-02 09:12').swept('2026-12-03 09:00').events;
    const found = late.filter(({ type, data }) => type === 'dossier.clockBreached.v1' && data.clockId === 'legal');
    expect(found.map(({ occurredAt, data }) => [occurredAt, 'rungAt' in data ? data.rungAt : null])).toEqual([
      [vn('2026-12-02 09:12'), vn('2026-11-30 07:31')],
    ]);
  });
});

describe('the same limit judged more finely', () => {
  it.each([
    ['halfDay', '2026-11-27 11:59', 'early'],
    ['halfDay', '2026-11-27 13:00', 'onTime'],
    ['halfDay', '2026-11-30 07:30', 'onTime'],
    ['halfDay', '2026-11-30 07:31', 'overdue'],
    ['minute', '2026-11-27 16:59', 'early'],
    ['minute', '2026-11-27 17:00', 'onTime'],
    ['minute', '2026-11-27 17:01', 'overdue'],
  ] as const)('by the %s, decided at %s it is %s', (granularity, at, outcome) => {
    expect(clockOf(inProcessing(granularity).and(granted(at)).file, 'legal').outcome).toBe(outcome);
  });
});

describe('the five minutes of ward Đông Hải', () => {
  it('are five minutes of overrun', () => {
    const legal = clockOf(inProcessing('minute').and(granted('2026-11-27 17:05')).file, 'legal');
    expect(legal.used).toBe(725);
    expect(legal.budget).toEqual({ unit: 'work', minutes: 720 });
    expect([legal.outcome, local(legal.dueAt), local(legal.breachFiresAt)]).toEqual([
      'overdue',
      '2026-11-27T17:00',
      '2026-11-27T17:01',
    ]);
  });
});
