// @ts-check
/** The storm itself: replicas in processes of their own write everything that is due, and what they have written is counted. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { instantOf } from '@lien-thong/domain';
import { verifyJournal } from '@lien-thong/engine';
import { cpuMeter } from './cpu.mjs';
import { followAlerts } from './sweep-alerts.mjs';
import { STORM } from './sweep-field.mjs';

const REPLICA = fileURLToPath(new URL('sweep-replica.mjs', import.meta.url));
const SAMPLE = 2_000;
const PAGE = 500;
const RUNGS = `('dossier.clockWarned.v1', 'dossier.clockBreached.v1', 'dossier.clockRunsLow.v1')`;

/** @typedef {import('./part-sweep.mjs').Field} Field */
/** @typedef {{ facts: number, batches: number, stuck: number }} Told */

/** @param {NodeJS.ProcessEnv} env @returns {Promise<import('node:child_process').ChildProcess>} */
async function replica(env) {
  const child = fork(REPLICA, { env: { ...process.env, ...env }, execArgv: ['--max-semi-space-size=64'] });
  await once(child, 'message');
  return child;
}

/** What it tells when it is done. @param {import('node:child_process').ChildProcess} child @returns {Promise<Told[]>} */
function answerOf(child) {
  const ended = once(child, 'exit').then(() => {
    throw new Error('a replica ended before its storm did');
  });
  return Promise.race([once(child, 'message'), ended]);
}

/** @param {Field} field @returns {Promise<number>} */
const dueBy = async ({ admin }) =>
  (await admin.query('select count(*)::int as due from clock where fires_at <= $1', [STORM])).rows[0].due;

/** From the due instant on: seconds until nothing is due any more, and until the alerts have taken over the last of it. @param {Field} field @param {number} replicas */
export async function runStorm(field, replicas) {
  const due = await dueBy(field);
  const children = await Promise.all(Array.from({ length: replicas }, () => replica(field.environment)));
  const pids = Object.fromEntries(children.map(({ pid }, i) => [`replica-${i}`, Number(pid)]));
  const used = cpuMeter({ ...pids, postgres: field.postgresPid });
  const told = children.map(answerOf);
  field.clock.moveTo(instantOf(STORM), { running: true });
  const began = performance.now();
  const alerts = followAlerts(field);
  for (const child of children) child.send('go');
  const all = (await Promise.all(told)).flatMap(([each]) => each ?? []);
  const seconds = (performance.now() - began) / 1000;
  const cpu = used();
  const followed = await alerts.end();
  const alertSeconds = (performance.now() - began) / 1000;
  field.clock.stand();
  const engine = Object.entries(cpu).reduce((sum, [name, spent]) => (name === 'postgres' ? sum : sum + spent), 0);
  const sum = (/** @type {keyof Told} */ what) => all.reduce((total, each) => total + each[what], 0);
  const facts = sum('facts');
  return {
    ...{ replicas, due, facts, batches: sum('batches'), stuck: sum('stuck'), leftDue: await dueBy(field) },
    ...{ seconds: Number(seconds.toFixed(1)), alertSeconds: Number(alertSeconds.toFixed(1)), followed },
    clocksPerSecond: Math.round(facts / seconds),
    microsPerFactEngine: Math.round((engine * 1e6) / facts),
    microsPerFactPostgres: Math.round(((cpu['postgres'] ?? 0) * 1e6) / facts),
  };
}

/**
 * Each rung once, none missing, none early, each in the feed of the agency that received the dossier, feeds without gaps; journals of
 * a sample folded again.
 * @param {Field} field @param {number} due
 */
export async function accountsOf(field, due) {
  const { admin } = field;
  await admin.query('vacuum analyze event, feed, clock, dossier');
  // What came due in the minutes the storm took is not of it.
  const facts = `select dossier_id, seq, data, recorded_at from event
    where type in ${RUNGS} and recorded_at >= $1 and (data->>'rungAt')::timestamptz = $1`;
  const rung = `(dossier_id, data->>'clockId', data->>'epoch', data->>'percent', data->>'rung')`;
  const { rows } = await admin.query(
    `with fact as materialized (${facts}),
      fed as (select distinct fact.dossier_id, fact.seq from fact join dossier d on d.id = fact.dossier_id
        join feed f on f.dossier_id = fact.dossier_id and f.seq = fact.seq and f.agency_id = d.receiving)
      select count(*)::int as facts, count(distinct ${rung})::int as rungs,
        count(*) filter (where (data->>'rungAt')::timestamptz > recorded_at)::int as early,
        count(*)::int - (select count(*)::int from fed) as unfed,
        (select count(*)::int from (select agency_id from feed group by 1 having max(n) <> count(*)) g) as gaps,
        (select count(*)::int from feed) as feed
      from fact`,
    [instantOf(STORM)],
  );
  const { facts: written, rungs, early, unfed, gaps, feed } = rows[0];
  const [duplicates, missing] = [written - rungs, due - rungs];
  const accounts = { duplicates, missing, early, unfed, gaps, feed, foldedAgain: await foldSample(field) };
  if (duplicates + missing + early + unfed + gaps !== 0) throw new Error(JSON.stringify(accounts));
  return accounts;
}

/** Whole journals spread over the field, folded anew and compared byte for byte. @param {Field} field */
async function foldSample({ store, reference, admin }) {
  const { rows: count } = await admin.query('select count(*)::int as dossiers from dossier');
  const { dossiers } = count[0];
  const pages = Math.max(1, Math.floor(Math.min(SAMPLE, dossiers) / PAGE));
  let folded = 0;
  for (let page = 0; page < pages; page += 1) {
    const skip = Math.floor((page * dossiers) / pages);
    const { rows } = await admin.query('select id from dossier order by id offset $1 limit 1', [skip]);
    for (const { dossierId, journal, loaded } of await store.journalPage(rows[0].id, PAGE)) {
      const finding = verifyJournal(loaded, journal, reference.rulesOf(loaded.file.dossier.pin));
      if (finding !== null) throw new Error(`${dossierId}: ${JSON.stringify(finding)}`);
      folded += 1;
    }
  }
  return folded;
}
