import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { confirm, dialog } from '../support/desk.ts';
import { day, expectWrong, openSection, region, row, somebodyElse } from '../support/limits.ts';

const CREATE = 'createAuthorizationRestrictionOverride';

const panel = (page: Page) => region(page, 'Authorization restrictions');
const web = (page: Page) => row(page, 'Authorization restrictions', 'E-commerce off');
const press = (page: Page) => dialog(page).getByRole('button', { name: 'Override', exact: true }).click();

async function open(page: Page): Promise<void> {
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await dialog(page).getByLabel('Reason').selectOption('The customer asks for it');
}

test('a restriction is in plain words: blocking it is proven by reading, and allowing it again needs a higher priority', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await expect(web(page)).toContainText('Allowed');
  await open(page);
  await expect(dialog(page).getByLabel('State')).toHaveValue('Blocked');
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText('StateAllowedBlocked');
  await dialog(page).getByLabel('Until').fill(day(3));
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('status').first()).toContainText('is blocked, seen by reading.');
  await expect(web(page)).toContainText('Blocked');
  await expect(web(page)).toContainText('Override');
  const remove = web(page).getByRole('button', { name: 'Remove override' });
  await expect(remove).toBeDisabled();
  await expect(remove).toHaveAccessibleDescription(/The gateway has no call that ends an override of a restriction\./);

  await open(page);
  await expect(dialog(page).getByLabel('State')).toHaveValue('Allowed');
  await dialog(page).getByLabel('Priority').fill('0');
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('alert')).toContainText('is as it was.');
  await panel(page).getByRole('button', { name: 'Back to the form' }).click();
  await expect(dialog(page).getByLabel('Priority')).toHaveValue('0');
  await dialog(page).getByLabel('Priority').fill('1');
  await confirm(page, 'Override');
  await expect(web(page)).toContainText('Allowed');
  expect(await sandbox.count(CREATE)).toBe(3);
});

test('what it applies to is typed with commas, and what is wrong is said beside its field', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await row(page, 'Authorization restrictions', 'Listed countries off').getByRole('button', { name: 'Override', exact: true }).click();
  await press(page);
  await expectWrong(page, 'Reason', /Choose a reason\./);
  await dialog(page).getByLabel('Reason').selectOption('A journey');
  await dialog(page).getByLabel('State').selectOption('Allowed');
  await press(page);
  await expectWrong(page, 'State', /It is allowed already\./);
  await dialog(page).getByLabel('State').selectOption('Blocked');
  await dialog(page).getByLabel('Until').fill(day(-1));
  await press(page);
  await expectWrong(page, 'Until', /Choose today or a later day, or none for ever\./);
  await dialog(page).getByLabel('Until').fill('');
  await dialog(page).getByLabel('Applies to').fill(' 392, 76');
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText('Applies to—Japan (392), Brazil (76)');
  await confirm(page, 'Override');
  const listed = row(page, 'Authorization restrictions', 'Listed countries off');
  await expect(listed).toContainText('Japan (392), Brazil (76)');
  await expect(row(page, 'Authorization restrictions', 'Gambling off')).toContainText('Gambling (7995)');
  await listed.getByRole('button', { name: 'Listed countries off' }).click();
  await expect(region(page, 'Restriction')).toContainText('RESTRICTION_COUNTRIES_OFF');
  await expect(region(page, 'Restriction')).toContainText('StateBlocked, set by: Override');
  expect(await sandbox.count(CREATE)).toBe(1);
});

test('an override that another rep made meanwhile is seen before anything is sent', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await open(page);
  await somebodyElse(sandbox, 'limits', CREATE, '/authorization-restrictions/RESTRICTION_ECOM_OFF/authorization-restriction-overrides', {
    conditionCheck: true,
  });
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('status').first()).toContainText('is blocked already. Nothing was sent.');
  expect(await sandbox.count(CREATE)).toBe(0);
});

test('what another rep made it apply to meanwhile is seen and not overwritten', async ({ page, sandbox }) => {
  const listed = row(page, 'Authorization restrictions', 'Listed countries off');
  await openSection(page, 'declined-in-japan', 'Card controls');
  await listed.getByRole('button', { name: 'Override', exact: true }).click();
  await dialog(page).getByLabel('Reason').selectOption('A journey');
  await somebodyElse(sandbox, 'declined-in-japan', CREATE, '/authorization-restrictions/RESTRICTION_COUNTRIES_OFF/authorization-restriction-overrides', {
    conditionParameters: ['276'],
    priority: 7,
  });
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('alert')).toContainText('It has changed since you saw it. It is blocked now, for Germany (276).');
  await expect(listed).toContainText('Germany (276)');
  expect(await sandbox.count(CREATE)).toBe(0);
});

for (const fate of ['done', 'undone'] as const) {
  test(`an override whose answer is lost and that was ${fate} is settled by reading, and sent once`, async ({ page, sandbox }) => {
    await openSection(page, `restriction-lost-${fate}`, 'Card controls');
    await open(page);
    await confirm(page, 'Override');
    const said = fate === 'done' ? panel(page).getByRole('status') : panel(page).getByRole('alert');
    await expect(said.first()).toContainText(fate === 'done' ? 'is blocked' : 'is as it was.', { timeout: 15_000 });
    expect(await sandbox.count(CREATE)).toBe(1);
  });
}
