import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/office.js';
import type { Step as OfficeStep } from '../testing/office.js';
import { DONG_HAI, HAI_AN, livingIn, rulesFor, supervisorOver } from '../testing/office-directory.js';
import {
  byCompetent,
  byPlanning,
  byReceiver,
  consulted,
  decidable,
  delivered,
  granted,
  intake,
  received,
  sent,
  sentBack,
  submitted,
  supplementAsked,
  suspendedByOutage,
  takenOver,
  taxAnswered,
} from '../testing/office-steps.js';
import { landProcedure } from '../testing/procedures.js';
import type { GuardFacts } from './machine.js';
import { nextPosition } from './next-position.js';
import { NO_FACTS, positionOf } from './position.js';

const land = landProcedure();
const rules = rulesFor(land);
const { code } = land;
const idle = { tax: 'idle', planning: 'idle' };

const standsAt = (steps: readonly OfficeStep[]) => positionOf(given(rules, steps).file?.dossier ?? null, land);

describe('where a dossier stands', () => {
  it('before its first fact', () => {
    expect(positionOf(null, land, { heldForJurisdiction: true })).toEqual({
      phase: 'start',
      facts: { ...NO_FACTS, heldForJurisdiction: true },
    });
  });

  it('is not received while it is only submitted', () => {
    expect(standsAt([submitted(code)])).toEqual({ phase: 'submitted', facts: { ...NO_FACTS, consultations: idle } });
    expect(standsAt([submitted(code), byReceiver({ type: 'withdraw' })]).facts.received).toBe(false);
    expect(standsAt([received(code), byReceiver({ type: 'withdraw' })]).facts.received).toBe(true);
  });

  it('knows whether its receiver is competent', () => {
    const own = byReceiver({ type: 'receive', intake: intake(code, { place: livingIn('11413') }) });
    expect(standsAt([own]).facts.receiverIsCompetent).toBe(true);
    expect(standsAt([received(code)]).facts.receiverIsCompetent).toBe(false);
  });

  it('names the state of every consultation the procedure declares', () => {
    expect(standsAt([...takenOver(code), consulted('planning')]).facts.consultations).toEqual({
      tax: 'idle',
      planning: 'open',
    });
  });

  it('takes over what a command brings along', () => {
    const { file } = given(rules, [received(code)]);
    expect(positionOf(file?.dossier ?? null, land, { redirectHome: true }).facts.redirectHome).toBe(true);
  });
});

/** What each command of the stories brings along. */
const CHOICES: Partial<Record<OfficeStep['do']['type'], Partial<GuardFacts>>> = {
  receive: { receiverIsCompetent: false },
  provideSupplement: { supplementForwarding: true },
};

const cancelPlanning = byCompetent({ type: 'cancelConsultation', consultation: 'planning', reason: 'notNeeded' });
const answerPlanning = byPlanning({ type: 'answerConsultation', consultation: 'planning', outcome: 'agreed' });
const broughtOnPaper = byReceiver({ type: 'provideSupplement', copy: 'paper' });
const resumed = byCompetent({ type: 'resume' });
const redirectedHome: OfficeStep = {
  by: supervisorOver(HAI_AN, DONG_HAI),
  do: { type: 'redirectTransfer', to: null, reason: 'bouncedTooOften' },
};
const bounce = [sent(), delivered(), sentBack()];

describe('the walk moves a position as the journal moves a dossier', () => {
  it.each<[string, readonly OfficeStep[]]>([
    [
      'a supplement asked for before reception',
      [submitted(code), byReceiver({ type: 'requestSupplement', components: ['deed'], reason: 'missing' })],
    ],
    ['three bounces and a way home', [received(code), ...bounce, ...bounce, ...bounce, redirectedHome]],
    ['a recall', [received(code), sent(), byReceiver({ type: 'recallTransfer', reason: 'wrongCopy' })]],
    [
      'a supplement forwarded on paper',
      [...takenOver(code), consulted('tax'), supplementAsked(), broughtOnPaper, delivered()],
    ],
    [
      'a suspension while two opinions are awaited',
      [
        ...takenOver(code),
        consulted('tax'),
        consulted('planning'),
        suspendedByOutage(),
        taxAnswered(),
        resumed,
        cancelPlanning,
      ],
    ],
    ['an answer after the decision', [...decidable(code), consulted('planning'), granted(), answerPlanning]],
  ])('%s', (_, steps) => {
    let story = given(rules);
    for (const step of steps) {
      const before = positionOf(story.file?.dossier ?? null, land);
      story = story.and(step);
      const after = positionOf(story.file?.dossier ?? null, land);
      const consultation = 'consultation' in step.do ? { consultation: step.do.consultation } : {};
      const act = { type: step.do.type, ...consultation, choice: CHOICES[step.do.type] ?? {} };
      const start = {
        ...before,
        facts: { ...before.facts, consultations: { ...idle, ...before.facts.consultations } },
      };
      expect(nextPosition(start as typeof before, act, story.file?.dossier.phase ?? 'closed')).toEqual(after);
    }
  });
});
