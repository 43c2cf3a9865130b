import { accountChooser, accountPanel, chooseAccount, findKnown, goToSection, openStatement, sectionLink } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { callerName, findCaller, goTo, match, matches, search, sitDown, verify, walletPanel } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';
import { fillFee, postIt } from '../support/operations.ts';
import type { Page } from '@playwright/test';

test.use({ today: TODAY });

const identity = (page: Page) => page.getByRole('region', { name: 'Identity' });
const question = (page: Page) => page.getByRole('region', { name: 'Is this one person?' });
const deactivate = (page: Page) => page.getByRole('button', { name: 'Deactivate wallet' });
const DIFFER = /The wallet and the issuer’s record differ in the name or the birth date/;

test.describe('the issuer’s record bears another name', () => {
  test('both are shown, masked, and nothing is changed in either half until the rep has settled it', async ({ page, sandbox }) => {
    await findKnown(page, 'other-name');
    const both = question(page).getByRole('table', { name: 'Both records' });
    await expect(both.getByRole('row', { name: /Wallet/ })).toContainText('Nora Newname');
    await expect(both.getByRole('row', { name: /Issuer’s record/ })).toContainText('Olga Oldname');
    await expect(both).toContainText('•• ••• 1960');
    await expect(both).not.toContainText('22 Oct 1960');
    await expect(page.getByRole('alert')).toContainText('Another name than the wallet. Nothing is changed for this caller until that is settled.');

    await verify(page);
    await expect(deactivate(page)).toBeDisabled();
    await expect(deactivate(page)).toHaveAccessibleDescription(DIFFER);
    await goToSection(page, 'Operations');
    const fee = page.getByRole('button', { name: 'Post fee' });
    await expect(fee).toBeDisabled();
    await expect(fee).toHaveAccessibleDescription(DIFFER);
    await expect(question(page)).toBeVisible();

    await question(page).getByRole('button', { name: 'This is the same person' }).click();
    await expect(question(page)).toHaveCount(0);
    await expect(fee).toBeEnabled();
    await goTo(page, 'Overview');
    await expect(deactivate(page)).toBeEnabled();
    await expect(identity(page)).toContainText('Another name than the wallet; settled as one person');
    expect(await sandbox.writes()).toEqual([]);

    await goTo(page, 'Activity');
    await expect(page.getByRole('cell', { name: 'Wallet and issuer’s record: one person (Another name than the wallet)' })).toBeVisible();
  });

  test('settled once is settled for as long as the caller is open', async ({ page }) => {
    await findKnown(page, 'other-name');
    await question(page).getByRole('button', { name: 'This is the same person' }).click();
    await findKnown(page, 'two-years');
    await findKnown(page, 'other-name');
    await expect(callerName(page)).toHaveText('Nora Newname');
    await expect(question(page)).toHaveCount(0);

    await page.getByRole('button', { name: 'Close Nora Newname' }).click();
    await findKnown(page, 'other-name');
    await expect(question(page)).toBeVisible();
  });

  test('where they are two people the issuing half is off, the wallet is not, and the rep may decide again', async ({ page }) => {
    await findKnown(page, 'other-name');
    await verify(page);
    await expect(accountChooser(page)).toBeEnabled();
    await question(page).getByRole('button', { name: 'These are two people' }).click();
    await expect(accountChooser(page)).toBeDisabled();
    await expect(sectionLink(page, 'Statements')).toHaveAccessibleDescription('You said that the issuer’s record is another person’s.');
    await expect(accountPanel(page).getByRole('status')).toContainText('You said that the issuer’s record is another person’s.');
    await expect(deactivate(page)).toBeEnabled();

    await page.getByRole('button', { name: 'Decide again' }).click();
    await expect(question(page)).toBeVisible();
    await expect(accountChooser(page)).toBeEnabled();
    await expect(deactivate(page)).toBeDisabled();
  });
});

