// @ts-check
/** What the sweep takes when little is due: a look that finds nothing, and the time from a due instant to the commit of its facts. */
import { setTimeout as sleep } from 'node:timers/promises';
import { instantFromMillis, instantOf, millisOf, minuteOf, plusMinutes } from '@lien-thong/domain';
import { Sweep } from '@lien-thong/engine';
import { SweepLooks, SweepLoop } from './parts.mjs';
import { QUIET_MINUTES, STORM } from './sweep-field.mjs';

const LOOKS = 300;
/** Before each due instant the loop is started and falls asleep. */
const LEAD_MS = 150;
const MOST_WAIT_MS = 10_000;

/** @typedef {import('./part-sweep.mjs').Field} Field */

/** @param {readonly number[]} sorted @param {number} share */
const at = (sorted, share) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(2));

/** Milliseconds of a call, as its caller sees it. @param {() => Promise<unknown>} call */
async function timed(call) {
  /** @type {number[]} */
  const times = [];
  for (let i = 0; i < LOOKS; i += 1) {
    const from = performance.now();
    await call();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b);
}

/** A look when nothing is due: the question the loop asks every second, and the claim it would make. @param {Field} field */
export async function idleLooks({ store, admin }) {
  const before = STORM - 1;
  const next = await timed(() => store.nextDueMinute());
  const claim = await timed(() => store.transaction((tx) => tx.claimDue(before, 250)));
  const { rows } = await admin.query(
    `explain (analyze, buffers, format json) select fires_at from clock where fires_at is not null order by fires_at limit 1`,
  );
  const [{ 'Execution Time': server }] = rows[0]['QUERY PLAN'];
  return {
    ...{ nextDueP50Ms: at(next, 0.5), nextDueP99Ms: at(next, 0.99), nextDueServerMs: Number(server.toFixed(3)) },
    ...{ claimP50Ms: at(claim, 0.5), claimP99Ms: at(claim, 0.99) },
  };
}

/** The real loop on a clock that is moved to just before each quiet minute: milliseconds from the due instant to the commit. */
export async function quietMinutes(/** @type {Field} */ field) {
  /** @type {number[]} */
  const latencies = [];
  const perMinute = [];
  // What came due while the storm was written is not waited for.
  const passed = minuteOf(instantFromMillis(field.clock.millis() + LEAD_MS + 1)) - STORM;
  if (instantOf(plusMinutes(STORM, passed)) > field.clock.now())
    field.clock.moveTo(instantOf(plusMinutes(STORM, passed)));
  await new Sweep(field.ports, 2).runOnce();
  for (let k = passed + 1; k <= QUIET_MINUTES; k += 1) {
    const minute = plusMinutes(STORM, k);
    const { rows } = await field.admin.query('select count(*)::int as due from clock where fires_at <= $1', [minute]);
    perMinute.push(Number(rows[0].due));
    latencies.push(...(await oneMinute(field, minute, Number(rows[0].due))));
  }
  latencies.sort((a, b) => a - b);
  const duePerMinute = Math.round(perMinute.reduce((sum, due) => sum + due, 0) / perMinute.length);
  const [p50Ms, p99Ms, leastMs] = [at(latencies, 0.5), at(latencies, 0.99), at(latencies, 0)];
  if (leastMs < 0) throw new Error(`a fact was early by ${-leastMs} ms`);
  return { minutes: perMinute.length, duePerMinute, fired: latencies.length, p50Ms, p99Ms };
}

/** @param {Field} field @param {import('@lien-thong/domain').Minute} minute @param {number} due */
async function oneMinute({ clock, ports, env, pool }, minute, due) {
  const dueAt = millisOf(instantOf(minute));
  /** @type {number[]} */
  const latencies = [];
  const onCommitted = (/** @type {readonly { eventId: string }[]} */ items) => {
    const latency = clock.millis() - dueAt;
    for (const _ of new Set(items.map(({ eventId }) => eventId))) latencies.push(latency);
  };
  clock.moveTo(instantFromMillis(dueAt - LEAD_MS), { running: true });
  const loop = new SweepLoop(new Sweep({ ...ports, onCommitted }, 2), clock, env, new SweepLooks(pool));
  loop.onApplicationBootstrap();
  const giveUp = performance.now() + MOST_WAIT_MS;
  while (latencies.length < due) {
    if (performance.now() > giveUp) throw new Error(`${latencies.length} of ${due} clocks fired`);
    await sleep(5);
  }
  await loop.beforeApplicationShutdown();
  return latencies;
}
