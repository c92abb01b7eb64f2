// @ts-check
import { relative, sep } from 'node:path';

/**
 * What Jest writes with --json; only what is read here.
 * @typedef {{ fullName: string, status: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} Suite
 * @typedef {{ success: boolean, testResults: Suite[] }} JestReport
 *
 * @typedef {object} Verdict
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} complaints what the runner itself would have passed over in silence
 */

/**
 * Counts a run, and holds it against the spec files that should have run: a suite that is missing
 * or empty, and a test that was skipped or left to do, are failures.
 * @param {JestReport | undefined} report undefined when Jest died before writing it
 * @param {{ root: string, expected: readonly string[], exitCode: number }} run
 * @returns {Verdict}
 */
export function judge(report, { root, expected, exitCode }) {
  if (!report) return { passed: 0, failed: 1, complaints: ['jest wrote no report'] };
  const verdicts = report.testResults.map((suite) => judgeSuite(suite, pathOf(root, suite.name)));
  const ran = new Set(report.testResults.map((suite) => pathOf(root, suite.name)));
  const missing = expected.filter((file) => !ran.has(file)).map((file) => `${file}: did not run`);
  const total = {
    passed: verdicts.reduce((sum, { passed }) => sum + passed, 0),
    failed: verdicts.reduce((sum, { failed }) => sum + failed, 0) + missing.length,
    complaints: [...verdicts.flatMap(({ complaints }) => complaints), ...missing],
  };
  if (total.failed > 0 || (report.success && exitCode === 0)) return total;
  return { ...total, failed: 1, complaints: [`jest ended with exit code ${exitCode} although no test failed`] };
}

/**
 * @param {Suite} suite
 * @param {string} path
 * @returns {Verdict}
 */
function judgeSuite({ status, assertionResults }, path) {
  if (assertionResults.length === 0) {
    return { passed: 0, failed: 1, complaints: [`${path}: ran no test`] };
  }
  const notRun = assertionResults.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  const passed = assertionResults.filter((test) => test.status === 'passed').length;
  const failed = assertionResults.length - passed;
  const complaints = notRun.map((test) => `${path}: "${test.fullName}" is ${test.status}`);
  if (status !== 'failed' || failed > 0) return { passed, failed, complaints };
  return { passed, failed: 1, complaints: [`${path}: the suite failed outside its tests`] };
}

/**
 * @param {string} root
 * @param {string} file
 */
function pathOf(root, file) {
  return relative(root, file).split(sep).join('/');
}
