import { describe, expect, it } from '@jest/globals';
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

describe('the time of a fact', () => {
  const correct = (seq: number, to: string, at: string): Step => ({
    by: clerkOf(DONG_HAI),
    do: { type: 'correctTime', seq, to: vn(to), reason: 'typed-wrong' },
    at,
  });
  const story = processing.and(step('appraisal', '2026-11-16 10:00'), assigned('2026-11-16 11:00'));

  it('is put right by the agency that recorded it, past others that do not depend on it', () => {
    const told = story.and(correct(5, '2026-11-16 13:40', '2026-11-16 14:00'));
    const asIfRight = processing.and(assigned('2026-11-16 11:00'), step('appraisal', '2026-11-16 13:40'));
    expect(minutesOf(told)).toEqual(minutesOf(asIfRight));
    expect(last(told, 'dossier.timeCorrected.v1').data).toMatchObject({
      seq: 5,
      from: vn('2026-11-16 10:00'),
      to: vn('2026-11-16 13:40'),
    });
    expect(told.file?.dossier.lastFactAt).toBe(vn('2026-11-16 13:40'));
    expect(foldHistory(told.events, RULES)).toEqual(told.file);
  });

  it('of a reception gives another promise; the released correction counts from the same time', () => {
    const told = story.and({ ...correct(1, '2026-11-16 07:30', '2026-11-16 14:00'), by: clerkOf(HAI_AN) });
    const asIfRight = given(RULES, [received(CODE, '2026-11-16 07:30')], { opens: '2026-11-16 07:00' });
    expect(told.file?.dossier).toMatchObject({
      receivedAt: vn('2026-11-16 07:30'),
      promise: asIfRight.file?.dossier.promise,
    });
    const further = byReceiver(
      { type: 'correctReception', receivedAt: vn('2026-11-15 23:59'), reason: 'typed-late' },
      '2026-11-16 15:00',
    );
    expect(told.when(further)).toMatchObject({ code: 'second-person-required', facts: { minutes: 481 } });
  });

  it('that makes a later fact impossible is a conflict; one that is impossible itself is refused', () => {
    const done = story.and(byCompetent({ type: 'completeStep', step: 'appraisal' }, '2026-11-16 13:30'));
    expect(done.when(correct(5, '2026-11-16 13:40', '2026-11-16 14:00'))).toMatchObject([
      {
        type: 'dossier.conflictFound.v1',
        data: { claim: { kind: 'timeCorrection', seq: 5 }, contradicts: { seq: 7 }, rule: 'step-not-open' },
      },
    ]);
    expect(done.when(correct(5, '2026-11-16 08:25', '2026-11-16 14:00'))).toMatchObject({
      code: 'time-correction-illegal',
      facts: { rule: 'actor-not-entitled' },
    });
  });

  it.each<[string, Step, string]>([
    ['nobody declared', correct(99, '2026-11-16 09:00', '2026-11-16 14:00'), 'fact-not-yours'],
    ['another agency declared', correct(2, '2026-11-16 08:11', '2026-11-16 14:00'), 'fact-not-yours'],
    ['that is already so', correct(5, '2026-11-16 10:00', '2026-11-16 14:00'), 'time-unchanged'],
    ['put into the future', correct(5, '2026-11-16 14:03', '2026-11-16 14:00'), 'occurred-in-future'],
    [
      'moved by more than eight hours by one person',
      correct(6, '2026-11-16 19:01', '2026-11-16 20:00'),
      'second-person-required',
    ],
  ])('is not corrected where it is a time %s', (_, asked, code) => {
    expect(story.when(asked)).toMatchObject({ code });
  });

  it('that the engine found out is nobody’s to correct', () => {
    const swept = story.swept('2026-12-31 08:00');
    const { seq } = last(swept, 'dossier.clockBreached.v1');
    expect(swept.when(correct(seq, '2026-12-30 08:00', '2026-12-31 09:00'))).toMatchObject({
      code: 'fact-not-declared',
    });
  });

  it('does not move further by several small corrections of one person', () => {
    const once = story.and(correct(6, '2026-11-16 17:00', '2026-11-16 17:10'));
    expect(once.when(correct(6, '2026-11-16 19:30', '2026-11-16 20:00'))).toMatchObject({
      code: 'second-person-required',
      facts: { minutes: 510 },
    });
  });

  it('of a fact entered late is corrected too, by its part', () => {
    const told = story.and(
      late(
        [
          { type: 'suspend', ...outage, occurredAt: vn('2026-11-16 09:00') },
          { type: 'resume', occurredAt: vn('2026-11-16 09:30') },
        ],
        '2026-11-16 12:00',
      ),
    );
    const part = { type: 'correctTime', seq: 7, part: 2, to: vn('2026-11-16 09:45'), reason: 'typed-wrong' } as const;
    const after = told.and(byCompetent(part, '2026-11-16 14:00'));
    expect(after.file?.segments.find(({ owner }) => owner.kind === 'system')).toMatchObject({ legalMinutes: 45 });
    expect(told.when(byCompetent({ ...part, part: 3 }, '2026-11-16 14:00'))).toMatchObject({ code: 'fact-not-yours' });
  });
});

describe('a conflict', () => {
  const done = processing.and(
    step('appraisal', '2026-11-16 10:00'),
    byCompetent({ type: 'completeStep', step: 'appraisal' }, '2026-11-16 11:00'),
  );
  const wrong = byCompetent(
    { type: 'correctTime', seq: 5, to: vn('2026-11-16 13:00'), reason: 'typed-wrong' },
    '2026-11-16 14:00',
  );
  const resolve = (resolution: 'kept' | 'superseded', officer = 'clerk-2'): Step => ({
    by: clerkOf(DONG_HAI, officer),
    do: { type: 'resolveConflict', conflict: 7, resolution, reason: 'asked-both' },
    at: '2026-11-16 15:00',
  });

  it('is settled by a second person, and stays in the journal', () => {
    const open = done.and(wrong);
    expect(open.file?.dossier.openConflicts).toHaveLength(1);
    expect(open.when(resolve('kept', 'clerk-1'))).toMatchObject({ code: 'second-person-required' });
    const settled = open.and(resolve('kept'));
    expect(settled.file?.dossier.openConflicts).toEqual([]);
    expect(settled.events.map(({ type }) => type)).toContain('dossier.conflictFound.v1');
    expect(settled.when(resolve('kept'))).toMatchObject({ code: 'conflict-not-open' });
  });

  it('counts as superseded only once the journal was put right', () => {
    const open = done.and(wrong);
    expect(open.when(resolve('superseded'))).toMatchObject({
      code: 'conflict-not-superseded',
      facts: { contradicts: 6 },
    });
    const right = byCompetent(
      { type: 'correctTime', seq: 6, to: vn('2026-11-16 13:30'), reason: 'typed-wrong' },
      '2026-11-16 14:30',
    );
    expect(open.and(right, resolve('superseded')).file?.dossier.openConflicts).toEqual([]);
  });

  it('leaves the minutes as they were', () => {
    expect(minutesOf(done.and(wrong, resolve('kept')))).toEqual(minutesOf(done));
  });
});
