import type { Page } from '@playwright/test';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { at, confirm, dialog, findCaller, goTo } from '../support/desk.ts';
import { tabTo } from '../support/keyboard.ts';
import { clockChange, day, euros, expectRead, expectWrong, openSection, region, row, somebodyElse, table, upTo } from '../support/limits.ts';

test.use({ today: TODAY });

const CREATE = 'createVelocityLimitOverride';
const UPDATE = 'updateVelocityLimitOverride';
const REMOVE = 'deleteVelocityLimitOverride';

const panel = (page: Page) => region(page, 'Velocity limits');
const web = (page: Page) => row(page, 'Velocity limits', 'E-commerce');
const press = (page: Page, verb: string) => dialog(page).getByRole('button', { name: verb, exact: true }).click();

async function override(page: Page, sum: string): Promise<void> {
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await dialog(page).getByLabel('Maximum amount').selectOption('Up to …');
  await dialog(page).getByLabel('Sum', { exact: true }).fill(sum);
  await dialog(page).getByLabel('Reason').selectOption('The customer asks for it');
}

test('velocity limits show what is allowed and whose word it is, and each alone what is used of it', async ({ page, sandbox }) => {
  await openSection(page, 'limits-override', 'Card controls');
  await expect(table(page, 'Velocity limits').getByRole('row')).toHaveCount(5);
  await expect(web(page)).toContainText('1,000.00 EUR');
  await expect(web(page)).toContainText('Override');
  await expect(row(page, 'Velocity limits', 'Cash machines')).toContainText('Product');
  await expect(row(page, 'Velocity limits', 'Cash machines').getByRole('button', { name: 'Remove override' })).toHaveCount(0);
  expect(await sandbox.count('retrieveVelocityLimit')).toBe(0);
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  await expect(region(page, 'Overrides')).toContainText('Amount used0.00 EUR');
  await expect(region(page, 'Overrides')).toContainText('Count used0');
  expect(await sandbox.count('retrieveVelocityLimit')).toBe(1);
  await expect(region(page, 'Overrides')).toContainText('Maximum amount1,000.00 EUR Override');
  await expect(region(page, 'Overrides')).toContainText('PeriodFor ever');
  await expect(region(page, 'Overrides')).toContainText('VELOCITY_LIMIT_ECOM');
  const held = table(page, 'Overrides of this limit').getByRole('row').nth(1);
  await expect(held).toContainText('1,000.00 EUR');
  await expect(held).toContainText('At once');
  await expect(held).toContainText('For ever');
  await expect(held).toContainText('3');
});

test('what is used of a limit says while it is read that it is, and where it cannot be read that it could not', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await sandbox.hold('retrieveVelocityLimit');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  await expect(region(page, 'Overrides')).toContainText('Reading how much of the limit is used');
  await expect(region(page, 'Overrides')).toContainText('Nothing overrides this limit.');
  await sandbox.release();
  await expect(region(page, 'Overrides')).toContainText('Amount used0.00 EUR');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  await sandbox.fail('retrieveVelocityLimit', { times: 2 });
  await row(page, 'Velocity limits', 'Shops').getByRole('button', { name: 'Shops' }).click();
  await expect(region(page, 'Overrides').getByRole('alert')).toContainText('The velocity limit could not be read');
  await region(page, 'Overrides').getByRole('button', { name: 'Try again' }).click();
  await expect(region(page, 'Overrides')).toContainText('Amount used0.00 EUR');
});

test('an override that begins later is listed, and a new one gets a priority of its own above it', async ({ page, sandbox }) => {
  await somebodyElse(sandbox, 'limits', CREATE, '/velocity-limits/VELOCITY_LIMIT_ECOM/velocity-limit-overrides', {
    ...upTo(10_000, 0),
    activationStartTime: `${day(30)}T00:00:00Z`,
  });
  await openSection(page, 'limits', 'Card controls');
  await override(page, '5,000');
  await dialog(page).getByLabel('Until').fill(day(7));
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('status').first()).toContainText('seen by reading.');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  const held = table(page, 'Overrides of this limit').getByRole('row');
  await expect(held).toHaveCount(3);
  await expect(held.nth(1)).toContainText('5,000.00 EUR');
  await expect(held.nth(2)).toContainText('100.00 EUR');
  const sent = JSON.parse((await sandbox.deeds()).at(-1)?.body ?? '{}') as object;
  expect(sent).toMatchObject({ maximumAmountCheck: true, priority: 1 });
});

