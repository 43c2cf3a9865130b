import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { findKnown, goToSection, openStatement, operations, stated, statementRows, summary } from '../support/accounts.ts';
import { TODAY, onTheDay } from '../support/clock.ts';
import { confirm, dialog, verify } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ today: TODAY });

const reprints = (page: Page) => page.getByRole('table', { name: 'Reprints of this statement' });
const history = (page: Page) => page.getByRole('region', { name: 'Reprints', exact: true });
const reprint = (page: Page) => page.getByRole('button', { name: 'Reprint statement' });
const operationsPanel = (page: Page) => page.getByRole('region', { name: 'Operations', exact: true });

/** Opens the newest closed statement of a caller, who is verified first where that is asked. Answers its day. */
async function newestStatementOf(page: Page, address: string, verified = false): Promise<string> {
  await findKnown(page, address);
  if (verified) await verify(page);
  await goToSection(page, 'Statements');
  const day = (await statementRows(page).nth(1).getByRole('link').textContent()) ?? '';
  await openStatement(page, day);
  return day;
}

test('a reprint names customer and statement, is sent once, and the history proves it', async ({ page, sandbox }) => {
  const day = await newestStatementOf(page, 'two-years', true);
  await expect(history(page).getByRole('status')).toHaveText('This statement was never printed again.');
  await reprint(page).click();
  await expect(dialog(page)).toHaveAccessibleName('Reprint this statement?');
  await expect(dialog(page)).toContainText('Tilda Statementful');
  const rows = dialog(page).getByRole('table', { name: 'What will change' }).getByRole('row');
  await expect(rows.filter({ hasText: 'Which' })).toContainText(`Statement of ${day}`);
  await expect(rows.filter({ hasText: 'Reprints' })).toHaveText('Reprints01');
  await expect(dialog(page).getByRole('button').last()).toHaveText('Reprint');
  await dialog(page).getByRole('button', { name: 'Reprint', exact: true }).dblclick();
  await expect(page.getByRole('status').filter({ hasText: 'a new letter is asked for, seen by reading.' })).toBeVisible();
  await expect(reprints(page).getByRole('row')).toHaveCount(2);
  expect(await sandbox.count('reprintStatement')).toBe(1);
  await goToSection(page, 'Activity');
  await expect(page.getByRole('cell', { name: /^Reprint a statement/ })).toBeVisible();
});

test('nobody reprints before the caller is verified, and the reason stands beside the button', async ({ page }) => {
  await newestStatementOf(page, 'two-years');
  await expect(reprint(page)).toBeDisabled();
  await expect(reprint(page)).toHaveAccessibleDescription('Verify the caller first.');
});

test('a reprint whose answer is lost is not repeated, and the history settles it', async ({ page, sandbox }) => {
  await newestStatementOf(page, 'reprint-answer-lost', true);
  await reprint(page).click();
  await confirm(page, 'Reprint');
  await expect(page.getByRole('status').filter({ hasText: 'a new letter is asked for, seen by reading.' })).toBeVisible();
  await expect(reprints(page).getByRole('row')).toHaveCount(2);
  expect(await sandbox.count('reprintStatement')).toBe(1);
});

test('a reprint that did not happen is read to be so, and is sent again only when the rep says so', async ({ page, sandbox }) => {
  await newestStatementOf(page, 'reprint-fails-once', true);
  await reprint(page).click();
  await confirm(page, 'Reprint');
  const said = page.getByRole('alert').filter({ hasText: 'No new letter was asked for.' });
  await expect(said).toBeVisible();
  expect(await sandbox.count('reprintStatement')).toBe(1);
  await said.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'seen by reading' })).toBeVisible();
  expect(await sandbox.count('reprintStatement')).toBe(2);
  await expect(reprints(page).getByRole('row')).toHaveCount(2);
});

