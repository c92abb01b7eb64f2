// @ts-check
/** What campaigns share: a spec run over and over in a Jest of its own, on other seeds each time. */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Refused } from './say.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string | undefined} text
 * @param {string} name
 * @param {number} otherwise
 */
export function whole(text, name, otherwise) {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Refused(`--${name} phải là số nguyên dương.`, `--${name} must be a positive whole number.`);
}

/**
 * One batch in a Jest of its own: what it met, or what it printed when the two opinions differ.
 * @param {string} spec
 * @param {string} name of the global it reads
 * @param {{ runs: number, seed: number }} batch
 * @returns {Promise<{ met: Record<string, number>, failed: string | null }>}
 */
export function runBatch(spec, name, { runs, seed }) {
  const globals = JSON.stringify({ [name]: { runs, seed } });
  const env = { ...process.env, TZ: 'UTC' };
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', spec, '--globals', globals];
  const child = spawn(process.execPath, jest, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const counted = out.split('\n').find((line) => line.startsWith('{'));
      resolve({ met: counted === undefined ? {} : JSON.parse(counted), failed: code === 0 ? null : err });
    });
  });
}
