/** What the two halves of the simulator's spec share. */
import { expect } from '@jest/globals';
import { MUST_HAPPEN, campaign } from './campaign.js';
import { shrink, traceOf } from './shrink.js';

/** Node's event loop goes round once: by then everything that can go on by itself has. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Runs the seeds; a failing one is made small and printed. */
export async function survive(seeds: { readonly from: number; readonly to: number }): Promise<void> {
  const { failures, counts, leastDossiers, leastActs, ...sum } = await campaign(seeds, turn);
  const [failure] = failures;
  if (failure !== undefined) throw new Error(traceOf(await shrink(failure, { turn })));
  const never = MUST_HAPPEN.filter((what) => (counts.get(what) ?? 0) === 0);
  expect(never).toEqual([]);
  expect(sum.seeds).toBe(seeds.to - seeds.from);
  expect(leastActs).toBeGreaterThanOrEqual(60);
  expect(leastDossiers).toBeGreaterThanOrEqual(5);
}
