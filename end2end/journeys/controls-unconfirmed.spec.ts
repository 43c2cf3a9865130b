import type { Page } from '@playwright/test';
import { accountChooser } from '../support/accounts.ts';
import { confirm, dialog } from '../support/desk.ts';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { day, euros, expectRead, expectWrong, fillTemporaryLimit, openSection, region, row, somebodyElse, table } from '../support/limits.ts';
import type { Operation, Sandbox } from '../support/sandbox.ts';

test.use({ today: TODAY });

const UNCONFIRMED = 'The last one is not confirmed. Check it first.';

/** The write is done and its answer is lost; nothing can be read of it but once, before it is sent. */
async function loseSight(sandbox: Sandbox, write: Operation, read: Operation): Promise<void> {
  await sandbox.drop(write, { when: 'after' });
  await sandbox.fail(read, { nth: 2, times: 30 });
}

const web = (page: Page) => row(page, 'Velocity limits', 'E-commerce');

/** A limit is overridden, and nobody knows what became of it. */
async function overrideOutOfSight(page: Page, sandbox: Sandbox): Promise<void> {
  await openSection(page, 'limits', 'Card controls');
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await dialog(page).getByLabel('Maximum amount').selectOption('Up to …');
  await dialog(page).getByLabel('Sum', { exact: true }).fill('5000');
  await dialog(page).getByLabel('Reason').selectOption('The customer asks for it');
  await expectRead(page);
  await loseSight(sandbox, 'createVelocityLimitOverride', 'listVelocityLimitOverrides');
  await confirm(page, 'Override');
}

/** Nobody knows, so the button waits; checking settles it without sending anything, and the button is back. */
async function expectSettledByChecking(page: Page, sandbox: Sandbox, panel: string, button: string, write: Operation): Promise<void> {
  const place = region(page, panel);
  await expect(place.getByText('so nobody knows.')).toBeVisible({ timeout: 20_000 });
  const again = place.getByRole('button', { name: button, exact: true }).first();
  await expect(again).toBeDisabled();
  await expect(again).toHaveAccessibleDescription(new RegExp(UNCONFIRMED));
  await sandbox.release();
  await place.getByRole('button', { name: 'Check again' }).click();
  await expect(place.getByText('seen by reading.')).toBeVisible();
  await expect(again).toBeEnabled();
  expect(await sandbox.count(write)).toBe(1);
}

test('while nobody knows whether a velocity limit was overridden it is not overridden again', async ({ page, sandbox }) => {
  await overrideOutOfSight(page, sandbox);
  await expectSettledByChecking(page, sandbox, 'Velocity limits', 'Override', 'createVelocityLimitOverride');
});

test('an override that nobody knows of and that is dismissed is found before another one is sent', async ({ page, sandbox }) => {
  await overrideOutOfSight(page, sandbox);
  const panel = region(page, 'Velocity limits');
  await expect(panel.getByText('so nobody knows.')).toBeVisible({ timeout: 20_000 });
  await panel.getByRole('button', { name: 'Dismiss' }).click();
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await expect(dialog(page).getByLabel('Sum', { exact: true })).toHaveValue('5000');
  // The form reads the others in vain: what it knows is from before.
  await expectRead(page);
  await sandbox.release();
  await confirm(page, 'Override');
  await expect(panel.getByText('already. Nothing was sent.')).toBeVisible();
  expect(await sandbox.count('createVelocityLimitOverride')).toBe(1);
});

test('an override that nobody knew of and that is read by then is not made again', async ({ page, sandbox }) => {
  await overrideOutOfSight(page, sandbox);
  const panel = region(page, 'Velocity limits');
  await expect(panel.getByText('so nobody knows.')).toBeVisible({ timeout: 20_000 });
  await panel.getByRole('button', { name: 'Dismiss' }).click();
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  const again = region(page, 'Overrides').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await sandbox.release();
  await again.click();
  await expect(table(page, 'Overrides of this limit')).toContainText('5,000.00 EUR');
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Override', exact: true }).click();
  await expectWrong(page, 'Maximum amount', 'An override sets this already.');
  expect(await sandbox.count('createVelocityLimitOverride')).toBe(1);
});

test('while nobody knows whether the credit limit was changed it is not changed again', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await page.getByRole('button', { name: 'Change credit limit' }).click();
  await dialog(page).getByLabel('New credit limit').fill('5000');
  await dialog(page).getByLabel('Reason').selectOption('A planned purchase');
  await loseSight(sandbox, 'updateAccountCreditLimit', 'retrieveAccountCreditLimit');
  await confirm(page, 'Change');
  await expectSettledByChecking(page, sandbox, 'Credit limit', 'Change credit limit', 'updateAccountCreditLimit');
});

test('while nobody knows whether a temporary limit was added no other is added', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await fillTemporaryLimit(page, '7500', day(1), day(2));
  await loseSight(sandbox, 'createTemporaryCreditLimit', 'listTemporaryCreditLimits');
  await confirm(page, 'Add');
  await expectSettledByChecking(page, sandbox, 'Temporary credit limits', 'Add temporary limit', 'createTemporaryCreditLimit');
});

test('while nobody knows whether a restriction was overridden it is not overridden again', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await row(page, 'Authorization restrictions', 'E-commerce off').getByRole('button', { name: 'Override', exact: true }).click();
  await dialog(page).getByLabel('Reason').selectOption('The customer asks for it');
  await expectRead(page);
  await loseSight(sandbox, 'createAuthorizationRestrictionOverride', 'listAuthorizationRestrictionOverrides');
  await confirm(page, 'Override');
  const place = 'Authorization restrictions';
  await expectSettledByChecking(page, sandbox, place, 'Override', 'createAuthorizationRestrictionOverride');
});

test('what became of one account’s change does not stand in another account’s panel', async ({ page, sandbox }) => {
  await openSection(page, 'several-accounts', 'Limits');
  const panel = region(page, 'Credit limit');
  await page.getByRole('button', { name: 'Change credit limit' }).click();
  await dialog(page).getByLabel('New credit limit').fill('5000');
  await dialog(page).getByLabel('Reason').selectOption('A planned purchase');
  await somebodyElse(sandbox, 'several-accounts', 'updateAccountCreditLimit', '/credit-limit', { creditLimitAmount: euros(123_400) });
  await confirm(page, 'Change');
  await expect(panel.getByRole('alert')).toContainText('The limit is 1,234.00 EUR.');
  const chosen = await accountChooser(page).inputValue();
  await accountChooser(page).selectOption({ index: 1 });
  await expect(panel).toContainText('Permanent limit1,000.00 EUR');
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await accountChooser(page).selectOption(chosen);
  await expect(panel.getByRole('alert')).toContainText('The limit is 1,234.00 EUR.');
});
