import type { Page } from '@playwright/test';
import { TODAY, onTheDay } from '../support/clock.ts';
import { findKnown } from '../support/accounts.ts';
import { confirm, dialog, goTo, portalIsUp, sitDown, verify } from '../support/desk.ts';
import { createIt, disputeOperation, fillIn, folders } from '../support/disputes.ts';
import { expect, test } from '../support/fixtures.ts';
import { day, expectRead, fillTemporaryLimit, openSection, region, row } from '../support/limits.ts';
import { check, expectKeptBack, feeOutOfSight, forget, found, kept, leftOpen, notice } from '../support/marks.ts';
import { fillFee, postIt, verified } from '../support/operations.ts';
import type { Operation, Sandbox } from '../support/sandbox.ts';

test.use({ today: TODAY });

const POST = 'postFeeOperation';
const WHO = 'two-years';
const EMAIL = `${WHO}@sandbox.example`;

/** The page goes while a call stands still behind the gateway, and the call is done. */
async function loadAgainMeanwhile(page: Page, sandbox: Sandbox): Promise<void> {
  await sandbox.holds(1);
  await page.reload();
  await portalIsUp(page);
  await sandbox.release();
}

/** The write is done and its answer is lost; nothing can be read of it but once, before it is sent. */
async function loseSight(sandbox: Sandbox, write: Operation, read: Operation): Promise<void> {
  await sandbox.drop(write, { when: 'after' });
  await sandbox.fail(read, { nth: 2, times: 30 });
}

const lost = (page: Page) => expect(page.getByText('so nobody knows.')).toBeVisible({ timeout: 20_000 });

