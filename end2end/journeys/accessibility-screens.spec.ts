import type { BrowserContext, Page } from '@playwright/test';
import { callerName, findCaller, goTo, matches, redBanner, search, searchBox, sitDown, unlock, verify, walletPanel, devicesPanel, portalIsUp } from '../support/desk.ts';
import { ADA, PAUL, identity, open } from '../support/callers.ts';
import { expect, test } from '../support/fixtures.ts';
import { expectUsableInEveryLook } from '../support/looks.ts';
import type { Sandbox } from '../support/sandbox.ts';

type Desk = { page: Page; sandbox: Sandbox; context: BrowserContext };

const known = (address: string, name: string) => ({ email: `${address}@sandbox.example`, name });

const screens: Record<string, (desk: Desk) => Promise<void>> = {
  'the start': async ({ page }) => {
    await sitDown(page);
    await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
  },
  'a slow search': async ({ page, sandbox }) => {
    await sitDown(page);
    await sandbox.hold('retrieveCustomerLookupInfo');
    await search(page, PAUL.email);
    await expect(page.getByText('The gateway is still looking.')).toBeVisible();
  },
  'a search that finds nobody': async ({ page }) => {
    await sitDown(page);
    await search(page, 'Nowhere');
    await expect(page.getByText('No customer has this name.')).toBeVisible();
  },
  'a search that the gateway refuses': async ({ page }) => {
    await sitDown(page);
    await search(page, 'lookup-failed@sandbox.example');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
  'a text that cannot be searched for': async ({ page }) => {
    await sitDown(page);
    await search(page, '12', 'Phone');
    await expect(page.getByRole('alert')).toContainText('A phone number has at least five digits.');
  },
  'two people on one telephone': async ({ page }) => {
    await sitDown(page);
    await search(page, '508 555 0142');
    await expect(matches(page)).toHaveCount(2);
  },
  'two records that claim one wallet': async ({ page }) => {
    await sitDown(page);
    await search(page, '508 999 1234');
    await expect(page.getByText('These records claim one wallet.')).toBeVisible();
  },
  'one of two records that claim one wallet': async ({ page }) => {
    await findCaller(page, '508 999 1234', PAUL.name);
    await expect(page.getByText('This wallet cannot be acted on.')).toBeVisible();
  },
  'matches of which one could not be read': async ({ page }) => {
    await sitDown(page);
    await search(page, 'Unreadable');
    await expect(page.getByText('1 record could not be read and is not shown.')).toBeVisible();
  },
  'a match that is only part of what there is': async ({ page }) => {
    await sitDown(page);
    await search(page, 'lookup-partial@sandbox.example');
    await expect(page.getByText('Partly done.')).toBeVisible();
  },
  'a locked wallet, the caller not verified': async ({ page }) => {
    await open(page, PAUL);
    await expect(devicesPanel(page).getByRole('listitem')).toHaveCount(2);
  },
  'a verified caller with a fact revealed, beside another caller': async ({ page }) => {
    await open(page, ADA);
    await open(page, PAUL);
    await verify(page);
    await identity(page).getByRole('button', { name: 'Reveal address' }).click();
  },
  'an active wallet': async ({ page }) => {
    await open(page, ADA);
    await verify(page);
  },
  'an inactive wallet': async ({ page }) => {
    await open(page, known('inactive', 'Ines Dormant'));
    await verify(page);
  },
  'a wallet whose state is not stated': async ({ page }) => open(page, known('not-stated', 'Noor Unstated')),
  'a running unlock': async ({ page, sandbox }) => {
    await open(page, PAUL);
    await verify(page);
    await sandbox.hold('updateCustomerActivation', { activate: true });
    await unlock(page);
    await sandbox.holds(1);
    await expect(page.getByRole('list', { name: 'Unlocking' })).toBeVisible();
  },
  'an unlock and its proof': async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    await unlock(page);
    await expect(page.getByRole('table', { name: 'Before and after' })).toBeVisible();
  },
  'an unlock that was refused': async ({ page }) => {
    await open(page, known('first-call-refused', 'Rita Refusal'));
    await verify(page);
    await unlock(page);
    await expect(walletPanel(page).getByText('Not done.')).toBeVisible();
  },
  'a wallet that an unlock left inactive': async ({ page }) => {
    await open(page, known('second-call-refused', 'Ruben Denial'));
    await verify(page);
    await unlock(page);
    await expect(redBanner(page)).toBeVisible({ timeout: 15_000 });
  },
  'the devices': async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    await goTo(page, 'Devices');
    await expect(devicesPanel(page).getByRole('listitem')).toHaveCount(2);
  },
  'no devices': async ({ page }) => {
    await open(page, known('devices-none', 'Nick Deviceless'));
    await expect(page.getByText('No device is linked with this wallet.')).toBeVisible();
  },
  'devices that cannot be read': async ({ page }) => {
    await open(page, known('devices-fail', 'Della Panelfail'));
    await expect(devicesPanel(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  },
  'devices on their way': async ({ page, sandbox }) => {
    await sandbox.hold('retrieveCustomerDevices');
    await open(page, ADA);
    await expect(devicesPanel(page).getByText('Reading the devices')).toBeAttached();
  },
  'the verification': async ({ page }) => {
    await open(page, PAUL);
    await goTo(page, 'Verification');
    await verify(page);
  },
  'an activity without entries': async ({ page }) => {
    await open(page, PAUL);
    await goTo(page, 'Activity');
    await expect(page.getByText('Nothing was done in this call yet.')).toBeVisible();
  },
  'an activity with entries': async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    await unlock(page);
    await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();
    await goTo(page, 'Activity');
    await expect(page.getByRole('table', { name: 'Activity of this call' })).toBeVisible();
  },
  'a very long name': async ({ page }) => {
    await sitDown(page);
    await search(page, 'name-long@sandbox.example');
    await expect(callerName(page)).toContainText('Wolfeschlegelsteinhausenbergerdorff');
    await verify(page);
  },
  'a customer who is not open any more': async ({ page }) => {
    await page.goto('/customers/0123456789abcdef');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This customer is not open here any more');
  },
  'an address that nothing has': async ({ page }) => {
    await page.goto('/nothing');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  },
  'a configuration that is not in order': async ({ page }) => {
    await page.route('**/config.json', (route) => route.fulfill({ json: {} }));
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The portal cannot start');
  },
  'nobody signed in': async ({ page, context, sandbox }) => {
    await context.addCookies([{ name: 'sandbox-rep', value: 'none', url: sandbox.url }]);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  },
  'a locked desk': async ({ page }) => {
    await page.clock.install();
    await open(page, PAUL);
    await page.clock.fastForward('15:01');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Locked');
  },
  'a desk without a network': async ({ page, context }) => {
    await open(page, PAUL);
    await verify(page);
    await context.setOffline(true);
    await expect(page.getByText('You are offline. What is on the screen stays')).toBeVisible();
  },
  'a portal that is still starting': async ({ page }) => {
    await page.route(/\.wasm$/, () => undefined);
    await page.goto('/');
    await expect(page.getByText('Starting the portal. You can type already.')).toBeVisible();
    await searchBox(page).fill('508 555 0142');
  },
};

for (const [screen, arrive] of Object.entries(screens)) {
  test(`${screen} can be used by everybody, wide and narrow, light and dark`, async ({ page, sandbox, context }) => {
    await arrive({ page, sandbox, context });
    await expectUsableInEveryLook(page);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}

test('a very long day of open callers stays usable', async ({ page }) => {
  await sitDown(page);
  await portalIsUp(page);
  for (const who of [ADA, PAUL, known('inactive', 'Ines Dormant'), known('devices-none', 'Nick Deviceless'), known('name-other-script', '李娜 Ωμέγα-Ольга')]) {
    await open(page, who);
  }
  await expectUsableInEveryLook(page);
});
