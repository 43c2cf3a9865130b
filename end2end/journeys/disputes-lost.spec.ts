import type { Page } from '@playwright/test';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { confirm } from '../support/desk.ts';
import { atTheFolder, begin, createIt, disputeOperation, fact, files, fillIn, hand, moment, said, timeline } from '../support/disputes.ts';

test.use({ today: TODAY });

/** Fills in the least dispute about the newest use of a card, and sends it. */
async function dispute(page: Page, address: string): Promise<void> {
  await disputeOperation(page, address);
  await fillIn(page);
  await createIt(page);
}

/** Posts one euro to the folder in view. */
async function post(page: Page): Promise<void> {
  const form = await begin(page, 'Add posting');
  await form.getByLabel('Amount', { exact: true }).fill('1');
  await confirm(page, 'Add posting');
}

for (const address of ['dispute-lost', 'dispute-times-out-done']) {
  test(`${address}: the folder is found by its reference, and nothing is sent twice`, async ({ page, sandbox }) => {
    await dispute(page, address);
    await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
    expect(await sandbox.count('createDispute')).toBe(1);
    await page.getByRole('link', { name: /^Open folder/ }).click();
    await expect(moment(page, 'Cardholder phone call')).toBeVisible();
  });
}

test('dispute-never: reading shows that nothing was made, the draft stays, and the rep decides', async ({ page, sandbox }) => {
  await dispute(page, 'dispute-never');
  await expect(said(page)).toContainText('No folder was made; the draft is kept.');
  expect(await sandbox.count('createDispute')).toBe(1);
  await expect(page.getByLabel('Comment')).toHaveValue('Cardholder phone call');
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  expect(await sandbox.deeds()).toHaveLength(1);
});

test('what the form says by now is sent from the form, and only what it still says is sent again', async ({ page, sandbox }) => {
  await disputeOperation(page, 'dispute-never');
  await fillIn(page);
  const all = page.getByRole('radio', { name: /^All of it/ });
  await all.check();
  await createIt(page);
  await expect(said(page)).toContainText('No folder was made; the draft is kept.');
  const again = page.getByRole('button', { name: 'Send again' });
  await expect(again).toBeVisible();
  await page.getByRole('radio', { name: 'Nothing', exact: true }).check();
  await expect(again).toBeHidden();
  await all.check();
  await expect(again).toBeVisible();
  await page.getByRole('radio', { name: 'Nothing', exact: true }).check();
  await page.getByLabel('Declare the fraud to the scheme').uncheck();
  await createIt(page);
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  const [deed, ...others] = await sandbox.deeds();
  expect(others).toEqual([]);
  const sent = JSON.parse(deed?.body ?? '{}');
  expect([sent.refundRedebitIndicator, sent.declareFraudIndicator]).toEqual([undefined, undefined]);
});

test('an earlier attempt that arrived after all is found before what the form says now is sent', async ({ page, sandbox }) => {
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await sandbox.drop('createDispute', { when: 'after' });
  await sandbox.fail('retrieveDisputeByOperation', { nth: 2, times: 50 });
  await createIt(page);
  await expect(said(page)).toContainText('Not confirmed.');
  await expect(page.getByRole('alert').filter({ hasText: 'the last try failed' })).toBeVisible();
  await sandbox.release();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByLabel('Comment').fill('Something else');
  await createIt(page);
  await expect(said(page)).toContainText('An earlier attempt arrived: folder D-V-');
  expect(await sandbox.count('createDispute')).toBe(1);
  await page.getByRole('link', { name: /^Open folder/ }).click();
  await expect(moment(page, 'Cardholder phone call')).toBeVisible();
  await expect(timeline(page)).not.toContainText('Something else');
});

test('dispute-refused: the gateway\'s own words, and the draft stays', async ({ page }) => {
  await dispute(page, 'dispute-refused');
  await expect(said(page)).toContainText('Not done.');
  await expect(page.getByRole('main')).toContainText('the folder takes nothing today');
  await expect(page.getByLabel('Comment')).toHaveValue('Cardholder phone call');
});

for (const address of ['posting-lost', 'posting-late']) {
  test(`${address}: reading the folder shows the posting, once`, async ({ page, sandbox }) => {
    await atTheFolder(page, address);
    await post(page);
    await expect(said(page)).toContainText('1.00 EUR is posted in folder');
    await expect(fact(page, 'The issuer carries')).toHaveText('1.00 EUR');
    expect(await sandbox.count('createDisputePosting')).toBe(1);
  });
}

test('posting-never: no second posting without the rep\'s decision, and then under the same id', async ({ page, sandbox }) => {
  await atTheFolder(page, 'posting-never');
  await post(page);
  await expect(said(page)).toContainText(/Nothing was posted\. It would be 1\.00 EUR in folder D-V-/);
  expect(await sandbox.count('createDisputePosting')).toBe(1);
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(said(page)).toContainText('1.00 EUR is posted in folder');
  const sent = (await sandbox.writes()).filter((call) => call.operation === 'createDisputePosting');
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map((call) => call.correlationId)).size).toBe(1);
  await expect(fact(page, 'The issuer carries')).toHaveText('1.00 EUR');
});

test('posting-refused: the gateway\'s own words, and nothing changed', async ({ page }) => {
  await atTheFolder(page, 'posting-refused');
  await post(page);
  await expect(said(page)).toContainText('Nothing was posted.');
  await expect(page.getByRole('main')).toContainText('the folder takes nothing today');
  await expect(fact(page, 'The issuer carries')).toHaveText('0.00 EUR');
  await page.getByRole('button', { name: 'Back to the form' }).click();
  await expect(page.getByRole('dialog').getByLabel('Amount', { exact: true })).toHaveValue('1');
});

test('event-lost and document-lost: the folder shows them, once', async ({ page, sandbox }) => {
  await atTheFolder(page, 'event-lost');
  const note = await begin(page, 'Add event');
  await note.getByLabel('Message').fill('Called back');
  await confirm(page, 'Add event');
  await expect(said(page)).toContainText('The event is in folder');
  await expect(moment(page, 'Called back')).toHaveCount(1);
  expect(await sandbox.count('createDisputeEvent')).toBe(1);

  await atTheFolder(page, 'document-lost');
  await hand(await begin(page, 'Add document'), files.pdf);
  await confirm(page, 'Add document');
  await expect(said(page)).toContainText('The document is in folder');
  await expect(moment(page, 'letter.pdf')).toHaveCount(1);
  expect(await sandbox.count('addDisputeDocument')).toBe(1);
});

test('chargeback-lost and chargeback-never: the folder tells which of the two it was', async ({ page, sandbox }) => {
  for (const [address, sentence] of [
    ['chargeback-lost', 'is with the scheme'],
    ['chargeback-never', 'Nothing was sent to the scheme.'],
  ] as const) {
    await atTheFolder(page, address);
    const form = await begin(page, 'Generate chargeback');
    await form.getByRole('radio', { name: 'Fraud on the internet (10)' }).check();
    await hand(form, files.pdf);
    await confirm(page, 'Generate chargeback');
    await expect(said(page)).toContainText(sentence);
  }
  expect(await sandbox.count('generateChargeback')).toBe(2);
  await expect(timeline(page)).not.toContainText('FIRSTCHARGEBACK');
});
