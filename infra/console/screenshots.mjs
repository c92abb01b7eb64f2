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

/** `to`: the heading that is to stand at the top. @typedef {{ name: string, account: string, path: string, to?: string }} Picture */

/** @param {string} late code of a dossier that is overdue @returns {readonly Picture[]} */
const pictures = (late) => [
  { name: 'inbox', account: CLERK, path: `/inbox?code=${late}` },
  { name: 'supervision', account: SUPERVISOR, path: '/supervision' },
  { name: 'dossier', account: CLERK, path: `/dossiers/${late}`, to: 'Dòng thời gian' },
  { name: 'procedure', account: ADMIN, path: '/procedures/1.004873/versions/1' },
  { name: 'directory', account: CLERK, path: '/directory?q=pho%20khanh' },
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
    for (const { name, account, path, to } of pictures(late)) {
      const page = pages.get(account);
      await page.goto(`${stage.url}${path}`);
      await page.locator('h1').first().waitFor();
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
