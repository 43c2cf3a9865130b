import type { Page } from '@playwright/test';
import { PAUL, open } from '../support/callers.ts';
import { arrivedAt, dialog, match, matches, search, searchBox, sitDown, verify } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';
import { focusOn } from '../support/keyboard.ts';

/** A key as a browser tells of it, where no keyboard of this machine could press it. */
const tell = (page: Page, key: { key: string; code?: string; isComposing?: boolean; keyCode?: number }) =>
  page.evaluate((init) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  }, key);

/** A key that stays down comes again and again. */
async function hold(page: Page, key: string): Promise<void> {
  for (let times = 0; times < 6; times += 1) await page.keyboard.down(key);
}

async function twoMatches(page: Page): Promise<void> {
  await sitDown(page);
  await search(page, '508 555 0142');
  await expect(matches(page)).toHaveCount(2);
}

const keys = (page: Page) => page.getByRole('dialog', { name: 'Keys' });

test.describe('while an input method composes', () => {
  test('no key leaves the search box or searches', async ({ page, sandbox }) => {
    await twoMatches(page);
    await searchBox(page).focus();
    const asked = await sandbox.count('retrieveCustomerLookupInfo');
    for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
      for (const key of ['ArrowDown', 'Escape', 'Enter']) {
        await tell(page, { key, ...composing });
        await expect(searchBox(page)).toBeFocused();
      }
    }
    await page.keyboard.press('ArrowDown');
    await expect(matches(page).first()).toBeFocused();
    expect(await sandbox.count('retrieveCustomerLookupInfo')).toBe(asked);
  });
});

test.describe('letters', () => {
  test('mean the same in capitals and on a keyboard of another script', async ({ page }) => {
    await twoMatches(page);
    await match(page, /./).first().focus();
    await page.keyboard.press('J');
    await expect(matches(page).nth(1)).toBeFocused();
    await page.keyboard.press('K');
    await expect(matches(page).first()).toBeFocused();
    await tell(page, { key: 'о', code: 'KeyJ' });
    await expect(matches(page).nth(1)).toBeFocused();
    await tell(page, { key: 'л', code: 'KeyK' });
    await expect(matches(page).first()).toBeFocused();
    await open(page, PAUL);
    await page.keyboard.press('G');
    await page.keyboard.press('D');
    await expect(page).toHaveTitle('Devices · Care portal');
  });

  test('are switched off and on again in the list of keys, which a button opens', async ({ page }) => {
    await twoMatches(page);
    await page.getByRole('button', { name: 'Keys', exact: true }).click();
    await keys(page).getByRole('checkbox', { name: 'Single-letter keys' }).uncheck();
    await keys(page).getByRole('button', { name: 'Close' }).click();
    await expect(keys(page)).toBeHidden();
    await matches(page).first().focus();
    for (const key of ['j', '/', '?']) await page.keyboard.press(key);
    await expect(matches(page).first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(matches(page).nth(1)).toBeFocused();

    await page.reload();
    await twoMatches(page);
    await matches(page).first().focus();
    await page.keyboard.press('j');
    await expect(matches(page).first()).toBeFocused();
    await page.getByRole('button', { name: 'Keys', exact: true }).click();
    await keys(page).getByRole('checkbox', { name: 'Single-letter keys' }).check();
    await page.keyboard.press('Escape');
    await expect(keys(page)).toBeHidden();
    await page.keyboard.press('?');
    await expect(keys(page)).toBeVisible();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith('keys')))).toEqual([]);
  });
});

test.describe('a key that is held down', () => {
  for (const key of ['Enter', ' ']) {
    test(`confirms nothing that its first press opened: ${key === ' ' ? 'Space' : key}`, async ({ page, sandbox }) => {
      await open(page, PAUL);
      await verify(page);
      await focusOn(page.getByRole('button', { name: 'Unlock wallet' }));
      await hold(page, key);
      await page.keyboard.up(key);
      await expect(dialog(page).getByRole('button', { name: 'Unlock', exact: true })).toBeFocused();
      await hold(page, 'Tab');
      expect(await sandbox.writes()).toEqual([]);
      await expect(dialog(page)).toBeVisible();
    });
  }

  test('asks once', async ({ page, sandbox }) => {
    await sitDown(page);
    await searchBox(page).fill(PAUL.email);
    await hold(page, 'Enter');
    await page.keyboard.up('Enter');
    await arrivedAt(page, PAUL.name);
    expect(await sandbox.count('retrieveCustomerLookupInfo')).toBe(1);
  });

  test('leads into the search box and writes nothing there', async ({ page }) => {
    await open(page, PAUL);
    await hold(page, '/');
    await page.keyboard.up('/');
    await expect(searchBox(page)).toBeFocused();
    await expect(searchBox(page)).toHaveValue(PAUL.email);
  });
});
