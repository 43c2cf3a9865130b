import { findKnown } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { issuingRequests, newest } from '../support/requests.ts';
import { operations, operationsOf, operationsPanel, period, row, rows } from '../support/operations.ts';

test.use({ today: TODAY });

test('the guide\'s stay in Japan is listed with its amount in both currencies, and opens with rate and references', async ({ page }) => {
  const sent = issuingRequests(page);
  await operationsOf(page, 'guide');
  await page.getByRole('combobox', { name: 'Account' }).selectOption({ value: '12343571015282598154' });
  await period(page, '2022-12-05', '2022-12-06');
  const hotel = row(page, /RYOKAN-HOTEL IN JAPAN/);
  await expect(hotel).toContainText('55.09 EUR');
  await expect(hotel).toContainText('8,335 JPY');
  await expect(hotel).toContainText('Hotel');
  await expect(hotel).toContainText('Magnetic stripe');
  await expect(hotel).toContainText('103725');
  await expect(hotel).toContainText('5 Dec 2022');
  await expect(row(page, /Auslandseinsatzentgelt/)).toContainText('Foreign mark-up');

  expect(newest(sent, '/12343571015282598154/operations')?.query).toMatchObject({ offset: '100', page: '0', startTime: '2022-12-04T23:00:00Z', endTime: '2022-12-06T23:00:00Z' });

  await hotel.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'RYOKAN-HOTEL IN JAPAN C-R' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText('0.007087');
  await expect(main).toContainText('Japan');
  await expect(main).toContainText('Hotel (7011)');
  await expect(main).toContainText('•••• 1630');
  const related = page.getByRole('table', { name: 'What belongs to it' });
  await expect(related.getByRole('row', { name: /Auslandseinsatzentgelt/ })).toContainText('Posted in the same moment');
  // The number that the gateway prints beside the masked one is nowhere.
  expect(await page.content()).not.toContain('4546172396081630');
  expect(page.url()).toMatch(/\/customers\/[0-9a-f]+\/operations\/1000000000354873$/);
});

test('the guide\'s payment has its part right under it, and the two are never added', async ({ page }) => {
  await operationsOf(page, 'guide');
  await page.getByRole('combobox', { name: 'Account' }).selectOption({ value: '12343037952407582600' });
  await period(page, '2022-07-01', '2022-08-31');
  const part = row(page, /Part of a payment/);
  await expect(part).toContainText('−50.00 EUR');
  const texts = await operations(page).getByRole('row').allInnerTexts();
  const place = texts.findIndex((text) => text.includes('Part of a payment'));
  expect(texts[place - 1]).toContain('−300.00');
  await part.getByRole('link').click();
  await expect(page.getByRole('main')).toContainText('Within its payment: the two are never added');
  await expect(page.getByRole('table', { name: 'What belongs to it' }).getByRole('row', { name: /Belongs to/ })).toContainText('−300.00 EUR');
});

test('a yen has no decimals', async ({ page }) => {
  await operationsOf(page, 'japan');
  await period(page, '2023-01-01');
  const yen = row(page, /JPY/).first();
  await expect(yen).toContainText(/\d JPY/);
  await expect(yen).not.toContainText(/\.\d+ JPY/);
});

test('a purchase finds the fee on it though the list does not link them, and the fee its purchase', async ({ page, sandbox }) => {
  await operationsOf(page, 'japan');
  const yen = row(page, /JPY/).first();
  const name = await yen.getByRole('link').innerText();
  await yen.getByRole('link').click();
  const related = page.getByRole('table', { name: 'What belongs to it' });
  const fee = related.getByRole('row', { name: /Fee on it/ });
  await expect(fee).toContainText('Auslandseinsatzentgelt');
  await expect(fee).toHaveCount(1);
  await fee.getByRole('link').click();
  await expect(related.getByRole('row', { name: /Belongs to/ })).toContainText(name);

  // Where the details cannot be read nobody says that nothing belongs to it.
  await page.goBack();
  await page.getByRole('link', { name: 'All operations' }).click();
  await sandbox.fail('retrieveOperation', { nth: 2, times: 2 });
  await row(page, /JPY/).nth(1).getByRole('link').click();
  await expect(page.getByRole('region', { name: 'What belongs to it' }).getByRole('alert')).toContainText('What belongs to it could not be read');
});

