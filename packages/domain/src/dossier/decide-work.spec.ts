import { describe, expect, it } from '@jest/globals';
import type { ActingParty } from '../kernel/actor.js';
import { DONG_HAI, PLANNING, TAX_OFFICE, clerkOf, rulesFor, vn } from '../testing/office-directory.js';
import {
  byCompetent,
  byPlanning,
  byTaxOffice,
  consulted,
  granted,
  takenOver,
  taxAnswered,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Step, Story } from '../testing/office.js';
import { landProcedure, procedureForTest } from '../testing/procedures.js';
import type { Rules } from './file.js';

const RULES = rulesFor(landProcedure());
const processing = given(RULES, takenOver(RULES.procedure.code));
const start = (step: string) => byCompetent({ type: 'startStep', step });
const complete = (step: string) => byCompetent({ type: 'completeStep', step });

describe('the steps of a dossier', () => {
  it('are those of the procedure', () => {
    const steps = ['appraisal', 'signature'];
    expect(processing.when(start('printing'))).toMatchObject({
      code: 'step-unknown',
      facts: { step: 'printing', steps },
    });
  });

  it('may be open side by side, each once', () => {
    const both = processing.and(start('appraisal'), start('signature'));
    expect(both.file?.dossier.openSteps).toEqual(['appraisal', 'signature']);
    expect(both.when(start('appraisal'))).toMatchObject({ code: 'step-already-open' });
  });

  it('are completed once they were started, and not started again', () => {
    expect(processing.when(complete('appraisal'))).toMatchObject({ code: 'step-not-open' });
    const done = processing.and(start('appraisal'), complete('appraisal'));
    expect(done.file?.dossier).toMatchObject({ openSteps: [], completedSteps: ['appraisal'] });
    expect(done.when(start('appraisal'))).toMatchObject({ code: 'step-already-completed' });
    expect(done.and(start('signature')).when(complete('appraisal'))).toMatchObject({ code: 'step-not-open' });
  });

  it('end with the decision, and their clocks with them', () => {
    const open = processing.and(consulted('tax'), taxAnswered(), start('appraisal'));
    const { file } = open.and(granted());
    expect(file?.dossier).toMatchObject({ phase: 'decided', openSteps: [], completedSteps: [] });
    expect(file?.clocks.find(({ id }) => id === 'step:appraisal')).toMatchObject({ status: 'stopped' });
  });
});

describe('an opinion', () => {
  it('is asked of a body the directory knows, and not of oneself', () => {
    const ask = (agencyId: string) => byCompetent({ type: 'requestConsultation', consultation: 'tax', agencyId });
    expect(processing.when(ask('99.nowhere'))).toMatchObject({ code: 'agency-unknown' });
    expect(processing.when(ask(DONG_HAI))).toMatchObject({ code: 'consultation-of-itself' });
    expect(processing.when(ask(TAX_OFFICE))).toMatchObject([{ phase: 'processing', data: { agencyId: TAX_OFFICE } }]);
  });

  it('is asked for where the procedure foresees it, and once', () => {
    const ask = { type: 'requestConsultation', consultation: 'army', agencyId: TAX_OFFICE } as const;
    expect(processing.when(byCompetent(ask))).toMatchObject({ code: 'consultation-unknown' });
    expect(processing.and(consulted('tax')).when(consulted('tax'))).toMatchObject({ code: 'consultation-not-idle' });
  });

  it('is given by who was asked for that one, once', () => {
    const both = processing.and(consulted('tax'), consulted('planning'));
    const answer = { type: 'answerConsultation', consultation: 'tax', outcome: 'disagreed' } as const;
    expect(both.when(byPlanning(answer))).toMatchObject({
      code: 'actor-not-entitled',
      facts: { needs: ['consulted'] },
    });
    expect(both.when(byTaxOffice(answer))).toMatchObject([{ data: { outcome: 'disagreed' } }]);
    expect(both.and(byTaxOffice(answer)).when(byTaxOffice(answer))).toMatchObject({ code: 'consultation-not-open' });
  });

  it('the procedure demands stands in the way of the decision until it is given', () => {
    expect(processing.when(granted())).toMatchObject({
      code: 'consultations-unanswered',
      facts: { phase: 'processing', consultations: ['tax'], notAsked: ['tax'], unanswered: [] },
    });
    expect(processing.and(consulted('tax')).when(granted())).toMatchObject({
      code: 'consultations-unanswered',
      facts: { consultations: ['tax'], notAsked: [], unanswered: ['tax'] },
    });
    expect(processing.and(consulted('tax'), taxAnswered()).when(granted())).toMatchObject([{ phase: 'decided' }]);
  });

  it('the procedure demands cannot be waved away; another can', () => {
    const cancel = (consultation: string) =>
      byCompetent({ type: 'cancelConsultation', consultation, reason: 'not-needed' });
    const both = processing.and(consulted('tax'), consulted('planning'));
    expect(both.when(cancel('tax'))).toMatchObject({
      code: 'consultations-unanswered',
      facts: { consultations: ['tax'], unanswered: ['tax'] },
    });
    expect(both.and(cancel('planning')).file?.dossier.consultations.planning?.state).toBe('cancelled');
  });
});

