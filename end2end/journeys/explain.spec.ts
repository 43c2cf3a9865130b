import type { Page } from '@playwright/test';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { at, findCaller, goTo } from '../support/desk.ts';
import { accountChooser, accountPanel, goToSection } from '../support/accounts.ts';
import { day, euros, openSection, region, row, somebodyElse, upTo } from '../support/limits.ts';

test.use({ today: TODAY });

/** The known customers whose newest payment was declined, and the cause that was planted. */
const PLANTED: Record<string, string> = {
  'declined-shop-limit': 'Velocity limit: Shops',
  'declined-web-limit': 'Velocity limit: E-commerce',
  'declined-cash-limit': 'Velocity limit: Cash machines',
  'declined-touch-limit': 'Velocity limit: Contactless',
  'declined-cash-count': 'Velocity limit: Cash machines',
  'declined-touch-count': 'Velocity limit: Contactless',
  'declined-web-override': 'Override of a velocity limit: E-commerce',
  'declined-web-off': 'Override of a velocity limit: E-commerce',
  'declined-cash-off': 'Override of a velocity limit: Cash machines',
  'declined-shop-count': 'Override of a velocity limit: Shops',
  'declined-limit-named': 'Velocity limit: E-commerce',
  'declined-credit': 'Credit limit',
  'declined-credit-figures': 'Credit limit',
  'declined-lowered-credit': 'Temporary credit limit',
  'declined-restriction-named': 'Override of a restriction: Cash machines off',
  'declined-card-blocked': 'Card',
  'declined-card-expired': 'Card',
  'declined-card-unknown': 'Card',
  'declined-fraud': 'Fraud check',
  'declined-digits-missing': 'What was entered',
  'declined-digits-wrong': 'What was entered',
  'declined-stripe': 'What was entered',
  'declined-authentication': 'What was entered',
  'declined-chip': 'What was entered',
  'declined-pin': 'What was entered',
  'declined-pin-nearly': 'What was entered',
  'declined-pin-blocked': 'What was entered',
  'declined-not-offered': 'Product',
  'declined-merchant': 'Merchant',
  'declined-fault': 'Fault on the way',
  'declined-timeout': 'Fault on the way',
};

/** Those whose cause the gateway's answers do not contain. */
const NOT_KNOWN = [
  'declined-other',
  'declined-unknown',
  'declined-no-reason',
  'declined-some-limit',
  'declined-two-limits',
  'declined-some-restriction',
  'declined-in-japan',
  'declined-gambling',
  'declined-web-blocked',
  'declined-past-restriction',
];

const line = (page: Page) => page.getByRole('status', { name: 'What stands in the way' });

test('every known customer whose payment was declined is in one of the two lists', async ({ sandbox }) => {
  const known = (await sandbox.known()).map(({ search }) => search).filter((search) => search.startsWith('declined-'));
  expect(known.sort()).toEqual([...Object.keys(PLANTED), ...NOT_KNOWN].map(at).sort());
  expect(Object.keys(PLANTED).length).toBeGreaterThanOrEqual(30);
  expect(NOT_KNOWN.length).toBeGreaterThanOrEqual(5);
});

const names = Object.keys(PLANTED);
for (let first = 0; first < names.length; first += 12) {
  test(`the line on top names the planted cause and a fix: customers ${first + 1} and on`, async ({ page }) => {
    test.slow();
    for (const name of names.slice(first, first + 12)) {
      await findCaller(page, at(name));
      await expect(line(page), name).toContainText(`A payment was declined on`);
      await expect(line(page), name).toContainText(`: ${PLANTED[name]}.`);
    }
  });
}

test('a cause that the answers do not contain is said to be not known, and never guessed', async ({ page }) => {
  test.slow();
  for (const name of NOT_KNOWN) {
    await findCaller(page, at(name));
    await expect(line(page), name).toContainText('and why is not known.');
  }
});

test('what an override blocks now is not said to have been blocked then', async ({ page, sandbox }) => {
  await somebodyElse(sandbox, 'declined-past-restriction', 'createAuthorizationRestrictionOverride', '/authorization-restrictions/RESTRICTION_ATM_OFF/authorization-restriction-overrides', {
    conditionCheck: true,
  });
  await findCaller(page, at('declined-past-restriction'));
  await expect(line(page)).toContainText('and why is not known.');
  await expect(line(page)).toContainText('Only “Cash machines off” is blocked now, by an override; since when is not stated.');
  await openAuthorization(page);
  await expect(why(page)).toContainText('CauseNot known');
  await expect(why(page)).not.toContainText('Allow it');
});

