import { findKnown, goToSection } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { dialog, verify } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';
import { day, openSection, region } from '../support/limits.ts';

test.use({ today: TODAY });

test('a limit below what is used is told to decline every payment, before it is set', async ({ page }) => {
  await findKnown(page, 'two-years');
  await verify(page);
  await goToSection(page, 'Limits');
  await expect(region(page, 'Credit limit')).toContainText(/Used[\d,.]+ EUR/);
  const told = dialog(page).getByText(/^[\d,.]+ EUR is used: until less is, every payment is declined\.$/);
  await page.getByRole('button', { name: 'Change credit limit' }).click();
  await dialog(page).getByLabel('New credit limit').fill('1');
  await expect(told).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Add temporary limit' }).click();
  await expect(dialog(page)).toContainText(/Account …\d{4}: the permanent limit is [\d,.]+ EUR\./);
  await dialog(page).getByLabel('Temporary limit').fill('1');
  await dialog(page).getByLabel('From').fill(TODAY);
  await dialog(page).getByLabel('Until').fill('2025-07-20');
  await expect(told).toBeVisible();
  await dialog(page).getByLabel('From').fill('2025-07-18');
  await expect(dialog(page).getByText(/EUR is used now\. If it still is on 18 Jul 2025, 00:00, every payment is declined from then on\./)).toBeVisible();
});

test('a temporary limit of nothing is told to let nothing be bought, before it is added', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await page.getByRole('button', { name: 'Add temporary limit' }).click();
  await dialog(page).getByLabel('Temporary limit').fill('0');
  await dialog(page).getByLabel('From').fill(day(0));
  await dialog(page).getByLabel('Until').fill(day(1));
  await expect(dialog(page).getByText('With a limit of 0.00 EUR nothing more can be bought: every payment is declined.')).toBeVisible();
  expect(await sandbox.writes()).toEqual([]);
});
