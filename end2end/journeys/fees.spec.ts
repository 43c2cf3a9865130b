import type { Page } from '@playwright/test';
import { accountPanel, goToSection } from '../support/accounts.ts';
import { TODAY, onTheDay } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { dialog, goTo, verify } from '../support/desk.ts';
import { issuingRequests, newest } from '../support/requests.ts';
import { fillFee, operations, operationsOf, operationsPanel, period, postIt, row, section, verified } from '../support/operations.ts';

test.use({ today: TODAY });

const POST = 'postFeeOperation';
const said = (page: Page) => operationsPanel(page).getByRole('status').filter({ hasText: 'seen by reading' });

test('a fee is posted, proven by its triplet, and in the list; the request is the guide\'s', async ({ page, sandbox }) => {
  await verified(page, 'two-years');
  await fillFee(page, '15', 'Copy of a receipt');
  await expect(dialog(page)).toHaveAccessibleName('Post a fee?');
  await expect(dialog(page)).toContainText('Tilda Statementful');
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText('15.00 EUR charged');
  await expect(dialog(page).getByRole('button').last()).toHaveText('Post fee');
  await postIt(page).click();
  await expect(said(page)).toContainText('The fee of 15.00 EUR is posted, seen by reading.');
  await expect(row(page, /Copy of a receipt/)).toContainText('15.00 EUR');

  const [fee] = await sandbox.postedByHand('two-years@sandbox.example');
  expect(fee).toMatchObject({ kind: 'FEE', value: 1500, description: 'Copy of a receipt' });
  expect(await sandbox.count(POST)).toBe(1);
  await goTo(page, 'Activity');
  await expect(page.getByRole('cell', { name: /^Post a fee of 15\.00 EUR to account …\d{4}, charged: seen by reading$/ })).toBeVisible();
});

test('a desk whose clock is a day ahead stamps a fee with the day of the server', async ({ page, sandbox }) => {
  await page.clock.setFixedTime(onTheDay('12:15', '2025-07-16'));
  await verified(page, 'two-years');
  await fillFee(page, '15', 'Copy of a receipt');
  await postIt(page).click();
  await expect(said(page)).toContainText('The fee of 15.00 EUR is posted, seen by reading.');
  const [fee] = await sandbox.postedByHand('two-years@sandbox.example');
  expect(fee?.externalOperationDate).toMatch(/^2025-07-15T/);
});

test('what the overview showed before a fee was posted is read again', async ({ page }) => {
  await verified(page, 'two-years');
  await goTo(page, 'Overview');
  const recent = page.getByRole('region', { name: 'Recent operations' });
  await expect(recent.getByRole('rowheader')).toHaveCount(5);
  await expect(accountPanel(page)).toContainText('Balance');
  const before = (await accountPanel(page).textContent()) ?? '';
  await expect(accountPanel(page)).toHaveText(before);
  await section(page);
  await fillFee(page, '15', 'Copy of a receipt');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await goTo(page, 'Overview');
  await expect(recent.getByRole('rowheader').first()).toHaveText('Copy of a receipt');
  await expect(accountPanel(page)).not.toHaveText(before);
});

