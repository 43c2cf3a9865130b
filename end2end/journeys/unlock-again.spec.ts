import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { change, dialog, findCaller, redBanner, sitDown, unlock, verify, walletPanel, walletStatus } from '../support/desk.ts';
import {
  expectForgotten,
  expectMendable,
  expectWallet,
  LEFT_INACTIVE,
  LOCKED,
  remembered,
  success,
  USABLE,
  watchClaims,
  workIsOver,
  workIsSoonOver,
} from '../support/unlocking.ts';

const MIGUEL = 'miguel.alvarez@sandbox.example';
const LOOKUP = 'retrieveCustomerLookupInfo';
/** Three readings, each of which is tried twice. */
const READINGS = { times: 6 };

const ended = (page: Page, heading: string) => walletPanel(page).getByRole('alert').filter({ hasText: heading });
const mayBeInactive = (page: Page) => page.getByRole('alert').filter({ hasText: 'The wallet may be inactive: read it again.' });
const refresh = (page: Page) => walletPanel(page).getByRole('button', { name: 'Refresh' });
const panelHeading = (page: Page) => walletPanel(page).getByRole('heading', { name: 'Wallet' });
const topLine = (page: Page) => page.getByRole('status', { name: 'What stands in the way' });

async function found(page: Page, email: string): Promise<void> {
  await findCaller(page, email);
  await verify(page);
}

test.describe('an unlock that was not seen to its end is asked for once more', () => {
  test('while the wallet still cannot be read: nothing is sent, and it stays remembered', async ({ page, sandbox }) => {
    const email = 'reread-fails-always@sandbox.example';
    await page.clock.install();
    await found(page, email);
    await unlock(page);
    await workIsSoonOver(page);
    await expect(ended(page, 'Not confirmed.')).toBeVisible();
    await unlock(page);
    await workIsSoonOver(page);
    await expect(ended(page, 'Not sent.')).toContainText('The wallet could not be read first');
    await expect(mayBeInactive(page)).toBeVisible();
    expect(await sandbox.activations()).toEqual([false]);
    await expectWallet(sandbox, email, LEFT_INACTIVE);
    expect(await remembered(page)).toHaveLength(1);
  });

  test('and reads inactive: that is its own doing, so it goes forward, and no reason is asked for', async ({ page, sandbox }) => {
    await page.clock.install();
    const claimsWereTrue = await watchClaims(page, sandbox, MIGUEL);
    await found(page, MIGUEL);
    await sandbox.fail(LOOKUP, { nth: 2, ...READINGS });
    await unlock(page);
    await workIsSoonOver(page);
    await expect(mayBeInactive(page)).toBeVisible();
    await unlock(page);
    await workIsOver(page);
    await expect(walletPanel(page)).toContainText('Unlocked. Miguel can sign in now');
    expect(await sandbox.activations()).toEqual([false, true]);
    await expectWallet(sandbox, MIGUEL, USABLE);
    await expectForgotten(page);
    await claimsWereTrue();
  });

  test('by reactivating, and cannot be read: the red banner stays, through a new start, too', async ({ page, sandbox }) => {
    await page.clock.install();
    await found(page, MIGUEL);
    await sandbox.fail('updateCustomerActivation', { activate: true, times: 4 });
    await unlock(page);
    await workIsSoonOver(page);
    await expect(redBanner(page)).toBeVisible();
    await sandbox.fail(LOOKUP, READINGS);
    await change(page, 'Reactivate wallet', 'Reactivate');
    await workIsSoonOver(page);
    await expect(ended(page, 'Not sent.')).toBeVisible();
    await expect(redBanner(page)).toBeVisible();
    await sitDown(page);
    await expect(page.getByRole('alert').filter({ hasText: 'A wallet may be inactive.' })).toBeVisible();
    await expectMendable(page, sandbox, MIGUEL);
  });
});

test('a wallet that cannot be read first: nothing was sent, and nothing is called open', async ({ page, sandbox }) => {
  await page.clock.install();
  await found(page, MIGUEL);
  await sandbox.fail(LOOKUP, READINGS);
  await unlock(page);
  await workIsSoonOver(page);
  await expect(ended(page, 'Not sent.')).toBeVisible();
  await expect(walletPanel(page)).not.toContainText('Not confirmed.');
  await expect(page.getByRole('list', { name: 'Unlocking' }).getByRole('listitem').first()).toHaveText(/Failed · the read failed$/);
  expect(await sandbox.writes()).toEqual([]);
  await expectForgotten(page);
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('cell', { name: 'Unlock wallet: not sent, the wallet could not be read' })).toBeVisible();
});