test('another birth date of the same year is seen when the caller is verified, and that is in the activity', async ({ page }) => {
  await findKnown(page, 'other-birthday');
  await expect(page.getByRole('alert')).toContainText('Another birth date than the wallet.');
  await expect(question(page).getByRole('button', { name: 'Show the birth dates' })).toHaveCount(0);
  await verify(page);
  await question(page).getByRole('button', { name: 'Show the birth dates' }).click();
  await expect(question(page)).toContainText('22 Oct 1960');
  await expect(question(page)).toContainText('28 Feb 1960');
  await goTo(page, 'Activity');
  await expect(page.getByRole('cell', { name: 'Revealed: both birth dates' })).toBeVisible();
});

test('accents, capitals and hyphens are no difference', async ({ page }) => {
  await findKnown(page, 'other-accents');
  await expect(identity(page)).toContainText('Same name and birth date as the wallet');
  await expect(question(page)).toHaveCount(0);
  await verify(page);
  await expect(deactivate(page)).toBeEnabled();
});

test('what one record does not state is no difference, and is said not to have been compared', async ({ page }) => {
  await findKnown(page, 'no-birthday');
  await expect(identity(page)).toContainText('Same name; the birth date is not stated in both');
  await expect(question(page)).toHaveCount(0);
});

test('a change waits until the two records were compared', async ({ page, sandbox }) => {
  await sandbox.hold('retrieveCustomer');
  await findKnown(page, 'inactive');
  await sandbox.holds(1);
  await verify(page);
  const reactivate = walletPanel(page).getByRole('button', { name: 'Reactivate wallet' });
  await expect(reactivate).toBeDisabled();
  await expect(reactivate).toHaveAccessibleDescription('The issuer’s record is being compared with the wallet. Wait a moment.');
  await sandbox.release();
  await expect(reactivate).toBeEnabled();
});

test('a record of the issuer that cannot be read keeps nobody from unlocking a wallet, and it is said', async ({ page, sandbox }) => {
  await sandbox.fail('retrieveCustomer', { times: 2 });
  await findKnown(page, 'active');
  await expect(accountPanel(page).getByRole('alert')).toContainText('The issuer’s record could not be read: the gateway is not available.');
  await expect(identity(page)).toContainText('Not compared: it could not be read');
  await verify(page);
  await expect(deactivate(page)).toBeEnabled();
  await page.getByRole('button', { name: 'Try again to read the accounts' }).click();
  await expect(identity(page)).toContainText('Same name and birth date as the wallet');
});

test('the same record twice is one record', async ({ page }) => {
  await findKnown(page, 'listed-twice');
  await expect(callerName(page)).toHaveText('Tove Listedtwice');
  await verify(page);
  await expect(deactivate(page)).toBeEnabled();
});

test.describe('accounts of others', () => {
  test('a supplementary cardholder sees the account that they use, and who they are to it', async ({ page, sandbox }) => {
    await findKnown(page, 'supplementary');
    await expect(accountChooser(page).getByRole('option')).toHaveText([/^Visa Classic · EUR · …\d{4} · supplementary cardholder$/]);
    await expect(accountPanel(page)).toContainText('supplementary cardholder');
    await expect(accountPanel(page).getByText('Open to buy')).toBeVisible();
    await goToSection(page, 'Statements');
    await expect(page.getByRole('table', { name: 'Statements' })).toBeVisible();
    expect((await sandbox.log()).filter(({ refused }) => refused)).toEqual([]);
  });

  test('the owner sees the same account as theirs', async ({ page }) => {
    await findKnown(page, 'principal');
    await expect(accountChooser(page).getByRole('option')).toHaveText([/ · owner$/]);
  });

  test('the guide’s cardholder has an account of their own and a card on another one', async ({ page }) => {
    await findKnown(page, 'andre.switch');
    await expect(accountChooser(page).getByRole('option')).toHaveText([
      'Visa Debit · EUR · …6922 · owner',
      'Visa Debit · EUR · …4625 · supplementary cardholder',
    ]);
  });

  test('contracts that cannot be read are said to be missing, and come when the rep tries again', async ({ page, sandbox }) => {
    await sandbox.fail('listCustomerContracts', { times: 2 });
    await findKnown(page, 'andre.switch');
    await expect(accountChooser(page).getByRole('option')).toHaveCount(1);
    await expect(page.getByText('May not be all')).toBeVisible();
    await page.getByRole('button', { name: 'Try again to read the accounts' }).click();
    await expect(accountChooser(page).getByRole('option')).toHaveCount(2);
    await expect(page.getByText('May not be all')).toHaveCount(0);
  });

  test('an account whose facts cannot be read is there all the same', async ({ page, sandbox }) => {
    await sandbox.fail('retrieveAccount', { times: 2 });
    await findKnown(page, 'supplementary');
    await expect(accountChooser(page).getByRole('option')).toHaveText([/^Account · …\d{4} · supplementary cardholder$/]);
    await expect(page.getByText('May not be all')).toBeVisible();
  });
});

