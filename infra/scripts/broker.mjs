// @ts-check
import { join } from 'node:path';
import { HOW_TO_INSTALL, findNatsServer } from '../nats/find-server.mjs';
import { startNats } from '../nats/launcher.mjs';
import { say } from './say.mjs';

/**
 * @typedef {object} Broker
 * @property {Record<string, string>} env what the server is told of it
 * @property {import('../nats/launcher.mjs').RunningNats | null} nats our own, as it runs now; null when there is none
 * @property {() => Promise<void>} stop
 */

/**
 * The broker the operator named, one of our own below the data folder, or none: then the database is the bus, too.
 * @param {{ env: NodeJS.ProcessEnv, dataFolder: string }} from
 * @returns {Promise<Broker>}
 */
export async function openBroker({ env, dataFolder }) {
  if (env['NATS_URL']) {
    say('› Sự kiện đi qua NATS trong NATS_URL.', '  Events go over the NATS of NATS_URL.');
    return { env: {}, nats: null, stop: async () => undefined };
  }
  const bin = findNatsServer(env);
  if (bin === undefined) {
    say('› Sự kiện đi qua PostgreSQL.', '  Events go over PostgreSQL.');
    say(`  ${HOW_TO_INSTALL.vietnamese}`, `  ${HOW_TO_INSTALL.english}`);
    return { env: {}, nats: null, stop: async () => undefined };
  }
  const nats = await startNats({ bin, folder: join(dataFolder, 'nats') });
  say(
    `› Sự kiện đi qua NATS riêng: nats-server ${nats.version}, cổng ${nats.port}, dữ liệu tại ${nats.storeDir}`,
    `  Events go over our own NATS: nats-server ${nats.version}, port ${nats.port}, data in ${nats.storeDir}`,
  );
  /** @type {Broker} */
  const broker = {
    env: { NATS_URL: nats.hubUrl, NATS_USERS_FILE: nats.usersFile, NATS_PID_FILE: nats.pidFile },
    nats,
    // The one that runs then: the play wipes it and starts it anew.
    stop: async () => broker.nats?.stop(),
  };
  return broker;
}
