/** A day of two offices at their keyboards: a dossier comes in at one, is decided at the other, and goes home. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { journalOf, received } from './dossiers.js';
import { act, choose, press, tabTo, takeInHand, type } from './keyboard.js';
import { Town } from './town.js';
import type { Desk } from './town.js';

jest.setTimeout(120_000);

let town: Town;
let haiAn: Desk;
let dongHai: Desk;
let code = '';
let other = '';

beforeAll(async () => {
  town = await Town.at('2026-11-23T08:00:00+07:00');
  other = await received(town.software('haiphong-hai-an'), { name: 'Phạm Thị Hòa' });
  haiAn = await town.sit('haiphong-hai-an.clerk');
  dongHai = await town.sit('haiphong-dong-hai.clerk');
  await markWindow(dongHai.page);
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

/** A page that is loaded again forgets it. */
const markWindow = (page: Page) => page.evaluate(() => void (window.name = 'never loaded again'));
const dialogs = (page: Page) => page.getByRole('dialog').count();

describe('in the morning at the counter of Hải An', () => {
  it('keys rest while a name is typed with Telex, and the letters arrive', async () => {
    const { page } = haiAn;
    const field = page.getByRole('searchbox', { name: 'Tìm trong hộp việc' });
    await type(page, field, 'Jjk h123?/Huwowng');
    expect(await field.inputValue()).toBe('Jjk h123?/Huwowng');
    const typing = await page.context().newCDPSession(page);
    for (const text of ['h', 'hu', 'hư', 'hươ', 'hươn', 'hương'])
      await typing.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await typing.send('Input.insertText', { text: 'hương' });
    expect((await field.inputValue()).normalize('NFC')).toBe('Jjk h123?/Huwownghương');
    expect([await dialogs(page), new URL(page.url()).searchParams.get('code')]).toEqual([0, null]);
    await field.fill('');
  });

  it('the question mark shows what the keys do, and Escape puts it away', async () => {
    const { page } = haiAn;
    await page.locator('main').focus();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Phím tắt của Hộp việc' });
    await help.getByRole('row', { name: 'J hồ sơ sau' }).waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
  });

  it('a dossier is received, looked at before it is sent, and its receipt stands there', async () => {
    const { page } = haiAn;
    await press(page, page.getByRole('link', { name: 'Tiếp nhận hồ sơ mới' }));
    await choose(page, 'Thủ tục hành chính', {
      typed: 'tinh trang hon nhan',
      wanted: /Giấy xác nhận tình trạng hôn nhân/,
    });
    await choose(page, 'Nơi cư trú của người yêu cầu', { typed: 'dong hai', wanted: /Phường Đông Hải, .*Hải Phòng/ });
    await page.getByText('Hồ sơ sẽ phải chuyển đến cơ quan này.').waitFor();
    await type(page, page.getByRole('textbox', { name: /^Họ và tên/ }), 'Nguyễn Văn Đức');
    await press(page, page.getByRole('button', { name: 'Xem trước' }));
    await page.getByRole('heading', { name: 'Nếu tiếp nhận như trên' }).waitFor();
    await press(page, page.getByRole('button', { name: 'Tiếp nhận', exact: true }));
    const receipt = page.getByRole('article');
    await receipt.getByText('Nguyễn Văn Đức').waitFor();
    code = await receipt.locator('strong.code').first().innerText();
    expect(code).not.toBe(other);
  });

  it('J and K go through the list, and the dossier in hand stands beside it', async () => {
    const { page } = haiAn;
    await press(page, page.getByRole('link', { name: 'Hộp việc', exact: true }));
    await page.getByRole('link', { name: code, exact: true }).waitFor();
    const inHand = () => new URL(page.url()).searchParams.get('code');
    const rows = await page
      .getByRole('row')
      .filter({ has: page.getByRole('checkbox') })
      .getByRole('link')
      .allInnerTexts();
    expect([...rows].sort()).toEqual([code, other].sort());
    const seen: (string | null)[] = [];
    for (const key of ['j', 'j', 'k']) {
      const before = inHand();
      await page.keyboard.press(key);
      await page.waitForURL((url) => url.searchParams.get('code') !== before);
      seen.push(inHand());
    }
    expect(seen).toEqual([rows[0], rows[1], rows[0]]);
  });

  it('the slash leads to the search for dossiers', async () => {
    const { page } = haiAn;
    await page.keyboard.press('/');
    const search = page.getByRole('searchbox', { name: 'Tìm hồ sơ' });
    expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
    await tabTo(page, page.getByRole('link', { name: code, exact: true }));
  });
});

