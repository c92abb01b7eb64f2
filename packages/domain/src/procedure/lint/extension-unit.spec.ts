import { describe, expect, it } from '@jest/globals';
import { procedureForTest, sameLimitEverywhere } from '../../testing/procedures.js';
import { lintProcedure } from './lint.js';

function unitsFound(limits: readonly string[], maximum: string): readonly string[] {
  const cases = limits.map((limit, i) => {
    return { key: `c${i}`, name: 'Thường', nameEn: 'Standard', limits: sameLimitEverywhere(limit) };
  });
  const definition = { ...procedureForTest(), cases, extension: { times: 1, maximum, legalBasis: 'art. 9' } };
  return lintProcedure({ definition })
    .filter(({ path }) => path === 'extension.maximum')
    .map(({ rule, facts }) => `${rule} ${String(facts['expected'])}`);
}

describe('the unit of an extension', () => {
  it('is that of a limit it can prolong', () => {
    expect(unitsFound(['20wd'], '10wd')).toEqual([]);
    expect(unitsFound(['sameDay'], '3wd')).toEqual([]);
    expect(unitsFound(['30cd'], '10cd')).toEqual([]);
    expect(unitsFound(['20wd', '30cd'], '10cd')).toEqual([]);
  });

  it('is a finding where no limit could ever be given it', () => {
    expect(unitsFound(['20wd'], '10cd')).toEqual(['mixed-units wd, wh']);
    expect(unitsFound(['30cd'], '10wd')).toEqual(['mixed-units cd']);
    expect(unitsFound(['30cd'], 'sameDay')).toContain('mixed-units cd');
  });
});
