import { expect, test } from '../support/fixtures.ts';
import { accountChooser, accountPanel, sectionLink } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { callerName, devicesPanel, findCaller, match, matches, search, sitDown, verify, walletPanel, walletStatus } from '../support/desk.ts';

test.use({ today: TODAY });

test('somebody who has an account and no wallet is found by name, and what is about a wallet is off, with the reason', async ({ page }) => {
  await findCaller(page, 'Halfaccount');
  await expect(callerName(page)).toHaveText('Alma Halfaccount');
  await expect(walletPanel(page).getByRole('status')).toContainText('This customer has no wallet.');
  await expect(devicesPanel(page)).toHaveCount(0);
  await expect(accountChooser(page).getByRole('option')).toHaveCount(1);
  await expect(accountPanel(page)).toContainText('Reference');
  for (const section of ['Devices', 'Receipts']) {
    await expect(sectionLink(page, section)).toHaveAttribute('aria-disabled', 'true');
    await expect(sectionLink(page, section)).toHaveAccessibleDescription('This customer has no wallet.');
  }
  await expect(sectionLink(page, 'Statements')).not.toHaveAttribute('aria-disabled');

  // The key leads there all the same, and the section says why it is empty.
  await callerName(page).press('g');
  await page.keyboard.press('d');
  await expect(devicesPanel(page).getByRole('status')).toContainText('This customer has no wallet.');
});

test('they are verified and shown masked like anybody else', async ({ page }) => {
  await findCaller(page, 'Halfaccount');
  const identity = page.getByRole('region', { name: 'Identity' });
  await expect(identity.getByRole('button', { name: 'Reveal birthday' })).toBeDisabled();
  await verify(page);
  await identity.getByRole('button', { name: 'Reveal birthday' }).click();
  await expect(identity.getByRole('button', { name: 'Hide birthday' })).toBeVisible();
});

test('whoever is in both systems is one match', async ({ page, sandbox }) => {
  await sitDown(page);
  await search(page, 'Alvarez');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('2 customers found');
  await expect(matches(page)).toHaveCount(2);
  expect(await sandbox.count('listCustomers')).toBe(1);
  expect(await sandbox.count('retrieveCustomerLookupInfo')).toBe(1);
});

test('a part of a name finds by the records of the issuer, and the wallet with it', async ({ page }) => {
  await findCaller(page, 'tementful');
  await expect(callerName(page)).toHaveText('Tilda Statementful');
  await expect(walletStatus(page)).toHaveText('Active');
});

test('names that only hold what was typed are said to, and not mixed with those that are called so', async ({ page }) => {
  await sitDown(page);
  await search(page, 'Half');
  await expect(match(page, /^Alma Halfaccount No wallet/)).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Nobody is called exactly so; these names hold what you typed.');
  await search(page, 'Twin');
  await expect(matches(page)).toHaveCount(2);
  await expect(page.getByRole('main')).not.toContainText('Nobody is called exactly so');
});

test('a question separates nobody while some are not shown', async ({ page }) => {
  await sitDown(page);
  await search(page, 'a');
  await expect(page.getByRole('main')).toContainText('more are not shown: ask for more of the name.');
  await expect(page.getByRole('region', { name: 'This question narrows them down' })).toBeVisible();
});

test('a search by anything else asks both systems too', async ({ page, sandbox }) => {
  await findCaller(page, 'two-years@sandbox.example');
  expect(await sandbox.count('listCustomers')).toBe(1);
});

test('when the records of the issuer cannot be searched the wallets are shown, and it is said', async ({ page, sandbox }) => {
  await sitDown(page);
  await sandbox.fail('listCustomers', { times: 2 });
  await search(page, 'Alvarez');
  await expect(matches(page)).toHaveCount(2);
  const notice = page.getByRole('main').getByRole('alert');
  await expect(notice).toContainText('Only the wallets were searched.');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toHaveCount(0);
  await expect(matches(page)).toHaveCount(2);
});

test('when a wallet cannot be looked for nobody is said to have none', async ({ page, sandbox }) => {
  await sitDown(page);
  // The search by name asks first; the wallet of whom the issuer named is asked for next.
  await sandbox.fail('retrieveCustomerLookupInfo', { nth: 2, times: 2 });
  await search(page, 'Halfaccount');
  const notice = page.getByRole('main').getByRole('alert');
  await expect(notice).toContainText('Some customers are not shown.');
  await expect(matches(page)).toHaveCount(0);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(callerName(page)).toHaveText('Alma Halfaccount');
});
