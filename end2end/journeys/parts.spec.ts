import type { Page } from '@playwright/test';
import { ADA, open, PAUL } from '../support/callers.ts';
import { arrivedAt, callerName, goTo, matches, portalIsUp, search, searchBox, sitDown, unlock, verify, walletPanel } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';

/** From here on the network does not bring what the build calls so; what it brought before is there. */
async function withhold(page: Page, part: 'customer' | 'sections' | 'search'): Promise<() => Promise<void>> {
  const address = `**/assets/later/${part}-*.wasm`;
  await page.route(address, (route) => route.abort('connectionfailed'));
  return () => page.unroute(address);
}

test('the search is there without the code of a caller’s screen, which comes while the rep types', async ({ page }) => {
  const later = new Set<string | undefined>();
  page.on('request', (request) => {
    const part = /\/assets\/later\/(\w+)-/.exec(request.url());
    if (part) later.add(part[1]);
  });
  await sitDown(page);
  expect([...later]).toEqual([]);
  await searchBox(page).fill(PAUL.email);
  await expect.poll(() => [...later]).toContain('customer');
  expect([...later]).not.toContain('sections');
  await searchBox(page).press('Enter');
  await arrivedAt(page, PAUL.name);
  await goTo(page, 'Operations');
  await expect(page.getByRole('heading', { name: 'Operations' })).toBeVisible();
  expect([...later].sort()).toEqual(['customer', 'search', 'sections', 'shared']);
});

test('a caller’s screen that comes while the rep types leaves the cursor where it is', async ({ page }) => {
  await open(page, PAUL);
  let bring = () => {};
  const asked = new Promise<void>((resolve) => (bring = resolve));
  await page.route('**/assets/later/customer-*.wasm', async (route) => {
    await asked;
    await route.continue();
  });
  // The address of a customer who is not open any more.
  await page.reload();
  await portalIsUp(page);
  await searchBox(page).focus();
  const arrives = page.waitForResponse('**/assets/later/customer-*.wasm');
  await page.keyboard.type('pauls_');
  bring();
  await (await arrives).finished();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.keyboard.type('wallet@yahoo.com');
  await expect(searchBox(page)).toHaveValue(PAUL.email);
  await page.keyboard.press('Enter');
  await arrivedAt(page, PAUL.name);
});

test.describe('a part that does not come', () => {
  test.use({ expectedOnConsole: [/assets\/later|Failed to (fetch|load)|TypeError|SRI|integrity/] });

  const failure = (page: Page) => page.getByRole('main').getByRole('alert').filter({ hasText: 'This part of the portal did not load.' });

  test('a caller’s screen says so, and comes when it is tried again', async ({ page }) => {
    const bring = await withhold(page, 'customer');
    await sitDown(page);
    await search(page, PAUL.email);
    await expect(failure(page)).toBeVisible();
    await bring();
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await arrivedAt(page, PAUL.name);
  });

  test('is fetched by itself when the network is back', async ({ page, context }) => {
    const bring = await withhold(page, 'sections');
    await open(page, PAUL);
    await context.setOffline(true);
    await goTo(page, 'Operations');
    await expect(failure(page)).toBeVisible();
    await bring();
    await context.setOffline(false);
    await expect(page.getByRole('heading', { name: 'Operations' })).toBeVisible();
  });

  test('is fetched by itself, too, when the browser noticed only later that the network was gone', async ({ page, context }) => {
    const bring = await withhold(page, 'sections');
    await open(page, PAUL);
    await goTo(page, 'Operations');
    await expect(failure(page)).toBeVisible();
    await context.setOffline(true);
    await bring();
    await context.setOffline(false);
    await expect(page.getByRole('heading', { name: 'Operations' })).toBeVisible();
  });

  test('a section says so, while the wallet is unlocked beside it', async ({ page }) => {
    const bring = await withhold(page, 'sections');
    await open(page, PAUL);
    await goTo(page, 'Operations');
    await expect(failure(page)).toBeVisible();
    await goTo(page, 'Overview');
    await verify(page);
    await unlock(page);
    await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();
    // It is fetched again whenever it is needed again.
    await bring();
    await goTo(page, 'Operations');
    await expect(page.getByRole('heading', { name: 'Operations' })).toBeVisible();
    await expect(failure(page)).toHaveCount(0);
  });

  test('a search says so, asks nobody, and finds when it is tried again', async ({ page, sandbox }) => {
    const bring = await withhold(page, 'search');
    await sitDown(page);
    await search(page, 'Alvarez');
    await expect(failure(page)).toBeVisible();
    expect(await sandbox.log()).toEqual([]);
    await bring();
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await expect(matches(page)).toHaveCount(2);
  });

  test('a part that somebody changed on the way does not run', async ({ page }) => {
    await page.route('**/assets/later/customer-*.wasm', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: Buffer.concat([body, Buffer.from([0, 1, 0])]) });
    });
    await sitDown(page);
    await search(page, ADA.email);
    await expect(failure(page)).toBeVisible();
    await expect(callerName(page)).toHaveCount(0);
  });
});
