// @ts-check
/** `npm run bench`: the life cycle through the ledger beside hand-written SQL, interleaved; then unloaded, over HTTP, on a slow disk. */
import { parseArgs } from 'node:util';
import { runScript, say } from '../scripts/say.mjs';
import { openInstallation } from './installation.mjs';
import { acrossCalendars } from './part-calendar.mjs';
import { besideBaseline } from './part-ledger.mjs';
import { underFlood } from './part-flood.mjs';
import { overHttp } from './part-http.mjs';
import { onSlowDisk } from './part-slow-disk.mjs';
import { ofTheSweep } from './part-sweep.mjs';
import { conditions } from './report.mjs';

const PARTS = ['ledger', 'unloaded', 'http', 'flood', 'slow-disk', 'calendar', 'sweep'];
/** The millions of the calendar and of the sweep take minutes: they are asked for by name. */
const USUAL = PARTS.filter((part) => part !== 'calendar' && part !== 'sweep');
/** A few hundred microseconds of what is measured is compiled while it runs; the first round of each is thrown away. */
const DEFAULTS = { rounds: '5', n: '800', c: '64', warm: '1500', clocks: '1000000' };
/** Of the sweep: clocks due in one minute, dossiers due in each quiet one, and processes that sweep the storm. */
const SWEEP = { due: '314000', perMinute: '100', replicas: '2' };

/** @typedef {{ rounds: number, n: number, c: number, warm: number, clocks: number, due: number, perMinute: number, replicas: number, parts: readonly string[], halvedFrom: number, json: boolean }} Options */

/** @returns {Options} */
function readOptions() {
  const { values } = parseArgs({
    options: {
      ...{ rounds: { type: 'string', default: DEFAULTS.rounds }, n: { type: 'string', default: DEFAULTS.n } },
      ...{ c: { type: 'string', default: DEFAULTS.c }, warm: { type: 'string', default: DEFAULTS.warm } },
      clocks: { type: 'string', default: DEFAULTS.clocks },
      ...{ due: { type: 'string', default: SWEEP.due }, 'per-minute': { type: 'string', default: SWEEP.perMinute } },
      replicas: { type: 'string', default: SWEEP.replicas },
      'halved-from': { type: 'string', default: 'Infinity' },
      ...{ only: { type: 'string', default: USUAL.join(',') }, json: { type: 'boolean', default: false } },
    },
  });
  const [rounds = 0, n = 0, c = 0, warm = 0] = [values.rounds, values.n, values.c, values.warm].map(Number);
  const sizes = [values.clocks, values.due, values['per-minute'], values.replicas];
  const [clocks = 0, due = 0, perMinute = 0, replicas = 0] = sizes.map(Number);
  const parts = values.only.split(',');
  const unknown = parts.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) throw new Error(`--only ${unknown.join(',')}: ${PARTS.join(', ')}`);
  return {
    rounds,
    n,
    c,
    warm,
    clocks,
    due,
    perMinute,
    replicas,
    parts,
    halvedFrom: Number(values['halved-from']),
    json: values.json,
  };
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
    if (options.parts.includes('flood')) Object.assign(results, await underFlood(installation, options));
    if (options.parts.includes('calendar')) Object.assign(results, await acrossCalendars(installation, options));
    if (options.parts.includes('sweep')) Object.assign(results, await ofTheSweep(installation, options));
  } finally {
    await installation.close();
  }
  if (options.parts.includes('slow-disk')) Object.assign(results, await onSlowDisk(options));
  if (options.json) console.log(`RESULTS ${JSON.stringify(results)}`);
  return 0;
}

await runScript(main);