test('the line leads to where the fix is', async ({ page }) => {
  await findCaller(page, at('declined-web-off'));
  await line(page).getByRole('link', { name: 'Card controls' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Card controls', exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Velocity limits' }).getByRole('row').filter({ hasText: 'E-commerce' })).toContainText(
    'Declines everything',
  );
});

test('a wallet that is locked comes before everything else, and no payment is looked for', async ({ page, sandbox }) => {
  await findCaller(page, 'pauls_wallet@yahoo.com');
  await expect(line(page)).toContainText('Locked: too many failed log-ins.');
  await expect(region(page, 'Limits')).toContainText('Permanent limit');
  expect(await sandbox.count('listAuthorizations')).toBe(0);
});

test('the line waits for the answers, and says nothing that it would take back', async ({ page, sandbox }) => {
  await sandbox.hold('listVelocityLimits');
  await findCaller(page, at('declined-web-off'));
  await expect(line(page)).toHaveText('The wallet works. Limits, controls and the last payments are being looked at.');
  await sandbox.holds(1);
  await expect(line(page)).toHaveText('The wallet works. Limits, controls and the last payments are being looked at.');
  await sandbox.release();
  await expect(line(page)).toContainText('Override of a velocity limit: E-commerce.');
});

test('what a rep looks at first does not wait for the line: its questions follow the balance, each once', async ({ page, sandbox }) => {
  const READS = ['retrieveAccountCreditLimit', 'listTemporaryCreditLimits', 'listVelocityLimits', 'listAuthorizationRestrictions', 'listAuthorizations'] as const;
  await sandbox.hold('retrieveAccountBalance');
  await findCaller(page, at('limits'));
  await sandbox.holds(1);
  await expect(region(page, 'Recent operations').getByText('Nothing was posted in the last 30 days.')).toBeVisible();
  for (const read of READS) expect(await sandbox.count(read), read).toBe(0);
  await sandbox.release();
  await expect(line(page)).toHaveText('The wallet works. Nothing that was read stands in the caller’s way.');
  await goTo(page, 'Devices');
  await goTo(page, 'Overview');
  await expect(region(page, 'Limits')).toContainText('Permanent limit3,000.00 EUR');
  for (const read of READS) expect(await sandbox.count(read), read).toBe(1);
});

test('where something could not be read the line says so', async ({ page }) => {
  await findCaller(page, at('limits-fail'));
  await expect(line(page)).toContainText('The wallet works. Not everything could be read');
  await expect(region(page, 'Limits').getByRole('alert').first()).toContainText('The credit limit could not be read');
});

/** What reads everything again that the line is made of. */
const readAgain = (page: Page) => page.getByRole('button', { name: 'Refresh what stands in the way' });

test('an authorization that cannot be read in full is said to be so, and reading again names the cause', async ({ page, sandbox }) => {
  await sandbox.fail('retrieveAuthorization', { times: 2 });
  await findCaller(page, at('declined-shop-limit'));
  await expect(line(page)).toContainText('and why is not known. It was over a limit. Which is not known: the authorization could not be read in full');
  await readAgain(page).click();
  await expect(line(page)).toContainText(': Velocity limit: Shops.');
});

test('what somebody else changes during the call is seen when the line is read again, whatever section is in view', async ({ page, sandbox }) => {
  const READS = ['retrieveAccountBalance', 'retrieveAccountCreditLimit', 'listTemporaryCreditLimits', 'listVelocityLimits', 'listAuthorizationRestrictions', 'listAuthorizations', 'retrieveCustomerDevices'] as const;
  await findCaller(page, at('limits'));
  await expect(line(page)).toHaveText('The wallet works. Nothing that was read stands in the caller’s way.');
  await somebodyElse(sandbox, 'limits', 'createVelocityLimitOverride', '/velocity-limits/VELOCITY_LIMIT_ECOM/velocity-limit-overrides', {
    ...upTo(0, 0),
  });
  await goTo(page, 'Devices');
  for (const read of READS) expect(await sandbox.count(read), read).toBe(1);
  await readAgain(page).click();
  await expect(line(page)).toContainText('An override declines everything in “E-commerce”.');
  for (const read of READS) expect(await sandbox.count(read), read).toBe(2);
});

