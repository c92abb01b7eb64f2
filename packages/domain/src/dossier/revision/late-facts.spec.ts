import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../../kernel/refusal.js';
import type { EventData, EventOf, EventType } from '../events.js';
import {
  DONG_HAI,
  HAI_AN,
  NGO_QUYEN,
  TAX_OFFICE,
  clerkOf,
  rulesFor,
  supervisorOver,
  vn,
} from '../../testing/office-directory.js';
import {
  accepted,
  byCompetent,
  byReceiver,
  byTaxOffice,
  consulted,
  delivered,
  granted,
  received,
  sent,
} from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import type { CommandInput, Step, Story } from '../../testing/office.js';
import { landProcedure } from '../../testing/procedures.js';
import { CORRECTION_ALONE_MINUTES } from '../commands.js';
import { foldHistory } from '../fold.js';

const RULES = rulesFor(landProcedure());
const CODE = RULES.procedure.code;
const clock = (story: Story, id: string) => story.file?.clocks.find((each) => each.id === id);
type Late = Extract<CommandInput, { type: 'enterLate' }>['facts'];
const late = (facts: Late, at: string, approvedBy?: string): Step =>
  byCompetent({ type: 'enterLate', facts, reason: 'found-on-paper', ...(approvedBy ? { approvedBy } : {}) }, at);
const last = <Type extends EventType>(story: Story, type: Type): EventOf<Type> => {
  const event = story.events.findLast((each) => each.type === type);
  if (event === undefined) throw new Error(`no ${type}`);
  return event as EventOf<Type>;
};
const outage = { ground: 'systemOutage', system: 'landRegister', evidence: 'BB-1' } as const;
const step = (key: string, at: string): Step => byCompetent({ type: 'startStep', step: key }, at);
const assigned = (at: string): Step => byCompetent({ type: 'assign', officerId: 'officer-1' }, at);
const processing = given(RULES, [
  received(CODE, '2026-11-16 08:00'),
  sent('electronic', '2026-11-16 08:10'),
  delivered('2026-11-16 08:20'),
  accepted('2026-11-16 08:30'),
]);
/** Clocks and segments: what a journal says of minutes. */
const minutesOf = ({ file }: Story) => ({ clocks: file?.clocks, segments: file?.segments });

