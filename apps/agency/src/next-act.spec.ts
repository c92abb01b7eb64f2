import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { FeedFact, Phase } from '@lien-thong/client';
import { caseAfter } from './case.js';
import type { Case } from './case.js';
import { readConfig } from './config.js';
import { dueAfter, shiftOf, spanOf } from './duration.js';
import { nextAct } from './next-act.js';
import { stableId } from './stable-id.js';

const ME = 'haiphong-dong-hai';
const { policy } = readConfig(fileURLToPath(new URL('../agency.example.json', import.meta.url)));
const FRIDAY = '2026-11-20T16:45:00+07:00';

const CASE: Case = {
  ...{ dossierId: 'd', code: 'c', phase: 'received', seq: 1, phaseFact: 'f', since: FRIDAY, procedure: '1.004873' },
  ...{ communes: ['11411'], receiving: ME, competent: null, addressed: null, supplements: 0, notified: false },
  ...{ refusedBy: [], refusedFor: null },
};
const other = { receiving: 'elsewhere' } as const;
const sent = { ...other, addressed: ME } as const;
const mine = { ...sent, competent: ME } as const;

describe('an office', () => {
  it.each<readonly [string, Partial<Case>, readonly [string, string] | null]>([
    ['sends on what it received', {}, ['transfer', '2026-11-20T17:15:00+07:00']],
    ['does nothing about what another received', other, null],
    ['confirms an arrival at once, also at night', { ...sent, phase: 'inTransfer' }, ['confirmDelivery', FRIDAY]],
    [
      'accepts what it is competent for when it is open again',
      { ...sent, phase: 'awaitingAcceptance' },
      ['acceptTransfer', '2026-11-23T07:30:00+07:00'],
    ],
    [
      'refuses what it is not',
      { ...sent, phase: 'awaitingAcceptance', communes: ['11359'] },
      ['refuseTransfer', '2026-11-23T07:30:00+07:00'],
    ],
    ['leaves a returned dossier to a person', { phase: 'transferReturned' }, null],
    ['decides', { ...mine, phase: 'processing' }, ['decide', '2026-11-23T07:30:00+07:00']],
    [
      'asks for papers first, where its policy says so',
      { ...mine, phase: 'processing', procedure: '1.012817' },
      ['requestSupplement', '2026-11-23T07:30:00+07:00'],
    ],
    [
      'asks once',
      { ...mine, phase: 'processing', procedure: '1.012817', supplements: 1 },
      ['decide', '2026-11-23T07:30:00+07:00'],
    ],
    ['waits for the applicant of another', { ...mine, phase: 'awaitingSupplement' }, null],
    [
      'hands in what its own applicant brings',
      { phase: 'awaitingSupplement' },
      ['provideSupplement', '2026-11-23T07:30:00+07:00'],
    ],
    ['sends the result', { ...mine, phase: 'decided' }, ['dispatchResult', '2026-11-20T17:15:00+07:00']],
    ['confirms that the result arrived', { phase: 'resultInTransfer' }, ['confirmResultArrival', FRIDAY]],
    ['tells the applicant', { phase: 'readyForReturn' }, ['notifyApplicant', '2026-11-20T16:55:00+07:00']],
    [
      'then returns the result',
      { phase: 'readyForReturn', notified: true },
      ['returnResult', '2026-11-23T07:30:00+07:00'],
    ],
    ['is done', { phase: 'returned' }, null],
  ])('%s', (_, change, expected) => {
    const act = nextAct({ ...CASE, ...change }, ME, policy);
    expect(act === null ? null : [act.body.type, act.dueAt]).toEqual(expected);
  });

  it('does nothing by itself that its policy leaves to a person', () => {
    expect(nextAct(CASE, ME, { ...policy, after: { ...policy.after, transfer: null } })).toBeNull();
  });

  it('sends a returned dossier again where its policy says so', () => {
    const again = nextAct({ ...CASE, phase: 'transferReturned' }, ME, { ...policy, whenReturned: 'transferAgain' });
    expect(again?.body).toEqual({ type: 'transfer', copy: 'electronic' });
  });
});

