import type { Page } from '@playwright/test';
import { goToSection } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { at, callerName, dialog, findCaller, goTo, match, search, searchBox, sitDown, verify } from '../support/desk.ts';
import { atTheFolder, begin } from '../support/disputes.ts';
import { expect, test } from '../support/fixtures.ts';
import { day, expectWrong, fillTemporaryLimit, openSection } from '../support/limits.ts';
import { fillFee, operationsPanel, postIt, verified } from '../support/operations.ts';

test.use({ today: TODAY });

const CARDS = ['4111111111111111', '378282246310005', '4111 1111 1111 1111', '4111\u200b1111 1111\u00a01111 12/27', '４１１１１１１１１１１１１１１１'];
const NO_CARD = /Write no full card number/;

const takenAs = (page: Page) => page.getByRole('search').getByRole('status');

for (const card of CARDS) {
  test(`what could be a card number is not searched for: ${JSON.stringify(card)}`, async ({ page, sandbox }) => {
    await sitDown(page);
    for (const by of ['Auto', 'Phone', 'External ID', 'Last name'] as const) {
      await search(page, card, by);
      await expect(page.getByRole('main').getByRole('alert')).toContainText('This could be a card number, so nothing was sent.');
    }
    await expect(takenAs(page)).toBeEmpty();
    expect(await sandbox.log()).toEqual([]);
  });
}

test('no field hands a card number on: not of a fee, of a dispute, nor where something is looked up', async ({ page, sandbox }) => {
  await verified(page, 'two-years');
  await fillFee(page, '15', 'Refund for card 4111 1111 1111 1111');
  await expectWrong(page, 'Description', NO_CARD);
  await postIt(page).click();
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByLabel('Description')).toBeFocused();
  await dialog(page).getByLabel('Description').fill('Refund for the card ending in 1111');
  await postIt(page).click();
  await expect(operationsPanel(page).getByRole('status').filter({ hasText: 'seen by reading' })).toBeVisible();
  expect((await sandbox.writes()).length).toBe(1);
});

test('a card number in the event of a dispute, or in the reference of a folder, is not sent', async ({ page, sandbox }) => {
  await atTheFolder(page, 'dispute-states', /Open/);
  await begin(page, 'Add event');
  await dialog(page).getByLabel('Message').fill('Card\n4242424242424242\twas copied');
  await dialog(page).getByRole('button', { name: 'Add event' }).click();
  await expectWrong(page, 'Message', NO_CARD);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await goTo(page, 'Disputes');
  const before = (await sandbox.log()).length;
  await page.getByLabel('Folder or operation reference').fill('378282246310005');
  await page.getByRole('button', { name: 'Find folder' }).click();
  await expect(page.getByLabel('Folder or operation reference')).toHaveAccessibleDescription(NO_CARD);
  expect((await sandbox.log()).length).toBe(before);
});

for (const phone of ['\u202d+1 508 555 0142\u202c', '\u2068+15085550142\u2069', '508\u2212555\u22120142', '５０８５５５０１４２']) {
  test(`a telephone number copied from elsewhere finds its owner: ${JSON.stringify(phone)}`, async ({ page }) => {
    await sitDown(page);
    await searchBox(page).fill(phone);
    await expect(takenAs(page)).toHaveText('Taken as phone number 5085550142');
    await searchBox(page).press('Enter');
    await expect(match(page, 'Miguel Alvarez')).toBeVisible();
  });
}

test('trunk zeros and prefixes of another country leave one number', async ({ page }) => {
  await sitDown(page);
  for (const phone of ['+44 (0)20 7946 0958', '011 44 20 7946 0958']) {
    await searchBox(page).fill(phone);
    await expect(takenAs(page)).toHaveText('Taken as phone number 442079460958');
  }
});

for (const address of ['pauls_wallet@yahoo.com\u200b', 'mailto:pauls_wallet@yahoo.com', 'Paul Casey <pauls_wallet@yahoo.com>', 'PAULS_WALLET@YAHOO.COM']) {
  test(`an address is found with what was copied along: ${JSON.stringify(address)}`, async ({ page }) => {
    await findCaller(page, address);
    await expect(callerName(page)).toHaveText('Paul Casey');
  });
}

test('an ID is found with an invisible sign behind it', async ({ page }) => {
  await findCaller(page, 'vmiTxZcaSEym\u200b');
  await expect(callerName(page)).toHaveText('Paul Casey');
});

