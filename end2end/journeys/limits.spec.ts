import type { Page } from '@playwright/test';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { at, confirm, dialog, findCaller, goTo } from '../support/desk.ts';
import { account, euros, expectWrong, openSection, region, somebodyElse, table } from '../support/limits.ts';

test.use({ today: TODAY });

const CHANGE = 'updateAccountCreditLimit';

const panel = (page: Page) => region(page, 'Credit limit');
const change = (page: Page) => page.getByRole('button', { name: 'Change credit limit' });

async function fill(page: Page, amount: string): Promise<void> {
  await change(page).click();
  await dialog(page).getByLabel('New credit limit').fill(amount);
  await dialog(page).getByLabel('Reason').selectOption('A planned purchase');
}

test('the permanent limit is changed, proven by reading, and written into the activity with its reason', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await expect(panel(page)).toContainText('3,000.00 EUR');
  await expect(panel(page)).toContainText('Permanent limit since1 Jun 2022, 00:00');
  await fill(page, '5000');
  await expect(dialog(page)).toContainText('Lena Plainlimit');
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText('Credit limit3,000.00 EUR5,000.00 EUR');
  await expect(dialog(page).getByRole('button').last()).toHaveText('Change');
  await confirm(page, 'Change');
  await expect(panel(page).getByRole('status')).toContainText('is 5,000.00 EUR, seen by reading.');
  await expect(panel(page)).toContainText('Permanent limit5,000.00 EUR');
  await expect(panel(page)).toContainText('Open to buy5,000.00 EUR');
  expect((await account(sandbox, 'limits')).creditLimit).toBe(500_000);
  expect(await sandbox.writes()).toHaveLength(1);
  await goTo(page, 'Activity');
  await expect(page.getByRole('cell', { name: 'Reason to change the credit limit: a planned purchase' })).toBeVisible();
  await expect(page.getByRole('cell', { name: /^Change the credit limit .* from 3,000.00 EUR to 5,000.00 EUR: seen by reading/ })).toBeVisible();
});

test('an amount outside of the range and a missing reason are said beside their fields, and nothing typed is lost', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await change(page).click();
  await dialog(page).getByLabel('New credit limit').fill('20,000.01');
  await dialog(page).getByRole('button', { name: 'Change', exact: true }).click();
  await expectWrong(page, 'New credit limit', /The issuer allows 0.00 EUR to 20,000.00 EUR\./);
  await expect(dialog(page).getByLabel('New credit limit')).toBeFocused();
  await expectWrong(page, 'Reason', /Choose a reason\./);
  await dialog(page).getByLabel('New credit limit').fill('3000');
  await dialog(page).getByRole('button', { name: 'Change', exact: true }).click();
  await expectWrong(page, 'New credit limit', /The limit is 3,000.00 EUR already\./);
  await dialog(page).getByLabel('New credit limit').fill('12,50');
  await dialog(page).getByRole('button', { name: 'Change', exact: true }).click();
  await expectWrong(page, 'New credit limit', /If you mean 12\.50, write it so/);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await goTo(page, 'Overview');
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Limits' }).click();
  await change(page).click();
  await expect(dialog(page).getByLabel('New credit limit')).toHaveValue('12,50');
  expect(await sandbox.writes()).toEqual([]);
});

test('a change that another rep made meanwhile is seen and not overwritten', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await fill(page, '5000');
  await somebodyElse(sandbox, 'limits', CHANGE, '/credit-limit', { creditLimitAmount: euros(120_000) });
  await confirm(page, 'Change');
  await expect(panel(page).getByRole('alert')).toContainText('It has changed since you saw it. The limit is 1,200.00 EUR.');
  await expect(panel(page)).toContainText('Permanent limit1,200.00 EUR');
  expect((await account(sandbox, 'limits')).creditLimit).toBe(120_000);
  expect((await sandbox.log()).filter((call) => call.operation === CHANGE)).toEqual([]);
  await panel(page).getByRole('button', { name: 'Back to the form' }).click();
  await expect(dialog(page).getByLabel('New credit limit')).toHaveValue('5000');
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText('1,200.00 EUR5,000.00 EUR');
});

test('a lost answer to a change that was done is settled by reading, and sent once', async ({ page, sandbox }) => {
  await openSection(page, 'limit-lost-done', 'Limits');
  await fill(page, '5000');
  await confirm(page, 'Change');
  await expect(panel(page).getByRole('status')).toContainText('is 5,000.00 EUR, seen by reading.');
  expect(await sandbox.writes()).toHaveLength(1);
  expect((await account(sandbox, 'limit-lost-done')).creditLimit).toBe(500_000);
});

