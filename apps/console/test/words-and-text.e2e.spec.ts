/** Words as people type them, and text that would like to be more than text. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '@lien-thong/client';
import type { Opened } from '@lien-thong/client';
import type { Page } from 'playwright-core';
import { OF_DONG_HAI, received } from './dossiers.js';
import { FORBIDDEN, HOSTILE, MADE_OF_THEM } from './hostile.js';
import { takeInHand } from './keyboard.js';
import { settled } from './look.js';
import { Town } from './town.js';
import type { Desk } from './town.js';

jest.setTimeout(120_000);

const PER_DOSSIER = 50;
let town: Town;
let desk: Desk;
let page: Page;
let plain = '';
/** Codes of dossiers with fifty of the texts each. */
const hostile: string[] = [];
const textsOf = (at: number) => HOSTILE.slice(at * PER_DOSSIER, (at + 1) * PER_DOSSIER);

/** Names, addresses, words and papers are all made of them. */
async function hostileDossier(texts: readonly string[]): Promise<string> {
  const persons = texts.map((name, i) => ({
    ...{ role: i === 0 ? ('applicant' as const) : ('other' as const), name },
    address: `${name} ${'dài '.repeat(20)}`.trim(),
  }));
  const documents = texts.map((component, i) => ({
    component,
    sha256: i.toString(16).padStart(64, '0'),
    size: i,
    mediaType: 'application/pdf',
  }));
  const words = Object.fromEntries(texts.map((text, i) => [`text${i}`, `${text} ${'x'.repeat(300)}`]));
  const intake = { procedureCode: '1.004873', channel: 'counter' as const, jurisdiction: OF_DONG_HAI, documents };
  const body = { type: 'receive' as const, intake, private: { persons, texts: words } };
  return (valueOf(await town.software('haiphong-hai-an').openDossier({ body })) as Opened).code;
}

beforeAll(async () => {
  town = await Town.at('2026-11-23T08:00:00+07:00');
  plain = await received(town.software('haiphong-hai-an'), { name: 'Đặng Thị Thúy Hường'.normalize('NFD') });
  for (let at = 0; at * PER_DOSSIER < HOSTILE.length; at++) hostile.push(await hostileDossier(textsOf(at)));
  desk = await town.sit('haiphong-hai-an.clerk');
  ({ page } = desk);
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

/** The form at the counter, filled in and sent. */
async function fillReception(name: string, words: string): Promise<void> {
  await page.goto(`${town.hub.url}/inbox/receive`);
  await page.getByRole('combobox', { name: 'Thủ tục hành chính' }).fill('1.004873');
  await page.getByRole('option').first().click();
  await page.getByRole('combobox', { name: 'Nơi cư trú của người yêu cầu' }).fill('dong hai');
  await page.getByRole('option', { name: /Phường Đông Hải, .*Hải Phòng/ }).click();
  await page.getByRole('textbox', { name: /^Họ và tên/ }).fill(name);
  await page.getByRole('textbox', { name: 'Ghi chú' }).fill(words);
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
}

/** As a reader compares: composed, and what is blank is blank. */
const plainly = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Those that do not stand on the page as they were typed; and whatever was made of them. */
async function notShown(texts: readonly string[]): Promise<readonly string[]> {
  const shown = plainly(await page.evaluate(() => document.body.textContent));
  expect(
    await page.evaluate((made) => [document.querySelectorAll(made).length, 'hostile' in window], MADE_OF_THEM),
  ).toEqual([0, false]);
  return texts.filter((text) => !shown.includes(plainly(text)));
}

describe('a name is found', () => {
  it.each([
    ['as it is written', 'Đặng Thị Thúy Hường'],
    ['decomposed, as a Mac sends it', 'Đặng Thị Thúy Hường'.normalize('NFD')],
    ['without accents', 'dang thi thuy huong'],
    ['in part, in capitals', 'THUY HUONG'],
  ])('%s', async (_, typed) => {
    await page.goto(`${town.hub.url}/inbox`);
    const search = page.getByRole('searchbox', { name: 'Tìm hồ sơ' });
    await search.fill(typed);
    await search.press('Enter');
    await page.waitForURL('**/dossiers?**');
    // The inbox is in sight until the list is there, and the list of before until the one that was asked for.
    for (const code of hostile) await page.getByRole('link', { name: code, exact: true }).waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: plain, exact: true }).waitFor();
  });

  it('in the inbox, too', async () => {
    await page.goto(`${town.hub.url}/inbox`);
    const search = page.getByRole('searchbox', { name: 'Tìm trong hộp việc' });
    await search.fill('thuy huong');
    await search.press('Enter');
    await page.waitForURL('**q=**');
    await page.getByText('Đang hiện 1 trên 1 hồ sơ').waitFor();
    await page.getByRole('link', { name: plain, exact: true }).waitFor();
  });
});

