// @ts-check
/** `npm run screenshots`: the pictures of the README, taken anew of the demonstration as `npm start` plays it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/processes.mjs';
import { runScript } from '../scripts/say.mjs';
import { openStage, sit } from './stage.mjs';

const FOLDER = join(ROOT, 'docs/pictures');
const CLERK = 'haiphong-hai-an.clerk';
const SUPERVISOR = 'haiphong-supervisor.supervisor';
const ADMIN = 'haiphong-supervisor.admin';

/** @typedef {{ name: string, account: string, path: string, before?: (page: import('playwright-core').Page) => Promise<void> }} Picture */

/** @param {string} late code of a dossier that is overdue @returns {readonly Picture[]} */
const pictures = (late) => [
  { name: 'inbox', account: CLERK, path: `/inbox?queue=overdue&code=${late}` },
  { name: 'supervision', account: SUPERVISOR, path: '/supervision' },
  { name: 'dossier', account: CLERK, path: `/dossiers/${late}` },
  { name: 'procedure', account: ADMIN, path: '/procedures/1.004873/versions/1' },
  { name: 'directory', account: CLERK, path: '/directory?q=pho%20khanh' },
  { name: 'reports', account: SUPERVISOR, path: '/reports' },
];

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string>} code of the dossier that is overdue by construction
 */
async function overdueDossier(page) {
  const answer = await page.request.get(new URL('/v1/dossiers?overdue=true&limit=1', page.url()).href);
  const { dossiers } = /** @type {{ dossiers: { code: string }[] }} */ (await answer.json());
  const [first] = dossiers;
  if (first === undefined) throw new Error('no dossier of the demonstration is overdue');
  return first.code;
}

async function main() {
  const stage = await openStage({ played: true });
  try {
    mkdirSync(FOLDER, { recursive: true });
    const pages = new Map();
    for (const account of [CLERK, SUPERVISOR, ADMIN]) pages.set(account, await sit(stage, { account }));
    await pages.get(CLERK).goto(`${stage.url}/inbox`);
    for (const { name, account, path } of pictures(await overdueDossier(pages.get(CLERK)))) {
      const page = pages.get(account);
      await page.goto(`${stage.url}${path}`);
      await page.locator('h1').first().waitFor();
      await page.waitForFunction("!document.body.innerText.includes('Đang tải …')");
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
      console.log(`  docs/pictures/${name}.png`);
    }
    return 0;
  } finally {
    await stage.close();
  }
}

await runScript(main);
process.exit();
