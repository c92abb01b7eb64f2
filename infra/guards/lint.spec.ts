import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { innocentSources } from './import-plants.js';
import { allowedSources, lintPlants } from './lint-plants.js';
import { plantSkeleton, runTool } from './skeleton.js';

type LintResult = readonly { filePath: string; messages: readonly { ruleId: string | null; message: string }[] }[];

/** Our own restrictions are rules called `<name>/here`. */
const bare = (rule: string | null): string => (rule ?? 'fatal').replace(/\/here$/, '');

const plantedPath = (rule: string, index: number): string => {
  const { folder, name = 'planted' } = lintPlants[rule] ?? { folder: '' };
  return `${folder}/${name}-${rule.replace(/^.*\//, '')}-${index}.ts`;
};

const cases = Object.entries(lintPlants).flatMap(([rule, { texts }]) =>
  texts.map((text, index) => ({ rule, text, path: plantedPath(rule, index) })),
);

function rulesOf(root: string): string[] {
  const print =
    "import('./eslint.config.mjs').then((m) => console.log(JSON.stringify(m.default.flatMap((b) => Object.entries(b.rules ?? {})))))";
  const run = spawnSync(process.execPath, ['-e', print], { cwd: root, encoding: 'utf8' });
  const entries = JSON.parse(run.stdout) as [string, unknown][];
  return entries.filter(([, setting]) => setting !== 'off').map(([rule]) => bare(rule));
}

describe('the house rules', () => {
  let root = '';
  let findings = new Map<string, string[]>();

  beforeAll(() => {
    const sources: Record<string, string> = { ...innocentSources };
    for (const { path, text } of cases) sources[path] = `${text}\n`;
    for (const [path, text] of Object.entries(allowedSources)) sources[path] = `${text}\n`;
    root = plantSkeleton(sources);
    const report = JSON.parse(runTool(root, 'eslint/bin/eslint.js', ['--format', 'json', '.'])) as LintResult;
    findings = new Map(
      report.map(({ filePath, messages }) => [
        relative(root, filePath),
        messages.map(({ ruleId, message }) => (ruleId === null ? `fatal: ${message}` : bare(ruleId))),
      ]),
    );
  }, 90_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('each have a planted violation', () => {
    expect(Object.keys(lintPlants).toSorted()).toEqual([...new Set(rulesOf(root))].toSorted());
  });

  it.each(cases)('catch $path as $rule, and nothing else', ({ rule, path }) => {
    const found = findings.get(path) ?? ['not linted'];
    // ESLint also says that the comment asking for silence was not heard.
    expect(new Set(found.filter((id) => !id.includes('noInlineConfig')))).toEqual(new Set([rule]));
  });

  it.each(Object.keys(allowedSources))('leave %s alone', (path) => {
    expect(findings.get(path)).toEqual([]);
  });
});