test('what could not be read again is not taken for what is so', async ({ page, sandbox }) => {
  await findCaller(page, at('limits'));
  await expect(line(page)).toHaveText('The wallet works. Nothing that was read stands in the caller’s way.');
  await sandbox.fail('listVelocityLimits', { times: 2 });
  await readAgain(page).click();
  await expect(line(page)).toContainText('The wallet works. Not everything could be read');
});

for (const [section, panel, read] of [
  ['Limits', 'Credit limit', 'retrieveAccountCreditLimit'],
  ['Limits', 'Temporary credit limits', 'listTemporaryCreditLimits'],
  ['Card controls', 'Velocity limits', 'listVelocityLimits'],
  ['Card controls', 'Authorization restrictions', 'listAuthorizationRestrictions'],
] as const) {
  test(`${panel}: when it was read is shown, and it alone is read again`, async ({ page, sandbox }) => {
    await openSection(page, 'limits', section);
    await expect(region(page, panel)).toContainText(/Read \d\d:\d\d/);
    expect(await sandbox.count(read)).toBe(1);
    await region(page, panel).getByRole('button', { name: /^Refresh/ }).click();
    await expect.poll(() => sandbox.count(read)).toBe(2);
  });
}

test('where a lower limit counts and nothing is left, deleting it is the fix and no other limit', async ({ page, sandbox }) => {
  await somebodyElse(sandbox, 'two-years', 'createTemporaryCreditLimit', '/temporary-credit-limits', {
    temporaryCreditLimitAmount: euros(100),
    activationEndTime: `${day(30)}T00:00:00Z`,
  });
  await findCaller(page, at('two-years'));
  await expect(line(page)).toContainText('Nothing is left to spend: open to buy is −');
  await expect(line(page)).toContainText('A temporary limit lowers the credit to 1.00 EUR until');
  await expect(line(page)).not.toContainText('so does a temporary limit');
});

test('what the account above leaves counts for the account below it', async ({ page, sandbox }) => {
  await somebodyElse(sandbox, 'several-accounts', 'updateAccountCreditLimit', '/credit-limit', { creditLimitAmount: euros(0) });
  await findCaller(page, at('several-accounts'));
  await expect(line(page)).toContainText('Nothing is left to spend: open to buy is −');
  await accountChooser(page).selectOption({ index: 1 });
  await expect(line(page)).toContainText('Nothing is left to spend: the account above leaves −');
  await expect(accountPanel(page)).toContainText(/Open to buy[\d,]+\.\d\d EURThe account above leaves −[\d,]+\.\d\d EUR/);
  await goToSection(page, 'Limits');
  await expect(region(page, 'Credit limit')).toContainText(/Open to buy[\d,]+\.\d\d EURThe account above leaves −/);
});

