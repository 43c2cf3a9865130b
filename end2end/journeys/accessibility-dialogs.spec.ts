import type { BrowserContext, Page } from '@playwright/test';
import { devicesPanel, goTo, verify } from '../support/desk.ts';
import { ADA, PAUL, open } from '../support/callers.ts';
import { expect, test } from '../support/fixtures.ts';
import { focusOn } from '../support/keyboard.ts';
import { expectUsableInEveryLook } from '../support/looks.ts';
import type { Sandbox } from '../support/sandbox.ts';

type Desk = { page: Page; sandbox: Sandbox; context: BrowserContext };

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** How each dialog comes up, and what its heading says. */
const dialogs: Record<string, (desk: Desk) => Promise<void>> = {
  'Unlock this wallet?': async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    await press(page, 'Unlock wallet');
  },
  'Deactivate this wallet?': async ({ page }) => {
    await open(page, ADA);
    await verify(page);
    await press(page, 'Deactivate wallet');
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await expect(page.getByText('Choose a reason.')).toBeVisible();
  },
  'Reactivate this wallet?': async ({ page }) => {
    await open(page, { email: 'inactive@sandbox.example', name: 'Ines Dormant' });
    await verify(page);
    await press(page, 'Reactivate wallet');
  },
  'Deactivate this device?': async ({ page }) => {
    await open(page, PAUL);
    await verify(page);
    await devicesPanel(page).getByRole('button', { name: /^Deactivate / }).first().click();
  },
  Keys: async ({ page }) => {
    await open(page, PAUL);
    await page.keyboard.press('?');
  },
  'Sign in again': async ({ page, context, sandbox }) => {
    await open(page, PAUL);
    // What is read by itself would bring the dialog up too, and then nothing behind it can be pressed.
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
    await context.request.post(`${sandbox.url}/sandbox/sign-out`);
    await page.getByRole('button', { name: 'Read the wallet again' }).click();
  },
  'Still there?': async ({ page }) => {
    await page.clock.install();
    await open(page, PAUL);
    await page.clock.fastForward('13:01');
  },
};

for (const [name, arrive] of Object.entries(dialogs)) {
  test(`the dialog “${name}” is named by its heading, keeps the focus and can be used by everybody`, async ({ page, sandbox, context }) => {
    await arrive({ page, sandbox, context });
    const dialog = page.getByRole('dialog', { name, exact: true });
    await expect(dialog).toBeVisible();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused !== null && focused !== document.body && focused.closest('dialog') === null;
      });
      expect(outside, 'the focus is behind the dialog').toBe(false);
    }
    await expectUsableInEveryLook(page);
  });
}

for (const [button, name] of [
  ['Unlock wallet', 'Unlock this wallet?'],
  ['Deactivate wallet', 'Deactivate this wallet?'],
] as const) {
  for (const [way, leave] of [
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['Cancel', (page: Page) => press(page, 'Cancel')],
  ] as const) {
    test(`after “${name}” is left with ${way} the focus is on the button again, and nothing was sent`, async ({ page, sandbox }) => {
      await open(page, PAUL);
      await verify(page);
      await focusOn(page.getByRole('button', { name: button }));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await leave(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByRole('button', { name: button })).toBeFocused();
      expect(await sandbox.writes()).toEqual([]);
    });
  }
}

test('the dialog’s own button comes last and carries the verb; a harmful one is not the one that Enter presses', async ({ page, sandbox }) => {
  await open(page, PAUL);
  await verify(page);
  await press(page, 'Unlock wallet');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button').last()).toHaveText('Unlock');
  await expect(dialog.getByRole('button', { name: 'Unlock' })).toBeFocused();
  await expect(dialog).toContainText(PAUL.name);
  await expect(dialog).toContainText('Laguna Beach');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await press(page, 'Deactivate wallet');
  await expect(dialog.getByRole('button').last()).toHaveText('Deactivate');
  await expect(dialog.getByRole('button', { name: 'Deactivate' })).not.toBeFocused();
  expect(await sandbox.writes()).toEqual([]);
});

test('a closed list of keys gives the focus back to where it was', async ({ page }) => {
  await open(page, PAUL);
  await goTo(page, 'Activity');
  const copy = page.getByRole('button', { name: 'Copy call note' });
  await focusOn(copy);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(copy).toBeFocused();
});