test('where no priority is left above the others it is said, and nothing is sent', async ({ page, sandbox }) => {
  await openSection(page, 'limits-last-rank', 'Card controls');
  await override(page, '5,000');
  await press(page, 'Override');
  await expectWrong(page, 'Maximum amount', /No priority is left above the other overrides/);
  expect(await sandbox.count(CREATE)).toBe(0);
});

test('who changed an override is shown when the rep asks for it', async ({ page, sandbox }) => {
  await openSection(page, 'limits-override', 'Card controls');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  const seen = table(page, 'Overrides of this limit').getByRole('button', { name: 'Who changed it' });
  await seen.click();
  await expect(region(page, 'Who changed it')).toContainText('No change is listed.');
  await seen.click();
  await expect(region(page, 'Who changed it')).toHaveCount(0);
  await somebodyElse(sandbox, 'limits-override', UPDATE, '/velocity-limits/VELOCITY_LIMIT_ECOM/velocity-limit-overrides/planted-e-commerce', {
    maximumAmount: euros(77_700),
  });
  expect(await sandbox.count('listVelocityLimitOverrideHistory')).toBe(1);
  await seen.click();
  await expect(row(page, 'Changes of this override', 'Sascha Brandt')).toContainText('Update');
  expect(await sandbox.count('listVelocityLimitOverrideHistory')).toBe(2);
});

test('a limit is overridden for a while, proven by reading, and the override is removed again', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await override(page, '5,000');
  await dialog(page).getByLabel('Until').fill(day(7));
  await expect(dialog(page)).toContainText('Lena Plainlimit');
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('status').first()).toContainText(
    /is overridden: maximum amount 5,000\.00 EUR, at once until \d+ \w+ \d{4}, 23:59, seen by reading\./,
  );
  await expect(web(page)).toContainText('5,000.00 EUR');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  await expect(region(page, 'Overrides')).toContainText(/PeriodUntil \d+ \w+ \d{4}, 23:59/);
  await web(page).getByRole('button', { name: 'Remove override' }).click();
  await expect(dialog(page)).toContainText('E-commerce');
  await confirm(page, 'Remove');
  await expect(web(page)).toContainText('2,500.00 EUR');
  await expect(web(page)).toContainText('Product');
  expect((await sandbox.writes()).map((call) => call.operation)).toEqual([CREATE, REMOVE]);
});

test('an override over another wins over it', async ({ page }) => {
  await openSection(page, 'limits-override', 'Card controls');
  await override(page, '4000');
  await confirm(page, 'Override');
  await expect(web(page)).toContainText('4,000.00 EUR');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  await expect(table(page, 'Overrides of this limit').getByRole('row')).toHaveCount(3);
  await expect(table(page, 'Overrides of this limit').getByRole('row').nth(1)).toContainText('4');
});

test('declining everything in a channel is asked twice', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await dialog(page).getByLabel('Maximum amount').selectOption('Decline everything');
  await dialog(page).getByLabel('Reason').selectOption('Suspected fraud');
  await press(page, 'Override');
  await expect(dialog(page)).toHaveAccessibleName('Decline everything in this channel?');
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText('Maximum amount2,500.00 EUR0.00 EUR');
  expect(await sandbox.writes()).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  expect(await sandbox.writes()).toEqual([]);
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await expect(dialog(page).getByLabel('Maximum amount')).toHaveValue('nothing');
  await press(page, 'Override');
  await confirm(page, 'Decline everything');
  await expect(web(page)).toContainText('Declines everything');
  expect(await sandbox.count(CREATE)).toBe(1);
});

test('what is missing or wrong is said beside its field, and nothing typed is lost', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await press(page, 'Override');
  await expectWrong(page, 'Maximum amount', /Choose what the override changes: the maximum amount, the maximum count, or both\./);
  await expectWrong(page, 'Reason', /Choose a reason\./);
  await dialog(page).getByLabel('Maximum count').selectOption('Up to …');
  await dialog(page).getByLabel('Number', { exact: true }).fill('many');
  await dialog(page).getByLabel('From').fill(day(5));
  await dialog(page).getByLabel('Until').fill(day(4));
  await press(page, 'Override');
  await expectWrong(page, 'Number', /Write a whole number, 0 or more\./);
  await expectWrong(page, 'Until', /Choose a day that is not before “From”\./);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await goTo(page, 'Overview');
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Card controls' }).click();
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await expect(dialog(page).getByLabel('Number', { exact: true })).toHaveValue('many');
  expect(await sandbox.writes()).toEqual([]);
});

