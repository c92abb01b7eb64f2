// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge } from './jest-report.mjs';
import { ROOT, runNode } from './processes.mjs';

/** One more than there are cores: a suite that speaks to a service, a broker or a browser waits for a fifth of its time. */
const WORKERS = availableParallelism() + 1;

/**
 * One run of Jest, judged by its own report.
 * @param {{ expected: readonly string[], pattern?: string, env: Record<string, string> }} run
 *   expected: the spec files that must be in the report; pattern: which ones Jest is told to run
 * @returns {Promise<import('./jest-report.mjs').Verdict>}
 */
export async function runJest({ expected, pattern, env }) {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-jest-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runNode(
      [
        ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'],
        ...['--ci', `--maxWorkers=${WORKERS}`, '--json', `--outputFile=${report}`],
        ...(pattern ? [pattern] : []),
      ],
      env,
    );
    const written = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
    return judge(written, { root: ROOT, expected, exitCode: code });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
