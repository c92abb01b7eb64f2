import { describe, expect, it } from '@jest/globals';
import { LINT_RULES, lintProcedure } from '@lien-thong/domain';
import type { LintRule } from '@lien-thong/domain';
import { landProcedure } from '@lien-thong/domain/testing';
import { LINT_SENTENCES } from '@lien-thong/domain/words';
import { inWords } from './lint-sentences.js';

describe('every finding of lint', () => {
  it.each(Object.keys(LINT_RULES) as LintRule[])('%s is said in both languages', (rule) => {
    const [vietnamese, english] = LINT_SENTENCES[rule];
    expect(vietnamese.length).toBeGreaterThan(8);
    expect(english.length).toBeGreaterThan(8);
    expect(vietnamese).not.toBe(english);
  });

  it('has its figures in its sentence', () => {
    const [found] = lintProcedure({
      definition: { ...landProcedure(), supplement: { policy: 'pause', maxRounds: 1, timeout: '3wd' } },
    });
    expect(found && inWords(found)).toEqual({
      ...{ rule: 'mixed-units', severity: 'error', path: 'supplement.timeout' },
      sentence: '“3wd” sai đơn vị; ở đây phải dùng cd',
      sentenceEn: '“3wd” is in the wrong unit; use cd here',
    });
  });
});
