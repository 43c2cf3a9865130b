import type { Locator, Page } from '@playwright/test';
import { TODAY } from '../support/clock.ts';
import { confirm } from '../support/desk.ts';
import { atTheFolder, begin, moment, chooseOther, otherTransaction } from '../support/disputes.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ today: TODAY });

const reaches = (page: Page): Locator => page.getByRole('region', { name: 'Readiness' }).getByRole('status');

/** Notes that the reason's question was asked. */
async function ask(page: Page, question: RegExp): Promise<void> {
  const note = await begin(page, 'Add event');
  await note.getByRole('button', { name: question }).click();
  await confirm(page, 'Add event');
  await expect(moment(page, question)).toBeVisible();
}

test('a reason that needs to know how much is disputed takes a part, and the meter never contradicts the button', async ({ page, sandbox }) => {
  await atTheFolder(page, 'dispute-high-amount');
  const button = page.getByRole('button', { name: 'Generate chargeback' });
  await expect(reaches(page)).toHaveText('2 of 4: enough for a dispute, not yet for a chargeback');
  await expect(button).toHaveAccessibleDescription('Chargeback: Missing: Cardholder: did the merchant refuse to correct it?');
  await ask(page, /did the merchant refuse to correct it/);
  await expect(reaches(page)).toHaveText('3 of 4: the form of the chargeback asks for the rest');
  await expect(button).toBeEnabled();

  const form = await begin(page, 'Generate chargeback');
  await form.getByRole('radio', { name: 'Charged twice (12.6)' }).check();
  await chooseOther(form);
  await form.getByRole('button', { name: 'Generate chargeback' }).click();
  await expect(form.getByRole('group', { name: 'How much' })).toHaveAccessibleDescription(
    'Missing: How much of it is disputed. Charge back a part of it, or add a posting first.',
  );
  expect(await sandbox.count('generateChargeback')).toBe(0);
  await form.getByRole('radio', { name: 'A part of it' }).check();
  await form.getByLabel('Amount to charge back').fill('1');
  await confirm(page, 'Generate chargeback');
  await expect(moment(page, 'FIRSTCHARGEBACK')).toContainText('1.00 EUR');
  await expect(reaches(page)).toHaveText('4 of 4: a chargeback is with the scheme');
});

test('Mastercard: a duplicate names the transaction that is not disputed', async ({ page, sandbox }) => {
  await atTheFolder(page, 'dispute-mastercard', /Duplicate transaction/);
  await ask(page, /did the merchant refuse to refund it/);
  await expect(reaches(page)).toHaveText('2 of 3: the form of the chargeback asks for the rest');
  const form = await begin(page, 'Generate chargeback');
  await form.getByLabel('Reason code').fill('4834');
  await form.getByRole('button', { name: 'Generate chargeback' }).click();
  await expect(otherTransaction(form)).toHaveAccessibleDescription(/Missing: The transaction that is not disputed\./);
  await chooseOther(form);
  await confirm(page, 'Generate chargeback');
  await expect(moment(page, 'FIRSTCHARGEBACK')).toContainText('Reason 4834');
  const sent = JSON.parse((await sandbox.deeds()).at(-1)?.body ?? '{}');
  expect(sent.duplicatedTransactionIdentifier).toMatch(/^0\d{14}$/);
  await expect(reaches(page)).toHaveText('2 of 3: a chargeback is with the scheme');
});
