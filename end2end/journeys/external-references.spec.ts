import { accountChooser, accountPanel, findKnown, goToSection } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { callerName, findCaller } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ today: TODAY, references: 'external' });

test('an issuer whose paths take the external reference is asked by that', async ({ page, sandbox }) => {
  await findKnown(page, 'several-accounts');
  await expect(accountChooser(page).getByRole('option')).toHaveCount(4);
  await expect(accountPanel(page).getByText('Open to buy')).toBeVisible();
  await goToSection(page, 'Disputes');
  await expect(page.getByText('None of this customer’s cards is in a dispute.')).toBeVisible();
  expect((await sandbox.log()).filter(({ refused }) => refused)).toEqual([]);
});

test('somebody whom only the issuer knows is found and served by it too', async ({ page, sandbox }) => {
  await findCaller(page, 'Halfaccount');
  await expect(callerName(page)).toHaveText('Alma Halfaccount');
  await expect(accountChooser(page).getByRole('option')).toHaveCount(1);
  expect((await sandbox.log()).filter(({ refused }) => refused)).toEqual([]);
});
