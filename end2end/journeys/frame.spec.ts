import { arrivedAt, callerName, devicesPanel, findCaller, goTo, match, matches, search, searchBox, sitDown, unlock, verify, walletPanel, walletStatus } from '../support/desk.ts';
import { ADA, OLIVIA, PAUL, identity, level, open, tab, tabs } from '../support/callers.ts';
import { stopClock } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';

test.describe('several callers at once', () => {
  test('each keeps their own verification, activity and unlock', async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    await unlock(page);
    await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();

    await open(page, ADA);
    await expect(tabs(page)).toHaveText([PAUL.name, ADA.name]);
    await expect(tab(page, ADA.name)).toHaveAttribute('aria-selected', 'true');
    await expect(level(page, 'Not verified')).toBeVisible();
    await expect(walletPanel(page).getByText('Unlocked.')).toHaveCount(0);
    await goTo(page, 'Activity');
    await expect(page.getByText('Nothing was done in this call yet.')).toBeVisible();

    await tab(page, PAUL.name).click();
    await expect(callerName(page)).toHaveText(PAUL.name);
    await expect(page.getByRole('heading', { name: /^Verified \d\d:\d\d/ })).toBeVisible();
    await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();
    await expect(walletStatus(page)).toHaveText('Active');
    await goTo(page, 'Activity');
    await expect(page.getByRole('cell', { name: 'Verified the caller: security questions' })).toBeVisible();
  });

  test('a revealed fact of one is not revealed of the other', async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    await identity(page).getByRole('button', { name: 'Reveal phone' }).click();
    await open(page, OLIVIA);
    await verify(page, 'Call back');
    await expect(identity(page).getByText(PAUL.phone)).toHaveCount(0);
    await expect(identity(page).getByRole('button', { name: 'Reveal phone' })).toBeEnabled();
    await tab(page, PAUL.name).click();
    await expect(identity(page).getByText(PAUL.phone)).toBeVisible();
  });

  test('searching for somebody who is open shows them as they were left, in the same tab', async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    await open(page, ADA);
    await open(page, PAUL);
    await expect(tabs(page)).toHaveText([PAUL.name, ADA.name]);
    await expect(level(page, 'Verified')).toBeVisible();
  });

  test('arrow keys walk over the tabs, Enter opens one and Delete closes it', async ({ page }) => {
    await open(page, PAUL);
    await open(page, ADA);
    await open(page, OLIVIA);
    await tab(page, OLIVIA.name).focus();
    await page.keyboard.press('ArrowRight');
    await expect(tab(page, PAUL.name)).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(tab(page, ADA.name)).toBeFocused();
    await page.keyboard.press('Enter');
    await arrivedAt(page, ADA.name);

    await tab(page, PAUL.name).focus();
    await page.keyboard.press('Delete');
    await expect(tabs(page)).toHaveText([ADA.name, OLIVIA.name]);
    await expect(callerName(page)).toHaveText(ADA.name);
  });

  test('after the one in view was closed another one or the search comes into view', async ({ page }) => {
    await open(page, PAUL);
    await open(page, ADA);
    await page.getByRole('button', { name: `Close ${ADA.name}` }).click();
    await expect(callerName(page)).toHaveText(PAUL.name);
    await page.getByRole('button', { name: `Close ${PAUL.name}` }).click();
    await expect(searchBox(page)).toBeFocused();
    await expect(page.getByRole('tablist')).toHaveCount(0);
  });
});

