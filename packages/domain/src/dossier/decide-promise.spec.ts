import { describe, expect, it } from '@jest/globals';
import { DONG_HAI, HAI_AN, LEGAL, clerkOf, rulesFor, vn } from '../testing/office-directory.js';
import { byCompetent, byReceiver, supplementAsked, suspendedByOutage, takenOver } from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, sameDayProcedure, sameLimitEverywhere } from '../testing/procedures.js';
import { minuteOf } from '../time/instant.js';
import { apologyLetters } from './apology-letters.js';
import { commandsFor } from './allowed.js';
import { applyEvent, foldHistory } from './fold.js';

const EXTENSION = { times: 2, maximum: '10wd', legalBasis: 'Nghị định 101/2024/NĐ-CP' };
const DAYS = [{ key: 'standard', name: 'Ngày', nameEn: 'Days', limits: sameLimitEverywhere('30cd') }];
const inDays = (extension: object | null = { ...EXTENSION, maximum: '15cd' }) =>
  rulesFor(landProcedure({ cases: DAYS, extension: extension as typeof EXTENSION | null }));
const CODE = landProcedure().code;
const legal = ({ file }: Story) => file?.clocks.find(({ id }) => id === 'legal');
const promised = ({ file }: Story) => file?.dossier.promise?.at;
const extend = (by: string, more: object = {}, at?: string) =>
  byCompetent({ type: 'extend', by, legalBasis: 'art. 9', ...more }, at);

describe('an extension of a limit in calendar days', () => {
  const story = given(inDays(), takenOver(CODE));

  it('adds calendar days to it, and moves its due day by them', () => {
    // Monday 16 November and 30 days end on Wednesday 16 December; 10 more on Saturday the 26th, so Monday the 28th.
    expect(legal(story)).toMatchObject({
      budget: { unit: 'calendarDays', days: 30 },
      dueAt: minuteOf(vn('2026-12-16 17:30')),
    });
    expect(legal(story.and(extend('10cd')))).toMatchObject({
      budget: { unit: 'calendarDays', days: 40 },
      extendedBy: 10,
      dueAt: minuteOf(vn('2026-12-28 17:30')),
    });
  });

  it('is not longer than the procedure allows, to the day', () => {
    expect(story.when(extend('15cd'))).toMatchObject([{ data: { by: '15cd' } }]);
    expect(story.when(extend('16cd'))).toMatchObject({
      code: 'extension-too-long',
      facts: { by: '16cd', maximum: '15cd' },
    });
  });

  it('in working time is none, nor are calendar days one of a limit in working time', () => {
    expect(story.when(extend('5wd'))).toMatchObject({
      code: 'extension-unit-differs',
      facts: { by: '5wd', limit: '30cd' },
    });
    const working = given(rulesFor(landProcedure()), takenOver(CODE));
    expect(working.when(extend('5cd'))).toMatchObject({ code: 'extension-unit-differs', facts: { limit: '20wd' } });
  });

  it('is not offered where the procedure foresees one in the other unit', () => {
    const rules = rulesFor(landProcedure({ extension: { ...EXTENSION, maximum: '15cd' } }));
    const { file } = given(rules, takenOver(CODE));
    if (file === null) throw new Error('no dossier');
    expect(commandsFor(file, clerkOf(DONG_HAI), rules).find(({ command }) => command === 'extend')).toMatchObject({
      allowed: false,
      code: 'extension-unit-differs',
    });
  });

  it('stays when the limit begins again', () => {
    const restart = { policy: 'restart' as const, maxRounds: 2, timeout: '30cd' };
    const rules = rulesFor(
      landProcedure({ cases: DAYS, extension: { ...EXTENSION, maximum: '15cd' }, supplement: restart }),
    );
    const again = given(rules, [...takenOver(CODE), extend('10cd'), supplementAsked()]).and(
      byCompetent({ type: 'provideSupplement', copy: 'paper' }),
    );
    expect(legal(again)).toMatchObject({ epoch: 2, budget: { unit: 'calendarDays', days: 40 } });
  });
});

describe('what was promised', () => {
  const story = given(rulesFor(landProcedure({ extension: EXTENSION })), takenOver(CODE));

  it('moves as far as the limit is extended, with the next printed date', () => {
    expect(promised(story)).toBe(vn('2026-12-15 08:00'));
    const extended = story.and(extend('2wd'));
    expect([promised(extended), legal(extended)?.dueAt]).toEqual([
      vn('2026-12-17 08:00'),
      minuteOf(vn('2026-12-17 08:00')),
    ]);
    expect(foldHistory(extended.events, extended.rules)).toEqual(extended.file);
  });

  it('moves by calendar days with a limit in calendar days, to a working day', () => {
    const days = given(inDays(), takenOver(CODE)).and(extend('10cd'));
    expect(promised(days)).toBe(vn('2026-12-28 17:30'));
  });

  it('stays at the date an apology has given', () => {
    const sorry = story.and(byCompetent({ type: 'apologise', reason: 'overload', newPromise: vn('2026-12-30 09:00') }));
    expect(promised(sorry.and(extend('2wd')))).toBe(vn('2026-12-30 09:00'));
  });

  it('is unknown where the calendar does not reach the extended date', () => {
    const far = given(
      rulesFor(landProcedure({ extension: { ...EXTENSION, maximum: '99999wd' } })),
      takenOver(CODE),
    ).and(extend('99999wd'));
    expect([far.file?.dossier.promise, legal(far)?.certainty]).toEqual([null, 'notComputable']);
  });

  it('is not touched by a fact of before, which named no promise', () => {
    const fact = story.and(extend('2wd')).events.at(-1);
    if (fact?.type !== 'dossier.limitExtended.v1' || story.file === null) throw new Error('no extension');
    const { promise: _promise, ...data } = fact.data;
    expect(applyEvent(story.file, { ...fact, data }, story.rules).dossier.promise).toEqual(story.file.dossier.promise);
  });
});

