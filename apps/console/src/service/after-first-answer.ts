/** What nobody sees waits until what somebody came for is there: on a slow line it would only stand in its way. */
import { queries } from './queries.js';

const LOOK_MS = 150;
const LATEST_MS = 5_000;

/** Calls `work` once nothing is being asked of the service any more, and at the latest after five seconds. */
export function afterFirstAnswer(work: () => void, signal: AbortSignal): void {
  const began = performance.now();
  const look = () => {
    if (signal.aborted) return;
    if (queries.isFetching() === 0 || performance.now() - began > LATEST_MS) return work();
    setTimeout(look, LOOK_MS);
  };
  setTimeout(look, LOOK_MS);
}
