import { expect, test } from '../support/fixtures.ts';
import {
  callerName,
  dialog,
  findCaller,
  sitDown,
  unlock,
  verify,
  walletPanel,
  walletStatus,
} from '../support/desk.ts';
import { expectForgotten, expectWallet, LOCKED, remembered, success, USABLE, watchClaims } from '../support/unlocking.ts';

const MIGUEL = 'miguel.alvarez@sandbox.example';

test('a locked wallet is unlocked step by step, and proven', async ({ page, sandbox }) => {
  const claimsWereTrue = await watchClaims(page, sandbox, MIGUEL);
  const devicesBefore = (await sandbox.customer(MIGUEL)).deviceStates;
  await findCaller(page, MIGUEL);
  await expect(page.getByRole('status', { name: 'What stands in the way' })).toHaveText(
    'Locked: too many failed log-ins. Unlocking resets the counter.',
  );
  await expect(walletStatus(page)).toHaveText('Locked');
  const button = page.getByRole('button', { name: 'Unlock wallet' });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription('Verify the caller first.');
  await verify(page);
  await expect(button).toBeEnabled();

  await button.click();
  await expect(dialog(page)).toHaveAccessibleName('Unlock this wallet?');
  await expect(dialog(page)).toContainText('Miguel Alvarez');
  await expect(dialog(page)).toContainText('Framingham');
  const change = dialog(page).getByRole('table', { name: 'What will change' });
  await expect(change.getByRole('row', { name: 'State' })).toHaveText('StateLockedActive');
  await expect(dialog(page).getByRole('button').last()).toHaveText('Unlock');

  await sandbox.hold('updateCustomerActivation', { activate: true });
  await dialog(page).getByRole('button', { name: 'Unlock', exact: true }).click();
  await sandbox.holds(1);
  const steps = page.getByRole('list', { name: 'Unlocking' }).getByRole('listitem');
  await expect(steps).toHaveText([
    /^Read the wallet: still locked.*Done · Locked at \d\d:\d\d:\d\d$/,
    /^Deactivate.*Done$/,
    /^Read again: inactive.*Done · Inactive and locked at \d\d:\d\d:\d\d$/,
    /^Reactivate.*Running$/,
    /^Read again: active and not locked.*Waiting$/,
  ]);
  await expect(page.getByRole('status', { name: 'What stands in the way' })).toContainText('Do not promise anything yet');
  await expect(success(page)).toHaveCount(0);
  await sandbox.release();

  await expect(walletPanel(page)).toContainText('Unlocked. Miguel can sign in now; a wrong password will count again.');
  const proof = page.getByRole('table', { name: 'Before and after' });
  await expect(proof.getByRole('columnheader')).toHaveText(['Wallet', /^Before, \d\d:\d\d:\d\d$/, /^After, \d\d:\d\d:\d\d$/]);
  await expect(proof.getByRole('row', { name: 'State' })).toHaveText('StateLockedActive');
  await expect(walletStatus(page)).toHaveText('Active');
  await expectWallet(sandbox, MIGUEL, { ...USABLE, deviceStates: devicesBefore });
  expect(await sandbox.activations()).toEqual([false, true]);
  await expectForgotten(page);
  await claimsWereTrue();

  await walletPanel(page).getByRole('button', { name: 'Done' }).click();
  await expect(walletPanel(page)).not.toContainText('Unlocked.');
  await expect(walletPanel(page)).toContainText('The customer can sign in and pay.');
  await expect(walletPanel(page).getByRole('heading', { name: 'Wallet' })).toBeFocused();
});

test('cancelling, or Escape, sends nothing', async ({ page, sandbox }) => {
  await findCaller(page, MIGUEL);
  await verify(page);
  const button = page.getByRole('button', { name: 'Unlock wallet' });
  await button.click();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
  await button.click();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
  expect(await sandbox.writes()).toEqual([]);
  await expectWallet(sandbox, MIGUEL, LOCKED);
});

