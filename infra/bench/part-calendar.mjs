// @ts-check
/** A million running clocks moved to another version of their calendar: in batches through the real restatement, and arithmetic alone. */
import pg from 'pg';
import { say } from '../scripts/say.mjs';
import { sowDossiers } from './calendar-field.mjs';
import { publishHoliday } from './calendar-notice.mjs';
import { arithmeticAlone, checkSample } from './calendar-sample.mjs';
import { cpuMeter } from './cpu.mjs';
import { LiveReference, PostgresClock, PostgresStore, Restatement } from './parts.mjs';
import { createPool, keyRingOf, loadReference, uuid7Ids } from './parts.mjs';

/** Clocks that run in each dossier of the field: the limit and the transfer. */
const CLOCKS_EACH = 2;

/** @typedef {Awaited<ReturnType<typeof open>>} Field */

/** @param {import('./installation.mjs').Installation} installation */
async function open({ env, superuserUrl }) {
  const pool = createPool({ url: env.DATABASE_URL, name: 'bench-restatement', max: 4 });
  const clock = new PostgresClock(pool);
  await clock.start();
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  const ring = keyRingOf(env);
  const store = new PostgresStore(pool, ring);
  const reference = new LiveReference(await loadReference(pool));
  const close = async () => {
    clock.stop();
    await Promise.all([admin.end(), pool.end()]);
  };
  return { env, pool, clock, admin, ring, store, reference, close };
}

/**
 * @param {import('./installation.mjs').Installation} installation
 * @param {{ clocks: number }} options
 */
export async function acrossCalendars(installation, { clocks }) {
  const field = await open(installation);
  try {
    const dossiers = Math.ceil(clocks / CLOCKS_EACH);
    say(`› Gieo ${clocks} đồng hồ đang chạy …`, `  Sowing ${clocks} running clocks …`);
    const templates = await sowDossiers(field, dossiers);
    await field.admin.query('vacuum analyze dossier, clock, segment, party');
    await field.admin.query('checkpoint');
    say('› Công bố ngày nghỉ mới, tính lại …', '  A new holiday is published; restating …');
    await publishHoliday(field);
    const measured = await restate(field, installation.postgres.pid);
    const arithmetic = arithmeticAlone(field, templates);
    const foldedAgain = await checkSample(field, dossiers);
    const figures = { ...figuresOf(measured), ...arithmetic, foldedAgain };
    console.table({ calendar: figures });
    return { calendar: figures };
  } finally {
    await field.close();
  }
}

/** @param {Field} field @param {number} postgresPid */
async function restate({ admin, pool, clock, ring, reference, env }, postgresPid) {
  const restatement = new Restatement({
    ...{ pool, clock, ring, reference, ids: uuid7Ids, codeOwner: env.LIENTHONG_CODE_OWNER },
    look: () => Promise.resolve(),
    onCommitted: () => undefined,
  });
  const wal = async () => {
    const { rows } = await admin.query(`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as bytes`);
    return Number(rows[0].bytes);
  };
  /** @type {number[]} */
  const batches = [];
  let dossiers = 0;
  const before = await wal();
  const used = cpuMeter({ engine: process.pid, postgres: postgresPid });
  const began = performance.now();
  for (;;) {
    const from = performance.now();
    const { run, moved } = await restatement.step();
    if (run === null) break;
    dossiers += moved;
    if (moved > 0 && batches.push(performance.now() - from) % 200 === 0) console.log(`  ${dossiers} dossiers`);
  }
  const seconds = (performance.now() - began) / 1000;
  const walBytes = (await wal()) - before;
  const { rows } = await admin.query('select state, moved_clocks, clocks from restatement_run');
  return { dossiers, seconds, batches: batches.toSorted((a, b) => a - b), walBytes, cpu: used(), run: rows[0] };
}

/** @param {Awaited<ReturnType<typeof restate>>} measured */
function figuresOf({ dossiers, seconds, batches, walBytes, cpu, run }) {
  const clocks = Number(run.clocks);
  const at = (/** @type {number} */ share) => Math.round(batches[Math.floor((batches.length - 1) * share)] ?? 0);
  return {
    ...{ state: String(run.state), clocks, dossiers, movedClocks: Number(run.moved_clocks) },
    seconds: Number(seconds.toFixed(1)),
    clocksPerSecond: Math.round(clocks / seconds),
    ...{ batches: batches.length, p50BatchMs: at(0.5), p99BatchMs: at(0.99) },
    walMegabytes: Number((walBytes / 1e6).toFixed(1)),
    walBytesPerClock: Math.round(walBytes / clocks),
    cpuSecondsEngine: Number((cpu['engine'] ?? 0).toFixed(1)),
    cpuSecondsPostgres: Number((cpu['postgres'] ?? 0).toFixed(1)),
  };
}
