// @ts-check
/** The same life cycle through the public API: one act a request, and twenty acts a request as NDJSON. */
import { say } from '../scripts/say.mjs';
import { openHttp } from './http.mjs';
import { STEPS } from './lifecycle.mjs';
import { cpuMeter } from './cpu.mjs';
import { medianRound, printRows } from './report.mjs';

const TOGETHER = 20;
const SHAPES = [
  { name: 'http, 1 act a request', perRequest: 1, callers: 64 },
  { name: `http, ${TOGETHER} acts a request`, perRequest: TOGETHER, callers: 8 },
];

/**
 * @param {import('./installation.mjs').Installation} installation
 * @param {import('./bench.mjs').Options} options
 */
export async function overHttp(installation, { n, rounds, warm }) {
  say('› Qua HTTP, máy chủ và máy khách là hai tiến trình …', '  Over HTTP, server and client in two processes …');
  const http = await openHttp(installation);
  const { postgres, nats } = installation;
  const trees = { ...http.pids, postgres: postgres.pid, nats: nats.pid };
  let first = 0;
  /** @param {typeof SHAPES[number]} shape @param {number} wanted @returns {Promise<import('./measure.mjs').Round>} */
  const round = async ({ perRequest, callers }, wanted) => {
    const lives = Math.max(perRequest, Math.floor(wanted / perRequest) * perRequest);
    const used = cpuMeter(trees);
    const run = await http.run({ n: lives, c: callers, first, perRequest });
    first += lives;
    const cpu = Object.fromEntries(Object.entries(used()).map(([name, s]) => [name, (s * 1e6) / (lives * STEPS)]));
    const cpuTotal = Object.values(cpu).reduce((total, each) => total + each, 0);
    return { perSecond: lives / run.seconds, p50: run.p50, p99: run.p99, cpu, cpuTotal, walBytes: Number.NaN };
  };
  try {
    /** @type {Record<string, import('./measure.mjs').Round[]>} */
    const taken = Object.fromEntries(SHAPES.map(({ name }) => [name, []]));
    for (const shape of SHAPES) await round(shape, warm);
    for (let i = 1; i <= rounds; i += 1) {
      for (const shape of SHAPES) taken[shape.name]?.push(await round(shape, n));
      console.log(`  http ${i}/${rounds}`);
    }
    const rows = Object.fromEntries(Object.entries(taken).map(([name, each]) => [name, medianRound(each)]));
    printRows(rows);
    return { http: rows };
  } finally {
    await http.close();
  }
}
