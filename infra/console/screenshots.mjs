// @ts-check
/** `npm run screenshots`: the pictures of the README, taken anew of the demonstration as `npm start` plays it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { demoKey } from '../journey/office.mjs';
import { ROOT } from '../scripts/processes.mjs';
import { runScript } from '../scripts/say.mjs';
import { openStage, sit } from './stage.mjs';

const FOLDER = join(ROOT, 'docs/pictures');
const CLERK = 'haiphong-hai-an.clerk';
const SUPERVISOR = 'haiphong-supervisor.supervisor';
const ADMIN = 'haiphong-supervisor.admin';

/** @typedef {import('playwright-core').Page} Page */
/**
 * `shows`: what it waits for; `to`: the heading that is to stand at the top; `first`: what is done before.
 * @typedef {{ name: string, account: string, path: string, shows?: string, to?: string, first?: (page: Page) => Promise<void> }} Picture
 */

/** @param {Page} page @param {{ field: RegExp, text: string, found: RegExp }} choice */
async function pick(page, { field, text, found }) {
  await page.getByRole('combobox', { name: field }).fill(text);
  await page.getByRole('option', { name: found }).first().click();
}

/** By the old name of a commune, without accents. @param {Page} page */
async function whoIsCompetent(page) {
  await pick(page, { field: /^Nơi cư trú/, text: 'dong hai 1', found: /Đông Hải 1/ });
  await pick(page, { field: /^Thủ tục/, text: 'tinh trang hon nhan', found: /tình trạng hôn nhân/ });
}

/** @param {string} late code of a dossier that is overdue @returns {readonly Picture[]} */
const pictures = (late) => [
  { name: 'inbox', account: CLERK, path: `/inbox?code=${late}`, shows: 'Vì sao ở đây' },
  { name: 'supervision', account: SUPERVISOR, path: '/supervision' },
  { name: 'dossier', account: CLERK, path: `/dossiers/${late}`, to: 'Dòng thời gian' },
  { name: 'procedure', account: ADMIN, path: '/procedures/1.004873/versions/1' },
  { name: 'directory', account: CLERK, path: '/directory', first: whoIsCompetent, shows: 'Nơi giải quyết:' },
  { name: 'reports', account: SUPERVISOR, path: '/reports' },
];

/** @param {{ scrollIntoView: () => void }} heading */
const toTop = (heading) => heading.scrollIntoView();

/**
 * The open dossier of the last two days that is late although nobody dawdled.
 * @param {string} url
 * @returns {Promise<string>} its code
 */
async function lateOne(url) {
  const headers = { authorization: `Bearer ${demoKey('haiphong-dong-hai')}` };
  const answer = await fetch(`${url}/v1/inbox?queue=overdue`, { headers });
  const { dossiers } = /** @type {{ dossiers: { code: string }[] }} */ (await answer.json());
  const [first] = dossiers;
  if (first === undefined) throw new Error('no dossier is late');
  return first.code;
}

async function main() {
  const stage = await openStage({ played: true });
  try {
    const late = await lateOne(stage.url);
    mkdirSync(FOLDER, { recursive: true });
    const pages = new Map();
    for (const account of [CLERK, SUPERVISOR, ADMIN]) pages.set(account, await sit(stage, { account }));
    for (const { name, account, path, shows, to, first } of pictures(late)) {
      const page = pages.get(account);
      await page.goto(`${stage.url}${path}`);
      await page.locator('h1').first().waitFor();
      await first?.(page);
      if (shows !== undefined) await page.getByText(shows).first().waitFor();
      await page.getByText('Đang tải …').first().waitFor({ state: 'hidden' });
      if (to !== undefined) await page.getByRole('heading', { name: to }).evaluate(toTop);
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
