import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indexAreas } from './area-index.js';
import { areaInputSchema } from './areas.js';
import type { AreaInput } from './areas.js';
import { resolveArea } from './resolve-area.js';
import { day, exampleData } from './two-dong-hai.fixture.js';

const index = indexAreas(exampleData);
const TODAY = day('2026-11-23');
const LAST_OLD_DAY = day('2025-06-30');

describe('a place a citizen gives at the counter', () => {
  it.each<[string, AreaInput, string]>([
    ['a code', { communeCode: '11413' }, '11413'],
    ['a code with its province', { communeCode: '11413', provinceCode: '31' }, '11413'],
    ['a code with the closed province it lies in', { communeCode: '10507', provinceCode: '30' }, '10507'],
    ['a name with its province', { name: 'Phường Đông Hải', provinceCode: '46' }, '19999'],
    ['a name only one commune has', { name: 'Phường Hải An' }, '11413'],
    ['a name without its type', { name: 'Hải An' }, '11413'],
    ['a name without accents', { name: 'phuong hai an' }, '11413'],
    ['a name with the tone on the other vowel', { name: 'Phường Hoà Bình' }, '10507'],
    ['a decomposed name', { name: 'Phường Hải An'.normalize('NFD') }, '11413'],
    [
      'a shared name with the code of one of its bearers',
      { name: 'Phường Đông Hải', newCommuneCode: '19999' },
      '19999',
    ],
    ['an old code', { oldCode: '11410' }, '11411'],
    ['an old code with its old province', { oldCode: '10500', provinceCode: '30' }, '10507'],
    ['an old name', { name: 'Phường Đông Hải 1' }, '11411'],
    ['an old name with its district', { name: 'Xã Tân An', district: 'Ninh Giang' }, '11413'],
    ['a divided old unit with its successor', { oldCode: '11419', newCommuneCode: '11413' }, '11413'],
    ['a divided old unit with its successor as commune', { oldCode: '11419', communeCode: '11411' }, '11411'],
    ['a divided old name with its successor', { name: 'Nam Hải', newCommuneCode: '11411' }, '11411'],
  ])('is found from %s', (_what, input, code) => {
    expect(resolveArea(index, input, TODAY)).toMatchObject({ kind: 'area', commune: { code } });
  });

  it.each<[string, AreaInput, object]>([
    ['a code nobody has', { communeCode: '99999' }, { code: 'area-unknown', facts: { reason: 'no-such-code' } }],
    [
      'an old code given as one in force',
      { communeCode: '11419' },
      { code: 'area-unknown', facts: { reason: 'not-in-force' } },
    ],
    [
      'a code of another province',
      { communeCode: '11413', provinceCode: '46' },
      { code: 'area-unknown', facts: { reason: 'province-differs' } },
    ],
    [
      'an old code of another province',
      { oldCode: '11410', provinceCode: '46' },
      { code: 'area-unknown', facts: { reason: 'province-differs' } },
    ],
    ['an old code nobody had', { oldCode: '99999' }, { code: 'area-unknown', facts: { reason: 'no-such-code' } }],
    ['a name nobody has', { name: 'Phường Nowhere' }, { code: 'area-unknown', facts: { reason: 'no-such-name' } }],
    [
      'a name in a province that is none',
      { name: 'Hải An', provinceCode: '99' },
      { code: 'area-unknown', facts: { reason: 'no-such-province' } },
    ],
    [
      'a name with a district it never had',
      { name: 'Xã Tân An', district: 'Hải An' },
      { code: 'area-unknown', facts: { reason: 'no-such-name' } },
    ],
    ['nothing', {}, { code: 'area-unknown', facts: { reason: 'not-named' } }],
    [
      'a name two communes share',
      { name: 'Phường Đông Hải' },
      { code: 'area-ambiguous', facts: { candidates: ['11411', '19999'] } },
    ],
    [
      'an old name two units had',
      { name: 'Xã Tân An' },
      { code: 'area-ambiguous', facts: { oldCandidates: ['10500', '10501'] } },
    ],
    [
      'a divided unit',
      { oldCode: '11411' },
      { code: 'area-split-needs-fact', facts: { successors: ['11411', '11413'], likelySuccessor: '11411' } },
    ],
    [
      'a divided unit by name',
      { name: 'Phường Nam Hải' },
      { code: 'area-split-needs-fact', facts: { oldCode: '11419', rejected: null } },
    ],
    [
      'a divided unit with a commune it never touched',
      { oldCode: '11419', newCommuneCode: '10507' },
      { code: 'area-split-needs-fact', facts: { rejected: '10507' } },
    ],
    [
      'an undivided unit with another commune',
      { oldCode: '11410', newCommuneCode: '11413' },
      { code: 'area-ambiguous', facts: { reason: 'facts-contradict' } },
    ],
    [
      'a code and another code',
      { communeCode: '11411', newCommuneCode: '11413' },
      { code: 'area-ambiguous', facts: { reason: 'facts-contradict' } },
    ],
    [
      'a name and a code of another name',
      { name: 'Phường Hải An', newCommuneCode: '19999' },
      { code: 'area-ambiguous', facts: { reason: 'facts-contradict' } },
    ],
  ])('is refused when it is %s', (_what, input, expected) => {
    expect(resolveArea(index, input, TODAY)).toMatchObject({ refused: true, ...expected });
  });

  it('names the candidates in full, so that a clerk can choose', () => {
    expect(resolveArea(index, { name: 'Đông Hải' }, TODAY)).toMatchObject({
      facts: { candidateNames: ['Phường Đông Hải, Tỉnh Hải Phòng', 'Phường Đông Hải, Tỉnh Huế'] },
    });
  });
});

