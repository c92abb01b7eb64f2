import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../kernel/refusal.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { vn } from '../testing/office-directory.js';
import {
  byCompetent,
  consulted,
  delivered,
  granted,
  paymentAsked,
  received,
  sent,
  submitted,
  supplementAsked,
  suspendedByOutage,
  taxAnswered,
  takenOver,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Step, Story } from '../testing/office.js';
import { landProcedure, procedureForTest, sameLimitEverywhere } from '../testing/procedures.js';
import { minuteOf } from '../time/instant.js';
import { amended, foldedAnew, found, versionsOf } from './amendment.fixture.js';
import type { Change } from './amendment.fixture.js';

const cases = (limit: string | null) => [
  { key: 'standard', name: 'Thường', nameEn: 'Standard', limits: sameLimitEverywhere(limit) },
];
/** The land procedure with a limit, and a second version of it that differs in what is given. */
function pair(limit: string, next: Partial<ProcedureInput>, first: Partial<ProcedureInput> = {}) {
  return versionsOf(
    landProcedure({ cases: cases(limit), ...first }),
    landProcedure({ cases: cases(limit), ...first, version: 2, ...next }),
  );
}
const CODE = landProcedure().code;
const told = (rulesOf: ReturnType<typeof pair>, steps: readonly Step[]): Story => given(rulesOf(1), steps);
const legal = ({ file }: Story) => file?.clocks.find(({ id }) => id === 'legal');
const minutes = (story: Story) => {
  const budget = legal(story)?.budget;
  return budget?.unit === 'work' ? budget.minutes : null;
};

/** Received Monday 16 November 08:00; at 14:30 the next day 450 + 240 + 60 = 750 minutes are used. */
const AT = vn('2026-11-17 14:30');
const WORKED = [...takenOver(CODE)];

