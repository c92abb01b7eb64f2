import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valueOf } from '@lien-thong/client';
import { overflow, settled, violations } from './look.js';
import { received } from './dossiers.js';
import { Town } from './town.js';
import type { Desk } from './town.js';

let town: Town;
let code = '';
const desks = new Map<string, Desk>();

const CLERK = 'haiphong-hai-an.clerk';
const SUPERVISOR = 'haiphong-supervisor.supervisor';
const ADMIN = 'haiphong-supervisor.admin';

/** Screens by who uses them; `:code` is a dossier that is under way. */
const SCREENS: readonly (readonly [account: string, path: string])[] = [
  [CLERK, '/inbox'],
  [CLERK, '/inbox/receive'],
  [CLERK, '/outbox'],
  [CLERK, '/dossiers'],
  [CLERK, '/dossiers/:code'],
  [CLERK, '/dossiers/:code/slip'],
  [CLERK, '/directory'],
  [CLERK, '/directory/agencies/haiphong-dong-hai'],
  [CLERK, '/reports'],
  [CLERK, '/help'],
  [SUPERVISOR, '/supervision'],
  [SUPERVISOR, '/supervision/delays'],
  [SUPERVISOR, '/supervision/slack'],
  [SUPERVISOR, '/supervision/conflicts'],
  [SUPERVISOR, '/supervision/outages'],
  [SUPERVISOR, '/reports'],
  [ADMIN, '/procedures'],
  [ADMIN, '/procedures/1.004873'],
  [ADMIN, '/procedures/1.004873/versions/1'],
  [ADMIN, '/calendars'],
  [ADMIN, '/calendars/national'],
  [ADMIN, '/amendments'],
  [ADMIN, '/administration'],
  [ADMIN, '/administration/competences'],
];

beforeAll(async () => {
  town = await Town.at('2026-11-23T08:00:00+07:00');
  const clerk = town.software('haiphong-hai-an');
  code = await received(clerk);
  valueOf(await clerk.actOnDossier({ code, body: { type: 'transfer', copy: 'electronic' } }));
  for (const account of [CLERK, SUPERVISOR, ADMIN]) desks.set(account, await town.sit(account));
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

describe.each(['vi', 'en'] as const)('every screen in %s', (language) => {
  it.each(SCREENS)(
    'of %s at %s is accessible, fits an old monitor, has one heading and no fault',
    async (account, path) => {
      const desk = desks.get(account);
      if (desk === undefined) throw new Error(`${account} did not sit down`);
      const { page, complaints } = desk;
      await page.evaluate((spoken) => localStorage.setItem('lienthong.language', spoken), language);
      await page.goto(`${town.hub.url}${path.replace(':code', code)}`);
      await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('h1').innerText()).not.toBe('');
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
    },
    60_000,
  );
});
