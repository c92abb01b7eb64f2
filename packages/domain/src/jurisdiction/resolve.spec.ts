import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildDirectory } from './directory.js';
import { resolve } from './resolve.js';
import type { JurisdictionQuestion, ProcedureScope } from './resolve.js';
import { agencyId, day, directoryWith, exampleData, rule } from './two-dong-hai.fixture.js';

const TODAY = day('2026-11-23');
const birth: ProcedureScope = {
  code: '1.001193',
  field: 'Hộ tịch',
  boundaryScope: 'province',
  competence: { criterion: 'residence', level: 'commune' },
};

function ask(more: Partial<JurisdictionQuestion> = {}): JurisdictionQuestion {
  return {
    procedure: birth,
    facts: { residence: { communeCode: '11411' } },
    receivingAgency: agencyId('hai-an'),
    day: TODAY,
    ...more,
  };
}

const directory = directoryWith([]);

describe('who decides a dossier', () => {
  it('is the ward of residence, with the rule and the text it rests on', () => {
    expect(resolve(directory, ask())).toEqual({
      kind: 'resolved',
      agencyId: 'dong-hai',
      ruleId: 'birth.11411',
      legalBasis: 'Luật Hộ tịch 60/2014/QH13',
      areaCode: '11411',
      viaOldUnit: null,
    });
  });

  it('is found through an old ward, which the answer names', () => {
    expect(resolve(directory, ask({ facts: { residence: { oldCode: '11410' } } }))).toMatchObject({
      agencyId: 'dong-hai',
      viaOldUnit: '11410',
    });
  });

  it('is told apart for the two wards Đông Hải by the province', () => {
    const nationwide: ProcedureScope = { ...birth, boundaryScope: 'nation' };
    const living = (provinceCode: string): JurisdictionQuestion =>
      ask({ procedure: nationwide, facts: { residence: { name: 'Phường Đông Hải', provinceCode } } });
    expect(resolve(directory, living('31'))).toMatchObject({ agencyId: 'dong-hai' });
    expect(resolve(directory, living('46'))).toMatchObject({ agencyId: 'dong-hai-hue' });
  });

  it('is the receiver itself where any agency may decide, if it is competent at all', () => {
    const any: ProcedureScope = { ...birth, boundaryScope: 'none', competence: { criterion: 'any', level: 'commune' } };
    expect(resolve(directory, ask({ procedure: any, facts: {} }))).toMatchObject({
      agencyId: 'hai-an',
      areaCode: null,
    });
    expect(
      resolve(directory, ask({ procedure: any, facts: {}, receivingAgency: agencyId('land-office') })),
    ).toMatchObject({
      code: 'jurisdiction-none',
    });
  });

  it('is the office of the province for a procedure of the province', () => {
    const mortgage: ProcedureScope = {
      code: '1.011441',
      boundaryScope: 'province',
      competence: { criterion: 'assetLocation', level: 'province' },
    };
    const land = directoryWith([
      rule('mortgage.31', ['land-office', ['31']], { about: { procedureCode: '1.011441' }, level: 'province' }),
      rule('mortgage.commune', ['hai-an', ['31']], { about: { procedureCode: '1.011441' } }),
    ]);
    expect(
      resolve(land, ask({ procedure: mortgage, facts: { assetLocation: { communeCode: '11413' } } })),
    ).toMatchObject({
      agencyId: 'land-office',
      areaCode: '11413',
    });
  });

  it.each<[string, Partial<JurisdictionQuestion>, object]>([
    [
      'nobody holds a rule for the place',
      { facts: { residence: { communeCode: '10507' } } },
      { code: 'jurisdiction-none', facts: { areaCode: '10507', rulesNotInForce: [] } },
    ],
    [
      'the receiver did not exist yet',
      { day: day('2025-06-30'), facts: { residence: { oldCode: '11410' } } },
      { code: 'agency-unknown', facts: {} },
    ],
    [
      'the place was not given',
      { facts: { headOffice: { communeCode: '11411' } } },
      { code: 'jurisdiction-fact-missing', facts: { criterion: 'residence' } },
    ],
    [
      'the place is a divided old ward',
      { facts: { residence: { oldCode: '11419' } } },
      { code: 'area-split-needs-fact', facts: { criterion: 'residence' } },
    ],
    [
      'the place is a shared name',
      { facts: { residence: { name: 'Đông Hải' } } },
      { code: 'area-ambiguous', facts: { criterion: 'residence' } },
    ],
    [
      'the receiver is not in the directory',
      { receivingAgency: agencyId('nobody') },
      { code: 'agency-unknown', facts: { agencyId: 'nobody' } },
    ],
    [
      'the receiver has been closed',
      { receivingAgency: agencyId('closed-office') },
      { code: 'agency-unknown', facts: {} },
    ],
    [
      'the place lies in another province',
      { facts: { residence: { communeCode: '19999' } } },
      { code: 'outside-boundary-scope', facts: { competentAgency: 'dong-hai-hue' } },
    ],
    [
      'the procedure crosses no boundary',
      { procedure: { ...birth, boundaryScope: 'none' } },
      { code: 'outside-boundary-scope', facts: { competentAgency: 'dong-hai' } },
    ],
  ])('cannot be told when %s', (_when, more, expected) => {
    expect(resolve(directory, ask(more))).toMatchObject({ refused: true, ...expected });
  });

  it('may be the receiver without crossing anything, whatever the scope', () => {
    const home = { facts: { residence: { communeCode: '11413' } } };
    for (const boundaryScope of ['none', 'province', 'nation'] as const) {
      expect(resolve(directory, ask({ ...home, procedure: { ...birth, boundaryScope } }))).toMatchObject({
        agencyId: 'hai-an',
      });
    }
  });
});

