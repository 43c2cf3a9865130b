import { expect, test } from '../support/fixtures.ts';
import { devicesPanel, findCaller, verify, walletPanel, walletStatus } from '../support/desk.ts';
import type { Configuration } from '../support/sandbox.ts';

/** Issuers whose wallets are kept elsewhere, and the reason that the rep reads. */
const issuers: { configuration: Configuration; reason: RegExp }[] = [
  { configuration: 'WLW_IDP', reason: /^Not available in the WLW_IDP configuration: this issuer's identity provider manages it\.$/ },
  {
    configuration: 'EXTERNAL',
    reason: /^Not available in the EXTERNAL configuration: this issuer keeps its wallets in a system of its own\.$/,
  },
];

for (const { configuration, reason } of issuers) {
  test.describe(`an issuer in the ${configuration} configuration`, () => {
    test.use({ configuration });

    test('cannot unlock here: the button is there, disabled, with the reason', async ({ page, sandbox }) => {
      await findCaller(page, 'pauls_wallet@yahoo.com');
      await expect(walletStatus(page)).toHaveText('Locked');
      await verify(page);
      for (const name of ['Unlock wallet', 'Deactivate wallet']) {
        const button = walletPanel(page).getByRole('button', { name });
        await expect(button).toBeDisabled();
        await expect(button).toHaveAccessibleDescription(reason);
      }
      await expect(walletPanel(page).getByText(reason)).toBeVisible();
      expect(await sandbox.writes()).toEqual([]);
    });

    test('sends nothing that the configuration lacks, and every disabled button says why', async ({ page, sandbox }) => {
      await findCaller(page, 'pauls_wallet@yahoo.com');
      await verify(page);
      await expect(devicesPanel(page)).toBeVisible();
      for (const button of await page.getByRole('main').getByRole('button', { disabled: true }).all()) {
        await expect(button).toHaveAccessibleDescription(/\w/);
      }
      expect((await sandbox.log()).filter((call) => call.refused !== undefined)).toEqual([]);
    });
  });
}