test('a reprint after which nothing can be read is not confirmed, and no second one is offered before it is', async ({ page, sandbox }) => {
  await newestStatementOf(page, 'reprint-answer-lost', true);
  await expect(history(page).getByRole('status')).toHaveText('This statement was never printed again.');
  // The history is read once before the letter is asked for.
  await sandbox.fail('retrieveStatement', { nth: 2, times: 10 });
  await reprint(page).click();
  await confirm(page, 'Reprint');
  const said = page.getByRole('alert').filter({ hasText: 'so nobody knows' });
  await expect(said).toBeVisible();
  await expect(reprint(page)).toBeDisabled();
  await expect(reprint(page)).toHaveAccessibleDescription('The last reprint is not confirmed: check it first.');
  await sandbox.release();
  await said.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'seen by reading' })).toBeVisible();
  expect(await sandbox.count('reprintStatement')).toBe(1);
});

test('a letter that another rep asked for meanwhile stops the reprint, and is not taken for one\'s own', async ({ page, context, sandbox }) => {
  await newestStatementOf(page, 'two-years', true);
  await expect(history(page).getByRole('status')).toHaveText('This statement was never printed again.');
  const other = await context.newPage();
  await newestStatementOf(other, 'two-years', true);
  await reprint(other).click();
  await confirm(other, 'Reprint');
  await expect(reprints(other).getByRole('row')).toHaveCount(2);

  await page.bringToFront();
  await sandbox.fail('reprintStatement');
  await reprint(page).click();
  await confirm(page, 'Reprint');
  await expect(page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: 'Somebody else asked for a letter meanwhile.' })).toBeVisible();
  await expect(reprints(page).getByRole('row')).toHaveCount(2);
  expect(await sandbox.count('reprintStatement')).toBe(1);
});

test('a statement that cannot be read fails by itself, with its operations beside it', async ({ page }) => {
  await newestStatementOf(page, 'statement-fails');
  await expect(summary(page).getByRole('alert')).toContainText('The statement could not be read: the gateway is not available.');
  await expect(operations(page)).toBeVisible();
  await expect(reprint(page)).toBeDisabled();
});

