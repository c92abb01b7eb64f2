/** Decisions that are seldom taken: of supervisors, of second persons, about the past, about time that is nobody's fault. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '@lien-thong/client';
import type { Dossier, Timeline } from '@lien-thong/client';
import type { Locator } from 'playwright-core';
import { formOf, moment, openedDossier, pressed, sent } from './act-forms.js';
import { journalOf } from './dossiers.js';
import { keptOnMachine } from './look.js';
import { reliefOfOutages } from './relief.js';
import { Town } from './town.js';
import type { Desk } from './town.js';
import { dossiersUnderWay } from './under-way.js';

jest.setTimeout(60_000);

const HAI_AN = 'haiphong-hai-an';
const DONG_HAI = 'haiphong-dong-hai';
const at = (time: string, day = '23'): string => `2026-11-${day}T${time}:00+07:00`;

let town: Town;
let clerk: Desk;
let supervisor: Desk;
let admin: Desk;
let approver: Desk;
let codes = { land: '', sent: '', copy: '', vehicle: '' };

const readOf = async (code: string, agency = DONG_HAI): Promise<Dossier> =>
  valueOf(await town.software(agency).readDossier({ code }));
const timelineOf = async (code: string, agency = DONG_HAI): Promise<Timeline> =>
  valueOf(await town.software(agency).readTimeline({ code }));

beforeAll(async () => {
  // Friday.
  town = await Town.at(at('15:00', '20'));
  admin = await town.sit('haiphong-supervisor.admin');
  approver = await town.sit('haiphong-supervisor.approver');
  await reliefOfOutages(town, [admin.page, approver.page]);
  await town.hub.goOnTo(at('08:00'));
  codes = await dossiersUnderWay(town, at);
  clerk = await town.sit(`${DONG_HAI}.clerk`);
  supervisor = await town.sit('haiphong-supervisor.supervisor');
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

const openDossier = ({ page }: Desk, code: string, search = '') =>
  openedDossier(page, `${town.hub.url}/dossiers/${code}${search}`);
const opened = async (desk: Desk, code: string, name: string) => pressed(await openDossier(desk, code), code, name);

describe('a dossier that was sent back twice', () => {
  it('leads from its alert to the form of the decision, and the supervisor sends it on', async () => {
    const { page } = supervisor;
    await page.goto(`${town.hub.url}/supervision`);
    const alert = page.getByRole('article').filter({ hasText: 'Điều chuyển' }).first();
    await alert.getByRole('button', { name: 'Hồ sơ và diễn biến' }).click();
    await alert.getByRole('link', { name: `Điều chuyển: ${codes.sent}` }).click();
    const form = formOf(page, 'Điều chuyển', codes.sent);
    await form.getByRole('combobox', { name: 'Cơ quan nhận' }).fill('cong an phuong dong hai');
    await page.getByRole('option', { name: /Công an phường Đông Hải/ }).click();
    await form.getByRole('combobox', { name: 'Lý do' }).selectOption({ label: 'Bị trả lại nhiều lần' });
    await sent(form, 'Điều chuyển');
    expect(new URL(page.url()).search).toBe('');
    expect(await readOf(codes.sent, HAI_AN)).toMatchObject({ phase: 'inTransfer', transfer: { attempt: 4 } });
    expect(await journalOf(town.software(HAI_AN), codes.sent)).toContain('transferRedirected');
  });

  it('says why when the decision is over, and no other word of an address opens anything', async () => {
    const page = await openDossier(supervisor, codes.sent, '?act=redirectTransfer');
    await page.getByText('“Điều chuyển” chưa làm được:').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await openDossier(supervisor, codes.sent, '?act=destroy');
    expect([await page.getByRole('dialog').count(), await page.getByText('chưa làm được:').count()]).toEqual([0, 0]);
  });
});

describe('an opinion that is no longer needed', () => {
  it('is cancelled by who asked for it', async () => {
    const inspection = await town.sit('haiphong-inspection.clerk', { unlisted: true });
    const form = await opened(inspection, codes.vehicle, 'Hủy lấy ý kiến');
    await form.getByRole('combobox', { name: 'Lý do' }).selectOption({ label: 'Hỏi nhầm cơ quan' });
    await sent(form, 'Hủy lấy ý kiến');
    const { consultations } = await readOf(codes.vehicle, 'haiphong-inspection');
    expect(consultations.map(({ key, state }) => [key, state])).toEqual([['fileStation', 'cancelled']]);
    await inspection.page.getByRole('region', { name: 'Lấy ý kiến' }).getByText('đã hủy').waitFor();
    expect(inspection.complaints).toEqual([]);
    await inspection.context.close();
  });
});

describe('a limit that is extended', () => {
  it('says by how much and on which ground, in the form, in the journal and on the timeline', async () => {
    const before = await readOf(codes.copy);
    const form = await opened(clerk, codes.copy, 'Gia hạn');
    expect(await form.getByRole('textbox', { name: 'Căn cứ pháp lý' }).inputValue()).toContain('23/2015/NĐ-CP');
    await form.getByRole('textbox', { name: 'Thêm bao lâu' }).fill('1wd');
    await form.getByRole('combobox', { name: 'Lý do' }).selectOption({ label: 'Hồ sơ phức tạp' });
    await form.getByRole('button', { name: 'Xem trước' }).click();
    await form.getByText('Chưa có gì được gửi.').waitFor();
    await sent(form, 'Gia hạn');
    const after = await readOf(codes.copy);
    expect(Date.parse(after.promise?.at ?? '')).toBeGreaterThan(Date.parse(before.promise?.at ?? ''));
    const timeline = clerk.page.getByRole('region', { name: 'Dòng thời gian' });
    await timeline.getByText(/Đã gia hạn thêm 1 ngày làm việc/).waitFor();
    await timeline.getByText(/23\/2015\/NĐ-CP/).waitFor();
  });
});

describe('time that does not count', () => {
  it('is suspended on a ground and goes on again', async () => {
    await town.hub.goOnTo(at('10:30'));
    const form = await opened(clerk, codes.land, 'Tạm dừng');
    await form.getByRole('radio', { name: 'Theo yêu cầu của tòa án, cơ quan điều tra' }).check();
    await form.getByRole('textbox', { name: 'Số văn bản, thông báo' }).fill('QD-12/2026');
    await sent(form, 'Tạm dừng');
    expect((await readOf(codes.land)).phase).toBe('suspended');
    await town.hub.goOnTo(at('11:00'));
    await sent(await opened(clerk, codes.land, 'Tiếp tục'), 'Tiếp tục');
    expect((await readOf(codes.land)).phase).toBe('processing');
  });

  it('is an outage that one admin records and another approves, and then is the system’s own', async () => {
    const [{ page: first }, { page: second }] = [admin, approver];
    await first.goto(`${town.hub.url}/supervision/outages`);
    await first.getByRole('button', { name: 'Ghi nhận sự cố…' }).click();
    const form = first.getByRole('dialog', { name: 'Ghi nhận sự cố' });
    await form.getByRole('combobox', { name: 'Hệ thống' }).selectOption({ label: 'Hệ thống một cửa điện tử' });
    await moment(form, 'Từ', ['23/11/2026', '08:10']);
    await moment(form, 'Đến', ['23/11/2026', '08:40']);
    await form.getByRole('textbox', { name: 'Biên bản, mã sự cố' }).fill('BB-17/STTTT');
    await form.getByRole('textbox', { name: 'Lý do' }).fill('Máy chủ ngừng');
    await form.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await form.waitFor({ state: 'detached' });
    await second.goto(`${town.hub.url}/supervision/outages`);
    await second.getByRole('button', { name: /Chi tiết/ }).click();
    await second.getByRole('button', { name: 'Xem trước khi duyệt' }).click();
    await second.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await second.getByText('✓ xong').waitFor();
    const { segments } = await timelineOf(codes.sent, HAI_AN);
    const system = segments.filter(({ owner }) => owner.kind === 'system');
    expect(system.map(({ legalMinutes }) => legalMinutes)).toEqual([30]);
    const page = await openDossier(supervisor, codes.sent);
    const timeline = page.getByRole('region', { name: 'Dòng thời gian' });
    expect(await timeline.getByRole('img').first().getAttribute('aria-label')).toMatch(/hệ thống[^;]* 30ph/);
    await timeline.getByRole('listitem').filter({ hasText: 'gặp sự cố (Hệ thống một cửa điện tử)' }).waitFor();
    const journal = page.getByRole('region', { name: 'Nhật ký' });
    await journal.getByText(/BB-17\/STTTT/).waitFor();
  });
});

describe('facts entered late', () => {
  const openedLate = async (): Promise<Locator> => {
    const form = await opened(clerk, codes.land, 'Ghi sự việc biết muộn');
    for (const [nth, [kind, time]] of [['Tạm dừng', '14:00'] as const, ['Tiếp tục', '15:00'] as const].entries()) {
      await form.getByRole('button', { name: 'Thêm sự việc' }).click();
      await form.getByRole('combobox', { name: 'Sự việc' }).nth(nth).selectOption({ label: kind });
      await moment(form, 'Xảy ra lúc', ['23/11/2026', time, nth]);
    }
    await form.getByRole('radio', { name: 'Hệ thống dùng chung gặp sự cố' }).check();
    await form.getByRole('combobox', { name: 'Hệ thống gặp sự cố' }).selectOption({ label: 'Cơ sở dữ liệu đất đai' });
    await form.getByRole('textbox', { name: 'Số văn bản, thông báo' }).first().fill('TB-3/2026');
    await form.getByRole('combobox', { name: 'Lý do' }).selectOption({ label: 'Theo sổ, phiếu giấy' });
    return form;
  };

  it('need a second person when they happened long ago, and the form says so at its field', async () => {
    await town.hub.goOnTo(at('13:30', '24'));
    const step = { type: 'startStep', step: 'signature' } as const;
    valueOf(await town.software(DONG_HAI).actOnDossier({ code: codes.land, body: step }));
    await town.hub.goOnTo(at('14:00', '24'));
    const form = await openedLate();
    await form.getByRole('button', { name: 'Ghi sự việc biết muộn', exact: true }).click();
    await form
      .getByText(/người thứ hai/i)
      .last()
      .waitFor();
    await form.getByRole('combobox', { name: 'Người thứ hai đồng ý' }).selectOption({ index: 1 });
    await sent(form, 'Ghi sự việc biết muộn');
    const { journal } = await timelineOf(codes.land);
    const entered = journal.find(({ type }) => type === 'dossier.lateFactsEntered.v1');
    expect(entered?.data).toMatchObject({ approvedBy: `${DONG_HAI}.officer`, facts: [{}, {}] });
  });

  it('stand in the journal in words: what happened when, who agreed, no code of software', async () => {
    const journal = clerk.page.getByRole('region', { name: 'Nhật ký' });
    const entry = journal.getByRole('listitem').filter({ hasText: 'Theo sổ, phiếu giấy' }).first();
    await entry.waitFor();
    const said = await entry.innerText();
    for (const text of [
      'Tạm dừng giải quyết 14:00',
      'hệ thống gặp sự cố: Cơ sở dữ liệu đất đai',
      'Giải quyết tiếp 15:00',
    ])
      expect(said).toContain(text);
    expect(said).not.toContain(`${DONG_HAI}.`);
  });
});

describe('a claim that makes a later fact impossible', () => {
  it('is kept as a conflict, and whoever made it is told', async () => {
    const form = await opened(clerk, codes.land, 'Sửa giờ một sự việc');
    const fact = form.getByRole('combobox', { name: 'Sự việc cần sửa' });
    const step = fact.getByRole('option', { name: /Bắt đầu bước.*23\/11\/2026/ });
    await fact.selectOption((await step.getAttribute('value')) ?? '');
    await moment(form, 'Thời điểm đúng', ['23/11/2026', '10:20']);
    await form.getByRole('combobox', { name: 'Lý do' }).selectOption({ label: 'Ghi nhầm' });
    await form.getByRole('button', { name: 'Sửa giờ một sự việc', exact: true }).click();
    await form
      .getByText(/mâu thuẫn/i)
      .first()
      .waitFor();
    expect((await readOf(codes.land)).openConflicts).toHaveLength(1);
  });

  it('is settled by the supervisor, from the list of conflicts', async () => {
    const { page } = supervisor;
    await page.goto(`${town.hub.url}/supervision/conflicts`);
    await page.getByRole('link', { name: `Mở hồ sơ để giải quyết ${codes.land}` }).click();
    const form = formOf(page, 'Giải quyết mâu thuẫn', codes.land);
    await form.getByRole('radio', { name: 'Giữ nguyên: nhật ký ghi đúng' }).check();
    await form.getByRole('combobox', { name: 'Lý do' }).selectOption({ label: 'Đã hỏi cả hai bên' });
    await sent(form, 'Giải quyết mâu thuẫn');
    expect((await readOf(codes.land)).openConflicts).toEqual([]);
    await page.goto(`${town.hub.url}/supervision/conflicts?state=settled`);
    await page.getByRole('row').filter({ hasText: codes.land }).getByText('✓ giữ nhật ký').waitFor();
  });
});

describe('a reception that the service refused', () => {
  const APPLICANT = 'Nguyễn Thị Sửa Lại';
  const inOutbox = () => clerk.page.getByRole('row').filter({ hasText: APPLICANT });

  it('is amended from the outbox with all that was typed, and taken once', async () => {
    const { page } = clerk;
    await page.goto(`${town.hub.url}/inbox/receive`);
    await page.getByRole('combobox', { name: 'Thủ tục hành chính' }).fill('1.012817');
    await page.getByRole('option').first().click();
    await page.getByRole('combobox', { name: 'Nơi có nhà, đất hoặc tài sản' }).fill('dong hai');
    await page.getByRole('option', { name: /Phường Đông Hải, .*Hải Phòng/ }).click();
    await page.getByRole('textbox', { name: /^Họ và tên/ }).fill(APPLICANT);
    await page.getByRole('textbox', { name: 'Số điện thoại' }).fill('0912 345 678');
    await page.getByRole('textbox', { name: 'Ghi chú' }).fill('gpj.ốv\u202e');
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await page.getByRole('alert').getByText(/ký tự/).first().waitFor();
    await page.goto(`${town.hub.url}/outbox`);
    await inOutbox().getByText('bị từ chối').waitFor();
    await inOutbox().getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
    expect(page.url()).not.toContain('0912');
    await page.getByRole('alert').getByText(/ký tự/).first().waitFor();
    expect(await page.getByRole('textbox', { name: /^Họ và tên/ }).inputValue()).toBe(APPLICANT);
    expect(await page.getByRole('textbox', { name: 'Số điện thoại' }).inputValue()).toBe('0912 345 678');
    await page.getByRole('group', { name: 'Nơi có nhà, đất hoặc tài sản' }).getByText('Phường Đông Hải').waitFor();
    await page.getByRole('textbox', { name: 'Ghi chú' }).fill('Hẹn gọi lại');
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await page.getByRole('article').getByText(APPLICANT).waitFor();
    await page.goto(`${town.hub.url}/outbox`);
    await page.getByText('Không có việc nào chờ gửi.').waitFor();
    expect(await keptOnMachine(page)).not.toContain(APPLICANT);
    const { dossiers } = valueOf(await town.software(DONG_HAI).listDossiers({ q: 'nguyen thi sua lai' }));
    expect(dossiers).toHaveLength(1);
  });
});

describe('the timeline of such a dossier', () => {
  it('shows a bar for each who had it, and hatches what did not count, with its ground', async () => {
    const page = await openDossier(clerk, codes.land);
    const timeline = page.getByRole('region', { name: 'Dòng thời gian' });
    const spoken = (await timeline.getByRole('img').first().getAttribute('aria-label')) ?? '';
    for (const holder of ['Thuế', 'khách quan', 'hệ thống', 'Đông Hải', 'Hải An'])
      expect(spoken.toLowerCase()).toContain(holder.toLowerCase());
    const text = await timeline.innerText();
    for (const ground of ['tòa án', 'tạm dừng do hệ thống gặp sự cố']) expect(text).toContain(ground);
    expect(text).not.toMatch(/courtOrder|systemOutage|landDatabase/);
    const hatched = await timeline.locator('svg rect[fill^="url("]').count();
    expect(hatched).toBeGreaterThanOrEqual(2);
  });

  it('is for the agency that was asked its own part alone', async () => {
    const tax = await town.sit('haiphong-tax.officer', { unlisted: true });
    const page = await openDossier(tax, codes.land);
    await page.getByText('Cơ quan bạn chỉ được lấy ý kiến nên chỉ thấy phần của mình.').waitFor();
    const region = page.getByRole('region', { name: 'Việc có thể làm' });
    await region.getByRole('button', { name: 'Trả lời ý kiến' }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/tòa án|sự cố|Mâu thuẫn/);
    expect(tax.complaints).toEqual([]);
  });

  it('and no page has complained', () => {
    expect([clerk, supervisor, admin, approver].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
