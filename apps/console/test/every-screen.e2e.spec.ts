import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valueOf } from '@lien-thong/client';
import type { Opened } from '@lien-thong/client';
import { overflow, settled, violations } from './look.js';
import { OF_DONG_HAI, received } from './dossiers.js';
import { published } from './published.js';
import { Town } from './town.js';
import type { Desk } from './town.js';

let town: Town;
let code = '';
let amendment = '';
/** What a receipt says of its dossier. */
let receipt: Pick<Opened, 'code' | 'trackingSecret'> = { code: '', trackingSecret: '' };
const desks = new Map<string, Desk>();

const CLERK = 'haiphong-hai-an.clerk';
const SUPERVISOR = 'haiphong-supervisor.supervisor';
const ADMIN = 'haiphong-supervisor.admin';
const APPROVER = 'haiphong-supervisor.approver';

/** Screens by who uses them; `:code` is a dossier that is under way, `:amendment` one that is drafted. */
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
  [ADMIN, '/amendments/:amendment'],
  [ADMIN, '/administration'],
  [ADMIN, '/administration/competences'],
];

/** Half a day instead of one and a half, for the dossiers that are under way. */
async function drafted(): Promise<string> {
  const [drafter, approver] = [deskOf(ADMIN).page, deskOf(APPROVER).page];
  const { url } = town.hub;
  const limits = { counter: '0.5wd', online: '0.5wd', post: '0.5wd' };
  const cases = [{ key: 'standard', name: 'Trường hợp thông thường', nameEn: 'Standard case', limits }];
  const supplement = { policy: 'pause', maxRounds: 0, timeout: '30cd' };
  const changes = { cases, supplement };
  const toVersion = await published({ url, drafter, approver, code: '1.004873', changes, effectiveFrom: '2026-11-24' });
  // Its first day.
  await town.hub.goOnTo('2026-11-24T08:00:00+07:00');
  const data = {
    ...{ procedure: '1.004873', fromVersions: [1], toVersion, policy: 'rebaseline', revertDays: 5 },
    ...{ legalBasis: 'Nghị định 118/2025/NĐ-CP', reason: 'Thời hạn được cắt giảm' },
  };
  const headers = { origin: url, 'idempotency-key': crypto.randomUUID() };
  const answer = await drafter.request.post(`${url}/v1/amendments`, { data, headers });
  if (answer.status() !== 201) throw new Error(await answer.text());
  return ((await answer.json()) as { id: string }).id;
}

function deskOf(account: string): Desk {
  const desk = desks.get(account);
  if (desk === undefined) throw new Error(`${account} did not sit down`);
  return desk;
}

beforeAll(async () => {
  town = await Town.at('2026-11-23T08:00:00+07:00');
  const clerk = town.software('haiphong-hai-an');
  code = await received(clerk);
  valueOf(await clerk.actOnDossier({ code, body: { type: 'transfer', copy: 'electronic' } }));
  const intake = { procedureCode: '1.004873', channel: 'counter', jurisdiction: OF_DONG_HAI } as const;
  receipt = valueOf(await clerk.openDossier({ body: { type: 'receive', intake } })) as Opened;
  for (const account of [CLERK, SUPERVISOR, ADMIN, APPROVER]) desks.set(account, await town.sit(account));
  amendment = await drafted();
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

describe.each(['vi', 'en'] as const)('every screen in %s', (language) => {
  it.each(SCREENS)(
    'of %s at %s is accessible, fits an old monitor, has one heading and no fault',
    async (account, path) => {
      const { page, complaints } = deskOf(account);
      await page.evaluate((spoken) => localStorage.setItem('lienthong.language', spoken), language);
      await page.goto(`${town.hub.url}${path.replace(':code', code).replace(':amendment', amendment)}`);
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

describe('the page of the applicant, in both languages at once', () => {
  it.each([
    { come: 'with the receipt', secret: () => `?k=${receipt.trackingSecret}`, said: 'Hẹn trả kết quả', status: 200 },
    { come: 'with a wrong code', secret: () => '?k=0000000000', said: 'Mất giấy tiếp nhận', status: 404 },
    { come: 'without one', secret: () => '', said: 'Cần mã tra cứu in trên giấy tiếp nhận.', status: 400 },
  ])('$come is accessible, fits, and says what to do', async ({ secret, said, status }) => {
    const page = await town.browser.newPage({ viewport: { width: 1366, height: 768 } });
    const answer = await page.goto(`${town.hub.url}/track/${receipt.code}${secret()}`);
    expect(answer?.status()).toBe(status);
    await page.getByText(said).first().waitFor();
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('[lang="en"]').count()).toBeGreaterThan(2);
    expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
    await page.close();
  });

  it('leads to the dossier when the code is typed into it', async () => {
    const page = await town.browser.newPage();
    await page.goto(`${town.hub.url}/track/${receipt.code}`);
    await page.getByRole('textbox', { name: 'Mã tra cứu' }).fill(receipt.trackingSecret.toLowerCase());
    await page.getByRole('button', { name: /Tra cứu/ }).click();
    await page.getByText('Hẹn trả kết quả').waitFor();
    await page.close();
  });
});
