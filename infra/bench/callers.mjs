// @ts-check
/** Callers that never wait for each other: each takes the next dossier through its eight acts, one after another. */

/**
 * @typedef {object} Load
 * @property {number} n life cycles
 * @property {number} c callers at once
 * @property {(i: number) => Promise<(step: number) => Promise<unknown>>} open how the `i`-th dossier is acted on
 * @property {number} steps acts of one life cycle
 *
 * @typedef {object} Run
 * @property {number} seconds until the last act was answered
 * @property {number} p50 milliseconds of one act
 * @property {number} p99
 */

/** @param {Load} load @returns {Promise<Run>} */
export async function runCallers({ n, c, open, steps }) {
  const latencies = new Float64Array(n * steps);
  let next = 0;
  let done = 0;
  const caller = async () => {
    for (let i = next++; i < n; i = next++) {
      const act = await open(i);
      for (let step = 0; step < steps; step += 1) {
        const began = performance.now();
        await act(step);
        latencies[done++] = performance.now() - began;
      }
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: Math.min(c, n) }, caller));
  const seconds = (performance.now() - began) / 1000;
  latencies.sort();
  return { seconds, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

/** @param {Float64Array} sorted @param {number} share */
function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
