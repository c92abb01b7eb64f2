import { describe, expect, it } from '@jest/globals';
import { lintProcedure } from '../../packages/domain/src/procedure/lint/lint.js';
import { seedFiles, seedJson } from './read-seeds.js';

describe('the procedures that are delivered', () => {
  it.each(seedFiles('procedures'))('%s could be published: lint finds no error in it', (file) => {
    const findings = lintProcedure({ definition: seedJson(file) });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