describe('between the two', () => {
  it('it is sent off, and Đông Hải sees it come without loading anything again', async () => {
    await takeInHand(haiAn.page, code);
    await act(haiAn.page, code, { key: '1', name: 'Chuyển hồ sơ' });
    await dongHai.page.getByRole('link', { name: code, exact: true }).waitFor();
    expect(await dongHai.page.evaluate(() => window.name)).toBe('never loaded again');
  });

  it('Đông Hải takes it over with the key 1', async () => {
    const { page } = dongHai;
    await takeInHand(page, code);
    await act(page, code, { key: '1', name: 'Xác nhận đã tới' });
    await takeInHand(page, code);
    await act(page, code, { key: '1', name: 'Tiếp nhận' });
  });

  it('asks the applicant for what is missing with the key 2, and takes it in when it comes', async () => {
    const { page } = dongHai;
    await takeInHand(page, code);
    await act(page, code, {
      ...{ key: '2', name: 'Yêu cầu bổ sung' },
      fill: (form) => type(page, form.getByRole('textbox', { name: /^Giấy tờ còn thiếu/ }), 'Giấy khai sinh'),
    });
    await press(page, page.getByRole('link', { name: /^Chờ bổ sung, tạm dừng/ }));
    await takeInHand(page, code);
    await act(page, code, { key: '1', name: 'Nhận bổ sung' });
    await press(page, page.getByRole('link', { name: /^Việc phải làm/ }));
  });

  it('works through the steps, decides, and sends the result back', async () => {
    const { page } = dongHai;
    const names = ['Bắt đầu bước', 'Xong bước', 'Bắt đầu bước', 'Xong bước'];
    for (const name of names) {
      await takeInHand(page, code);
      await act(page, code, { key: '1', name });
    }
    await takeInHand(page, code);
    await act(page, code, {
      ...{ key: '1', name: 'Quyết định', isFinal: true },
      fill: async (form) => {
        await tabTo(page, form.getByRole('radio').first());
        await page.keyboard.press('Space');
      },
    });
    await takeInHand(page, code);
    await act(page, code, { key: '1', name: 'Gửi kết quả' });
  });

  it('the result is home again: the applicant is told, and gets it', async () => {
    const { page } = haiAn;
    for (const name of ['Kết quả đã về', 'Báo người nộp']) {
      await takeInHand(page, code);
      await act(page, code, { key: '1', name });
    }
    await takeInHand(page, code);
    await act(page, code, { key: '1', name: 'Trả kết quả', isFinal: true });
  });
});

describe('in the evening', () => {
  it('the journal has every act once, and no page has complained', async () => {
    expect(await journalOf(town.software('haiphong-hai-an'), code)).toEqual([
      ...['received', 'transferDispatched', 'transferDelivered', 'transferAccepted'],
      ...['supplementRequested', 'supplementProvided'],
      ...['stepStarted', 'stepCompleted', 'stepStarted', 'stepCompleted'],
      ...['decided', 'resultDispatched', 'resultArrived', 'applicantNotified', 'resultReturned'],
    ]);
    expect([...haiAn.complaints, ...dongHai.complaints]).toEqual([]);
  });
});
