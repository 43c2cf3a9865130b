import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { focusOn } from '../support/keyboard.ts';
import { confirm, devicesPanel, dialog, findCaller, goTo, verify, walletStatus } from '../support/desk.ts';

const ADA = 'active@sandbox.example';
const LIST = 'retrieveCustomerDevices';
const SWITCH = 'updateCustomerDeviceActivation';

const rows = (page: Page) => devicesPanel(page).getByRole('listitem');
const said = (page: Page, words: string) => devicesPanel(page).getByRole('status').filter({ hasText: words });
const buttons = (page: Page, verb: string) => rows(page).getByRole('button', { name: new RegExp(`^${verb} `) });

/** A verified caller with two devices, which have been read. */
async function atTheDevices(page: Page): Promise<void> {
  await findCaller(page, ADA);
  await verify(page);
  await expect(rows(page)).toHaveCount(2);
}

test('one of two devices is switched off and on again, and proven; the wallet and the other stay as they are', async ({ page, sandbox }) => {
  await findCaller(page, ADA);
  await expect(rows(page)).toHaveCount(2);
  await expect(buttons(page, 'Deactivate').first()).toBeDisabled();
  await expect(buttons(page, 'Deactivate').first()).toHaveAccessibleDescription('Verify the caller first.');
  await verify(page);

  await buttons(page, 'Deactivate').first().click();
  await expect(dialog(page)).toHaveAccessibleName('Deactivate this device?');
  await expect(dialog(page)).toContainText('Ada Ordinary');
  await expect(dialog(page).getByRole('table', { name: 'What will change' }).getByRole('row', { name: 'State' })).toHaveText(
    'StateActiveInactive',
  );
  await expect(dialog(page)).toContainText('The wallet and its other devices are not touched.');
  await expect(dialog(page).getByRole('button').last()).toHaveText('Deactivate');
  await confirm(page, 'Deactivate');
  await expect(devicesPanel(page).getByRole('status')).toContainText('is inactive now, seen by reading.');
  await expect(rows(page).first()).toContainText('Inactive');
  await expect(rows(page).last()).toContainText('Active');
  expect((await sandbox.customer(ADA)).deviceStates.map((device) => device.active)).toEqual([false, true]);
  await expect(walletStatus(page)).toHaveText('Active');

  await buttons(page, 'Activate').click();
  await confirm(page, 'Activate');
  await expect(devicesPanel(page).getByRole('status')).toContainText('is active now, seen by reading.');
  expect((await sandbox.customer(ADA)).deviceStates.map((device) => device.active)).toEqual([true, true]);
  expect(await sandbox.writes()).toHaveLength(2);

  await goTo(page, 'Activity');
  await expect(page.getByRole('cell', { name: 'Deactivate a device: seen by reading', exact: true })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Activate a device: seen by reading', exact: true })).toBeVisible();
});

test('cancelling changes nothing and gives the focus back', async ({ page, sandbox }) => {
  await atTheDevices(page);
  await buttons(page, 'Deactivate').last().click();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(buttons(page, 'Deactivate').last()).toBeFocused();
  expect(await sandbox.writes()).toEqual([]);
});

test('a switch whose answer is lost is settled by reading, and sent once', async ({ page, sandbox }) => {
  const email = 'device-answer-lost@sandbox.example';
  await findCaller(page, email);
  await verify(page);
  await buttons(page, 'Deactivate').first().click();
  await confirm(page, 'Deactivate');
  await expect(devicesPanel(page).getByRole('status')).toContainText('is inactive now, seen by reading.');
  expect(await sandbox.writes()).toHaveLength(1);
  expect((await sandbox.customer(email)).deviceStates[0]?.active).toBe(false);
});

test('a switch that is refused says so in the gateway\'s words, and that nothing changed', async ({ page, sandbox }) => {
  const email = 'device-refused@sandbox.example';
  await findCaller(page, email);
  await verify(page);
  await buttons(page, 'Deactivate').first().click();
  await confirm(page, 'Deactivate');
  await expect(devicesPanel(page).getByRole('alert')).toContainText('is not inactive: nothing changed.');
  await expect(devicesPanel(page)).toContainText('386');
  await expect(devicesPanel(page)).toContainText('ERROR: the device is being provisioned');
  const sent = await sandbox.writes();
  expect(sent).toHaveLength(1);
  await expect(devicesPanel(page)).toContainText(sent[0]?.correlationId ?? 'no correlation ID');
  expect((await sandbox.customer(email)).deviceStates[0]?.active).toBe(true);
});

test('a switch that fails is not sent again by itself, and works when the rep asks again', async ({ page, sandbox }) => {
  const email = 'device-call-fails-once@sandbox.example';
  await findCaller(page, email);
  await verify(page);
  await buttons(page, 'Deactivate').first().click();
  await confirm(page, 'Deactivate');
  await expect(devicesPanel(page).getByRole('alert')).toContainText('is not inactive: nothing changed.');
  expect(await sandbox.writes()).toHaveLength(1);
  await buttons(page, 'Deactivate').first().click();
  await confirm(page, 'Deactivate');
  await expect(devicesPanel(page).getByRole('status')).toContainText('is inactive now, seen by reading.');
});

test('a switch after which the devices cannot be read is said not to be seen yet', async ({ page, sandbox }) => {
  await atTheDevices(page);
  // Three reads, each of which the gateway layer tries once more.
  await sandbox.fail(LIST, { times: 6 });
  await buttons(page, 'Deactivate').first().click();
  await confirm(page, 'Deactivate');
  const unseen = devicesPanel(page).getByRole('alert').filter({ hasText: 'Confirmed, not yet seen.' });
  await expect(unseen).toContainText('Check again; nothing is sent.');
  // The older list stays and is marked as such.
  const stale = devicesPanel(page).getByRole('alert').filter({ hasText: 'Stale.' });
  await expect(stale).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await unseen.getByRole('button', { name: 'Check again' }).click();
  await expect(said(page, 'is inactive now, seen by reading.')).toBeVisible();
  await expect(stale).toHaveCount(0);
  await expect(rows(page).first()).toContainText('Inactive');
  expect(await sandbox.count(SWITCH)).toBe(1);
});

test('the reading that proves a switch is not asked for again before the gateway said, and until when is said', async ({ page, sandbox }) => {
  await atTheDevices(page);
  const before = await sandbox.count(LIST);
  await sandbox.fail(LIST, { status: 429, retryAfter: 3 });
  await buttons(page, 'Deactivate').first().click();
  await confirm(page, 'Deactivate');
  await expect(said(page, 'The gateway asks to wait until')).toContainText('Confirmed.');
  await expect(said(page, 'is inactive now, seen by reading.')).toBeVisible();
  const readings = (await sandbox.log()).filter(({ operation }) => operation === LIST).slice(before);
  // By the sandbox's clock, and by what Retry-After asked for.
  expect((readings[1]?.time ?? 0) - (readings[0]?.time ?? 0)).toBeGreaterThanOrEqual(3000);
});

test('whatever is pressed in the line about a switch, the focus stays in the panel', async ({ page, sandbox }) => {
  await atTheDevices(page);
  const heading = devicesPanel(page).getByRole('heading', { name: 'Devices' });
  await sandbox.fail(LIST, { times: 6 });
  await buttons(page, 'Deactivate').first().click();
  await confirm(page, 'Deactivate');
  await devicesPanel(page).getByRole('button', { name: 'Check again' }).press('Enter');
  await expect(said(page, 'is inactive now, seen by reading.')).toBeVisible();
  await expect(heading).toBeFocused();
  await devicesPanel(page).getByRole('button', { name: 'Done' }).press('Enter');
  await expect(said(page, 'is inactive now, seen by reading.')).toHaveCount(0);
  await expect(heading).toBeFocused();
});

test('while a device is switched no other can be, and a double click sends one call', async ({ page, sandbox }) => {
  await atTheDevices(page);
  await sandbox.hold(SWITCH);
  await buttons(page, 'Deactivate').first().click();
  await dialog(page).getByRole('button', { name: 'Deactivate', exact: true }).dblclick();
  await sandbox.holds(1);
  await expect(buttons(page, 'Deactivate').first()).toBeDisabled();
  await expect(buttons(page, 'Deactivate').last()).toBeDisabled();
  await sandbox.release();
  await expect(devicesPanel(page).getByRole('status')).toContainText('is inactive now, seen by reading.');
  expect(await sandbox.count(SWITCH)).toBe(1);
});

test('a list that cannot be read fails in its own panel and can be asked for again', async ({ page, sandbox }) => {
  await findCaller(page, 'devices-fail@sandbox.example');
  const alert = devicesPanel(page).getByRole('alert');
  await expect(alert).toContainText('The devices could not be read: the gateway is not available.');
  await expect(alert).toContainText('502');
  await expect(alert).toContainText((await sandbox.log()).findLast(({ operation }) => operation === LIST)?.correlationId ?? 'no correlation ID');
  await expect(walletStatus(page)).toHaveText('Active');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => sandbox.count(LIST)).toBe(4);
  await expect(alert).toContainText('The devices could not be read');
});

