import { createRequire } from 'node:module';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPlants, innocentSources } from './import-plants.js';
import { REPOSITORY, plantSkeleton, runTool } from './skeleton.js';

interface CruiseResult {
  readonly summary: { readonly violations: readonly { from: string; rule: { name: string } }[] };
}
interface RuleBook {
  readonly forbidden: readonly { name: string; severity: string }[];
}

const ruleBook = createRequire(import.meta.url)(join(REPOSITORY, '.dependency-cruiser.cjs')) as RuleBook;
const rules = ruleBook.forbidden.map(({ name }) => name);

/** All plants stand in one tree and are judged in one cruise, with the configuration the gate uses. */
describe('the one-way imports', () => {
  let root = '';
  let violations: CruiseResult['summary']['violations'] = [];

  beforeAll(() => {
    const sources = { ...innocentSources };
    for (const { culprit, text, beside = {} } of Object.values(importPlants)) {
      Object.assign(sources, beside, { [culprit]: text });
    }
    root = plantSkeleton(sources);
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages', 'apps'];
    const report = runTool(root, 'dependency-cruiser/bin/dependency-cruise.mjs', args);
    violations = (JSON.parse(report) as CruiseResult).summary.violations;
  }, 60_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('are errors, every one, with a planted violation for each', () => {
    expect(ruleBook.forbidden.filter(({ severity }) => severity !== 'error')).toEqual([]);
    expect(Object.keys(importPlants).toSorted()).toEqual(rules.toSorted());
  });

  it.each(rules)('catch the file that breaks %s, and accuse it of nothing else', (rule) => {
    // A circle is reported once, from whichever of its files comes first.
    const { culprit, beside = {} } = importPlants[rule] ?? { culprit: 'no plant' };
    const accused = violations.filter(({ from }) => from === culprit || from in beside);
    expect(accused.map((violation) => violation.rule.name)).toEqual([rule]);
  });

  it('leave every allowed import alone', () => {
    const innocent = violations.filter(({ from }) => from in innocentSources);
    expect(innocent).toEqual([]);
  });
});