describe('two opinions that arrive in either order', () => {
  const bothRest = landProcedure().consultations.map((rule) => ({ ...rule, pausesLegalClock: true }));
  const answer = (by: ActingParty, consultation: string, occurredAt: string) => ({
    by,
    do: { type: 'answerConsultation', consultation, outcome: 'agreed', occurredAt: vn(occurredAt) } as const,
  });
  const tax = answer(clerkOf(TAX_OFFICE), 'tax', '2026-11-18 09:00');
  const planning = answer(clerkOf(PLANNING), 'planning', '2026-11-18 15:00');

  function asked(rules: Rules): Story {
    const way = [
      ...takenOver(rules.procedure.code),
      consulted('tax', '2026-11-17 08:00'),
      consulted('planning', '2026-11-17 08:00'),
    ];
    return given(rules, way);
  }
  function answered(rules: Rules, answers: readonly Step[]): Story {
    return answers.reduce((story, step, n) => story.and({ ...step, at: `2026-11-19 09:0${n}` }), asked(rules));
  }

  it('give the same clocks where the legal clock waits for both', () => {
    const rules = rulesFor(landProcedure({ consultations: bothRest }));
    const [inOrder, reversed] = [answered(rules, [tax, planning]), answered(rules, [planning, tax])];
    expect(reversed.file?.clocks).toEqual(inOrder.file?.clocks);
    expect(reversed.file?.dossier.lastFactAt).toBe(inOrder.file?.dossier.lastFactAt);
  });

  it('end each its own clock at its own time, and the legal clock goes on from the opinion it waited for', () => {
    const reversed = answered(RULES, [planning, tax]);
    const clocks = new Map(reversed.file?.clocks.map((clock) => [clock.id, clock]));
    const minute = (text: string) => Date.parse(vn(text)) / 60_000;
    expect(clocks.get('consultation:tax')).toMatchObject({ stoppedAt: minute('2026-11-18 09:00'), used: 540 });
    expect(clocks.get('consultation:planning')).toMatchObject({ stoppedAt: minute('2026-11-18 15:00'), used: 780 });
    expect(clocks.get('legal')).toMatchObject({ status: 'running', runningSince: minute('2026-11-18 09:00') });
  });

  it('are not accepted from before the question was put', () => {
    const early = {
      type: 'answerConsultation',
      consultation: 'tax',
      outcome: 'agreed',
      occurredAt: vn('2026-11-17 07:59'),
    } as const;
    expect(asked(RULES).when(byTaxOffice(early, '2026-11-19 09:00'))).toMatchObject({
      code: 'occurred-before-last-fact',
      facts: { lastFactAt: vn('2026-11-17 08:00') },
    });
  });
});

describe('the officer in charge', () => {
  it('is named by the holder and is nobody again when the dossier changes hands', () => {
    const rules = rulesFor(procedureForTest());
    const [receive, send, deliver, accept] = takenOver(rules.procedure.code);
    const assign = { do: { type: 'assign', officerId: 'officer-7' } } as const;
    const before = given(
      rules,
      [receive, send, deliver, assign].flatMap((step) => step ?? []),
    );
    expect(before.file?.dossier.assignee).toBe('officer-7');
    expect(before.and(...[accept].flatMap((step) => step ?? [])).file?.dossier.assignee).toBeNull();
  });
});