test('a list that fails for a moment comes by itself or with "Try again"', async ({ page, sandbox }) => {
  // Twice is what the one retry of a read does not get over.
  await findCaller(page, 'devices-fail-twice@sandbox.example');
  await devicesPanel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page)).toHaveCount(2);
  await sandbox.fail(LIST, { times: 1 });
  await findCaller(page, ADA);
  await expect(rows(page)).toHaveCount(2);
  await expect(devicesPanel(page).getByRole('alert')).toHaveCount(0);
});

test('no devices is a sentence with what to do next', async ({ page }) => {
  await findCaller(page, 'devices-none@sandbox.example');
  const said = devicesPanel(page).getByRole('status');
  await expect(said).toContainText('No device is linked with this wallet.');
  await expect(said).toContainText('The customer links one by signing in to the app on it.');
});

test('devices of which the gateway found only part are not said to be none', async ({ page }) => {
  await findCaller(page, 'devices-partly@sandbox.example');
  await expect(devicesPanel(page).getByRole('alert')).toContainText(
    'Partly done. The gateway found only part of what there is: 242 Processing error occurred at gateway.',
  );
  await expect(devicesPanel(page)).not.toContainText('No device is linked');
});

test('a device that cannot be read is counted, and the others are shown', async ({ page }) => {
  await findCaller(page, 'devices-unreadable@sandbox.example');
  await expect(rows(page)).toHaveCount(2);
  await expect(devicesPanel(page)).toContainText('1 more could not be read.');
});

