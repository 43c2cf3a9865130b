import { expect, test } from '../support/fixtures.ts';
import { findCaller, callerName, unlock, verify, walletPanel } from '../support/desk.ts';
import { expectAccessible } from '../support/accessible.ts';

test('smoke', async ({ page }) => {
  await findCaller(page, '508 555 0142', 'Miguel Alvarez');
  await verify(page);
  await unlock(page);
  await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();
  await expectAccessible(page);
});