test.describe('closing a caller', () => {
  test('wipes what was known: found again they are masked, unverified and without activity', async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    await identity(page).getByRole('button', { name: 'Reveal e-mail' }).click();
    await expect(identity(page).getByText(PAUL.email)).toBeVisible();
    await page.getByRole('button', { name: `Close ${PAUL.name}` }).click();

    await open(page, PAUL);
    await expect(level(page, 'Not verified')).toBeVisible();
    await expect(identity(page).getByText(PAUL.email)).toHaveCount(0);
    await goTo(page, 'Activity');
    await expect(page.getByText('Nothing was done in this call yet.')).toBeVisible();
  });

  test('leaves the match where it was: opened from there they begin anew', async ({ page }) => {
    await findCaller(page, '508 555 0142', 'Miguel Alvarez');
    await verify(page);
    await page.getByRole('button', { name: 'Close Miguel Alvarez' }).click();
    await expect(matches(page)).toHaveCount(2);
    await match(page, 'Miguel Alvarez').click();
    await expect(callerName(page)).toHaveText('Miguel Alvarez');
    await expect(level(page, 'Not verified')).toBeVisible();
  });

  test('gives up what was asked for them: a late answer changes nothing', async ({ page, sandbox }) => {
    await sandbox.hold('retrieveCustomerDevices');
    await open(page, ADA);
    await sandbox.holds(1);
    await page.getByRole('button', { name: `Close ${ADA.name}` }).click();
    await sandbox.holds(0);
    await open(page, PAUL);
    await sandbox.release();
    await expect(tabs(page)).toHaveText([PAUL.name]);
    await expect(callerName(page)).toHaveText(PAUL.name);
    await expect(devicesPanel(page).getByText(/Paul/).first()).toBeVisible();
    await expect(devicesPanel(page).getByText(/Ada/)).toHaveCount(0);
  });

  test('waits until a running change is over', async ({ page, sandbox }) => {
    await open(page, PAUL);
    await verify(page);
    await sandbox.hold('updateCustomerActivation', { activate: true });
    await unlock(page);
    await sandbox.holds(1);
    const close = page.getByRole('button', { name: `Close ${PAUL.name}` });
    await expect(close).toBeDisabled();
    await tab(page, PAUL.name).press('Delete');
    await expect(tabs(page)).toHaveText([PAUL.name]);
    await sandbox.release();
    await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();
    await expect(close).toBeEnabled();
  });

  test('an unlock goes on while another caller is in view, and its end is there on return', async ({ page, sandbox }) => {
    await open(page, PAUL);
    await verify(page);
    await sandbox.hold('updateCustomerActivation', { activate: true });
    await unlock(page);
    await sandbox.holds(1);
    await open(page, ADA);
    await sandbox.release();
    await expect.poll(async () => (await sandbox.customer(PAUL.email)).active).toBe(true);
    await expect(walletStatus(page)).toHaveText('Active');
    await expect(walletPanel(page).getByText('Unlocked.')).toHaveCount(0);
    await tab(page, PAUL.name).click();
    await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();
  });
});

test.describe('addresses', () => {
  test('the browser’s back and forward go through the places', async ({ page }) => {
    await open(page, PAUL);
    await goTo(page, 'Devices');
    await page.goBack();
    await expect(page).toHaveTitle('Overview · Care portal');
    await expect(walletPanel(page)).toBeVisible();
    await page.goBack();
    await expect(page).toHaveTitle('Search · Care portal');
    await page.goForward();
    await expect(callerName(page)).toHaveText(PAUL.name);
  });

  test('going back to the search does not open its only match once more', async ({ page }) => {
    await open(page, PAUL);
    await page.goBack();
    await expect(matches(page)).toHaveCount(1);
    await expect(page).toHaveTitle('Search · Care portal');
  });

  test('a reloaded customer is not found again: the page says so and offers the search', async ({ page, sandbox }) => {
    await open(page, PAUL);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This customer is not open here any more');
    await page.getByRole('main').getByRole('link', { name: 'Search' }).click();
    await expect(searchBox(page)).toBeFocused();
    await expect(page).toHaveURL(`${sandbox.url}/`);
  });

  test('an address that nothing has says so and offers the search', async ({ page }) => {
    await page.goto('/customers/somebody/nothing');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
    await page.getByRole('main').getByRole('link', { name: 'Search' }).click();
    await expect(searchBox(page)).toBeFocused();
  });

  test('the brand leads back to the search and loses nobody', async ({ page }) => {
    await open(page, PAUL);
    await page.getByRole('link', { name: 'Care portal' }).click();
    await expect(searchBox(page)).toBeFocused();
    await expect(tabs(page)).toHaveText([PAUL.name]);
  });
});

test.describe('calm', () => {
  test('a search that is answered within 300 ms shows nothing on its way', async ({ page, sandbox }) => {
    await page.clock.install();
    await sitDown(page);
    await stopClock(page);
    await sandbox.hold('retrieveCustomerLookupInfo');
    await search(page, PAUL.email);
    await sandbox.holds(1);
    await page.clock.runFor(299);
    await expect(page.getByText('The gateway is still looking.')).toHaveCount(0);
    await page.clock.runFor(2);
    await expect(page.getByText('The gateway is still looking.')).toBeVisible();
    await page.clock.resume();
    await sandbox.release();
    await expect(callerName(page)).toHaveText(PAUL.name);
  });

  test('the wallet stays where it is while the devices come', async ({ page, sandbox }) => {
    await sandbox.hold('retrieveCustomerDevices');
    await open(page, ADA);
    await sandbox.holds(1);
    const wallet = await walletPanel(page).boundingBox();
    const devices = await devicesPanel(page).boundingBox();
    await sandbox.release();
    await expect(devicesPanel(page).getByRole('listitem')).toHaveCount(2);
    expect(await walletPanel(page).boundingBox()).toEqual(wallet);
    expect((await devicesPanel(page).boundingBox())?.y).toBe(devices?.y);
  });
});

test('on a narrow screen the section in view is seen among the sections', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await open(page, PAUL);
  for (const [letter, name] of [['v', 'Verification'], ['c', 'Card controls'], ['o', 'Overview']] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    const link = page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name });
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(link).toBeInViewport({ ratio: 1 });
  }
});