test('an account of a sub-issuer says so, and every call about it goes there', async ({ page, sandbox }) => {
  await findKnown(page, 'sub-issuer');
  await expect(accountChooser(page).getByRole('option')).toHaveCount(2);
  await chooseAccount(page, /issuer 1235/);
  await expect(accountPanel(page)).toContainText('issuer 1235');
  await expect(accountPanel(page).getByText('Open to buy')).toBeVisible();
  await goToSection(page, 'Statements');
  await expect(page.getByRole('table', { name: 'Statements' })).toBeVisible();
  await openStatement(page, '15 Jul 2025');
  await expect(page.getByRole('table', { name: 'Operations', exact: true })).toBeVisible();
  await goToSection(page, 'Limits');
  await expect(page.getByRole('region', { name: 'Credit limit', exact: true })).toContainText('EUR');
  await goToSection(page, 'Card controls');
  await expect(page.getByRole('table', { name: 'Velocity limits' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Authorization restrictions' })).toBeVisible();
  await goToSection(page, 'Disputes');
  await expect(page.getByText('None of this customer’s cards is in a dispute.')).toBeVisible();
  await goToSection(page, 'Operations');
  const operations = page.getByRole('table', { name: 'Operations', exact: true });
  await operations.getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'What belongs to it' })).toBeVisible();
  // The sandbox answers 404 to whoever asks the issuer above.
  const refused = (await sandbox.log()).filter(({ refused }) => refused);
  expect(refused).toEqual([]);
});

test('a fee on an account of a sub-issuer is posted there', async ({ page, sandbox }) => {
  await findKnown(page, 'sub-issuer');
  await chooseAccount(page, /issuer 1235/);
  await verify(page);
  await goToSection(page, 'Operations');
  await fillFee(page, '15', 'A sub-issuer’s fee');
  await postIt(page).click();
  await expect(page.getByText('The fee of 15.00 EUR is posted, seen by reading.')).toBeVisible();
  const [fee] = await sandbox.deeds();
  expect(fee?.path).toMatch(/^\/issuers\/1235\/accounts\/\d{20}\/post-fee-operation$/);
});

test.describe('several records claim one wallet', () => {
  const notice = (page: Page) => page.getByRole('status', { name: 'What stands in the way' });
  const OLIVIA = 'olivia_wallet_user@hotmail.com';

  test('a search with fewer results settles nothing; a read by the wallet’s identifier does', async ({ page }) => {
    await sitDown(page);
    await search(page, '508 999 1234');
    await expect(matches(page)).toHaveCount(2);
    await findCaller(page, OLIVIA);
    await expect(notice(page)).toContainText('An earlier search found several people under this wallet’s identifier.');
    await verify(page);
    await expect(deactivate(page)).toBeDisabled();
    await page.getByRole('button', { name: 'Read the wallet by its identifier' }).click();
    await expect(deactivate(page)).toBeEnabled();
    await expect(notice(page)).not.toContainText('several people');
    await goTo(page, 'Activity');
    await expect(page.getByRole('cell', { name: 'Read the wallet by its identifier: it is this customer’s alone' })).toBeVisible();
  });

  test('a read that names somebody else leaves the conflict', async ({ page }) => {
    await sitDown(page);
    await search(page, '508 999 1234');
    await match(page, 'Paul Casey').click();
    await expect(callerName(page)).toHaveText('Paul Casey');
    await page.getByRole('button', { name: 'Read the wallet by its identifier' }).click();
    await expect(notice(page)).toContainText('Read by its identifier, it is somebody else’s');
    await verify(page);
    await expect(page.getByRole('button', { name: 'Unlock wallet' })).toBeDisabled();
  });
});
