import { expect, test } from './fixtures.ts';
import { devicesPanel, findCaller, verify, walletPanel, walletStatus } from './desk.ts';

/** The journeys at an issuer whose wallets are not changed here, and the reason that the rep reads. */
export function journeysElsewhere(reason: string): void {
  test('the wallet cannot be changed here: the buttons are there, disabled, with the reason', async ({ page, sandbox }) => {
    await findCaller(page, 'pauls_wallet@yahoo.com');
    await expect(walletStatus(page)).toHaveText('Locked');
    await verify(page);
    for (const name of ['Unlock wallet', 'Deactivate wallet']) {
      const button = walletPanel(page).getByRole('button', { name });
      await expect(button).toBeDisabled();
      await expect(button).toHaveAccessibleDescription(reason);
    }
    await expect(walletPanel(page).getByText(reason)).toBeVisible();
    // Nothing is promised that cannot be done here.
    await expect(page.getByRole('status', { name: 'What stands in the way' })).toHaveText(
      `Locked: too many failed log-ins. It cannot be unlocked here. ${reason}`,
    );
    await expect(page.getByRole('main')).not.toContainText(/Unlocking resets|can sign in at once/);
    expect(await sandbox.writes()).toEqual([]);
  });

  test('nothing is sent that the configuration lacks, and every disabled button says why', async ({ page, sandbox }) => {
    await findCaller(page, 'pauls_wallet@yahoo.com');
    await verify(page);
    await expect(devicesPanel(page).getByRole('listitem').or(devicesPanel(page).getByRole('alert')).first()).toBeVisible();
    for (const button of await page.getByRole('main').getByRole('button', { disabled: true }).all()) {
      await expect(button).toHaveAccessibleDescription(/\w/);
    }
    expect((await sandbox.log()).filter((call) => call.refused !== undefined)).toEqual([]);
  });
}
