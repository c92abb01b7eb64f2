/** The line and the service fail at the worst moments: nothing is lost, nothing is done twice, nothing is shown as done too early. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '@lien-thong/client';
import type { Locator, Page, Route } from 'playwright-core';
import { until } from '../../../infra/testing/until.js';
import { journalOf, received } from './dossiers.js';
import { choose, press, takeInHand, type } from './keyboard.js';
import { keptOnMachine } from './look.js';
import { Town } from './town.js';
import type { Desk } from './town.js';

jest.setTimeout(180_000);

let town: Town;
let desk: Desk;
let page: Page;
const codes: string[] = [];
const codeAt = (at: number): string => codes[at] ?? '';
const APPLICANT = 'Trần Thị Kẹt Đường';

beforeAll(async () => {
  town = await Town.at('2026-11-23T08:00:00+07:00');
  for (let i = 0; i < 4; i++) codes.push(await received(town.software('haiphong-hai-an')));
  desk = await town.sit('haiphong-hai-an.clerk');
  ({ page } = desk);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

const transfersOf = async (code: string) =>
  (await journalOf(town.software('haiphong-hai-an'), code)).filter((name) => name === 'transferDispatched');
const badge = () => page.getByRole('banner').getByRole('status');

/** The form of the transfer, sent; it stays open until something has become of it. */
async function sendTransfer(code: string): Promise<Locator> {
  await takeInHand(page, code);
  await page.getByRole('complementary').getByRole('button', { name: 'Chuyển hồ sơ', exact: true }).click();
  const form = page.getByRole('dialog', { name: `Chuyển hồ sơ · ${code}` });
  await form.getByRole('button', { name: 'Chuyển hồ sơ', exact: true }).click();
  return form;
}

/** What the outbox says of the acts on a dossier. */
const inOutbox = (code: string) => page.getByRole('row').filter({ hasText: code });
const goTo = (name: string | RegExp) => page.getByRole('link', { name }).first().click();

describe('a line on which the console takes long to come', () => {
  it.each([
    ['vi', 'Việc gấp nhất của đơn vị', /^còn /],
    ['en', 'What is most urgent', / left$/],
  ] as const)(
    'brings the most urgent dossiers first, and the screen in their place: %s',
    async (language, name, left) => {
      const asked = { language, context: { serviceWorkers: 'block' } } as const;
      const { open, context } = await town.sit('haiphong-hai-an.clerk', asked);
      let come = (): void => undefined;
      const comes = new Promise<void>((resolve) => (come = resolve));
      await context.route('**/assets/start-*.js', async (route) => {
        await comes;
        await route.continue();
      });
      const slow = await open('/inbox');
      const first = slow.getByRole('table', { name, exact: true });
      await first.waitFor();
      const rows = await first.getByRole('row').allInnerTexts();
      // Heads, and all four.
      expect(rows).toHaveLength(1 + codes.length);
      for (const code of codes)
        expect(await first.getByRole('link', { name: code }).getAttribute('href')).toBe(`?code=${code}`);
      for (const row of rows.slice(1)) expect(row.split('\t')[0]).toMatch(left);
      expect(await slow.getByRole('main').count()).toBe(0);
      come();
      await slow
        .getByRole('main')
        .getByRole('link', { name: codeAt(0) })
        .waitFor();
      expect(await first.count()).toBe(0);
      await context.close();
    },
  );
});

describe('the service is killed when it has done what it was asked, and its answer is lost', () => {
  it('the act is kept, and nothing says that it is done', async () => {
    const commands = `**/v1/dossiers/${codeAt(0)}/commands`;
    const killed = async (route: Route) => {
      await route.fetch();
      await town.hub.kill9();
      await route.abort();
    };
    await page.context().route(commands, killed, { times: 1 });
    const form = await sendTransfer(codeAt(0));
    await form.getByText('Chưa gửi được vì đường truyền.').waitFor();
    await badge().getByText('mất kết nối').waitFor();
    await badge().getByRole('link', { name: '1 việc chờ gửi' }).waitFor();
    expect(await page.getByText('hệ thống đã nhận').count()).toBe(0);
  });

  it('it is sent again when the service is there again, is shown as received only then, and was done once', async () => {
    await town.hub.start();
    await page.getByText(`Chuyển hồ sơ: hệ thống đã nhận, hồ sơ ${codeAt(0)}`).waitFor({ timeout: 60_000 });
    await badge().getByText('trực tuyến').waitFor();
    expect(await transfersOf(codeAt(0))).toHaveLength(1);
  });
});

