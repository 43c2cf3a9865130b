import { expect, test } from '../support/fixtures.ts';
import {
  callerName,
  findCaller,
  match,
  matches,
  search,
  searchBox,
  searchBy,
  sitDown,
  type By,
} from '../support/desk.ts';

test.describe('what the caller says is recognised, said, and found', () => {
  const told: { text: string; takenAs: string; finds: string }[] = [
    { text: 'pauls_wallet@yahoo.com', takenAs: 'Taken as e-mail address', finds: 'Paul Casey' },
    { text: 'PAULS_WALLET@Yahoo.com', takenAs: 'Taken as e-mail address', finds: 'Paul Casey' },
    { text: 'vmiTxZcaSEym', takenAs: 'Taken as customer ID', finds: 'Paul Casey' },
    { text: 'Outage', takenAs: 'Taken as last name', finds: 'Andrew Outage' },
    { text: 'Andrew Outage', takenAs: 'Taken as first and last name', finds: 'Andrew Outage' },
    { text: 'Outage, Andrew', takenAs: 'Taken as first and last name', finds: 'Andrew Outage' },
  ];
  for (const { text, takenAs, finds } of told) {
    test(`"${text}" is ${takenAs.toLowerCase()}`, async ({ page }) => {
      await sitDown(page);
      await searchBox(page).fill(text);
      await expect(page.getByRole('search').getByRole('status')).toHaveText(takenAs);
      await searchBox(page).press('Enter');
      await expect(callerName(page)).toHaveText(finds);
    });
  }

  test('an external ID finds the customer whose panel shows it', async ({ page }) => {
    await findCaller(page, 'PERSON-2023012600011A');
    await expect(page.getByRole('region', { name: 'Identity' }).getByText('PERSON-2023012600011A')).toBeVisible();
  });
});

test.describe('a phone number is one number however it is typed', () => {
  const ways = [
    '5085550142',
    '508 555 0142',
    '(508) 555-0142',
    '508-555-0142',
    '508.555.0142',
    '508/555/0142',
    '+1 508 555 0142',
    '+15085550142',
    '1-508-555-0142',
    '001 508 555 0142',
    '508\u2013555\u20130142',
    '\u00a0508 555 0142 ',
  ];
  test('it is typed in a dozen ways', async ({ page }) => {
    await sitDown(page);
    for (const way of ways) {
      await test.step(`as "${way}"`, async () => {
        await searchBox(page).fill(way);
        await expect(page.getByRole('search').getByRole('status')).toHaveText('Taken as phone number 5085550142');
        await searchBox(page).press('Enter');
        await expect(match(page, 'Miguel Alvarez')).toBeVisible();
        await expect(matches(page)).toHaveCount(2);
        await searchBox(page).fill('Nowhere');
        await searchBox(page).press('Enter');
        await expect(matches(page)).toHaveCount(0);
      });
    }
  });
});

test('the rep chooses what to search by when they know better', async ({ page }) => {
  const chosen: { by: By; text: string; finds: string }[] = [
    { by: 'Phone', text: '508.555.0142', finds: '2 customers found' },
    { by: 'Last name', text: 'Twin', finds: '2 customers found' },
    { by: 'Last name', text: '5085550142', finds: 'No customer has this name.' },
    { by: 'External ID', text: 'Twin', finds: 'No customer has this external ID.' },
    { by: 'Customer ID', text: 'Twin', finds: 'No customer has this customer ID.' },
    { by: 'Email', text: 'twin@nowhere.example', finds: 'No customer has this e-mail address.' },
  ];
  await sitDown(page);
  for (const { by, text, finds } of chosen) {
    await search(page, text, by);
    await expect(page.getByRole('main').getByRole('status')).toHaveText(finds);
  }
});

test('the Search button asks as Enter does', async ({ page }) => {
  await sitDown(page);
  await searchBox(page).fill('pauls_wallet@yahoo.com');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(callerName(page)).toHaveText('Paul Casey');
});

test('one match opens itself, and stepping back leads to it again', async ({ page }) => {
  await findCaller(page, 'pauls_wallet@yahoo.com');
  await expect(callerName(page)).toHaveText('Paul Casey');
  await page.goBack();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('1 customer found');
  await match(page, 'Paul Casey').click();
  await expect(callerName(page)).toHaveText('Paul Casey');
});

