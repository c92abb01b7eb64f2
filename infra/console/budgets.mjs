// @ts-check
/**
 * `npm run console:budgets`: what the console costs an old PC on a bad line, measured with a real browser and printed.
 * A slow-down of six and 1.6 Mbit/s with 150 ms stand for the weakest machines and lines of the wards (reference in docs/console.md).
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/processes.mjs';
import { runScript, say } from '../scripts/say.mjs';
import { openStage, sit } from './stage.mjs';

const BUDGET = { kilobytes: 130, firstRowsMs: 2_500 };
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_SLOW_DOWN = 6;
const ROUNDS = 3;
const DOSSIERS = 10_000;
const BATCH = 100;
const DIST = join(ROOT, 'apps/console/dist');
const CLERK = 'haiphong-hai-an.clerk';
const AGENCY = 'haiphong-hai-an';

/** What is waited for, and where it appears: the first rows, and the screen with everything that can be done with them. */
const DRAWN = { firstRowsMs: 'table tbody tr', screenMs: 'main table tbody tr' };
const names = Object.keys(DRAWN);

/**
 * In the page: milliseconds from the beginning of the visit to the frame in which each is first drawn. Asking the page from outside
 * would have to wait for the very work that is measured.
 */
const NOTE_WHEN_DRAWN = `
  window.drawnAt = {};
  const waited = new Map(${JSON.stringify(Object.entries(DRAWN))});
  new MutationObserver(() => {
    for (const [name, selector] of waited) {
      if (document.querySelector(selector) === null) continue;
      waited.delete(name);
      requestAnimationFrame((at) => { window.drawnAt[name] = at; });
    }
  }).observe(document, { childList: true, subtree: true });
`;

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** @param {string} url of a file of the console */
const gzippedSize = (url) => statSync(`${join(DIST, new URL(url).pathname)}.gz`).size;

/**
 * One cold visit to the inbox: no cache, no worker.
 * @param {import('./stage.mjs').Stage} stage
 */
async function coldVisit(stage) {
  const page = await sit(stage, { account: CLERK, context: { serviceWorkers: 'block' } });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOW_DOWN });
  let bytes = 0;
  // By gzip, whatever this browser was sent; heads of answers are not what the budget is about.
  session.on('Network.responseReceived', ({ type, response }) => {
    if (type === 'Script' || type === 'Stylesheet') bytes += gzippedSize(response.url);
  });
  await page.addInitScript({ content: NOTE_WHEN_DRAWN });
  await page.goto(`${stage.url}/inbox`, { waitUntil: 'commit' });
  await page.waitForFunction((count) => Object.keys(Reflect.get(globalThis, 'drawnAt')).length === count, names.length);
  /** @type {Record<keyof typeof DRAWN, number>} */
  const drawn = await page.evaluate(() => Reflect.get(globalThis, 'drawnAt'));
  const initialBytes = bytes;
  await page.context().close();
  return { ...drawn, initialBytes };
}

/** @param {import('./stage.mjs').Stage} stage */
async function measured(stage) {
  const visits = [];
  for (let round = 0; round < ROUNDS; round += 1) visits.push(await coldVisit(stage));
  return {
    kilobytes: median(visits.map(({ initialBytes }) => initialBytes)) / 1_024,
    firstRowsMs: median(visits.map(({ firstRowsMs }) => firstRowsMs)),
    screenMs: median(visits.map(({ screenMs }) => screenMs)),
  };
}

/**
 * Dossiers at the counter of one ward, as its software sends them.
 * @param {string} url
 * @param {number} count
 */
async function fill(url, count) {
  const { keys } = /** @type {{ keys: { agencyId: string, key: string }[] }} */ (
    await (await fetch(`${url}/demo/identities`)).json()
  );
  const key = keys.find(({ agencyId }) => agencyId === AGENCY)?.key ?? '';
  for (let done = 0; done < count; done += BATCH) {
    const items = Array.from({ length: BATCH }, (_, i) => ({
      body: {
        type: 'receive',
        intake: {
          procedureCode: '1.004873',
          channel: 'counter',
          jurisdiction: { residence: { communeCode: '11411' } },
        },
        private: { persons: [{ role: 'applicant', name: `Người nộp ${done + i}` }] },
      },
    }));
    const answer = await fetch(`${url}/v1/commands`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(items),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const { refused } = /** @type {{ refused: number }} */ (await answer.json());
    if (refused > 0) throw new Error(`${refused} dossiers were refused`);
    if (done % 1_000 === 0) console.log(`  ${done}/${count}`);
  }
}

/**
 * @param {string} name
 * @param {Awaited<ReturnType<typeof measured>>} found
 */
function print(name, { kilobytes, firstRowsMs, screenMs }) {
  const size = kilobytes <= BUDGET.kilobytes ? '✓' : '✗';
  const time = firstRowsMs <= BUDGET.firstRowsMs ? '✓' : '✗';
  console.log(`${size} ${name}: JS + CSS ${kilobytes.toFixed(1)} KB gzip (≤ ${BUDGET.kilobytes})`);
  console.log(`${time} ${name}: first rows ${firstRowsMs.toFixed(0)} ms (≤ ${BUDGET.firstRowsMs})`);
  console.log(`  ${name}: the whole screen ${screenMs.toFixed(0)} ms`);
  return kilobytes <= BUDGET.kilobytes && firstRowsMs <= BUDGET.firstRowsMs;
}

async function main() {
  const stage = await openStage({ played: false });
  try {
    await fill(stage.url, BATCH);
    const few = print('100 dossiers', await measured(stage));
    say(`› Thêm ${DOSSIERS} hồ sơ vào một phường …`, `  Adding ${DOSSIERS} dossiers to one ward …`);
    await fill(stage.url, DOSSIERS - BATCH);
    const many = print(`${DOSSIERS} dossiers`, await measured(stage));
    return few && many ? 0 : 1;
  } finally {
    await stage.close();
  }
}

await runScript(main);
process.exit();