describe('an extension that needs a second person', () => {
  const rules = rulesFor(landProcedure({ extension: { ...EXTENSION, secondPerson: true } }));
  const story = given(rules, takenOver(CODE));
  const refused = { code: 'second-person-required' };

  it('is refused to one alone, and to one who approves his own', () => {
    const own = clerkOf(DONG_HAI).officerId ?? 'clerk-1';
    expect(story.when(extend('1wd'))).toMatchObject(refused);
    expect(story.when(extend('1wd', { approvedBy: own }))).toMatchObject(refused);
  });

  it('names him and the reason in the journal', () => {
    expect(story.when(extend('1wd', { approvedBy: 'head-1', reason: 'field-survey' }))).toMatchObject([
      { data: { by: '1wd', approvedBy: 'head-1', reason: 'field-survey' } },
    ]);
  });

  it('prolongs a same-day limit by working days, where the law has a longer ceiling for good reason', () => {
    const same = rulesFor(sameDayProcedure({ extension: { ...EXTENSION, maximum: '3wd' }, boundaryScope: 'none' }));
    const copy = given(same, [
      byReceiver(
        {
          type: 'receive',
          intake: {
            procedureCode: same.procedure.code,
            caseKey: 'standard',
            channel: 'counter',
            jurisdiction: { residence: { communeCode: '11413' } },
          },
        },
        '2026-11-16 08:00',
      ),
    ]);
    expect(legal(copy)?.dueAt).toBe(minuteOf(vn('2026-11-16 17:30')));
    expect(legal(copy.and(byReceiver({ type: 'extend', by: '3wd', legalBasis: 'NĐ 99/2022' })))?.dueAt).toBe(
      minuteOf(vn('2026-11-19 17:30')),
    );
  });
});

describe('a letter of apology', () => {
  const story = given(rulesFor(landProcedure()), takenOver(CODE));
  const sorry = byCompetent({ type: 'apologise', reason: 'overload', newPromise: vn('2026-12-17 08:00') });
  const handed = byReceiver({ type: 'deliverApology', means: 'post' });

  it('is handed over by the receiving agency once it was issued, and once', () => {
    expect(story.when(handed)).toMatchObject({ code: 'apology-not-issued' });
    const issued = story.and(sorry);
    expect(issued.when({ ...handed, by: clerkOf(DONG_HAI) })).toMatchObject({ code: 'actor-not-entitled' });
    const delivered = issued.and(handed);
    expect(delivered.events.at(-1)).toMatchObject({
      type: 'dossier.apologyDelivered.v1',
      data: { means: 'post' },
      actor: { agencyId: HAI_AN },
    });
    expect(delivered.when(handed)).toMatchObject({ code: 'apology-already-delivered', facts: { apologies: 1 } });
    expect(foldHistory(delivered.events, delivered.rules)).toEqual(delivered.file);
  });

  it('moves no clock and no state', () => {
    const [before, after] = [story.and(sorry), story.and(sorry, handed)];
    expect(after.file?.clocks).toEqual(before.file?.clocks);
    expect(after.file?.dossier).toMatchObject({ phase: 'processing', apologies: 1, apologiesDelivered: 1 });
  });

  it('says who is sorry, why, by how much later, the new date, and whether it was handed over', () => {
    const issued = story.and(sorry);
    expect(apologyLetters(issued.events, LEGAL)).toMatchObject([
      {
        issuedBy: { agencyId: DONG_HAI },
        reason: 'overload',
        promisedBefore: vn('2026-12-15 08:00'),
        newPromise: vn('2026-12-17 08:00'),
        laterByMinutes: 2 * 480,
        delivered: null,
      },
    ]);
    expect(apologyLetters(issued.and(handed).events, LEGAL)[0]?.delivered).toMatchObject({
      by: { agencyId: HAI_AN },
      means: 'post',
    });
    expect(apologyLetters(story.events, LEGAL)).toEqual([]);
  });
});

describe('a resumption', () => {
  const suspended = given(rulesFor(landProcedure()), [...takenOver(CODE), suspendedByOutage()]);

  it('may name what ended the ground', () => {
    expect(suspended.when(byCompetent({ type: 'resume', evidence: 'BB-17/2026' }))).toMatchObject([
      { type: 'dossier.resumed.v1', data: { evidence: 'BB-17/2026' } },
    ]);
    expect(suspended.when(byCompetent({ type: 'resume' }))).toMatchObject([{ data: {} }]);
  });

  it('is for who is competent or addressed, not for the counter that received the dossier', () => {
    expect(suspended.when(byReceiver({ type: 'resume' }))).toMatchObject({ code: 'actor-not-entitled' });
  });
});
