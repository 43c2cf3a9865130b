import { expect, test } from '../support/fixtures.ts';
import { callerName, findCaller, match, matches, search, searchBox, sitDown, verify } from '../support/desk.ts';

const OLIVIA = 'olivia_wallet_user@hotmail.com';

test('two people on one telephone are both masked, and the question that tells them apart is proposed', async ({ page }) => {
  await sitDown(page);
  await search(page, '508 555 0142');
  const main = page.getByRole('main');
  await expect(main.getByRole('status')).toHaveText('2 customers found');
  await expect(match(page, 'Miguel Alvarez')).toHaveAccessibleName(/^Miguel Alvarez Locked Framingham •••• •• 0142/);
  await expect(match(page, 'Maria Alvarez')).toHaveAccessibleName(/^Maria Alvarez Active Worcester •••• •• 0142/);

  const question = page.getByRole('region', { name: 'One question tells them apart' });
  await expect(question).toContainText('In which city do you live?');
  await expect(question).toContainText('City, birthday and customer since differ.');
  await expect(question).toContainText('Do not read them out.');

  // What differs stands out, what is shared does not.
  const standsOut = match(page, 'Miguel Alvarez').locator('[data-differs]');
  await expect(standsOut.filter({ hasText: 'Framingham' })).toHaveCount(1);
  await expect(standsOut.filter({ hasText: '0142' })).toHaveCount(0);

  const content = await page.content();
  for (const fact of [
    'miguel.alvarez@sandbox.example',
    'maria.alvarez@sandbox.example',
    '502 Prospect St',
    '18 Harbor View',
    '01701',
    '01604',
    '11021979',
    '03141985',
    '1979-11-02',
    '2 Nov 1979',
    '1985-03-14',
  ]) {
    expect(content, fact).not.toContain(fact);
  }
  // The number stands where the rep typed it and nowhere else.
  expect(await main.innerHTML()).not.toContain('5085550142');
});

test('people who share name and home are told apart by the year in which they were born', async ({ page }) => {
  await sitDown(page);
  await search(page, 'Twin');
  const question = page.getByRole('region', { name: 'One question tells them apart' });
  await expect(question).toContainText('In which year were you born?');
  await expect(matches(page).filter({ hasText: '•• ••• 1950' })).toHaveCount(1);
  await expect(matches(page).filter({ hasText: '•• ••• 1980' })).toHaveCount(1);
});

test("the guide's two people under one wallet identifier can be looked at and not acted on", async ({ page, sandbox }) => {
  const both = /one wallet identifier to Olivia Smith and Paul Casey/;
  await sitDown(page);
  await search(page, '508 999 1234');
  await expect(matches(page)).toHaveCount(2);
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(both);

  await match(page, 'Paul Casey').click();
  await expect(callerName(page)).toHaveText('Paul Casey');
  await expect(page.getByRole('status', { name: 'What stands in the way' })).toHaveText(both);
  await verify(page);
  for (const name of ['Unlock wallet', 'Deactivate wallet']) {
    const button = page.getByRole('button', { name });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(both);
  }

  await page.goBack();
  await match(page, 'Olivia Smith').click();
  await expect(callerName(page)).toHaveText('Olivia Smith');
  await verify(page);
  await expect(page.getByRole('button', { name: 'Deactivate wallet' })).toBeDisabled();
  expect(await sandbox.writes()).toEqual([]);
});

test('what the newest search shows of a claimed wallet counts for whoever is open', async ({ page, sandbox }) => {
  const notice = page.getByRole('status', { name: 'What stands in the way' });
  const deactivate = page.getByRole('button', { name: 'Deactivate wallet' });
  await findCaller(page, OLIVIA);
  await verify(page);
  await expect(deactivate).toBeEnabled();

  await search(page, '508 999 1234');
  await match(page, 'Olivia Smith').click();
  await expect(notice).toContainText('one wallet identifier to Olivia Smith and Paul Casey');
  await expect(deactivate).toBeDisabled();

  // A search with fewer results settles nothing.
  await findCaller(page, OLIVIA);
  await expect(deactivate).toBeDisabled();
  // The way on that the portal itself names.
  await page.getByRole('button', { name: 'Read the wallet by its identifier' }).click();
  await expect(deactivate).toBeEnabled();
  await expect(notice).not.toContainText('one wallet identifier');
  expect(await sandbox.writes()).toEqual([]);
});

test('two hundred people on a switchboard are gone through with the keyboard alone', async ({ page }) => {
  await sitDown(page);
  await page.keyboard.type('508 555 0200');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('200 customers found');
  await expect(matches(page)).toHaveCount(200);

  await page.keyboard.press('ArrowDown');
  await expect(matches(page).nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await expect(matches(page).nth(2)).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowUp');
  await expect(matches(page).nth(0)).toBeFocused();
  for (let step = 1; step < 200; step += 1) await page.keyboard.press('j');
  const last = matches(page).nth(199);
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  // There is nobody after the last.
  await page.keyboard.press('j');
  await expect(last).toBeFocused();
  const name = await last.locator('.name').innerText();
  await page.keyboard.press('Enter');
  await expect(callerName(page)).toHaveText(name);

  // Back to the list, and from there to another question.
  await page.keyboard.press('Escape');
  await expect(matches(page)).toHaveCount(200);
  await expect(searchBox(page)).toBeFocused();
});

test('the letters of the keys are letters while the search box has the focus', async ({ page }) => {
  await sitDown(page);
  await search(page, '508 555 0142');
  await expect(matches(page)).toHaveCount(2);
  await searchBox(page).fill('');
  await page.keyboard.type('jk/?g');
  await expect(searchBox(page)).toHaveValue('jk/?g');
});

test('a record that cannot be read is counted and the others are shown', async ({ page }) => {
  await sitDown(page);
  await search(page, 'Unreadable');
  const main = page.getByRole('main');
  await expect(main.getByRole('status')).toHaveText('2 customers found');
  await expect(main.getByText('1 record could not be read and is not shown.')).toBeVisible();
  await expect(match(page, 'Ursula Unreadable')).toBeVisible();
  await expect(match(page, 'Urban Unreadable')).toBeVisible();
});

test('what the gateway found only in part is shown in amber with its own words, and opens nobody by itself', async ({ page }) => {
  await sitDown(page);
  await search(page, 'lookup-partial@sandbox.example');
  const notice = page.getByRole('main').getByRole('alert');
  await expect(notice).toContainText('Partly done.');
  await expect(notice).toContainText('242 Processing error occurred at gateway.');
  await expect(notice).toHaveAttribute('data-tone', 'attention');
  await expect(match(page, 'Pia Partial')).toBeVisible();
  await match(page, 'Pia Partial').click();
  await expect(callerName(page)).toHaveText('Pia Partial');
});

test('a last name of several words is found whole, although it could be a first name and a last name', async ({ page }) => {
  await sitDown(page);
  await search(page, 'de la Cruz');
  await expect(callerName(page)).toHaveText('María de la Cruz');
});

test('a second search for an open caller leads to the same caller, still verified', async ({ page }) => {
  await findCaller(page, '508 555 0142', 'Miguel Alvarez');
  await verify(page);
  await findCaller(page, 'miguel.alvarez@sandbox.example');
  await expect(callerName(page)).toHaveText('Miguel Alvarez');
  await expect(page.getByRole('tab')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: /^Verified \d\d:\d\d/ })).toBeVisible();
});