describe('facts learnt late', () => {
  const worked = processing.and(step('appraisal', '2026-11-16 14:00'), assigned('2026-11-16 15:00'));
  const outageFacts: Late = [
    { type: 'suspend', ...outage, occurredAt: vn('2026-11-16 09:00') },
    { type: 'resume', occurredAt: vn('2026-11-16 10:00') },
  ];

  it('are decided where they belong, and the journal reads as if they had stood there', () => {
    const told = worked.and(late(outageFacts, '2026-11-16 16:00'));
    const asTheyCame = processing.and(
      byCompetent({ type: 'suspend', ...outage }, '2026-11-16 09:00'),
      byCompetent({ type: 'resume' }, '2026-11-16 10:00'),
      step('appraisal', '2026-11-16 14:00'),
      assigned('2026-11-16 15:00'),
    );
    expect(minutesOf(told)).toEqual(minutesOf(asTheyCame));
    expect(told.file?.dossier).toMatchObject({ phase: 'processing', lastFactAt: vn('2026-11-16 15:00'), version: 6 });
    expect(told.file?.segments.some(({ owner }) => owner.kind === 'system')).toBe(true);
    const { data, seq } = last(told, 'dossier.lateFactsEntered.v1');
    expect(seq).toBe(7);
    expect(data.facts.map(({ type, phase, after }) => [type, phase, after])).toEqual([
      ['dossier.suspended.v1', 'suspended', 4],
      ['dossier.resumed.v1', 'processing', 7],
    ]);
    expect(data.clocks.map(({ clockId }) => clockId)).toContain('legal');
  });

  it('are one fact of the journal, which folds to the same rows again', () => {
    const told = worked.and(late(outageFacts, '2026-11-16 16:00'), step('signature', '2026-11-17 08:00'));
    expect(foldHistory(told.events, RULES)).toEqual(told.file);
  });

  it('whose last has consequences still to come may be open at the end: the suspension then lasts', () => {
    const refused = worked.when(late(outageFacts.slice(0, 1), '2026-11-16 16:00'));
    expect(refused).toMatchObject([
      { type: 'dossier.conflictFound.v1', data: { contradicts: { seq: 5, type: 'dossier.stepStarted.v1' } } },
    ]);
  });

  it('are kept as one claim where a fact between them contradicts it', () => {
    const paused = processing.and(
      byCompetent({ type: 'suspend', ...outage }, '2026-11-16 09:30'),
      byCompetent({ type: 'resume' }, '2026-11-16 09:40'),
      assigned('2026-11-16 15:00'),
    );
    const told = paused.and(late(outageFacts, '2026-11-16 16:00'));
    const { claim, contradicts } = last(told, 'dossier.conflictFound.v1').data;
    expect(claim.kind === 'lateFacts' ? claim.facts.map(({ phase }) => phase) : []).toEqual([
      'suspended',
      'processing',
    ]);
    expect(contradicts).toEqual({ seq: 5, type: 'dossier.suspended.v1' });
    expect(minutesOf(told)).toEqual(minutesOf(paused));
  });

  it('are refused with the code of their own place when they could not have been decided there', () => {
    const facts: Late = [{ type: 'completeStep', step: 'appraisal', occurredAt: vn('2026-11-16 09:00') }];
    expect(worked.when(late(facts, '2026-11-16 16:00'))).toMatchObject({
      code: 'late-fact-illegal',
      facts: { fact: 1, rule: 'step-not-open' },
    });
    const tooEarly: Late = [{ type: 'assign', officerId: 'officer-2', occurredAt: vn('2026-11-15 09:00') }];
    expect(worked.when(late(tooEarly, '2026-11-16 16:00', 'head-1'))).toMatchObject({
      code: 'late-fact-illegal',
      facts: { rule: 'dossier-not-found' },
    });
  });

  it('are not entered by who had nothing to do with the dossier then', () => {
    const facts: Late = [{ type: 'assign', officerId: 'officer-2', occurredAt: vn('2026-11-16 08:05') }];
    expect(worked.when(late(facts, '2026-11-16 16:00'))).toMatchObject({
      code: 'late-fact-illegal',
      facts: { rule: 'dossier-not-found' },
    });
    const byCounter = { ...late(facts, '2026-11-16 16:00'), by: clerkOf(HAI_AN) };
    expect(worked.when(byCounter)).toMatchObject([{ type: 'dossier.lateFactsEntered.v1' }]);
  });

  it.each<[string, Late, string]>([
    ['in another order than they happened', outageFacts.toReversed(), 'late-facts-not-in-order'],
    ['all after the last one known', [{ type: 'resume', occurredAt: vn('2026-11-16 15:00') }], 'late-fact-not-late'],
    [
      'of an opinion together with others',
      [
        { type: 'assign', officerId: 'officer-2', occurredAt: vn('2026-11-16 09:00') },
        { type: 'requestConsultation', consultation: 'tax', agencyId: TAX_OFFICE, occurredAt: vn('2026-11-16 09:00') },
      ],
      'late-facts-mixed',
    ],
  ])('are refused when they come %s', (_, facts, code) => {
    expect(worked.when(late(facts, '2026-11-16 16:00'))).toMatchObject({ code });
  });

  it('need a second person when they happened more than eight hours ago', () => {
    const alone = worked.when(late(outageFacts, '2026-11-16 17:01'));
    expect(alone).toMatchObject({
      code: 'second-person-required',
      facts: { minutes: 481, bound: CORRECTION_ALONE_MINUTES },
    });
    expect(worked.when(late(outageFacts, '2026-11-16 17:00'))).toMatchObject([{ data: { approvedBy: null } }]);
    expect(worked.when(late(outageFacts, '2026-11-16 17:01', 'clerk-1'))).toMatchObject({
      code: 'second-person-required',
    });
    expect(worked.when(late(outageFacts, '2026-11-16 17:01', 'head-1'))).toMatchObject([
      { data: { approvedBy: 'head-1' } },
    ]);
  });

  it('take back a breach that has not happened after all, and the clock may breach in its time', () => {
    const swept = processing.and(step('appraisal', '2026-11-16 08:40')).swept('2026-12-04 17:00');
    const breach = last(swept, 'dossier.clockBreached.v1').data;
    const facts: Late = [
      { type: 'suspend', ...outage, occurredAt: vn('2026-11-16 08:35') },
      { type: 'resume', occurredAt: vn('2026-11-16 08:36') },
    ];
    expect(breach.clockId).toMatch(/^(step:appraisal|legal)$/);
    const told = swept
      .and(assigned('2026-12-07 08:00'))
      .and(
        late(
          [
            { ...facts[0], occurredAt: vn('2026-11-16 08:50') } as Late[number],
            { type: 'resume', occurredAt: vn('2026-12-04 16:59') },
          ],
          '2026-12-07 09:00',
          'head-1',
        ),
      );
    const moved = last(told, 'dossier.lateFactsEntered.v1').data.clocks;
    expect(moved).toContainEqual(expect.objectContaining({ clockId: 'step:appraisal', breachWithdrawn: true }));
    expect(clock(told, 'step:appraisal')).toMatchObject({ breached: false });
    const again = told.swept('2026-12-31 17:00');
    expect(
      again.events.filter(
        ({ type, data }) =>
          type === 'dossier.clockBreached.v1' && 'clockId' in data && data.clockId === 'step:appraisal',
      ),
    ).toHaveLength(2);
    expect(foldHistory(again.events, RULES)).toEqual(again.file);
  });
});

