// @ts-check
/** A replica that sweeps, in a process of its own: makes itself ready, waits for the word, writes what is due until nothing is left. */
import { instantOf } from '@lien-thong/domain';
import { Sweep } from '@lien-thong/engine';
import { MovedClock } from './moved-clock.mjs';
import { LiveReference, PostgresStore, createPool, keyRingOf, loadReference, readEnv, uuid7Ids } from './parts.mjs';
import { STORM } from './sweep-field.mjs';

const LANES = 2;
const env = readEnv(process.env);
const pool = createPool({ url: env.DATABASE_URL, name: 'bench-sweep-replica', max: LANES });
const store = new PostgresStore(pool, keyRingOf(env));
const reference = new LiveReference(await loadReference(pool));
const clock = new MovedClock(instantOf(STORM));
const ports = { store, clock, reference, ids: uuid7Ids, codeOwner: env.LIENTHONG_CODE_OWNER };
const sweep = new Sweep({ ...ports, onCommitted: () => undefined }, LANES);

// Connected before the word is given.
await Promise.all(Array.from({ length: LANES }, () => store.nextDueMinute()));
process.once('message', () => {
  clock.moveTo(instantOf(STORM), { running: true });
  let batches = 0;
  sweep
    .runOnce(() => (batches += 1))
    .then(async ({ facts, stuck }) => {
      process.send?.({ facts, batches, stuck: stuck.length });
      await pool.end();
      process.disconnect();
    })
    .catch((error) => {
      console.error(error);
      process.exit(1);
    });
});
process.send?.('ready');
