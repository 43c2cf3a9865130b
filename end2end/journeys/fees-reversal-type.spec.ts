import type { Page } from '@playwright/test';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { dialog } from '../support/desk.ts';
import { issuingRequests, newest } from '../support/requests.ts';
import { fillFee, postIt, row, verified } from '../support/operations.ts';

test.use({ today: TODAY, reversalFeeType: true });

const said = (page: Page) => page.getByRole('main').getByRole('status').filter({ hasText: 'seen by reading' });

test('an issuer that asks for the type of a fee that is taken back gets the original’s', async ({ page }) => {
  const requests = issuingRequests(page);
  await verified(page, 'two-years');
  await fillFee(page, '15', 'By mistake');
  await postIt(page).click();
  await expect(said(page)).toBeVisible();
  await row(page, /By mistake/).getByRole('link').click();
  await page.getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Reverse fee', exact: true }).click();
  await expect(said(page)).toContainText('15.00 EUR of the fee is taken back');
  expect(newest(requests, '/reverse-fee-operation')?.body).toMatchObject({ feeType: 'MANUAL_FEE' });
});
