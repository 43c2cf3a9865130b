import type { Page } from '@playwright/test';
import { goToSection } from '../support/accounts.ts';
import { TODAY, onTheDay } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { dialog } from '../support/desk.ts';
import { issuingRequests, newest } from '../support/requests.ts';
import { fillFee, operations, operationsPanel, postIt, row, section, verified } from '../support/operations.ts';

test.use({ today: TODAY });

const POST = 'postFeeOperation';
const WHO = 'two-years';
const EMAIL = `${WHO}@sandbox.example`;
const said = (page: Page) => page.getByRole('main').getByRole('status').filter({ hasText: 'seen by reading' });
const alert = (page: Page, words: string) => page.getByRole('main').getByRole('alert').filter({ hasText: words });
const oneLikeIt = (page: Page) => dialog(page).getByRole('alert').filter({ hasText: 'One like it was posted.' });

/** As another rep's system sends it. */
const feeOfAnother = (value: number) => ({
  externalOperationReference: 'of-another',
  externalOperationDate: '2025-07-15T08:00:00Z',
  externalOperationServicePoster: 'BACKOFFICE',
  feeType: 'MANUAL_FEE',
  adjustment: false,
  referenceAmount: { value, exponent: 2, isoCode: 'EUR' },
});

/** The correlation ids of the fees that were sent. */
function correlations(page: Page): string[] {
  const ids: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/post-fee-operation')) ids.push(request.headers()['wl-correlation-id'] ?? '');
  });
  return ids;
}

test('a fee like the one of two minutes ago is pointed out with when and by whom, and may be sent all the same', async ({ page, sandbox }) => {
  await verified(page, WHO);
  await fillFee(page, '15');
  await expect(oneLikeIt(page)).toHaveCount(0);
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await page.clock.setFixedTime(onTheDay('12:17'));
  await fillFee(page, '16');
  await expect(oneLikeIt(page)).toHaveCount(0);
  await dialog(page).getByLabel('Amount', { exact: true }).fill('15');
  await expect(oneLikeIt(page)).toContainText(/The same fee was posted on .*12:1\d, by you\. Post this one only if a second is meant\./);
  await postIt(page).click();
  await expect(said(page)).toContainText('The fee of 15.00 EUR is posted');
  expect(await sandbox.postedByHand(EMAIL)).toHaveLength(2);
});

test('a fee that another rep posted is pointed out with their name, and one that was taken back is not', async ({ page, sandbox }) => {
  await sandbox.onAccount(EMAIL, POST, 'post-fee-operation', feeOfAnother(2000));
  await verified(page, WHO);
  await fillFee(page, '20');
  await expect(oneLikeIt(page)).toContainText('by Sascha Brandt');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await sandbox.onAccount(EMAIL, 'reverseFeeOperation', 'reverse-fee-operation', {
    reversalReason: 'REVERSAL_ON_DEMAND',
    externalMatchingOperationReference: 'of-another',
    externalMatchingOperationDate: '2025-07-15T08:00:00Z',
    externalMatchingOperationServicePoster: 'BACKOFFICE',
    externalOperationReference: 'back-of-another',
    externalOperationDate: '2025-07-15T08:05:00Z',
    externalOperationServicePoster: 'BACKOFFICE',
  });
  await fillFee(page, '20');
  await expect(oneLikeIt(page)).toHaveCount(0);
});

test('where what was posted lately cannot be read, that is said, and the fee may be sent', async ({ page, sandbox }) => {
  await verified(page, WHO);
  await expect(operations(page)).toBeVisible();
  await sandbox.fail('listOperations', { times: 2 });
  await fillFee(page, '15');
  await expect(dialog(page)).toContainText('Whether one like it was posted lately could not be read.');
  await postIt(page).click();
  await expect(said(page)).toContainText('The fee of 15.00 EUR is posted');
});

test('a refusal that is the echo of a first copy is read, and the fee is found to be posted', async ({ page, sandbox }) => {
  await verified(page, WHO);
  // A proxy sends it twice: the first copy is done, and the refusal of the second is what comes back.
  await sandbox.fail(POST, { when: 'after', status: 400 });
  await fillFee(page, '15');
  await postIt(page).click();
  await expect(said(page)).toContainText('The fee of 15.00 EUR is posted, seen by reading.');
  expect(await sandbox.count('inquireOperation')).toBe(1);
  expect(await sandbox.postedByHand(EMAIL)).toHaveLength(1);
});

test('a refusal after which nothing can be read is neither done nor undone', async ({ page, sandbox }) => {
  await verified(page, 'fee-refused');
  await sandbox.fail('inquireOperation', { times: 6 });
  await fillFee(page, '15');
  await postIt(page).click();
  const open = alert(page, 'Not confirmed.');
  await expect(open).toContainText('The gateway refused it, and an earlier copy of it may have been taken');
  await open.getByRole('button', { name: 'Check again' }).click();
  await expect(alert(page, 'The answer was lost, and reading again shows: No fee was posted.').or(alert(page, 'Not done.'))).toBeVisible();
  expect(await sandbox.count(POST)).toBe(1);
});

test('a fee that is sent again carries the same correlation id, also when the form is confirmed anew', async ({ page, sandbox }) => {
  const ids = correlations(page);
  await verified(page, WHO);
  await sandbox.drop(POST, { times: 2 });
  await fillFee(page, '15');
  await postIt(page).click();
  const undone = alert(page, 'reading again shows: No fee was posted.');
  await undone.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => ids.length).toBe(2);
  await expect(undone).toBeVisible();
  await undone.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('button', { name: 'Post fee', exact: true }).click();
  await expect(dialog(page).getByLabel('Amount', { exact: true })).toHaveValue('15');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size, 'one intent, one correlation id').toBe(1);
  await fillFee(page, '16');
  await postIt(page).click();
  await expect(said(page)).toContainText('16.00 EUR');
  expect(new Set(ids).size, 'another fee is another intent').toBe(2);
});

