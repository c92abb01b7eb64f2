import { describe, expect, it } from '@jest/globals';
import type { ProcedureVersion } from '@lien-thong/client';
import {
  EMPTY_DRAFT,
  casesFor,
  draftOf,
  isReceiving,
  missingIn,
  openingOf,
  versionOn,
  wantedOf,
} from './reception-draft.js';
import type { Draft } from './reception-draft.js';

type Version = Pick<ProcedureVersion, 'cases' | 'competence'>;
const oneCase = (key: string, online: string | null = '1.5wd') => ({
  ...{ key, name: key, nameEn: key },
  limits: { counter: '1.5wd', online, post: null },
});
const VERSION: Version = {
  cases: [oneCase('standard')],
  competence: { criterion: 'residence', level: 'commune' },
};
const FILLED: Draft = {
  ...EMPTY_DRAFT,
  ...{ procedureCode: '1.004873', place: { communeCode: '11411' }, name: 'Nguyễn Văn An' },
};

describe('a dossier taken in at the counter', () => {
  it('is received with its facts, and names nobody outside the private part', () => {
    expect(openingOf(FILLED, VERSION)).toEqual({
      type: 'receive',
      intake: {
        ...{ procedureCode: '1.004873', channel: 'counter', caseKey: 'standard' },
        jurisdiction: { residence: { communeCode: '11411' } },
      },
      private: { persons: [{ role: 'applicant', name: 'Nguyễn Văn An' }] },
    });
  });

  it('sends what was typed composed, whatever input method was used, and nothing that was left empty', () => {
    const typed = {
      ...FILLED,
      name: ' Nguyễn Văn An '.normalize('NFD'),
      phone: ' ',
      note: 'Hẹn gọi lại'.normalize('NFD'),
    };
    expect(openingOf(typed, VERSION).private).toEqual({
      persons: [{ role: 'applicant', name: 'Nguyễn Văn An' }],
      texts: { note: 'Hẹn gọi lại' },
    });
  });

  it('happens when the service hears of it, unless it declares when it was handed in', () => {
    expect(wantedOf(FILLED, VERSION)).not.toHaveProperty('occurredAt');
    expect(wantedOf({ ...FILLED, occurredAt: '2026-12-28T08:00:00+07:00' }, VERSION)).toMatchObject({
      ...{ code: null, occurredAt: '2026-12-28T08:00:00+07:00' },
    });
  });

  it('may be held for a reason when nobody competent is found', () => {
    const held = openingOf({ ...FILLED, place: null, held: 'unknown-place' }, VERSION);
    expect(held).toMatchObject({ holdForJurisdiction: { reason: 'unknown-place' }, intake: { jurisdiction: {} } });
  });
});

describe('a dossier that came in online or by post', () => {
  it('is taken down first, or received at once', () => {
    const online = { ...FILLED, channel: 'online', isReceived: false } as const;
    expect(openingOf(online, VERSION).type).toBe('submit');
    expect(openingOf({ ...online, isReceived: true }, VERSION).type).toBe('receive');
    expect(isReceiving({ channel: 'counter', isReceived: false })).toBe(true);
  });

  it('is never held while it is only taken down', () => {
    const online = { ...FILLED, channel: 'online', isReceived: false, held: 'unknown-place' } as const;
    expect(openingOf(online, VERSION)).not.toHaveProperty('holdForJurisdiction');
  });

  it('offers only the cases whose limit is known for it', () => {
    const version = { cases: [oneCase('standard'), oneCase('survey', null)] };
    expect(casesFor(version, 'online').map(({ key }) => key)).toEqual(['standard']);
    expect(casesFor(version, 'post')).toEqual([]);
  });
});

describe('what is missing in the form', () => {
  it('is told in the order of the form', () => {
    expect(missingIn(EMPTY_DRAFT, null)).toEqual(['procedure']);
    const two = { ...VERSION, cases: [oneCase('a'), oneCase('b')] };
    expect(missingIn({ ...EMPTY_DRAFT, procedureCode: 'x' }, two)).toEqual(['case', 'place', 'name']);
    expect(missingIn(FILLED, VERSION)).toEqual([]);
  });

  it('is no place where the procedure asks for none, or the dossier is held', () => {
    const anywhere: Version = { ...VERSION, competence: { criterion: 'any', level: 'commune' } };
    expect(missingIn({ ...FILLED, place: null }, anywhere)).toEqual([]);
    expect(missingIn({ ...FILLED, place: null, held: 'ask-province' }, VERSION)).toEqual([]);
  });

  it('is a case again when the chosen one cannot be handed in this way', () => {
    const two = { ...VERSION, cases: [oneCase('a'), oneCase('b'), oneCase('c', null)] };
    expect(missingIn({ ...FILLED, caseKey: 'c', channel: 'online' }, two)).toEqual(['case']);
  });
});

describe('the version of a procedure', () => {
  it('is the one in force on the day of reception', () => {
    const versions = [
      { version: 1, effectiveFrom: '2025-07-01', effectiveTo: '2026-06-30' },
      { version: 2, effectiveFrom: '2026-07-01', effectiveTo: null },
    ];
    expect(versionOn(versions, '2026-06-30')).toBe(1);
    expect(versionOn(versions, '2026-07-01')).toBe(2);
    expect(versionOn(versions, '2025-01-01')).toBeNull();
  });
});

describe('an opening that was refused', () => {
  const paper = { component: 'Tờ khai', sha256: '0'.repeat(64), size: 10, mediaType: 'application/pdf' };
  const everything: Draft = {
    ...FILLED,
    ...{ identityNumber: '031099000001', phone: '0912345678', note: 'Hẹn gọi lại', documents: [paper] },
    ...{ caseKey: 'standard', held: 'ask-province', occurredAt: '2026-11-20T08:00:00+07:00' },
  };

  it.each<[string, Draft]>([
    ['received at the counter', everything],
    ['taken down from online', { ...everything, channel: 'online', isReceived: false, held: null }],
    ['by a place of before July 2025', { ...everything, place: { oldCode: '11400' } }],
  ])('is put right from all that was typed: %s', (_, draft) => {
    const { body, occurredAt } = wantedOf(draft, VERSION);
    expect(draftOf({ ...body, occurredAt })).toEqual(draft);
  });
});
