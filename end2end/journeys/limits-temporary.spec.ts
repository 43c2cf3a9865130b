import type { Page } from '@playwright/test';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { confirm, dialog } from '../support/desk.ts';
import { account, after, clockChange, day, expectWrong, fillTemporaryLimit, openSection, region, row, somebodyElse, euros, table } from '../support/limits.ts';

test.use({ today: TODAY });

const ADD = 'createTemporaryCreditLimit';
const DELETE = 'deleteTemporaryCreditLimit';

const panel = (page: Page) => region(page, 'Temporary credit limits');
const add = (page: Page) => page.getByRole('button', { name: 'Add temporary limit' });
const steps = (page: Page) => dialog(page).getByRole('table', { name: 'The credit limit step by step' }).getByRole('row');

const press = (page: Page) => dialog(page).getByRole('button', { name: 'Add', exact: true }).click();

test('the preview shows what would count when, as a line and with the same figures as a table', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await fillTemporaryLimit(page, '7,500', day(2), day(4));
  await expect(dialog(page).getByRole('img', { name: /credit limit over time/ })).toBeVisible();
  await expect(steps(page)).toHaveCount(4);
  await expect(steps(page).nth(1)).toContainText('3,000.00 EUR');
  await expect(steps(page).nth(1)).toContainText('Permanent');
  await expect(steps(page).nth(2)).toContainText('7,500.00 EUR');
  await expect(steps(page).nth(2)).toContainText('Temporary');
  await expect(steps(page).nth(3)).toContainText('3,000.00 EUR');
  // A lower one is as good.
  await dialog(page).getByLabel('Temporary limit').fill('100');
  await expect(steps(page).nth(2)).toContainText('100.00 EUR');
  expect(await sandbox.writes()).toEqual([]);
});

test('a temporary limit is added from today on: it counts at once, and the balance shows it', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await fillTemporaryLimit(page, '7500', day(0), day(3));
  await confirm(page, 'Add');
  await expect(panel(page).getByRole('status').first()).toContainText('A temporary limit of 7,500.00 EUR counts');
  await expect(row(page, 'Temporary credit limits', '7,500.00 EUR')).toContainText('Active');
  await expect(region(page, 'Credit limit')).toContainText('In force now7,500.00 EUR');
  await expect(region(page, 'Credit limit')).toContainText('Open to buy7,500.00 EUR');
  await expect(region(page, 'Credit limit')).toContainText('Permanent limit3,000.00 EUR');
  expect((await account(sandbox, 'limits')).temporaryCreditLimits).toHaveLength(1);
});

for (const [month, hours] of [[3, 23], [10, 25]] as const) {
  test(`a limit for the one day on which the clocks change in month ${month} lasts ${hours} hours`, async ({ page, sandbox }) => {
    const changing = clockChange(month);
    await openSection(page, 'limits', 'Limits');
    await fillTemporaryLimit(page, '7500', changing, changing);
    await expect(steps(page)).toHaveCount(4);
    await confirm(page, 'Add');
    await expect(row(page, 'Temporary credit limits', '7,500.00 EUR')).toContainText('Scheduled');
    const [limit] = (await account(sandbox, 'limits')).temporaryCreditLimits;
    const [start, end] = [Date.parse(limit?.activationStartTime ?? ''), Date.parse(limit?.activationEndTime ?? '')];
    expect((end - start) / 3_600_000).toBe(hours);
    expect(new Date(start).toISOString()).toBe(`${after(changing, -1)}T${month === 3 ? '23' : '22'}:00:00.000Z`);
  });
}

test('an overlap is refused before anything is sent, beside the field, with the other limit and the way out', async ({ page, sandbox }) => {
  await openSection(page, 'limits-three', 'Limits');
  await fillTemporaryLimit(page, '6000', day(15), day(30));
  await press(page);
  await expectWrong(page, 'From', /A temporary limit of 5,000.00 EUR counts from .* already, and two may not overlap. Begin after it, delete it first, or let the new one take its place\./);
  await expect(dialog(page).getByLabel('From')).toBeFocused();
  await dialog(page).getByLabel('From').fill(day(5));
  await press(page);
  await expectWrong(page, 'Until', /two may not overlap. End before it, delete it first, or let the new one take its place\./);
  expect(await sandbox.writes()).toEqual([]);
  // Neighbours do not overlap.
  await dialog(page).getByLabel('Until').fill(day(9));
  await press(page);
  await expect(row(page, 'Temporary credit limits', '6,000.00 EUR')).toContainText('Scheduled');
});