test('a double click posts once, and so does Enter twice', async ({ page, sandbox }) => {
  await verified(page, 'two-years');
  await sandbox.hold(POST);
  await fillFee(page, '15');
  await postIt(page).dblclick();
  await sandbox.holds(1);
  await expect(page.getByRole('button', { name: 'Post fee', exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Post fee', exact: true })).toHaveAccessibleDescription('Something is being changed for this customer.');
  await sandbox.release();
  await expect(said(page)).toBeVisible();
  expect(await sandbox.count(POST)).toBe(1);

  await sandbox.hold(POST);
  await fillFee(page, '16');
  await dialog(page).getByLabel('Amount', { exact: true }).press('Enter');
  await page.keyboard.press('Enter');
  await sandbox.holds(1);
  await sandbox.release();
  await expect(said(page)).toContainText('16.00 EUR');
  expect(await sandbox.count(POST)).toBe(2);
  expect(await sandbox.postedByHand('two-years@sandbox.example')).toHaveLength(2);
});

test('a verification that runs out behind the open form sends nothing, and what was typed is kept', async ({ page, sandbox }) => {
  await verified(page, 'two-years');
  await page.clock.setFixedTime(onTheDay('12:27'));
  await fillFee(page, '15', 'Copy of a receipt');
  await page.clock.setFixedTime(onTheDay('12:31'));
  await postIt(page).click();
  const notSent = operationsPanel(page).getByRole('alert').filter({ hasText: 'Not sent.' });
  await expect(notSent).toContainText('The caller is not verified any more. Verify the caller, then confirm again.');
  expect(await sandbox.count(POST)).toBe(0);
  await goTo(page, 'Overview');
  await verify(page);
  await section(page);
  await notSent.getByRole('button', { name: 'Back to the form' }).click();
  await expect(dialog(page).getByLabel('Amount', { exact: true })).toHaveValue('15');
  await expect(dialog(page).getByLabel('Description')).toHaveValue('Copy of a receipt');
  await postIt(page).click();
  await expect(said(page)).toContainText('The fee of 15.00 EUR is posted, seen by reading.');
  expect(await sandbox.count(POST)).toBe(1);
});

test('what is wrong stands beside its field, the first wrong one has the focus, and nothing typed is lost', async ({ page, sandbox }) => {
  await verified(page, 'two-years');
  await page.getByRole('button', { name: 'Post fee', exact: true }).click();
  await expect(dialog(page).getByLabel('Fee type')).toBeFocused();
  await dialog(page).getByLabel('Amount', { exact: true }).fill('12,50');
  await postIt(page).click();
  await expect(dialog(page).getByLabel('Fee type')).toBeFocused();
  await expect(dialog(page).getByLabel('Fee type')).toHaveAccessibleDescription('Choose what the fee is for.');
  await expect(dialog(page).getByLabel('Amount', { exact: true })).toHaveAccessibleDescription(/If you mean 12\.50, write it so: 12\.50\.$/);
  await expect(dialog(page).getByLabel('Amount', { exact: true })).toHaveValue('12,50');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  // The draft survives the dialog and the section.
  await goTo(page, 'Activity');
  await operationsPanel(page).isVisible();
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Operations' }).click();
  await page.getByRole('button', { name: 'Post fee', exact: true }).click();
  await expect(dialog(page).getByLabel('Amount', { exact: true })).toHaveValue('12,50');
  expect(await sandbox.writes()).toEqual([]);
});

test('a lost answer is settled by the triplet, and nothing is sent twice', async ({ page, sandbox }) => {
  await verified(page, 'fee-answer-lost');
  await fillFee(page, '15');
  await postIt(page).click();
  await expect(said(page)).toContainText('The fee of 15.00 EUR is posted, seen by reading.');
  expect(await sandbox.count(POST)).toBe(1);
  expect(await sandbox.count('inquireOperation')).toBe(1);
  expect(await sandbox.postedByHand('fee-answer-lost@sandbox.example')).toHaveLength(1);
});

test('while it is settled the rep sees that it is not confirmed, and cannot post again', async ({ page, sandbox }) => {
  await verified(page, 'fee-answer-lost');
  await sandbox.hold('inquireOperation');
  await fillFee(page, '15');
  await postIt(page).click();
  await expect(operationsPanel(page).getByRole('alert')).toContainText('Not confirmed, checking.');
  await expect(page.getByRole('button', { name: 'Post fee', exact: true })).toBeDisabled();
  await sandbox.release();
  await expect(said(page)).toBeVisible();
});

test('a fee that never arrived is said not to be posted, and is sent again under the same triplet', async ({ page, sandbox }) => {
  const requests = issuingRequests(page);
  await verified(page, 'fee-call-lost');
  await fillFee(page, '15');
  await postIt(page).click();
  const alert = operationsPanel(page).getByRole('alert');
  await expect(alert).toContainText('The answer was lost, and reading again shows: No fee was posted.');
  expect(await sandbox.postedByHand('fee-call-lost@sandbox.example')).toEqual([]);
  await alert.getByRole('button', { name: 'Send again' }).click();
  await expect(said(page)).toBeVisible();
  expect(await sandbox.postedByHand('fee-call-lost@sandbox.example')).toHaveLength(1);
  const sent = requests.filter((request) => request.path.endsWith('/post-fee-operation'));
  expect(sent).toHaveLength(2);
  expect(sent[0]?.body).toEqual(sent[1]?.body);
});

test('when nobody can tell, it says so, checks on demand, and lets nobody post meanwhile', async ({ page, sandbox }) => {
  await verified(page, 'fee-answer-lost');
  // Three reads, each of which the gateway layer tries once more.
  await sandbox.fail('inquireOperation', { times: 6 });
  await fillFee(page, '15');
  await postIt(page).click();
  const alert = operationsPanel(page).getByRole('alert').filter({ hasText: 'Not confirmed.' });
  await expect(alert).toContainText('so nobody knows');
  await expect(page.getByRole('button', { name: 'Post fee', exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Post fee', exact: true })).toHaveAccessibleDescription('The last one is not confirmed. Check it first.');
  // It is told wherever the rep looks, and the caller is not closed over it.
  await goTo(page, 'Activity');
  const told = page.getByRole('status').filter({ hasText: 'A change is not confirmed.' });
  await expect(told).toContainText('Post a fee of 15.00 EUR');
  await expect(page.getByRole('button', { name: /^Close / })).toBeDisabled();
  await page.getByRole('tab').first().press('Delete');
  await expect(page.getByRole('tab')).toHaveCount(1);
  await section(page);
  await alert.getByRole('button', { name: 'Check again' }).click();
  await expect(said(page)).toBeVisible();
  await expect(told).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Close / })).toBeEnabled();
  expect(await sandbox.count(POST)).toBe(1);
});

test('a refusal is told in the gateway\'s words, and the form comes back as it was', async ({ page, sandbox }) => {
  await verified(page, 'fee-refused');
  await fillFee(page, '15', 'For nothing');
  await postIt(page).click();
  const alert = operationsPanel(page).getByRole('alert');
  await expect(alert).toContainText('No fee was posted.');
  await expect(operationsPanel(page)).toContainText('400');
  await alert.getByRole('button', { name: 'Back to the form' }).click();
  await expect(dialog(page).getByLabel('Amount', { exact: true })).toHaveValue('15');
  await expect(dialog(page).getByLabel('Description')).toHaveValue('For nothing');
  expect(await sandbox.count('inquireOperation'), 'a refusal may be the echo of a first copy: it is read once').toBe(1);
});

test('who may not post is told so', async ({ page }) => {
  await verified(page, 'fee-forbidden');
  await fillFee(page, '15');
  await postIt(page).click();
  await expect(operationsPanel(page).getByRole('alert')).toContainText('You are not permitted to do this.');
});

test('nobody posts for a caller who is not verified', async ({ page }) => {
  await operationsOf(page, 'two-years');
  await expect(page.getByRole('button', { name: 'Post fee', exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Post fee', exact: true })).toHaveAccessibleDescription('Verify the caller first.');
});

test('a fee is taken back in part and then no more than is left; the sign is turned', async ({ page }) => {
  const requests = issuingRequests(page);
  await verified(page, 'two-years');
  await fillFee(page, '15', 'By mistake');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await row(page, /By mistake/).getByRole('link').click();
  await page.getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(dialog(page).getByLabel('Amount to take back')).toHaveValue('15.00');
  await dialog(page).getByLabel('Amount to take back').fill('20');
  await dialog(page).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(dialog(page).getByLabel('Amount to take back')).toHaveAccessibleDescription(/Not more than 15\.00 EUR/);
  await dialog(page).getByLabel('Amount to take back').fill('15');
  await dialog(page).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'seen by reading' })).toContainText('15.00 EUR of the fee is taken back');
  const related = page.getByRole('table', { name: 'What belongs to it' });
  await expect(related.getByRole('row', { name: /Taken back by/ })).toContainText('−15.00 EUR');
  await expect(page.getByRole('button', { name: 'Reverse fee', exact: true })).toHaveAccessibleDescription('It has been taken back already.');
  expect(newest(requests, '/reverse-fee-operation')?.body).toMatchObject({ referenceAmount: { value: -1500, exponent: 2, isoCode: 'EUR' }, reversalReason: 'REVERSAL_ON_DEMAND' });
});

test('after a part was taken back the dialog begins with what is left, and lets nobody take back more', async ({ page, sandbox }) => {
  await verified(page, 'two-years');
  await fillFee(page, '15', 'By mistake');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await row(page, /By mistake/).getByRole('link').click();
  const reverse = page.getByRole('button', { name: 'Reverse fee', exact: true });
  const amount = dialog(page).getByLabel('Amount to take back');
  const confirm = dialog(page).getByRole('button', { name: 'Reverse fee', exact: true });
  const takenBack = dialog(page).getByRole('table', { name: 'What will change' }).getByRole('row', { name: /Taken back/ });
  const done = page.getByRole('main').getByRole('status').filter({ hasText: 'seen by reading' });
  await reverse.click();
  await expect(takenBack).toHaveText('Taken backNone−15.00 EUR');
  await amount.fill('5');
  await expect(takenBack).toHaveText('Taken backNone−5.00 EUR');
  await confirm.click();
  await expect(done).toContainText('5.00 EUR of the fee is taken back');

  await reverse.click();
  await expect(amount).toHaveValue('10.00');
  await expect(takenBack).toHaveText('Taken back−5.00 EUR−15.00 EUR');
  await amount.fill('15');
  await confirm.click();
  await expect(amount).toHaveAccessibleDescription(/Not more than 10\.00 EUR, which is left of it\./);
  await amount.fill('10');
  await confirm.click();
  await expect(done).toContainText('10.00 EUR of the fee is taken back');
  await expect(reverse).toHaveAccessibleDescription('It has been taken back already.');
  const values = (await sandbox.postedByHand('two-years@sandbox.example')).map((posted) => posted.value);
  expect(values).toEqual([1500, -500, -1000]);
});

test('what was taken back of a fee of long ago is known, however much was posted since', async ({ page }) => {
  await verified(page, 'two-years');
  await period(page, '2022-06-01', '2022-12-31');
  await row(page, /Portoersatz/).last().getByRole('link').click();
  await page.getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await dialog(page).getByLabel('Amount to take back').fill('0.20');
  await dialog(page).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'seen by reading' })).toContainText('0.20 EUR of the fee is taken back');
  await page.getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(dialog(page).getByRole('row', { name: /Taken back/ })).toContainText('Taken back−0.20 EUR');
});