test.describe('what stood in the way only after the dialog had opened', () => {
  test('is a verification that ran out: nothing is sent, and the rep is told to verify again', async ({ page, sandbox }) => {
    await page.clock.install();
    await found(page, MIGUEL);
    await page.clock.fastForward('12:00');
    await page.keyboard.press('Shift');
    await page.getByRole('button', { name: 'Unlock wallet' }).click();
    await page.clock.fastForward('04:00');
    await dialog(page).getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(ended(page, 'Not sent.')).toContainText('The caller is not verified any more. Verify the caller, then confirm again.');
    await expect(panelHeading(page)).toBeFocused();
    expect(await sandbox.writes()).toEqual([]);
    await verify(page);
    await unlock(page);
    await workIsOver(page);
    await expect(success(page)).toBeVisible();
  });

  test('is the network: nothing is sent, and nothing is called open', async ({ page, context, sandbox }) => {
    await found(page, MIGUEL);
    await page.getByRole('button', { name: 'Unlock wallet' }).click();
    await context.setOffline(true);
    await dialog(page).getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(ended(page, 'Not sent.')).toContainText('You are offline. Nothing is sent until the network is back.');
    await context.setOffline(false);
    expect(await sandbox.writes()).toEqual([]);
    await expectWallet(sandbox, MIGUEL, LOCKED);
  });
});

test.describe('what was said of an end goes when a newer reading overtakes it', () => {
  test('which shows that somebody else mended the wallet, and it does not come back', async ({ page, sandbox }) => {
    const email = 'second-call-refused@sandbox.example';
    await page.clock.install();
    await found(page, email);
    await unlock(page);
    await workIsSoonOver(page);
    await expect(ended(page, 'Reactivating did not work.')).toBeVisible();
    await refresh(page).click();
    await expect(refresh(page)).toBeEnabled();
    await expect(ended(page, 'Reactivating did not work.')).toBeVisible();
    await sandbox.change(email, { active: true, locked: false });
    await refresh(page).click();
    await expect(walletStatus(page)).toHaveText('Active');
    await expect(ended(page, 'Reactivating did not work.')).toHaveCount(0);
    await expect(walletPanel(page)).toContainText('The customer can sign in and pay.');
    await sandbox.change(email, { active: false, locked: true });
    await refresh(page).click();
    await expect(walletStatus(page)).toHaveText('Inactive and locked');
    await expect(ended(page, 'Reactivating did not work.')).toHaveCount(0);
  });

  test('which settles what was not confirmed', async ({ page, sandbox }) => {
    await page.clock.install();
    await found(page, MIGUEL);
    await sandbox.fail(LOOKUP, { nth: 2, ...READINGS });
    await unlock(page);
    await workIsSoonOver(page);
    await expect(ended(page, 'Not confirmed.')).toBeVisible();
    await refresh(page).click();
    await expect(redBanner(page)).toBeVisible();
    await expect(ended(page, 'Not confirmed.')).toHaveCount(0);
    await expect(walletPanel(page)).toContainText('The unlock stopped half way.');
    await expectMendable(page, sandbox, MIGUEL);
  });

  test('which came when another tab had done its work', async ({ page, context, sandbox }) => {
    const second = await context.newPage();
    await found(page, MIGUEL);
    await found(second, MIGUEL);
    await sandbox.hold('updateCustomerActivation', { when: 'after', activate: false });
    await unlock(page);
    await sandbox.holds(1);
    await unlock(second);
    const notice = ended(second, 'Another tab is working on this wallet.');
    await expect(notice).toBeVisible();
    await sandbox.release();
    await expect(success(page)).toBeVisible();
    await expect(walletStatus(second)).toHaveText('Active');
    await expect(notice).toHaveCount(0);
    await expect(walletPanel(second)).toContainText('The customer can sign in and pay.');
  });
});

test('the reading that proves it is not asked for again before the gateway said, and the step says until when', async ({ page, sandbox }) => {
  await found(page, MIGUEL);
  const before = await sandbox.count(LOOKUP);
  await sandbox.fail(LOOKUP, { nth: 3, status: 429, retryAfter: 3 });
  await unlock(page);
  await expect(page.getByRole('list', { name: 'Unlocking' }).getByRole('listitem').last()).toHaveText(
    /Running · the gateway asks to wait until \d\d:\d\d:\d\d$/,
  );
  await workIsOver(page);
  await expect(success(page)).toBeVisible();
  const readings = (await sandbox.log()).filter(({ operation }) => operation === LOOKUP).slice(before);
  expect(readings).toHaveLength(4);
  // By the sandbox's clock, and by what Retry-After asked for.
  expect((readings[3]?.time ?? 0) - (readings[2]?.time ?? 0)).toBeGreaterThanOrEqual(3000);
});

test('an end that is no success is dismissed, and the focus goes to the panel that it stood in', async ({ page }) => {
  await found(page, 'first-call-refused@sandbox.example');
  await unlock(page);
  await expect(ended(page, 'Not done.')).toBeVisible();
  await expect(walletPanel(page).getByRole('button', { name: 'Done' })).toHaveCount(0);
  await walletPanel(page).getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(ended(page, 'Not done.')).toHaveCount(0);
  await expect(panelHeading(page)).toBeFocused();
  await expect(topLine(page)).toContainText('Locked: too many failed log-ins.');
});
