import { describe, expect, it } from '@jest/globals';
import { HAI_AN, livingIn, rulesFor, vn } from '../testing/office-directory.js';
import {
  byCompetent,
  byReceiver,
  consulted,
  intake,
  paymentAsked,
  received,
  submitted,
  supplementAsked,
  takenOver,
  taxAnswered,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, localProcedure, procedureForTest } from '../testing/procedures.js';

const RULES = rulesFor(landProcedure());
const CODE = RULES.procedure.code;
const atCounter = (copy: 'paper' | 'electronic', at?: string) => byReceiver({ type: 'provideSupplement', copy }, at);
const atCompetent = (copy: 'paper' | 'electronic', at?: string) => byCompetent({ type: 'provideSupplement', copy }, at);
const clock = (story: Story, id: string) => story.file?.clocks.find((found) => found.id === id);

describe('a supplement asked for in processing', () => {
  const story = given(RULES, [...takenOver(CODE), supplementAsked('2026-11-20 16:30')]);

  it('lets the legal clock rest and the applicant have the time', () => {
    expect(story.file?.dossier).toMatchObject({
      phase: 'awaitingSupplement',
      supplementRounds: 1,
      supplementFrom: 'processing',
    });
    expect(clock(story, 'legal')).toMatchObject({ status: 'paused', dueAt: null });
    expect(clock(story, 'supplement:1')).toMatchObject({ status: 'running', owner: { kind: 'applicant' } });
  });

  it('leads back into processing, handed in over a weekend or not', () => {
    const after = story.and(atCompetent('electronic', '2026-11-23 09:00'));
    expect(after.file?.dossier).toMatchObject({
      phase: 'processing',
      supplementFrom: null,
      supplementForwarding: false,
    });
    expect(after.events.at(-1)).toMatchObject({ data: { round: 1, at: 'competent' } });
    expect(clock(after, 'legal')?.status).toBe('running');
  });

  it('handed in on paper at the counter is on its way until the competent agency confirms it', () => {
    const forwarded = story.and(atCounter('paper', '2026-11-23 09:00'));
    expect(forwarded.file?.dossier).toMatchObject({ phase: 'processing', supplementForwarding: true });
    expect(forwarded.file?.segments.at(-1)?.owner).toEqual({ kind: 'agency', agencyId: HAI_AN });
    const receipt = forwarded.and(byCompetent({ type: 'confirmDelivery' }));
    expect(receipt.events.at(-1)).toMatchObject({ phase: 'processing', data: { attempt: 1, leg: 'supplement' } });
    expect(receipt.file?.dossier.supplementForwarding).toBe(false);
  });

  it('counts as arrived once the competent agency does anything with the dossier', () => {
    const forwarded = story.and(atCounter('paper'));
    const worked = forwarded.and(byCompetent({ type: 'startStep', step: 'appraisal' }));
    expect(worked.file?.dossier.supplementForwarding).toBe(false);
    expect(worked.when(byCompetent({ type: 'confirmDelivery' }))).toMatchObject({ code: 'command-not-allowed' });
  });

  it('does not count as arrived because somebody else acts', () => {
    const open = given(RULES, [
      ...takenOver(CODE),
      consulted('tax'),
      supplementAsked(),
      atCounter('paper'),
      taxAnswered(),
    ]);
    expect(open.file?.dossier.supplementForwarding).toBe(true);
  });

  it('handed in as an electronic copy at the counter is with the competent agency at once', () => {
    const after = story.and(atCounter('electronic'));
    expect(after.events.at(-1)).toMatchObject({ data: { at: 'counter', copy: 'electronic' } });
    expect(after.file?.dossier.supplementForwarding).toBe(false);
  });

  it('may be asked for as often as the procedure says and no more', () => {
    const again = story.and(atCompetent('paper'), supplementAsked(), atCompetent('paper'));
    expect(again.file?.dossier.supplementRounds).toBe(2);
    expect(again.when(supplementAsked())).toMatchObject({ code: 'supplement-rounds-exhausted' });
  });

  it('is not asked for at all where the procedure foresees none', () => {
    const rules = rulesFor(localProcedure());
    const own = byReceiver({ type: 'receive', intake: intake(rules.procedure.code, { place: livingIn('11413') }) });
    const ask = byReceiver({ type: 'requestSupplement', components: ['map'], reason: 'missing' });
    expect(given(rules, [own]).when(ask)).toMatchObject({ code: 'supplement-rounds-exhausted' });
  });
});

