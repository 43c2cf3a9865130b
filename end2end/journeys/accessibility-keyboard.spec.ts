import type { Page } from '@playwright/test';
import { callerName, dialog, findCaller, goTo, match, matches, search, searchBox, sitDown, verify, walletPanel } from '../support/desk.ts';
import { ADA, PAUL, open, tab, tabs } from '../support/callers.ts';
import { focusOn, tabTo } from '../support/keyboard.ts';
import { expect, test } from '../support/fixtures.ts';

test.describe('the focus', () => {
  test('is in the search box at the start', async ({ page }) => {
    await sitDown(page);
    await expect(searchBox(page)).toBeFocused();
  });

  test('lands on the heading after each change of place', async ({ page }) => {
    await open(page, PAUL);
    await expect(callerName(page)).toBeFocused();
    for (const section of ['Devices', 'Verification', 'Activity', 'Overview'] as const) {
      // Going there waits for the title, and for the focus on the heading.
      await goTo(page, section);
    }
    await page.goBack();
    await expect(callerName(page)).toBeFocused();
    await page.getByRole('link', { name: 'Care portal' }).click();
    await expect(searchBox(page)).toBeFocused();
  });

  test('goes to the line that says until when the caller is verified', async ({ page }) => {
    await open(page, PAUL);
    await focusOn(page.getByRole('button', { name: 'Call back' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Verified \d\d:\d\d/ })).toBeFocused();
  });

  test('is never lost when what had it goes: after an unlock and after a closed tab', async ({ page }) => {
    await open(page, ADA);
    await open(page, PAUL);
    await verify(page);
    await focusOn(page.getByRole('button', { name: 'Unlock wallet' }));
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('button', { name: 'Unlock', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();
    await expectFocusSomewhere(page);
    await focusOn(page.getByRole('button', { name: `Close ${PAUL.name}` }));
    await page.keyboard.press('Enter');
    await expect(callerName(page)).toHaveText(ADA.name);
    await expectFocusSomewhere(page);
  });

  test('can skip to the content', async ({ page }) => {
    await open(page, PAUL);
    await searchBox(page).focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await expect(skip).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('can skip over the search to the matches', async ({ page }) => {
    await sitDown(page);
    await search(page, '508 555 0142');
    await expect(matches(page)).toHaveCount(2);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
    await page.keyboard.press('Tab');
    await expect(matches(page).first()).toBeFocused();
  });

  test('is always to be seen', async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return null;
        const ringed = [focused, focused.nextElementSibling, focused.parentElement, focused.closest('tr')].some((element) => {
          const { outlineStyle, boxShadow } = getComputedStyle(element ?? focused);
          return outlineStyle !== 'none' || boxShadow !== 'none';
        });
        const { top, bottom } = focused.getBoundingClientRect();
        return ringed && bottom > 0 && top < innerHeight ? null : focused.outerHTML.slice(0, 120);
      });
      expect(unseen, 'focused and not to be seen').toBeNull();
    }
  });
});

