/** What a supervisor sees come, takes in hand, lets climb, and sees go, without touching the page. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '@lien-thong/client';
import type { Page } from 'playwright-core';
import { until } from '../../../infra/testing/until.js';
import { received, sentTo } from './dossiers.js';
import { Town } from './town.js';
import type { Desk } from './town.js';

jest.setTimeout(120_000);

const WARD = 'haiphong-dong-hai';
let town: Town;
let ward: Desk;
let province: Desk;
let second: Page;
const codes: string[] = [];
/** Streams of alerts that are open in the ward's browser, and the most there ever were at once. */
const streams = { open: 0, most: 0 };

/** An admin takes on a supervisor for the ward: the chain has two stages then. */
async function supervisorOfWard(): Promise<string> {
  const { page, context } = await town.sit('haiphong-supervisor.admin');
  const post = async (path: string, data: object): Promise<unknown> => {
    const headers = { origin: town.hub.url, 'idempotency-key': crypto.randomUUID() };
    const answer = await page.request.post(`${town.hub.url}/v1/agencies/${WARD}/officers${path}`, { data, headers });
    if (answer.status() !== 201) throw new Error(await answer.text());
    return answer.json();
  };
  const name = 'Lê Thị Trông Coi';
  const { id } = (await post('', { name, title: 'Lãnh đạo phường', titleEn: 'Head of the ward' })) as { id: string };
  const given = await post(`/${id}/account`, { subject: `subject of ${id}`, roles: ['supervisor'] });
  await context.close();
  return (given as { account: { id: string } }).account.id;
}

function countStreams({ context }: Desk): void {
  const isStream = (url: string) => url.includes('/v1/alerts/stream');
  context.on('request', (request) => {
    if (!isStream(request.url())) return;
    streams.open += 1;
    streams.most = Math.max(streams.most, streams.open);
  });
  const end = (request: { url: () => string }) => void (isStream(request.url()) && (streams.open -= 1));
  context.on('requestfinished', end);
  context.on('requestfailed', end);
}

beforeAll(async () => {
  // Monday.
  town = await Town.at('2026-11-16T08:00:00+07:00');
  const account = await supervisorOfWard();
  ward = await town.sit(account, { unlisted: true });
  await ward.page.goto('about:blank');
  countStreams(ward);
  await ward.page.goto(`${town.hub.url}/supervision`);
  second = await ward.open('/supervision');
  province = await town.sit('haiphong-supervisor.supervisor');
  const [haiAn, dongHai] = [town.software('haiphong-hai-an'), town.software(WARD)];
  for (let i = 0; i < 3; i++) {
    const code = await received(haiAn);
    await sentTo(dongHai, { from: haiAn, code });
    codes.push(code);
  }
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

const NOT_ACCEPTED = /Đông Hải chưa tiếp nhận 3 hồ sơ/;
const alertOn = (page: Page, sentence: RegExp) => page.getByRole('article', { name: sentence });

describe('three dossiers that a ward does not accept', () => {
  it('call on the screens of its supervisor when their time is over, without a reload', async () => {
    for (const page of [ward.page, second]) {
      await page.getByText('Tự cập nhật').waitFor();
      expect(await alertOn(page, NOT_ACCEPTED).count()).toBe(0);
      await page.evaluate(() => void (window.name = 'never loaded again'));
    }
    await town.hub.goOnTo('2026-11-16T14:05:00+07:00');
    for (const page of [ward.page, second]) {
      await alertOn(page, NOT_ACCEPTED).waitFor();
      expect(await page.evaluate(() => window.name)).toBe('never loaded again');
    }
  });

  it('came to both windows of one browser over one stream', async () => {
    await until(() => streams.open === 1);
    expect(streams.most).toBe(1);
  });

  it('climb to the province when nobody in the ward reacts', async () => {
    const article = alertOn(ward.page, NOT_ACCEPTED);
    await article.getByText(/báo lên cấp trên lúc/).waitFor();
    await town.hub.goOnTo('2026-11-16T15:30:00+07:00');
    await article.getByText('Trung tâm cấp tỉnh').waitFor();
    await alertOn(province.page, NOT_ACCEPTED).getByText('Trung tâm cấp tỉnh').waitFor();
  });

  it('are taken in hand by name, and both see by whom', async () => {
    await alertOn(ward.page, NOT_ACCEPTED).getByRole('button', { name: 'Nhận xử lý' }).click();
    const form = ward.page.getByRole('dialog', { name: 'Nhận xử lý cảnh báo' });
    await form.getByRole('combobox', { name: /^Ghi chú/ }).selectOption({ label: 'Đã gọi cho đơn vị' });
    await form.getByRole('button', { name: 'Ghi nhận' }).click();
    await form.waitFor({ state: 'detached' });
    for (const page of [ward.page, second])
      await alertOn(page, NOT_ACCEPTED)
        .getByText(/Đã nhận xử lý · Lê Thị Trông Coi nhận xử lý lúc/)
        .waitFor();
    await alertOn(province.page, NOT_ACCEPTED)
      .getByText(/Đã nhận xử lý/)
      .waitFor();
  });

  it('are gone when the ward has accepted them, and their alert is over by the facts', async () => {
    for (const code of codes)
      valueOf(await town.software(WARD).actOnDossier({ code, body: { type: 'acceptTransfer' } }));
    await alertOn(ward.page, NOT_ACCEPTED).waitFor({ state: 'detached' });
    await second.getByRole('combobox', { name: 'Tình trạng' }).selectOption({ label: 'Đã kết thúc' });
    const over = second.getByRole('article').filter({ hasText: 'Kết thúc lúc' }).filter({ hasText: 'chưa tiếp nhận' });
    await over
      .first()
      .getByText(/sự việc đã hết/)
      .waitFor();
    const histories: string[] = [];
    for (let at = 0; at < (await over.count()); at++) {
      await over.nth(at).getByRole('button', { name: 'Hồ sơ và diễn biến' }).click();
      await over.nth(at).getByRole('heading', { name: 'Diễn biến' }).waitFor();
      histories.push(await over.nth(at).innerText());
    }
    const hers = histories.filter((history) => history.includes('Nhận xử lý · Lê Thị Trông Coi'));
    expect(hers).toHaveLength(1);
    for (const kind of ['Mở cảnh báo', 'Báo lên cấp trên', 'Hết cảnh báo']) expect(hers[0]).toContain(kind);
  });

  it('and no page has complained', () => {
    expect([...ward.complaints, ...province.complaints]).toEqual([]);
  });
});
