import { describe, expect, it } from '@jest/globals';
import { DONG_HAI, HAI_AN, rulesFor, vn } from '../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  byReceiver,
  delivered,
  granted,
  held,
  received,
  sent,
  supplementAsked,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, procedureForTest } from '../testing/procedures.js';

const RULES = rulesFor(procedureForTest());
const CODE = RULES.procedure.code;
const told = (story: Story) =>
  story.events
    .filter(({ type }) => type !== 'dossier.clockWarned.v1')
    .map(
      ({ type, phase, actor }) =>
        `${type.slice('dossier.'.length, -'.v1'.length)} → ${phase} (${actor.agencyId ?? actor.kind})`,
    );

/** The 1.5-day kind: a day to travel leaves half a day to decide. Monday 23 November 2026; the 24th is a holiday. */
const JOURNEY = given(RULES, [
  received(CODE, '2026-11-23 09:00'),
  sent('electronic', '2026-11-23 16:00'),
  delivered('2026-11-23 16:05'),
  accepted('2026-11-25 08:00'),
  byCompetent({ type: 'startStep', step: 'appraisal' }, '2026-11-25 08:10'),
  byCompetent({ type: 'completeStep', step: 'appraisal' }, '2026-11-25 14:00'),
  byCompetent({ type: 'startStep', step: 'approval' }, '2026-11-25 14:00'),
  byCompetent({ type: 'apologise', reason: 'overload', newPromise: vn('2026-11-27 15:00') }, '2026-11-25 14:30'),
  byCompetent({ type: 'completeStep', step: 'approval' }, '2026-11-26 07:50'),
  granted('2026-11-26 09:30'),
  byCompetent({ type: 'dispatchResult', copy: 'electronic' }, '2026-11-26 10:00'),
  byReceiver({ type: 'confirmResultArrival' }, '2026-11-26 10:02'),
  byReceiver({ type: 'notifyApplicant', means: 'sms' }, '2026-11-26 10:15'),
  byReceiver({ type: 'returnResult', means: 'counter' }, '2026-11-27 08:30'),
]);

describe('a dossier received in Hải An for Đông Hải', () => {
  it('goes the whole way and back, each fact with the state it leads to and the agency that made it', () => {
    expect(told(JOURNEY)).toEqual([
      `received → received (${HAI_AN})`,
      `transferDispatched → inTransfer (${HAI_AN})`,
      `transferDelivered → awaitingAcceptance (${DONG_HAI})`,
      `transferAccepted → processing (${DONG_HAI})`,
      `stepStarted → processing (${DONG_HAI})`,
      `stepCompleted → processing (${DONG_HAI})`,
      `stepStarted → processing (${DONG_HAI})`,
      `apologyIssued → processing (${DONG_HAI})`,
      'clockBreached → processing (engine)',
      `stepCompleted → processing (${DONG_HAI})`,
      `decided → decided (${DONG_HAI})`,
      `resultDispatched → resultInTransfer (${DONG_HAI})`,
      `resultArrived → readyForReturn (${HAI_AN})`,
      `applicantNotified → readyForReturn (${HAI_AN})`,
      `resultReturned → returned (${HAI_AN})`,
    ]);
  });

  it('was overdue in the minute after Wednesday 15:00, though it was noticed on Thursday', () => {
    const breach = JOURNEY.events.find(({ type }) => type === 'dossier.clockBreached.v1');
    expect(breach).toMatchObject({
      occurredAt: vn('2026-11-26 07:50'),
      data: { clockId: 'legal', epoch: 1, rungAt: vn('2026-11-25 15:01') },
    });
  });

  it('ends with the receiver, notified, apologised for, and late by the law all the same', () => {
    expect(JOURNEY.file?.dossier).toMatchObject({
      phase: 'returned',
      holder: HAI_AN,
      competentAgency: DONG_HAI,
      outcome: 'granted',
      notified: true,
      promise: { at: vn('2026-11-27 15:00') },
      endedAt: vn('2026-11-27 08:30'),
      completedSteps: ['appraisal', 'approval'],
    });
    expect(JOURNEY.file?.clocks.find(({ id }) => id === 'legal')).toMatchObject({
      status: 'stopped',
      outcome: 'overdue',
    });
  });

  it('counts as version only what parties did: receipts, warnings and breaches make no page stale', () => {
    const dossier = JOURNEY.file?.dossier;
    const silent = [
      'dossier.transferDelivered.v1',
      'dossier.resultArrived.v1',
      'dossier.clockWarned.v1',
      'dossier.clockBreached.v1',
    ];
    const acts = JOURNEY.events.filter(({ type }) => !silent.includes(type));
    expect(dossier?.seq).toBe(JOURNEY.events.length);
    expect(dossier?.version).toBe(acts.length);
    expect(acts).toHaveLength(12);
  });
});