test.describe('the keys', () => {
  test('/ puts the cursor into the search box from everywhere', async ({ page }) => {
    await open(page, PAUL);
    await page.keyboard.press('/');
    await expect(searchBox(page)).toBeFocused();
    await expect(searchBox(page)).toHaveValue(PAUL.email);
    await page.keyboard.type('508 555 0142');
    await expect(searchBox(page)).toHaveValue('508 555 0142');
  });

  test('g and a letter go to a section', async ({ page }) => {
    await open(page, PAUL);
    for (const [letter, section] of [
      ['d', 'Devices'],
      ['v', 'Verification'],
      ['a', 'Activity'],
      ['o', 'Overview'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(letter);
      await expect(page).toHaveTitle(`${section} · Care portal`);
      await expect(callerName(page)).toBeFocused();
    }
  });

  test('after g any other key does what it always does', async ({ page }) => {
    await open(page, PAUL);
    await page.keyboard.press('g');
    await page.keyboard.press('/');
    await expect(searchBox(page)).toBeFocused();
  });

  test('j and k, or the arrows, walk over the matches, and Enter opens one', async ({ page }) => {
    await sitDown(page);
    await search(page, '508 555 0142');
    await expect(matches(page)).toHaveCount(2);
    await searchBox(page).press('ArrowDown');
    await expect(matches(page).nth(0)).toBeFocused();
    await page.keyboard.press('j');
    await expect(matches(page).nth(1)).toBeFocused();
    await page.keyboard.press('k');
    await expect(matches(page).nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(callerName(page)).toBeFocused();
  });

  test('Escape steps back: from a section, then from the customer', async ({ page }) => {
    await open(page, PAUL);
    await goTo(page, 'Activity');
    await page.keyboard.press('Escape');
    await expect(page).toHaveTitle('Overview · Care portal');
    await page.keyboard.press('Escape');
    await expect(page).toHaveTitle('Search · Care portal');
    await expect(tabs(page)).toHaveText([PAUL.name]);
  });

  test('? lists them all', async ({ page }) => {
    await sitDown(page);
    await searchBox(page).press('Escape');
    await expect(searchBox(page)).not.toBeFocused();
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keys' });
    for (const name of ['Search', 'This list', 'Open', 'Step back', 'Overview', 'Devices', 'Verification', 'Activity']) {
      await expect(list.getByText(name, { exact: true })).toBeVisible();
    }
    await expect(list.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(list).toBeHidden();
  });

  test('none acts while a field has the focus', async ({ page }) => {
    await open(page, PAUL);
    await searchBox(page).fill('');
    await searchBox(page).pressSequentially('?/gdjk');
    await expect(searchBox(page)).toHaveValue('?/gdjk');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page).toHaveTitle('Overview · Care portal');
  });

  test('none acts behind a dialog, nor with a modifier', async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    await page.getByRole('button', { name: 'Deactivate wallet' }).click();
    await expect(page.getByRole('dialog', { name: 'Deactivate this wallet?' })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog', { name: 'Deactivate this wallet?' })).toBeVisible();
    await expect(page).toHaveTitle('Overview · Care portal');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+g');
    await page.keyboard.press('d');
    await expect(page).toHaveTitle('Overview · Care portal');
  });

  test('none changes anything by itself', async ({ page, sandbox }) => {
    await open(page, PAUL);
    await verify(page);
    for (const key of 'abcdefghijklmnopqrstuvwxyz') await page.keyboard.press(key);
    expect(await sandbox.writes()).toEqual([]);
  });
});

test('a whole call is made without a pointer', async ({ page, sandbox }) => {
  await sitDown(page);
  await page.keyboard.type('508 555 0142');
  await page.keyboard.press('Enter');
  await expect(match(page, 'Miguel Alvarez')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(matches(page).first()).toBeFocused();
  while (!(await match(page, 'Miguel Alvarez').evaluate((link) => link === document.activeElement))) {
    await page.keyboard.press('j');
  }
  await page.keyboard.press('Enter');
  await expect(callerName(page)).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Security questions' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Verified \d\d:\d\d/ })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Unlock wallet' }));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('button', { name: 'Unlock', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(walletPanel(page).getByText('Unlocked. Miguel can sign in now; a wrong password will count again.')).toBeVisible();
  expect(await sandbox.customer('miguel.alvarez@sandbox.example')).toMatchObject({ active: true, locked: false });
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.getByRole('table', { name: 'Activity of this call' })).toBeVisible();
});

test('one of many open callers is reached and closed without a pointer', async ({ page }) => {
  await findCaller(page, '508 555 0142', 'Miguel Alvarez');
  await open(page, ADA);
  await tab(page, ADA.name).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Delete');
  await expect(tabs(page)).toHaveText([ADA.name]);
  await expectFocusSomewhere(page);
});

/** Presses Tab until the button has the focus. */
const expectFocusSomewhere = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body))
    .toBe(true);
