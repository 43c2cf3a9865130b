import type { Page } from '@playwright/test';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { confirm, dialog } from '../support/desk.ts';
import { day, expectRead, expectWrong, openSection, region, row, somebodyElse, table } from '../support/limits.ts';

test.use({ today: TODAY });

const CREATE = 'createAuthorizationRestrictionOverride';
const UPDATE = 'updateAuthorizationRestrictionOverride';
const REMOVE = 'deleteAuthorizationRestrictionOverride';
const OVERRIDES = '/authorization-restrictions/RESTRICTION_ECOM_OFF/authorization-restriction-overrides';
const PLANTED = `${OVERRIDES}/planted-e-commerce-off`;

const panel = (page: Page) => region(page, 'Authorization restrictions');
const web = (page: Page) => row(page, 'Authorization restrictions', 'E-commerce off');
const press = (page: Page, verb = 'Override') => dialog(page).getByRole('button', { name: verb, exact: true }).click();
const held = (page: Page) => table(page, 'Overrides of this restriction').getByRole('row');
const choose = (page: Page) => web(page).getByRole('button', { name: 'E-commerce off' }).click();

async function open(page: Page): Promise<void> {
  await web(page).getByRole('button', { name: 'Override', exact: true }).click();
  await dialog(page).getByLabel('Reason').selectOption('The customer asks for it');
}

/** Opens the dialog that changes the planted override. */
async function change(page: Page): Promise<void> {
  await choose(page);
  await held(page).getByRole('button', { name: 'Change override' }).click();
  await dialog(page).getByLabel('Reason').selectOption('The customer asks for it');
}

test('a restriction is in plain words: it is blocked for a while, proven by reading, and the override is removed again', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  await expect(web(page)).toContainText('Allowed');
  await open(page);
  await expect(dialog(page).getByLabel('State')).toHaveValue('Blocked');
  await dialog(page).getByLabel('Until').fill(day(3));
  const change = dialog(page).getByRole('table', { name: 'What will change' });
  await expect(change).toContainText(/E-commerce off, account …\d{4}/);
  await expect(change).toContainText('StateAllowedBlocked');
  await expect(change).toContainText(/Period—At once until \d+ \w+ \d{4}, 23:59/);
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('status').first()).toContainText(/is blocked, at once until \d+ \w+ \d{4}, 23:59, seen by reading\./);
  await expect(web(page)).toContainText('Blocked');
  await expect(web(page)).toContainText('Override');
  await web(page).getByRole('button', { name: 'Remove override' }).click();
  await expect(dialog(page)).toContainText('E-commerce off');
  await confirm(page, 'Remove');
  await expect(panel(page).getByText('is removed, seen by reading.')).toBeVisible();
  await expect(web(page)).toContainText('Allowed');
  await expect(web(page)).toContainText('Product');
  await expect(web(page).getByRole('button', { name: 'Remove override' })).toHaveCount(0);
  expect((await sandbox.writes()).map((call) => call.operation)).toEqual([CREATE, REMOVE]);
});

test('blocked, allowed and blocked again: the next free priority is proposed, and one that is taken is refused beside its field', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Card controls');
  for (const [state, next] of [['Blocked', undefined], ['Allowed', '1'], ['Blocked', '2']] as const) {
    await open(page);
    await expect(dialog(page).getByLabel('State')).toHaveValue(state);
    const priority = dialog(page).getByLabel('Priority', { exact: true });
    if (next !== undefined) await expect(priority).toHaveAccessibleDescription(new RegExp(`Without one it is ${next}, the next free one above all\\.`));
    if (next === '2') {
      await priority.fill('1');
      await press(page);
      await expectWrong(page, 'Priority', /Another override that counts at the same time has priority 1\. The next free one above all is 2\./);
      await expect(priority).toBeFocused();
      await priority.fill('');
    }
    await confirm(page, 'Override');
    await expect(web(page)).toContainText(state);
  }
  await choose(page);
  await expect(held(page)).toHaveCount(4);
  await expect(held(page).nth(1)).toContainText('BlockedNot overriddenAt onceFor ever2');
  await expect(held(page).nth(3)).toContainText('BlockedNot overriddenAt onceFor ever0');
  // Which of the three is meant is not guessed.
  await web(page).getByRole('button', { name: 'Remove override' }).click();
  await press(page, 'Remove');
  await expect(dialog(page).getByRole('alert')).toContainText('Open its row, and remove it there.');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await held(page).nth(1).getByRole('button', { name: 'Remove override' }).click();
  await confirm(page, 'Remove');
  await expect(web(page)).toContainText('Allowed');
  await expect(held(page)).toHaveCount(3);
  expect(await sandbox.count(CREATE)).toBe(3);
  expect(await sandbox.count(REMOVE)).toBe(1);
});

test('an override that begins later is listed, and proven before it counts', async ({ page }) => {
  await openSection(page, 'limits', 'Card controls');
  await open(page);
  await dialog(page).getByLabel('From').fill(day(30));
  await dialog(page).getByLabel('Until').fill(day(29));
  await press(page);
  await expectWrong(page, 'Until', /Choose a day that is not before “From”\./);
  await dialog(page).getByLabel('Until').fill(day(31));
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('status').first()).toContainText(/is blocked, from .*, 00:00 until .*, 23:59, seen by reading\./);
  await expect(web(page)).toContainText('Allowed');
  await choose(page);
  await expect(held(page).nth(1)).toContainText('Blocked');
});