describe('between two agencies without software', () => {
  it('the engine signs for what arrives by itself: the delivery and the result', () => {
    const story = given(
      RULES,
      [
        received(CODE),
        sent('electronic'),
        accepted(),
        granted(),
        byCompetent({ type: 'dispatchResult', copy: 'electronic' }),
      ],
      { consoleOnly: [HAI_AN, DONG_HAI] },
    );
    expect(told(story)).toEqual([
      `received → received (${HAI_AN})`,
      `transferDispatched → inTransfer (${HAI_AN})`,
      'transferDelivered → awaitingAcceptance (engine)',
      `transferAccepted → processing (${DONG_HAI})`,
      `decided → decided (${DONG_HAI})`,
      `resultDispatched → resultInTransfer (${DONG_HAI})`,
      'resultArrived → readyForReturn (engine)',
    ]);
    expect(story.file?.dossier.version).toBe(5);
  });

  it('a result on paper arrives when the receiver says so', () => {
    const way = [received(CODE), sent(), accepted(), granted(), byCompetent({ type: 'dispatchResult', copy: 'paper' })];
    const story = given(RULES, way, { consoleOnly: [HAI_AN, DONG_HAI] });
    expect(story.file?.dossier).toMatchObject({ phase: 'resultInTransfer', holder: DONG_HAI, resultCopy: 'paper' });
    expect(story.when(byReceiver({ type: 'confirmResultArrival' }))).toMatchObject([{ phase: 'readyForReturn' }]);
  });
});

describe('a receiver that is competent itself', () => {
  it('decides and has the result ready in one act', () => {
    const hold = held(landProcedure().code);
    const rules = rulesFor(landProcedure({ consultations: [] }));
    const own = byReceiver({ type: 'resolveJurisdiction', jurisdiction: { residence: { communeCode: '11413' } } });
    const story = given(rules, [hold, own, byReceiver({ type: 'decide', outcome: 'refused' })]);
    expect(story.file?.dossier).toMatchObject({ phase: 'readyForReturn', outcome: 'refused', transfer: null });
  });
});

describe('a restart of the limit', () => {
  it('opens a new epoch when the supplement is provided and leaves the old breach in the journal', () => {
    const rules = rulesFor(procedureForTest({ supplement: { policy: 'restart', maxRounds: 1, timeout: '30cd' } }));
    const story = given(rules, [
      received(CODE, '2026-11-16 08:00'),
      sent('electronic', '2026-11-16 08:10'),
      delivered('2026-11-16 08:20'),
      accepted('2026-11-16 08:30'),
      supplementAsked('2026-11-18 09:00'),
      byCompetent({ type: 'provideSupplement', copy: 'paper' }, '2026-11-19 09:00'),
    ]);
    const legal = story.file?.clocks.find(({ id }) => id === 'legal');
    const breaches = story.events.filter(({ type }) => type === 'dossier.clockBreached.v1');
    expect(legal).toMatchObject({ epoch: 2, used: 0, breached: false, status: 'running' });
    expect(breaches).toMatchObject([{ data: { clockId: 'legal', epoch: 1, rungAt: vn('2026-11-17 14:01') } }]);
  });
});
