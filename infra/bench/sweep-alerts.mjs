// @ts-check
/** The alerts of a storm: the real follower reads the feeds while the sweep still writes them, until it has come to their end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { AlertProjection, FeedFollower, reactionMinutes, uuid7Ids } from './parts.mjs';

const FACTS_A_ROUND = 4_000;
const NOTHING_NEW_MS = 20;

/**
 * Follows from now on. `end` resolves once everything written before it was called has been read, to the number of facts read.
 * @param {import('./part-sweep.mjs').Field} field
 */
export function followAlerts({ pool, clock, reference, env }) {
  const projection = new AlertProjection({
    ...{ pool, clock, reference, ids: uuid7Ids, reaction: reactionMinutes(env) },
    acquaint: () => Promise.resolve(),
  });
  const follower = new FeedFollower(pool, { name: 'alerts', limit: FACTS_A_ROUND }, projection.follow);
  let [read, ending] = [0, false];
  const following = (async () => {
    for (;;) {
      const last = ending;
      const facts = await follower.round();
      read += facts;
      if (facts === 0 && last) return read;
      if (facts === 0) await sleep(NOTHING_NEW_MS);
    }
  })();
  return {
    end: () => {
      ending = true;
      return following;
    },
  };
}
