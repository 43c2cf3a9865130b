import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog over everything when the gateway no longer knows the rep. */
export const signInAgain = (page: Page): Locator => page.getByRole('dialog', { name: 'Sign in again' });

/** Follows the dialog's or the page's link to the tab in which one signs in, and comes back. */
export async function signIn(page: Page, rep: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Sign in' }).click();
  const entrance = await opened;
  await entrance.getByRole('link', { name: rep }).click();
  await expect(entrance.getByText(`You are ${rep}.`)).toBeVisible();
  await entrance.close();
}
