import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { callerName, findCaller, redBanner, sitDown, unlock, verify, walletPanel, walletStatus } from '../support/desk.ts';
import { expectForgotten, expectMendable } from '../support/unlocking.ts';

const MIGUEL = 'miguel.alvarez@sandbox.example';

const warning = (page: Page) => page.getByRole('alert').filter({ hasText: 'A wallet may be inactive.' });
const inTheWay = (page: Page) => page.getByRole('status', { name: 'What stands in the way' });

test('a second tab does not call an unlock broken while the first is at it, and does when the first is gone', async ({ page, context, sandbox }) => {
  await findCaller(page, MIGUEL);
  await verify(page);
  await sandbox.hold('updateCustomerActivation', { activate: true });
  await unlock(page);
  await sandbox.holds(1);

  const second = await context.newPage();
  await sitDown(second);
  await findCaller(second, MIGUEL);
  await expect(walletStatus(second)).toHaveText('Inactive and locked');
  await expect(inTheWay(second)).toContainText('Another tab is working on this wallet.');
  await expect(redBanner(second)).toHaveCount(0);
  await second.goBack();
  await expect(second.getByRole('main').getByRole('status')).toHaveText('1 customer found');
  await expect(warning(second)).toHaveCount(0);

  await page.close();
  await expect(warning(second)).toContainText('Search for the customer again');
  await second.goForward();
  await expect(redBanner(second)).toBeVisible();
  await sandbox.release();
  await expectMendable(second, sandbox, MIGUEL);
});

test('what a second tab calls broken is over there as soon as a third one has mended it', async ({ page, context, sandbox }) => {
  await findCaller(page, MIGUEL);
  await verify(page);
  await sandbox.hold('updateCustomerActivation', { activate: true });
  await unlock(page);
  await sandbox.holds(1);
  const second = await context.newPage();
  await sitDown(second);
  await findCaller(second, MIGUEL);
  await page.close();
  await expect(redBanner(second)).toBeVisible();
  await sandbox.release();

  const third = await context.newPage();
  await sitDown(third);
  await findCaller(third, MIGUEL);
  await expectMendable(third, sandbox, MIGUEL);
  await expect(redBanner(second)).toHaveCount(0);
  await expect(walletStatus(second)).toHaveText('Active');
});

test('a second tab follows the first to the end of its unlock, and has nothing to warn of', async ({ page, context, sandbox }) => {
  await findCaller(page, MIGUEL);
  await verify(page);
  await sandbox.hold('updateCustomerActivation', { activate: true });
  await unlock(page);
  await sandbox.holds(1);

  const second = await context.newPage();
  await sitDown(second);
  await findCaller(second, MIGUEL);
  await expect(inTheWay(second)).toContainText('Another tab is working on this wallet.');
  await sandbox.release();
  await expect(walletPanel(page)).toContainText('Unlocked.');
  // What this tab had read is older than that, so it reads once more by itself.
  await expect(walletStatus(second)).toHaveText('Active');
  await expect(inTheWay(second)).toContainText('The wallet works.');
  await expectForgotten(second);
  await second.goBack();
  await expect(callerName(second)).toHaveCount(0);
  await expect(warning(second)).toHaveCount(0);
});