describe('rules that change', () => {
  const handedOver = directoryWith([
    rule('birth.10507.a', ['hai-an', ['10507']], { validTo: '2026-11-22' }),
    rule('birth.10507.b', ['dong-hai', ['10507']], { validFrom: '2026-11-24' }),
  ]);
  const on = (text: string): unknown =>
    resolve(handedOver, ask({ facts: { residence: { communeCode: '10507' } }, day: day(text) }));

  it('hold on their last day and on their first day', () => {
    expect(on('2026-11-22')).toMatchObject({ agencyId: 'hai-an', ruleId: 'birth.10507.a' });
    expect(on('2026-11-24')).toMatchObject({ agencyId: 'dong-hai', ruleId: 'birth.10507.b' });
  });

  it('leave nobody on a day between, and the refusal names the rules that almost held', () => {
    expect(on('2026-11-23')).toMatchObject({
      code: 'jurisdiction-none',
      facts: { rulesNotInForce: ['birth.10507.a', 'birth.10507.b'] },
    });
  });

  it('do not hold for an agency that has been closed', () => {
    const closed = directoryWith([rule('birth.10507', ['closed-office', ['10507']])]);
    const question = ask({ facts: { residence: { communeCode: '10507' } } });
    expect(resolve(closed, { ...question, day: day('2026-06-30') })).toMatchObject({ agencyId: 'closed-office' });
    expect(resolve(closed, question)).toMatchObject({
      code: 'jurisdiction-none',
      facts: { rulesNotInForce: ['birth.10507'] },
    });
  });

  it('name every candidate when they overlap, also a province over its commune', () => {
    const overlapping = directoryWith([rule('birth.31', ['hai-an', ['31']])]);
    expect(resolve(overlapping, ask())).toMatchObject({
      code: 'jurisdiction-several',
      facts: { candidates: ['dong-hai', 'hai-an'], ruleIds: ['birth.11411', 'birth.31'] },
    });
  });

  it('do not conflict when two of them name the same agency', () => {
    const twice = directoryWith([rule('birth.11411.again', ['dong-hai', ['11411']])]);
    expect(resolve(twice, ask())).toMatchObject({ agencyId: 'dong-hai', ruleId: 'birth.11411' });
  });

  it('for the procedure itself go before rules for its field', () => {
    const withField = directoryWith([rule('field.all', ['land-office', 'all'], { about: { field: 'Hộ tịch' } })]);
    expect(resolve(withField, ask())).toMatchObject({ agencyId: 'dong-hai' });
    expect(resolve(withField, ask({ facts: { residence: { communeCode: '10507' } } }))).toMatchObject({
      agencyId: 'land-office',
      ruleId: 'field.all',
    });
  });

  it('give the same answer in whatever order they were loaded', () => {
    const extra = [rule('birth.31', ['hai-an', ['31']]), rule('birth.zz', ['dong-hai', ['11411', '10507']])];
    const rules = [...exampleData.competences, ...extra];
    const expected = resolve(directoryWith(extra), ask());
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), (competences) => {
        expect(resolve(buildDirectory({ ...exampleData, competences }), ask())).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});
