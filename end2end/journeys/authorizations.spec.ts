import { accountChooser } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { issuingRequests } from '../support/requests.ts';
import { authorizations, authorizationsPanel, operationsOf, period, rows } from '../support/operations.ts';

test.use({ today: TODAY });

test('a decline says why in words, and opens with what was checked', async ({ page }) => {
  const sent = issuingRequests(page);
  await operationsOf(page, 'declined');
  await period(page, '2024-01-01');
  await page.getByRole('combobox', { name: 'Kind of authorizations' }).selectOption('Declined');
  await expect(rows(authorizations(page)).first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter the authorizations' }).fill('over the credit limit');
  const declined = authorizations(page).getByRole('row', { name: /Over the credit limit/ }).first();
  await declined.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Authorization', exact: true })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Over the credit limit');
  // The gateway asks for a period although the id is unique: the list's is carried along.
  expect(sent.findLast((request) => /\/authorizations\/.+/.test(request.path))?.query).toMatchObject({ startTime: '2023-12-31T23:00:00Z' });
  await page.getByRole('link', { name: 'All operations' }).click();
  await expect(authorizations(page)).toBeVisible();
});

test('authorizations follow the period of the operations, and fail alone', async ({ page, sandbox }) => {
  await operationsOf(page, 'authorizations-fail');
  const alert = authorizationsPanel(page).getByRole('alert');
  await expect(alert).toContainText('The authorizations could not be read: the gateway is not available.');
  await expect(page.getByRole('table', { name: 'Operations', exact: true })).toBeVisible();
  const before = await sandbox.count('listAuthorizations');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => sandbox.count('listAuthorizations')).toBe(before + 2);
});

test('an authorization stays open when another account comes into view, says on which account it is, and leads there', async ({ page }) => {
  await operationsOf(page, 'several-accounts');
  await period(page, '2025-05-01');
  await rows(authorizations(page)).first().click();
  const heading = page.getByRole('heading', { name: 'Authorization', exact: true });
  await expect(heading).toBeVisible();
  const main = page.getByRole('main');
  await expect(main.getByText('Authorization ID')).toBeVisible();
  const [own, other] = await accountChooser(page).getByRole('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  await accountChooser(page).selectOption(other ?? '');
  const said = main.getByRole('status').filter({ hasText: 'Not the account in view.' });
  await expect(said).toContainText(`…${own?.slice(-4)}`);
  await expect(main.getByText('Authorization ID')).toBeVisible();
  await expect(main.getByRole('alert')).toHaveCount(0);
  await said.getByRole('button', { name: 'Switch to it' }).click();
  await expect(accountChooser(page)).toHaveValue(own ?? '');
  await expect(said).toHaveCount(0);
  await expect(main.getByText('Authorization ID')).toBeVisible();
});

test('what is held back says until when, in the list, in its business case and at its authorization', async ({ page, sandbox }) => {
  await operationsOf(page, 'many-operations');
  expect(await sandbox.count('listReserves')).toBe(0);
  await page.getByRole('button', { name: 'Open reservations' }).click();
  const open = page.getByRole('table', { name: 'Open reservations' });
  const first = open.getByRole('row').filter({ has: page.getByRole('rowheader') }).first();
  await expect(first).toContainText(/\d{1,2} Jul 2025/);
  const until = (await first.getByRole('cell').last().innerText()).trim();
  await first.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Business case', exact: true })).toBeVisible();
  const held = page.getByRole('main').locator('dl > div').filter({ has: page.getByText('Held until', { exact: true }) }).getByRole('definition');
  await expect(held).toHaveText(until);
  await page.getByRole('link', { name: 'All operations' }).click();
  await page.getByRole('combobox', { name: 'Kind of authorizations' }).selectOption('Approved');
  await rows(authorizations(page)).first().click();
  await expect(held).toHaveText(/Jul 2025/);
  await page.getByRole('main').getByRole('link', { name: /^BC\d+$/ }).click();
  await expect(page.getByRole('heading', { name: 'Business case', exact: true })).toBeVisible();
});

test('a platform that lists no open reservations says so, and nothing is red', async ({ page, sandbox }) => {
  await sandbox.fail('listReserves', { status: 404, times: 9 });
  await operationsOf(page, 'two-years');
  await page.getByRole('button', { name: 'Open reservations' }).click();
  await expect(authorizationsPanel(page).getByRole('status').filter({ hasText: 'does not list open reservations' })).toBeVisible();
  await expect(authorizationsPanel(page).getByRole('alert')).toHaveCount(0);
});

test('business cases are read when they are opened, and each opens', async ({ page, sandbox }) => {
  await operationsOf(page, 'two-years');
  await period(page, '2024-01-01');
  expect(await sandbox.count('listBusinessCases')).toBe(0);
  await page.getByRole('button', { name: 'Business cases' }).click();
  const cases = page.getByRole('table', { name: 'Business cases' });
  await expect(cases.getByRole('rowheader').first()).toBeVisible();
  await cases.getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Business case', exact: true })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Business case ID');
});
