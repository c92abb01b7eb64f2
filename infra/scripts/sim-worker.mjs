// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import { campaign, shrink, traceOf } from '@lien-thong/engine/sim';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** One share of the seeds, in a thread of its own; the figures go back, and the trace of what failed. */
async function work() {
  let done = 0;
  const { failures, ...sum } = await campaign(workerData, turn, () => {
    done += 1;
    if (done % 100 === 0) parentPort?.postMessage({ done: 100 });
  });
  const [failure] = failures;
  const trace = failure === undefined ? null : traceOf(await shrink(failure, { turn }));
  const failed = failures.map(({ seed, violation }) => ({ seed, violation }));
  parentPort?.postMessage({ done: done % 100, result: { ...sum, failed, trace } });
}

await work();
