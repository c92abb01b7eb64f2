import { describe, expect, it } from '@jest/globals';
import type { DossierEvent } from '../../dossier/events.js';
import { DONG_HAI, HAI_AN, rulesFor, supervisorOver, vn } from '../../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  delivered,
  granted,
  received,
  sent,
  suspendedByOutage,
} from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import type { Story } from '../../testing/office.js';
import { procedureForTest } from '../../testing/procedures.js';
import type { ProcedureInput } from '../../testing/procedures.js';
import { minuteOf } from '../../time/instant.js';
import { clockOf, local } from '../clocks.fixture.js';
import { dueRungs } from './due-rungs.js';

const CODE = '1.004873';

/** Accepted at once: 1.5 days from Monday 16 November 08:00 are used up on Tuesday at 14:00. */
const processing = (overrides: Partial<ProcedureInput> = {}): Story =>
  given(rulesFor(procedureForTest(overrides)), [
    received(CODE, '2026-11-16 08:00'),
    sent('electronic', '2026-11-16 08:00'),
    delivered('2026-11-16 08:00'),
    accepted('2026-11-16 08:00'),
  ]);

const line = (event: DossierEvent): string => {
  if (event.type === 'dossier.clockWarned.v1')
    return `${event.data.clockId} ${event.data.percent}% ${shown(event.data.rungAt)}`;
  if (event.type === 'dossier.clockBreached.v1') return `${event.data.clockId} breach ${shown(event.data.rungAt)}`;
  return event.type === 'dossier.transferLapsed.v1' ? `lapsed ${event.data.attempt} ${shown(event.data.rungAt)}` : '';
};
const shown = (instant: DossierEvent['occurredAt']): string | null => local(minuteOf(instant));
const rungs = (story: Story): readonly string[] => story.events.map(line).filter((text) => text !== '');

describe('the rungs of a limit of 1.5 days', () => {
  it('fire at half, three quarters and breach, each at its instant, one sweep finding all of them', () => {
    expect(rungs(processing().swept('2026-11-18 09:00'))).toEqual([
      'legal 50% 2026-11-16 16:00',
      'legal 75% 2026-11-17 09:00',
      'legal breach 2026-11-17 14:01',
    ]);
  });

  it('fire once, however often it is swept', () => {
    const story = processing()
      .swept('2026-11-16 15:59')
      .swept('2026-11-16 16:00')
      .swept('2026-11-16 16:00')
      .swept('2026-11-16 17:00');
    expect(rungs(story)).toEqual(['legal 50% 2026-11-16 16:00']);
  });

  it('come into the journal before the act that is later than they are, at the time they were found', () => {
    const story = processing().and(granted('2026-11-17 15:00'));
    expect(rungs(story)).toHaveLength(3);
    expect(story.events.at(-1)?.type).toBe('dossier.decided.v1');
    expect(new Set(story.events.slice(-4, -1).map(({ occurredAt }) => occurredAt))).toEqual(
      new Set([vn('2026-11-17 15:00')]),
    );
  });

  it('do not fire for what was done in time and only declared late', () => {
    const story = processing().and({
      by: granted().by!,
      do: { type: 'decide', outcome: 'granted', occurredAt: '2026-11-17T13:59:00+07:00' },
      at: '2026-11-18 09:00',
    });
    expect(rungs(story)).toEqual(['legal 50% 2026-11-16 16:00', 'legal 75% 2026-11-17 09:00']);
    expect(clockOf(story, 'legal')).toMatchObject({ outcome: 'early', breached: false });
  });

  it('stay in the journal when an act declared later shows it was in time; the outcome is that of the minutes used', () => {
    const story = processing()
      .swept('2026-11-17 14:30')
      .and({
        by: granted().by!,
        do: { type: 'decide', outcome: 'granted', occurredAt: '2026-11-17T13:59:00+07:00' },
        at: '2026-11-17 15:00',
      });
    expect(clockOf(story, 'legal')).toMatchObject({ outcome: 'early', breached: true, breachFiresAt: null });
  });

  it('round a share up to the next whole minute, and 100 % is the due instant', () => {
    const limits = { counter: '0.0125wd', online: '0.0125wd', post: '0.0125wd' };
    const story = processing({
      cases: [{ key: 'standard', name: 'Thường', nameEn: 'Standard', limits }],
      warnPercents: [1, 50, 75, 100],
    });
    expect(rungs(story.swept('2026-11-16 09:00'))).toEqual([
      'legal 1% 2026-11-16 08:01',
      'legal 50% 2026-11-16 08:03',
      'legal 75% 2026-11-16 08:05',
      'legal 100% 2026-11-16 08:06',
      'legal breach 2026-11-16 08:07',
    ]);
  });

  it('wait while the clock rests', () => {
    const story = processing().and(suspendedByOutage('2026-11-16 15:00')).swept('2026-11-30 09:00');
    expect(rungs(story)).toEqual([]);
    const resumed = story.and(byCompetent({ type: 'resume' }, '2026-11-30 10:00')).swept('2026-11-30 15:00');
    expect(rungs(resumed)).toEqual(['legal 50% 2026-11-30 11:00']);
  });

  it('tell the sweep when to look again', () => {
    const { file } = processing();
    expect(local(clockOf(file, 'legal').warnAt)).toBe('2026-11-16 16:00');
    const warned = processing().swept('2026-11-16 16:00');
    expect(local(clockOf(warned, 'legal').warnAt)).toBe('2026-11-17 09:00');
    const all = warned.swept('2026-11-17 09:00');
    expect([clockOf(all, 'legal').warnAt, local(clockOf(all, 'legal').breachFiresAt)]).toEqual([
      null,
      '2026-11-17 14:01',
    ]);
  });
});

