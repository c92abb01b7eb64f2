// @ts-check
/**
 * The proof against the second opinion on many more machines than the specs draw:
 *   npm run feasibility:campaign -- --runs 2000 --seed 1
 * Half of the runs are timelines of every shape, half procedure versions. In batches, each on small offices of its own; at the end what
 * was met how often, so that a class nobody draws shows. A disagreement is printed shrunk, with the seed that meets it again.
 */
import { parseArgs } from 'node:util';
import { runBatch, whole } from './jest-campaign.mjs';
import { runScript, say } from './say.mjs';

const SPEC = 'packages/domain/src/feasibility/prove-against-oracle.spec.ts';
const BATCH = 200;

await runScript(async () => {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const [runs, first] = [whole(values.runs, 'runs', 2000), whole(values.seed, 'seed', 1)];
  const batches = Math.ceil(runs / (2 * BATCH));
  /** @type {Map<string, number>} */
  const met = new Map();
  let disagreed = 0;
  for (let i = 0; i < batches; i++) {
    const seed = first + i;
    const { met: counts, failed } = await runBatch(SPEC, 'feasibilityCampaign', { runs: BATCH, seed });
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
