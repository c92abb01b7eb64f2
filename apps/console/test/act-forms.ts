/** Forms of acts on a dossier's own page, filled in with a mouse. */
import type { Locator, Page } from 'playwright-core';
import { settled } from './look.js';

export async function openedDossier(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await settled(page);
  return page;
}

export function formOf(page: Page, name: string, code: string): Locator {
  return page.getByRole('dialog', { name: `${name} · ${code}` });
}

/** The form its button opens. */
export async function pressed(page: Page, code: string, name: string): Promise<Locator> {
  await page.getByRole('region', { name: 'Việc có thể làm' }).getByRole('button', { name, exact: true }).click();
  const form = formOf(page, name, code);
  await form.waitFor();
  return form;
}

/** Sends it, and waits until the service has said that it has taken it. */
export async function sent(form: Locator, name: string): Promise<void> {
  await form.getByRole('button', { name, exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await form.page().getByText(`${name}: hệ thống đã nhận`).last().waitFor();
}

/** `nth`: of several moments under one label. */
type Moment = readonly [day: string, time: string, nth?: number];

export async function moment(within: Locator, label: string, [day, time, nth = 0]: Moment): Promise<void> {
  await within.getByLabel(`${label}: ngày`).nth(nth).fill(day);
  await within.getByLabel(`${label}: giờ`).nth(nth).fill(time);
}
