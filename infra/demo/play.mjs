// @ts-check
/** The five wards: seven offices, each a process of its own, exchange two weeks of dossiers through the API and the bus. */
import { writeFileSync } from 'node:fs';
import { Office } from '../journey/office.mjs';
import { spoken } from '../journey/days.mjs';
import { runScript, say } from '../scripts/say.mjs';
import { shortenTransfer } from './budget.mjs';
import { localDay, weeksFrom } from './calendar.mjs';
import { printComparison } from './comparison.mjs';
import { readOptions } from './options.mjs';
import { perform } from './perform.mjs';
import { measured } from './print.mjs';

async function main() {
  const options = readOptions();
  const begun = Date.now();
  const office = new Office({ url: options.url, paceMs: 0 });
  const now = await office.now();
  say(
    `Năm xã, phường và hai đơn vị bên cạnh, ${options.dossiers} hồ sơ, hạt giống ${options.seed}. Đồng hồ trình diễn đứng ở ${spoken(now)}.`,
    `Five wards and two agencies beside them, ${options.dossiers} dossiers, seed ${options.seed}. The stepped clock stands at ${now}.`,
  );
  const first = await perform({ office, options, title: 'lần 1 · first' });
  const again = options.again ? await playAgain({ office, options, first }) : null;
  const figures = { seed: options.seed, dossiers: options.dossiers, first, again };
  if (options.figures !== null) writeFileSync(options.figures, `${JSON.stringify(figures, null, 2)}\n`);
  measured(
    `diễn trong ${((Date.now() - begun) / 1_000).toFixed(1)} giây`,
    `played in ${((Date.now() - begun) / 1_000).toFixed(1)} s`,
  );
  return 0;
}

/** @param {{ office: Office, options: import('./options.mjs').Options, first: import('./closing.mjs').Figures }} play */
async function playAgain({ office, options, first }) {
  const now = await office.now();
  const [today, from] = [localDay(now), weeksFrom(now)(0, 0).slice(0, 10)];
  await shortenTransfer({ office, today, from });
  const again = await perform({ office, options, title: 'lần 2, ngân sách mới · again, with the new budget' });
  printComparison(first, again);
  return again;
}

await runScript(main);
if (process.connected) process.disconnect();
