import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { callerName, dialog, match, matches, portalIsUp, searchBox, walletPanel } from '../support/desk.ts';
import { expectWallet, USABLE } from '../support/unlocking.ts';

const MIGUEL = 'miguel.alvarez@sandbox.example';

test('two people on one telephone are told apart, verified and unlocked in at most four clicks', async ({ page, sandbox }) => {
  let clicks = 0;
  const click = async (what: Locator) => {
    clicks += 1;
    await what.click();
  };
  await page.goto('/');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.type('508 555 0142');
  await page.keyboard.press('Enter');
  await expect(page.getByText('In which city do you live?')).toBeVisible();
  await click(match(page, /^Miguel Alvarez Locked Framingham/));
  await click(page.getByRole('button', { name: 'Security questions' }));
  await click(page.getByRole('button', { name: 'Unlock wallet' }));
  await click(dialog(page).getByRole('button', { name: 'Unlock', exact: true }));
  await expect(walletPanel(page)).toContainText('Unlocked. Miguel can sign in now; a wrong password will count again.');
  expect(clicks).toBeLessThanOrEqual(4);
  await expectWallet(sandbox, MIGUEL, USABLE);
});

test('and with the keyboard alone', async ({ page, sandbox }) => {
  await page.goto('/');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.type('508 555 0142');
  await page.keyboard.press('Enter');
  await expect(matches(page)).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(matches(page).first()).toBeFocused();
  const miguel = match(page, 'Miguel Alvarez');
  if (!(await hasFocus(miguel))) await page.keyboard.press('j');
  await expect(miguel).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(callerName(page)).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Security questions' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Verified \d\d:\d\d/ })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Unlock wallet' }));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('button', { name: 'Unlock', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(walletPanel(page)).toContainText('Unlocked. Miguel can sign in now; a wrong password will count again.');
  await expectWallet(sandbox, MIGUEL, USABLE);
});

test.describe('the rep types before the portal is up', () => {
  test('what was typed stays, with the cursor where it was', async ({ page }) => {
    const arrive = await delayPortal(page);
    await page.goto('/', { waitUntil: 'commit' });
    await expect(page.getByText('Starting the portal. You can type already.')).toBeVisible();
    await expect(searchBox(page)).toBeFocused();
    await page.keyboard.type('pauls_walet@yahoo.com');
    for (let step = 0; step < 'et@yahoo.com'.length; step += 1) await page.keyboard.press('ArrowLeft');
    arrive();
    await portalIsUp(page);
    await expect(searchBox(page)).toBeFocused();
    await page.keyboard.type('l');
    await expect(searchBox(page)).toHaveValue('pauls_wallet@yahoo.com');
    await expect(page.getByRole('search').getByRole('status')).toHaveText('Taken as e-mail address');
    await page.keyboard.press('Enter');
    await expect(callerName(page)).toHaveText('Paul Casey');
  });

  // Whichever part is late: the program itself, or already the script that fetches it.
  for (const [part, file] of Object.entries({ program: /\.wasm$/, script: /\/start[^/]*\.js$/ })) {
    test(`an Enter that came before the ${part} is made good as soon as it can be, once`, async ({ page, sandbox }) => {
      const arrive = await delayPortal(page, file);
      await page.goto('/', { waitUntil: 'commit' });
      await expect(searchBox(page)).toBeFocused();
      await page.keyboard.type('508 555 0142');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Starting the portal. Your search is the first thing it does.')).toBeVisible();
      await expect(searchBox(page)).toHaveValue('508 555 0142');
      arrive();
      await expect(matches(page)).toHaveCount(2);
      expect(await sandbox.count('retrieveCustomerLookupInfo')).toBe(1);
    });
  }

  test('what was asked is searched for, and not what is half typed by then', async ({ page, sandbox }) => {
    const arrive = await delayPortal(page);
    await page.goto('/', { waitUntil: 'commit' });
    await searchBox(page).fill('508 555 0142');
    await page.keyboard.press('Enter');
    await searchBox(page).fill('pauls_wal');
    arrive();
    await expect(matches(page)).toHaveCount(2);
    await expect(searchBox(page)).toBeFocused();
    await page.keyboard.type('let@yahoo.com');
    await expect(searchBox(page)).toHaveValue('pauls_wallet@yahoo.com');
    await page.keyboard.press('Enter');
    await expect(callerName(page)).toHaveText('Paul Casey');
    expect(await sandbox.count('retrieveCustomerLookupInfo')).toBe(2);
  });

  test('so is a click on Search, by the kind that was chosen', async ({ page }) => {
    const arrive = await delayPortal(page);
    await page.goto('/', { waitUntil: 'commit' });
    await page.getByRole('radio', { name: 'Last name' }).check();
    await searchBox(page).fill('5085550142');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    arrive();
    await expect(page.getByRole('main').getByRole('status')).toHaveText('No customer has this name.');
  });
});

/** Holds a part of the portal back until the returned function is called. The sandbox has no word for that. */
async function delayPortal(page: Page, part = /\.wasm$/): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((done) => {
    arrive = done;
  });
  await page.route(part, async (route) => {
    await arrived;
    await route.continue();
  });
  return () => arrive();
}

const hasFocus = (what: Locator): Promise<boolean> => what.evaluate((element) => element === document.activeElement);

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  for (let presses = 0; presses < 40 && !(await hasFocus(what)); presses += 1) await page.keyboard.press('Tab');
  await expect(what).toBeFocused();
}
