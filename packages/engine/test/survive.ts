/** What the specs of the simulator share: they drive it by Node's event loop and print what fails, made small. */
import { expect } from '@jest/globals';
import { MUST_HAPPEN, campaign } from '../src/sim/campaign.js';
import { shrink, traceOf } from '../src/sim/shrink.js';

/** The event loop goes round once: by then everything that can go on by itself has. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Runs the seeds; throws the trace of the first that fails. What ought to go wrong in them must have gone wrong. */
export async function survive(seeds: { readonly from: number; readonly to: number }): Promise<void> {
  const { failures, counts, leastDossiers, leastActs, ...sum } = await campaign(seeds, turn);
  const [failure] = failures;
  if (failure !== undefined) throw new Error(traceOf(await shrink(failure, { turn })));
  expect(MUST_HAPPEN.filter((what) => (counts.get(what) ?? 0) === 0)).toEqual([]);
  expect(sum.seeds).toBe(seeds.to - seeds.from);
  expect(leastActs).toBeGreaterThanOrEqual(60);
  expect(leastDossiers).toBeGreaterThanOrEqual(5);
}
