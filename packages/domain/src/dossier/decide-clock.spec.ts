import { describe, expect, it } from '@jest/globals';
import { ENGINE } from '../kernel/actor.js';
import { DONG_HAI, clerkOf, rulesFor, vn } from '../testing/office-directory.js';
import {
  byCompetent,
  byReceiver,
  paymentAsked,
  received,
  supplementAsked,
  suspendedByOutage,
  takenOver,
} from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import type { Step, Story } from '../testing/office.js';
import { landProcedure, procedureForTest } from '../testing/procedures.js';
import { commandsFor } from './allowed.js';

const RULES = rulesFor(landProcedure());
const CODE = RULES.procedure.code;
const processing = given(RULES, takenOver(CODE));
const clock = (story: Story, id: string) => story.file?.clocks.find((found) => found.id === id);
const extend = (by: string, at?: string) => byCompetent({ type: 'extend', by, legalBasis: 'art. 9' }, at);
const apologise = (newPromise: string, at?: string) =>
  byCompetent({ type: 'apologise', reason: 'overload', newPromise: vn(newPromise) }, at);

describe('a suspension', () => {
  const WAYS: readonly (readonly [string, readonly Step[]])[] = [
    ['awaitingAcceptance', takenOver(CODE).slice(0, 3)],
    ['processing', takenOver(CODE)],
    ['awaitingSupplement', [...takenOver(CODE), supplementAsked()]],
    ['awaitingPayment', [...takenOver(CODE), paymentAsked()]],
  ];

  it.each(WAYS)('interrupts %s, rests every clock, and leads back to it', (phase, way) => {
    const story = given(RULES, [...way, suspendedByOutage()]);
    expect(story.file?.dossier).toMatchObject({
      phase: 'suspended',
      suspension: { resumeTo: phase, system: 'landRegister' },
    });
    expect(story.file?.clocks.filter(({ status }) => status === 'running')).toEqual([]);
    const after = story.and(byCompetent({ type: 'resume' }));
    expect(after.file?.dossier).toMatchObject({ phase, suspension: null });
    expect(after.file?.clocks.some(({ status }) => status === 'running')).toBe(true);
  });

  it('names the system that failed if one did, and only then', () => {
    const suspend = (ground: 'systemOutage' | 'courtOrder' | 'forceMajeure', system?: string) =>
      processing.when(
        byCompetent({ type: 'suspend', ground, evidence: 'QD-12', ...(system === undefined ? {} : { system }) }),
      );
    expect(suspend('systemOutage')).toMatchObject({
      code: 'suspension-system-mismatch',
      facts: { ground: 'systemOutage', system: null },
    });
    expect(suspend('courtOrder', 'landRegister')).toMatchObject({ code: 'suspension-system-mismatch' });
    expect(suspend('forceMajeure')).toMatchObject([
      { data: { ground: 'forceMajeure', system: null, evidence: 'QD-12' } },
    ]);
  });

  it('may be declared and lifted by the operator of the exchange', () => {
    const story = processing.and({ ...suspendedByOutage(), by: ENGINE });
    expect(story.when({ by: ENGINE, do: { type: 'resume' } })).toMatchObject([{ phase: 'processing' }]);
  });
});

