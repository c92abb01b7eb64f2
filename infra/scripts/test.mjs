// @ts-check
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOW_TO_INSTALL_CHROMIUM, findChromium } from '../chromium/find-chromium.mjs';
import { HOW_TO_INSTALL, findNatsServer, natsVersion } from '../nats/find-server.mjs';
import { throwAwayPostgres } from '../postgres/throw-away.mjs';
import { gates, gatesOfTexts } from './gates.mjs';
import { runJest } from './jest-run.mjs';
import { unseenEvents, unseenStatuses } from './observed-statuses.mjs';
import { build, checkNode, ensureInstalled } from './prepare.mjs';
import { ROOT } from './processes.mjs';
import { runScript, say } from './say.mjs';
import { specFiles } from './spec-files.mjs';

/** Calendars must not depend on where the server stands: the main run is UTC. */
const FURTHER_TIME_ZONES = ['Asia/Ho_Chi_Minh', 'America/New_York'];
const TIME_ZONE_SPEC = /\.tz\.spec\.ts$/;
/** Each Jest worker keeps a few pools open. */
const MAX_CONNECTIONS = '300';

const total = { passed: 0, failed: 0, complaints: /** @type {string[]} */ ([]) };

/** @param {import('./jest-report.mjs').Verdict} verdict */
function add(verdict) {
  total.passed += verdict.passed;
  total.failed += verdict.failed;
  total.complaints.push(...verdict.complaints);
}

/**
 * @param {string} name
 * @param {() => Promise<boolean>} passes
 */
async function check(name, passes) {
  const start = performance.now();
  say(`› Kiểm tra: ${name} …`, `  Check: ${name} …`);
  const ok = await passes().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`  ${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  add(ok ? { passed: 1, failed: 0, complaints: [] } : { passed: 0, failed: 1, complaints: [`${name}: failed`] });
}

/**
 * One after another in each lane; a lane that has ended takes the next.
 * @param {readonly import('./gates.mjs').Gate[]} all
 * @param {number} lanes
 */
async function checkAll(all, lanes) {
  const waiting = [...all];
  const lane = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) await check(gate.name, gate.passes);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Two at a time: the smallest machine this is tested on has two cores. */
async function checkTree() {
  await Promise.all([check('build', () => build().then(() => true)), checkAll(gatesOfTexts, 1)]);
  await checkAll(gates, 2);
}

/** Gone when somebody stops the run, too. */
async function postgresOfThisRun() {
  const server = await throwAwayPostgres({ max_connections: MAX_CONNECTIONS });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => void server.dispose().then(() => process.exit(130)));
  }
  return server;
}

/**
 * @returns {string} the program the suites start their brokers with
 * @throws {Error} that says what to install
 */
function requireNats() {
  const bin = findNatsServer();
  if (bin === undefined) throw new Error(`${HOW_TO_INSTALL.vietnamese}\n${HOW_TO_INSTALL.english}`);
  console.log(`  nats-server ${natsVersion(bin)} (${bin})`);
  return bin;
}

/** @throws {Error} that says what to install */
function requireChromium() {
  const program = findChromium();
  if (program === undefined) {
    throw new Error(`${HOW_TO_INSTALL_CHROMIUM.vietnamese}\n${HOW_TO_INSTALL_CHROMIUM.english}`);
  }
  console.log(`  ${program}`);
}

/**
 * @param {string} postgresUrl empty when no server could be started: its suites then fail
 * @param {string} natsBin likewise
 */
async function runSpecs(postgresUrl, natsBin) {
  const expected = specFiles(ROOT);
  say(`› Chạy ${expected.length} tệp kiểm thử (TZ=UTC) …`, `  Running ${expected.length} spec files (TZ=UTC) …`);
  const observed = mkdtempSync(join(tmpdir(), 'lien-thong-observed-'));
  const servers = { TEST_POSTGRES_URL: postgresUrl, NATS_SERVER_BIN: natsBin };
  const env = { TZ: 'UTC', ...servers, LIENTHONG_OBSERVED: observed };
  add(await runJest({ expected, env }));
  await check('documented statuses were all seen', () => everyStatusWasSeen(observed));
  await check('declared events were all told', () => everyEventWasTold(observed));
  rmSync(observed, { recursive: true, force: true });
  const again = expected.filter((file) => TIME_ZONE_SPEC.test(file));
  await Promise.all(FURTHER_TIME_ZONES.map((zone) => runAgain(zone, again)));
}

/**
 * @param {string} zone
 * @param {readonly string[]} again
 */
async function runAgain(zone, again) {
  say(`› Chạy lại ${again.length} tệp lịch (TZ=${zone}) …`, `  Again ${again.length} calendar specs (TZ=${zone}) …`);
  add(await runJest({ expected: again, pattern: TIME_ZONE_SPEC.source, env: { TZ: zone } }));
}

/** @param {string} observed folder in which the suites noted what they saw */
async function everyStatusWasSeen(observed) {
  const unseen = unseenStatuses(JSON.parse(readFileSync(join(ROOT, 'apps/routing/openapi.json'), 'utf8')), observed);
  for (const line of unseen) console.error(line);
  return unseen.length === 0;
}

/** @param {string} observed folder in which the suites noted what they saw */
async function everyEventWasTold(observed) {
  const unseen = unseenEvents(JSON.parse(readFileSync(join(ROOT, 'apps/routing/asyncapi.json'), 'utf8')), observed);
  for (const line of unseen) console.error(line);
  return unseen.length === 0;
}

async function main() {
  checkNode(process.version);
  await ensureInstalled();
  await checkTree();

  /** @type {Awaited<ReturnType<typeof postgresOfThisRun>> | undefined} */
  let postgres;
  await check('PostgreSQL', async () => {
    postgres = await postgresOfThisRun();
    return true;
  });
  let nats = '';
  await check('NATS', async () => {
    nats = requireNats();
    return true;
  });
  await check('Chromium', async () => {
    requireChromium();
    return true;
  });
  try {
    await runSpecs(postgres?.url ?? '', nats);
  } finally {
    await postgres?.dispose();
  }
  report();
  return total.failed === 0 ? 0 : 1;
}

function report() {
  for (const complaint of total.complaints) console.log(`✗ ${complaint}`);
  if (total.failed === 0) say('Tất cả đều đạt. Tiếp theo: npm start', 'All passed. Next: npm start');
  else say('Có lỗi: xem phần ✗ ở trên.', 'Something failed: see the ✗ lines above.');
  console.log(`${total.passed} passed, ${total.failed} failed`);
}

await runScript(main);