test('"Try again" with the keyboard leaves the focus in the panel, whatever comes', async ({ page }) => {
  await findCaller(page, 'devices-fail-twice@sandbox.example');
  await focusOn(devicesPanel(page).getByRole('button', { name: 'Try again' }));
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await expect(devicesPanel(page).getByRole('heading', { name: 'Devices' })).toBeFocused();
});

test('a stale list shows what the gateway said and waits as long as it asked', async ({ page, sandbox }) => {
  await atTheDevices(page);
  await sandbox.fail(LIST, { times: 6 });
  await buttons(page, 'Deactivate').first().click();
  await confirm(page, 'Deactivate');
  const stale = devicesPanel(page).getByRole('alert').filter({ hasText: 'Stale.' });
  await expect(stale).toContainText('502');
  await expect(stale).toContainText((await sandbox.log()).findLast(({ operation }) => operation === LIST)?.correlationId ?? 'no correlation ID');
});

test('a slow list says that it is being read, and nothing else waits for it', async ({ page, sandbox }) => {
  await sandbox.hold(LIST);
  await findCaller(page, 'devices-slow@sandbox.example');
  await expect(devicesPanel(page).getByRole('status')).toHaveText('Reading the devices');
  await expect(walletStatus(page)).toHaveText('Active');
  await verify(page);
  await expect(page.getByRole('button', { name: 'Deactivate wallet' })).toBeEnabled();
  await sandbox.release();
  await expect(rows(page)).toHaveCount(2);
});

test('the devices have a section of their own that shows the same list', async ({ page, sandbox }) => {
  await findCaller(page, ADA);
  await expect(rows(page)).toHaveCount(2);
  await goTo(page, 'Devices');
  await expect(rows(page)).toHaveCount(2);
  expect(await sandbox.count(LIST)).toBe(1);
});

for (const [address, told] of [
  ['device-partly', ['242', 'Not done, or in part: Processing error occurred at gateway.']],
  ['device-noted', ['100', 'Done: SUCCESS', '120', 'Not done, or in part: PARTIAL_SUCCESS: the device was not told']],
] as const) {
  test(`${address}: what the gateway did only in part is amber, with both halves, and read again`, async ({ page, sandbox }) => {
    const email = `${address}@sandbox.example`;
    await findCaller(page, email);
    await verify(page);
    await buttons(page, 'Deactivate').first().click();
    await confirm(page, 'Deactivate');
    const partly = devicesPanel(page).getByRole('alert').filter({ hasText: 'Done in part.' });
    await expect(partly).toContainText('is inactive now, seen by reading.');
    await expect(partly).toHaveAttribute('data-tone', 'attention');
    for (const words of told) await expect(devicesPanel(page)).toContainText(words);
    await expect(rows(page).first()).toContainText('Inactive');
    expect(await sandbox.count(SWITCH)).toBe(1);
    await goTo(page, 'Activity');
    await expect(page.getByRole('row', { name: /Deactivate a device: seen by reading/ })).toContainText('Partly done');
  });
}
