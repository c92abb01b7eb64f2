// @ts-check
/** The ledger and the baseline in one process, by turns; afterwards every journal is folded and every delivery accounted for. */
import { say } from '../scripts/say.mjs';
import { account } from './accounts.mjs';
import { TABLES_SCHEMA, openBaseline } from './baseline.mjs';
import { bytesOfTables, openMeasure } from './measure.mjs';
import { openReader } from './reader.mjs';
import { medianRound, perFact, printRows, ratios } from './report.mjs';
import { openSystem } from './system.mjs';

/** Life cycles of one round with a single caller. */
const UNLOADED = 60;

/** @typedef {{ measure: Awaited<ReturnType<typeof openMeasure>>, subjects: Record<'baseline' | 'ledger', import('./measure.mjs').Subject> }} Stage */

/**
 * @param {import('./installation.mjs').Installation} installation
 * @param {import('./bench.mjs').Options} options
 */
export async function besideBaseline(installation, options) {
  const { postgres, nats, superuserUrl, baselineUrl } = installation;
  const system = await openSystem(installation, options.halvedFrom);
  const reader = await openReader(installation);
  const baseline = await openBaseline(baselineUrl);
  const pids = { nats: nats.pid, reader: reader.pid };
  const measure = await openMeasure({ url: superuserUrl, postgresPid: postgres.pid, pids });
  const subjects = {
    baseline: { open: baseline.open, delivered: baseline.settled },
    ledger: { open: system.open, delivered: () => reader.until(system.committed()) },
  };
  try {
    const results = await measured({ measure, subjects }, installation, options);
    return { ...results, accounts: await account({ system, reader }) };
  } finally {
    await Promise.all([baseline.close(), system.close()]);
    await Promise.all([measure.close(), reader.close()]);
  }
}

/**
 * @param {Stage} stage
 * @param {import('./installation.mjs').Installation} installation
 * @param {import('./bench.mjs').Options} options
 */
async function measured(stage, installation, options) {
  const { n, c, rounds, warm, parts } = options;
  /** @type {Record<string, unknown>} */
  const results = {};
  say('› Chạy nóng máy …', '  Warming up …');
  for (const subject of Object.values(stage.subjects)) await stage.measure.round(subject, { n: warm, c });
  await stage.measure.checkpoint();
  if (parts.includes('ledger')) {
    say(`› Sổ cái bên cạnh SQL viết tay, ${c} nơi gọi …`, `  The ledger beside hand-written SQL, ${c} callers …`);
    const before = await sizes(installation);
    const loaded = await byTurns(stage, { n, c, rounds, name: 'loaded' });
    const after = await sizes(installation);
    const bytes = (/** @type {'baseline' | 'ledger'} */ of) => (after[of] - before[of]) / (n * rounds);
    const tables = { baseline: bytes('baseline'), ledger: bytes('ledger') };
    console.table({ 'ratio to the baseline': loaded.ratios });
    console.table({ 'per journalled fact': perFact(loaded.ledger) });
    console.table({ 'table and index bytes a life cycle': tables });
    Object.assign(results, { loaded, tables });
  }
  if (parts.includes('unloaded')) {
    say('› Một nơi gọi duy nhất …', '  A single caller …');
    results['unloaded'] = await byTurns(stage, { n: Math.min(UNLOADED, n), c: 1, rounds, name: 'unloaded' });
  }
  return results;
}

/** @param {Stage} stage @param {{ n: number, c: number, rounds: number, name: string }} plan */
async function byTurns({ measure, subjects }, { n, c, rounds, name }) {
  /** @type {Record<'baseline' | 'ledger', import('./measure.mjs').Round[]>} */
  const taken = { baseline: [], ledger: [] };
  for (let round = 1; round <= rounds; round += 1) {
    const theirs = await measure.round(subjects.baseline, { n, c });
    const ours = await measure.round(subjects.ledger, { n, c });
    taken.baseline.push(theirs);
    taken.ledger.push(ours);
    const [there, here] = [theirs.perSecond.toFixed(0), ours.perSecond.toFixed(0)];
    console.log(`  ${name} ${round}/${rounds}: baseline ${there}, ledger ${here} life cycles/s`);
  }
  const rows = { baseline: medianRound(taken.baseline), ledger: medianRound(taken.ledger) };
  printRows(rows);
  return { ...rows, ratios: ratios(taken.ledger, taken.baseline) };
}

/** @param {import('./installation.mjs').Installation} installation */
async function sizes({ superuserUrl, baselineUrl }) {
  const [ledger, baseline] = await Promise.all([
    bytesOfTables(superuserUrl, 'public'),
    bytesOfTables(baselineUrl, TABLES_SCHEMA),
  ]);
  return { ledger, baseline };
}
