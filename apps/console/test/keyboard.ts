/** What an officer does who has no mouse, or does not want one. */
import type { Locator, Page } from 'playwright-core';

/** No screen has that many things to stop at. */
const MOST_STOPS = 160;

/** Goes on with the tabulator until it stands there; what cannot be reached so is a fault of the screen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the tabulator never comes to ${String(target)}`);
}

export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Types into the field where the tabulator stops for it. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Types, waits for what is found, and goes down to the one that is wanted. */
export async function choose(page: Page, label: string, { typed, wanted }: Wanted): Promise<void> {
  await type(page, page.getByRole('combobox', { name: label }), typed);
  const options = page.getByRole('option');
  const option = page.getByRole('option', { name: wanted }).first();
  await option.waitFor();
  for (let down = 0; down <= (await options.count()); down++) {
    if ((await option.getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await option.waitFor({ state: 'hidden' });
}

interface Wanted {
  readonly typed: string;
  readonly wanted: RegExp;
}

const codeInHand = (page: Page): string | null => new URL(page.url()).searchParams.get('code');

/** The dossier is in hand beside the list: J and K go to it from wherever one stands. */
export async function takeInHand(page: Page, code: string): Promise<void> {
  await page.locator(`tr[data-code="${code}"]`).waitFor();
  while (codeInHand(page) !== code) {
    const codes = await page.locator('tr[data-code]').evaluateAll((rows) => rows.map((row) => row.dataset['code']));
    const at = codes.indexOf(codeInHand(page) ?? '');
    const goesDown = codes.indexOf(code) > at;
    await page.keyboard.press(goesDown ? 'j' : 'k');
    await page.waitForURL((url) => url.searchParams.get('code') === codes[at + (goesDown ? 1 : -1)]);
  }
  await page.getByRole('complementary').getByRole('heading', { name: code }).waitFor();
}

export interface Act {
  readonly key: '1' | '2' | '3' | 'h';
  /** On the button, and at the head of the form. */
  readonly name: string;
  /** Asked once more, since it cannot be undone. */
  readonly isFinal?: boolean;
  readonly fill?: (form: Locator) => Promise<void>;
}

/** An act by its key, through its form, until the service has said that it has taken it. */
export async function act(page: Page, code: string, { key, name, isFinal = false, fill }: Act): Promise<void> {
  const buttons = page.getByRole('region', { name: 'Việc có thể làm' }).getByRole('button');
  // What the key 1 means is what the first button says.
  await (key === '1' ? buttons.first() : buttons).and(page.getByRole('button', { name, exact: true })).waitFor();
  await page.keyboard.press(key);
  const form = page.getByRole('dialog', { name: `${name} · ${code}` });
  await form.waitFor();
  await fill?.(form);
  await press(page, form.getByRole('button', { name: isFinal ? `${name} …` : name, exact: true }));
  if (isFinal) await press(page, form.getByRole('button', { name: 'Đúng, gửi đi' }));
  await form.waitFor({ state: 'detached' });
  await page.getByText(`${name}: hệ thống đã nhận, hồ sơ ${code}`).last().waitFor();
}
