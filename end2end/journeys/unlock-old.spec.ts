import type { Page } from '@playwright/test';
import { dialog, findCaller, portalIsUp, redBanner, unlock, verify, walletPanel, walletStatus } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { LEFT_INACTIVE, USABLE, expectForgotten, expectWallet } from '../support/unlocking.ts';

const MIGUEL = 'miguel.alvarez@sandbox.example';

/** An unlock is cut between its two calls, and the wallet stays inactive. */
async function cutHalfWay(page: Page, sandbox: Sandbox): Promise<void> {
  await findCaller(page, MIGUEL);
  await verify(page);
  await sandbox.hold('updateCustomerActivation', { activate: true });
  await unlock(page);
  await sandbox.holds(1);
}

/** Both reasons are said, and the wallet is given back only for one that the rep states. */
async function expectHold(page: Page, sandbox: Sandbox): Promise<void> {
  await findCaller(page, MIGUEL);
  await expect(walletStatus(page)).toHaveText('Inactive and locked');
  await expect(redBanner(page)).toHaveCount(0);
  await expect(page.getByRole('status', { name: 'What stands in the way' })).toContainText('or somebody switched it off since.');
  await expect(walletPanel(page)).toContainText('It may be a hold: find out why before you reactivate it.');
  await expectWallet(sandbox, MIGUEL, LEFT_INACTIVE);
  await verify(page);
  await page.getByRole('button', { name: 'Reactivate wallet', exact: true }).click();
  const confirming = dialog(page).getByRole('button', { name: 'Reactivate', exact: true });
  await confirming.click();
  await expect(dialog(page).getByRole('alert')).toContainText('Choose a reason.');
  await dialog(page).getByRole('radio', { name: 'It was switched off by mistake' }).check();
  await confirming.click();
  await expect(walletPanel(page)).toContainText('Reactivated.');
  await expectWallet(sandbox, MIGUEL, USABLE);
  await expectForgotten(page);
}

test('half an hour after an unlock broke off an inactive wallet is a hold like any other', async ({ page, sandbox }) => {
  await cutHalfWay(page, sandbox);
  await page.clock.setFixedTime(Date.now() + 31 * 60_000);
  await page.reload();
  await portalIsUp(page);
  await sandbox.holds(0);
  await sandbox.release();
  await expectHold(page, sandbox);
});

test('what another rep’s unlock left is a hold like any other', async ({ page, sandbox }) => {
  await cutHalfWay(page, sandbox);
  await page.request.get('/sandbox/sign-in?as=rep-2');
  await page.goto('/');
  await portalIsUp(page);
  await sandbox.holds(0);
  await sandbox.release();
  await expectHold(page, sandbox);
});
