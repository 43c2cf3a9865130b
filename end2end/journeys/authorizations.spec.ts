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