describe('the limit of a dossier that comes under another version', () => {
  const limits = (story: Story, change: Change) => minutes(amended(story, { now: AT, ...change }));

  it('is counted from the original start where it is rebaselined, and what was used stays', () => {
    const rulesOf = pair('20wd', { cases: cases('10wd') });
    const story = amended(told(rulesOf, WORKED), { to: rulesOf(2), now: AT });
    expect(legal(story)).toMatchObject({
      budget: { unit: 'work', minutes: 10 * 480 },
      startedAt: minuteOf(vn('2026-11-16 08:00')),
      // Ten working days after Monday 16 November 08:00, the 24th is a holiday: Tuesday 1 December 08:00.
      dueAt: minuteOf(vn('2026-12-01 08:00')),
    });
    expect(story.file?.dossier.pin).toMatchObject({ procedureVersion: 2, limit: '10wd' });
  });

  it('keeps the share of it that is unused where it is rescaled, half a minute rounded up', () => {
    // 9600 minutes, 750 used: 750 + 8850 / 2.
    const half = pair('20wd', { cases: cases('10wd') });
    expect(limits(told(half, WORKED), { to: half(2), policy: 'rescale' })).toBe(750 + 4425);
    // 8850 × 1441 / 9600 = 1328.421…
    const odd = pair('20wd', { cases: cases('24.0167wh') });
    expect(limits(told(odd, WORKED), { to: odd(2), policy: 'rescale' })).toBe(750 + 1328);
    // 8850 × 1456 / 9600 = 1342.25; 8850 × 1470 / 9600 = 1355.15…; 8850 × 1472 / 9600 = 1357.0; a true half: 8850 × 800 / 9600 = 737.5.
    const exact = pair('20wd', { cases: cases('13.3333wh') });
    expect(limits(told(exact, WORKED), { to: exact(2), policy: 'rescale' })).toBe(750 + 738);
  });

  it('that has overrun has no unused share and stays as it is where it is rescaled', () => {
    const rulesOf = pair('1wd', { cases: cases('5wd') });
    const story = told(rulesOf, WORKED).swept('2026-11-17 14:00');
    expect(limits(story, { to: rulesOf(2), policy: 'rescale' })).toBe(480);
  });

  it('is whichever ends earlier for the applicant where the favourable one is taken', () => {
    const shorter = pair('20wd', { cases: cases('10wd') });
    const longer = pair('20wd', { cases: cases('30wd') });
    expect(limits(told(shorter, WORKED), { to: shorter(2), policy: 'mostFavourable' })).toBe(10 * 480);
    const kept = amended(told(longer, WORKED), { to: longer(2), policy: 'mostFavourable', now: AT });
    expect(minutes(kept)).toBe(20 * 480);
    expect(kept.file?.dossier.pin).toMatchObject({ procedureVersion: 2, limit: '20wd' });
  });

  it('is compared in calendar days too, by where each would end', () => {
    const rulesOf = pair('20wd', { cases: cases('10cd') });
    const story = amended(told(rulesOf, WORKED), { to: rulesOf(2), policy: 'mostFavourable', now: AT });
    expect(legal(story)).toMatchObject({
      budget: { unit: 'calendarDays', days: 10 },
      dueAt: minuteOf(vn('2026-11-26 17:30')),
    });
  });

  it('in calendar days is rescaled by days, the first not counted', () => {
    const rulesOf = pair('30cd', { cases: cases('15cd') }, { extension: null });
    const story = amended(told(rulesOf, WORKED), { to: rulesOf(2), policy: 'rescale', now: AT });
    // One day is gone: 1 + 29 / 2, half a day rounded up.
    expect(legal(story)?.budget).toEqual({ unit: 'calendarDays', days: 16 });
  });

  it('keeps what an extension added, and a restart counts from the new limit with it', () => {
    const extended = [...WORKED, byCompetent({ type: 'extend', by: '2wd', legalBasis: 'art. 9' })];
    const restart = { supplement: { policy: 'restart' as const, maxRounds: 2, timeout: '30cd' } };
    const rulesOf = pair('20wd', { cases: cases('10wd') }, restart);
    const story = amended(told(rulesOf, extended), { to: rulesOf(2), now: AT });
    expect(minutes(story)).toBe(12 * 480);
    const again = story.and(supplementAsked(), byCompetent({ type: 'provideSupplement', copy: 'paper' }));
    expect([legal(again)?.epoch, minutes(again)]).toEqual([2, 12 * 480]);
  });

  it('that has not begun begins as the new version has it', () => {
    const rulesOf = pair('20wd', { cases: cases('10wd') }, { clockStart: 'competentReceipt' });
    const story = amended(told(rulesOf, [received(CODE), sent(), delivered()]), { to: rulesOf(2) });
    expect(legal(story)).toBeUndefined();
    expect(minutes(story.and(byCompetent({ type: 'acceptTransfer' })))).toBe(10 * 480);
  });

  it('rests and runs as the new version says, from the change on', () => {
    const run = { supplement: { policy: 'run' as const, maxRounds: 2, timeout: '30cd' } };
    const rulesOf = pair('20wd', { supplement: { policy: 'pause', maxRounds: 2, timeout: '30cd' } }, run);
    const waiting = told(rulesOf, [...WORKED, supplementAsked()]);
    expect(legal(waiting)?.status).toBe('running');
    const story = amended(waiting, { to: rulesOf(2), now: AT });
    expect(legal(story)).toMatchObject({ status: 'paused', pausedSince: minuteOf(AT), used: 750 });
  });
});

