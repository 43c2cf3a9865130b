import { expect, test } from '../support/fixtures.ts';
import {
  confirm,
  dialog,
  findCaller,
  goTo,
  redBanner,
  unlock,
  verify,
  walletPanel,
  walletStatus,
} from '../support/desk.ts';
import { expectForgotten, expectWallet, success, workIsOver, workIsSoonOver } from '../support/unlocking.ts';

const ADA = 'active@sandbox.example';
const INES = 'inactive@sandbox.example';
const IGOR = 'inactive-and-locked@sandbox.example';
const MIGUEL = 'miguel.alvarez@sandbox.example';

test('an active wallet is deactivated with a reason, and the reason is in the activity', async ({ page, sandbox }) => {
  const devicesBefore = (await sandbox.customer(ADA)).deviceStates;
  await findCaller(page, ADA);
  await expect(walletStatus(page)).toHaveText('Active');
  await expect(page.getByRole('button', { name: 'Unlock wallet' })).toHaveCount(0);
  await verify(page);
  await page.getByRole('button', { name: 'Deactivate wallet' }).click();
  await expect(dialog(page)).toHaveAccessibleName('Deactivate this wallet?');
  await expect(dialog(page)).toContainText('Ada Ordinary');
  await expect(dialog(page).getByRole('row', { name: 'State' })).toHaveText('StateActiveInactive');
  await dialog(page).getByRole('radio', { name: 'A phone is lost or stolen' }).check();
  await confirm(page, 'Deactivate');
  await expect(walletPanel(page)).toContainText('Deactivated. Ada can neither sign in nor pay until it is reactivated.');
  await expect(page.getByRole('table', { name: 'Before and after' }).getByRole('row', { name: 'State' })).toHaveText('StateActiveInactive');
  await expect(walletStatus(page)).toHaveText('Inactive');
  expect(await sandbox.activations()).toEqual([false]);
  await expectWallet(sandbox, ADA, { active: false, locked: false, deviceStates: devicesBefore });
  // It is what the rep wanted, and no broken unlock.
  await expectForgotten(page);
  await goTo(page, 'Activity');
  await expect(page.getByRole('cell', { name: 'Reason to deactivate: a phone is lost or stolen' })).toBeVisible();
});

for (const { button, verb, email } of [
  { button: 'Deactivate wallet', verb: 'Deactivate', email: ADA },
  { button: 'Reactivate wallet', verb: 'Reactivate', email: INES },
]) {
  test(`"${button}" without a reason: the error stands beside the field, nothing is sent and nothing lost`, async ({ page, sandbox }) => {
    await findCaller(page, email);
    await verify(page);
    await page.getByRole('button', { name: button }).click();
    const reasons = dialog(page).getByRole('group', { name: 'Reason' });
    await dialog(page).getByRole('button', { name: verb, exact: true }).click();
    await expect(reasons.getByRole('alert')).toHaveText('Choose a reason.');
    await expect(reasons).toHaveAccessibleDescription('Choose a reason.');
    await expect(reasons.getByRole('radio').first()).toBeFocused();
    expect(await sandbox.writes()).toEqual([]);
    await page.keyboard.press('Space');
    await expect(reasons.getByRole('alert')).toHaveCount(0);
    await expect(reasons.getByRole('radio').first()).toBeChecked();
    await confirm(page, verb);
    await expect(walletPanel(page)).toContainText(`${verb}d.`);
    expect(await sandbox.writes()).toHaveLength(1);
  });
}

test('an inactive wallet is not taken for a broken unlock: it is reactivated with a reason', async ({ page, sandbox }) => {
  await findCaller(page, INES);
  await expect(walletStatus(page)).toHaveText('Inactive');
  await expect(redBanner(page)).toHaveCount(0);
  await expect(walletPanel(page)).toContainText('It may be a hold');
  await verify(page);
  await page.getByRole('button', { name: 'Reactivate wallet' }).click();
  await expect(dialog(page).getByRole('row', { name: 'State' })).toHaveText('StateInactiveActive');
  await dialog(page).getByRole('radio', { name: 'It was switched off by mistake' }).check();
  await confirm(page, 'Reactivate');
  await expect(walletPanel(page)).toContainText('Reactivated. Ines can sign in and pay now.');
  await expect(walletStatus(page)).toHaveText('Active');
  expect(await sandbox.activations()).toEqual([true]);
  await expectWallet(sandbox, INES, { active: true, locked: false });
});

test('reactivating an inactive and locked wallet clears the lock too', async ({ page, sandbox }) => {
  await findCaller(page, IGOR);
  await expect(walletStatus(page)).toHaveText('Inactive and locked');
  await verify(page);
  await page.getByRole('button', { name: 'Reactivate wallet' }).click();
  await expect(dialog(page).getByRole('row', { name: 'Failed log-ins' })).toHaveText('Failed log-insCountedReset');
  await dialog(page).getByRole('radio', { name: 'The customer asks for it' }).check();
  await confirm(page, 'Reactivate');
  await expect(page.getByRole('table', { name: 'Before and after' }).getByRole('row', { name: 'State' })).toHaveText(
    'StateInactive and lockedActive',
  );
  await expectWallet(sandbox, IGOR, { active: true, locked: false });
});

test('a locked wallet can be deactivated, and stays locked', async ({ page, sandbox }) => {
  await findCaller(page, MIGUEL);
  await verify(page);
  await page.getByRole('button', { name: 'Deactivate wallet' }).click();
  await dialog(page).getByRole('radio', { name: 'Suspected fraud' }).check();
  await confirm(page, 'Deactivate');
  await expect(walletStatus(page)).toHaveText('Inactive and locked');
  await expectWallet(sandbox, MIGUEL, { active: false, locked: true });
});

