// @ts-check
/** The reader process as the benchmark sees it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AGENCIES } from './lifecycle.mjs';

const PROGRAM = fileURLToPath(new URL('reader-process.mjs', import.meta.url));
const GIVE_UP_MS = 60_000;

/** @typedef {{ again: number, agencies: { id: string, seen: number, last: number }[] }} ReadReport */

/** @param {import('./installation.mjs').Installation} installation */
export async function openReader({ nats, passwordOf }) {
  const child = fork(PROGRAM);
  const ask = async (/** @type {unknown} */ question) => {
    child.send(/** @type {import('node:child_process').Serializable} */ (question));
    const [answer] = await once(child, 'message');
    return answer;
  };
  await ask({ url: nats.url, agencies: AGENCIES.map((id) => ({ id, password: passwordOf(id) })) });
  /** @returns {Promise<number>} different messages read so far */
  const count = () => ask('count');
  return {
    pid: child.pid ?? 0,
    count,
    /** Resolves when so many have been read. @param {number} wanted @throws {Error} when they do not come */
    until: async (wanted) => {
      const deadline = performance.now() + GIVE_UP_MS;
      for (let read = await count(); read < wanted; read = await count()) {
        if (performance.now() > deadline) throw new Error(`${read} of ${wanted} deliveries arrived`);
        await sleep(1);
      }
    },
    /** @returns {Promise<ReadReport>} */
    report: () => ask('report'),
    close: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