test('an operation says why it costs so much: who converted it, at which rate, what its fee is made of, and what set a payment off', async ({ page }) => {
  await operationsOf(page, 'two-years');
  await period(page, '2023-01-01');
  const detail = page.getByRole('main');
  const fact = (name: string) => detail.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) }).getByRole('definition');
  const filter = page.getByRole('searchbox', { name: 'Filter the operations' });
  await filter.fill('usd');
  await row(page, /USD/).first().getByRole('link').click();
  await expect(fact('Converted by')).toHaveText('The card scheme, not the merchant');
  await expect(fact('Rate in all')).toHaveText('0.925');
  await expect(fact('Rate by')).toHaveText('VISA');
  await expect(fact('Approved')).toHaveText(/\d{1,2} \w{3} \d{4}/);
  await expect(fact('Scheme\'s identifier')).toHaveText(/^0\d{14}/);

  await page.getByRole('link', { name: 'All operations' }).click();
  await filter.fill('foreign mark-up');
  await row(page, /Foreign mark-up/).first().getByRole('link').click();
  await expect(page.getByRole('table', { name: 'What the fee is made of' })).toContainText('1.99 %');

  await page.getByRole('link', { name: 'All operations' }).click();
  await filter.fill('ausgleich');
  await row(page, /Ausgleich/).first().getByRole('link').click();
  await expect(fact('Set off by')).toHaveText('The end of the cycle');
  await expect(fact('On the customer’s bank statement')).toContainText('E2E-');
});

test('the filter acts while it is typed, and asks the gateway nothing', async ({ page, sandbox }) => {
  await operationsOf(page, 'two-years');
  await period(page, '2023-01-01', '2023-12-31');
  await expect(operationsPanel(page).getByRole('status').filter({ hasText: 'operations' })).toBeVisible();
  const before = await sandbox.count('listOperations');
  await page.getByRole('searchbox', { name: 'Filter the operations' }).fill('elektrowelt');
  await expect(operationsPanel(page).getByText(/^\d+ of \d+ operations/)).toBeVisible();
  for (const name of await rows(operations(page)).allInnerTexts()) expect(name).toContain('ELEKTROWELT24');
  await page.getByRole('searchbox', { name: 'Filter the operations' }).fill('nobody sells this');
  await expect(operationsPanel(page).getByText(/^0 of \d+ operations/)).toBeVisible();
  await expect(operationsPanel(page).getByText('Nothing that was read fits.')).toBeVisible();
  expect(await sandbox.count('listOperations')).toBe(before);
});

test('a period that ends before it begins is not asked for, and says why beside its field', async ({ page, sandbox }) => {
  await operationsOf(page, 'two-years');
  await expect(operationsPanel(page).getByRole('status').first()).toBeVisible();
  const before = await sandbox.count('listOperations');
  await period(page, '2023-02-01', '2023-01-01');
  const to = operationsPanel(page).getByLabel('To', { exact: true });
  await expect(to).toBeFocused();
  await expect(to).toHaveAccessibleDescription('Choose a day that is not before “From”.');
  expect(await sandbox.count('listOperations')).toBe(before);
});