test('a deactivation whose answer is lost is settled by reading, and sent once', async ({ page, sandbox }) => {
  await findCaller(page, ADA);
  await verify(page);
  await sandbox.drop('updateCustomerActivation', { when: 'after' });
  await page.getByRole('button', { name: 'Deactivate wallet' }).click();
  await dialog(page).getByRole('radio', { name: 'A lead decided it' }).check();
  await confirm(page, 'Deactivate');
  await expect(walletPanel(page)).toContainText('Deactivated.');
  expect(await sandbox.activations()).toEqual([false]);
});

test('a wallet whose state is not stated offers nothing and says why', async ({ page }) => {
  await findCaller(page, 'not-stated@sandbox.example');
  await expect(walletStatus(page)).toHaveText('Not stated');
  await expect(walletPanel(page)).toContainText('The gateway does not say whether the wallet is active and unlocked.');
  await verify(page);
  await expect(walletPanel(page).getByRole('button')).toHaveText(['Refresh']);
});

test.describe('somebody else was here since the wallet was read', () => {
  test('and unlocked it: nothing is sent', async ({ page, sandbox }) => {
    await findCaller(page, MIGUEL);
    await verify(page);
    await sandbox.change(MIGUEL, { locked: false });
    await unlock(page);
    await expect(walletPanel(page)).toContainText('Nothing to do. The wallet is active already; nothing was sent.');
    await expect(walletStatus(page)).toHaveText('Active');
    expect(await sandbox.writes()).toEqual([]);
  });

  test('and put a hold on it: the unlock stops before it sends anything', async ({ page, sandbox }) => {
    await findCaller(page, MIGUEL);
    await verify(page);
    await sandbox.change(MIGUEL, { active: false });
    await unlock(page);
    await expect(walletPanel(page)).toContainText(
      'Somebody else changed this wallet. It is inactive and locked now, and not as this page showed it. Nothing was sent.',
    );
    await expect(walletStatus(page)).toHaveText('Inactive and locked');
    await expect(redBanner(page)).toHaveCount(0);
    expect(await sandbox.writes()).toEqual([]);
    await expectForgotten(page);
  });

  test('and reactivated it, and it is locked: reactivating stops before it sends anything', async ({ page, sandbox }) => {
    await findCaller(page, IGOR);
    await verify(page);
    await sandbox.change(IGOR, { active: true });
    await page.getByRole('button', { name: 'Reactivate wallet' }).click();
    await dialog(page).getByRole('radio', { name: 'A lead decided it' }).check();
    await confirm(page, 'Reactivate');
    await expect(walletPanel(page)).toContainText('Somebody else changed this wallet. It is locked now');
    await expect(page.getByRole('button', { name: 'Unlock wallet' })).toBeEnabled();
    expect(await sandbox.writes()).toEqual([]);
  });

  test('in the middle of the unlock, and reactivated it: nothing is sent twice', async ({ page, sandbox }) => {
    await findCaller(page, MIGUEL);
    await verify(page);
    await sandbox.hold('updateCustomerActivation', { activate: false, when: 'after' });
    await unlock(page);
    await sandbox.holds(1);
    await sandbox.change(MIGUEL, { active: true, locked: false });
    await sandbox.release();
    await workIsOver(page);
    await expect(walletStatus(page)).toHaveText('Active');
    expect(await sandbox.activations()).toEqual([false]);
    await expectForgotten(page);
  });

  test('and mistyped the password again after the unlock: reading again shows the lock', async ({ page, sandbox }) => {
    await findCaller(page, MIGUEL);
    await verify(page);
    await unlock(page);
    await expect(success(page)).toBeVisible();
    await sandbox.change(MIGUEL, { locked: true });
    await walletPanel(page).getByRole('button', { name: 'Refresh' }).click();
    await expect(walletStatus(page)).toHaveText('Locked');
    // What was true when it was said is no longer: the page must not say both.
    await expect(success(page)).toHaveCount(0);
    await unlock(page);
    await expect(success(page)).toBeVisible();
    expect(await sandbox.activations()).toEqual([false, true, false, true]);
  });
});

test('reading the wallet again shows what changed, and a failed reading keeps the older one', async ({ page, sandbox }) => {
  await findCaller(page, ADA);
  const refresh = walletPanel(page).getByRole('button', { name: 'Refresh' });
  await sandbox.change(ADA, { locked: true });
  await refresh.click();
  await expect(walletStatus(page)).toHaveText('Locked');
  await sandbox.fail('retrieveCustomerLookupInfo', { times: 2 });
  await refresh.click();
  const alert = walletPanel(page).getByRole('alert');
  await expect(alert).toContainText('The wallet could not be read: the gateway is not available.');
  await expect(walletStatus(page)).toHaveText('Locked');
  await sandbox.change(ADA, { locked: false });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(walletStatus(page)).toHaveText('Active');
  await expect(alert).toHaveCount(0);
});

test('a reactivation that is refused leaves the wallet as it is, and says why', async ({ page, sandbox }) => {
  await page.clock.install();
  await findCaller(page, INES);
  await verify(page);
  await sandbox.fail('updateCustomerActivation', { status: 403, times: 9 });
  await page.getByRole('button', { name: 'Reactivate wallet' }).click();
  await dialog(page).getByRole('radio', { name: 'A lead decided it' }).check();
  await confirm(page, 'Reactivate');
  await workIsSoonOver(page);
  await expect(walletPanel(page)).toContainText('You are not permitted to do this.');
  await expect(walletStatus(page)).toHaveText('Inactive');
  await expect(page.getByText(/\bReactivated\./)).toHaveCount(0);
  await expectWallet(sandbox, INES, { active: false });
});
