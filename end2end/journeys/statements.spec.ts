import type { Page } from '@playwright/test';
import { accountPanel, chooseAccount, findKnown, goToSection, openStatement, operations, stated, statementOf, statementRows, statements, summary } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { callerName } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ today: TODAY });

const panel = (page: Page) => page.getByRole('region', { name: 'Statements', exact: true });
const cells = async (page: Page, day: string) => (await statementOf(page, day).getByRole('cell').allTextContents()).map((text) => text.trim());

async function statementsOf(page: Page, address: string): Promise<void> {
  await findKnown(page, address);
  await goToSection(page, 'Statements');
  await expect(statementRows(page).nth(1)).toBeVisible();
}

test('the guide\'s statements stand there as printed, each under the issuer\'s local date', async ({ page }) => {
  await statementsOf(page, 'guide');
  // 2022-07-28T22:00:00.000+00:00 is midnight in Berlin; the direct debit is not stated, which is not nought.
  expect(await cells(page, '29 Jul 2022')).toEqual(['554.65 EUR', '50.00 EUR', 'Not stated', '300.00 EUR']);
  expect(await cells(page, '30 Nov 2022')).toEqual(['−409.46 EUR', '0.00 EUR', '0.00 EUR', '0.00 EUR']);
  await expect(statementRows(page).first().getByRole('rowheader')).toContainText('Open cycle');
});

test('a statement is asked for by its closure in whole seconds, and shows the gateway\'s own figures', async ({ page }) => {
  await statementsOf(page, 'guide');
  const asked = page.waitForRequest(/\/statements\/2022-07-28T22%3A00%3A00Z\?embed=reprintHistory/);
  await openStatement(page, '29 Jul 2022');
  await asked;
  await expect(page).toHaveURL(/\/statements\/2022-07-28T22%3A00%3A00Z$/);
  await expect(stated(page, 'Previous balance')).toHaveText('600.00 EUR');
  await expect(stated(page, 'Payments')).toHaveText('300.00 EUR');
  await expect(stated(page, 'New balance')).toHaveText('554.65 EUR');
  await expect(stated(page, 'Amount due')).toHaveText('50.00 EUR');
  await expect(stated(page, 'Past due')).toHaveText('0.00 EUR');
  await expect(stated(page, 'Direct debit')).toHaveText('Not stated');
  await expect(stated(page, 'Next closure')).toHaveText('30 Aug 2022');
});

test('a part of a payment stands under its payment, and is said not to count twice', async ({ page }) => {
  await statementsOf(page, 'guide');
  await openStatement(page, '29 Jul 2022');
  const rows = operations(page).getByRole('row');
  await expect(rows).toHaveText([
    /Posted/,
    'Interest',
    /Finanzierungsgebühren.*4\.65 EUR/,
    'Payments',
    /Ausgleich Kreditkartenabrechnung counted in its parts.*−300\.00 EUR/,
    /part of the payment above.*−50\.00 EUR/,
  ]);
  // No sum of ours: the total of the payments is the gateway's.
  await expect(stated(page, 'Payments')).toHaveText('300.00 EUR');
});

test('the open cycle shows what was posted since, and nothing that is not known yet', async ({ page }) => {
  await statementsOf(page, 'guide');
  await statements(page).getByRole('link', { name: 'Open cycle' }).click();
  await expect(page.getByRole('heading', { name: 'Open cycle' })).toBeVisible();
  await expect(page).toHaveURL(/\/statements\/next$/);
  await expect(operations(page)).toContainText('Card •••• 0010 · Transactions');
  await expect(operations(page)).toContainText('WEB ANNONCE');
  await expect(stated(page, 'Amount due')).toHaveText('Not stated');
  await expect(page.getByRole('button', { name: 'Reprint statement' })).toHaveAccessibleDescription('The cycle is still open: there is nothing to print again.');
});

