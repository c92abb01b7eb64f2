// @ts-check
/** The broker is not ours: whoever started it pulls its plug when we ask, over the channel between his process and this one. */

/** @typedef {{ ask: 'wipe-broker' }} Ask */
/** @typedef {{ did: 'wipe-broker', files: number } | { did: 'failed', error: string }} Told */

/** True when somebody listens who can wipe the broker. */
export function canBeWiped() {
  return process.send !== undefined && process.env['LIENTHONG_BROKER'] === 'ours';
}

/**
 * Kills the broker, removes its store and starts it again, empty.
 * @returns {Promise<number>} files that were in its store
 */
export function wipeBroker() {
  const told = new Promise((done, fail) => {
    process.once('message', (/** @type {Told} */ message) => {
      if (message.did === 'wipe-broker') done(message.files);
      else fail(new Error(message.error));
    });
  });
  process.send?.({ ask: 'wipe-broker' });
  return /** @type {Promise<number>} */ (told);
}
