import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judge } from './jest-report.mjs';
import { ROOT } from './processes.mjs';
import { specFiles } from './spec-files.mjs';

const HEAD = "import { describe, expect, it } from '@jest/globals';\n";
const suites: Record<string, string> = {
  'packages/green.spec.ts': "it('a', () => expect(1).toBe(1));\nit('b', () => expect(1).toBe(1));",
  'packages/red.spec.ts': "it('c', () => expect(1).toBe(2));",
  'packages/skipped.spec.ts': "it.skip('d', () => expect(1).toBe(1));\nit('e', () => expect(1).toBe(1));",
  'packages/focused.spec.ts': "it.only('f', () => expect(1).toBe(1));\nit('g', () => expect(1).toBe(1));",
  'packages/todo.spec.ts': "it.todo('h');",
  'packages/empty.spec.ts': "describe('nothing', () => undefined);",
  'packages/broken.spec.ts': "import './absent.js';\nit('i', () => expect(1).toBe(1));",
  'packages/after.spec.ts':
    "import { afterAll } from '@jest/globals';\nafterAll(() => {\nthrow new Error('late');\n});\nit('j', () => expect(1).toBe(1));",
  // Outside the roots Jest looks into: it is on disk and never runs.
  'docs/unseen.spec.ts': "it('k', () => expect(1).toBe(1));",
  // An ending Jest does not match.
  'packages/other.spec.mjs': "it('l', () => expect(1).toBe(1));",
};

/** The configuration, and the modules it names. */
const CONFIGURATION = [
  'jest.config.mjs',
  ...['own-globals.mjs', 'longest-first.mjs', 'long-specs.mjs'].map((name) => `infra/testing/${name}`),
  'infra/scripts/processes.mjs',
];

/** A real run of the real configuration over planted suites: the report is Jest's, not ours. */
describe('the closing count', () => {
  let root = '';
  let verdict = judge(undefined, { root, expected: [], exitCode: 0 });
  const complaintsAbout = (file: string): string[] => verdict.complaints.filter((line) => line.startsWith(file));

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'lien-thong-count-'));
    for (const folder of ['packages', 'apps', 'infra', 'docs']) mkdirSync(join(root, folder));
    for (const [path, text] of Object.entries(suites)) writeFileSync(join(root, path), `${HEAD}${text}\n`);
    for (const file of CONFIGURATION) cpSync(join(ROOT, file), join(root, file));
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }\n');
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
    const args = ['--experimental-vm-modules', jest, '--ci', '--json', '--outputFile=report.json'];
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
    const report = JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')) as Parameters<typeof judge>[0];
    verdict = judge(report, { root, expected: specFiles(root), exitCode: status ?? 128 });
  }, 60_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('passes what passed and fails everything else, each exactly once', () => {
    // a, b, e, f, j passed; c failed; d, g, h did not run; four suites and one afterAll.
    expect({ passed: verdict.passed, failed: verdict.failed }).toEqual({ passed: 5, failed: 9 });
  });

  it.each([
    ['packages/skipped.spec.ts', '"d" is pending'],
    ['packages/focused.spec.ts', '"g" is pending'],
    ['packages/todo.spec.ts', '"h" is todo'],
    ['packages/empty.spec.ts', 'ran no test'],
    ['packages/broken.spec.ts', 'ran no test'],
    ['packages/after.spec.ts', 'failed outside its tests'],
    ['docs/unseen.spec.ts', 'did not run'],
    ['packages/other.spec.mjs', 'did not run'],
  ])('says of %s: %s', (file, complaint) => {
    expect(complaintsAbout(file)).toEqual([expect.stringContaining(complaint)]);
  });

  it('has nothing to say about a suite that passed', () => {
    expect(complaintsAbout('packages/green.spec.ts')).toEqual([]);
  });

  it('is a failure when the runner died without a report', () => {
    expect(judge(undefined, { root, expected: [], exitCode: 0 })).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is a failure when the runner ends badly although every test passed', () => {
    const suite = {
      name: join(root, 'a.spec.ts'),
      status: 'passed',
      assertionResults: [{ fullName: 'a', status: 'passed' }],
    };
    const run = { root, expected: ['a.spec.ts'] };
    expect(judge({ success: true, testResults: [suite] }, { ...run, exitCode: 0 })).toMatchObject({ failed: 0 });
    expect(judge({ success: true, testResults: [suite] }, { ...run, exitCode: 1 })).toMatchObject({ failed: 1 });
    expect(judge({ success: false, testResults: [suite] }, { ...run, exitCode: 0 })).toMatchObject({ failed: 1 });
  });
});
