/** A timeline nobody could keep is written, seen to be so, put right, and published by another than who wrote it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '@lien-thong/client';
import type { Page } from 'playwright-core';
import { until } from '../../../infra/testing/until.js';
import { received } from './dossiers.js';
import { Town } from './town.js';
import type { Desk } from './town.js';

/** Proofs take their time on a busy machine. */
const PROVED_MS = 90_000;
jest.setTimeout(2 * PROVED_MS);

const CODE = '1.004873';
let town: Town;
let drafter: Desk;
let approver: Desk;

beforeAll(async () => {
  // Thursday.
  town = await Town.at('2026-11-19T09:00:00+07:00');
  drafter = await town.sit('haiphong-supervisor.admin');
  approver = await town.sit('haiphong-supervisor.approver');
  for (const { page } of [drafter, approver]) page.setDefaultTimeout(PROVED_MS);
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

const proof = (page: Page) => page.getByRole('complementary', { name: 'Tính khả thi khi đang soạn' });
/** Of the proof: what is shown belongs to what is written. */
const upToDate = (page: Page) => proof(page).getByText('Đúng với nội dung đang soạn.').waitFor();
/** After its mark. The first of the proof is on what is written; those of ways out come after it. */
const VERDICTS = /^.?(an toàn|an toàn nếu chia lại hạn|tùy lúc nộp|quá hạn từ trong quy định|không thể giữ hạn)$/;
async function becomes(page: Page, words: string): Promise<void> {
  const first = proof(page).getByText(VERDICTS).first();
  await until(async () => (await first.innerText()).slice(1).trim() === words, PROVED_MS);
  await upToDate(page);
}

async function write(page: Page, [group, label]: readonly [string, string], text: string): Promise<void> {
  await page.getByRole('group', { name: group }).getByRole('textbox', { name: label }).first().fill(text);
}

describe('an admin who drafts a timeline', () => {
  it('begins with the version in force', async () => {
    const { page } = drafter;
    await page.goto(`${town.hub.url}/procedures/${CODE}`);
    await page.getByRole('button', { name: 'Soạn bản mới từ bản này' }).click();
    await page.waitForURL(`**/procedures/${CODE}/versions/2`);
    await page.getByText('Mọi thứ đã lưu.').waitFor();
  });

  it('sees that it is overdue by construction as soon as he has written it, before it is saved', async () => {
    const { page } = drafter;
    // No waits of the applicant: what is left is proved in a moment.
    await page.getByRole('heading', { name: 'Chờ người nộp' }).click();
    await write(page, ['Bổ sung hồ sơ', 'Số lần yêu cầu bổ sung'], '0');
    await write(page, ['Bước 1', 'Ngân sách'], '9');
    await page.getByText('2 chỗ chưa lưu').waitFor();
    await becomes(page, 'quá hạn từ trong quy định');
    await proof(page).getByRole('heading', { name: 'Trường hợp xấu nhất' }).waitFor();
    await proof(page)
      .getByText(/: vượt /)
      .first()
      .waitFor();
  });

  it('sees in which hours of the year it is so, and has one of them explained by the keyboard', async () => {
    const { page } = drafter;
    const year = proof(page).getByRole('application', { name: /^Bản đồ năm theo ngày và giờ tiếp nhận/ });
    const says = async (words: string): Promise<void> =>
      until(async () => (await year.getAttribute('aria-label'))?.includes(words) === true);
    await year.focus();
    await says('Thứ Hai 02/11/2026, từ 7 đến 8 giờ: 30/30 phút tiếp nhận có thể quá hạn');
    await page.keyboard.press('ArrowDown');
    await says('Thứ Hai 02/11/2026, từ 8 đến 9 giờ: 60/60 phút');
    await page.keyboard.press('Enter');
    await proof(page)
      .getByText(/^Tiếp nhận lúc 08:\d\d 02\/11\/2026/)
      .waitFor();
    for (const key of ['ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
    await says('Chủ nhật 01/11/2026, từ 7 đến 8 giờ: không tiếp nhận');
  });

  it('learns the verdicts of the other routes without asking', async () => {
    const { page } = drafter;
    for (const route of ['nơi nhận tự giải quyết', 'chuyển bản giấy qua bưu chính']) {
      await proof(page).getByRole('listitem').filter({ hasText: route }).getByText(VERDICTS).waitFor();
    }
    await proof(page).getByText('Cùng hai cơ quan, cùng nội dung đang soạn.').waitFor();
  });

  it('is offered ways out with their verdicts, and takes one over with a click: the verdict changes', async () => {
    const { page } = drafter;
    await proof(page).getByRole('button', { name: 'Tìm lối ra' }).click();
    const safe = proof(page)
      .getByRole('article')
      .filter({ has: page.getByText(/^.?an toàn$/) })
      .filter({ has: page.getByRole('button', { name: /^Áp dụng/ }) });
    await safe.first().waitFor();
    await safe
      .first()
      .getByRole('button', { name: /^Áp dụng/ })
      .click();
    await becomes(page, 'an toàn');
  });

  it('saves it, and finds it as he left it', async () => {
    const { page } = drafter;
    await page.getByRole('button', { name: 'Lưu nháp' }).click();
    await page.getByText('Đã lưu bản nháp 2.').waitFor();
    await page.getByText('Mọi thứ đã lưu.').waitFor();
    await page.reload();
    await page.getByText('Mọi thứ đã lưu.').waitFor();
    await becomes(page, 'an toàn');
  });

  it('may not publish it himself', async () => {
    const { page } = drafter;
    await page.getByRole('button', { name: 'Công bố …' }).click();
    const form = page.getByRole('dialog', { name: 'Công bố bản 2' });
    await form.getByText('hệ thống sẽ yêu cầu người thứ hai').waitFor();
    await publish(page);
    await form.getByRole('alert').getByText(/người/).first().waitFor();
    expect(await form.getByText('✓ Đã công bố').count()).toBe(0);
  });
});

/** Reads the verdict, gives a reason where one is asked for, and publishes. */
async function publish(page: Page): Promise<void> {
  const form = page.getByRole('dialog', { name: 'Công bố bản 2' });
  await form.getByRole('heading', { name: 'Kết luận bạn đang đọc và sẽ đứng tên' }).waitFor();
  const reason = form.getByRole('textbox', { name: /^Lý do công bố/ });
  if ((await reason.count()) > 0) await reason.fill('Thí điểm theo chỉ đạo của Ủy ban nhân dân thành phố');
  await form.getByRole('button', { name: 'Công bố', exact: true }).click();
}

describe('a second person', () => {
  it('reads the verdict and publishes it from tomorrow on', async () => {
    const { page } = approver;
    await page.goto(`${town.hub.url}/procedures/${CODE}/versions/2`);
    await page.getByRole('button', { name: 'Công bố …' }).click();
    await publish(page);
    await page
      .getByRole('dialog')
      .getByText(/✓ Đã công bố bản 2, có hiệu lực từ 20\/11\/2026/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Bản đã công bố không sửa được').first().waitFor();
  });

  it('and dossiers of tomorrow are counted by it, those of today are not', async () => {
    const office = town.software('haiphong-hai-an');
    const versionOf = async (code: string) => valueOf(await office.readDossier({ code })).procedure.version;
    expect(await versionOf(await received(office))).toBe(1);
    await town.hub.goOnTo('2026-11-20T08:00:00+07:00');
    expect(await versionOf(await received(office))).toBe(2);
    expect([...drafter.complaints, ...approver.complaints]).toEqual([]);
  });
});