test('a limit that takes the place of another says what becomes of it, before it is added and when it is proven', async ({ page, sandbox }) => {
  await openSection(page, 'limits-three', 'Limits');
  await fillTemporaryLimit(page, '6000', day(15), day(30));
  const overlap = dialog(page).getByLabel('Where it overlaps another');
  await expect(overlap).toHaveAccessibleDescription(/cuts the other limit: it ends where the new one begins/);
  await overlap.selectOption('The new limit takes its place');
  // 500 until the third day, the permanent one, 5,000 cut to the days before, 6,000, and the permanent one again.
  await expect(steps(page)).toHaveCount(6);
  await expect(steps(page).nth(3)).toContainText('5,000.00 EUR');
  await expect(steps(page).nth(4)).toContainText('6,000.00 EUR');
  await press(page);
  await expect(panel(page).getByRole('status').first()).toContainText('seen by reading.');
  await expect(table(page, 'What has changed')).toContainText(/Earlier limit5,000\.00 EUR from .* until .*5,000\.00 EUR from .* until /);
  const limits = (await account(sandbox, 'limits-three')).temporaryCreditLimits;
  const cut = limits.find(({ temporaryCreditLimitAmount }) => temporaryCreditLimitAmount.value === 500_000);
  const own = limits.find(({ temporaryCreditLimitAmount }) => temporaryCreditLimitAmount.value === 600_000);
  expect(cut?.activationEndTime).toBe(own?.activationStartTime);
});

test('a limit that another rep made meanwhile is not cut unseen', async ({ page, sandbox }) => {
  await openSection(page, 'limits-three', 'Limits');
  await fillTemporaryLimit(page, '6000', day(15), day(30));
  await dialog(page).getByLabel('Where it overlaps another').selectOption('The new limit takes its place');
  await somebodyElse(sandbox, 'limits-three', ADD, '/temporary-credit-limits', {
    temporaryCreditLimitAmount: euros(400_000),
    activationStartTime: `${day(25)}T00:00:00.000Z`,
    activationEndTime: `${day(40)}T00:00:00.000Z`,
  });
  await press(page);
  await expect(panel(page).getByRole('alert')).toContainText(/It has changed since you saw it\. It overlaps a temporary limit of 4,000\.00 EUR/);
  expect(await sandbox.count(ADD)).toBe(0);
});

test('other accounts whose limit the same call adds or ends are told', async ({ page, sandbox }) => {
  await openSection(page, 'limits-above', 'Limits');
  await fillTemporaryLimit(page, '7500', day(0), day(3));
  await confirm(page, 'Add');
  await expect(table(page, 'What has changed')).toContainText(/Another account, tooAccount …\d{4}: no such limitAccount …\d{4}: the same call added a limit/);
  await row(page, 'Temporary credit limits', 'Active').getByRole('button', { name: 'Delete temporary limit' }).click();
  await confirm(page, 'Delete');
  await expect(table(page, 'What has changed').last()).toContainText(/Account …\d{4}: the same call ended its limit/);
  expect(await sandbox.count(DELETE)).toBe(1);
});

test('too much, a period that ends before it begins, and one that has begun are said beside their fields; nothing typed is lost', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await fillTemporaryLimit(page, '30,000.01', day(4), day(3));
  await press(page);
  await expectWrong(page, 'Temporary limit', /For a while the issuer allows 0.00 EUR to 30,000.00 EUR\./);
  await expectWrong(page, 'Until', /Choose a day that is not before “From”\./);
  await dialog(page).getByLabel('From').fill(day(-1));
  await press(page);
  await expectWrong(page, 'From', /Choose today or a later day\./);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await add(page).click();
  await expect(dialog(page).getByLabel('Temporary limit')).toHaveValue('30,000.01');
  await expect(dialog(page).getByLabel('Until')).toHaveValue(day(3));
  // The exceptional amount itself is allowed.
  await dialog(page).getByLabel('Temporary limit').fill('30,000');
  await dialog(page).getByLabel('From').fill(day(1));
  await press(page);
  await expect(row(page, 'Temporary credit limits', '30,000.00 EUR')).toContainText('Scheduled');
  expect(await sandbox.writes()).toHaveLength(1);
});

