import { expect, type Locator, type Page } from '@playwright/test';
import { TODAY } from './clock.ts';
import { at, dialog, findCaller, verify } from './desk.ts';
import type { Sandbox } from './sandbox.ts';

/** Finds the caller, verifies them if asked, and goes to a section of the issuing half. */
export async function openSection(page: Page, name: string, section: 'Limits' | 'Card controls'): Promise<void> {
  await findCaller(page, at(name));
  await verify(page);
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: section }).click();
  await expect(page.getByRole('heading', { level: 2, name: section, exact: true })).toBeVisible();
}

/** Opens the form of a new temporary limit and fills it in, but for what the journey is about. */
export async function fillTemporaryLimit(page: Page, amount: string, from: string, until: string): Promise<void> {
  await page.getByRole('button', { name: 'Add temporary limit' }).click();
  await dialog(page).getByLabel('Temporary limit').fill(amount);
  await dialog(page).getByLabel('From').fill(from);
  await dialog(page).getByLabel('Until').fill(until);
  await dialog(page).getByLabel('Reason').selectOption('A journey');
}

export const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

export const table = (page: Page, name: string): Locator => page.getByRole('table', { name, exact: true });

/** The row that holds this text. */
export const row = (page: Page, name: string, text: string | RegExp): Locator =>
  table(page, name).getByRole('row').filter({ hasText: text });

/** The form of a new override has read, or tried to read, the overrides that there are. */
export async function expectRead(page: Page): Promise<void> {
  await expect(dialog(page).getByRole('button', { name: 'Override', exact: true })).toBeEnabled();
}

/** What is wrong, beside its field. */
export async function expectWrong(page: Page, label: string, sentence: string | RegExp): Promise<void> {
  const field = dialog(page).getByLabel(label, { exact: true });
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(sentence);
}

/** An account as it really is, behind every fault. */
export type Account = {
  accountReference: string;
  creditLimit: number;
  temporaryCreditLimits: {
    temporaryCreditLimitIdentifier: { temporaryCreditLimitReference: string };
    temporaryCreditLimitAmount: { value: number };
    activationStartTime: string;
    activationEndTime: string;
  }[];
};

export async function account(sandbox: Sandbox, name: string): Promise<Account> {
  const response = await fetch(`${sandbox.url}/sandbox/account?email=${encodeURIComponent(at(name))}`);
  expect(response.ok, 'the sandbox knows the account').toBe(true);
  return (await response.json()) as Account;
}

/** Another rep does something meanwhile: a call of the contract below `/accounts/{accountReference}`. */
export async function somebodyElse(sandbox: Sandbox, name: string, operation: string, path: string, body?: object): Promise<void> {
  const { accountReference } = await account(sandbox, name);
  const query = new URLSearchParams({ operation, path: `/accounts/${accountReference}${path}` });
  const response = await fetch(`${sandbox.url}/sandbox/call?${query}`, { method: 'POST', body: body ? JSON.stringify(body) : '' });
  expect(response.ok, await response.clone().text()).toBe(true);
}

export const euros = (value: number) => ({ value, exponent: 2, isoCode: 'EUR' });

/** An override of a velocity limit as the gateway takes it: a bound with its check, and a priority. */
export const upTo = (value: number, priority: number) => ({ maximumAmount: euros(value), maximumAmountCheck: true, priority });

/** A day as a date field holds it: so many days from the day of the journey. */
export const day = (fromToday: number): string => after(TODAY, fromToday);

/** The next day on which the clocks of Berlin change in this month: in March they go forward, in October back. */
export const clockChange = (month: 3 | 10): string => (month === 3 ? '2026-03-29' : '2025-10-26');

/** So many days after a day. */
export function after(isoDay: string, days: number): string {
  return new Date(Date.parse(`${isoDay}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
