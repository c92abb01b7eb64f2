import { describe, expect, it } from '@jest/globals';
import { rulesFor } from '../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  byReceiver,
  delivered,
  granted,
  received,
  sent,
  supplementAsked,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { procedureForTest } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { clockOf, local, segmentLines } from './clocks.fixture.js';

const CODE = '1.004873';
type Policy = 'pause' | 'restart' | 'run';

/** Received on Monday 16 November 2026 at 08:00 against three days; a supplement is asked for on Tuesday at 10:00. */
function asked(policy: Policy, overrides: Partial<ProcedureInput> = {}): Story {
  const limits = { counter: '3wd', online: '3wd', post: '3wd' };
  const procedure = procedureForTest({
    cases: [{ key: 'standard', name: 'Thông thường', nameEn: 'Standard', limits }],
    supplement: { policy, maxRounds: 2, timeout: '15cd' },
    ...overrides,
  });
  return given(rulesFor(procedure), [
    received(CODE, '2026-11-16 08:00'),
    sent('electronic', '2026-11-16 09:00'),
    delivered('2026-11-16 09:00'),
    accepted('2026-11-16 10:00'),
    supplementAsked('2026-11-17 10:00'),
  ]);
}

const provided = (at: string) => byCompetent({ type: 'provideSupplement', copy: 'electronic' }, at);
const THURSDAY = '2026-11-19 14:00';

describe('while a supplement is awaited', () => {
  it('the limit rests under policy pause: no due date, the used minutes shown', () => {
    expect(clockOf(asked('pause'), 'legal')).toMatchObject({
      status: 'paused',
      used: 600,
      dueAt: null,
      breachFiresAt: null,
    });
  });

  it('the limit runs on under policy run', () => {
    const legal = clockOf(asked('run'), 'legal');
    expect([legal.status, local(legal.dueAt)]).toEqual(['running', '2026-11-19 08:00']);
  });

  it('the applicant has the minutes and a clock of his own in calendar days, which ends at the close of the last', () => {
    const story = asked('pause');
    expect(segmentLines(story).at(-1)).toBe('applicant | awaitingSupplement | 2026-11-17 10:00 | open | ');
    const supplement = clockOf(story, 'supplement:1');
    expect(supplement).toMatchObject({ owner: { kind: 'applicant' }, budget: { unit: 'calendarDays', days: 15 } });
    expect(local(supplement.dueAt)).toBe('2026-12-02 17:30');
  });
});

describe('when the supplement is provided on Thursday at 14:00', () => {
  it('a paused limit goes on with what it had used', () => {
    const legal = clockOf(asked('pause').and(provided(THURSDAY)), 'legal');
    expect(legal).toMatchObject({ status: 'running', epoch: 1, used: 600 });
    expect(local(legal.dueAt)).toBe('2026-11-23 10:00');
  });

  it('a restarted limit begins again with nothing used', () => {
    const legal = clockOf(asked('restart').and(provided(THURSDAY)), 'legal');
    expect(legal).toMatchObject({ status: 'running', epoch: 2, used: 0, warned: [], breached: false });
    expect(local(legal.dueAt)).toBe('2026-11-25 14:00');
  });

  it('a restarted limit still leaves the segments as they were', () => {
    expect(segmentLines(asked('restart').and(provided(THURSDAY)))).toEqual([
      'Hải An | received | 2026-11-16 08:00 | 2026-11-16 09:00 | 60',
      'Đông Hải | awaitingAcceptance | 2026-11-16 09:00 | 2026-11-16 10:00 | 60',
      'Đông Hải | processing | 2026-11-16 10:00 | 2026-11-17 10:00 | 480',
      'applicant | awaitingSupplement | 2026-11-17 10:00 | 2026-11-19 14:00 | 1080',
      'Đông Hải | processing | 2026-11-19 14:00 | open | ',
    ]);
  });

  it('a limit that ran on is where it would have been', () => {
    expect(local(clockOf(asked('run').and(provided(THURSDAY)), 'legal').dueAt)).toBe('2026-11-19 08:00');
  });
});

describe('a limit restarted after it had breached', () => {
  const breachedFirst = asked('restart', {
    cases: [
      {
        key: 'standard',
        name: 'Thông thường',
        nameEn: 'Standard',
        limits: { counter: '1wd', online: '1wd', post: '1wd' },
      },
    ],
  });
  const story = breachedFirst.and(provided(THURSDAY)).swept('2026-11-23 10:00');
  const breaches = story.events.flatMap((event) =>
    event.type === 'dossier.clockBreached.v1' && event.data.clockId === 'legal' ? [event.data] : [],
  );

  it('keeps the breach of its first epoch in the journal and breaches again in its second', () => {
    expect(breaches.map(({ epoch, rungAt }) => [epoch, rungAt])).toEqual([
      [1, '2026-11-17T01:01:00.000Z'],
      [2, '2026-11-20T07:01:00.000Z'],
    ]);
  });
});

