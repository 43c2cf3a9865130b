import type { Page } from '@playwright/test';
import { at, confirm, dialog, findCaller, goTo, verify } from '../support/desk.ts';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { focusOn } from '../support/keyboard.ts';
import { day, openSection, region, row, table } from '../support/limits.ts';
import { expectUsableInEveryLook } from '../support/looks.ts';

test.use({ today: TODAY });

const over = (page: Page) => row(page, 'Velocity limits', 'E-commerce').getByRole('button', { name: 'Override', exact: true });
const press = (page: Page, verb: string) => dialog(page).getByRole('button', { name: verb, exact: true }).click();

/** How each screen comes into view. */
const screens: Record<string, (page: Page) => Promise<void>> = {
  'limits of every kind': async (page) => {
    await openSection(page, 'limits-three', 'Limits');
    await expect(table(page, 'Temporary credit limits').getByRole('row')).toHaveCount(4);
  },
  'limits that could not be read': async (page) => {
    await openSection(page, 'limits-fail', 'Limits');
    await expect(region(page, 'Temporary credit limits').getByRole('alert')).toBeVisible();
  },
  'an account without credit': async (page) => {
    await findCaller(page, at('debit-only'));
    await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Limits' }).click();
    await expect(region(page, 'Credit limit').getByRole('status')).toBeVisible();
  },
  'a change of the limit that is filled in wrongly': async (page) => {
    await openSection(page, 'limits', 'Limits');
    await page.getByRole('button', { name: 'Change credit limit' }).click();
    await press(page, 'Change');
    await expect(dialog(page).getByLabel('New credit limit')).toBeFocused();
  },
  'a temporary limit with its preview': async (page) => {
    await openSection(page, 'limits-three', 'Limits');
    await page.getByRole('button', { name: 'Add temporary limit' }).click();
    await dialog(page).getByLabel('Temporary limit').fill('7500');
    await dialog(page).getByLabel('From').fill(day(30));
    await dialog(page).getByLabel('Until').fill(day(40));
    await expect(dialog(page).getByRole('img')).toBeVisible();
  },
  'a deletion, asked for and done': async (page) => {
    await openSection(page, 'limits-three', 'Limits');
    await row(page, 'Temporary credit limits', 'Active').getByRole('button', { name: 'Delete temporary limit' }).click();
    await expectUsableInEveryLook(page);
    await confirm(page, 'Delete');
    await expect(region(page, 'Temporary credit limits').getByText('seen by reading')).toBeVisible();
  },
  'card controls with overrides': async (page) => {
    await openSection(page, 'limits-override', 'Card controls');
    await row(page, 'Velocity limits', 'E-commerce').getByRole('button', { name: 'E-commerce' }).click();
    await expect(table(page, 'Overrides of this limit')).toBeVisible();
  },
  'restrictions that are blocked': async (page) => {
    await openSection(page, 'declined-some-restriction', 'Card controls');
    await expect(row(page, 'Authorization restrictions', 'E-commerce off')).toContainText('Blocked');
    await page.getByRole('button', { name: 'E-commerce off' }).click();
    await expect(table(page, 'Overrides of this restriction')).toBeVisible();
  },
  'an override that is filled in wrongly': async (page) => {
    await openSection(page, 'limits', 'Card controls');
    await over(page).click();
    await dialog(page).getByLabel('Maximum amount').selectOption('Up to …');
    await press(page, 'Override');
    await expect(dialog(page).getByLabel('Sum', { exact: true })).toBeFocused();
  },
  'the second question before everything is declined': async (page) => {
    await openSection(page, 'limits', 'Card controls');
    await over(page).click();
    await dialog(page).getByLabel('Maximum amount').selectOption('Decline everything');
    await dialog(page).getByLabel('Reason').selectOption('Suspected fraud');
    await press(page, 'Override');
    await expect(dialog(page)).toHaveAccessibleName('Decline everything in this channel?');
  },
  'an override of a restriction': async (page) => {
    await openSection(page, 'declined-in-japan', 'Card controls');
    const listed = row(page, 'Authorization restrictions', 'Listed countries off');
    await listed.getByRole('button', { name: 'Override', exact: true }).click();
    await expect(dialog(page).getByLabel('Priority')).toBeVisible();
  },
  'a declined authorization with its explanation': async (page) => {
    await findCaller(page, at('declined-web-override'));
    await goTo(page, 'Operations');
    await page.getByRole('table', { name: 'Authorizations' }).getByRole('link').first().click();
    await expect(region(page, 'Why it was declined')).toContainText('Override of a velocity limit');
  },
  'an overview whose line names a decline': async (page) => {
    await findCaller(page, at('declined-web-off'));
    await expect(page.getByRole('status', { name: 'What stands in the way' })).toContainText('A payment was declined');
  },
};

for (const [screen, arrive] of Object.entries(screens)) {
  test(`${screen} can be used by everybody, wide and narrow, light and dark`, async ({ page }) => {
    test.slow();
    await arrive(page);
    await expectUsableInEveryLook(page);
  });
}

test('a limit is changed, and a temporary one is added, with the keyboard alone', async ({ page, sandbox }) => {
  await findCaller(page, at('limits'));
  await verify(page);
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { level: 2, name: 'Limits', exact: true })).toBeVisible();
  await focusOn(page.getByRole('button', { name: 'Change credit limit' }));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByLabel('New credit limit')).toBeFocused();
  await page.keyboard.type('5000');
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('A planned');
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(region(page, 'Credit limit').getByRole('status')).toContainText('seen by reading');
  await expect(page.getByRole('heading', { name: 'Credit limit', exact: true })).toBeFocused();
  expect(await sandbox.count('updateAccountCreditLimit')).toBe(1);

  const add = page.getByRole('button', { name: 'Add temporary limit' });
  await focusOn(add);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByLabel('Temporary limit')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(add).toBeFocused();
});
