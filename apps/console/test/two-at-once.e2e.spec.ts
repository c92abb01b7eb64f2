/** Two clerks of one office have the same dossier before them, and take it over in the same moment. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '@lien-thong/client';
import type { Page } from 'playwright-core';
import { journalOf, received, sentTo } from './dossiers.js';
import { takeInHand } from './keyboard.js';
import { Town } from './town.js';
import type { Desk } from './town.js';

jest.setTimeout(120_000);

let town: Town;
let desks: readonly Desk[] = [];
let code = '';

beforeAll(async () => {
  town = await Town.at('2026-11-23T08:00:00+07:00');
  const [haiAn, dongHai] = [town.software('haiphong-hai-an'), town.software('haiphong-dong-hai')];
  code = await received(haiAn);
  await sentTo(dongHai, { from: haiAn, code });
  desks = [await town.sit('haiphong-dong-hai.clerk'), await town.sit('haiphong-dong-hai.officer')];
}, 240_000);
afterAll(async () => {
  await town.close();
}, 60_000);

const formOf = (page: Page) => page.getByRole('dialog', { name: `Tiếp nhận · ${code}` });

describe('two clerks who accept one dossier at once', () => {
  it('both press the button', async () => {
    for (const { page } of desks) {
      await takeInHand(page, code);
      await page.keyboard.press('1');
      await formOf(page).waitFor();
    }
    await Promise.all(
      desks.map(({ page }) => formOf(page).getByRole('button', { name: 'Tiếp nhận', exact: true }).click()),
    );
    const ends = desks.map(({ page }) =>
      Promise.race([
        formOf(page)
          .waitFor({ state: 'detached' })
          .then(() => 'done'),
        formOf(page)
          .getByText('Việc này không còn làm được nữa:')
          .waitFor()
          .then(() => 'too late'),
      ]),
    );
    expect((await Promise.all(ends)).sort()).toEqual(['done', 'too late']);
  });

  it('who was too late is shown what happened meanwhile, by whom, and where the dossier stands', async () => {
    const [late] = await Promise.all(
      desks.map(async (desk) => ((await formOf(desk.page).count()) === 1 ? [desk] : [])),
    ).then((found) => found.flat());
    if (late === undefined) throw new Error('nobody was too late');
    const meanwhile = formOf(late.page)
      .getByRole('alert')
      .filter({ has: late.page.getByRole('heading', { name: 'Hồ sơ vừa có thay đổi sau khi bạn mở' }) });
    await meanwhile.getByRole('listitem').filter({ hasText: 'Ủy ban nhân dân phường Đông Hải' }).first().waitFor();
    await meanwhile.getByText('Trạng thái hiện nay:').waitFor();
    await late.page.keyboard.press('Escape');
    await formOf(late.page).waitFor({ state: 'detached' });
    expect(await late.page.getByRole('link', { name: /^Chờ gửi/ }).innerText()).toContain('0');
  });

  it('it was accepted once, and no page has complained', async () => {
    const names = await journalOf(town.software('haiphong-hai-an'), code);
    expect(names.filter((name) => name === 'transferAccepted')).toHaveLength(1);
    expect(valueOf(await town.software('haiphong-dong-hai').readDossier({ code })).phase).toBe('processing');
    expect(desks.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
