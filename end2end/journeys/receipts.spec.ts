import type { Page } from '@playwright/test';
import { findKnown, goToSection } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { verify } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ today: TODAY });

const LIST = 'retrievePaginatedUserReceipts';
const panel = (page: Page) => page.getByRole('region', { name: 'Receipts', exact: true });
const table = (page: Page) => page.getByRole('table', { name: 'Receipts', exact: true });
const rows = (page: Page) => table(page).getByRole('row').filter({ has: page.getByRole('rowheader') });
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages of receipts' });
const one = (page: Page) => page.getByRole('region', { name: 'One receipt', exact: true });
const fact = (page: Page, name: string) => one(page).locator('dl > div').filter({ has: page.getByText(name, { exact: true }) }).locator('dd');

async function receiptsOf(page: Page, address: string): Promise<void> {
  await findKnown(page, address);
  await verify(page);
  await goToSection(page, 'Receipts');
}

test('nobody sees where a caller was before the caller is verified', async ({ page, sandbox }) => {
  await findKnown(page, 'receipts-many');
  await goToSection(page, 'Receipts');
  await expect(panel(page).getByRole('status')).toContainText('Verify the caller first.');
  expect(await sandbox.count(LIST)).toBe(0);
  await panel(page).getByRole('link', { name: 'Verification' }).click();
  await verify(page);
  await goToSection(page, 'Receipts');
  await expect(rows(page)).toHaveCount(20);
});

test('receipts come page by page, and the page says which they are', async ({ page, sandbox }) => {
  await receiptsOf(page, 'receipts-many');
  await expect(rows(page)).toHaveCount(20);
  await expect(pages(page).getByRole('status')).toHaveText('Receipts 1 to 20.');
  await expect(pages(page).getByRole('button', { name: 'Previous page' })).toBeDisabled();
  const first = await rows(page).first().textContent();
  await pages(page).getByRole('button', { name: 'Next page' }).click();
  await expect(pages(page).getByRole('status')).toHaveText('Receipts 21 to 40.');
  expect(await rows(page).first().textContent()).not.toBe(first);
  await pages(page).getByRole('button', { name: 'Previous page' }).click();
  await expect(rows(page).first()).toHaveText(first ?? '');
  expect(await sandbox.count(LIST)).toBe(3);
});

test('a period is asked for in UTC, from local midnight to local midnight', async ({ page }) => {
  await receiptsOf(page, 'receipts-many');
  await expect(rows(page)).toHaveCount(20);
  await page.getByLabel('From', { exact: true }).fill('2025-07-01');
  await page.getByLabel('To', { exact: true }).fill('2025-07-01');
  const asked = page.waitForRequest(/timeboxedpaginated/);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const { startDate, endDate } = ((await asked).postDataJSON() as Record<string, { startDate: string; endDate: string }>)[`${LIST}Request`] ?? {};
  expect(startDate).toBe('2025-06-30 22:00:00');
  expect(endDate).toBe('2025-07-01 21:59:59');
  for (const row of await rows(page).all()) await expect(row).toContainText('1 Jul 2025');
});

test('one receipt of the list is read by its reference, and says where, with what and how much', async ({ page, sandbox }) => {
  await receiptsOf(page, 'receipts-many');
  const total = (await rows(page).first().getByRole('cell').last().textContent()) ?? '';
  await rows(page).first().getByRole('button').click();
  await expect(fact(page, 'Total')).toHaveText(total);
  await expect(fact(page, 'Where')).not.toHaveText('Not stated');
  await expect(one(page)).toContainText('The gateway does not say whose receipt this is');
  await expect(one(page).getByRole('heading', { name: 'One receipt' })).toBeFocused();
  expect(await sandbox.count('retrieveUserReceiptByPaydiantRefId')).toBe(1);
});

test('receipts of which the gateway found only part are not said to be none', async ({ page }) => {
  await receiptsOf(page, 'receipts-partly');
  await expect(panel(page).getByRole('alert')).toContainText(
    'Partly done. The gateway found only part of what there is: 242 Processing error occurred at gateway.',
  );
  await expect(panel(page)).not.toContainText('No payment was completed');
});

test('a reference that no receipt has is a sentence, and an empty one asks for nothing', async ({ page, sandbox }) => {
  await receiptsOf(page, 'receipts-none');
  await expect(panel(page).getByRole('status')).toContainText('No payment was completed in this period.');
  const field = one(page).getByLabel('Receipt reference');
  await one(page).getByRole('button', { name: 'Find receipt' }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription('Type the reference of a receipt.');
  expect(await sandbox.count('retrieveUserReceiptByPaydiantRefId')).toBe(0);
  await field.fill('00000000-0000-4000-8000-000000000000');
  await field.press('Enter');
  await expect(one(page).getByText('No receipt has this reference.')).toBeVisible();
});

test('receipts that cannot be read fail by themselves, and one can be found all the same', async ({ page, sandbox }) => {
  await receiptsOf(page, 'receipts-fail');
  const alert = panel(page).getByRole('alert');
  await expect(alert).toContainText('The receipts could not be read: the gateway is not available.');
  const before = await sandbox.count(LIST);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => sandbox.count(LIST)).toBe(before + 2);
  await expect(one(page).getByRole('button', { name: 'Find receipt' })).toBeEnabled();
});

test('a page that cannot be read is the one that is tried again', async ({ page, sandbox }) => {
  await receiptsOf(page, 'receipts-many');
  await expect(rows(page)).toHaveCount(20);
  await sandbox.fail(LIST, { times: 2 });
  await pages(page).getByRole('button', { name: 'Next page' }).click();
  await panel(page).getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(pages(page).getByRole('status')).toHaveText('Receipts 21 to 40.');
});

test('receipts go when the verification ends', async ({ page }) => {
  await receiptsOf(page, 'receipts-many');
  await expect(rows(page)).toHaveCount(20);
  await goToSection(page, 'Verification');
  await page.getByRole('button', { name: 'End verification' }).click();
  await goToSection(page, 'Receipts');
  await expect(panel(page).getByRole('status')).toContainText('Verify the caller first.');
  await expect(table(page)).toHaveCount(0);
});
