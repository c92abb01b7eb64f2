import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../kernel/refusal.js';
import { vn } from '../testing/office-directory.js';
import {
  byCompetent,
  consulted,
  granted,
  received,
  sent,
  supplementAsked,
  takenOver,
  taxAnswered,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, sameLimitEverywhere } from '../testing/procedures.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { AMENDMENT_ID, amended, foldedAnew, reversal, reverted, rowsOf, versionsOf } from './amendment.fixture.js';

const cases = (limit: string) => [
  { key: 'standard', name: 'Thường', nameEn: 'Standard', limits: sameLimitEverywhere(limit) },
];
const steps = (...keys: string[]) => keys.map((key) => ({ key, name: key, nameEn: key, budget: '2wd' }));
const version = (number: number, limit: string, more: Partial<ProcedureInput> = {}) =>
  landProcedure({ version: number, cases: cases(limit), ...more });
const CODE = landProcedure().code;
const legal = ({ file }: Story) => file?.clocks.find(({ id }) => id === 'legal');

describe('an amendment that is taken back', () => {
  const rulesOf = versionsOf(version(1, '20wd'), version(2, '5wd'));
  const before = given(rulesOf(1), [...takenOver(CODE), byCompetent({ type: 'startStep', step: 'appraisal' })]);

  it('leaves every row as it was, and both facts in the journal', () => {
    const story = reverted(amended(before, { to: rulesOf(2) }), rulesOf(1));
    expect(rowsOf(story)).toEqual(rowsOf(before));
    expect(story.events.slice(-2).map(({ type }) => type)).toEqual([
      'dossier.versionAmended.v1',
      'dossier.versionAmended.v1',
    ]);
    expect(story.events.at(-1)?.data).toMatchObject({
      fromVersion: 2,
      toVersion: 1,
      reverts: story.events.length - 1,
      limit: '20wd',
    });
    expect(foldedAnew(story, rulesOf)).toEqual(story.file);
  });

  it('leaves what was done meanwhile as it would stand without it', () => {
    const asked = supplementAsked('2026-11-18 09:00');
    const given1 = byCompetent({ type: 'provideSupplement', copy: 'paper' }, '2026-11-19 09:00');
    const meanwhile = amended(before, { to: rulesOf(2), now: vn('2026-11-17 09:00') }).and(asked, given1);
    const story = reverted(meanwhile, rulesOf(1), { now: vn('2026-11-19 10:00') });
    expect(rowsOf(story)).toEqual(rowsOf(before.and(asked, given1)));
    expect(foldedAnew(story, rulesOf)).toEqual(story.file);
  });

  it('takes back a breach that happened only by it, and the transfer that lapsed only by it', () => {
    const hurried = landProcedure().legs;
    const quick = versionsOf(
      version(1, '20wd'),
      version(2, '20wd', { legs: { ...hurried, acceptance: { budget: '1wh' }, delivery: { budget: '1wh' } } }),
    );
    const waiting = given(quick(1), [received(CODE), sent(), byCompetent({ type: 'confirmDelivery' })]);
    const late = amended(waiting, { to: quick(2) }).swept('2026-11-16 10:00');
    expect(late.file?.dossier.transfer?.lapsed).toBe(true);
    const story = reverted(late, quick(1));
    expect(story.file?.dossier.transfer?.lapsed).toBe(false);
    expect(story.file?.clocks.find(({ id }) => id === 'acceptance:1')?.breached).toBe(false);
    expect(story.events.at(-1)?.data).toMatchObject({
      clocks: expect.arrayContaining([expect.objectContaining({ clockId: 'acceptance:1', breachWithdrawn: true })]),
    });
  });

  it('brings back the breach that it had withdrawn', () => {
    const longer = versionsOf(version(1, '1wd'), version(2, '20wd'));
    const late = given(longer(1), takenOver(CODE)).swept('2026-11-19 10:00');
    const story = reverted(amended(late, { to: longer(2) }), longer(1));
    expect(rowsOf(story)).toEqual(rowsOf(late));
    expect(legal(story)?.breached).toBe(true);
  });

  it('says which clocks become overdue by its going', () => {
    const longer = versionsOf(version(1, '2wd'), version(2, '20wd'));
    const story = amended(given(longer(1), takenOver(CODE)), { to: longer(2) });
    const outcome = reversal(story, longer(1), { now: vn('2026-11-20 09:00') });
    expect(isRefusal(outcome) ? outcome : outcome.becomesOverdue).toEqual(['legal']);
  });
});

describe('an amendment that cannot be taken back', () => {
  const rulesOf = versionsOf(
    version(1, '20wd'),
    version(2, '10wd', { steps: steps('appraisal', 'signature', 'check') }),
    version(3, '5wd'),
  );
  const story = amended(given(rulesOf(1), takenOver(CODE)), { to: rulesOf(2) });
  const again = (told: Story, to = rulesOf(1)) => reversal(told, to);

  it('is one that another has followed', () => {
    const second = amended(story, { to: rulesOf(3), amendmentId: '018f4d5e-0000-7000-8000-00000000a002' });
    expect(again(second, rulesOf(2))).toMatchObject({
      code: 'amendment-followed',
      facts: { by: '018f4d5e-0000-7000-8000-00000000a002' },
    });
  });

  it('is one that was taken back already, or that never was', () => {
    const once = reverted(story, rulesOf(1));
    expect(again(once)).toMatchObject({ code: 'amendment-not-in-force', facts: { amendmentId: AMENDMENT_ID } });
    expect(reversal(story, rulesOf(1), { amendmentId: '018f4d5e-0000-7000-8000-00000000a009' })).toMatchObject({
      code: 'amendment-not-in-force',
    });
  });

  it('is one whose dossier has been decided since, or has ended', () => {
    const decided = story.and(consulted('tax'), taxAnswered(), granted());
    expect(again(decided)).toMatchObject({ code: 'amendment-dossier-decided' });
    const withdrawn = story.and(byCompetent({ type: 'withdraw' }));
    expect(again(withdrawn)).toMatchObject({ code: 'amendment-dossier-ended' });
  });

  it('is one under which something is being done that the former version does not know', () => {
    const checking = story.and(byCompetent({ type: 'startStep', step: 'check' }));
    expect(again(checking)).toMatchObject({
      code: 'amendment-state-without-image',
      facts: { missing: ['step:check'] },
    });
    const checked = checking.and(byCompetent({ type: 'completeStep', step: 'check' }));
    expect(isRefusal(again(checked))).toBe(false);
  });

  it('may be followed by another once it is taken back, and the other taken back in its turn', () => {
    const first = reverted(story, rulesOf(1));
    const other = { amendmentId: '018f4d5e-0000-7000-8000-00000000a002' };
    const second = amended(first, { to: rulesOf(3), ...other });
    expect(foldedAnew(second, rulesOf)).toEqual(second.file);
    const back = reverted(second, rulesOf(1), other);
    expect(rowsOf(back)).toEqual(rowsOf(given(rulesOf(1), takenOver(CODE))));
    expect(foldedAnew(back, rulesOf)).toEqual(back.file);
  });
});