test('what is left of a fee is compared once more when the reversal is sent', async ({ page, sandbox }) => {
  await verified(page, WHO);
  await fillFee(page, '30', 'By mistake');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await row(page, /By mistake/).getByRole('link').click();
  await page.getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(dialog(page).getByLabel('Amount to take back')).toHaveValue('30.00');
  await expect(dialog(page).getByRole('button', { name: 'Reverse fee', exact: true })).toBeEnabled();

  const [fee] = await sandbox.postedByHand(EMAIL);
  await sandbox.onAccount(EMAIL, 'reverseFeeOperation', 'reverse-fee-operation', {
    reversalReason: 'REVERSAL_ON_DEMAND',
    externalMatchingOperationReference: fee?.externalOperationReference,
    externalMatchingOperationDate: fee?.externalOperationDate,
    externalMatchingOperationServicePoster: 'ISSUER',
    referenceAmount: { value: -2000, exponent: 2, isoCode: 'EUR' },
    externalOperationReference: 'of-another',
    externalOperationDate: '2025-07-15T10:16:00Z',
    externalOperationServicePoster: 'BACKOFFICE',
  });
  await dialog(page).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  const notSent = alert(page, 'Not sent.');
  await expect(notSent).toContainText('It has changed since you saw it. 10.00 EUR of it is left now.');
  expect(await sandbox.count('reverseFeeOperation'), 'nothing was sent').toBe(0);
  await notSent.getByRole('button', { name: 'Back to the form' }).click();
  await expect(dialog(page).getByRole('row', { name: /Taken back/ })).toContainText('Taken back−20.00 EUR');
  await dialog(page).getByLabel('Amount to take back').fill('10');
  await dialog(page).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(said(page)).toContainText('10.00 EUR of the fee is taken back');
});

test('a fee counts from a day that makes sense, and interest from one of the rep\u2019s choosing', async ({ page }) => {
  const requests = issuingRequests(page);
  await verified(page, WHO);
  await fillFee(page, '15');
  for (const wrong of ['2205-07-15', '2024-07-14', '2025-08-16']) {
    await dialog(page).getByLabel('Counts from').fill(wrong);
    await postIt(page).click();
    await expect(dialog(page).getByLabel('Counts from')).toHaveAccessibleDescription(/Choose a day from 15 Jul 2024 to 15 Aug 2025\./);
  }
  await dialog(page).getByLabel('Counts from').fill('2025-07-01');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  expect(newest(requests, '/post-fee-operation')?.body).toMatchObject({ valueDate: '2025-06-30T22:00:00Z', adjustment: false });

  await page.getByRole('button', { name: 'Post interest', exact: true }).click();
  await dialog(page).getByLabel('Amount', { exact: true }).fill('1.20');
  await dialog(page).getByLabel('Counts from').fill('2025-08-01');
  await dialog(page).getByRole('button', { name: 'Post interest', exact: true }).click();
  await expect(operationsPanel(page).getByRole('status').filter({ hasText: 'The interest of 1.20 EUR is posted' })).toBeVisible();
  expect(newest(requests, '/post-interest-operation')?.body).toMatchObject({ valueDate: '2025-07-31T22:00:00Z', interestType: 'DEBIT' });
  await page.getByRole('button', { name: 'Post bonus', exact: true }).click();
  await expect(dialog(page).getByLabel('Counts from')).toHaveCount(0);
});

test('reading the balance again is no movement: the open cycle is read again only after something was posted', async ({ page, sandbox }) => {
  await verified(page, WHO);
  await goToSection(page, 'Statements');
  await expect(page.getByRole('link', { name: 'Open cycle' })).toBeVisible();
  const before = await sandbox.count('retrieveNextStatement');
  await goToSection(page, 'Limits');
  const limit = page.getByRole('region', { name: 'Credit limit', exact: true });
  await limit.getByRole('button', { name: /^Refresh/ }).click();
  await expect.poll(() => sandbox.count('retrieveAccountCreditLimit')).toBeGreaterThan(1);
  await goToSection(page, 'Statements');
  await expect(page.getByRole('link', { name: 'Open cycle' })).toBeVisible();
  expect(await sandbox.count('retrieveNextStatement')).toBe(before);
  await section(page);
  await fillFee(page, '15');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await goToSection(page, 'Statements');
  await expect.poll(() => sandbox.count('retrieveNextStatement')).toBe(before + 1);
});

test('after a fee the focus is on its panel, also when it was not sent', async ({ page }) => {
  await verified(page, WHO);
  const heading = operationsPanel(page).getByRole('heading', { name: 'Operations', exact: true });
  await fillFee(page, '15');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await expect(heading).toBeFocused();
  await page.clock.setFixedTime(onTheDay('12:27'));
  await fillFee(page, '16');
  await page.clock.setFixedTime(onTheDay('12:31'));
  await postIt(page).click();
  await expect(operationsPanel(page).getByRole('alert').filter({ hasText: 'The caller is not verified any more.' })).toBeVisible();
  await expect(operationsPanel(page).locator(':focus'), 'the focus is in the panel, not on the page').toHaveCount(1);
});

test('after a reversal the focus is on the operation', async ({ page }) => {
  await verified(page, WHO);
  await fillFee(page, '15', 'By mistake');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await row(page, /By mistake/).getByRole('link').click();
  await page.getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(said(page)).toContainText('15.00 EUR of the fee is taken back');
  await expect(page.getByRole('table', { name: 'What belongs to it' }).getByRole('row', { name: /Taken back by/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Operation', exact: true })).toBeFocused();
});
