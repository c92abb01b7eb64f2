/** What an admin does to people, clicked through: officers, accounts, keys, competences, and what the journal tells of it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../../../infra/testing/until.js';
import { keptOnMachine } from './look.js';
import { pick } from './pick.js';
import { Town } from './town.js';
import type { Desk } from './town.js';

jest.setTimeout(90_000);

const HAI_AN = 'haiphong-hai-an';
const NAME = 'Phạm Thị Mới';
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

/** As the service answers the admin's own session. */
async function told<T>(path: string, page = admin.page): Promise<T> {
  const answer = await page.request.get(`${town.hub.url}${path}`);
  if (answer.status() !== 200) throw new Error(await answer.text());
  return (await answer.json()) as T;
}

interface Officer {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly revision: number;
  readonly active: boolean;
  readonly account: { readonly id: string; readonly roles: readonly string[]; readonly active: boolean } | null;
}
async function newcomer(): Promise<Officer> {
  const { officers } = await told<{ officers: readonly Officer[] }>(`/v1/agencies/${HAI_AN}/officers`);
  const found = officers.find(({ name }) => name === NAME);
  if (found === undefined) throw new Error('he was not taken on');
  return found;
}

const dialog = (page: Page) => page.getByRole('dialog');
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
const gone = (page: Page) => dialog(page).waitFor({ state: 'detached' });

describe('an admin takes on an officer', () => {
  let seat: Desk;

  it('finds the agency without accents, writes him down, and reads him in the list', async () => {
    const { page } = admin;
    await page.goto(`${town.hub.url}/administration`);
    await page.getByRole('searchbox', { name: 'Cơ quan' }).fill('uy ban nhan dan phuong hai an');
    await page.getByRole('link', { name: 'Ủy ban nhân dân phường Hải An' }).click();
    await page.getByRole('button', { name: 'Thêm cán bộ' }).click();
    await dialog(page).getByRole('textbox', { name: 'Họ tên' }).fill(NAME);
    await dialog(page).getByRole('textbox', { name: 'Chức danh (bắt buộc)' }).fill('Cán bộ tư pháp');
    await dialog(page).getByRole('textbox', { name: 'Chức danh (tiếng Anh)' }).fill('Civil-status officer');
    await button(page, 'Lưu').click();
    await page.getByText(`Đã thêm ${NAME}.`).waitFor();
    await rowOf(page, NAME).first().getByText('đang làm việc').waitFor();
    expect(await newcomer()).toMatchObject({ title: 'Cán bộ tư pháp', active: true, account: null });
  });

  it('gives him an account, with which he sits down at his inbox', async () => {
    const { page } = admin;
    await rowOf(page, NAME).getByRole('button', { name: 'Tài khoản' }).click();
    await dialog(page).getByRole('textbox', { name: 'Mã người dùng ở nơi cấp danh tính' }).fill('pham-thi-moi');
    await button(page, 'Cấp tài khoản').click();
    await page.getByText(`Đã cấp tài khoản cho ${NAME}.`).waitFor();
    const { account } = await newcomer();
    expect(account).toMatchObject({ active: true, roles: ['clerk'] });
    seat = await town.sit(account?.id ?? '', { unlisted: true });
    await seat.page.getByRole('heading', { level: 1, name: 'Hộp việc' }).waitFor();
  });

  it('is told when another admin was quicker, and goes on from there', async () => {
    const { page } = admin;
    await rowOf(page, NAME).getByRole('button', { name: 'Sửa' }).click();
    const { id, revision } = await newcomer();
    const answer = await second.page.request.put(`${town.hub.url}/v1/agencies/${HAI_AN}/officers/${id}`, {
      data: { name: NAME, title: 'Phó trưởng phòng', titleEn: 'Deputy head', active: true },
      headers: { origin: town.hub.url, 'if-match': `"v${revision}"` },
    });
    expect(answer.status()).toBe(200);
    await dialog(page).getByRole('textbox', { name: 'Chức danh (bắt buộc)' }).fill('Trưởng phòng');
    await button(page, 'Lưu').click();
    await dialog(page).getByText('Có người đã đổi thông tin').waitFor();
    await dialog(page).getByText('Phó trưởng phòng').waitFor();
    await button(page, 'Tôi đã xem, giữ phần tôi sửa').click();
    await button(page, 'Lưu').click();
    await gone(page);
    expect((await newcomer()).title).toBe('Trưởng phòng');
  });

  it('gives him other roles: what he is signed in with ends', async () => {
    const { page } = admin;
    await rowOf(page, NAME).getByRole('button', { name: 'Tài khoản' }).click();
    await dialog(page)
      .getByRole('checkbox', { name: /^giám sát/ })
      .check();
    await button(page, 'Đổi vai trò').click();
    await page.getByText(`Đã đổi vai trò của ${NAME}`).waitFor();
    expect((await newcomer()).account?.roles).toEqual(['clerk', 'supervisor']);
    await seat.page.reload();
    await until(() => seat.page.url().includes('/sign-in'));
  });

  it('withdraws the account, after having read what follows', async () => {
    const { page } = admin;
    await rowOf(page, NAME).getByRole('button', { name: 'Tài khoản' }).click();
    expect(await button(page, 'Thu hồi tài khoản').isDisabled()).toBe(true);
    await dialog(page).getByRole('checkbox', { name: 'Tôi hiểu: phiên đang mở kết thúc ngay' }).check();
    await button(page, 'Thu hồi tài khoản').click();
    await page.getByText(`Đã thu hồi tài khoản của ${NAME}`).waitFor();
    await rowOf(page, NAME).first().getByText('đã thu hồi').waitFor();
    expect((await newcomer()).account?.active).toBe(false);
  });

  it('and lets him go, which the list says', async () => {
    const { page } = admin;
    await rowOf(page, NAME).getByRole('button', { name: 'Sửa' }).click();
    await dialog(page).getByRole('checkbox', { name: 'Còn làm việc ở đây' }).uncheck();
    await button(page, 'Lưu').click();
    await rowOf(page, NAME).getByText('đã nghỉ, không đăng nhập được').waitFor();
    expect((await newcomer()).active).toBe(false);
  });
});