for (const [typed, name] of [
  ['O’Shaughnessy', "Sinéad O'Shaughnessy"],
  ['O‘Shaughnessy', "Sinéad O'Shaughnessy"],
  ['OʻShaughnessy', "Sinéad O'Shaughnessy"],
  ["D'Alessandro", 'Chiara D’Alessandro'],
  ['Künstler', 'Jo\u0308rg Ku\u0308nstler'],
  ['Mary Ann Featherstone', 'Mary Ann Featherstone'],
  ['Featherstone Mary Ann', 'Mary Ann Featherstone'],
] as const) {
  test(`a name is found in whatever spelling and order: ${typed}`, async ({ page }) => {
    await findCaller(page, typed);
    await expect(callerName(page)).toHaveText(name);
  });
}

test('what was recognised wrongly is looked for by another kind with one click', async ({ page, sandbox }) => {
  await sitDown(page);
  await search(page, '402609123');
  const main = page.getByRole('main');
  await expect(main.getByRole('status')).toHaveText('No customer has this phone number.');
  await main.getByRole('button', { name: 'Search by external ID' }).click();
  await expect(main.getByRole('status')).toHaveText('No customer has this external ID.');
  await expect(page.getByRole('radio', { name: 'External ID' })).toBeChecked();
  await expect(main.getByRole('button', { name: 'Search by customer ID' })).toBeVisible();
  expect(await sandbox.count('retrieveCustomer')).toBe(1);
  await searchBox(page).fill('VanDenBroeck');
  await page.getByRole('radio', { name: 'Auto' }).check();
  await expect(takenAs(page)).toHaveText('Taken as last name');
});

test('a year of two digits is asked for in full', async ({ page, sandbox }) => {
  await verified(page, 'two-years');
  await fillFee(page, '15');
  await dialog(page).getByLabel('Counts from').fill('0025-07-15');
  await postIt(page).click();
  await expectWrong(page, 'Counts from', /Write the year in full, with four digits\.$/);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await operationsPanel(page).getByLabel('From', { exact: true }).fill('0025-01-01');
  await operationsPanel(page).getByRole('button', { name: 'Show', exact: true }).click();
  await expect(operationsPanel(page).getByLabel('From', { exact: true })).toHaveAccessibleDescription(/year in full/);
  expect(await sandbox.writes()).toEqual([]);
});

for (const amount of ['5,000.00 EUR', '€5,000', '5,000.00\u00a0EUR', 'EUR 5000']) {
  test(`an amount is taken with its currency: ${JSON.stringify(amount)}`, async ({ page, sandbox }) => {
    await verified(page, 'two-years');
    await fillFee(page, amount);
    await postIt(page).click();
    await expect(operationsPanel(page).getByRole('status').filter({ hasText: 'The fee of 5,000.00 EUR is posted' })).toBeVisible();
    expect((await sandbox.postedByHand(at('two-years')))[0]).toMatchObject({ value: 500_000 });
  });
}

test('an amount in another currency, or in another way of writing, is asked back', async ({ page, sandbox }) => {
  await verified(page, 'two-years');
  await fillFee(page, '$5,000');
  await postIt(page).click();
  await expectWrong(page, 'Amount', /Write an amount in EUR and nothing else/);
  await dialog(page).getByLabel('Amount', { exact: true }).fill('10,00');
  await postIt(page).click();
  await expectWrong(page, 'Amount', /If you mean 10\.00, write it so: 10\.00\.$/);
  expect(await sandbox.writes()).toEqual([]);
});

test('amounts are typed as the locale writes them', async ({ page, sandbox }) => {
  await page.route('**/config.json', async (route) => {
    const configuration = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...configuration, locale: 'de-DE' } });
  });
  await verified(page, 'two-years');
  await fillFee(page, '1,234.50');
  await postIt(page).click();
  await expectWrong(page, 'Amount', /If you mean 1\.234,50, write it so: 1\.234,50\.$/);
  await dialog(page).getByLabel('Amount', { exact: true }).fill('1.234,50');
  await postIt(page).click();
  await expect(operationsPanel(page).getByRole('status').filter({ hasText: 'The fee of 1.234,50 EUR is posted' })).toBeVisible();
  expect((await sandbox.postedByHand(at('two-years')))[0]).toMatchObject({ value: 123_450 });
});

test('"for ever" is the last day there is, and never before the first', async ({ page, sandbox }) => {
  await openSection(page, 'limits', 'Limits');
  await fillTemporaryLimit(page, '750', day(0), '9999-12-31');
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(async () => (await sandbox.deeds()).map((deed) => JSON.parse(deed.body).activationEndTime)).toEqual([expect.stringMatching(/^9999-12-31T/)]);
});

test('a card number is not typed into the search of an open caller either', async ({ page, sandbox }) => {
  await findCaller(page, at('limits'));
  await verify(page);
  await goToSection(page, 'Limits');
  const before = (await sandbox.log()).length;
  await search(page, '5555 5555 5555 4444');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This could be a card number');
  expect((await sandbox.log()).length).toBe(before);
});