test('an override is changed: only what differs is sent, and it is compared first', async ({ page, sandbox }) => {
  await openSection(page, 'limits-override', 'Card controls');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  await table(page, 'Overrides of this limit').getByRole('button', { name: 'Change override' }).click();
  await expect(dialog(page).getByLabel('Sum', { exact: true })).toHaveValue('1,000.00');
  await dialog(page).getByLabel('Sum', { exact: true }).fill('1,500');
  await dialog(page).getByLabel('Reason').selectOption('A planned purchase');
  await confirm(page, 'Change');
  await expect(web(page)).toContainText('1,500.00 EUR');
  expect(await sandbox.count(UPDATE)).toBe(1);
});

test('an override that begins later says when, before it is made and when it is proven', async ({ page }) => {
  await openSection(page, 'limits', 'Card controls');
  await override(page, '5000');
  await dialog(page).getByLabel('From').fill(day(30));
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText(/E-commerce, account …\d{4}/);
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText(/Period—From \d+ \w+ \d{4}, 00:00 for ever/);
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('status').first()).toContainText(
    /is overridden: maximum amount 5,000\.00 EUR, from \d+ \w+ \d{4}, 00:00 for ever, seen by reading\./,
  );
  await expect(table(page, 'What has changed')).toContainText(/PeriodNot overriddenFrom \d+ \w+ \d{4}, 00:00 for ever/);
});

test('a change of its last day alone is proven by its period', async ({ page }) => {
  await openSection(page, 'limits-override', 'Card controls');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  await table(page, 'Overrides of this limit').getByRole('button', { name: 'Change override' }).click();
  await dialog(page).getByLabel('Until').fill(day(7));
  await dialog(page).getByLabel('Reason').selectOption('A planned purchase');
  const period = /PeriodAt once and for everAt once until \d+ \w+ \d{4}, 23:59/;
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText(period);
  await confirm(page, 'Change');
  await expect(table(page, 'What has changed')).toContainText(period);
});

test('a last day that another rep gave the override meanwhile is told', async ({ page, sandbox }) => {
  await openSection(page, 'limits-override', 'Card controls');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  await table(page, 'Overrides of this limit').getByRole('button', { name: 'Change override' }).click();
  await dialog(page).getByLabel('Sum', { exact: true }).fill('1,500');
  await dialog(page).getByLabel('Reason').selectOption('A planned purchase');
  await somebodyElse(sandbox, 'limits-override', UPDATE, '/velocity-limits/VELOCITY_LIMIT_ECOM/velocity-limit-overrides/planted-e-commerce', {
    activationEndTime: `${day(9)}T20:00:00Z`,
  });
  await confirm(page, 'Change');
  await expect(panel(page).getByRole('alert')).toContainText(/The override sets maximum amount 1,000\.00 EUR, at once until \d+ \w+ \d{4}, \d\d:00\./);
});

test('a maximum count of nought declines everything, and the table says so', async ({ page }) => {
  await openSection(page, 'limits', 'Card controls');
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await dialog(page).getByLabel('Maximum count').selectOption('Up to …');
  await dialog(page).getByLabel('Number', { exact: true }).fill('0');
  await dialog(page).getByLabel('Reason').selectOption('Suspected fraud');
  await press(page, 'Override');
  await confirm(page, 'Decline everything');
  await expect(web(page)).toContainText('Declines everything0');
});

test('an override that has begun is changed, and its days stay as they are', async ({ page, sandbox }) => {
  await openSection(page, 'declined-web-override', 'Card controls');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  const held = table(page, 'Overrides of this limit').getByRole('row').nth(1);
  await expect(held).toContainText('50.00 EUR');
  const days = async () => (await held.textContent())?.match(/\d{1,2} \w+ \d{4}, \d\d:\d\d/g);
  const before = await days();
  expect(before).toHaveLength(2);
  await held.getByRole('button', { name: 'Change override' }).click();
  await dialog(page).getByLabel('Sum', { exact: true }).fill('75');
  await dialog(page).getByLabel('Reason').selectOption('The customer asks for it');
  await confirm(page, 'Change');
  await expect(held).toContainText('75.00 EUR');
  expect(await days()).toEqual(before);
  expect(await sandbox.count(UPDATE)).toBe(1);
});

