import { findKnown } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { devicesPanel, verify, walletPanel } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';
import { authorizationsPanel, operations, section } from '../support/operations.ts';
import type { Operation } from '../support/sandbox.ts';

const MISSING: Operation[] = ['updateCustomerActivation', 'updateCustomerDeviceActivation', 'postFeeOperation', 'listAuthorizations', 'searchOperations'];

test.use({ today: TODAY, notOffered: MISSING });

test('what the issuer has not bought is there, disabled, with the reason, and is never called', async ({ page, sandbox }) => {
  await findKnown(page, 'two-years');
  await verify(page);
  const deactivate = walletPanel(page).getByRole('button', { name: 'Deactivate wallet' });
  await expect(deactivate).toBeDisabled();
  await expect(deactivate).toHaveAccessibleDescription('This issuer does not offer “update customer activation”.');
  const device = devicesPanel(page).getByRole('button', { name: /^Deactivate / }).first();
  await expect(device).toBeDisabled();
  await expect(device).toHaveAccessibleDescription('This issuer does not offer “update customer device activation”.');

  await section(page);
  await expect(operations(page)).toBeVisible();
  const fee = page.getByRole('button', { name: 'Post fee', exact: true });
  await expect(fee).toBeDisabled();
  await expect(fee).toHaveAccessibleDescription('This issuer does not offer “post fee operation”.');
  await expect(page.getByRole('button', { name: 'Post bonus', exact: true })).toBeEnabled();
  // A list that does not exist is no failure, and nobody is asked to try again.
  await expect(authorizationsPanel(page).getByRole('status')).toHaveText('This issuer does not offer “list authorizations”. Nothing was sent.');
  await expect(authorizationsPanel(page).getByRole('alert')).toHaveCount(0);
  await expect(authorizationsPanel(page).getByRole('button', { name: 'Try again' })).toHaveCount(0);


  await page.getByRole('link', { name: 'Search across accounts' }).click();
  const search = page.getByRole('button', { name: 'Search operations' });
  await expect(search).toBeDisabled();
  await expect(search).toHaveAccessibleDescription('This issuer does not offer “search operations”.');

  const called = (await sandbox.log()).map((call) => call.operation);
  for (const operation of MISSING) expect(called).not.toContain(operation);
  expect((await sandbox.log()).filter((call) => call.refused !== undefined)).toEqual([]);
});
