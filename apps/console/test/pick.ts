/** Choosing in a field that finds while one types. */
import type { Page } from 'playwright-core';

export interface Choice {
  readonly label: string;
  readonly typed: string;
  readonly chosen: RegExp;
}

/** Types, waits for the list, and chooses. */
export async function pick(page: Page, { label, typed, chosen }: Choice): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: chosen }).first().click();
}
