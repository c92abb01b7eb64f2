import { describe, expect, it } from '@jest/globals';
import type { ActingParty } from '../kernel/actor.js';
import {
  DONG_HAI,
  HAI_AN,
  NGO_QUYEN,
  PLANNING,
  TAX_OFFICE,
  clerkOf,
  rulesFor,
  supervisorOver,
} from '../testing/office-directory.js';
import {
  byCompetent,
  consulted,
  held,
  received,
  sent,
  sentBack,
  delivered,
  takenOver,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, procedureForTest } from '../testing/procedures.js';
import { commandsFor } from './allowed.js';
import { COMMAND_TYPES } from './commands.js';

const RULES = rulesFor(landProcedure());
const CODE = RULES.procedure.code;

function commands(story: Story, party: ActingParty) {
  if (story.file === null) throw new Error('no dossier yet');
  return commandsFor(story.file, party, story.rules);
}
const allowed = (story: Story, party: ActingParty) =>
  commands(story, party)
    .filter((entry) => entry.allowed)
    .map(({ command }) => command);
const whyNot = (story: Story, party: ActingParty, command: string) =>
  commands(story, party).find((entry) => entry.command === command)?.code;

describe('the commands a view shows', () => {
  const processing = given(RULES, takenOver(CODE));

  it('name every command once, allowed or with why not', () => {
    const all = commands(processing, clerkOf(DONG_HAI));
    expect(all.map(({ command }) => command)).toEqual(COMMAND_TYPES);
    expect(all.every((entry) => entry.allowed === (entry.code === undefined))).toBe(true);
  });

  it('are those of the competent agency while it works', () => {
    expect(allowed(processing, clerkOf(DONG_HAI))).toEqual([
      'assign',
      'startStep',
      'requestConsultation',
      'requestSupplement',
      'requestPayment',
      'suspend',
      'withdraw',
      'close',
      'extend',
      'apologise',
      'correctTime',
      'enterLate',
    ]);
    expect(whyNot(processing, clerkOf(DONG_HAI), 'decide')).toBe('consultations-unanswered');
    expect(whyNot(processing, clerkOf(DONG_HAI), 'completeStep')).toBe('step-not-open');
    expect(whyNot(processing, clerkOf(DONG_HAI), 'acceptTransfer')).toBe('command-not-allowed');
    expect(whyNot(processing, clerkOf(DONG_HAI), 'transfer')).toBe('actor-not-entitled');
  });

  it('are those of the receiver while it waits for the other agency', () => {
    expect(allowed(processing, clerkOf(HAI_AN))).toEqual(['correctReception', 'correctTime', 'enterLate']);
  });

  it('name the consultations a consulted agency may answer: its own', () => {
    const asked = processing.and(consulted('tax'), consulted('planning'));
    const answer = (agencyId: typeof TAX_OFFICE) =>
      commands(asked, clerkOf(agencyId)).find(({ command }) => command === 'answerConsultation');
    expect(answer(TAX_OFFICE)).toEqual({ command: 'answerConsultation', allowed: true, consultations: ['tax'] });
    expect(answer(PLANNING)).toEqual({ command: 'answerConsultation', allowed: true, consultations: ['planning'] });
    const answered = asked.and({
      by: clerkOf(TAX_OFFICE),
      do: { type: 'answerConsultation', consultation: 'tax', outcome: 'agreed' },
    });
    expect(whyNot(answered, clerkOf(TAX_OFFICE), 'answerConsultation')).toBe('consultation-not-open');
    expect(whyNot(answered, clerkOf(DONG_HAI), 'requestConsultation')).toBe('consultation-not-idle');
  });

  it('show a supervisor the way on when a transfer lapsed or bounced too often, and the coordinator the held dossier', () => {
    const supervisor = supervisorOver(HAI_AN, DONG_HAI);
    const waiting = given(RULES, [received(CODE), sent('paper')]);
    const bounce = [sent(), delivered(), sentBack()];
    const bounced = given(RULES, [received(CODE), ...bounce, ...bounce, ...bounce]);
    expect(allowed(waiting, supervisor)).toEqual([]);
    expect(whyNot(waiting, supervisor, 'redirectTransfer')).toBe('transfer-not-lapsed');
    expect(allowed(waiting.swept('2026-11-17 09:00'), supervisor)).toEqual(['redirectTransfer']);
    expect(allowed(bounced, supervisorOver(HAI_AN))).toEqual(['redirectTransfer']);
    expect(allowed(given(RULES, [held(CODE)]), supervisorOver(HAI_AN))).toEqual(['resolveJurisdiction']);
  });

  it('tell a stranger nothing', () => {
    const codes = new Set(commands(processing, clerkOf(NGO_QUYEN)).map(({ code }) => code));
    expect([...codes]).toEqual(['dossier-not-found']);
  });

  it('say that the procedure foresees no steps, no payment, no extension', () => {
    const rules = rulesFor(procedureForTest({ steps: [], extension: null }));
    const story = given(rules, takenOver(rules.procedure.code));
    const why = (command: string) => whyNot(story, clerkOf(DONG_HAI), command);
    expect([why('startStep'), why('requestPayment'), why('extend'), why('requestConsultation')]).toEqual([
      'step-unknown',
      'payment-not-foreseen',
      'extension-not-foreseen',
      'consultation-unknown',
    ]);
  });

  it('show no step to start when each is open or done', () => {
    const [first, second] = ['appraisal', 'signature'].map((step) => byCompetent({ type: 'startStep', step }));
    const both = processing.and(...[first, second].flatMap((step) => step ?? []));
    expect(whyNot(both, clerkOf(DONG_HAI), 'startStep')).toBe('step-already-open');
    const done = both.and(
      byCompetent({ type: 'completeStep', step: 'appraisal' }),
      byCompetent({ type: 'completeStep', step: 'signature' }),
    );
    expect(whyNot(done, clerkOf(DONG_HAI), 'startStep')).toBe('step-already-completed');
  });

  it('show no second apology or extension', () => {
    const again = processing.and(
      byCompetent({ type: 'apologise', reason: 'overload', newPromise: '2027-06-01T09:00:00+07:00' }),
      byCompetent({ type: 'extend', by: '1wd', legalBasis: 'art. 9' }),
    );
    expect(whyNot(again, clerkOf(DONG_HAI), 'apologise')).toBe('apology-already-issued');
    expect(whyNot(again, clerkOf(DONG_HAI), 'extend')).toBe('extension-exhausted');
  });
});