describe('the time given for a supplement', () => {
  const TEN_DAYS = rulesFor(procedureForTest({ supplement: { policy: 'pause', maxRounds: 2, timeout: '10cd' } }));
  // Asked on Wednesday 11 November: ten days end on Saturday 21, so on Monday 23 at the close of the day.
  const story = given(TEN_DAYS, [...takenOver(TEN_DAYS.procedure.code), supplementAsked('2026-11-11 10:00')], {
    opens: '2026-11-11 08:00',
  });

  it('lasts to the close of its last day and through the evening after it', () => {
    expect(story.when(atCounter('paper', '2026-11-23 17:30'))).toMatchObject([{ phase: 'processing' }]);
    expect(story.when(atCounter('paper', '2026-11-23 22:00'))).toMatchObject([{ phase: 'processing' }]);
    // Tuesday 24 November is a holiday.
    expect(story.when(atCounter('paper', '2026-11-25 07:30'))).toMatchObject([{ phase: 'processing' }]);
  });

  it('has passed with the first working minute after it', () => {
    expect(story.when(atCounter('paper', '2026-11-25 07:31'))).toMatchObject({
      code: 'supplement-timeout-passed',
      facts: { round: 1, passedAt: vn('2026-11-25 07:31') },
    });
  });

  it('is kept by who came in time, even if it is typed in later', () => {
    const command = { type: 'provideSupplement', copy: 'paper', occurredAt: vn('2026-11-23 17:00') } as const;
    expect(story.when(byReceiver(command, '2026-11-25 09:00'))).toMatchObject([{ occurredAt: vn('2026-11-23 17:00') }]);
  });

  it('closes the dossier when the sweep finds it passed, at the instant it passed', () => {
    const closed = story.swept('2026-11-25 12:00');
    expect(closed.events.at(-1)).toMatchObject({
      type: 'dossier.closed.v1',
      occurredAt: vn('2026-11-25 07:31'),
      data: { ground: 'supplementTimeout' },
    });
    expect(closed.file?.dossier.phase).toBe('closed');
  });

  it('is a ground for the holder to close only once it has passed', () => {
    const close = { type: 'close', ground: 'supplementTimeout', legalBasis: 'art. 9' } as const;
    expect(story.when(byCompetent(close, '2026-11-25 07:30'))).toMatchObject({ code: 'close-ground-not-met' });
    expect(story.when(byCompetent(close, '2026-11-25 07:31'))).toMatchObject([
      { phase: 'closed', data: { ground: 'supplementTimeout' } },
    ]);
    expect(story.when(byCompetent({ ...close, ground: 'paymentTimeout' }, '2026-11-25 07:31'))).toMatchObject({
      code: 'close-ground-not-met',
    });
  });

  it('stands still while the dossier is suspended', () => {
    const outage = { type: 'suspend', ground: 'systemOutage', system: 'landRegister', evidence: 'incident-1' } as const;
    const rested = story.and(
      byCompetent(outage, '2026-11-20 09:00'),
      byCompetent({ type: 'resume' }, '2026-11-25 09:00'),
    );
    expect(rested.when(atCounter('paper', '2026-11-25 10:00'))).toMatchObject([{ phase: 'processing' }]);
  });
});

describe('a supplement asked for before reception', () => {
  const ask = byReceiver({ type: 'requestSupplement', components: ['form'], reason: 'missing' });
  const story = given(RULES, [submitted(CODE), ask]);

  it('rests the reception clock and leads back to the submitted dossier', () => {
    expect(clock(story, 'reception')?.status).toBe('paused');
    const after = story.and(atCounter('paper'));
    expect(after.events.at(-1)).toMatchObject({ data: { at: 'competent' } });
    expect(after.file?.dossier).toMatchObject({ phase: 'submitted', supplementForwarding: false });
    expect(clock(after, 'reception')?.status).toBe('running');
  });
});