describe('the day of the event', () => {
  it('decides what a code means: 11411 is one ward today and was a divided one before 1 July 2025', () => {
    expect(resolveArea(index, { communeCode: '11411' }, TODAY)).toMatchObject({ viaOld: null });
    expect(resolveArea(index, { communeCode: '11411' }, LAST_OLD_DAY)).toMatchObject({ code: 'area-split-needs-fact' });
  });

  it('decides which name goes first: the ward of now, or the ward of that time', () => {
    const input = { name: 'Phường Đông Hải', provinceCode: '46' };
    expect(resolveArea(index, input, TODAY)).toMatchObject({
      commune: { code: '19999' },
      viaOld: null,
      alsoOldUnits: ['19998'],
    });
    expect(resolveArea(index, input, LAST_OLD_DAY)).toMatchObject({
      commune: { code: '20001' },
      viaOld: { code: '19998' },
    });
  });

  it('lets an old code be used on any day, and shows the commune as it is then', () => {
    expect(resolveArea(index, { oldCode: '19998' }, LAST_OLD_DAY)).toMatchObject({ commune: { type: 'ward' } });
    expect(resolveArea(index, { oldCode: '19998' }, day('2026-04-29'))).toMatchObject({ commune: { type: 'ward' } });
    expect(resolveArea(index, { oldCode: '19998' }, day('2026-04-30'))).toMatchObject({ commune: { type: 'commune' } });
  });

  it('knows a commune that became another type by its earlier name too, never by one it will get', () => {
    expect(resolveArea(index, { name: 'Phường Phong Thái' }, TODAY)).toMatchObject({
      commune: { fullName: 'Xã Phong Thái' },
    });
    expect(resolveArea(index, { name: 'Xã Phong Thái' }, day('2026-04-29'))).toMatchObject({ code: 'area-unknown' });
  });

  it('knows no commune of now before there was one', () => {
    expect(resolveArea(index, { communeCode: '11413' }, LAST_OLD_DAY)).toMatchObject({ code: 'area-unknown' });
    expect(resolveArea(index, { name: 'Phường Hải An' }, LAST_OLD_DAY)).toMatchObject({ code: 'area-unknown' });
  });
});

describe('whatever is typed', () => {
  it('gives one commune or a refusal, never a fault', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    const code = fc.constantFrom('11411', '11413', '11419', '10500', '99999');
    const input = fc.record(
      {
        communeCode: code,
        oldCode: code,
        newCommuneCode: code,
        name: fc.oneof(text, fc.constantFrom('Đông Hải', 'Tân An')),
        district: text,
        provinceCode: fc.constantFrom('31', '46', '30', '99'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(input, fc.constantFrom(TODAY, LAST_OLD_DAY), (given, when) => {
        const outcome = resolveArea(index, given, when);
        expect('refused' in outcome || exampleData.communes.includes(outcome.commune)).toBe(true);
      }),
    );
  });

  it('is checked at the edge: a place must be named, with a code of the right shape and no hidden characters', () => {
    expect(areaInputSchema.safeParse({ provinceCode: '31' }).success).toBe(false);
    expect(areaInputSchema.safeParse({ communeCode: '1141' }).success).toBe(false);
    expect(areaInputSchema.safeParse({ name: 'Hải\u202eAn' }).success).toBe(false);
    expect(areaInputSchema.safeParse({ communeCode: '11411', street: 'x' }).success).toBe(false);
    expect(areaInputSchema.safeParse({ oldCode: '536' }).success).toBe(true);
    expect(areaInputSchema.safeParse({ name: 'Phường Đông Hải', provinceCode: '31' }).success).toBe(true);
  });
});

describe('tables that do not fit together', () => {
  it('are refused whole', () => {
    const [commune] = exampleData.communes;
    const [unit] = exampleData.oldUnits;
    expect(() => indexAreas({ ...exampleData, provinces: [] })).toThrow('no province');
    expect(() => indexAreas({ ...exampleData, communes: commune === undefined ? [] : [commune] })).toThrow(
      'no commune',
    );
    expect(() => indexAreas({ ...exampleData, oldUnits: unit === undefined ? [] : [unit, unit] })).toThrow('twice');
  });
});
