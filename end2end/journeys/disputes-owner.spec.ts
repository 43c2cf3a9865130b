import type { Page } from '@playwright/test';
import { chooseAccount } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { atTheDisputes, atTheFolder, fact, folders, GUIDE, timeline } from '../support/disputes.ts';

test.use({ today: TODAY });

const ACTIONS = ['Add posting', 'Add event', 'Add document', 'Generate chargeback'] as const;

/** Finds the guide's folder by its reference, whoever is in view. */
async function findGuides(page: Page): Promise<void> {
  await page.getByLabel('Folder or operation reference').fill(GUIDE.folder);
  await page.getByRole('button', { name: 'Find folder' }).click();
}

async function openFound(page: Page): Promise<void> {
  await page.getByRole('status').getByRole('link', { name: GUIDE.folder }).click();
  await expect(timeline(page)).toBeVisible();
}

test('another customer\'s folder says so where it is found and where it is opened, and takes nothing', async ({ page, sandbox }) => {
  await atTheDisputes(page, 'disputes');
  await findGuides(page);
  const warning = page.getByRole('main').getByRole('alert').filter({ hasText: 'Another customer’s folder.' });
  await expect(warning).toContainText('Its card is none of Dora Disputable’s.');
  await openFound(page);
  await expect(warning).toContainText('find its cardholder first');
  await expect(fact(page, 'Cardholder')).toHaveText('Another customer');
  for (const name of ACTIONS) {
    const button = page.getByRole('main').getByRole('button', { name });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(/another customer’s: its card is none of Dora Disputable’s\.|For the same reason\./);
  }
  expect(await sandbox.writes()).toEqual([]);
});

test('the caller\'s own folder names its cardholder and what stands on the card, in the list as well', async ({ page }) => {
  await atTheFolder(page, 'dispute-states', /Counterfeit card/);
  await expect(fact(page, 'Cardholder')).toHaveText('Stefan Foldered');
  await expect(fact(page, 'Card')).toHaveText(/^•••• \d{4}$/);
  const ending = await fact(page, 'Card').innerText();
  await page.getByRole('link', { name: 'Dispute folders' }).click();
  await expect(folders(page).getByRole('row', { name: /Counterfeit card/ })).toContainText(ending);
});

test('while it is not known whose folder it is, it takes nothing; once it is read, it does', async ({ page, sandbox }) => {
  // The accounts ask twice, and so do the list and the folder.
  await sandbox.fail('listCardContracts', { times: 6 });
  await atTheDisputes(page, GUIDE.address);
  await findGuides(page);
  const warning = page.getByRole('main').getByRole('alert').filter({ hasText: 'Whose folder this is is not known.' });
  await expect(warning).toBeVisible();
  await openFound(page);
  const button = page.getByRole('main').getByRole('button', { name: 'Add posting' });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription('Whose folder this is is not known. This customer’s cards could not be read.');
  await warning.getByRole('button', { name: 'Try again' }).click();
  await expect(fact(page, 'Cardholder')).toHaveText('Gisbert Guidefolder');
  await expect(button).toBeEnabled();
  await expect(warning).toHaveCount(0);
});

test('the list is of all the customer\'s cards, whichever account is in view', async ({ page }) => {
  await atTheDisputes(page, 'several-accounts');
  const none = page.getByRole('status').filter({ hasText: 'None of this customer’s cards is in a dispute.' });
  await expect(none).toBeVisible();
  await chooseAccount(page, /Debit/);
  await expect(none).toBeVisible();
  await atTheDisputes(page, 'dispute-states');
  await expect(page.getByText('The folders of all this customer’s cards, whichever account is in view.')).toBeVisible();
});