test('with the keyboard alone a limit is overridden', async ({ page, sandbox }) => {
  await findCaller(page, at('limits'));
  await tabTo(page, page.getByRole('button', { name: 'Security questions' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Verified \d\d:\d\d/ })).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  const begin = web(page).getByRole('button', { name: 'Override', exact: true });
  await expect(begin).toBeEnabled();
  await tabTo(page, begin);
  await page.keyboard.press('Enter');
  await tabTo(page, dialog(page).getByLabel('Maximum amount'));
  await page.keyboard.type('Up');
  await tabTo(page, dialog(page).getByLabel('Sum', { exact: true }));
  await page.keyboard.type('500');
  await tabTo(page, dialog(page).getByLabel('Reason'));
  await page.keyboard.type('The');
  await tabTo(page, dialog(page).getByRole('button', { name: 'Override', exact: true }));
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('status').first()).toContainText('is overridden: maximum amount 500.00 EUR, at once and for ever, seen by reading.');
  expect(await sandbox.count(CREATE)).toBe(1);
});

test('a change that another rep made to the override meanwhile is seen and not overwritten', async ({ page, sandbox }) => {
  await openSection(page, 'limits-override', 'Card controls');
  await web(page).getByRole('button', { name: 'E-commerce' }).click();
  await table(page, 'Overrides of this limit').getByRole('button', { name: 'Change override' }).click();
  await dialog(page).getByLabel('Sum', { exact: true }).fill('1,500');
  await dialog(page).getByLabel('Reason').selectOption('A planned purchase');
  await somebodyElse(sandbox, 'limits-override', UPDATE, '/velocity-limits/VELOCITY_LIMIT_ECOM/velocity-limit-overrides/planted-e-commerce', {
    maximumAmount: euros(77_700),
  });
  await confirm(page, 'Change');
  await expect(panel(page).getByRole('alert')).toContainText('It has changed since you saw it. The override sets maximum amount 777.00 EUR, at once and for ever.');
  await expect(web(page)).toContainText('777.00 EUR');
  await expect(table(page, 'Overrides of this limit')).toContainText('777.00 EUR');
  expect(await sandbox.count(UPDATE)).toBe(0);
  // The form stands over what is read by now: a second look decides.
  await panel(page).getByRole('button', { name: 'Back to the form' }).click();
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText('Maximum amount777.00 EUR1,500.00 EUR');
  await confirm(page, 'Change');
  await expect(web(page)).toContainText('1,500.00 EUR');
  expect(await sandbox.count(UPDATE)).toBe(1);
});

for (const [what, name, done, undone] of [
  ['an override', 'override', 'is overridden', 'was not overridden.'],
  ['a change of an override', 'override-change', 'is changed', 'is as it was.'],
  ['a removal', 'override-remove', 'is removed', 'is still there.'],
] as const) {
  for (const fate of ['done', 'undone'] as const) {
    test(`${what} whose answer is lost and that was ${fate} is settled by reading, and sent once`, async ({ page, sandbox }) => {
      await openSection(page, `${name}-lost-${fate}`, 'Card controls');
      if (name === 'override') {
        await override(page, '5000');
        await confirm(page, 'Override');
      } else if (name === 'override-change') {
        await web(page).getByRole('button', { name: 'E-commerce' }).click();
        await table(page, 'Overrides of this limit').getByRole('button', { name: 'Change override' }).click();
        await dialog(page).getByLabel('Sum', { exact: true }).fill('1,500');
        await dialog(page).getByLabel('Reason').selectOption('A planned purchase');
        await confirm(page, 'Change');
      } else {
        await web(page).getByRole('button', { name: 'Remove override' }).click();
        await confirm(page, 'Remove');
      }
      const said = fate === 'done' ? panel(page).getByRole('status') : panel(page).getByRole('alert');
      await expect(said.first()).toContainText(fate === 'done' ? done : undone, { timeout: 15_000 });
      expect(await sandbox.writes()).toHaveLength(1);
    });
  }
}

test('what cannot be read fails in its own panel', async ({ page }) => {
  await openSection(page, 'limits-fail', 'Card controls');
  await expect(panel(page).getByRole('alert')).toContainText('The velocity limits could not be read');
  await expect(region(page, 'Authorization restrictions').getByRole('alert')).toContainText('The restrictions could not be read');
});

test('a caller who is not verified is asked for before anything is overridden', async ({ page }) => {
  await findCaller(page, at('limits'));
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Card controls' }).click();
  for (const name of ['Velocity limits', 'Authorization restrictions']) {
    const button = table(page, name).getByRole('button', { name: 'Override', exact: true }).first();
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription('Verify the caller first.');
  }
});