test('cycles that close on the days on which the clocks change close on the local date', async ({ page }) => {
  await statementsOf(page, 'clock-change');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
  for (const [day, closure] of [['30 Mar 2025', '2025-03-29T23:00:00Z'], ['27 Oct 2024', '2024-10-26T22:00:00Z']] as const) {
    await openStatement(page, day);
    await expect(stated(page, 'Closure')).toHaveText(day);
    expect(asked.some((url) => url.includes(`/statements/${closure}`)), closure).toBe(true);
    await page.getByRole('link', { name: 'All statements' }).click();
    await expect(statementOf(page, day)).toBeVisible();
  }
  // The closures after them are an hour off in UTC, and on the right day all the same.
  await expect(statementOf(page, '27 Apr 2025')).toBeVisible();
  await expect(statementOf(page, '24 Nov 2024')).toBeVisible();
});

test('yen have no decimals, beside what they cost in euros', async ({ page }) => {
  await statementsOf(page, 'japan');
  await statementRows(page).nth(1).getByRole('link').click();
  await expect(operations(page)).toContainText(/[\d,]+ JPY/);
  await expect(operations(page)).not.toContainText(/\.\d+ JPY/);
  await expect(operations(page)).toContainText(/\.\d\d EUR/);
});

test('an amount that is not stated is said to be so, and is never nought', async ({ page }) => {
  await statementsOf(page, 'amounts-missing');
  const newest = statementRows(page).nth(1);
  await expect(newest.getByRole('cell').nth(1)).toHaveText('Not stated');
  await expect(newest.getByRole('cell').nth(2)).toHaveText('Not stated');
  await newest.getByRole('link').click();
  await expect(stated(page, 'Previous balance')).toHaveText('Not stated');
  await expect(stated(page, 'Amount due')).toHaveText('Not stated');
});

test('a period narrows the list; a wrong one says what is wrong and asks for nothing', async ({ page, sandbox }) => {
  await statementsOf(page, 'two-years');
  await page.getByLabel('From', { exact: true }).fill('2025-02-01');
  await page.getByLabel('To', { exact: true }).fill('2025-01-01');
  const before = await sandbox.count('listStatements');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByLabel('To', { exact: true })).toBeFocused();
  await expect(page.getByLabel('To', { exact: true })).toHaveAccessibleDescription('Choose a day that is not before “From”.');
  expect(await sandbox.count('listStatements')).toBe(before);

  await page.getByLabel('From', { exact: true }).fill('2025-01-01');
  await page.getByLabel('To', { exact: true }).fill('2025-03-31');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(statementRows(page)).toHaveCount(4);
  await page.getByLabel('From', { exact: true }).fill('2020-01-01');
  await page.getByLabel('To', { exact: true }).fill('2020-12-31');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(panel(page).getByRole('status')).toContainText('No cycle closed in this period.');
  await expect(statementRows(page)).toHaveCount(1);
});

test('the chart of the balances says the same as the table', async ({ page }) => {
  await statementsOf(page, 'two-years');
  const columns = page.getByRole('list', { name: 'Balance at each closure' }).getByRole('listitem');
  await expect(columns).toHaveCount(12);
  const newest = statementRows(page).nth(1);
  const balance = (await newest.getByRole('cell').first().textContent())?.replace(' EUR', '') ?? '';
  await expect(columns.last()).toContainText(balance);
  await expect(columns.last()).toContainText((await newest.getByRole('link').textContent()) ?? '');
});

test('who pays is said in the consumer and in the commercial context', async ({ page }) => {
  await findKnown(page, 'several-accounts');
  await goToSection(page, 'Statements');
  await expect(statementRows(page).nth(1)).toBeVisible();
  await expect(panel(page)).not.toContainText('pays for');
  await chooseAccount(page, /Business/);
  await expect(panel(page)).toContainText('Commercial card: these are the statements of the employee’s own account.');
});

test('statements that cannot be read fail by themselves, with the open cycle beside them', async ({ page, sandbox }) => {
  await findKnown(page, 'statements-fail');
  await goToSection(page, 'Statements');
  const alert = panel(page).getByRole('alert');
  await expect(alert).toContainText('The statements could not be read: the gateway is not available.');
  await expect(statementRows(page)).toHaveCount(1);
  await expect(statementRows(page).first()).toContainText('Open cycle closes');
  await expect(alert).toContainText(/[0-9a-f]{8}-[0-9a-f-]{27}/);
  const before = await sandbox.count('listStatements');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => sandbox.count('listStatements')).toBe(before + 2);
  await goToSection(page, 'Overview');
  await expect(accountPanel(page).getByText('Open to buy')).toBeVisible();
});

