import { expect, test } from '../support/fixtures.ts';
import { accountChooser, accountPanel, chooseAccount, findKnown, goToSection, sectionLink, statementRows } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { callerName, walletStatus } from '../support/desk.ts';

test.use({ today: TODAY });

test('a caller with one account has it in view, with its money', async ({ page }) => {
  await findKnown(page, 'two-years');
  await expect(accountChooser(page).getByRole('option')).toHaveCount(1);
  await expect(accountChooser(page)).toHaveValue(/^\d{20}$/);
  await expect(accountChooser(page).getByRole('option')).toHaveText(/ · EUR · …\d{4} · owner$/);
  for (const name of ['Balance', 'Open to buy', 'Credit limit']) {
    await expect(accountPanel(page).locator('div').filter({ hasText: name }).locator('dd').last()).toHaveText(/^−?[\d,]+\.\d\d EUR/);
  }
});

test('the account in view is chosen once, followed everywhere, and stays while another caller is served', async ({ page }) => {
  await findKnown(page, 'several-accounts');
  await expect(accountChooser(page).getByRole('option')).toHaveCount(4);
  await expect(accountPanel(page).getByText('Credit limit')).toBeVisible();
  const first = await accountPanel(page).textContent();
  await chooseAccount(page, /Business/);
  const chosen = await accountChooser(page).inputValue();
  await expect(accountPanel(page)).toContainText('Visa Business');
  await expect(accountPanel(page)).toContainText(`…${chosen.slice(-4)}`);
  expect(await accountPanel(page).textContent()).not.toBe(first);

  await goToSection(page, 'Statements');
  await expect(accountChooser(page)).toHaveValue(chosen);
  await findKnown(page, 'two-years');
  await page.getByRole('tab', { name: 'Severin Manyfold' }).click();
  await expect(callerName(page)).toHaveText('Severin Manyfold');
  await expect(accountChooser(page)).toHaveValue(chosen);
});

test('an account that was read is not read again when it comes back into view', async ({ page, sandbox }) => {
  await findKnown(page, 'several-accounts');
  await expect(accountPanel(page).getByText('Open to buy')).toBeVisible();
  await chooseAccount(page, /Business/);
  await expect(accountPanel(page)).toContainText('Visa Business');
  await expect(accountPanel(page).getByText('Open to buy')).toBeVisible();
  await accountChooser(page).selectOption({ index: 0 });
  await expect(accountPanel(page)).not.toContainText('Visa Business');
  await expect(accountPanel(page).getByText('Open to buy')).toBeVisible();
  expect(await sandbox.count('retrieveAccountBalance')).toBe(2);
});

test('a debit account says that its balance is not relevant, and shows no nought', async ({ page }) => {
  await findKnown(page, 'debit-only');
  await expect(accountPanel(page).getByText('Not relevant for a debit card.')).toBeVisible();
  await expect(accountPanel(page)).not.toContainText('0.00');
});

test('an account that is blocked says what is blocked, since when and why', async ({ page, sandbox }) => {
  await findKnown(page, 'blocked');
  const blocked = accountPanel(page).locator('div').filter({ has: page.getByText('Blocked', { exact: true }) }).locator('dd').last();
  await expect(blocked).toContainText('Payments and authorizations since 3 Jul 2025');
  await expect(blocked).toContainText('COURT_ORDER: File 4711, until the court decides');
  expect(await sandbox.count('retrieveAccount')).toBe(1);
});

test('a reason that cannot be read can be asked for again, and an account that is not blocked is not asked', async ({ page, sandbox }) => {
  await findKnown(page, 'two-years');
  await expect(accountPanel(page).getByText('Open to buy')).toBeVisible();
  expect(await sandbox.count('retrieveAccount')).toBe(0);
  await sandbox.fail('retrieveAccount', { times: 2 });
  await findKnown(page, 'blocked');
  await expect(accountPanel(page).getByRole('alert')).toContainText('The reason could not be read');
  await accountPanel(page).getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(accountPanel(page)).toContainText('COURT_ORDER');
});

test('a wallet without an issuing customer says so, and what needs an account is off, with the reason', async ({ page }) => {
  await findKnown(page, 'wallet-only');
  await expect(accountPanel(page).getByRole('status')).toContainText('This wallet has no issuing customer.');
  await expect(accountChooser(page)).toBeDisabled();
  const link = sectionLink(page, 'Statements');
  await expect(link).toHaveAttribute('aria-disabled', 'true');
  await expect(link).toHaveAccessibleDescription('This wallet has no issuing customer.');
  await expect(walletStatus(page)).toHaveText('Active');
  // The key leads there all the same, and the section says why it is empty.
  await callerName(page).press('g');
  await page.keyboard.press('s');
  await expect(page.getByText('Everything about the wallet still works.')).toBeVisible();
});

test('accounts that cannot be read fail by themselves, and the wallet is there', async ({ page }) => {
  await findKnown(page, 'accounts-fail');
  await expect(accountPanel(page).getByRole('alert')).toContainText('The accounts could not be read: the gateway is not available.');
  await expect(accountPanel(page).getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(accountChooser(page)).toBeDisabled();
  await expect(walletStatus(page)).toHaveText('Active');
});

test('accounts that could not be read are read when the rep tries again, from the bar too', async ({ page }) => {
  // Twice is what the one retry of a read does not get over.
  await findKnown(page, 'accounts-fail-twice');
  await page.getByRole('button', { name: 'Try again to read the accounts' }).click();
  await expect(accountChooser(page)).toBeEnabled();
  await expect(accountPanel(page).getByText('Open to buy')).toBeVisible();
});

test('without the contracts the accounts are there all the same', async ({ page, sandbox }) => {
  await sandbox.fail('listCustomerContracts', { times: 2 });
  await findKnown(page, 'several-accounts');
  await expect(accountChooser(page).getByRole('option')).toHaveCount(4);
});

test('a balance that cannot be read fails by itself', async ({ page, sandbox }) => {
  await findKnown(page, 'balance-fails');
  const alert = accountPanel(page).getByRole('alert');
  await expect(alert).toContainText('The balance could not be read: the gateway is not available.');
  await expect(accountChooser(page)).toBeEnabled();
  const before = await sandbox.count('retrieveAccountBalance');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => sandbox.count('retrieveAccountBalance')).toBe(before + 2);
  await goToSection(page, 'Statements');
  await expect(statementRows(page).first()).toBeVisible();
});

test('slow accounts are said to be on their way, and nothing else waits for them', async ({ page, sandbox }) => {
  await sandbox.hold('listCustomerAccounts');
  await findKnown(page, 'two-years');
  await expect(accountPanel(page).getByRole('status')).toHaveText('Reading the accounts');
  await expect(walletStatus(page)).toHaveText('Active');
  await sandbox.release();
  await expect(accountChooser(page)).toBeEnabled();
});