test('ten thousand operations scroll with a steady page, and the keyboard reaches the last one', async ({ page, sandbox }) => {
  // More than a hundred pages, from a sandbox that nobody built for speed.
  test.setTimeout(240_000);
  await operationsOf(page, 'many-operations');
  await period(page, '2022-06-01');
  await operationsPanel(page).getByRole('button', { name: 'Load all' }).click();
  await expect(operationsPanel(page).getByText(/^1\d,\d{3} operations$/)).toBeVisible({ timeout: 200_000 });
  const table = operations(page);
  const count = Number(await table.getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(10_001);
  const onPage = () => page.evaluate(() => document.querySelectorAll('*').length);
  const steady = await onPage();

  await rows(table).first().focus();
  await page.keyboard.press('End');
  await expect(table.locator(':focus')).toHaveCount(1);
  await expect(table.locator('tr:has(:focus)')).toHaveAttribute('aria-rowindex', String(count));
  expect(Math.abs((await onPage()) - steady)).toBeLessThan(200);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await expect(table.locator('tr:has(:focus)')).toHaveAttribute('aria-rowindex', '2');
  const last = await sandbox.count('retrieveOperation');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Operation', exact: true })).toBeVisible();
  await expect.poll(() => sandbox.count('retrieveOperation')).toBe(last + 1);
});

test('a wheel over thousands of rows keeps the page as it is, and the keys go on from where they were', async ({ page }) => {
  await operationsOf(page, 'many-operations');
  await period(page, '2024-01-01', '2024-12-31');
  await operationsPanel(page).getByRole('button', { name: 'Load all' }).click();
  await expect(operationsPanel(page).getByText(/^\d,\d{3} operations$/)).toBeVisible({ timeout: 30_000 });
  const table = operations(page);
  await rows(table).first().focus();
  await table.hover();
  await page.mouse.wheel(0, 30_000);
  await expect(table.locator('tr[aria-rowindex="2"]')).toHaveCount(0);
  expect(await table.getByRole('row').count()).toBeLessThan(80);
  await page.keyboard.press('ArrowDown');
  await expect(table.locator('tr:has(:focus)')).toHaveAttribute('aria-rowindex', '2');
});

test('reading all pages can be stopped, and what was read stays', async ({ page, sandbox }) => {
  await operationsOf(page, 'many-operations');
  await period(page, '2022-06-01');
  await expect(operationsPanel(page).getByText('100 operations read; there are more')).toBeVisible();
  await sandbox.hold('listOperations', { nth: 2 });
  await operationsPanel(page).getByRole('button', { name: 'Load all' }).click();
  await sandbox.holds(1);
  await operationsPanel(page).getByRole('button', { name: 'Stop' }).click();
  await sandbox.release();
  await expect(operationsPanel(page).getByText('200 operations read; there are more')).toBeVisible();
  await operationsPanel(page).getByRole('button', { name: 'Load more' }).click();
  await expect(operationsPanel(page).getByText('300 operations read; there are more')).toBeVisible();
});

test('a page that cannot be read says so below what was read, and can be asked for again', async ({ page, sandbox }) => {
  await operationsOf(page, 'many-operations');
  await period(page, '2022-06-01');
  await expect(operationsPanel(page).getByText('100 operations read; there are more')).toBeVisible();
  // Twice is what the one retry of a read does not get over.
  await sandbox.fail('listOperations', { times: 2 });
  await operationsPanel(page).getByRole('button', { name: 'Load more' }).click();
  const alert = operationsPanel(page).getByRole('alert');
  await expect(alert).toContainText('The operations could not be read: the gateway is not available.');
  await expect(rows(operations(page)).first()).toBeVisible();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(operationsPanel(page).getByText('200 operations read; there are more')).toBeVisible();
});

test('a list that cannot be read fails alone', async ({ page, sandbox }) => {
  await operationsOf(page, 'operations-fail');
  const alert = operationsPanel(page).getByRole('alert');
  await expect(alert).toContainText('The operations could not be read: the gateway is not available.');
  // The overview asked, too, and may still be trying.
  const asked = (await sandbox.log()).filter((call) => call.operation === 'listOperations');
  await expect(alert).toContainText(new RegExp(asked.map((call) => call.correlationId).join('|')));
  await expect(page.getByRole('table', { name: 'Authorizations', exact: true })).toBeVisible();
});

test('a list that fails for a moment comes with "Try again"', async ({ page }) => {
  await findKnown(page, 'operations-fail-twice');
  const recent = page.getByRole('region', { name: 'Recent operations' });
  await recent.getByRole('button', { name: 'Try again' }).click();
  await expect(recent.getByRole('row').nth(1)).toBeVisible();
});

test('a row that could not be understood is counted', async ({ page }) => {
  await operationsOf(page, 'operations-unreadable-row');
  await expect(operationsPanel(page).getByText('1 row could not be understood and cannot be shown.')).toBeVisible();
});

test('an account on which nothing was posted says what to try', async ({ page }) => {
  await operationsOf(page, 'new-account');
  await expect(operationsPanel(page).getByText('Nothing was posted in this period.')).toBeVisible();
});

test('what is not stated is said not to be stated', async ({ page }) => {
  await operationsOf(page, 'amounts-missing');
  await period(page, '2023-01-01');
  await page.getByRole('searchbox', { name: 'Filter the operations' }).fill('');
  await expect(operations(page).getByText('Not stated').first()).toBeVisible();
});

test('the overview shows the last five operations, each of which opens', async ({ page }) => {
  await findKnown(page, 'two-years');
  const recent = page.getByRole('region', { name: 'Recent operations' });
  await expect(recent.getByRole('rowheader')).toHaveCount(5);
  const name = await recent.getByRole('link').nth(1).innerText();
  await recent.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
});

test('a search across needs something of the first group, one kind of dates, and whole ranges', async ({ page, sandbox }) => {
  await operationsOf(page, 'two-years');
  await page.getByRole('link', { name: 'Search across accounts' }).click();
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const submit = page.getByRole('button', { name: 'Search operations' });
  const account = await field('Account reference').inputValue();
  await field('Account reference').fill('');
  await field('Amount from').fill('10');
  await submit.click();
  await expect(field('Account reference')).toBeFocused();
  await expect(field('Account reference')).toHaveAccessibleDescription(/at least one: account, company, virtual card or operation/);
  await expect(field('Amount to')).toHaveAccessibleDescription(/Fill in the other end too/);
  expect(await sandbox.count('searchOperations')).toBe(0);

  await field('Account reference').fill(account);
  await field('Amount to').fill('2000');
  await field('Merchant').fill('%ELEKTRO%');
  await field('From').fill('2023-01-01');
  await submit.click();
  const found = page.getByRole('table', { name: 'Found operations' });
  await expect(rows(found).first()).toContainText('ELEKTROWELT24');
  for (const name of await rows(found).allInnerTexts()) expect(name).toContain('ELEKTROWELT24');
});
