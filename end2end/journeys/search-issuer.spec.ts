import { accountChooser } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { callerName, findCaller, matches, search, searchBox, sitDown } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ today: TODAY });

const ALMA = 'Alma Halfaccount';

test.describe('somebody whom only the issuer knows is found by whatever they say', () => {
  test('their name, e-mail, customer ID and external reference', async ({ page }) => {
    await findCaller(page, 'Halfaccount');
    const identity = page.getByRole('region', { name: 'Identity' });
    const external = (await identity.locator('div').filter({ has: page.getByText('Customer ID', { exact: true }) }).locator('code').textContent()) ?? '';
    expect(external).not.toBe('');
    await page.getByRole('button', { name: `Close ${ALMA}` }).click();
    for (const text of [external, 'account-only@sandbox.example', 'CUS10000388138']) {
      await test.step(text, async () => {
        await findCaller(page, text);
        await expect(callerName(page)).toHaveText(text.startsWith('CUS') ? /Jack Matisse/i : ALMA);
        await expect(accountChooser(page)).toBeEnabled();
      });
    }
  });

  test('their name and birth date, or their birth date alone', async ({ page }) => {
    for (const [text, takenAs] of [
      ['Matisse 22/10/1975', 'Taken as last name, born 22 Oct 1975'],
      ['22.10.1975', 'Taken as birth date 22 Oct 1975'],
      ['1975-10-22', 'Taken as birth date 22 Oct 1975'],
    ] as const) {
      await test.step(text, async () => {
        if (page.url() === 'about:blank') await sitDown(page);
        await searchBox(page).fill(text);
        await expect(page.getByRole('search').getByRole('status')).toHaveText(takenAs);
        await searchBox(page).press('Enter');
        await expect(callerName(page)).toHaveText(/Jack MATISSE/i);
        await page.getByRole('button', { name: /^Close Jack/ }).click();
      });
    }
    await search(page, 'Matisse 23/10/1975');
    await expect(page.getByRole('main').getByRole('status')).toHaveText('No customer has this name.');
  });

  test('their name and town', async ({ page }) => {
    await sitDown(page);
    await searchBox(page).fill('Halfaccount in Worcester');
    await expect(page.getByRole('search').getByRole('status')).toHaveText('Taken as last name, in Worcester');
    await searchBox(page).press('Enter');
    await expect(callerName(page)).toHaveText(ALMA);
    await search(page, 'Halfaccount in Boston');
    await expect(page.getByRole('main').getByRole('status')).toHaveText('No customer has this name.');
  });

  test('what stands behind a comma is a town when nobody has it as a first name, and that is said', async ({ page }) => {
    await sitDown(page);
    await search(page, 'Twin, Natick');
    await expect(matches(page)).toHaveCount(2);
    await expect(page.getByRole('main')).toContainText('Nobody has “Natick” as a first name: it was taken as a town.');
  });
});

test('a telephone is asked for in both systems, and whoever is in both is one match', async ({ page, sandbox }) => {
  await sitDown(page);
  await search(page, '508 555 0142');
  await expect(matches(page)).toHaveCount(2);
  expect(await sandbox.count('listCustomers')).toBe(1);
  expect(await sandbox.count('retrieveCustomerLookupInfo')).toBe(1);
});

test('a birth date that a wallet contradicts leaves it out, and that is said', async ({ page }) => {
  await sitDown(page);
  await search(page, 'Twin 05/05/1980');
  await expect(callerName(page)).toHaveText('John Twin');
  await page.goBack();
  await expect(page.getByRole('main')).toContainText('1 wallet of this name states something else and is not shown.');
});

test('those who bear the name in part are counted beside those who bear it whole', async ({ page }) => {
  await sitDown(page);
  // Some are called so, and others Acosta.
  await search(page, 'Costa');
  await expect(matches(page).first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/\d+ more customers? (has a name|have names) that only holds? what you typed/);
});

test('a name that hundreds bear in part is read to the end, and the rest is counted', async ({ page, sandbox }) => {
  await sitDown(page);
  await search(page, 'a');
  await expect(page.getByRole('main')).toContainText('more are not shown: ask for more of the name.');
  await expect.poll(() => sandbox.count('listCustomers')).toBeGreaterThan(2);
});

test('wallets that were found do not wait long for an issuer that does not answer', async ({ page, sandbox }) => {
  await page.clock.install();
  await sitDown(page);
  await sandbox.hold('listCustomers');
  await search(page, '508 555 0142');
  await sandbox.holds(1);
  await page.clock.runFor(5_000);
  await expect(matches(page)).toHaveCount(2);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Only the wallets were searched.');
  await sandbox.release();
});
