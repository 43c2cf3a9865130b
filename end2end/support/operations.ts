import { expect, type Locator, type Page } from '@playwright/test';
import { findKnown } from './accounts.ts';
import { dialog, verify } from './desk.ts';

/** Opens a caller's section "Operations"; the list is there. */
export async function operationsOf(page: Page, address: string): Promise<void> {
  await findKnown(page, address);
  await section(page);
}

/** Goes to the section of whoever is in view. */
export async function section(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Operations' }).click();
  await expect(operationsPanel(page)).toBeVisible();
}

export const operationsPanel = (page: Page): Locator => page.getByRole('region', { name: 'Operations', exact: true });

export const authorizationsPanel = (page: Page): Locator =>
  page.getByRole('region', { name: 'Authorizations', exact: true });

export const operations = (page: Page): Locator => page.getByRole('table', { name: 'Operations', exact: true });

export const authorizations = (page: Page): Locator => page.getByRole('table', { name: 'Authorizations', exact: true });

/** What opens the rows that are on the page. */
export const rows = (table: Locator): Locator => table.getByRole('rowheader').getByRole('link');

/** A row of the list by what stands in it. */
export const row = (page: Page, text: string | RegExp): Locator => operations(page).getByRole('row', { name: text });

/** Asks for another period. */
export async function period(page: Page, from: string, to?: string): Promise<void> {
  await operationsPanel(page).getByLabel('From', { exact: true }).fill(from);
  if (to !== undefined) await operationsPanel(page).getByLabel('To', { exact: true }).fill(to);
  await operationsPanel(page).getByRole('button', { name: 'Show', exact: true }).click();
}

/** Verifies the caller where the strip is, and comes back. */
export async function verified(page: Page, address: string): Promise<void> {
  await findKnown(page, address);
  await verify(page);
  await section(page);
}

/** Opens the form, and fills it in. */
export async function fillFee(page: Page, amount: string, description = ''): Promise<void> {
  await page.getByRole('button', { name: 'Post fee', exact: true }).click();
  await expect(dialog(page).getByLabel('Fee type')).toBeFocused();
  await dialog(page).getByLabel('Fee type').selectOption('MANUAL_FEE');
  await dialog(page).getByLabel('Amount', { exact: true }).fill(amount);
  if (description !== '') await dialog(page).getByLabel('Description').fill(description);
  // What was posted lately is read, so that one like it is pointed out.
  await expect(postIt(page)).toBeEnabled();
}

/** The button that confirms. */
export const postIt = (page: Page): Locator => dialog(page).getByRole('button', { name: 'Post fee', exact: true });