test('a fee that was on its way when the page went is said, checked, proven and posted once', async ({ page, sandbox }) => {
  await verified(page, WHO);
  await sandbox.hold(POST, { when: 'after' });
  await fillFee(page, '15', 'Ersatzkarte');
  await postIt(page).click();
  await loadAgainMeanwhile(page, sandbox);
  await expect(notice(page)).toContainText('A change of 15 Jul 2025, 12:15, for a customer who is not open');
  await verified(page, WHO);
  await expect(leftOpen(page)).toContainText('A fee was sent on 15 Jul 2025, 12:15, and nobody saw how it ended.');
  await expectKeptBack(page, 'Post fee');
  await goTo(page, 'Overview');
  await leftOpen(page).getByRole('link', { name: 'See it' }).click();
  await check(page);
  await expect(found(page, 'The fee is there, seen by reading.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Amount/ })).toContainText('15.00 EUR');
  await expect(leftOpen(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Post fee', exact: true })).toBeEnabled();
  expect(await sandbox.postedByHand(EMAIL)).toHaveLength(1);
  expect(await kept(page)).toEqual({});
});

test('what is kept of a fee tells neither who nor how much nor why', async ({ page, sandbox }) => {
  await verified(page, WHO);
  await feeOutOfSight(page, sandbox, '15');
  const [[name, text], ...others] = Object.entries(await kept(page)) as [[string, string]];
  expect(others).toEqual([]);
  // Digests, a time, and the references that were made here: there is no room for anything else.
  expect(name).toMatch(/^care-portal\.change\.[0-9a-f]{16}\.[0-9a-f]{16}-[0-9a-f]{16}$/);
  expect(text).toMatch(/^postFeeOperation \d{13} operations [\w-]+ [0-9a-f]{16} 2025-07-15T10:15:00Z [0-9a-f]{32} ISSUER$/);
});

test('a fee that never arrived may still come for a while, and is then known not to have happened', async ({ page, sandbox }) => {
  await verified(page, WHO);
  await feeOutOfSight(page, sandbox, '15', 'before');
  await page.reload();
  await portalIsUp(page);
  await sandbox.release();
  await verified(page, WHO);
  await check(page);
  const line = page.getByRole('main').getByRole('alert').filter({ hasText: 'Not confirmed.' });
  await expect(line).toContainText('It is not there yet, and may still arrive until 12:17.');
  await page.clock.setFixedTime(onTheDay('12:18'));
  await line.getByRole('button', { name: 'Check again' }).click();
  await expect(found(page, 'It did not happen.')).toBeVisible();
  expect(await kept(page)).toEqual({});
  await fillFee(page, '15');
  await postIt(page).click();
  await expect(found(page, 'The fee of 15.00 EUR is posted, seen by reading.')).toBeVisible();
  expect(await sandbox.postedByHand(EMAIL)).toHaveLength(1);
});

test('a second tab waits for the fee that the first one does not know the end of, and settles it for both', async ({ page, context, sandbox }) => {
  await verified(page, WHO);
  const second = await context.newPage();
  await verified(second, WHO);
  await fillFee(second, '15');
  await feeOutOfSight(page, sandbox, '15');
  await sandbox.release();
  // The form was open before: it is looked at once more when it is sent.
  await postIt(second).click();
  await expect(second.getByRole('alert').filter({ hasText: 'Not sent.' })).toContainText('An earlier change was not confirmed. Check it first.');
  await expectKeptBack(second, 'Post fee');
  await check(second);
  await expect(found(second, 'The fee is there, seen by reading.')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Post fee', exact: true })).toBeEnabled();
  await page.getByRole('main').getByRole('button', { name: 'Check again' }).click();
  await expect(found(page, 'The fee of 15.00 EUR is posted, seen by reading.')).toBeVisible();
  expect(await sandbox.count(POST)).toBe(1);
});

test('a fee that another tab posted since the form was filled in is not posted once more unasked', async ({ page, context, sandbox }) => {
  await verified(page, WHO);
  const second = await context.newPage();
  await verified(second, WHO);
  await fillFee(second, '15');
  await fillFee(page, '15');
  await postIt(page).click();
  await expect(found(page, 'The fee of 15.00 EUR is posted, seen by reading.')).toBeVisible();
  await postIt(second).click();
  const notSent = second.getByRole('alert').filter({ hasText: 'Not sent.' });
  await expect(notSent).toContainText('The same fee was posted on 15 Jul 2025');
  expect(await sandbox.count(POST)).toBe(1);
  await notSent.getByRole('button', { name: 'Back to the form' }).click();
  await expect(dialog(second).getByRole('alert').filter({ hasText: 'One like it was posted.' })).toBeVisible();
  await postIt(second).click();
  await expect(found(second, 'The fee of 15.00 EUR is posted, seen by reading.')).toBeVisible();
  expect(await sandbox.postedByHand(EMAIL), 'a second one was meant').toHaveLength(2);
});

test('another rep finds what the last one left open', async ({ page, sandbox }) => {
  await verified(page, WHO);
  await feeOutOfSight(page, sandbox, '15');
  await page.request.get('/sandbox/sign-in?as=rep-2');
  await page.goto('/');
  await portalIsUp(page);
  await sandbox.release();
  await expect(notice(page)).toBeVisible();
  await verified(page, WHO);
  await expectKeptBack(page, 'Post fee');
  await check(page);
  await expect(found(page, 'The fee is there, seen by reading.')).toBeVisible();
  expect(await sandbox.postedByHand(EMAIL)).toHaveLength(1);
});

test('a fee is not sent where the browser keeps nothing', async ({ page, sandbox }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('No room', 'QuotaExceededError');
    };
  });
  await verified(page, WHO);
  await fillFee(page, '15');
  await postIt(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not sent.' })).toContainText('This browser keeps no data for the portal');
  expect(await sandbox.count(POST)).toBe(0);
});

test('a dispute that was on its way when the page went is looked for among the folders before another is made', async ({ page, sandbox }) => {
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await sandbox.hold('createDispute', { when: 'after' });
  await createIt(page);
  await loadAgainMeanwhile(page, sandbox);
  await findKnown(page, 'disputes');
  await verify(page);
  await goTo(page, 'Disputes');
  await expect(leftOpen(page)).toContainText('A dispute was sent on 15 Jul 2025, 12:15, and nobody saw how it ended.');
  await expect(folders(page).getByRole('row', { name: '15 Jul 2025' }).first()).toBeVisible();
  await leftOpen(page).getByRole('button', { name: 'It is there' }).click();
  await expect(leftOpen(page)).toHaveCount(0);
  expect(await sandbox.count('createDispute')).toBe(1);
});

test('a temporary limit whose answer was lost is found among those that are listed', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await fillTemporaryLimit(page, '7500', day(1), day(2));
  await loseSight(sandbox, 'createTemporaryCreditLimit', 'listTemporaryCreditLimits');
  await confirm(page, 'Add');
  await lost(page);
  await page.reload();
  await portalIsUp(page);
  await sandbox.release();
  await openSection(page, 'limits', 'Limits');
  await expectKeptBack(page, 'Add temporary limit');
  await check(page);
  await expect(found(page, 'The temporary limit is there, seen by reading.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Temporary limit/ })).toContainText('7,500.00 EUR');
  await expect(page.getByRole('button', { name: 'Add temporary limit' })).toBeEnabled();
  expect(await sandbox.count('createTemporaryCreditLimit')).toBe(1);
});

test('where only a rep can tell, they look, and what they found is in the activity', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await row(page, 'Velocity limits', 'E-commerce').getByRole('button', { name: 'Override', exact: true }).click();
  await dialog(page).getByLabel('Maximum amount').selectOption('Up to …');
  await dialog(page).getByLabel('Sum', { exact: true }).fill('5000');
  await dialog(page).getByLabel('Reason').selectOption('The customer asks for it');
  await expectRead(page);
  await loseSight(sandbox, 'createVelocityLimitOverride', 'listVelocityLimitOverrides');
  await confirm(page, 'Override');
  await lost(page);
  await page.reload();
  await portalIsUp(page);
  await sandbox.release();
  await openSection(page, 'limits', 'Card controls');
  const panel = region(page, 'Velocity limits');
  await expect(leftOpen(page)).toContainText('Look for it where it was made, and say here what you found. It may still arrive until 12:17.');
  await expect(leftOpen(page).getByRole('button', { name: 'It is not there' })).toHaveCount(0);
  await page.clock.setFixedTime(onTheDay('12:18'));
  await expect(leftOpen(page).getByRole('button', { name: 'It is not there' })).toBeVisible();
  await leftOpen(page).getByRole('button', { name: 'It is there' }).click();
  await expect(leftOpen(page)).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Override', exact: true }).first()).toBeEnabled();
  expect(await kept(page)).toEqual({});
  await goTo(page, 'Activity');
  await expect(page.getByRole('main')).toContainText('Looked for an override of a velocity limit, which was not confirmed: it is there');
});

test('what nobody can be found for any more is forgotten on purpose', async ({ page }) => {
  await sitDown(page);
  await page.evaluate((at) => {
    localStorage.setItem('care-portal.unlock.00000000000000aa', `reactivating ${at}`);
    localStorage.setItem('care-portal.change.00000000000000bb.00000000000000cc-00000000000000dd', `reprintStatement ${at} statements 7f3a 00ff`);
  }, onTheDay('09:30').getTime());
  await sitDown(page);
  const wallet = page.getByRole('alert').filter({ hasText: 'A wallet may be inactive.' });
  await expect(wallet).toContainText('15 Jul 2025, 09:30');
  await wallet.getByRole('button', { name: 'Forget it' }).click();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await forget(wallet);
  await forget(notice(page));
  await sitDown(page);
  await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
  await expect(wallet.or(notice(page))).toHaveCount(0);
});
