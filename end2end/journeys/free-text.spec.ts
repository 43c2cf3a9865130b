import type { Page } from '@playwright/test';
import { goToSection } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { at, findCaller, goTo } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';
import { row, section } from '../support/operations.ts';

test.use({ today: TODAY });

const CARD = '4242424242424242';
const MASKED = '424242******4242';

/** Nowhere on the page: neither in sight nor in what lies behind it. */
async function isNowhere(page: Page): Promise<void> {
  const everything = await page.evaluate(() => `${document.title} ${location.href} ${document.documentElement.outerHTML}`);
  expect(everything).not.toContain(CARD);
}

test('a card number that another system wrote into a fee is masked in list, detail, overview and statement', async ({ page, sandbox }) => {
  await sandbox.onAccount(at('two-years'), 'postFeeOperation', 'post-fee-operation', {
    feeType: 'MANUAL_FEE',
    description: `Ersatz 2 ${CARD} 12/27`,
    referenceAmount: { value: 1500, exponent: 2, isoCode: 'EUR' },
    adjustment: false,
    externalOperationReference: 'of-another',
    externalOperationDate: '2025-07-15T08:00:00Z',
    externalOperationServicePoster: 'BACKOFFICE',
  });
  await findCaller(page, at('two-years'));
  await section(page);
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