/** Opens the newest authorization of the caller in view. */
async function openAuthorization(page: Page): Promise<void> {
  await goTo(page, 'Operations');
  await page.getByRole('table', { name: 'Authorizations' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Authorization', exact: true })).toBeVisible();
}

const why = (page: Page) => region(page, 'Why it was declined');

test('a declined authorization says what caused it, what is left, when it ends, and leads to the fix', async ({ page }) => {
  await findCaller(page, at('declined-web-override'));
  await openAuthorization(page);
  await expect(why(page)).toContainText('CauseOverride of a velocity limit: E-commerce');
  await expect(why(page)).toContainText(/What happened“E-commerce” allows 50.00 EUR, and 0.00 EUR of it was used. [\d.]+ EUR was asked for\./);
  await expect(why(page)).toContainText('LeftLeft then: 50.00 EUR. Now: 50.00 EUR.');
  await expect(why(page)).toContainText(/Ends or resetsThe override ends on /);
  await expect(row(page, 'Velocity limits that were checked', 'E-commerce')).toContainText('50.00 EUR');
  await expect(page.getByRole('main')).toContainText(/Made\d+ \w+ \d{4}, 14:08, by the merchant's clock/);
  await expect(page.getByRole('main')).not.toContainText('Billed');
  await why(page).getByRole('link', { name: 'Card controls' }).click();
  await expect(row(page, 'Velocity limits', 'E-commerce')).toContainText('50.00 EUR');
});

test('the explanation beside an authorization says when it was read, and follows what somebody else changes', async ({ page, sandbox }) => {
  await findCaller(page, at('declined-shop-limit'));
  await openAuthorization(page);
  await expect(why(page)).toContainText('It would fit now: try again.');
  await somebodyElse(sandbox, 'declined-shop-limit', 'createVelocityLimitOverride', '/velocity-limits/VELOCITY_LIMIT_POS/velocity-limit-overrides', {
    ...upTo(100, 0),
  });
  await why(page).getByRole('button', { name: 'Refresh what it is told from' }).click();
  await expect(why(page)).toContainText('Now: 1.00 EUR.');
  await expect(why(page)).not.toContainText('It would fit now');
  await expect(why(page)).toContainText('Remove the override, or change it.');
});

test('how much of a limit is used is read of those alone that matter, and where it cannot be it is said', async ({ page, sandbox }) => {
  await findCaller(page, at('declined-shop-limit'));
  await expect(line(page)).toContainText('It would fit now: try again.');
  // Of the four limits the authorization lists one.
  expect(await sandbox.count('retrieveVelocityLimit')).toBe(1);
  await sandbox.hold('retrieveVelocityLimit');
  await openAuthorization(page);
  await why(page).getByRole('button', { name: 'Refresh what it is told from' }).click();
  await sandbox.holds(1);
  await sandbox.release();
  await expect(why(page)).toContainText('Left then: 200.00 EUR. Now: 5,000.00 EUR.');
  await sandbox.fail('retrieveVelocityLimit', { times: 2 });
  await why(page).getByRole('button', { name: 'Refresh what it is told from' }).click();
  await expect(why(page)).toContainText('Left then: 200.00 EUR. How much of it is used now could not be read.');
  await expect(why(page)).not.toContainText('It would fit now');
});

test('a payment over the credit is not said to fit while something else may decline it, and what helps against that is named', async ({ page, sandbox }) => {
  await findCaller(page, at('declined-credit'));
  // The authorization lists no limit that was looked at, and one has no room for so much.
  await expect(line(page)).toContainText('There is credit for it now. If “Contactless” concerns it, override that limit first. Else: try again.');
  await somebodyElse(sandbox, 'declined-credit', 'createVelocityLimitOverride', '/velocity-limits/VELOCITY_LIMIT_POS/velocity-limit-overrides', {
    ...upTo(0, 0),
  });
  await readAgain(page).click();
  await expect(line(page)).toContainText('There is credit for it now. If “Shops” concerns it, remove that override first. If “Contactless” concerns it, override that limit first. Else: try again.');
  await expect(line(page)).not.toContainText('It would fit now');
});

test('an override that declined everything and was removed is told in the past', async ({ page, sandbox }) => {
  await findCaller(page, at('declined-web-off'));
  await expect(line(page)).toContainText('“E-commerce” declines everything: its maximum amount is 0.00 EUR. Remove the override, or change it.');
  await somebodyElse(sandbox, 'declined-web-off', 'deleteVelocityLimitOverride', '/velocity-limits/VELOCITY_LIMIT_ECOM/velocity-limit-overrides/planted-velocity-limit-ecom');
  await readAgain(page).click();
  await expect(line(page)).toContainText('“E-commerce” declined everything then, and does not now: its maximum amount was 0.00 EUR. It would fit now: try again.');
  await expect(line(page)).not.toContainText('Else:');
});

test('the explanation waits for what it is made of, and without it says that the cause is not known', async ({ page, sandbox }) => {
  await sandbox.hold('listAuthorizationRestrictions');
  await findCaller(page, at('declined-in-japan'));
  await sandbox.holds(1);
  await openAuthorization(page);
  await expect(why(page)).toContainText('Reading the limits that may have caused it.');
  // A read that fails is tried once more.
  await sandbox.fail('listAuthorizationRestrictions', { times: 2 });
  await page.reload();
  await findCaller(page, at('declined-in-japan'));
  await expect(line(page)).toContainText('and why is not known. A restriction forbade it. The restrictions could not be read');
  await openAuthorization(page);
  await expect(why(page)).toContainText('CauseNot known');
});