describe('a case', () => {
  const fact = (type: string, phase: Phase, more: Partial<FeedFact> = {}): FeedFact => ({
    ...{
      id: `${type}-${phase}`,
      dossierId: 'd',
      type: `dossier.${type}.v1` as FeedFact['type'],
      phase,
      n: 1,
      view: 'full' as const,
    },
    ...{ seq: 1, occurredAt: FRIDAY, recordedAt: FRIDAY, prevHash: '', hash: '', fact: {}, ...more },
    actor: { kind: 'clerk', agencyId: 'deciding', officerId: null },
  });
  const received = fact('received', 'received', {
    fact: {
      code: 'c-1',
      pin: { procedureCode: 'p', receivingAgency: 'taking' },
      jurisdiction: { residence: { communeCode: '11411' } },
    },
  });

  it('is what the facts come to: who took it in, to whom it was sent, who decides', () => {
    const facts = [
      received,
      fact('transferDispatched', 'inTransfer', { fact: { to: 'deciding' } }),
      fact('transferAccepted', 'processing'),
      fact('supplementRequested', 'awaitingSupplement'),
      fact('clockWarned', 'awaitingSupplement', { occurredAt: '2027-01-01T00:00:00Z', seq: 9 }),
    ];
    const last = facts.reduce<Case | null>((before, each) => caseAfter(before, each), null);
    expect(last).toMatchObject({
      ...{
        code: 'c-1',
        procedure: 'p',
        communes: ['11411'],
        receiving: 'taking',
        addressed: 'deciding',
        competent: 'deciding',
      },
      ...{ supplements: 1, seq: 9, phaseFact: 'supplementRequested-awaitingSupplement', since: FRIDAY },
    });
  });

  it('of a receiver that is competent itself is its own', () => {
    expect(caseAfter(null, { ...received, phase: 'processing' })).toMatchObject({ competent: 'taking' });
  });

  it('counts what follows a notification from the notification', () => {
    const told = caseAfter(CASE, fact('applicantNotified', 'readyForReturn', { occurredAt: '2026-11-24T01:00:00Z' }));
    expect(told).toMatchObject({ notified: true, since: '2026-11-24T01:00:00Z' });
  });
});

describe('times of an office', () => {
  it('are wall-clock times moved to the next open minute', () => {
    const hours = { days: [1, 2, 3, 4, 5], shifts: [shiftOf('13:30-17:30'), shiftOf('07:30-11:30')] };
    expect(dueAfter('2026-11-20T04:29:30Z', 0, hours)).toBe('2026-11-20T13:30:00+07:00');
    expect(dueAfter('2026-11-20T04:28:30Z', 0, hours)).toBe('2026-11-20T11:29:00+07:00');
    expect(dueAfter('2026-11-20T17:30:00+07:00', 0, hours)).toBe('2026-11-23T07:30:00+07:00');
    expect(dueAfter('2026-11-20T17:30:00+07:00', 60, null)).toBe('2026-11-20T18:30:00+07:00');
    expect(() => dueAfter(FRIDAY, 0, { days: [], shifts: [shiftOf('07:30-11:30')] })).toThrow('never opens');
  });

  it('are read as written, or not at all', () => {
    expect(['30m', '4h..2d', 'never'].map(spanOf)).toEqual([
      { least: 30, most: 30 },
      { least: 240, most: 2_880 },
      null,
    ]);
    for (const wrong of ['', '30', '1.5h', '-1h', '1w', '2h..1h', '1h..2h..3h'])
      expect(() => spanOf(wrong)).toThrow('no duration');
    for (const wrong of ['', '7:30-8:00', '11:30-07:30', '07:30-07:30', '07:30'])
      expect(() => shiftOf(wrong)).toThrow('no shift');
  });
});

describe('the id of an act', () => {
  it('is a UUID that follows from its parts, and from where one ends and the next begins', () => {
    expect(stableId('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(stableId('a', 'b')).toBe(stableId('a', 'b'));
    expect(new Set([stableId('a', 'b'), stableId('ab'), stableId('b', 'a'), stableId('a', 'b', '')]).size).toBe(4);
  });
});
