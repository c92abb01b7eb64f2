// @ts-check
/** One round: callers through one subject, with the CPU of every process, the log written and the deliveries waited for. */
import pg from 'pg';
import { runCallers } from './callers.mjs';
import { cpuMeter } from './cpu.mjs';
import { STEPS } from './lifecycle.mjs';

/**
 * @typedef {object} Subject
 * @property {import('./callers.mjs').Load['open']} open
 * @property {() => Promise<void>} [delivered] resolves when everything committed has reached its reader
 * @property {number} [perAct] acts that one call of `act` carries; 1 when absent
 *
 * @typedef {object} Round
 * @property {number} perSecond life cycles a second, deliveries included
 * @property {number} p50 milliseconds of one call
 * @property {number} p99
 * @property {Record<string, number>} cpu microseconds of CPU a step of the eight, by process
 * @property {number} cpuTotal
 * @property {number} walBytes of the write-ahead log, a life cycle
 */

/**
 * @param {{ url: string, postgresPid: number, pids: Record<string, number> }} where
 */
export async function openMeasure({ url, postgresPid, pids }) {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const trees = { client: process.pid, postgres: postgresPid, ...pids };
  let first = 0;
  const wal = async () => {
    const { rows } = await admin.query(`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as bytes`);
    return Number(rows[0].bytes);
  };
  return {
    /** @param {Subject} subject @param {{ n: number, c: number }} load @returns {Promise<Round>} */
    round: async (subject, { n, c }) => {
      const { perAct = 1 } = subject;
      const from = first;
      first += n;
      const lives = Math.ceil(n / perAct);
      const before = await wal();
      const used = cpuMeter(trees);
      const began = performance.now();
      const run = await runCallers({ n: lives, c, steps: STEPS, open: (i) => subject.open(from + i * perAct) });
      await subject.delivered?.();
      const seconds = (performance.now() - began) / 1000;
      const acts = lives * perAct * STEPS;
      const cpu = Object.fromEntries(Object.entries(used()).map(([name, spent]) => [name, (spent * 1e6) / acts]));
      const cpuTotal = Object.values(cpu).reduce((total, each) => total + each, 0);
      const walBytes = ((await wal()) - before) / (lives * perAct);
      return { perSecond: (lives * perAct) / seconds, p50: run.p50, p99: run.p99, cpu, cpuTotal, walBytes };
    },
    checkpoint: () => admin.query('checkpoint'),
    close: () => admin.end(),
  };
}

/** Bytes of all tables of a schema with their indexes. @param {string} url @param {string} schema */
export async function bytesOfTables(url, schema) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select sum(pg_total_relation_size(c.oid))::float8 as bytes from pg_class c
      where c.relnamespace = to_regnamespace($1) and c.relkind = 'r'`,
    [schema],
  );
  await client.end();
  return Number(rows[0].bytes);
}