describe('a key of an agency’s software', () => {
  let key = '';
  const asked = () =>
    fetch(`${town.hub.url}/v1/dossiers?limit=1`, { headers: { authorization: `Bearer ${key}` } }).then(
      ({ status }) => status,
    );

  it('is shown once, and is good for the API', async () => {
    const { page } = admin;
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await dialog(page).getByRole('textbox', { name: 'Phần mềm nào dùng' }).fill('Một cửa Hải An, máy chủ 2');
    await button(page, 'Tạo khóa').click();
    const shown = dialog(page).locator('code');
    await shown.waitFor();
    key = await shown.innerText();
    expect(await asked()).toBe(200);
    await button(page, 'Tôi đã chép, đóng lại').click();
    await gone(page);
    await rowOf(page, 'Một cửa Hải An, máy chủ 2').first().getByText('đang dùng được').waitFor();
    const secret = key.slice(key.lastIndexOf('_') + 1);
    expect(await page.content()).not.toContain(secret);
    expect(await keptOnMachine(page)).not.toContain(secret);
  });

  it('that is revoked is refused from the next request on', async () => {
    const { page } = admin;
    const row = rowOf(page, 'Một cửa Hải An, máy chủ 2').first();
    await row.getByRole('button', { name: 'Thu hồi …' }).click();
    expect(await button(page, 'Thu hồi').isDisabled()).toBe(true);
    await dialog(page).getByRole('checkbox', { name: 'Tôi hiểu: phần mềm đó ngừng gửi và nhận ngay' }).check();
    await button(page, 'Thu hồi').click();
    await row.getByText('đã thu hồi').waitFor();
    expect(await asked()).toBe(401);
  });
});