test('while nobody can tell what was taken back already, nothing is taken back', async ({ page, sandbox }) => {
  await verified(page, 'two-years');
  await fillFee(page, '15', 'By mistake');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await expect(row(page, /By mistake/)).toBeVisible();
  await sandbox.fail('listOperations', { times: 2 });
  await row(page, /By mistake/).getByRole('link').click();
  const reverse = page.getByRole('button', { name: 'Reverse fee', exact: true });
  const around = page.getByRole('region', { name: 'What belongs to it' });
  await expect(around.getByRole('alert')).toBeVisible();
  await expect(reverse).toBeDisabled();
  await expect(reverse).toHaveAccessibleDescription('What was taken back of it already is not known.');
  await around.getByRole('button', { name: 'Try again' }).click();
  await expect(reverse).toBeEnabled();
});

test('what another rep took back meanwhile is read before the dialog says what is left', async ({ page, context, sandbox }) => {
  await verified(page, 'two-years');
  await fillFee(page, '30', 'By mistake');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  const takeBack = async (tab: Page) => {
    await tab.getByRole('button', { name: 'Reverse fee', exact: true }).click();
    await dialog(tab).getByLabel('Amount to take back').fill('20');
  };
  const other = await context.newPage();
  await verified(other, 'two-years');
  for (const tab of [page, other]) {
    await row(tab, /By mistake/).getByRole('link').click();
    await expect(tab.getByRole('button', { name: 'Reverse fee', exact: true })).toBeEnabled();
  }
  await takeBack(other);
  await dialog(other).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(other.getByRole('main').getByRole('status').filter({ hasText: 'seen by reading' })).toContainText('20.00 EUR of the fee is taken back');

  await page.bringToFront();
  await takeBack(page);
  await expect(dialog(page).getByRole('row', { name: /Taken back/ })).toContainText('Taken back−20.00 EUR');
  await dialog(page).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(dialog(page).getByLabel('Amount to take back')).toHaveAccessibleDescription(/Not more than 10\.00 EUR, which is left of it\./);
  expect(await sandbox.count('reverseFeeOperation')).toBe(1);
});

