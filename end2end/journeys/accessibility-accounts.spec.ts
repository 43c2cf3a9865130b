import type { Page } from '@playwright/test';
import { accountPanel, chooseAccount, findKnown, goToSection, openStatement, operations, statementRows, statements, summary } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { dialog, verify } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';
import { expectUsableInEveryLook } from '../support/looks.ts';
import type { Sandbox } from '../support/sandbox.ts';

test.use({ today: TODAY });

type Desk = { page: Page; sandbox: Sandbox };

const screens: Record<string, (desk: Desk) => Promise<void>> = {
  'an overview with an account': async ({ page }) => {
    await findKnown(page, 'several-accounts');
    await expect(accountPanel(page).getByText('Open to buy')).toBeVisible();
  },
  'a debit account': async ({ page }) => {
    await findKnown(page, 'debit-only');
    await expect(page.getByText('Not relevant for a debit card.')).toBeVisible();
  },
  'a wallet without an account': async ({ page }) => {
    await findKnown(page, 'wallet-only');
    await expect(accountPanel(page).getByText('This wallet has no issuing customer.')).toBeVisible();
  },
  'accounts that cannot be read': async ({ page }) => {
    await findKnown(page, 'accounts-fail');
    await expect(accountPanel(page).getByRole('alert')).toBeVisible();
  },
  'the statements': async ({ page }) => {
    await findKnown(page, 'guide');
    await goToSection(page, 'Statements');
    await expect(statementRows(page).nth(1)).toBeVisible();
  },
  'the statements of a commercial card': async ({ page }) => {
    await findKnown(page, 'several-accounts');
    await chooseAccount(page, /Business/);
    await goToSection(page, 'Statements');
    await expect(page.getByText('Commercial card:')).toBeVisible();
    await expect(statementRows(page).nth(1)).toBeVisible();
  },
  'statements that cannot be read': async ({ page }) => {
    await findKnown(page, 'statements-fail');
    await goToSection(page, 'Statements');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
  'a period that is wrong': async ({ page }) => {
    await findKnown(page, 'two-years');
    await goToSection(page, 'Statements');
    await page.getByLabel('To', { exact: true }).fill('2020-01-01');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.getByText('Choose a day that is not before “From”.')).toBeVisible();
  },
  'a statement with a payment in parts': async ({ page }) => {
    await findKnown(page, 'guide');
    await goToSection(page, 'Statements');
    await openStatement(page, '29 Jul 2022');
    await expect(operations(page)).toBeVisible();
    await expect(summary(page).getByText('600.00')).toBeVisible();
  },
  'an open cycle': async ({ page }) => {
    await findKnown(page, 'guide');
    await goToSection(page, 'Statements');
    await statements(page).getByRole('link', { name: 'Open cycle' }).click();
    await expect(operations(page)).toBeVisible();
  },
  'a statement that cannot be read': async ({ page }) => {
    await findKnown(page, 'statement-fails');
    await goToSection(page, 'Statements');
    await statementRows(page).nth(1).getByRole('link').click();
    await expect(summary(page).getByRole('alert')).toBeVisible();
    await expect(operations(page)).toBeVisible();
  },
  'a reprint that is asked for': async ({ page }) => {
    await findKnown(page, 'two-years');
    await verify(page);
    await goToSection(page, 'Statements');
    await statementRows(page).nth(1).getByRole('link').click();
    await page.getByRole('button', { name: 'Reprint statement' }).click();
    await expect(dialog(page)).toBeVisible();
  },
  'a reprint and its proof': async ({ page }) => {
    await findKnown(page, 'two-years');
    await verify(page);
    await goToSection(page, 'Statements');
    await statementRows(page).nth(1).getByRole('link').click();
    await page.getByRole('button', { name: 'Reprint statement' }).click();
    await dialog(page).getByRole('button', { name: 'Reprint', exact: true }).click();
    await expect(page.getByText('seen by reading')).toBeVisible();
  },
  'receipts before the caller is verified': async ({ page }) => {
    await findKnown(page, 'two-years');
    await goToSection(page, 'Receipts');
    await expect(page.getByText('Verify the caller first.')).toBeVisible();
  },
};

for (const [screen, arrive] of Object.entries(screens)) {
  test(`${screen} can be used by everybody, wide and narrow, light and dark`, async ({ page, sandbox }) => {
    await arrive({ page, sandbox });
    await expectUsableInEveryLook(page);
  });
}
