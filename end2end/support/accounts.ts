import { expect, type Locator, type Page } from '@playwright/test';
import { at, findCaller } from './desk.ts';

/** Finds a known customer by the name of their address. */
export async function findKnown(page: Page, name: string): Promise<void> {
  await findCaller(page, at(name));
}

/** Goes to a section of the customer's screen by its name. */
export async function goToSection(page: Page, section: string): Promise<void> {
  await sectionLink(page, section).click();
  await expect(sectionLink(page, section)).toHaveAttribute('aria-current', 'page');
}

/** Chooses the account in view by a part of its name, as soon as the issuer has named it. */
export async function chooseAccount(page: Page, part: RegExp): Promise<void> {
  const option = accountChooser(page).getByRole('option').filter({ hasText: part });
  await expect(option).toHaveCount(1);
  await accountChooser(page).selectOption((await option.textContent()) ?? '');
}

export const accountChooser = (page: Page): Locator => page.getByRole('combobox', { name: 'Account', exact: true });

export const accountPanel = (page: Page): Locator => page.getByRole('region', { name: 'Account', exact: true });

export const sectionLink = (page: Page, section: string): Locator =>
  page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: section });

export const statements = (page: Page): Locator => page.getByRole('table', { name: 'Statements', exact: true });

/** The rows of closed cycles and of the open one, without the head. */
export const statementRows = (page: Page): Locator => statements(page).getByRole('row').filter({ has: page.getByRole('rowheader') });

/** The row of the cycle that closed on this day. */
export const statementOf = (page: Page, day: string): Locator =>
  statements(page).getByRole('row').filter({ has: page.getByRole('link', { name: day, exact: true }) });

/** Opens the statement of this day from the list. */
export async function openStatement(page: Page, day: string): Promise<void> {
  await statements(page).getByRole('link', { name: day, exact: true }).click();
  await expect(page.getByRole('heading', { name: `Statement of ${day}` })).toBeVisible();
}

export const summary = (page: Page): Locator => page.getByRole('region', { name: 'Summary', exact: true });

/** What the summary says under this name. */
export const stated = (page: Page, name: string): Locator =>
  summary(page).locator('div').filter({ has: page.getByText(name, { exact: true }) }).locator('dd');

export const operations = (page: Page): Locator => page.getByRole('table', { name: 'Operations', exact: true });