test.describe('no second pair of calls is sent', () => {
  test('by a double click', async ({ page, sandbox }) => {
    await findCaller(page, MIGUEL);
    await verify(page);
    await page.getByRole('button', { name: 'Unlock wallet' }).click();
    await dialog(page).getByRole('button', { name: 'Unlock', exact: true }).dblclick();
    await expect(walletPanel(page)).toContainText('Unlocked.');
    expect(await sandbox.activations()).toEqual([false, true]);
  });

  test('by pressing Enter twice', async ({ page, sandbox }) => {
    await findCaller(page, MIGUEL);
    await verify(page);
    await page.getByRole('button', { name: 'Unlock wallet' }).press('Enter');
    await expect(dialog(page).getByRole('button', { name: 'Unlock', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(walletPanel(page)).toContainText('Unlocked.');
    expect(await sandbox.activations()).toEqual([false, true]);
  });

  test('while the first is under way', async ({ page, sandbox }) => {
    await findCaller(page, MIGUEL);
    await verify(page);
    await sandbox.hold('updateCustomerActivation', { activate: false });
    await unlock(page);
    await sandbox.holds(1);
    for (const name of ['Unlock wallet', 'Deactivate wallet', 'Refresh']) {
      await expect(walletPanel(page).getByRole('button', { name })).toBeDisabled();
    }
    await expect(page.getByRole('button', { name: 'Close Miguel Alvarez' })).toBeDisabled();
    await sandbox.release();
    await expect(walletPanel(page)).toContainText('Unlocked.');
    expect(await sandbox.activations()).toEqual([false, true]);
  });

  test('by a second tab', async ({ page, context, sandbox }) => {
    const second = await context.newPage();
    await findCaller(page, MIGUEL);
    await verify(page);
    await findCaller(second, MIGUEL);
    await verify(second);
    await sandbox.hold('updateCustomerActivation', { when: 'after', activate: false });
    await unlock(page);
    await sandbox.holds(1);
    await unlock(second);
    await expect(walletPanel(second)).toContainText('Another tab is working on this wallet.');
    await sandbox.release();
    await expect(walletPanel(page)).toContainText('Unlocked.');
    expect(await sandbox.activations()).toEqual([false, true]);
    await walletPanel(second).getByRole('button', { name: 'Refresh' }).click();
    await expect(walletStatus(second)).toHaveText('Active');
    await expect(success(second)).toHaveCount(0);
  });
});

test('the work goes on while the rep looks at another section or another caller', async ({ page, sandbox }) => {
  await findCaller(page, MIGUEL);
  await verify(page);
  await sandbox.hold('updateCustomerActivation', { activate: false });
  await unlock(page);
  await sandbox.holds(1);
  await findCaller(page, 'pauls_wallet@yahoo.com');
  await expect(callerName(page)).toHaveText('Paul Casey');
  await sandbox.release();
  await page.getByRole('tab', { name: 'Miguel Alvarez' }).click();
  await expect(walletPanel(page)).toContainText('Unlocked. Miguel can sign in now');
  await page.getByRole('tab', { name: 'Paul Casey' }).click();
  await expect(walletStatus(page)).toHaveText('Locked');
  await expect(success(page)).toHaveCount(0);
});

test('what is remembered of a running unlock names nobody, and an unlock that cannot be remembered does not begin', async ({ page, sandbox }) => {
  await findCaller(page, MIGUEL);
  await verify(page);
  await sandbox.hold('updateCustomerActivation', { activate: false });
  await unlock(page);
  await sandbox.holds(1);
  const [journal] = await remembered(page);
  const content = await page.evaluate((name) => `${name} ${localStorage.getItem(name ?? '')}`, journal);
  expect(content).toMatch(/^care-portal\.unlock\.[\w-]+ deactivating \d+ [0-9a-f]{16}$/);
  await sandbox.release();
  await expect(walletPanel(page)).toContainText('Unlocked.');

  await sandbox.reset();
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('No room', 'QuotaExceededError');
    };
  });
  await sitDown(page);
  await findCaller(page, MIGUEL);
  await verify(page);
  await unlock(page);
  await expect(walletPanel(page).getByRole('alert')).toContainText('The unlock did not begin.');
  expect(await sandbox.writes()).toEqual([]);
  await expectWallet(sandbox, MIGUEL, LOCKED);
});