describe('a supplement while an opinion is awaited', () => {
  const story = given(RULES, [...takenOver(CODE), consulted('tax'), supplementAsked()]);

  it('leaves the consultation open, through the round and after it', () => {
    const after = story.and(atCompetent('paper'));
    expect(story.file?.dossier.consultations.tax?.state).toBe('open');
    expect(after.file?.dossier.consultations.tax?.state).toBe('open');
  });

  it('may be answered by the consulted agency meanwhile', () => {
    const after = story.and(taxAnswered());
    expect(after.file?.dossier).toMatchObject({
      phase: 'awaitingSupplement',
      consultations: { tax: { state: 'answered' } },
    });
  });

  it('lets the legal clock run again only when neither is awaited any more', () => {
    const answered = story.and(taxAnswered());
    const provided = story.and(atCompetent('paper'));
    expect([clock(answered, 'legal')?.status, clock(provided, 'legal')?.status]).toEqual(['paused', 'paused']);
    expect(clock(answered.and(atCompetent('paper')), 'legal')?.status).toBe('running');
    expect(clock(provided.and(taxAnswered()), 'legal')?.status).toBe('running');
  });
});

describe('a payment', () => {
  const story = given(RULES, [...takenOver(CODE), paymentAsked('2026-11-16 10:00')]);
  const paid = (at?: string) => byCompetent({ type: 'confirmPayment', receiptNumber: 'BL/2026-17' }, at);

  it('rests the legal clock where the procedure says so, and leads back into processing', () => {
    expect(clock(story, 'legal')?.status).toBe('paused');
    expect(story.and(paid()).file?.dossier.phase).toBe('processing');
  });

  it('is late after its time, thirty days counted from the day after', () => {
    expect(story.when(paid('2026-12-16 17:30'))).toMatchObject([{ data: { receiptNumber: 'BL/2026-17' } }]);
    expect(story.when(paid('2026-12-17 07:31'))).toMatchObject({ code: 'payment-timeout-passed' });
    expect(story.swept('2026-12-17 08:00').file?.dossier.phase).toBe('closed');
  });

  it('may be asked for again, with a time of its own', () => {
    const again = story.and(paid(), paymentAsked());
    expect(clock(again, 'payment:1')?.status).toBe('stopped');
    expect(clock(again, 'payment:2')?.status).toBe('running');
  });

  it('is not asked for where the procedure has none', () => {
    const rules = rulesFor(procedureForTest());
    expect(given(rules, takenOver(rules.procedure.code)).when(paymentAsked())).toMatchObject({
      code: 'payment-not-foreseen',
    });
  });
});

describe('a withdrawal', () => {
  it('is recorded by who holds the dossier: the receiver until another agency has accepted it', () => {
    const [before, after] = [given(RULES, takenOver(CODE).slice(0, 3)), given(RULES, takenOver(CODE))];
    const [byReceiving, byDecider] = [byReceiver({ type: 'withdraw' }), byCompetent({ type: 'withdraw' })];
    expect(before.when(byReceiving)).toMatchObject([{ phase: 'withdrawn' }]);
    expect(before.when(byDecider)).toMatchObject({ code: 'actor-not-entitled' });
    expect(after.when(byReceiving)).toMatchObject({ code: 'actor-not-entitled' });
    expect(after.when(byDecider)).toMatchObject([{ phase: 'withdrawn' }]);
  });

  it('ends every clock and every minute', () => {
    const after = given(RULES, [received(CODE), byReceiver({ type: 'withdraw' })]);
    expect(after.file?.clocks.every(({ status }) => status === 'stopped')).toBe(true);
    expect(after.file?.segments.at(-1)?.to).not.toBeNull();
  });
});