describe('the breach of a delivery or an acceptance', () => {
  const waiting = given(rulesFor(procedureForTest({ warnPercents: [] })), [
    received(CODE, '2026-11-16 08:00'),
    sent('electronic', '2026-11-16 09:00'),
  ]);

  it('lets the transfer lapse, which opens it to a supervisor', () => {
    const lapsed = waiting.swept('2026-11-16 14:00');
    expect(rungs(lapsed)).toEqual(['delivery:1 breach 2026-11-16 11:01', 'lapsed 1 2026-11-16 11:01']);
    expect(lapsed.file?.dossier.transfer?.lapsed).toBe(true);
    const moved = lapsed.when({
      by: supervisorOver(HAI_AN, DONG_HAI),
      do: { type: 'redirectTransfer', to: null, reason: 'no-answer' },
      at: '2026-11-16 14:00',
    });
    expect(moved).toMatchObject([{ type: 'dossier.transferRedirected.v1' }]);
  });

  it('not before its first minute over', () => {
    expect(rungs(waiting.swept('2026-11-16 11:00'))).toEqual([]);
  });

  it('of the acceptance likewise', () => {
    const delivery = waiting.and(delivered('2026-11-16 10:00')).swept('2026-11-16 17:00');
    expect(rungs(delivery)).toEqual(['acceptance:1 breach 2026-11-16 16:01', 'lapsed 1 2026-11-16 16:01']);
  });
});

describe('rungs of several clocks found together', () => {
  it('stand in order of their instants, then of clock ids', () => {
    const procedure = procedureForTest({
      warnPercents: [50],
      legs: { ...procedureForTest().legs, transfer: { budget: '1.5wd' } },
    });
    const { file, rules } = given(rulesFor(procedure), [received(CODE, '2026-11-16 08:00')]);
    if (file === null) throw new Error('no dossier');
    const now = vn('2026-11-18 09:00');
    expect(dueRungs(file, { until: now, now }, rules).map((fact) => line(fact as DossierEvent))).toEqual([
      'legal 50% 2026-11-16 16:00',
      'transfer 50% 2026-11-16 16:00',
      'legal breach 2026-11-17 14:01',
      'transfer breach 2026-11-17 14:01',
    ]);
    expect(dueRungs(file, { until: vn('2026-11-16 15:59'), now }, rules)).toEqual([]);
  });
});
