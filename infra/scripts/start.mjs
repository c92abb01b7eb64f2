// @ts-check
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBroker } from './broker.mjs';
import { migrate, openDatabase } from './database.mjs';
import { playAll } from './plays.mjs';
import { parsePort, requireFreePort } from './ports.mjs';
import { build, checkNode, ensureInstalled } from './prepare.mjs';
import { ROOT, stopPrograms } from './processes.mjs';
import { Refused, runScript, say } from './say.mjs';
import { localSecrets } from './secrets.mjs';
import { startServer, stopLeftover } from './server.mjs';
import { showWhatNext } from './what-next.mjs';

const DEFAULT_PORT = '8080';
const USAGE = 'npm start -- [--port 8080] [--headless] [--seed 42] [--dossiers 120] [--speed 0] [--again]';
const DATA_FOLDER = join(ROOT, '.data');
/** What a shell reports for a program ended by Ctrl-C. */
const INTERRUPTED = 130;

/** What must be stopped, the newest first. @type {(() => Promise<void>)[]} */
const toStop = [];

async function stopEverything() {
  for (let stop = toStop.pop(); stop; stop = toStop.pop()) await stop();
}

const asked = new AbortController();

/** An operator who stops us in the middle of a step ends that step; the next one does not begin. */
function listenForStop() {
  const stop = () => {
    if (asked.signal.aborted) return;
    asked.abort();
    stopPrograms();
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
  // A reader that went away (`npm start | head`) must not leave a database behind.
  process.stdout.on('error', stop);
}

/** @returns {Promise<void>} kept when the operator asks to stop */
function stopAsked() {
  if (asked.signal.aborted) return Promise.resolve();
  return new Promise((done) => asked.signal.addEventListener('abort', () => done(), { once: true }));
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        ...{ port: { type: 'string' }, headless: { type: 'boolean', default: false } },
        // For the play of the five wards: see infra/demo/options.mjs.
        ...{ seed: { type: 'string' }, dossiers: { type: 'string' }, speed: { type: 'string' } },
        again: { type: 'boolean', default: false },
      },
    });
    const { port, headless, again, ...numbers } = values;
    const named = Object.entries(numbers).flatMap(([name, value]) => [`--${name}`, value]);
    return {
      port: parsePort(port ?? process.env['PORT'] ?? DEFAULT_PORT),
      headless,
      demoOptions: [...named, ...(again ? ['--again'] : [])],
    };
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`Tham số không hợp lệ. Cách dùng: ${USAGE}`, `Unknown option. Usage: ${USAGE}`);
  }
}

/** @param {number} port */
async function bringUp(port) {
  await ensureInstalled();
  asked.signal.throwIfAborted();
  await build();
  asked.signal.throwIfAborted();
  const profile = process.env['LIENTHONG_PROFILE'] ?? 'demo';
  const { masterKey, passwords } = localSecrets(DATA_FOLDER);
  const database = await openDatabase({ env: process.env, dataFolder: DATA_FOLDER, passwords });
  toStop.push(database.stop);
  asked.signal.throwIfAborted();
  await migrate(database, profile);
  asked.signal.throwIfAborted();
  const broker = await openBroker({ env: process.env, dataFolder: DATA_FOLDER });
  toStop.push(broker.stop);
  asked.signal.throwIfAborted();
  say('› Khởi động máy chủ …', '  Starting the server …');
  const server = startServer({
    port,
    dataFolder: DATA_FOLDER,
    env: {
      NODE_ENV: process.env['NODE_ENV'] ?? 'development',
      PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://127.0.0.1:${port}`,
      LIENTHONG_PROFILE: profile,
      LIENTHONG_MASTER_KEY: process.env['LIENTHONG_MASTER_KEY'] ?? masterKey,
      DATABASE_URL: database.url,
      ...broker.env,
    },
  });
  toStop.push(server.stop);
  await Promise.race([server.ready(), stopAsked()]);
  asked.signal.throwIfAborted();
  return { server, broker };
}

/** @param {ReturnType<typeof readOptions>} options */
async function run({ port, headless, demoOptions }) {
  const { server, broker } = await bringUp(port);
  const code = await playAll({ url: server.url, demoOptions, broker, stopping: asked.signal });
  asked.signal.throwIfAborted();
  if (headless) return code;
  await showWhatNext(server.url, DATA_FOLDER);
  await Promise.race([server.exited, stopAsked()]);
  asked.signal.throwIfAborted();
  throw new Refused('Máy chủ đã dừng ngoài ý muốn (xem lỗi ở trên).', 'The server ended unexpectedly (see above).');
}

async function main() {
  checkNode(process.version);
  const options = readOptions();
  await stopLeftover(DATA_FOLDER);
  await requireFreePort(options.port);
  listenForStop();
  try {
    return await run(options);
  } catch (error) {
    if (!asked.signal.aborted) throw error;
    say('\n› Đang dừng …', '  Stopping …');
    return INTERRUPTED;
  } finally {
    await stopEverything();
  }
}

await runScript(main);
process.exit();