describe('legs and waits of a dossier that comes under another version', () => {
  const steps = (budget: string) => [
    { key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget },
    { key: 'signature', name: 'Trình ký', nameEn: 'Signature', budget: '2wd' },
  ];
  const appraising = [...WORKED, byCompetent({ type: 'startStep', step: 'appraisal' })];

  it('have the budgets of the new one; a leg under way keeps what it used', () => {
    const rulesOf = pair('20wd', { steps: steps('3wd') });
    const story = amended(told(rulesOf, appraising), { to: rulesOf(2), now: AT });
    const step = story.file?.clocks.find(({ id }) => id === 'step:appraisal');
    expect(step?.budget).toEqual({ unit: 'work', minutes: 3 * 480 });
    expect(story.events.at(-1)?.data).toMatchObject({ legs: [{ leg: 'step:appraisal', before: '7wd', after: '3wd' }] });
  });

  it('leave the time an applicant was told as it was told', () => {
    const rulesOf = pair('20wd', { supplement: { policy: 'pause', maxRounds: 2, timeout: '5cd' } });
    const before = told(rulesOf, [...WORKED, supplementAsked()]);
    const after = amended(before, { to: rulesOf(2) });
    const wait = ({ file }: Story) => file?.clocks.find(({ kind }) => kind === 'supplement');
    expect(wait(after)).toEqual(wait(before));
  });

  it('count as overdue by the change alone when they were in time, whichever clock it is', () => {
    const rulesOf = pair('20wd', { cases: cases('1wd'), steps: steps('0.5wd') });
    const outcome = found(told(rulesOf, appraising), { to: rulesOf(2), now: vn('2026-11-18 10:00') });
    expect(outcome).toMatchObject({ becomesOverdue: ['legal', 'step:appraisal'] });
    const late = told(pair('1wd', {}), appraising).swept('2026-11-19 10:00');
    const rules = pair('1wd', { steps: steps('7wd') })(2);
    expect(found(late, { to: rules, now: vn('2026-11-19 10:01') })).toMatchObject({ becomesOverdue: [] });
  });

  it('take back a breach that has not happened by the longer limit, by name', () => {
    const rulesOf = pair('1wd', { cases: cases('20wd') });
    const late = told(rulesOf, WORKED).swept('2026-11-19 10:00');
    expect(legal(late)?.breached).toBe(true);
    const story = amended(late, { to: rulesOf(2) });
    expect(legal(story)?.breached).toBe(false);
    expect(story.events.at(-1)?.data).toMatchObject({
      clocks: expect.arrayContaining([expect.objectContaining({ clockId: 'legal', breachWithdrawn: true })]),
    });
    expect(story.events.filter(({ type }) => type === 'dossier.clockBreached.v1').length).toBeGreaterThan(0);
  });
});