test('statements that fail for a moment come with "Try again"', async ({ page }) => {
  await findKnown(page, 'statements-fail-twice');
  await goToSection(page, 'Statements');
  await panel(page).getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(statementRows(page).nth(1)).toBeVisible();
});

test('an open cycle that cannot be read takes nothing else with it', async ({ page, sandbox }) => {
  await sandbox.fail('retrieveNextStatement', { times: 2 });
  await statementsOf(page, 'two-years');
  await expect(statementRows(page).first()).toContainText('could not be read');
  const alert = panel(page).getByRole('alert');
  await expect(alert).toContainText('The open cycle could not be read');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(statementRows(page).first()).toContainText('closes');
  await expect(alert).toHaveCount(0);
});

test('older statements stay when a refresh fails, and are marked as such', async ({ page, sandbox }) => {
  await statementsOf(page, 'two-years');
  await sandbox.fail('listStatements', { times: 2 });
  await panel(page).getByRole('button', { name: 'Refresh the statements' }).click();
  const stale = panel(page).getByRole('alert').filter({ hasText: 'Stale.' });
  await expect(stale).toContainText('Read at 12:15; the last try failed.');
  await expect(statementRows(page).nth(1)).toBeVisible();
  await stale.getByRole('button', { name: 'Try again' }).click();
  await expect(stale).toHaveCount(0);
});

test('slow statements are said to be on their way', async ({ page, sandbox }) => {
  await sandbox.hold('listStatements');
  await findKnown(page, 'two-years');
  await goToSection(page, 'Statements');
  await expect(panel(page).getByText('Reading the statements')).toBeAttached();
  await sandbox.release();
  await expect(statementRows(page).nth(1)).toBeVisible();
});

test('a row of another shape does not take the others with it, and is not hidden', async ({ page }) => {
  await statementsOf(page, 'statements-unreadable-row');
  await expect(panel(page)).toContainText('Statements that could not be read and are not shown: 1.');
});

test('an account without a closed cycle shows its open one', async ({ page }) => {
  await findKnown(page, 'new-account');
  await goToSection(page, 'Statements');
  await expect(statementRows(page)).toHaveCount(1);
  await expect(panel(page).getByRole('status')).toContainText('No cycle closed in this period.');
  await statements(page).getByRole('link', { name: 'Open cycle' }).click();
  await expect(page.getByText('Nothing was posted in this cycle.')).toBeVisible();
});

test('a debit account says calmly that it has no statements, on the list and on the open cycle\'s page', async ({ page }) => {
  await findKnown(page, 'debit-only');
  await goToSection(page, 'Statements');
  await expect(panel(page).getByRole('status')).toContainText('This account has no open cycle, and no cycle of it closed in this period.');
  await expect(panel(page).getByRole('status')).toContainText('A debit account is not billed.');
  await expect(statements(page)).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);

  await findKnown(page, 'several-accounts');
  await goToSection(page, 'Statements');
  await statements(page).getByRole('link', { name: 'Open cycle' }).click();
  const operationsOfIt = page.getByRole('region', { name: 'Operations', exact: true });
  await expect(operationsOfIt).toBeVisible();
  await chooseAccount(page, /Debit/);
  await expect(summary(page).getByRole('status')).toContainText('This account has no open cycle.');
  await expect(page.getByText('This account has no open cycle.')).toHaveCount(1);
  await expect(operationsOfIt).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
});

test('with the keyboard alone: to the statements, down the rows, into one, and back', async ({ page }) => {
  await findKnown(page, 'two-years');
  await expect(callerName(page)).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(statementRows(page).nth(1)).toBeVisible();
  await page.keyboard.press('j');
  await expect(statements(page).getByRole('link', { name: 'Open cycle' })).toBeFocused();
  await page.keyboard.press('j');
  await expect(statementRows(page).nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(summary(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(statements(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(accountPanel(page)).toBeVisible();
});

test('an address of no statement says so', async ({ page }) => {
  await statementsOf(page, 'two-years');
  await openStatement(page, (await statementRows(page).nth(1).getByRole('link').textContent()) ?? '');
  await page.evaluate(() => {
    history.replaceState(null, '', location.pathname.replace(/[^/]+$/, 'last-tuesday'));
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(page.getByRole('main').getByText('No statement has this address.')).toBeVisible();
});
