// @ts-check
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from './prepare.mjs';
import { Refused, runScript, say } from './say.mjs';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const MOST_SEEDS_TO_FIND_A_FAULT = 200;

/** @typedef {{ seeds: number, acts: number, dossiers: number, steps: number, counts: Map<string, number>, failed: { seed: number, violation: { invariant: string, text: string } }[], trace: string | null }} Share */

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
 * One share of the seeds in a thread.
 * @param {{ from: number, to: number }} seeds
 * @param {(done: number) => void} onProgress
 * @returns {Promise<Share>}
 */
function share(seeds, onProgress) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('sim-worker.mjs', import.meta.url), { workerData: seeds });
    worker.on('message', ({ done, result }) => {
      onProgress(done);
      if (result) resolve(result);
    });
    worker.on('error', reject);
  });
}

/** @param {readonly Share[]} shares */
function report(shares) {
  const counts = new Map();
  for (const { counts: own } of shares) for (const [name, n] of own) counts.set(name, (counts.get(name) ?? 0) + n);
  const sum = (/** @type {'seeds' | 'acts' | 'dossiers' | 'steps'} */ what) =>
    shares.reduce((all, s) => all + s[what], 0);
  console.log(
    [...counts]
      .sort()
      .map(([name, n]) => `${name} ${n}`)
      .join(' · '),
  );
  console.log(`${sum('seeds')} seeds · ${sum('steps')} steps · ${sum('acts')} acts · ${sum('dossiers')} dossiers`);
  for (const { failed, trace } of shares) {
    for (const { seed, violation } of failed) console.log(`✗ seed ${seed}: ${violation.invariant} ${violation.text}`);
    if (trace) console.log(trace);
  }
  return shares.every(({ failed }) => failed.length === 0);
}

/**
 * @param {number} from
 * @param {number} seeds
 */
async function many(from, seeds) {
  const threads = Math.min(availableParallelism(), seeds);
  say(`› Mô phỏng ${seeds} hạt giống, ${threads} luồng …`, `  Simulating ${seeds} seeds in ${threads} threads …`);
  let done = 0;
  const start = performance.now();
  const onProgress = (/** @type {number} */ more) => {
    done += more;
    console.log(`  ${done}/${seeds} (${(done / ((performance.now() - start) / 1000)).toFixed(1)}/s)`);
  };
  const bounds = Array.from({ length: threads + 1 }, (_, i) => from + Math.floor((seeds * i) / threads));
  const shares = await Promise.all(bounds.slice(1).map((to, i) => share({ from: bounds[i] ?? from, to }, onProgress)));
  const ok = report(shares);
  if (ok) say('Không có vi phạm. Tiếp theo: npm test', 'No violation. Next: npm test');
  else say('Có vi phạm: xem hạt giống ở trên.', 'Violations: see the seeds above.');
  return ok ? 0 : 1;
}

/**
 * @param {number} seed
 * @param {{ plant: import('@lien-thong/engine/sim').Plant | null, trace: boolean }} how
 */
async function one(seed, { plant, trace }) {
  const { run, shrink, traceOf } = await import('@lien-thong/engine/sim');
  const outcome = await run({ seed, turn, plant, trace });
  if (outcome.violation) console.log(traceOf(await shrink(outcome, { turn, plant })));
  else if (trace) console.log(outcome.lines.join('\n'));
  const { violation, steps, acts, dossiers, digest } = outcome;
  console.log(`seed ${seed} · ${steps} steps · ${acts} acts · ${dossiers} dossiers · ${digest.slice(0, 16)}`);
  if (!violation) say('Không có vi phạm.', 'No violation.');
  return violation ? 1 : 0;
}

/**
 * A planted fault must be found: it is an error when it is not.
 * @param {string} name
 * @param {number} from
 */
async function planted(name, from) {
  const { PLANTS, hunt, tableLine } = await import('@lien-thong/engine/sim');
  const chosen = name === 'all' ? PLANTS : PLANTS.filter((plant) => plant.name === name);
  if (chosen.length === 0) {
    const names = PLANTS.map((plant) => plant.name).join(', ');
    throw new Refused(
      `Không có lỗi cấy "${name}". Có: all, ${names}`,
      `No planted fault "${name}". There are: all, ${names}`,
    );
  }
  let missed = 0;
  for (const plant of chosen) {
    const found = await hunt(plant, { from, most: MOST_SEEDS_TO_FIND_A_FAULT, turn });
    console.log(tableLine(found));
    if (found.by === null) missed += 1;
  }
  return missed === 0 ? 0 : 1;
}

async function main() {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string' },
      from: { type: 'string' },
      seed: { type: 'string' },
      trace: { type: 'boolean', default: false },
      fault: { type: 'string' },
    },
  });
  const from = whole(values.from ?? values.seed, 'from', 1);
  await build();
  if (values.fault !== undefined && values.seed === undefined) return planted(values.fault, from);
  if (values.seed === undefined) return many(from, whole(values.seeds, 'seeds', 1000));
  const { PLANTS } = await import('@lien-thong/engine/sim');
  const plant = PLANTS.find(({ name }) => name === values.fault) ?? null;
  return one(whole(values.seed, 'seed', 1), { plant, trace: values.trace });
}

await runScript(main);