test('an override of a lower priority is proven, and says what wins over it', async ({ page }) => {
  await openSection(page, 'restriction-override', 'Card controls');
  await open(page);
  await dialog(page).getByLabel('State').selectOption('Allowed');
  await dialog(page).getByLabel('Priority', { exact: true }).fill('1');
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('status').first()).toContainText('seen by reading.');
  await expect(table(page, 'What has changed')).toContainText('What wins over it—The override of priority 3: blocked, at once and for ever');
  await expect(web(page)).toContainText('Blocked');
});

test('when an override was changed is shown, and that the gateway does not say by whom', async ({ page, sandbox }) => {
  await openSection(page, 'restriction-override', 'Card controls');
  await somebodyElse(sandbox, 'restriction-override', UPDATE, PLANTED, { conditionParameters: ['276'] });
  await choose(page);
  await held(page).nth(1).getByRole('button', { name: 'When it was changed' }).click();
  await expect(region(page, 'When it was changed')).toContainText('The gateway does not say by whom.');
  await expect(row(page, 'Changes of this override', 'Update')).toBeVisible();
});

test('an override is changed: only what differs is sent, and it is proven', async ({ page, sandbox }) => {
  await openSection(page, 'restriction-override', 'Card controls');
  await change(page);
  await expect(dialog(page).getByLabel('State')).toHaveValue('Blocked');
  await expect(dialog(page).getByLabel('Priority', { exact: true })).toHaveValue('3');
  await press(page, 'Change');
  await expectWrong(page, 'State', /Nothing is different from what the override sets already\./);
  await dialog(page).getByLabel('Until').fill(day(7));
  await dialog(page).getByLabel('State').selectOption('Allowed');
  await confirm(page, 'Change');
  await expect(panel(page).getByRole('status').first()).toContainText(/is changed: allowed, at once until .*, 23:59, seen by reading\./);
  await expect(table(page, 'What has changed')).toContainText(/StateBlockedAllowedPeriodAt once and for everAt once until/);
  await expect(web(page)).toContainText('Allowed');
  const [deed] = await sandbox.deeds();
  expect(Object.keys(JSON.parse(deed?.body ?? '{}') as object).sort()).toEqual(['activationEndTime', 'conditionCheck']);
});

test('a change that another rep made to the override meanwhile is seen and not overwritten', async ({ page, sandbox }) => {
  await openSection(page, 'restriction-override', 'Card controls');
  await change(page);
  await dialog(page).getByLabel('State').selectOption('Allowed');
  await somebodyElse(sandbox, 'restriction-override', UPDATE, PLANTED, { conditionParameters: ['276'] });
  await confirm(page, 'Change');
  await expect(panel(page).getByRole('alert')).toContainText(
    'It has changed since you saw it. The override sets: blocked, for Germany (276), at once and for ever.',
  );
  expect(await sandbox.count(UPDATE)).toBe(0);
  await expect(held(page).nth(1)).toContainText('Germany (276)');
  await panel(page).getByRole('button', { name: 'Back to the form' }).click();
  await expect(dialog(page).getByRole('table', { name: 'What will change' })).toContainText('Applies toGermany (276)');
});

test('an override that another rep removed meanwhile is seen to be gone, and nothing is sent', async ({ page, sandbox }) => {
  await openSection(page, 'restriction-override', 'Card controls');
  await choose(page);
  await held(page).getByRole('button', { name: 'Remove override' }).click();
  await somebodyElse(sandbox, 'restriction-override', REMOVE, PLANTED);
  await confirm(page, 'Remove');
  await expect(panel(page).getByText('is removed already. Nothing was sent.')).toBeVisible();
  await expect(web(page)).toContainText('Product');
  expect(await sandbox.count(REMOVE)).toBe(0);
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
  await dialog(page).getByLabel('Applies to').fill('Japan, 76');
  await press(page);
  await expectWrong(page, 'Applies to', /“Japan” is the code of no country and of no merchant category\. Write codes: 392 for Japan, 7995 for gambling\./);
  await expect(dialog(page).getByLabel('Applies to')).toBeFocused();
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
  await expectRead(page);
  await somebodyElse(sandbox, 'limits', CREATE, '/authorization-restrictions/RESTRICTION_ECOM_OFF/authorization-restriction-overrides', {
    conditionCheck: true,
  });
  await confirm(page, 'Override');
  await expect(panel(page).getByRole('status').first()).toContainText('is blocked, at once and for ever already. Nothing was sent.');
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

for (const [what, name, done, undone] of [
  ['an override', 'restriction', 'is blocked', 'is as it was.'],
  ['a change of an override', 'restriction-change', 'is changed', 'is as it was.'],
  ['a removal', 'restriction-remove', 'is removed', 'is still there.'],
] as const) {
  for (const fate of ['done', 'undone'] as const) {
    test(`${what} whose answer is lost and that was ${fate} is settled by reading, and sent once`, async ({ page, sandbox }) => {
      await openSection(page, `${name}-lost-${fate}`, 'Card controls');
      if (name === 'restriction') {
        await open(page);
        await confirm(page, 'Override');
      } else if (name === 'restriction-change') {
        await change(page);
        await dialog(page).getByLabel('State').selectOption('Allowed');
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
