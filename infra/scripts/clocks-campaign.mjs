// @ts-check
/**
 * Every rung and breach of random histories against the minute walker, on many more of them than the specs draw:
 *   npm run clocks:campaign -- --runs 10000 --seed 1 --workers 2
 * A history is given by its seed alone: the first difference is printed with it, and `--runs 1 --seed <that>` meets it again.
 */
import { parseArgs } from 'node:util';
import { runBatch, whole } from './jest-campaign.mjs';
import { runScript, say } from './say.mjs';

const SPEC = 'packages/domain/src/sla/rungs/rungs-against-oracle.spec.ts';
const BATCH = 500;
/** What must stay nothing: the rest of the counts says what was met. */
const FAULTS = ['missed', 'wrong', 'atOtherMinute', 'misattributed', 'twice'];

/** @param {Map<string, number>} met */
function counted(met) {
  return [...met].map(([name, n]) => `${name} ${n}`).join(' · ');
}

await runScript(async () => {
  const options = /** @type {const} */ ({
    runs: { type: 'string' },
    seed: { type: 'string' },
    workers: { type: 'string' },
  });
  const { values } = parseArgs({ options });
  const [runs, first] = [whole(values.runs, 'runs', 2000), whole(values.seed, 'seed', 1)];
  const workers = whole(values.workers, 'workers', 1);
  const starts = Array.from({ length: Math.ceil(runs / BATCH) }, (_, i) => i * BATCH);
  /** @type {Map<string, number>} */
  const met = new Map();
  let failed = 0;
  const work = async () => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      const batch = { runs: Math.min(BATCH, runs - start), seed: first + start };
      const { met: counts, failed: report } = await runBatch(SPEC, 'clocksCampaign', batch);
      for (const [name, n] of Object.entries(counts)) met.set(name, (met.get(name) ?? 0) + n);
      // A small batch may not meet every kind of rung, which its spec asks for: what counts here are differences.
      const differs = Object.keys(counts).length === 0 || FAULTS.some((name) => (counts[name] ?? 0) > 0);
      failed += differs ? 1 : 0;
      if (differs && report !== null) console.log(report);
      say(
        `${met.get('histories') ?? 0}/${runs} lịch sử, ${failed} lô có khác biệt`,
        `${met.get('histories') ?? 0}/${runs} histories, ${failed} batches with differences`,
      );
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  console.log(counted(met));
  return failed === 0 ? 0 : 1;
});