describe('a receipt or an opinion that comes late', () => {
  const recalled = given(RULES, [
    received(CODE, '2026-11-16 08:00'),
    sent('paper', '2026-11-16 08:10'),
    byReceiver({ type: 'recallTransfer', reason: 'sent-in-error' }, '2026-11-16 10:00'),
  ]);
  const receipt = (occurredAt: string): Step =>
    byCompetent({ type: 'confirmDelivery', occurredAt: vn(occurredAt) }, '2026-11-16 11:00');

  it('takes its place before whatever does not contradict it', () => {
    const told = recalled.and(receipt('2026-11-16 09:00'));
    expect(told.file?.dossier.phase).toBe('received');
    expect(clock(told, 'acceptance:1')).toMatchObject({ used: 60, outcome: 'early' });
    expect(foldHistory(told.events, RULES)).toEqual(told.file);
  });

  it('and that a later fact contradicts is kept as a conflict: nothing changes, and nothing is lost', () => {
    const lapsed = given(RULES, [received(CODE, '2026-11-16 08:00'), sent('paper', '2026-11-16 08:10')]).swept(
      '2026-11-18 08:00',
    );
    const by = supervisorOver(HAI_AN, DONG_HAI, NGO_QUYEN);
    const moved = lapsed.and({
      by,
      do: { type: 'redirectTransfer', to: NGO_QUYEN, reason: 'no-answer' },
      at: '2026-11-18 09:00',
    });
    const told = moved.and({ ...receipt('2026-11-16 09:00'), at: '2026-11-18 10:00' });
    const { data } = last(told, 'dossier.conflictFound.v1');
    expect(data).toMatchObject({
      claim: {
        kind: 'lateFacts',
        facts: [{ type: 'dossier.transferDelivered.v1', occurredAt: vn('2026-11-16 09:00') }],
      },
      contradicts: { type: 'dossier.transferRedirected.v1' },
      rule: 'transfer-not-lapsed',
    });
    expect(minutesOf(told)).toEqual(minutesOf(moved));
    expect(told.file?.dossier).toMatchObject({ phase: 'inTransfer', version: moved.file?.dossier.version });
  });

  it('after the opinion was no longer asked for is one too, recorded once', () => {
    const story = processing.and(
      consulted('planning', '2026-11-16 09:00'),
      byCompetent({ type: 'cancelConsultation', consultation: 'planning', reason: 'not-needed' }, '2026-11-16 11:00'),
    );
    const answer = story.events.find(({ type }) => type === 'dossier.consultationRequested.v1');
    const by = clerkOf((answer?.data as EventData<'dossier.consultationRequested.v1'>).agencyId);
    const given = {
      type: 'answerConsultation',
      consultation: 'planning',
      outcome: 'agreed',
      occurredAt: vn('2026-11-16 10:00'),
    } as const;
    const told = story.and({ by, do: given, at: '2026-11-16 14:00' });
    expect(last(told, 'dossier.conflictFound.v1').data).toMatchObject({
      contradicts: { seq: 6, type: 'dossier.consultationCancelled.v1' },
      rule: 'consultation-not-open',
    });
    expect(told.file?.dossier.openConflicts).toMatchObject([{ conflict: 7, claimedBy: by.agencyId }]);
    expect(told.when({ by, do: given, at: '2026-11-16 15:00' })).toMatchObject({
      code: 'conflict-already-open',
      facts: { conflict: 7 },
    });
    // After the end of the question it is not late, but wrong.
    expect(
      story.when({ by, do: { ...given, occurredAt: vn('2026-11-16 12:00') }, at: '2026-11-16 14:00' }),
    ).toMatchObject({ code: 'consultation-not-open' });
  });

  it('leaves every owner his own minutes, as if it had come when it was given', () => {
    const asked = processing.and(consulted('tax', '2026-11-16 09:00'));
    const answer = (at: string, typed: string) =>
      byTaxOffice({ type: 'answerConsultation', consultation: 'tax', outcome: 'agreed', occurredAt: vn(at) }, typed);
    const learnt = asked.and(step('appraisal', '2026-11-16 15:00'), answer('2026-11-16 10:00', '2026-11-17 08:00'));
    const happened = asked.and(answer('2026-11-16 10:00', '2026-11-16 10:00'), step('appraisal', '2026-11-16 15:00'));
    expect(minutesOf(learnt)).toEqual(minutesOf(happened));
    expect(
      learnt.file?.segments.map(({ owner }) => ('agencyId' in owner ? owner.agencyId : owner.kind)).slice(-3),
    ).toEqual([DONG_HAI, TAX_OFFICE, DONG_HAI]);
  });
});

describe('the office', () => {
  it('knows every late fact by the same decision it makes on the day', () => {
    const decided = processing.and(
      consulted('tax', '2026-11-16 09:00'),
      byTaxOffice({ type: 'answerConsultation', consultation: 'tax', outcome: 'agreed' }, '2026-11-16 10:00'),
      granted('2026-11-16 14:00'),
    );
    const facts: Late = [
      { type: 'startStep', step: 'appraisal', occurredAt: vn('2026-11-16 14:10') },
      { type: 'completeStep', step: 'appraisal', occurredAt: vn('2026-11-16 14:20') },
    ];
    const outcome = decided
      .and(byCompetent({ type: 'dispatchResult', copy: 'paper' }, '2026-11-16 15:00'))
      .when(late(facts, '2026-11-16 16:00'));
    expect(isRefusal(outcome) ? outcome.facts : outcome).toMatchObject({ fact: 1, rule: 'command-not-allowed' });
  });
});
