import type { Page } from '@playwright/test';
import { goToSection } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { confirm, dialog, goTo } from '../support/desk.ts';
import { atTheFolder, begin, moment } from '../support/disputes.ts';
import { expect, test } from '../support/fixtures.ts';
import { fillFee, operationsPanel, postIt, row, verified } from '../support/operations.ts';

test.use({ today: TODAY });

const CARD = '4242424242424242';
const MASKED = '424242******4242';

/** Nowhere on the page: neither in sight nor in what lies behind it. */
async function isNowhere(page: Page): Promise<void> {
  const everything = await page.evaluate(() => `${document.title} ${location.href} ${document.documentElement.outerHTML}`);
  expect(everything).not.toContain(CARD);
}

test('a card number that somebody wrote into a fee is masked in list, detail, overview and statement', async ({ page }) => {
  await verified(page, 'two-years');
  await fillFee(page, '15', `Ersatz 2 ${CARD} 12/27`);
  await postIt(page).click();
  await expect(operationsPanel(page).getByRole('status').filter({ hasText: 'seen by reading' })).toBeVisible();
  await expect(row(page, `Ersatz 2 ${MASKED} 12/27`)).toBeVisible();
  await isNowhere(page);
  await row(page, `Ersatz 2 ${MASKED} 12/27`).getByRole('link').click();
  await expect(page.getByRole('heading', { name: `Ersatz 2 ${MASKED} 12/27` })).toBeVisible();
  await isNowhere(page);
  await goTo(page, 'Overview');
  await expect(page.getByRole('region', { name: 'Recent operations' }).getByRole('link', { name: `Ersatz 2 ${MASKED} 12/27` })).toBeVisible();
  await isNowhere(page);
  await goToSection(page, 'Statements');
  await page.getByRole('link', { name: 'Open cycle' }).click();
  await expect(page.getByRole('link', { name: `Ersatz 2 ${MASKED} 12/27` })).toBeVisible();
  await isNowhere(page);
});

test('a card number in an event of a dispute is masked in its story', async ({ page }) => {
  await atTheFolder(page, 'dispute-states', /Open/);
  await begin(page, 'Add event');
  await dialog(page).getByLabel('Message').fill(`Card ${CARD} was copied`);
  await confirm(page, 'Add event');
  await expect(moment(page, `Card ${MASKED} was copied`)).toBeVisible();
  await isNowhere(page);
});