describe('a dossier that has no place in the other version', () => {
  const WHY: readonly (readonly [string, readonly Step[], Partial<ProcedureInput>, object])[] = [
    [
      'a step under way is gone',
      [...WORKED, byCompetent({ type: 'startStep', step: 'appraisal' })],
      { steps: [{ key: 'signature', name: 'Ký', nameEn: 'Signature', budget: '2wd' }] },
      { code: 'amendment-state-without-image', facts: { missing: ['step:appraisal'] } },
    ],
    [
      'an opinion asked for is gone',
      [...WORKED, consulted('tax')],
      { consultations: [] },
      { code: 'amendment-state-without-image', facts: { missing: ['consultation:tax'] } },
    ],
    [
      'a payment is awaited that it does not know',
      [...WORKED, paymentAsked()],
      { payment: null },
      { code: 'amendment-state-without-image', facts: { missing: ['awaitingPayment'] } },
    ],
    [
      'a suspension leads back to what it does not know',
      [...WORKED, paymentAsked(), suspendedByOutage()],
      { payment: null },
      { code: 'amendment-state-without-image', facts: { missing: ['awaitingPayment'] } },
    ],
    [
      'a supplement is awaited that it does not know',
      [...WORKED, supplementAsked()],
      { supplement: { policy: 'pause', maxRounds: 0, timeout: '30cd' } },
      { code: 'amendment-state-without-image', facts: { missing: ['awaitingSupplement'] } },
    ],
    [
      'it no longer crosses the boundary',
      [received(CODE)],
      { boundaryScope: 'none' },
      { code: 'amendment-state-without-image', facts: { missing: ['received'] } },
    ],
    ['no result could travel back', WORKED, { boundaryScope: 'none' }, { code: 'amendment-cannot-be-completed' }],
    [
      'it gives no limit',
      WORKED,
      { cases: cases(null) },
      { code: 'amendment-limit-unknown', facts: { case: 'standard', channel: 'counter' } },
    ],
    [
      'who decides is found otherwise',
      [received(CODE)],
      { competence: { criterion: 'residence', level: 'commune' } },
      { code: 'amendment-criterion-differs' },
    ],
    [
      'it is decided',
      [...WORKED, consulted('tax'), taxAnswered(), granted()],
      {},
      { code: 'amendment-dossier-decided' },
    ],
    ['it was withdrawn', [received(CODE), { do: { type: 'withdraw' } }], {}, { code: 'amendment-dossier-ended' }],
    ['it is the version it is under', WORKED, { version: 1 }, { code: 'amendment-version-same' }],
    ['it is of something else', WORKED, { code: '9.999999' }, { code: 'amendment-procedure-differs' }],
  ];

  it.each(WHY)('stays: %s', (...[, steps, next, refusal]) => {
    const story = told(pair('20wd', {}), steps);
    const to = versionsOf(landProcedure({ cases: cases('20wd'), version: 2, ...next }))(next.version ?? 2);
    expect(found(story, { to })).toMatchObject(refusal);
  });

  it('stays where machines of two builders would have to be compared', () => {
    const rulesOf = pair('20wd', {});
    const to = rulesOf(2);
    const other = { ...to, procedure: { ...to.procedure, builderVersion: 2 as unknown as 1 } };
    expect(found(told(rulesOf, WORKED), { to: other })).toMatchObject({ code: 'amendment-builder-differs' });
  });

  it('stays where its limit would have had to begin already', () => {
    const rulesOf = pair('20wd', { clockStart: 'reception' }, { clockStart: 'competentReceipt' });
    expect(found(told(rulesOf, [received(CODE), sent()]), { to: rulesOf(2) })).toMatchObject({
      code: 'amendment-clock-start-differs',
    });
    expect(isRefusal(found(told(rulesOf, WORKED), { to: rulesOf(2) }))).toBe(false);
    expect(isRefusal(found(told(rulesOf, [submitted(CODE)]), { to: rulesOf(2) }))).toBe(false);
  });

  it('stays where a share of minutes would have to become days, or an extension another unit', () => {
    const rulesOf = pair('20wd', { cases: cases('20cd') });
    expect(found(told(rulesOf, WORKED), { to: rulesOf(2), policy: 'rescale' })).toMatchObject({
      code: 'amendment-units-differ',
    });
    const extended = told(rulesOf, [...WORKED, byCompetent({ type: 'extend', by: '2wd', legalBasis: 'art. 9' })]);
    expect(found(extended, { to: rulesOf(2) })).toMatchObject({ code: 'amendment-units-differ' });
  });

  it('stays where the calendar cannot say when the new limit ends', () => {
    const rulesOf = pair('20wd', { cases: cases('99999wd') });
    expect(found(told(rulesOf, WORKED), { to: rulesOf(2) })).toMatchObject({ code: 'amendment-not-computable' });
  });
});

describe('a journal with an amendment', () => {
  it('is read by each version in turn, and pinned to the last', () => {
    const marital = (version: number, limit: string) =>
      procedureForTest({ version, cases: cases(limit), limitCutoff: null });
    const rulesOf = versionsOf(marital(1, '5wd'), marital(2, '3wd'), marital(3, '4wd'));
    const code = marital(1, '5wd').code;
    const twice = amended(amended(given(rulesOf(1), takenOver(code)), { to: rulesOf(2) }).and(supplementAsked()), {
      to: rulesOf(3),
      amendmentId: '018f4d5e-0000-7000-8000-00000000a002',
      policy: 'rescale',
    });
    expect(foldedAnew(twice, rulesOf)).toEqual(twice.file);
    expect(twice.file?.dossier.pin).toMatchObject({ procedureVersion: 3, limit: '4wd' });
  });
});
