// @ts-check
/**
 * S55: what the others notice when one agency floods the service. The same life cycles of two wards, over HTTP and in turn, without the
 * flood and with it; the service has the rate limits it is delivered with.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { say } from '../scripts/say.mjs';
import { median } from './callers.mjs';
import { openHttp } from './http.mjs';
import { FLOODING_AGENCY } from './lifecycle.mjs';

const DRIVER = fileURLToPath(new URL('flood-driver.mjs', import.meta.url));
const CALLERS = 6;
const FLOODING_CONNECTIONS = 64;
/** The burst of the rate limit is over by then. */
const FLOOD_STARTS_MS = 3_000;

/** @typedef {import('./callers.mjs').Run & { flooded: import('./flood-driver.mjs').Flooded | null }} Watched */

/** @param {{ port: number, authorization: string }} target */
async function startFlood(target) {
  const driver = fork(DRIVER);
  driver.send({ ...target, connections: FLOODING_CONNECTIONS });
  await new Promise((resolve) => setTimeout(resolve, FLOOD_STARTS_MS));
  return async () => {
    const told = once(driver, 'message');
    driver.send('stop');
    const [flooded] = await told;
    return /** @type {import('./flood-driver.mjs').Flooded} */ (flooded);
  };
}

/** @param {readonly Watched[]} rounds */
function medianOf(rounds) {
  const of = (/** @type {(round: Watched) => number} */ figure) => median(rounds.map(figure));
  const flooded = rounds.flatMap((round) => round.flooded ?? []);
  const rate = (/** @type {'accepted' | 'limited' | 'other'} */ what) =>
    flooded.length === 0 ? 0 : median(flooded.map((each) => each[what] / each.seconds));
  return {
    ...{ p50: of(({ p50 }) => p50), p99: of(({ p99 }) => p99) },
    flood: { acceptedPerSecond: rate('accepted'), limitedPerSecond: rate('limited'), otherPerSecond: rate('other') },
  };
}

/**
 * @param {import('./installation.mjs').Installation} installation
 * @param {import('./bench.mjs').Options} options
 */
export async function underFlood(installation, { n, rounds, warm }) {
  say('› Một cơ quan gửi dồn dập, các cơ quan khác vẫn làm việc …', '  One agency floods while the others work …');
  const environment = { ...installation.environment, LIENTHONG_RATE_PER_SECOND: '', LIENTHONG_RATE_BURST: '' };
  const limited = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const http = await openHttp({ ...installation, environment: /** @type {typeof environment} */ (limited) });
  let first = 0;
  /** @param {boolean} flooded @param {number} lives @returns {Promise<Watched>} */
  const round = async (flooded, lives) => {
    const authorization = installation.keys.get(FLOODING_AGENCY) ?? '';
    const stop = flooded ? await startFlood({ port: http.port, authorization }) : null;
    const run = await http.run({ n: lives, c: CALLERS, first, perRequest: 1, firstPairOnly: true });
    first += lives;
    return { ...run, flooded: stop === null ? null : await stop() };
  };
  try {
    await round(false, warm);
    /** @type {{ quiet: Watched[], flooded: Watched[] }} */
    const taken = { quiet: [], flooded: [] };
    for (let i = 1; i <= rounds; i += 1) {
      taken.quiet.push(await round(false, n));
      taken.flooded.push(await round(true, n));
      console.log(`  flood ${i}/${rounds}`);
    }
    const [quiet, flooded] = [medianOf(taken.quiet), medianOf(taken.flooded)];
    const ratio = median(taken.flooded.map(({ p99 }, i) => p99 / (taken.quiet[i]?.p99 ?? Number.NaN)));
    console.table({
      'others, quiet': { 'p50 ms': quiet.p50.toFixed(2), 'p99 ms': quiet.p99.toFixed(2) },
      'others, flooded': { 'p50 ms': flooded.p50.toFixed(2), 'p99 ms': flooded.p99.toFixed(2) },
    });
    console.table({ 'p99 flooded / quiet': ratio.toFixed(2), ...flooded.flood });
    return { flood: { quiet, flooded, ratio } };
  } finally {
    await http.close();
  }
}