test('no match says so, and what to try next', async ({ page }) => {
  await sitDown(page);
  await search(page, 'Nowhere');
  const main = page.getByRole('main');
  await expect(main.getByRole('status')).toHaveText('No customer has this name.');
  await expect(main.getByText('Ask how it is spelled')).toBeVisible();
  await main.getByRole('button', { name: 'Search by e-mail' }).click();
  await expect(page.getByRole('radio', { name: 'Email', exact: true })).toBeChecked();
  await expect(searchBox(page)).toBeFocused();
});

test('a question that cannot be asked says what is missing, and nothing is sent', async ({ page, sandbox }) => {
  await sitDown(page);
  const refusal = page.getByRole('main').getByRole('alert');
  await searchBox(page).press('Enter');
  await expect(refusal).toHaveText(/^Type what the caller tells you/);
  await search(page, 'paul', 'Email');
  await expect(refusal).toHaveText('An e-mail address has an @. Ask the caller to spell it.');
  await search(page, '12', 'Phone');
  await expect(refusal).toHaveText('A phone number has at least five digits. Ask for the whole number.');
  expect(await sandbox.log()).toEqual([]);
});

test('the newest question wins: the older one is given up, and its late answer changes nothing', async ({ page, sandbox }) => {
  await sitDown(page);
  await sandbox.hold('retrieveCustomerLookupInfo', { when: 'after' });
  const givenUp = page.waitForEvent('requestfailed', (request) => request.url().includes('/b2b-gateway/'));
  await search(page, 'Twin');
  await sandbox.holds(1);
  await search(page, '508 555 0142');
  await expect(match(page, 'Miguel Alvarez')).toBeVisible();
  expect((await givenUp).failure()?.errorText).toBe('net::ERR_ABORTED');
  await sandbox.release();
  await sandbox.holds(0);
  await expect(matches(page)).toHaveCount(2);
  await expect(match(page, 'John Twin')).toHaveCount(0);
});

test('a slow search says so and can be stopped', async ({ page, sandbox }) => {
  await sitDown(page);
  await sandbox.hold('retrieveCustomerLookupInfo');
  await search(page, '508 555 0142');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Searching. The gateway is still looking.');
  const givenUp = page.waitForEvent('requestfailed');
  await page.getByRole('button', { name: 'Stop' }).click();
  expect((await givenUp).failure()?.errorText).toBe('net::ERR_ABORTED');
  await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
  await expect(searchBox(page)).toHaveValue('508 555 0142');
  await sandbox.release();
  await search(page, '508 555 0142');
  await expect(matches(page)).toHaveCount(2);
});

test('what was searched for is in no address, history, title or storage', async ({ page }) => {
  const asked = ['5085550142', '508 555 0142', 'Alvarez', 'miguel.alvarez@sandbox.example', 'Nowhere'];
  await sitDown(page);
  const expectNoTrace = async () => {
    const kept = await page.evaluate(() => ({
      address: location.href,
      state: JSON.stringify(history.state),
      title: document.title,
      local: JSON.stringify(localStorage),
      session: JSON.stringify(sessionStorage),
      cookies: document.cookie,
    }));
    const traces = asked.flatMap((text) => [text, encodeURIComponent(text)]);
    for (const [place, content] of Object.entries(kept)) {
      for (const trace of traces) expect(content.toLowerCase(), place).not.toContain(trace.toLowerCase());
    }
  };
  for (const text of asked) {
    await search(page, text);
    await expect(page.getByRole('main').getByRole('status').first()).toBeVisible();
    await expectNoTrace();
  }
  await findCaller(page, 'miguel.alvarez@sandbox.example');
  await expectNoTrace();
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expectNoTrace();
  await page.goForward();
  await expect(callerName(page)).toHaveText('Miguel Alvarez');
  await expectNoTrace();
});

test('the kind that was chosen stays chosen until the rep chooses another', async ({ page }) => {
  await sitDown(page);
  await search(page, 'Twin', 'Last name');
  await expect(matches(page)).toHaveCount(2);
  await expect(page.getByRole('radio', { name: 'Last name' })).toBeChecked();
  await searchBy(page, 'Auto');
  await search(page, '508 555 0142');
  await expect(match(page, 'Maria Alvarez')).toBeVisible();
});
