import { type Locator, type Page } from '@playwright/test';
import { arrivedAt, search, sitDown } from './desk.ts';

/** Known customers whom one search finds alone. */
export const PAUL = {
  name: 'Paul Casey',
  email: 'pauls_wallet@yahoo.com',
  phone: '9991234444',
  birthday: '10 Jul 1969',
  address: '445 Graceland Drive, 92651',
};
export const ADA = { name: 'Ada Ordinary', email: 'active@sandbox.example' };
export const OLIVIA = { name: 'Olivia Smith', email: 'olivia_wallet_user@hotmail.com' };

/** Finds somebody whom this address finds alone, beside whoever is open already. */
export async function open(page: Page, who: { email: string; name: string }): Promise<void> {
  if (page.url() === 'about:blank') await sitDown(page);
  await search(page, who.email);
  await arrivedAt(page, who.name);
}

/** The callers that are open. */
export const tabs = (page: Page): Locator =>
  page.getByRole('tablist', { name: 'Open customers' }).getByRole('tab');

export const tab = (page: Page, name: string): Locator =>
  page.getByRole('tablist', { name: 'Open customers' }).getByRole('tab', { name });

export const identity = (page: Page): Locator => page.getByRole('region', { name: 'Identity', exact: true });

/** Whether the issuer's level is reached, as the bar above everything says. */
export const level = (page: Page, words: 'Verified' | 'Not verified'): Locator =>
  page.getByRole('main').locator('.identity').getByText(words, { exact: false });

/** Every word on the page, whoever may see it. */
export const everyWord = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.title}\n${document.documentElement.outerHTML}\n${document.body.innerText}`);