describe('the line is cut', () => {
  it('the list keeps what it has and the time of it, and the frame says that there is no line', async () => {
    await takeInHand(page, codeAt(2));
    await takeInHand(page, codeAt(1));
    const before = await page.getByText(/^Dữ liệu lúc/).innerText();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Hồ sơ', exact: true }).click();
    await badge()
      .getByText(/mất kết nối – nghe máy chủ lần cuối lúc \d\d:\d\d/)
      .waitFor();
    await goTo('Hộp việc');
    await page.getByRole('link', { name: codeAt(1), exact: true }).waitFor();
    expect(await page.getByText(/^Dữ liệu lúc/).innerText()).toBe(before);
  });

  it('acts wait, each in its own state', async () => {
    for (const code of [codeAt(1), codeAt(2)]) {
      const form = await sendTransfer(code);
      await form.getByText('Chưa gửi được vì đường truyền.').waitFor();
      await form.getByRole('button', { name: 'Đóng' }).last().click();
    }
    await goTo(/2 việc chờ gửi/);
    for (const code of [codeAt(1), codeAt(2)]) await inOutbox(code).getByText('đã lưu trên máy, chờ gửi').waitFor();
  });

  it('the page opens again without a line, from what is kept on the machine', async () => {
    await page.reload();
    await badge().getByText('mất kết nối').waitFor();
    for (const code of [codeAt(1), codeAt(2)]) await inOutbox(code).getByText('đã lưu trên máy, chờ gửi').waitFor();
  });

  it('and the acts survive the window: another one sends them when the line is back', async () => {
    await page.close();
    // Meanwhile a colleague’s software was first with one of the two.
    valueOf(
      await town
        .software('haiphong-hai-an')
        .actOnDossier({ code: codeAt(1), body: { type: 'transfer', copy: 'paper' } }),
    );
    await desk.context.setOffline(false);
    page = await desk.open('/outbox');
    await inOutbox(codeAt(2)).getByText('hệ thống đã nhận').waitFor({ timeout: 60_000 });
    expect(await transfersOf(codeAt(2))).toHaveLength(1);
  });
});

describe('an act that is refused', () => {
  it('stays with its reason, and holds up only its own dossier', async () => {
    await inOutbox(codeAt(1)).getByText('bị từ chối').waitFor();
    expect((await inOutbox(codeAt(1)).innerText()).length).toBeGreaterThan(100);
    expect(await transfersOf(codeAt(1))).toHaveLength(1);
    await goTo('Hộp việc');
    const form = await sendTransfer(codeAt(3));
    await form.waitFor({ state: 'detached' });
    expect(await transfersOf(codeAt(3))).toHaveLength(1);
  });

  it('is there after a reload, and goes when the officer gives it up', async () => {
    await page.goto(`${town.hub.url}/outbox`);
    await inOutbox(codeAt(1)).getByText('bị từ chối').waitFor();
    await inOutbox(codeAt(1)).getByRole('button', { name: 'Bỏ việc này' }).click();
    await inOutbox(codeAt(1)).getByRole('button', { name: 'Bỏ', exact: true }).click();
    await inOutbox(codeAt(1)).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('Không có việc nào chờ gửi.').waitFor();
  });
});

describe('a reception without a line', () => {
  it('is on the machine with the name of the applicant while it waits', async () => {
    await page.goto(`${town.hub.url}/inbox/receive`);
    await choose(page, 'Thủ tục hành chính', { typed: 'tinh trang hon nhan', wanted: /tình trạng hôn nhân/ });
    await choose(page, 'Nơi cư trú của người yêu cầu', { typed: 'dong hai', wanted: /Phường Đông Hải, .*Hải Phòng/ });
    await type(page, page.getByRole('textbox', { name: /^Họ và tên/ }), APPLICANT);
    await page.context().setOffline(true);
    await press(page, page.getByRole('button', { name: 'Tiếp nhận', exact: true }));
    await page.getByText('Đã lưu trên máy này, chưa gửi được.').waitFor();
    expect(await keptOnMachine(page)).toContain(APPLICANT);
  });

  it('and nothing on the machine names anybody once the service has it', async () => {
    await page.context().setOffline(false);
    await page.getByRole('article').getByText(APPLICANT).waitFor({ timeout: 60_000 });
    await until(async () => !(await keptOnMachine(page)).includes(APPLICANT));
    const { dossiers } = valueOf(await town.software('haiphong-hai-an').listDossiers({ q: 'tran thi ket duong' }));
    expect(dossiers).toHaveLength(1);
    // That there was no line may be said on the console of the browser; nothing else.
    expect(desk.complaints.filter((complaint) => !complaint.includes('unreachable'))).toEqual([]);
  });
});
