/** Open dossiers brought under another version of their procedure, clicked through by two admins: drafted, foretold, approved, taken back. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '@lien-thong/client';
import type { Page } from 'playwright-core';
import { until } from '../../../infra/testing/until.js';
import { received } from './dossiers.js';
import { pick } from './pick.js';
import { published } from './published.js';
import { Town } from './town.js';
import type { Desk } from './town.js';

jest.setTimeout(180_000);

const HAI_AN = 'haiphong-hai-an';
const CODE = '1.004873';
/** At the counter alone: what is left is proved in a moment. */
const LIMIT = { counter: '0.5wd', online: null, post: null };
let town: Town;
let admin: Desk;
let second: Desk;

beforeAll(async () => {
  // Thursday.
  town = await Town.at('2026-11-19T08:00:00+07:00');
  admin = await town.sit('haiphong-supervisor.admin');
  second = await town.sit('haiphong-supervisor.approver');
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

describe('open dossiers under a version with half a day in place of one and a half', () => {
  let [late, early] = ['', ''];
  let amendment = '';
  const at = (desk: Desk) => desk.page.goto(`${town.hub.url}/amendments/${amendment}`);
  const dueOf = async (code: string) => {
    const { clocks } = valueOf(await town.software(HAI_AN).readClocks({ code }));
    return clocks.find(({ kind }) => kind === 'legal')?.dueAt;
  };

  it('begin with a draft, and a dry run tells each one’s old and new due minute', async () => {
    const office = town.software(HAI_AN);
    late = await received(office);
    const cases = [{ key: 'standard', name: 'Trường hợp thông thường', nameEn: 'Standard case', limits: LIMIT }];
    const supplement = { policy: 'pause', maxRounds: 0, timeout: '30cd' };
    await published({
      ...{ url: town.hub.url, drafter: admin.page, approver: second.page, code: CODE },
      ...{ changes: { cases, supplement }, effectiveFrom: '2026-11-20' },
    });
    await town.hub.goOnTo('2026-11-19T14:30:00+07:00');
    early = await received(office);
    await town.hub.goOnTo('2026-11-20T08:00:00+07:00');
    const { page } = admin;
    await page.goto(`${town.hub.url}/amendments?write=new`);
    await pick(page, { label: 'Thủ tục', typed: CODE, chosen: /1\.004873/ });
    await page.getByRole('checkbox', { name: /^bản 1, hiệu lực từ/ }).check();
    await page
      .getByRole('combobox', { name: 'Chuyển sang bản' })
      .selectOption({ label: 'bản 2, hiệu lực từ 20/11/2026' });
    await page.getByRole('radio', { name: /^Thời hạn mới, tính lại từ đầu/ }).check();
    await page.getByRole('textbox', { name: /^Quy định chuyển tiếp/ }).fill('Nghị định 118/2025/NĐ-CP, Điều 40');
    await page.getByRole('textbox', { name: /^Lý do/ }).fill('Thời hạn được cắt giảm');
    await page.getByRole('button', { name: 'Lưu bản soạn' }).click();
    await page.waitForURL(/amendments\/[0-9a-f-]{36}/);
    amendment = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('button', { name: 'Xem thử', exact: true }).click();
    const lateRow = rowOf(page, late).last();
    await lateRow.getByText('thành quá hạn').waitFor();
    expect(await lateRow.innerText()).toMatch(/14:00 20\/11\/2026\s*→\s*\d\d:\d\d 19\/11\/2026/);
    const earlyRow = rowOf(page, early).last();
    expect(await earlyRow.innerText()).toMatch(/→\s*\d\d:\d\d 20\/11\/2026/);
    expect(await earlyRow.getByText('thành quá hạn').count()).toBe(0);
  });

  it('are not approved by who drafted it', async () => {
    const { page } = admin;
    await page.getByText('Bạn đã soạn hoặc sửa bản này, nên người khác phải duyệt.').waitFor();
    await page.getByRole('checkbox', { name: new RegExp(late) }).check();
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await page.getByRole('alert').getByText('Việc này cần người thứ hai.').waitFor();
  });

  it('wait for a second person, who names the one that becomes overdue, and are brought under it', async () => {
    const { page } = second;
    await at(second);
    await page.getByText('Hồ sơ thành quá hạn chỉ vì thay đổi này').waitFor();
    expect(await page.getByRole('button', { name: 'Duyệt', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: new RegExp(late) }).check();
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await page.getByText('Đã duyệt; hồ sơ đang được chuyển.').waitFor();
    for (const desk of [admin, second]) {
      await desk.page.getByRole('heading', { name: 'Đề nghị hoàn lại' }).waitFor();
      await rowOf(desk.page, early).last().getByText('đã chuyển').waitFor();
    }
    expect(await dueOf(late)).toMatch(/^2026-11-19T/);
    await rowOf(page, late).last().getByText('đã nêu tên').waitFor();
  });

  it('show their clerk the new due minute and why it moved', async () => {
    const clerk = await town.sit('haiphong-hai-an.clerk');
    await clerk.page.goto(`${town.hub.url}/dossiers/${late}`);
    await clerk.page
      .getByText(/quá hạn/)
      .first()
      .waitFor();
    await clerk.page
      .getByText(/bản 1 → bản 2/)
      .first()
      .waitFor();
    const there = new Date(Date.parse((await dueOf(late)) ?? '') + 7 * 3_600_000).toISOString();
    await clerk.page
      .getByText(`${there.slice(11, 16)} 19/11/2026`)
      .first()
      .waitFor();
    expect(clerk.complaints).toEqual([]);
    await clerk.context.close();
  });

  it('are taken back within the time by two persons: clocks stand as before', async () => {
    const asking = admin.page;
    await at(admin);
    await asking.getByRole('textbox', { name: 'Lý do hoàn lại' }).fill('Áp dụng nhầm điều khoản chuyển tiếp');
    await asking.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await asking.getByText('Bạn đã đề nghị hoàn lại, nên người khác phải duyệt.').waitFor();
    await at(second);
    await second.page.getByRole('button', { name: 'Duyệt hoàn lại' }).click();
    await second.page.getByText('Đã duyệt; hồ sơ đang được hoàn lại.').waitFor();
    await rowOf(second.page, late).last().getByText('đã hoàn lại').waitFor();
    await until(async () => (await dueOf(late)) === '2026-11-20T07:00:00.000Z');
    expect(await (await asking.request.get(`${town.hub.url}/v1/amendments/${amendment}`)).json()).toMatchObject({
      state: 'reverted',
    });
  });

  it('and no page has complained', () => {
    expect([...admin.complaints, ...second.complaints]).toEqual([]);
  });
});
