import type { Page } from '@playwright/test';
import { accountChooser, findKnown } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { dialog, match, verify } from '../support/desk.ts';
import { fillIn } from '../support/disputes.ts';
import { expect, test } from '../support/fixtures.ts';
import { issuingRequests, newest } from '../support/requests.ts';
import { fillFee, operations, operationsOf, operationsPanel, period, postIt, row, rows, section, verified } from '../support/operations.ts';

test.use({ today: TODAY });

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const found = (page: Page) => page.getByRole('table', { name: 'Found operations' });

/** The references behind the choices of the account in view. */
const accounts = (page: Page): Promise<string[]> =>
  accountChooser(page).getByRole('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));

async function searchAcross(page: Page): Promise<void> {
  await section(page);
  await page.getByRole('link', { name: 'Search across accounts' }).click();
  await expect(page.getByRole('heading', { name: 'Search operations' })).toBeVisible();
}

test('an operation of an account below opens, names its account, and is disputed there', async ({ page }) => {
  const sent = issuingRequests(page);
  await verified(page, 'several-accounts');
  const [, partner] = await accounts(page);
  await page.getByLabel('With the accounts below it').check();
  await period(page, '2025-05-01');
  const below = row(page, new RegExp(`…${partner?.slice(-4)} · .*(Chip|Contactless)`)).first();
  const name = await below.getByRole('link').innerText();
  await below.getByRole('link').click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Not the account in view.' })).toContainText(`…${partner?.slice(-4)}`);
  expect(sent.some((request) => request.path.includes(`/${partner}/operations/`))).toBe(true);
  expect(page.url()).not.toContain(partner);

  await page.getByRole('button', { name: 'Dispute operation' }).click();
  await expect(page.getByRole('heading', { name: 'New dispute' })).toBeVisible();
  await fillIn(page);
  await expect(page.getByRole('region', { name: 'Operation to dispute' })).toContainText(name);
});

test('a fee on another account is taken back on that account', async ({ page }) => {
  const sent = issuingRequests(page);
  await verified(page, 'several-accounts');
  const [main, partner] = await accounts(page);
  await accountChooser(page).selectOption(partner ?? '');
  await fillFee(page, '15', 'On the partner card');
  await postIt(page).click();
  await expect(operationsPanel(page).getByRole('status').filter({ hasText: 'seen by reading' })).toBeVisible();
  await accountChooser(page).selectOption(main ?? '');
  await page.getByLabel('With the accounts below it').check();
  await operationsPanel(page).getByRole('button', { name: 'Show', exact: true }).click();
  await row(page, /On the partner card/).getByRole('link').click();
  await page.getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(dialog(page)).toContainText(`…${partner?.slice(-4)}`);
  await dialog(page).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'seen by reading' })).toContainText('15.00 EUR of the fee is taken back');
  expect(newest(sent, '/reverse-fee-operation')?.path).toContain(`/${partner}/`);
  await expect(page.getByRole('table', { name: 'What belongs to it' }).getByRole('row', { name: /Taken back by/ })).toContainText('−15.00 EUR');
  await page.getByRole('link', { name: 'All operations' }).click();
  await expect(row(page, /−15\.00 EUR/)).toBeVisible();
});

test('what a search finds on another of the customer\'s accounts opens, also when that account is in view next', async ({ page }) => {
  await operationsOf(page, 'several-accounts');
  const all = await accounts(page);
  await searchAcross(page);
  await field(page, 'Account reference').fill(all[3] ?? '');
  await field(page, 'From').fill('2025-03-01');
  await page.getByRole('button', { name: 'Search operations' }).click();
  await expect(found(page).getByRole('row', { name: new RegExp(`…${all[3]?.slice(-4)} · `) }).first()).toBeVisible();
  const name = await rows(found(page)).first().innerText();
  await rows(found(page)).first().click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Not the account in view.' })).toBeVisible();
  await accountChooser(page).selectOption(all[3] ?? '');
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Not the account in view.' })).toHaveCount(0);
});

test('an operation of somebody else is found by its number and looked at, and nothing can be changed on it', async ({ page }) => {
  await verified(page, 'two-years');
  await period(page, '2025-05-01');
  await row(page, /Portoersatz/).first().getByRole('link').click();
  const number = /\/operations\/(\d+)$/.exec(page.url())?.[1] ?? '';
  await expect(page.getByRole('button', { name: 'Reverse fee', exact: true })).toBeEnabled();

  await findKnown(page, 'disputes');
  await verify(page);
  await searchAcross(page);
  await field(page, 'Account reference').fill('');
  await field(page, 'Operation ID').fill(number);
  await field(page, 'Dates').selectOption('None');
  await page.getByRole('button', { name: 'Search operations' }).click();
  await rows(found(page)).first().click();
  await expect(page.getByRole('heading', { name: /Portoersatz/ })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Not this customer’s account.' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Reverse|Dispute)/ })).toHaveCount(0);
});

test('an address alone leads to the operation, whichever account is in view', async ({ page }) => {
  await operationsOf(page, 'several-accounts');
  const all = await accounts(page);
  await accountChooser(page).selectOption(all[3] ?? '');
  await period(page, '2025-03-01');
  const name = await rows(operations(page)).first().innerText();
  await rows(operations(page)).first().click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await page.reload();
  await findKnown(page, 'several-accounts');
  // Back over the search to the address that stood there before.
  await page.goBack();
  await expect(match(page, 'Severin Manyfold')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Not the account in view.' })).toBeVisible();
});

test('the search belongs to the account in view, starts with what was posted, and asks for amounts in the typed account\'s currency', async ({ page }) => {
  const sent = issuingRequests(page);
  await operationsOf(page, 'several-accounts');
  const all = await accounts(page);
  await searchAcross(page);
  await expect(field(page, 'Account reference')).toHaveValue(all[0] ?? '');
  await field(page, 'From').fill('2024-01-01');
  await field(page, 'Kind').selectOption('Fee');
  await field(page, 'Amount from').fill('0');
  await field(page, 'Amount to').fill('50');
  await field(page, 'Currency of the amounts').fill('money');
  await page.getByRole('button', { name: 'Search operations' }).click();
  await expect(field(page, 'Currency of the amounts')).toHaveAccessibleDescription(/Write a currency such as EUR\./);
  await field(page, 'Currency of the amounts').fill('USD');
  await page.getByRole('button', { name: 'Search operations' }).click();
  await expect(field(page, 'Currency of the amounts')).toHaveAccessibleDescription(/The account above is kept in EUR\./);
  await field(page, 'Currency of the amounts').fill('eur');
  await page.getByRole('button', { name: 'Search operations' }).click();
  await expect(rows(found(page)).first()).toBeVisible();
  expect(newest(sent, '/search-operations')?.body).toMatchObject({ referenceAmountTo: { value: 5000, exponent: 2, isoCode: 'EUR' } });

  await accountChooser(page).selectOption(all[2] ?? '');
  await expect(field(page, 'Account reference')).toHaveValue(all[2] ?? '');
  await expect(found(page)).toHaveCount(0);
  await accountChooser(page).selectOption(all[0] ?? '');
  await expect(rows(found(page)).first()).toBeVisible();
});
