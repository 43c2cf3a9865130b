import type { Page } from '@playwright/test';
import { dialog } from '../support/desk.ts';
import { findKnown } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { expectUsableInEveryLook } from '../support/looks.ts';
import { authorizations, fillFee, operations, operationsOf, operationsPanel, postIt, rows, verified } from '../support/operations.ts';

test.use({ today: TODAY });

/** How each screen comes into view. */
const screens: Record<string, (page: Page) => Promise<void>> = {
  'a list of operations and authorizations': async (page) => {
    await operationsOf(page, 'two-years');
    await expect(rows(operations(page)).first()).toBeVisible();
    await expect(rows(authorizations(page)).first()).toBeVisible();
    await page.getByRole('button', { name: 'Business cases' }).click();
    await expect(page.getByRole('table', { name: 'Business cases' })).toBeVisible();
  },
  'a list that could not be read': async (page) => {
    await operationsOf(page, 'operations-fail');
    await expect(operationsPanel(page).getByRole('alert')).toBeVisible();
  },
  'an operation': async (page) => {
    await operationsOf(page, 'two-years');
    await rows(operations(page)).first().click();
    await expect(page.getByRole('table', { name: 'What belongs to it' }).or(page.getByText('Nothing belongs to it'))).toBeVisible();
  },
  'an authorization': async (page) => {
    await operationsOf(page, 'two-years');
    await rows(authorizations(page)).first().click();
    await expect(page.getByRole('heading', { name: 'Authorization', exact: true })).toBeVisible();
  },
  'a fee that is filled in wrongly': async (page) => {
    await verified(page, 'two-years');
    await fillFee(page, '12,50');
    await postIt(page).click();
    await expect(dialog(page).getByLabel('Amount', { exact: true })).toBeFocused();
  },
  'a fee that is posted': async (page) => {
    await verified(page, 'two-years');
    await fillFee(page, '15');
    await postIt(page).click();
    await expect(operationsPanel(page).getByText('seen by reading')).toBeVisible();
  },
  'a fee that is not confirmed': async (page) => {
    await verified(page, 'fee-call-lost');
    await fillFee(page, '15');
    await postIt(page).click();
    await expect(page.getByRole('button', { name: 'Send again' })).toBeVisible();
  },
  'a search across that lacks something': async (page) => {
    await operationsOf(page, 'two-years');
    await page.getByRole('link', { name: 'Search across accounts' }).click();
    await page.getByLabel('Amount from').fill('5');
    await page.getByRole('button', { name: 'Search operations' }).click();
    await expect(page.getByLabel('Amount to')).toBeFocused();
  },
  'the last operations in the overview': async (page) => {
    await findKnown(page, 'two-years');
    await expect(page.getByRole('region', { name: 'Recent operations' }).getByRole('rowheader')).toHaveCount(5);
  },
};

for (const [screen, arrive] of Object.entries(screens)) {
  test(`${screen} can be used by everybody, wide and narrow, light and dark`, async ({ page }) => {
    await arrive(page);
    await expectUsableInEveryLook(page);
  });
}