test('an override that another rep removed meanwhile is seen to be gone, and nothing is sent', async ({ page, sandbox }) => {
  await openSection(page, 'limits-override', 'Card controls');
  await web(page).getByRole('button', { name: 'Remove override' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Remove', exact: true })).toBeEnabled();
  await somebodyElse(sandbox, 'limits-override', REMOVE, '/velocity-limits/VELOCITY_LIMIT_ECOM/velocity-limit-overrides/planted-e-commerce');
  await confirm(page, 'Remove');
  await expect(panel(page).getByText('is removed already. Nothing was sent.')).toBeVisible();
  await expect(web(page)).toContainText('Product');
  expect(await sandbox.count(REMOVE)).toBe(0);
});

test('a choice that is taken back takes what was wrong with it along', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await override(page, 'much');
  await press(page, 'Override');
  await expectWrong(page, 'Sum', /Write an amount such as 5,000.00/);
  await expect(dialog(page).getByLabel('Sum', { exact: true })).toBeFocused();
  await dialog(page).getByLabel('Maximum amount').selectOption('No limit');
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText('Maximum amount2,500.00 EURNo limit');
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('status').first()).toContainText('is overridden: maximum amount No limit, at once and for ever, seen by reading.');
  expect(await sandbox.count(CREATE)).toBe(1);
});

for (const [rank, priority] of [['the same rank', 4], ['a higher rank', 9]] as const) {
  test(`an override that another rep made meanwhile with ${rank} is seen: nothing is sent, and the next try stands above it`, async ({ page, sandbox }) => {
    await openSection(page, 'limits-override', 'Card controls');
    await override(page, '4000');
    await expectRead(page);
    await somebodyElse(sandbox, 'limits-override', CREATE, '/velocity-limits/VELOCITY_LIMIT_ECOM/velocity-limit-overrides', {
      ...upTo(77_700, priority),
    });
    await confirm(page, 'Override');
    await expect(panel(page).getByRole('alert')).toContainText('It has changed since you saw it. Another override sets maximum amount 777.00 EUR, at once and for ever.');
    await expect(web(page)).toContainText('777.00 EUR');
    expect(await sandbox.count(CREATE)).toBe(0);
    await panel(page).getByRole('button', { name: 'Back to the form' }).click();
    await expect(dialog(page).getByLabel('Sum', { exact: true })).toHaveValue('4000');
    await expectRead(page);
    await confirm(page, 'Override');
    await expect(panel(page).getByRole('status').first()).toContainText('is overridden: maximum amount 4,000.00 EUR, at once and for ever, seen by reading.');
    await expect(web(page)).toContainText('4,000.00 EUR');
    expect(await sandbox.count(CREATE)).toBe(1);
  });
}

test('an override that another rep’s wins over as soon as it is made is not said to be done', async ({ page, sandbox }) => {
  await openSection(page, 'limits-override', 'Card controls');
  await override(page, '4000');
  await expectRead(page);
  await sandbox.hold(CREATE);
  await confirm(page, 'Override');
  await sandbox.holds(1);
  await somebodyElse(sandbox, 'limits-override', CREATE, '/velocity-limits/VELOCITY_LIMIT_ECOM/velocity-limit-overrides', {
    ...upTo(600_000, 9),
  });
  await sandbox.release();
  await expect(panel(page).getByRole('alert')).toContainText(
    'It was sent, and reading again shows something else. The override is there, but another one wins over it, which sets maximum amount 6,000.00 EUR, at once and for ever.',
  );
  await expect(panel(page).getByText('is overridden')).toHaveCount(0);
  await expect(web(page)).toContainText('6,000.00 EUR');
});

for (const [month, hours] of [[3, 23], [10, 25]] as const) {
  test(`an override for the one day on which the clocks change in month ${month} lasts ${hours} hours to the second`, async ({ page, sandbox }) => {
    const changing = clockChange(month);
    await openSection(page, 'limits', 'Card controls');
    await override(page, '5000');
    await dialog(page).getByLabel('From').fill(changing);
    await dialog(page).getByLabel('Until').fill(changing);
    await confirm(page, 'Override');
    await expect(panel(page).getByRole('status').first()).toContainText('seen by reading.');
    const sent = JSON.parse((await sandbox.deeds())[0]?.body ?? '{}') as { activationStartTime: string; activationEndTime: string };
    expect(Date.parse(sent.activationEndTime) - Date.parse(sent.activationStartTime)).toBe(hours * 3_600_000 - 1000);
  });
}
