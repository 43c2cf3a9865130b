import { expect, type Locator, type Page } from '@playwright/test';
import { dialog } from './desk.ts';
import { fillFee, postIt } from './operations.ts';
import type { Sandbox } from './sandbox.ts';

/** The line about something that was sent and of which nobody saw the end. */
export const leftOpen = (page: Page): Locator =>
  page.getByRole('main').getByRole('alert').filter({ hasText: 'and nobody saw how it ended.' });

/** The line above a search about customers who are not open. */
export const notice = (page: Page): Locator =>
  page.getByRole('main').getByRole('status').filter({ hasText: 'A change is not confirmed.' });

/** What a check found. */
export const found = (page: Page, words: string): Locator => page.getByRole('main').getByText(words);

/** Looks for what was left open. */
export const check = (page: Page): Promise<void> => leftOpen(page).getByRole('button', { name: 'Check again' }).click();

/** A fee whose answer is lost, and that cannot be looked for: it is posted, and nobody knows. */
export async function feeOutOfSight(page: Page, sandbox: Sandbox, amount: string, when: 'before' | 'after' = 'after'): Promise<void> {
  await sandbox.drop('postFeeOperation', { when });
  await sandbox.fail('inquireOperation', { times: 30 });
  await fillFee(page, amount);
  await postIt(page).click();
  await expect(page.getByText('so nobody knows.')).toBeVisible({ timeout: 20_000 });
}

/** Whether the next fee waits for the last one to be checked. */
export async function expectKeptBack(page: Page, button: string): Promise<void> {
  const next = page.getByRole('button', { name: button, exact: true }).first();
  await expect(next).toBeDisabled();
  await expect(next).toHaveAccessibleDescription(/An earlier change was not confirmed\. Check it first\./);
}

/** Everything that the browser keeps for the portal, beside its salt. */
export const kept = async (page: Page): Promise<Record<string, string>> => {
  const { 'care-portal.salt': salt, ...others } = await page.evaluate(() => ({ ...localStorage }) as Record<string, string>);
  expect(salt).toMatch(/^[0-9a-f]{32}$/);
  return others;
};

/** Decides to forget, where nobody can be found any more. */
export async function forget(line: Locator): Promise<void> {
  await line.getByRole('button', { name: 'Forget it' }).click();
  await dialog(line.page()).getByRole('button', { name: 'Forget', exact: true }).click();
  await expect(line).toHaveCount(0);
}
