// @ts-check
/** `npm run bench`: the life cycle through the ledger beside hand-written SQL, interleaved; then unloaded, over HTTP, on a slow disk. */
import { parseArgs } from 'node:util';
import { runScript, say } from '../scripts/say.mjs';
import { openInstallation } from './installation.mjs';
import { acrossCalendars } from './part-calendar.mjs';
import { besideBaseline } from './part-ledger.mjs';
import { overHttp } from './part-http.mjs';
import { onSlowDisk } from './part-slow-disk.mjs';
import { conditions } from './report.mjs';

const PARTS = ['ledger', 'unloaded', 'http', 'slow-disk', 'calendar'];
/** The calendar's million takes minutes: it is asked for by name. */
const USUAL = PARTS.filter((part) => part !== 'calendar');
/** A few hundred microseconds of what is measured is compiled while it runs; the first round of each is thrown away. */
const DEFAULTS = { rounds: '5', n: '800', c: '64', warm: '1500', clocks: '1000000' };

/** @typedef {{ rounds: number, n: number, c: number, warm: number, clocks: number, parts: readonly string[], json: boolean }} Options */

/** @returns {Options} */
function readOptions() {
  const { values } = parseArgs({
    options: {
      ...{ rounds: { type: 'string', default: DEFAULTS.rounds }, n: { type: 'string', default: DEFAULTS.n } },
      ...{ c: { type: 'string', default: DEFAULTS.c }, warm: { type: 'string', default: DEFAULTS.warm } },
      clocks: { type: 'string', default: DEFAULTS.clocks },
      ...{ only: { type: 'string', default: USUAL.join(',') }, json: { type: 'boolean', default: false } },
    },
  });
  const [rounds = 0, n = 0, c = 0, warm = 0] = [values.rounds, values.n, values.c, values.warm].map(Number);
  const clocks = Number(values.clocks);
  const parts = values.only.split(',');
  const unknown = parts.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) throw new Error(`--only ${unknown.join(',')}: ${PARTS.join(', ')}`);
  return { rounds, n, c, warm, clocks, parts, json: values.json };
}

async function main() {
  const options = readOptions();
  say('› Dựng PostgreSQL (fsync bật) và nats-server …', '  Starting PostgreSQL (fsync on) and nats-server …');
  const installation = await openInstallation((line) => console.log(`  ${line}`));
  /** @type {Record<string, unknown>} */
  const results = { conditions: conditions(installation) };
  console.table(results['conditions']);
  try {
    if (options.parts.includes('ledger') || options.parts.includes('unloaded'))
      Object.assign(results, await besideBaseline(installation, options));
    if (options.parts.includes('http')) Object.assign(results, await overHttp(installation, options));
    if (options.parts.includes('calendar')) Object.assign(results, await acrossCalendars(installation, options));
  } finally {
    await installation.close();
  }
  if (options.parts.includes('slow-disk')) Object.assign(results, await onSlowDisk(options));
  if (options.json) console.log(`RESULTS ${JSON.stringify(results)}`);
  return 0;
}

await runScript(main);