test('operations that cannot be read fail by themselves and come with "Try again"', async ({ page, sandbox }) => {
  await sandbox.fail('listStatementOperations', { times: 2 });
  await newestStatementOf(page, 'two-years');
  await expect(stated(page, 'New balance')).toContainText('EUR');
  const alert = operationsPanel(page).getByRole('alert');
  await expect(alert).toContainText('The operations could not be read: the gateway is not available.');
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeDisabled();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(operations(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeEnabled();
});

test('an account that has no statement of this day says so, and leads to those that it has', async ({ page }) => {
  await findKnown(page, 'several-accounts');
  await goToSection(page, 'Statements');
  const day = (await statementRows(page).nth(1).getByRole('link').textContent()) ?? '';
  await openStatement(page, day);
  await page.getByRole('combobox', { name: 'Account', exact: true }).selectOption({ index: 2 });
  await expect(summary(page).getByRole('alert')).toContainText('No cycle of this account closed at this moment.');
  await page.getByRole('link', { name: 'All statements' }).click();
  await expect(page.getByRole('heading', { name: 'Statements' })).toBeVisible();
});

test('an operation of the statement opens, and going back shows the statement again', async ({ page }) => {
  const day = await newestStatementOf(page, 'two-years');
  await operations(page).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/operations\/\d+$/);
  await page.goBack();
  await expect(page.getByRole('heading', { name: `Statement of ${day}` })).toBeVisible();
});

test('the cycles before and after are one click away', async ({ page }) => {
  const day = await newestStatementOf(page, 'two-years');
  await summary(page).getByRole('link', { name: /^← / }).click();
  await expect(page.getByRole('heading', { name: /^Statement of / })).not.toHaveText(`Statement of ${day}`);
  await summary(page).getByRole('link', { name: `${day} →` }).click();
  await expect(page.getByRole('heading', { name: `Statement of ${day}` })).toBeVisible();
  await summary(page).getByRole('link', { name: 'Open cycle →' }).click();
  await expect(page.getByRole('heading', { name: 'Open cycle' })).toBeVisible();
});

test('the file holds what the screen shows, and neither a card number nor a name', async ({ page }) => {
  await findKnown(page, 'guide');
  await goToSection(page, 'Statements');
  await page.getByRole('link', { name: 'Open cycle' }).click();
  await expect(operations(page)).toContainText('WEB ANNONCE');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('open-cycle.csv');
  const text = await readFile(await file.path(), 'utf8');
  expect(text.split('\r\n')).toHaveLength(3);
  expect(text).toContain('2022-12-21,2022-12-20,2022-12-19,Transaction,WEB ANNONCE 44131447816 276,WEB ANNONCE,44131447816,276,•••• 0010,748.25,EUR,748.25,EUR');
  expect(text).not.toContain('4242010796210010');
  expect(text).not.toContain('Guidebook');
  await goToSection(page, 'Activity');
  await expect(page.getByRole('cell', { name: 'Exported a statement' })).toBeVisible();
});

test('the file of a closed cycle is named after its local day', async ({ page }) => {
  await findKnown(page, 'guide');
  await goToSection(page, 'Statements');
  await openStatement(page, '29 Jul 2022');
  await expect(operations(page)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('statement-2022-07-29.csv');
  expect(await readFile(await file.path(), 'utf8')).toContain('Payment (counted in its parts),Ausgleich Kreditkartenabrechnung,,,,,-300.00,EUR');
});

test('on paper there is a statement and nothing of the desk', async ({ page }) => {
  await newestStatementOf(page, 'two-years');
  await expect(operations(page)).toBeVisible();
  await page.evaluate(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      document.body.setAttribute('data-printed', '');
    };
  });
  // The page has stood open for ten minutes.
  await page.clock.setFixedTime(onTheDay('12:25'));
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('body[data-printed]')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1, name: 'Tilda Statementful' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Statement of / })).toBeVisible();
  await expect(page.getByText(/^Account .* · EUR · …\d{4}$/)).toBeVisible();
  await expect(summary(page)).toBeVisible();
  await expect(operations(page)).toBeVisible();
  await expect(page.getByText(/^Printed 15 Jul 2025, 12:25\./)).toBeVisible();
  for (const desk of [page.getByRole('navigation'), page.getByRole('button'), page.getByRole('banner'), page.getByRole('combobox'), page.getByText('Not verified')]) {
    for (const part of await desk.all()) await expect(part).toBeHidden();
  }
});

test('a platform that finds statements at the end of their day shows and reprints them, once', async ({ page, sandbox }) => {
  const day = await newestStatementOf(page, 'statements-at-end-of-day', true);
  await expect(summary(page).getByText('New balance')).toBeVisible();
  await expect(operationsPanel(page).getByRole('table', { name: 'Operations', exact: true })).toBeVisible();
  await expect(history(page).getByRole('status')).toHaveText('This statement was never printed again.');
  await reprint(page).click();
  await confirm(page, 'Reprint');
  await expect(page.getByRole('status').filter({ hasText: 'a new letter is asked for, seen by reading.' })).toContainText(day);
  await expect(reprints(page).getByRole('row')).toHaveCount(2);
  expect(await sandbox.count('reprintStatement'), 'the read that worked decides the stamp').toBe(1);
  const [deed] = await sandbox.deeds();
  expect(decodeURIComponent(deed?.path ?? '')).toMatch(/T23:59:59Z\/reprint$/);
  // What was found once is tried first from then on.
  const before = await sandbox.count('retrieveStatement');
  await page.getByRole('link', { name: 'All statements' }).click();
  await statementRows(page).nth(2).getByRole('link').click();
  await expect(summary(page).getByText('New balance')).toBeVisible();
  expect(await sandbox.count('retrieveStatement')).toBe(before + 1);
});