describe('two hundred hostile texts', () => {
  it('are two hundred', () => {
    expect(new Set(HOSTILE).size).toBe(200);
  });

  it.each([0, 1, 2, 3])('are text on the screen of dossier %i: names, addresses, words', async (at) => {
    await page.goto(`${town.hub.url}/dossiers/${hostile[at] ?? ''}`);
    await settled(page);
    await page.getByRole('region', { name: 'Người nộp và lời văn' }).getByRole('button').click();
    await page.getByText('text49').waitFor();
    const texts = textsOf(at);
    expect(await notShown(texts)).toEqual([]);
    expect(await notShown(texts.map((text) => `${text} ${'x'.repeat(300)}`))).toEqual([]);
  });

  it.each([0, 1, 2, 3])('are text on the slip of dossier %i and in the inbox: papers', async (at) => {
    const code = hostile[at] ?? '';
    await page.goto(`${town.hub.url}/dossiers/${code}/slip`);
    await settled(page);
    expect(await notShown(textsOf(at))).toEqual([]);
    await page.goto(`${town.hub.url}/inbox`);
    await takeInHand(page, code);
    await page.getByText(/^50 tệp, /).waitFor();
    expect(await notShown(textsOf(at))).toEqual([]);
  });

  it('are text when a clerk types them himself, and on the receipt', async () => {
    const [name = '', words = ''] = HOSTILE;
    await fillReception(name, words);
    await page.getByRole('article').getByText(name).waitFor();
    expect(await notShown([name])).toEqual([]);
  });

  it('are not taken where a mark in them would hide or turn what stands there, and the form says why', async () => {
    const office = town.software('haiphong-hai-an');
    for (const mark of FORBIDDEN) {
      const taken = received(office, { name: `Nguyễn${mark} Văn Đức` });
      await expect(taken).rejects.toThrow('forbidden-characters');
    }
    await fillReception('Nguyễn\u202e Văn Đức', 'gpj.ốv\u202e');
    await page.getByRole('alert').getByText(/ký tự/).first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Ghi chú' }).inputValue()).toContain('gpj.ốv');
  });

  it('are text in a search that finds nothing, and on the supervisor’s screens', async () => {
    for (const path of ['/dossiers?q=', '/inbox?q=', '/supervision?agency=', '/procedures?q=', '/directory?q=']) {
      await page.goto(`${town.hub.url}${path}${encodeURIComponent(HOSTILE[1] ?? '')}`);
      await settled(page);
      expect(await notShown([])).toEqual([]);
    }
  });
});

describe('the policy of the page', () => {
  it('knows no inline script, and one that is planted does not run', async () => {
    const answer = await page.goto(`${town.hub.url}/inbox`);
    const policy =
      answer?.headers()['content-security-policy'] ??
      (await (await page.request.get(town.hub.url)).headers())['content-security-policy'] ??
      '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe/);
    await settled(page);
    expect(desk.complaints).toEqual([]);
    await page.evaluate(() => {
      const planted = document.createElement('script');
      planted.textContent = 'window.planted = 1';
      document.body.append(planted);
      const image = document.createElement('div');
      image.innerHTML = '<img src="/nothing.png" onerror="window.planted = 2">';
      document.body.append(image);
    });
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('img[onerror]')?.complete === true);
    expect(await page.evaluate(() => 'planted' in window)).toBe(false);
    expect(desk.complaints.join()).toContain('Content Security Policy');
  });
});

describe('on paper', () => {
  it.each([
    ['the list', '/inbox', 'table'],
    ['the slip', '/dossiers/:code/slip', 'article'],
    ['the dossier', '/dossiers/:code', 'h1'],
  ])('%s stands alone: no bar, no rail, no buttons', async (_, path, content) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${town.hub.url}${path.replace(':code', plain)}`);
    await settled(page);
    await page.locator(`main ${content}`).first().waitFor();
    for (const role of ['banner', 'navigation', 'search'] as const)
      expect(await page.getByRole(role).filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('button').filter({ visible: true }).allInnerTexts()).toEqual([]);
    await page.emulateMedia({ media: null });
  });
});

describe('the first visit', () => {
  it('shows the tour in the words of the office, and the next one does not', async () => {
    const newcomer = await town.sit('haiphong-dong-hai.officer', { firstVisit: true });
    const tour = newcomer.page.getByRole('dialog', { name: 'Cho cán bộ một cửa' });
    await tour.getByText('Bước 1 / 4').waitFor();
    for (let step = 1; step < 4; step++) await tour.getByRole('button', { name: 'Tiếp' }).click();
    await tour.getByRole('button', { name: 'Bắt đầu làm việc' }).click();
    await tour.waitFor({ state: 'detached' });
    await newcomer.page.reload();
    await settled(newcomer.page);
    await newcomer.page.getByText('Dữ liệu lúc').or(newcomer.page.getByText('Không có hồ sơ nào')).first().waitFor();
    expect(await newcomer.page.getByRole('dialog').count()).toBe(0);
    expect(newcomer.complaints).toEqual([]);
  });
});
