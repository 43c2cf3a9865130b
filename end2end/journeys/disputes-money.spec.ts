import { TODAY } from '../support/clock.ts';
import { confirm, dialog } from '../support/desk.ts';
import { begin, create, createIt, disputeOperation, fact, files, fillIn, hand, moment, said } from '../support/disputes.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ today: TODAY });

test('what goes back and what is posted are together no more than the operation', async ({ page, sandbox }) => {
  await disputeOperation(page, 'dispute-two-ways', /HARBOUR DINER/);
  await fillIn(page);
  await page.getByRole('radio', { name: /^All of it/ }).check();
  await page.getByLabel('Posting', { exact: true }).selectOption('Cardholder Account');
  const amount = page.getByLabel('Amount to post');
  await amount.fill('5000');
  const effect = page.getByRole('main').getByRole('table', { name: 'What will change' });
  await expect(effect.getByRole('row', { name: /Outstanding/ })).toContainText('More than there is');
  await create(page).click();
  await expect(amount).toHaveAccessibleDescription('All of the operation is booked already: nothing is left to post.');
  await expect(amount).toBeFocused();
  await expect(dialog(page)).toBeHidden();

  await page.getByRole('radio', { name: 'A part of it' }).check();
  await page.getByLabel('Amount to give back').fill('20');
  await amount.fill('1.01');
  await create(page).click();
  await expect(amount).toHaveAccessibleDescription('Only 1.00 EUR of the operation is left to post.');
  expect(await sandbox.writes()).toEqual([]);

  await amount.fill('1');
  await createIt(page);
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  await page.getByRole('link', { name: /^Open folder/ }).click();
  await expect(fact(page, 'Outstanding balance')).toHaveText('0.00 EUR');
});

test('a credit is charged again, never more of it than there is', async ({ page, sandbox }) => {
  await disputeOperation(page, 'dispute-two-ways', /LANTERN BOOKS/);
  await fillIn(page);
  await page.getByRole('group', { name: 'Charge again at once' }).getByRole('radio', { name: 'A part of it' }).check();
  const part = page.getByLabel('Amount to charge again');
  await part.fill('50');
  await create(page).click();
  await expect(part).toHaveAccessibleDescription('A part is less than the whole.');
  await part.fill('10');
  const effect = page.getByRole('main').getByRole('table', { name: 'What will change' });
  await expect(effect.getByRole('row', { name: /Outstanding/ })).toContainText('−50.00 EUR');
  await expect(effect.getByRole('row', { name: /Outstanding/ })).toContainText('−40.00 EUR');
  await createIt(page);
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  const [deed] = await sandbox.deeds();
  const sent = JSON.parse(deed?.body ?? '{}');
  expect([sent.refundRedebitIndicator, sent.refundRedebitAmount.value]).toEqual(['PARTIAL', -1000]);

  await page.getByRole('link', { name: /^Open folder/ }).click();
  await expect(moment(page, 'Charged to the cardholder again')).toContainText('−10.00 EUR');
  const form = await begin(page, 'Add posting');
  await form.getByLabel('Amount', { exact: true }).fill('40.01');
  await form.getByRole('button', { name: 'Add posting' }).click();
  await expect(form.getByLabel('Amount', { exact: true })).toHaveAccessibleDescription(/Only −40\.00 EUR is outstanding\./);
  await form.getByLabel('Amount', { exact: true }).fill('40');
  await expect(form.getByRole('row', { name: /Outstanding/ })).toContainText('0.00 EUR');
  await confirm(page, 'Add posting');
  await expect(fact(page, 'Outstanding balance')).toHaveText('0.00 EUR');
});

test('a part is charged back in the currency in which the scheme settled', async ({ page }) => {
  await disputeOperation(page, 'dispute-two-ways', /HARBOUR DINER/);
  await fillIn(page);
  await page.getByLabel(/was the card with you the whole time/).check();
  await createIt(page);
  await page.getByRole('link', { name: /^Open folder/ }).click();
  await expect(fact(page, 'Outstanding balance')).toHaveText('21.00 EUR');
  const form = await begin(page, 'Generate chargeback');
  await form.getByRole('radio', { name: 'A part of it' }).check();
  const part = form.getByLabel('Amount to charge back');
  await expect(part).toHaveAccessibleDescription('In USD, as the scheme settled it: 23.00 USD in all.');
  await part.fill('10');
  await expect(form.getByRole('row', { name: /Asked of the scheme/ })).toContainText('10.00 USD');
  await form.getByRole('radio', { name: 'Fraud on the internet (10)' }).check();
  await hand(form, files.pdf);
  await confirm(page, 'Generate chargeback');
  await expect(moment(page, 'FIRSTCHARGEBACK')).toContainText('10.00 USD');
});