describe('a second supplement on the same day', () => {
  it('has a clock of its own and the limit counts both rests', () => {
    const story = asked('pause').and(
      provided('2026-11-17 11:00'),
      supplementAsked('2026-11-17 14:00'),
      provided('2026-11-17 15:00'),
    );
    expect(clockOf(story, 'supplement:1').outcome).toBe('early');
    expect(clockOf(story, 'supplement:2').outcome).toBe('early');
    expect(local(clockOf(story, 'legal').dueAt)).toBe('2026-11-19 10:00');
  });
});

describe('a supplement handed in at the counter of the receiving ward', () => {
  const story = asked('pause');
  const atCounter = (copy: 'electronic' | 'paper') => byReceiver({ type: 'provideSupplement', copy }, THURSDAY);

  it('as an electronic copy gives the minutes to the competent ward at once', () => {
    expect(segmentLines(story.and(atCounter('electronic'))).at(-1)).toBe(
      'Đông Hải | processing | 2026-11-19 14:00 | open | ',
    );
  });

  it('on paper resumes the limit there and leaves the minutes with the receiving ward until the other confirms', () => {
    const forwarded = story.and(atCounter('paper'));
    expect(clockOf(forwarded, 'legal').status).toBe('running');
    const confirmed = forwarded.and(byCompetent({ type: 'confirmDelivery' }, '2026-11-20 09:00'));
    expect(segmentLines(confirmed).slice(-2)).toEqual([
      'Hải An | processing | 2026-11-19 14:00 | 2026-11-20 09:00 | 300',
      'Đông Hải | processing | 2026-11-20 09:00 | open | ',
    ]);
  });

  it('on paper is with the competent ward once that acts on the dossier', () => {
    const acted = story.and(
      atCounter('paper'),
      byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-20 09:00'),
    );
    expect(segmentLines(acted).at(-1)).toBe('Đông Hải | processing | 2026-11-20 09:00 | open | ');
  });
});

describe('a supplement asked for before reception', () => {
  it('rests the reception clock, and nobody owns a minute yet', () => {
    const submitted = byReceiver(
      {
        type: 'submit',
        intake: {
          procedureCode: CODE,
          caseKey: 'standard',
          channel: 'online',
          jurisdiction: { residence: { communeCode: '11411' } },
        },
      },
      '2026-11-16 08:00',
    );
    const ask = byReceiver(
      { type: 'requestSupplement', components: ['birth certificate'], reason: 'missing' },
      '2026-11-16 10:00',
    );
    const story = given(rulesFor(procedureForTest()), [submitted, ask]);
    expect(clockOf(story, 'reception')).toMatchObject({ status: 'paused', used: 120 });
    expect(story.file?.segments).toEqual([]);
    const again = story.and(byReceiver({ type: 'provideSupplement', copy: 'electronic' }, '2026-11-18 10:00'));
    expect(local(clockOf(again, 'reception').dueAt)).toBe('2026-11-19 08:00');
    expect(again.file?.clocks.map(({ id }) => id)).toEqual(['reception', 'supplement:1']);
  });
});

describe('the time given to the applicant', () => {
  const story = asked('pause', { supplement: { policy: 'pause', maxRounds: 2, timeout: '10cd' } });

  it('ends on Friday 27 November at 17:30, and has passed with the first working minute after it', () => {
    expect(local(clockOf(story, 'supplement:1').dueAt)).toBe('2026-11-27 17:30');
    expect(story.swept('2026-11-30 07:30').file?.dossier.phase).toBe('awaitingSupplement');
    expect(story.swept('2026-11-30 07:31').file?.dossier.phase).toBe('closed');
  });

  it('closes the dossier at the instant it passed, however late that is noticed', () => {
    const closed = story.swept('2026-12-03 11:00').events.at(-1);
    expect(closed).toMatchObject({
      type: 'dossier.closed.v1',
      occurredAt: '2026-11-30T00:31:00.000Z',
      recordedAt: '2026-12-03T04:00:00.000Z',
      data: { ground: 'supplementTimeout' },
    });
  });

  it('moves by each calendar day of a suspension, and does not pass meanwhile', () => {
    const suspended = story.and(
      byCompetent({ type: 'suspend', ground: 'forceMajeure', evidence: 'storm-1' }, '2026-11-26 10:00'),
    );
    expect(suspended.swept('2026-12-10 10:00').file?.dossier.phase).toBe('suspended');
    const resumed = suspended.and(byCompetent({ type: 'resume' }, '2026-11-30 09:00'));
    expect(local(clockOf(resumed, 'supplement:1').dueAt)).toBe('2026-12-02 17:30');
  });

  it('stops everything when the dossier is decided', () => {
    const done = story.and(provided(THURSDAY), granted('2026-11-19 15:00'));
    expect(done.file?.clocks.filter(({ status }) => status !== 'stopped').map(({ id }) => id)).toEqual([
      'resultTransfer',
    ]);
  });
});