test('an overlap that another rep made meanwhile is seen before anything is sent, and stands beside its field in the form', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await fillTemporaryLimit(page, '6000', day(3), day(5));
  await somebodyElse(sandbox, 'limits', ADD, '/temporary-credit-limits', {
    temporaryCreditLimitAmount: euros(400_000),
    activationStartTime: `${day(1)}T00:00:00.000Z`,
    activationEndTime: `${day(10)}T00:00:00.000Z`,
  });
  await confirm(page, 'Add');
  await expect(panel(page).getByRole('alert')).toContainText(
    /It has changed since you saw it\. It overlaps a temporary limit of 4,000\.00 EUR, from .* until .*\. Look at it, and decide again\./,
  );
  await expect(row(page, 'Temporary credit limits', '4,000.00 EUR')).toBeVisible();
  expect(await sandbox.count(ADD)).toBe(0);
  await panel(page).getByRole('button', { name: 'Back to the form' }).click();
  await expect(dialog(page).getByLabel('Temporary limit')).toHaveValue('6000');
  await expectWrong(page, 'From', /A temporary limit of 4,000.00 EUR counts/);
  await dialog(page).getByLabel('From').fill(day(11));
  await dialog(page).getByLabel('Until').fill(day(12));
  await press(page);
  await expect(row(page, 'Temporary credit limits', '6,000.00 EUR')).toContainText('Scheduled');
  expect(await sandbox.count(ADD)).toBe(1);
});

test('a lost answer to an addition is settled by the list: done is said to be done, and sent once', async ({ page, sandbox }) => {
  await openSection(page, 'temporary-lost-done', 'Limits');
  await fillTemporaryLimit(page, '7500', day(1), day(2));
  await confirm(page, 'Add');
  await expect(panel(page).getByRole('status').first()).toContainText('seen by reading.');
  expect(await sandbox.count(ADD)).toBe(1);
});

test('a lost answer to an addition that was not done is not repeated by itself', async ({ page, sandbox }) => {
  await openSection(page, 'temporary-lost-undone', 'Limits');
  await fillTemporaryLimit(page, '7500', day(1), day(2));
  await confirm(page, 'Add');
  await expect(panel(page).getByRole('alert')).toContainText('No temporary limit was added', { timeout: 15_000 });
  expect(await sandbox.count(ADD)).toBe(1);
  await panel(page).getByRole('button', { name: 'Send again' }).click();
  await expect(row(page, 'Temporary credit limits', '7,500.00 EUR')).toContainText('Scheduled');
  expect((await account(sandbox, 'temporary-lost-undone')).temporaryCreditLimits).toHaveLength(1);
});

test('deleting one says what counts afterwards, and is proven', async ({ page, sandbox }) => {
  await openSection(page, 'limits-three', 'Limits');
  await row(page, 'Temporary credit limits', 'Active').getByRole('button', { name: 'Delete temporary limit' }).click();
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText(/Account …\d{4}NowThenFrom now on500\.00 EUR3,000\.00 EUR/);
  await expect(steps(page).nth(1)).toContainText('3,000.00 EUR');
  await confirm(page, 'Delete');
  await expect(panel(page).getByRole('status').first()).toContainText('does not count any more, seen by reading.');
  await expect(region(page, 'Credit limit')).toContainText('In force now3,000.00 EUR');
  await expect(table(page, 'Temporary credit limits').getByRole('row')).toHaveCount(3);
  expect(await sandbox.count(DELETE)).toBe(1);
});

for (const [name, said] of [['done', 'does not count any more, seen by reading.'], ['undone', 'still counts.']] as const) {
  test(`a deletion whose answer is lost and that was ${name} is settled by reading`, async ({ page, sandbox }) => {
    await openSection(page, `temporary-delete-lost-${name}`, 'Limits');
    await row(page, 'Temporary credit limits', 'Scheduled').getByRole('button', { name: 'Delete temporary limit' }).click();
    await confirm(page, 'Delete');
    await expect(panel(page).getByText(said)).toBeVisible({ timeout: 15_000 });
    expect(await sandbox.count(DELETE)).toBe(1);
  });
}

test('one that another rep deleted meanwhile is seen to be gone, and nothing is sent', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await fillTemporaryLimit(page, '7500', day(1), day(2));
  await confirm(page, 'Add');
  await row(page, 'Temporary credit limits', 'Scheduled').getByRole('button', { name: 'Delete temporary limit' }).click();
  const [limit] = (await account(sandbox, 'limits')).temporaryCreditLimits;
  const reference = limit?.temporaryCreditLimitIdentifier.temporaryCreditLimitReference;
  await somebodyElse(sandbox, 'limits', DELETE, `/temporary-credit-limits/${reference}`);
  await confirm(page, 'Delete');
  await expect(panel(page).getByText('does not count any more already. Nothing was sent.')).toBeVisible();
  expect(await sandbox.count(DELETE)).toBe(0);
});