describe('the journal of administration', () => {
  it('has told all of it: who, what, and what it was before', async () => {
    const { page } = admin;
    const journal = page.getByRole('region', { name: 'Nhật ký quản trị' });
    for (const act of [`Thêm cán bộ ${NAME}`, `Cấp tài khoản cho ${NAME}`, `Đổi vai trò của ${NAME}`])
      await journal.getByRole('rowheader', { name: act }).waitFor();
    await journal.getByText('Trạng thái: đang dùng được → đã thu hồi').waitFor();
    await journal.getByText('Chức danh: Phó trưởng phòng → Trưởng phòng').waitFor();
    await journal.getByRole('combobox', { name: 'Loại việc' }).selectOption({ label: 'Khóa của phần mềm' });
    await journal.getByRole('rowheader', { name: `Thêm cán bộ ${NAME}` }).waitFor({ state: 'detached' });
    // The list as it was goes before the one that was asked for comes.
    await journal.getByRole('rowheader', { name: /^Thu hồi khóa/ }).waitFor();
    expect(await journal.getByRole('rowheader').allInnerTexts()).toEqual([
      'Thu hồi khóa của Một cửa Hải An, máy chủ 2',
      'Tạo khóa cho Một cửa Hải An, máy chủ 2',
    ]);
    const written = JSON.stringify(await told(`/v1/administration/journal?agency=${HAI_AN}&kind=apiKey`));
    expect(written).toContain('keyRevoked');
    expect(written).not.toMatch(/secret|hash/i);
  });
});

describe('competence for a procedure of ward Đông Hải', () => {
  const TABLE = '/administration/competences?procedure=9.000001&area=11411';

  it('is ended with today, and given to Hải An from tomorrow', async () => {
    const { page } = admin;
    await page.goto(`${town.hub.url}${TABLE}`);
    await page.getByRole('button', { name: 'Kết thúc …' }).click();
    await dialog(page).getByRole('textbox', { name: 'Ngày cuối có hiệu lực' }).fill('18/11/2026');
    await button(page, 'Kết thúc').click();
    await dialog(page).getByText('Chọn ngày 19/11/2026 hoặc muộn hơn.').waitFor();
    await dialog(page).getByRole('textbox', { name: 'Ngày cuối có hiệu lực' }).fill('19/11/2026');
    await button(page, 'Kết thúc').click();
    await page.getByText(/Thẩm quyền của .*Đông Hải kết thúc sau ngày 19\/11\/2026/).waitFor();
    await page.getByRole('button', { name: 'Thêm quy định …' }).click();
    await pick(page, {
      label: 'Cơ quan có thẩm quyền',
      typed: 'phuong hai an',
      chosen: /^Ủy ban nhân dân phường Hải An/,
    });
    await pick(page, { label: 'Thủ tục của quy định', typed: '9.000001', chosen: /9\.000001/ });
    await pick(page, { label: 'Gõ rồi chọn', typed: 'phuong dong hai', chosen: /11411/ });
    await dialog(page).getByRole('textbox', { name: 'Ngày đầu có hiệu lực' }).fill('20/11/2026');
    await dialog(page).getByRole('textbox', { name: 'Căn cứ pháp lý' }).fill('Quyết định 12/QĐ-UBND');
    await button(page, 'Thêm quy định').click();
    await page.getByText('có thẩm quyền từ 20/11/2026').waitFor();
    const { competences } = await told<{ competences: readonly object[] }>(
      '/v1/competences?procedure=9.000001&area=11411',
    );
    expect(competences).toMatchObject([
      { agency: { id: 'haiphong-dong-hai' }, validTo: '2026-11-19' },
      { agency: { id: HAI_AN }, validFrom: '2026-11-20', validTo: null, verified: 'no' },
    ]);
  });

  it('and from that day on the directory names Hải An, by the rule that was added', async () => {
    await town.hub.goOnTo('2026-11-20T08:00:00+07:00');
    const clerk = await town.sit('haiphong-hai-an.clerk');
    await clerk.page.goto(`${town.hub.url}/directory?area=commune:11411&procedure=9.000001`);
    const answer = clerk.page.getByRole('region', { name: 'Ai có thẩm quyền?' });
    await answer.getByRole('link', { name: 'Ủy ban nhân dân phường Hải An' }).waitFor();
    await answer.getByText('Quyết định 12/QĐ-UBND').waitFor();
    expect([...admin.complaints, ...second.complaints, ...clerk.complaints]).toEqual([]);
  });
});
