import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { atTheDisputes, create, createIt, disputeOperation, fillIn, GUIDE, moment, said } from '../support/disputes.ts';
import { findKnown } from '../support/accounts.ts';
import { portalIsUp } from '../support/desk.ts';
import { check, found, leftOpen } from '../support/marks.ts';
import { issuingRequests } from '../support/requests.ts';
import { period, section } from '../support/operations.ts';

// A platform that is newer than the guides: disputes are made from transactions.
test.use({ today: TODAY, disputesFrom: 'transaction' });

test('a dispute is made from the transaction that the operation\'s business case names, and found by our own reference', async ({ page, sandbox }) => {
  const sent = issuingRequests(page);
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await createIt(page);
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  expect(await sandbox.count('createDisputeFromTransaction')).toBe(1);
  expect(await sandbox.count('createDispute')).toBe(0);
  const [deed] = await sandbox.deeds();
  expect(deed?.path).toMatch(/^\/issuers\/1234\/transactions\/A\d{17}\/dispute$/);
  const own = JSON.parse(deed?.body ?? '{}').issuerDisputeExternalReference;
  expect(sent.some(({ path }) => path.endsWith(`/disputes/external-disputes/${own}`))).toBe(true);
  await page.getByRole('link', { name: /^Open folder D-V-1234-/ }).click();
  await expect(moment(page, 'Cardholder phone call')).toBeVisible();
});

test('where the answer is lost, the folder is found by our own reference, and nothing is sent twice', async ({ page, sandbox }) => {
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await sandbox.drop('createDisputeFromTransaction', { when: 'after' });
  await createIt(page);
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  expect(await sandbox.count('createDisputeFromTransaction')).toBe(1);
});

test('what was on its way when the page went is found by our own reference at the next visit', async ({ page, sandbox }) => {
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await sandbox.hold('createDisputeFromTransaction', { when: 'after' });
  await createIt(page);
  await sandbox.holds(1);
  await page.reload();
  await portalIsUp(page);
  await sandbox.release();
  await findKnown(page, 'disputes');
  await check(page);
  await expect(found(page, 'The dispute is there, seen by reading.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Dispute folder/ })).toContainText('D-V-1234-');
  await expect(leftOpen(page)).toHaveCount(0);
  expect(await sandbox.count('createDisputeFromTransaction')).toBe(1);
});

test('what was not made is sent again under the same correlation id', async ({ page, sandbox }) => {
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await sandbox.drop('createDisputeFromTransaction');
  await createIt(page);
  await expect(said(page)).toContainText('No folder was made; the draft is kept.');
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  const calls = (await sandbox.writes()).filter((call) => call.operation === 'createDisputeFromTransaction');
  expect(calls).toHaveLength(2);
  expect(new Set(calls.map((call) => call.correlationId)).size).toBe(1);
  expect(await sandbox.deeds()).toHaveLength(1);
});

test('an operation for which no transaction is named cannot be disputed, and says why', async ({ page, sandbox }) => {
  await findKnown(page, GUIDE.address);
  await section(page);
  await period(page, '2022-11-01', '2022-12-31');
  await page.getByRole('rowheader', { name: /ELEKTROWELT24/ }).getByRole('link').click();
  const button = page.getByRole('button', { name: 'Dispute operation' });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(/The gateway names no transaction for it/);
  expect(await sandbox.writes()).toEqual([]);
});

test('a business case that cannot be found leaves the button disabled, with the reason', async ({ page, sandbox }) => {
  await sandbox.fail('retrieveBusinessCase', { status: 404, times: 9 });
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await expect(create(page)).toBeDisabled();
  await expect(create(page)).toHaveAccessibleDescription(/names no transaction for this operation/);
});

test('a folder is found by its reference and by the issuer\'s own', async ({ page }) => {
  await atTheDisputes(page, 'dispute-states');
  const find = page.getByLabel('Folder or issuer’s reference');
  await find.fill('SEED-0006');
  await find.press('Enter');
  await expect(page.getByRole('status').getByRole('link', { name: /^D-V-1234-/ })).toBeVisible();
  await find.fill('SEED-9999');
  await find.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'No folder has this reference.' })).toBeVisible();
});
