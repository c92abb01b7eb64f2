// @ts-check
/** The other end: for whoever started the broker and lets the play wipe it. */
import { readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { startNats } from '../nats/launcher.mjs';

/** @typedef {import('../nats/launcher.mjs').RunningNats} RunningNats */

/**
 * Answers the play's requests. The broker that runs then is given to `now`, to be stopped in the end.
 * @param {import('node:child_process').ChildProcess} play
 * @param {{ nats: RunningNats, now: (nats: RunningNats) => void }} owner
 */
export function serveBroker(play, { nats, now }) {
  let running = nats;
  play.on('message', (/** @type {import('./broker.mjs').Ask} */ { ask }) => {
    if (ask !== 'wipe-broker') return;
    wipe(running).then(
      ({ fresh, files }) => {
        running = fresh;
        now(fresh);
        play.send({ did: 'wipe-broker', files });
      },
      (/** @type {unknown} */ fault) => play.send({ did: 'failed', error: String(fault) }),
    );
  });
}

/** @param {RunningNats} nats */
async function wipe({ kill9, storeDir, port }) {
  await kill9();
  const files = readdirSync(storeDir, { recursive: true }).length;
  rmSync(storeDir, { recursive: true, force: true });
  return { fresh: await startNats({ folder: dirname(storeDir), port }), files };
}
