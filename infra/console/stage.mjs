// @ts-check
/** A service with the console, on a database that is gone afterwards, and a browser before it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, HOW_TO_INSTALL_CHROMIUM, findChromium } from '../chromium/find-chromium.mjs';
import { freePort } from '../postgres/launcher.mjs';
import { openBroker } from '../scripts/broker.mjs';
import { migrate, openDatabase } from '../scripts/database.mjs';
import { playAll } from '../scripts/plays.mjs';
import { build, checkNode, ensureInstalled } from '../scripts/prepare.mjs';
import { Refused } from '../scripts/say.mjs';
import { localSecrets } from '../scripts/secrets.mjs';
import { startServer } from '../scripts/server.mjs';

/**
 * @typedef {object} Stage
 * @property {string} url
 * @property {import('playwright-core').Browser} browser
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ played: boolean }} how whether the plays of `npm start` have been played on it
 * @returns {Promise<Stage>}
 * @throws {Refused} when there is no browser
 */
export async function openStage({ played }) {
  checkNode(process.version);
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Refused(HOW_TO_INSTALL_CHROMIUM.vietnamese, HOW_TO_INSTALL_CHROMIUM.english);
  }
  await ensureInstalled();
  await build();
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-console-'));
  /** @type {(() => Promise<unknown>)[]} the newest first */
  const toStop = [async () => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const stop of toStop) await stop();
  };
  try {
    const url = await bringUp({ folder, played, toStop });
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
    toStop.unshift(() => browser.close());
    return { url, browser, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {{ folder: string, played: boolean, toStop: (() => Promise<unknown>)[] }} options */
async function bringUp({ folder, played, toStop }) {
  const { masterKey, passwords } = localSecrets(folder);
  const database = await openDatabase({ env: {}, dataFolder: folder, passwords });
  toStop.unshift(database.stop);
  await migrate(database, 'demo');
  const broker = await openBroker({ env: { PATH: process.env['PATH'] }, dataFolder: folder });
  toStop.unshift(broker.stop);
  const port = await freePort();
  const server = startServer({
    port,
    dataFolder: folder,
    env: {
      NODE_ENV: 'development',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      LIENTHONG_PROFILE: 'demo',
      LIENTHONG_MASTER_KEY: masterKey,
      DATABASE_URL: database.url,
      ...{ LIENTHONG_RATE_PER_SECOND: '100000', LIENTHONG_RATE_BURST: '100000' },
      ...broker.env,
    },
  });
  toStop.unshift(server.stop);
  await server.ready();
  if (played) {
    const code = await playAll({ url: server.url, demoOptions: [], broker, stopping: new AbortController().signal });
    if (code !== 0) throw new Refused(`Bản diễn dừng với mã ${code}.`, `The play ended with code ${code}.`);
  }
  return server.url;
}

/**
 * Signs an officer of the demonstration in, in a window of his own.
 * @param {Stage} stage
 * @param {{ account: string, language?: 'vi' | 'en', context?: import('playwright-core').BrowserContextOptions }} who
 */
export async function sit({ url, browser }, { account, language = 'vi', context = {} }) {
  const own = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN', ...context });
  const content = `localStorage.setItem('lienthong.language', '${language}');
    localStorage.setItem('lienthong.guided', 'clerk supervisor admin auditor');`;
  await own.addInitScript({ content });
  await own.request.post(`${url}/demo/sign-in`, { data: { account } });
  return own.newPage();
}
