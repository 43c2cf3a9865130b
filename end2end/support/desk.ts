import { expect, type Locator, type Page } from '@playwright/test';

/** What can be searched by, as the radio buttons name it. */
export type By = 'Auto' | 'Phone' | 'Email' | 'Last name' | 'External ID' | 'Customer ID';

/** How a rep may have verified the caller. */
export type Method = 'Security questions' | 'Call back' | 'Identity document' | 'Other, as our guideline says';

/** The address of a known customer. */
export const at = (name: string): string => `${name}@sandbox.example`;

/** The rep sits down: the portal is up, and the cursor is in the search box. */
export async function sitDown(page: Page): Promise<void> {
  await page.goto('/');
  await portalIsUp(page);
  await expect(searchBox(page)).toBeFocused();
}

/** The portal has started and knows who sits here. */
export async function portalIsUp(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByText(/Robin Keller|Sascha Brandt/)).toBeVisible();
}

/** Types what the caller says into the search box and presses Enter. */
export async function search(page: Page, text: string, by: By = 'Auto'): Promise<void> {
  if (by !== 'Auto') await searchBy(page, by);
  await searchBox(page).fill(text);
  await searchBox(page).press('Enter');
}

/** Chooses what to search by. */
export async function searchBy(page: Page, by: By): Promise<void> {
  // The strip is out of sight on a customer's screen until the search has the focus.
  await searchBox(page).focus();
  await page.getByRole('radiogroup', { name: 'Search by' }).getByRole('radio', { name: by, exact: true }).check();
}

/** The rep sits down if they do not yet, and searches for what the caller says; then the caller is in view. `name` picks one of several. */
export async function findCaller(page: Page, text: string, name?: string): Promise<void> {
  if (page.url() === 'about:blank') await sitDown(page);
  await search(page, text);
  if (name !== undefined) await match(page, name).click();
  await arrivedAt(page, name ?? /./);
}

/** The customer is in view, and the focus has arrived: what is pressed now is not lost. */
export async function arrivedAt(page: Page, name: string | RegExp): Promise<void> {
  await expect(callerName(page)).toHaveText(name);
  await expect(callerName(page)).toBeFocused();
}

/** Records how the caller was verified. */
export async function verify(page: Page, method: Method = 'Security questions'): Promise<void> {
  await page.getByRole('button', { name: method }).click();
  await expect(page.getByRole('heading', { name: /^Verified \d\d:\d\d/ })).toBeFocused();
}

/** Presses "Unlock wallet" and confirms. */
export async function unlock(page: Page): Promise<void> {
  await change(page, 'Unlock wallet', 'Unlock');
}

/** Presses a button that asks first, and confirms with the button that carries the verb. */
export async function change(page: Page, button: string, verb: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await confirm(page, verb);
}

/** Confirms in the dialog that asks, which closes. */
export async function confirm(page: Page, verb: string): Promise<void> {
  const button = dialog(page).getByRole('button', { name: verb, exact: true });
  await button.click();
  // Not every dialog: what was begun may have opened another already.
  await expect(button).toBeHidden();
}

/** Goes to a section of the customer's screen. */
export async function goTo(page: Page, section: 'Overview' | 'Operations' | 'Disputes' | 'Devices' | 'Verification' | 'Activity'): Promise<void> {
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: section }).click();
  await expect(page).toHaveTitle(`${section} · Care portal`);
  await expect(callerName(page)).toBeFocused();
}

export const searchBox = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search customers' });

export const matches = (page: Page): Locator =>
  page.getByRole('list', { name: 'Matching customers' }).getByRole('link');

export const match = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('list', { name: 'Matching customers' }).getByRole('link', { name });

/** The heading that names the customer in view. Only a customer's screen has the navigation beside it. */
export const callerName = (page: Page): Locator =>
  page
    .getByRole('main')
    .filter({ has: page.getByRole('navigation', { name: 'Customer' }) })
    .getByRole('heading', { level: 1 });

export const walletPanel = (page: Page): Locator => page.getByRole('region', { name: 'Wallet', exact: true });

export const devicesPanel = (page: Page): Locator => page.getByRole('region', { name: 'Devices', exact: true });

export const walletStatus = (page: Page): Locator => page.getByRole('status', { name: 'Wallet status' });

export const dialog = (page: Page): Locator => page.getByRole('dialog');

/** The red line on top of a customer whose unlock stopped half way. */
export const redBanner = (page: Page): Locator =>
  page.getByRole('alert').filter({ hasText: 'Wallet is inactive: reactivate.' }).filter({ hasText: 'stopped half way' });
