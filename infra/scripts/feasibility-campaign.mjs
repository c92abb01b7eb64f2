// @ts-check
/**
 * The proof against the second opinion on many more machines than the specs draw:
 *   npm run feasibility:campaign -- --runs 2000 --seed 1
 * Half of the runs are timelines of every shape, half procedure versions. In batches, each on small offices of its own; at the end what
 * was met how often, so that a class nobody draws shows. A disagreement is printed shrunk, with the seed that meets it again.
 */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Refused, runScript, say } from './say.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SPEC = 'packages/domain/src/feasibility/prove-against-oracle.spec.ts';
const BATCH = 200;

/**
 * @param {string | undefined} text
 * @param {string} name
 * @param {number} otherwise
 */
function whole(text, name, otherwise) {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Refused(`--${name} phải là số nguyên dương.`, `--${name} must be a positive whole number.`);
}

/**
 * One batch in a Jest of its own: what it met, or what it printed when the two opinions differ.
 * @param {{ runs: number, seed: number }} batch
 * @returns {Promise<{ met: Record<string, number>, failed: string | null }>}
 */
function runBatch({ runs, seed }) {
  const globals = JSON.stringify({ feasibilityCampaign: { runs, seed } });
  const env = { ...process.env, TZ: 'UTC' };
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', SPEC, '--globals', globals];
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

await runScript(async () => {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const [runs, first] = [whole(values.runs, 'runs', 2000), whole(values.seed, 'seed', 1)];
  const batches = Math.ceil(runs / (2 * BATCH));
  /** @type {Map<string, number>} */
  const met = new Map();
  let disagreed = 0;
  for (let i = 0; i < batches; i++) {
    const seed = first + i;
    const { met: counts, failed } = await runBatch({ runs: BATCH, seed });
    for (const [name, n] of Object.entries(counts)) met.set(name, (met.get(name) ?? 0) + n);
    if (failed !== null) {
      disagreed += 1;
      console.log(failed);
    }
    const done = (i + 1) * 2 * BATCH;
    say(
      `Lô ${i + 1}/${batches} (hạt ${seed}): ${done} máy, ${disagreed} lô bất đồng`,
      `batch ${i + 1}/${batches} (seed ${seed}): ${done} machines, ${disagreed} batches disagreed`,
    );
  }
  console.log(
    [...met]
      .sort()
      .map(([name, n]) => `${name} ${n}`)
      .join(' · '),
  );
  return disagreed === 0 ? 0 : 1;
});