test('a lost answer to a change that was not done says so, and it is sent again only when the rep asks', async ({ page, sandbox }) => {
  await openSection(page, 'limit-lost-undone', 'Limits');
  await fill(page, '5000');
  await confirm(page, 'Change');
  await expect(panel(page).getByRole('alert')).toContainText('is still 3,000.00 EUR.', { timeout: 15_000 });
  expect(await sandbox.writes()).toHaveLength(1);
  await panel(page).getByRole('button', { name: 'Send again' }).click();
  await expect(panel(page).getByRole('status')).toContainText('is 5,000.00 EUR, seen by reading.');
  expect(await sandbox.writes()).toHaveLength(2);
});

test('a double click sends one change, and meanwhile nothing else can be changed', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await fill(page, '5000');
  await sandbox.hold(CHANGE);
  await dialog(page).getByRole('button', { name: 'Change', exact: true }).dblclick();
  await sandbox.holds(1);
  await expect(change(page)).toBeDisabled();
  await expect(change(page)).toHaveAccessibleDescription('Something is being changed for this customer.');
  await expect(page.getByRole('button', { name: 'Add temporary limit' })).toBeDisabled();
  await sandbox.release();
  await expect(panel(page).getByRole('status')).toContainText('seen by reading.');
  expect(await sandbox.writes()).toHaveLength(1);
});

test('a caller who is not verified is asked for before a limit is changed', async ({ page }) => {
  await findCaller(page, at('limits'));
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Limits' }).click();
  await expect(change(page)).toBeDisabled();
  await expect(change(page)).toHaveAccessibleDescription('Verify the caller first.');
  await expect(page.getByRole('button', { name: 'Add temporary limit' })).toHaveAccessibleDescription('Verify the caller first.');
});

test('temporary limits are told apart: one counts, one will, one did', async ({ page }) => {
  await openSection(page, 'limits-three', 'Limits');
  await expect(table(page, 'Temporary credit limits').getByRole('row')).toHaveCount(4);
  const rows = table(page, 'Temporary credit limits').getByRole('row');
  await expect(rows.nth(1)).toContainText('Active');
  await expect(rows.nth(1)).toContainText('500.00 EUR');
  await expect(rows.nth(2)).toContainText('Scheduled');
  await expect(rows.nth(2)).toContainText('5,000.00 EUR');
  await expect(rows.nth(3)).toContainText('Past');
  await expect(rows.nth(3).getByRole('button')).toHaveCount(0);
  await expect(panel(page)).toContainText('In force now500.00 EUR');
  await expect(panel(page)).toContainText('Open to buy500.00 EUR');
  await goTo(page, 'Overview');
  await expect(region(page, 'Limits')).toContainText('Permanent limit3,000.00 EUR');
  await expect(region(page, 'Limits')).toContainText(/Temporary limits500.00 EUR from .*; 5,000.00 EUR from /);
});

test('a temporary limit that counts is told to stand above the permanent one, before that is changed', async ({ page }) => {
  await openSection(page, 'limits-three', 'Limits');
  await change(page).click();
  await dialog(page).getByLabel('New credit limit').fill('5000');
  await expect(dialog(page)).toContainText(/A temporary limit of 500\.00 EUR counts until .*: the permanent one counts only afterwards\./);
});

test('what cannot be read fails in its own panel and can be asked for again', async ({ page }) => {
  await openSection(page, 'limits-fail', 'Limits');
  await expect(panel(page).getByRole('alert')).toContainText('The credit limit could not be read');
  await expect(region(page, 'Temporary credit limits').getByRole('alert')).toContainText('The temporary limits could not be read');
  await expect(change(page)).toHaveAccessibleDescription('The limit has not been read.');
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page).getByRole('alert')).toContainText('The credit limit could not be read');
});

test('in the overview each limit is read, fails and is asked for again by itself', async ({ page, sandbox }) => {
  const panel = region(page, 'Limits');
  // A reading is tried once more before it counts as failed.
  await sandbox.fail('listVelocityLimits', { times: 2 });
  await sandbox.hold('listAuthorizationRestrictions');
  await findCaller(page, at('limits'));
  await expect(panel).toContainText('Permanent limit3,000.00 EUR');
  await expect(panel).toContainText('Temporary limitsNone');
  await expect(panel.getByRole('alert')).toHaveCount(1);
  await expect(panel.getByRole('alert')).toContainText('The velocity limits could not be read');
  await expect(panel.getByRole('alert')).toContainText('Correlation ID');
  await expect(panel.getByText('Reading the restrictions')).toBeAttached();
  await sandbox.release();
  await expect(panel).toContainText('Restrictions in forceNone');
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel).toContainText('Velocity overridesNone');
});

test('an account without credit says so', async ({ page }) => {
  await findCaller(page, 'debit-only@sandbox.example');
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Limits' }).click();
  await expect(panel(page).getByRole('status')).toContainText('This account has no credit limit.');
  await expect(change(page)).toBeDisabled();
  await expect(region(page, 'Temporary credit limits').getByRole('status')).toContainText('Nothing counts: this account has no credit.');
});
