import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../kernel/refusal.js';
import { competenceGaps } from './competence-gaps.js';
import { buildDirectory } from './directory.js';
import { resolve } from './resolve.js';
import type { ProcedureScope } from './resolve.js';
import { agencyId, day, directoryWith, exampleData, rule } from './two-dong-hai.fixture.js';

const TODAY = day('2026-11-23');
const directory = directoryWith([]);
const birth: ProcedureScope = {
  code: '1.001193',
  boundaryScope: 'province',
  competence: { criterion: 'residence', level: 'commune' },
};

describe('gaps and overlaps of competence', () => {
  it('are counted for every commune before a procedure is offered', () => {
    expect(competenceGaps(directory, birth, { day: TODAY })).toEqual({
      checked: 5,
      gaps: ['10507', '20001'],
      overlaps: [],
    });
    expect(competenceGaps(directory, birth, { day: TODAY, provinceCode: '31' })).toEqual({
      checked: 3,
      gaps: ['10507'],
      overlaps: [],
    });
  });

  it('are exactly the communes where nobody or several would be named', () => {
    const rules = fc.array(
      fc.record({
        agency: fc.constantFrom('hai-an', 'dong-hai'),
        areas: fc.constantFrom<'all' | string[]>('all', ['31'], ['11411'], ['10507', '46']),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(rules, (chosen) => {
        const competences = chosen.map(({ agency, areas }, at) => rule(`r${at}`, [agency, areas]));
        const some = buildDirectory({ ...exampleData, competences });
        const nationwide: ProcedureScope = { ...birth, boundaryScope: 'nation' };
        const { gaps, overlaps } = competenceGaps(some, nationwide, { day: TODAY });
        for (const code of ['11411', '11413', '10507', '19999', '20001']) {
          const answer = resolve(some, {
            procedure: nationwide,
            facts: { residence: { communeCode: code } },
            receivingAgency: agencyId('hai-an'),
            day: TODAY,
          });
          const said = isRefusal(answer) ? answer.code : 'resolved';
          const listed = gaps.includes(code)
            ? 'jurisdiction-none'
            : overlaps.some(({ areaCode }) => areaCode === code)
              ? 'jurisdiction-several'
              : 'resolved';
          expect(said).toBe(listed);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a directory with holes', () => {
  it('is refused whole', () => {
    const [first] = exampleData.competences;
    expect(() => directoryWith([rule('x1', ['nobody', ['11411']])])).toThrow('no agency nobody');
    expect(() => directoryWith([rule('x1', ['hai-an', ['99999']])])).toThrow('no area 99999');
    expect(() => directoryWith(first === undefined ? [] : [first])).toThrow('twice');
    expect(() =>
      buildDirectory({ ...exampleData, agencies: [...exampleData.agencies, ...exampleData.agencies] }),
    ).toThrow('twice');
    expect(() =>
      buildDirectory({ ...exampleData, agencies: exampleData.agencies.map((one) => ({ ...one, provinceCode: '46' })) }),
    ).toThrow('no such area');
  });
});
