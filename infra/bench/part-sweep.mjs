// @ts-check
/** The sweep at size: a look that finds nothing, a storm of clocks due together among a million open ones, and quiet minutes. */
import pg from 'pg';
import { say } from '../scripts/say.mjs';
import { MovedClock } from './moved-clock.mjs';
import { LiveReference, PostgresStore, createPool, keyRingOf, loadReference, uuid7Ids } from './parts.mjs';
import { FIELD_OPENS, sowClocks } from './sweep-field.mjs';
import { idleLooks, quietMinutes } from './sweep-latency.mjs';
import { accountsOf, runStorm } from './sweep-storm.mjs';

/** @typedef {Awaited<ReturnType<typeof open>>} Field */
/** @typedef {import('./sweep-field.mjs').Plan & { replicas: number }} Asked */

/** @param {import('./installation.mjs').Installation} installation */
async function open({ env, environment, superuserUrl, postgres }) {
  const pool = createPool({ url: env.DATABASE_URL, name: 'bench-sweep', max: 4 });
  const clock = new MovedClock(FIELD_OPENS);
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  const store = new PostgresStore(pool, keyRingOf(env));
  const reference = new LiveReference(await loadReference(pool));
  const codeOwner = env.LIENTHONG_CODE_OWNER;
  const ports = { store, clock, reference, ids: uuid7Ids, codeOwner, onCommitted: () => undefined };
  const close = () => Promise.all([admin.end(), pool.end()]);
  return { env, environment, pool, clock, admin, store, reference, ports, close, postgresPid: postgres.pid };
}

/**
 * @param {import('./installation.mjs').Installation} installation
 * @param {Asked} asked
 */
export async function ofTheSweep(installation, asked) {
  const field = await open(installation);
  try {
    say(`› Gieo ${asked.clocks} đồng hồ đang mở …`, `  Sowing ${asked.clocks} open clocks …`);
    await sowClocks(field, asked);
    await field.admin.query('vacuum analyze dossier, clock, segment, party, event');
    await field.admin.query('checkpoint');
    const { rows } = await field.admin.query(`select count(*)::int as open from clock where status <> 'stopped'`);
    const idle = await idleLooks(field);
    console.table({ [`a look that finds nothing, ${rows[0].open} open clocks`]: idle });
    say('› Nhiều đồng hồ đến hạn trong cùng một phút …', '  Many clocks come due in one minute …');
    const storm = await runStorm(field, asked.replicas);
    console.table({ storm });
    const accounts = await accountsOf(field, storm.due);
    console.table({ accounts });
    const quiet = await quietMinutes(field);
    console.table({ 'due → fired': quiet });
    return { sweep: { openClocks: rows[0].open, idle, storm, accounts, quiet } };
  } finally {
    await field.close();
  }
}