describe('an extension', () => {
  it('prolongs the legal clock by what it says', () => {
    const [before, after] = [clock(processing, 'legal'), clock(processing.and(extend('10wd')), 'legal')];
    expect(before?.budget).toEqual({ unit: 'work', minutes: 20 * 480 });
    expect(after?.budget).toEqual({ unit: 'work', minutes: 30 * 480 });
  });

  it('does not exceed what the procedure allows, in whichever unit it is given', () => {
    expect(processing.when(extend('80wh'))).toMatchObject([{ data: { by: '80wh' } }]);
    expect(processing.when(extend('80.5wh'))).toMatchObject({
      code: 'extension-too-long',
      facts: { by: '80.5wh', maximum: '10wd' },
    });
  });

  it('comes as often as the procedure allows', () => {
    expect(processing.and(extend('1wd')).when(extend('1wd'))).toMatchObject({
      code: 'extension-exhausted',
      facts: { times: 1 },
    });
  });

  it('is no extension where the procedure foresees none', () => {
    const rules = rulesFor(landProcedure({ extension: null }));
    expect(given(rules, takenOver(CODE)).when(extend('1wd'))).toMatchObject({ code: 'extension-not-foreseen' });
  });

  it('in working days is none of a limit in calendar days, which it could not move', () => {
    const limits = { counter: '30cd', online: '30cd', post: '30cd' };
    const rules = rulesFor(landProcedure({ cases: [{ key: 'standard', name: 'Ngày', nameEn: 'Days', limits }] }));
    const story = given(rules, takenOver(CODE));
    expect(story.when(extend('1wd'))).toMatchObject({
      code: 'extension-not-in-working-time',
      facts: { limit: '30cd' },
    });
    const file = story.file;
    if (file === null) throw new Error('no dossier');
    expect(commandsFor(file, clerkOf(DONG_HAI), rules).find(({ command }) => command === 'extend')).toEqual({
      command: 'extend',
      allowed: false,
      code: 'extension-not-in-working-time',
    });
  });

  it('comes before the limit has run out, in its last minute too, and heals no breach', () => {
    const rules = rulesFor(procedureForTest());
    // Monday 16 November 08:00: 450 minutes that day, 240 on Tuesday morning, and the last 30 of 720 end at 14:00.
    const story = given(rules, takenOver(rules.procedure.code));
    const dueAt = clock(story, 'legal')?.dueAt;
    expect(story.when(extend('1wd', '2026-11-17 14:00'))).toMatchObject([{ type: 'dossier.limitExtended.v1' }]);
    expect(dueAt).toBe(Date.parse(vn('2026-11-17 14:00')) / 60_000);
    expect(story.when(extend('1wd', '2026-11-17 14:01'))).toMatchObject({ code: 'extension-after-due' });
    expect(story.when(extend('1wd', '2026-11-20 09:00'))).toMatchObject({
      code: 'extension-after-due',
      facts: { dueAt: vn('2026-11-17 14:00') },
    });
  });

  it('does not wake an overdue clock that rests into a timely one', () => {
    const rules = rulesFor(procedureForTest());
    const story = given(rules, [...takenOver(rules.procedure.code), supplementAsked('2026-11-18 09:00')]);
    expect(story.when(extend('1wd'))).toMatchObject({ code: 'extension-after-due', facts: { dueAt: null } });
  });

  it('is given to a resting clock as well, which has no due date then', () => {
    const asked = processing.and(supplementAsked());
    expect(asked.when(extend('1wd'))).toMatchObject([{ phase: 'awaitingSupplement' }]);
  });

  it('is given to a legal clock that began with the acceptance', () => {
    const rules = rulesFor(landProcedure({ clockStart: 'competentReceipt' }));
    const story = given(rules, takenOver(CODE));
    expect(story.when(extend('1wd'))).toMatchObject([{ type: 'dossier.limitExtended.v1' }]);
    expect(clock(given(rules, takenOver(CODE).slice(0, 3)), 'legal')).toBeUndefined();
  });
});

describe('an apology', () => {
  const rules = rulesFor(procedureForTest());
  const story = given(rules, takenOver(rules.procedure.code));
  const promised = '2026-11-17 14:00';

  it('changes the promise and no clock', () => {
    const after = story.and(apologise('2026-11-20 09:00'));
    expect(story.file?.dossier.promise?.at).toBe(vn(promised));
    expect(after.file?.dossier).toMatchObject({
      apologies: 1,
      promise: { at: vn('2026-11-20 09:00'), estimate: false },
    });
    expect(after.file?.clocks).toEqual(story.file?.clocks);
  });

  it('comes while the promise stands, and not a minute later', () => {
    expect(story.when(apologise('2026-11-20 09:00', promised))).toMatchObject([{ type: 'dossier.apologyIssued.v1' }]);
    expect(story.when(apologise('2026-11-20 09:00', '2026-11-17 14:01'))).toMatchObject({
      code: 'apology-after-promise',
      facts: { promise: vn(promised) },
    });
  });

  it('comes once', () => {
    const after = story.and(apologise('2026-11-20 09:00'));
    expect(after.when(apologise('2026-11-25 09:00'))).toMatchObject({ code: 'apology-already-issued' });
  });

  it('gives a later date', () => {
    expect(story.when(apologise(promised))).toMatchObject({ code: 'apology-date-not-later' });
    expect(story.when(apologise('2026-11-17 14:01'))).toMatchObject([{ data: { newPromise: vn('2026-11-17 14:01') } }]);
  });

  it('has nothing to be sorry for where no date could be promised', () => {
    const far = given(rules, takenOver(rules.procedure.code), { opens: '2099-12-31 08:00' });
    expect(far.file?.dossier.promise).toBeNull();
    expect(far.when(apologise('2100-01-20 09:00'))).toMatchObject({
      code: 'apology-after-promise',
      facts: { promise: null },
    });
  });
});

describe('a closing', () => {
  it('names its ground and the legal text it rests on', () => {
    const close = { type: 'close', ground: 'courtOrder', legalBasis: 'Bản án 12/2026' } as const;
    expect(processing.when(byCompetent(close))).toMatchObject([
      { phase: 'closed', data: { ground: 'courtOrder', legalBasis: 'Bản án 12/2026' } },
    ]);
  });

  it('for want of a supplement or a payment needs one that is awaited', () => {
    const close = (ground: 'supplementTimeout' | 'paymentTimeout') =>
      byCompetent({ type: 'close', ground, legalBasis: 'art. 9' });
    expect(processing.when(close('supplementTimeout'))).toMatchObject({ code: 'close-ground-not-met' });
    expect(processing.when(close('paymentTimeout'))).toMatchObject({ code: 'close-ground-not-met' });
  });

  it("is the holder's: of the receiver while nobody has accepted", () => {
    const close = { type: 'close', ground: 'legalGround', legalBasis: 'art. 9' } as const;
    expect(given(RULES, [received(CODE)]).when(byReceiver(close))).toMatchObject([{ phase: 'closed' }]);
    expect(processing.when(byReceiver(close))).toMatchObject({ code: 'actor-not-entitled' });
  });
});
