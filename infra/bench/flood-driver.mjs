// @ts-check
/** One agency that sends receptions as fast as its connections allow and does not wait when it is told to, until it is stopped. */
import { openConnection } from './http-connection.mjs';
import { FLOODING_LIFE, lifeOf } from './lifecycle.mjs';

/** @typedef {{ port: number, authorization: string, connections: number }} FloodOrder */
/** @typedef {{ accepted: number, limited: number, other: number, seconds: number }} Flooded */

let stopped = false;

/** @param {FloodOrder} order @returns {Promise<Flooded>} */
async function flood({ port, authorization, connections }) {
  const told = { accepted: 0, limited: 0, other: 0 };
  const began = performance.now();
  const sender = async () => {
    const post = openConnection(port);
    while (!stopped) {
      const [{ key, text }] = /** @type {[ReturnType<typeof lifeOf>[number]]} */ (lifeOf(FLOODING_LIFE).slice(0, 1));
      const { status } = await post({ path: '/v1/dossiers', type: 'application/json', authorization, key, text });
      if (status === 201) told.accepted += 1;
      else if (status === 429) told.limited += 1;
      else told.other += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  return { ...told, seconds: (performance.now() - began) / 1000 };
}

process.on('message', async (/** @type {FloodOrder | 'stop'} */ order) => {
  if (order === 'stop') {
    stopped = true;
    return;
  }
  process.send?.(await flood(order));
  process.disconnect();
});
process.on('disconnect', () => {
  stopped = true;
});
