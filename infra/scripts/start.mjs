// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate, openDatabase } from './database.mjs';
import { parsePort, requireFreePort } from './ports.mjs';
import { build, checkNode, ensureInstalled } from './prepare.mjs';
import { ROOT, runNode, stopPrograms } from './processes.mjs';
import { Refused, runScript, say } from './say.mjs';
import { localSecrets } from './secrets.mjs';
import { startServer, stopLeftover } from './server.mjs';

const DEFAULT_PORT = '8080';
const DATA_FOLDER = join(ROOT, '.data');
const JOURNEY = join(ROOT, 'infra/journey/play.mjs');
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
      options: { port: { type: 'string' }, headless: { type: 'boolean', default: false } },
    });
    return { port: parsePort(values.port ?? process.env['PORT'] ?? DEFAULT_PORT), headless: values.headless };
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(
      'Tham số không hợp lệ. Cách dùng: npm start -- [--port 8080] [--headless]',
      'Unknown option. Usage: npm start -- [--port 8080] [--headless]',
    );
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
    },
  });
  toStop.push(server.stop);
  await Promise.race([server.ready(), stopAsked()]);
  asked.signal.throwIfAborted();
  return server;
}

/**
 * @param {string} url
 * @returns {Promise<number | undefined>} the journey's exit code; undefined when there is none to play
 */
async function playJourney(url) {
  if (!existsSync(JOURNEY)) return undefined;
  say('› Diễn lại hành trình của các hồ sơ qua API …', '  Playing the journeys of the dossiers through the API …');
  const code = await runNode([JOURNEY], { LIENTHONG_URL: url });
  if (code !== 0) say(`✗ Hành trình dừng với mã ${code}.`, `  The journey ended with code ${code}.`);
  return code;
}

/** @param {string} url */
function showWhatNext(url) {
  say('\n✓ Liên Thông đang chạy.', '  Liên Thông is running.');
  console.log(
    [
      `  ${url}/docs           API, OpenAPI 3.1`,
      `  ${url}/health/ready   tình trạng · health`,
      `  ${url}/metrics        số đo · metrics`,
      `  ${url}/demo/identities tài khoản và khóa của bản trình diễn · accounts and keys of the demonstration`,
    ].join('\n'),
  );
  say(
    `Nhấn Ctrl-C để dừng. Dữ liệu nằm trong ${DATA_FOLDER}; xoá thư mục này để bắt đầu lại từ đầu. Kiểm thử: npm test`,
    `Press Ctrl-C to stop. The data is in ${DATA_FOLDER}; remove that folder to begin anew. Tests: npm test`,
  );
}

/** @param {{ port: number, headless: boolean }} options */
async function run({ port, headless }) {
  const server = await bringUp(port);
  const code = await playJourney(server.url);
  asked.signal.throwIfAborted();
  if (code === undefined) say('  Không có hành trình để diễn.', '  There is no journey to play.');
  if (headless) return code ?? 1;
  showWhatNext(server.url);
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