test('the open cycle that was read before a fee was posted is read again', async ({ page }) => {
  await verified(page, 'two-years');
  await goToSection(page, 'Statements');
  await page.getByRole('link', { name: 'Open cycle' }).click();
  await expect(page.getByText('Nothing was posted in this cycle.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open cycle' })).toHaveCount(0);
  await section(page);
  await fillFee(page, '33.33', 'Copy of a receipt');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await goToSection(page, 'Statements');
  await page.getByRole('link', { name: 'Open cycle' }).click();
  await expect(page.getByRole('link', { name: 'Copy of a receipt' })).toBeVisible();
});

test('a reversal whose answer is lost is settled by reading', async ({ page, sandbox }) => {
  await verified(page, 'fee-reversal-lost');
  await fillFee(page, '15', 'By mistake');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await row(page, /By mistake/).getByRole('link').click();
  await page.getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'seen by reading' })).toContainText('is taken back');
  expect(await sandbox.count('reverseFeeOperation')).toBe(1);
});

test('a bonus is credited and interest says its way in a word', async ({ page, sandbox }) => {
  await verified(page, 'two-years');
  await page.getByRole('button', { name: 'Post bonus', exact: true }).click();
  await dialog(page).getByLabel('Programme').fill('WELCOME');
  await dialog(page).getByLabel('Amount', { exact: true }).fill('25');
  await dialog(page).getByRole('button', { name: 'Post bonus', exact: true }).click();
  await expect(said(page)).toContainText('The bonus of 25.00 EUR is posted');
  await said(page).getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Post interest', exact: true }).click();
  await dialog(page).getByLabel('Which way').selectOption("In the customer's favour");
  await dialog(page).getByLabel('Amount', { exact: true }).fill('1.20');
  await dialog(page).getByRole('button', { name: 'Post interest', exact: true }).click();
  await expect(said(page)).toContainText('The interest of 1.20 EUR is posted');
  const values = (await sandbox.postedByHand('two-years@sandbox.example')).map((posted) => posted.value);
  expect(values).toEqual([-2500, -120]);
  await expect(operations(page)).toContainText('−25.00 EUR');
});

test('a second tab does not post while the first one does', async ({ page, context, sandbox }) => {
  await verified(page, 'two-years');
  const second = await context.newPage();
  await verified(second, 'two-years');
  await fillFee(second, '15');
  await page.bringToFront();
  await fillFee(page, '15');
  await sandbox.hold(POST);
  await postIt(page).click();
  await sandbox.holds(1);
  await second.bringToFront();
  await postIt(second).click();
  await expect(operationsPanel(second).getByRole('alert')).toContainText('Another tab of this browser is changing something for this customer.');
  await sandbox.release();
  await page.bringToFront();
  await expect(said(page)).toBeVisible();
  expect(await sandbox.count(POST)).toBe(1);
});
