import type { Page, Route } from '@playwright/test';
import { findKnown, goToSection, summary } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { devicesPanel, findCaller, goTo } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';
import { operations, rows, section } from '../support/operations.ts';

test.use({ today: TODAY });

// Whatever is still on its way ends with the journey.
test.afterEach(async ({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

const CARD = '4242424242424242';
const MASKED = '424242******4242';

/** What a gateway that says too much, or says it backwards, puts into these fields. */
const PLANTED: Record<string, string> = {
  lastName: CARD,
  city: '\u202eAPSU',
  state: `${CARD}\n12/27`,
  operationKind: `Kind ${CARD}`,
  operationCode: '4242 4242\t4242 4242',
  status: `\u2066${CARD}`,
  description: `Order 12345\n${CARD}`,
  cardAcceptorName: '４２４２４２４２４２４２４２４２',
  cardAcceptorCity: `${CARD}1227`,
  cardAcceptorCountry: CARD,
  acquirerReferenceData: CARD,
  cardAcceptorIdCode: `\u202e${CARD}`,
  nickName: CARD,
  deviceName: `Phone 4242\u200b4242\u200b4242\u200b4242`,
};

/** The same answer with what is planted. */
function planted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(planted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, typeof inner === 'string' ? (PLANTED[key] ?? inner) : planted(inner)]);
  return Object.fromEntries(entries);
}

/** The sandbox takes care of what it says, so a gateway that does not is played on the way. */
async function sayTooMuch(page: Page): Promise<void> {
  const change = async (route: Route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.startsWith('{') ? JSON.stringify(planted(JSON.parse(text))) : text });
  };
  await page.route(/\/(b2b-gateway|api\/v2)\//, change);
}

/** Nothing on the page holds the number, in the digits of whatever script, or turns what stands around it. */
async function isClean(page: Page): Promise<void> {
  const everything = await page.evaluate(() => `${document.title} ${location.href} ${document.documentElement.outerHTML}`);
  expect(everything.normalize('NFKC').replaceAll(/[^0-9*<>]/g, '')).not.toContain(CARD);
  expect(everything).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
}

test('whatever field the gateway writes a card number into, no screen shows it', async ({ page }) => {
  await sayTooMuch(page);
  await findKnown(page, 'two-years');
  await expect(page.getByRole('heading', { level: 1, name: `Tilda ${MASKED}` })).toBeVisible();
  await expect(page.getByText(/^APSU/).first()).toBeVisible();
  await isClean(page);
  await section(page);
  await expect(rows(operations(page)).first()).toBeVisible();
  await isClean(page);
  await rows(operations(page)).first().click();
  await expect(page.getByText(`Order 12345 ${MASKED}`).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy poster' })).toBeVisible();
  await isClean(page);
  await goTo(page, 'Overview');
  await expect(page.getByRole('region', { name: 'Recent operations' }).getByRole('link').first()).toBeVisible();
  await isClean(page);
  await goToSection(page, 'Statements');
  await page.getByRole('link', { name: 'Open cycle' }).click();
  await expect(summary(page)).toBeVisible();
  await isClean(page);
});

test('the names of devices are clean', async ({ page }) => {
  await sayTooMuch(page);
  await findCaller(page, 'active@sandbox.example');
  await expect(devicesPanel(page).getByRole('listitem').first()).toContainText(`Phone ${MASKED}`);
  await isClean(page);
});

test('the gateway’s own codes and words of a refusal are clean', async ({ page }) => {
  const status = {
    statusCode: 'FAILED',
    statusDescription: CARD,
    statusDetails: [{ statusCode: `Card ${CARD}`, statusDescription: `\u202e${CARD}\n12/27`, statusType: CARD }],
  };
  await page.route('**/b2b-gateway/**', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    if (text.includes('"retrieveCustomerDevicesResponse"')) await route.fulfill({ json: { retrieveCustomerDevicesResponse: { status } } });
    else await route.fulfill({ response });
  });
  await findCaller(page, 'active@sandbox.example');
  await expect(devicesPanel(page).getByText(`Card ${MASKED}`).first()).toBeAttached();
  await isClean(page);
});

test('what is typed about a caller goes to no spelling service, and the page is not translated', async ({ page }) => {
  await findKnown(page, 'two-years');
  await section(page);
  await expect(page.locator('html')).toHaveAttribute('translate', 'no');
  await expect(page.locator('meta[name="google"]')).toHaveAttribute('content', 'notranslate');
  const fields = page.getByRole('textbox').or(page.getByRole('searchbox'));
  await expect(fields.first()).toBeVisible();
  for (const field of await fields.all()) {
    expect(await field.evaluate((one: HTMLInputElement) => [one.spellcheck, one.translate])).toEqual([false, false]);
  }
});
