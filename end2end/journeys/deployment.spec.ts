import type { Page } from '@playwright/test';
import { ADA, PAUL, everyWord, open } from '../support/callers.ts';
import { arrivedAt, callerName, goTo, portalIsUp, search, searchBox, sitDown, unlock, verify, walletPanel } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';

const LATER = '**/assets/later/*.wasm';

const renewed = (page: Page) => page.getByRole('alert').filter({ hasText: 'The portal was renewed. Reload to go on.' });

/** The server has another build by now: the parts of this one are gone. */
const renew = (page: Page) => page.route(LATER, (route) => route.fulfill({ status: 404, body: '' }));

test('later parts start whatever the server calls their type', async ({ page }) => {
  await page.route(LATER, async (route) => {
    const response = await route.fetch();
    const { 'content-encoding': _, 'content-length': __, ...headers } = response.headers();
    const body = await response.body();
    await route.fulfill({ status: 200, headers: { ...headers, 'content-type': 'application/octet-stream' }, body });
  });
  await open(page, PAUL);
  await goTo(page, 'Operations');
  await expect(page.getByRole('heading', { name: 'Operations' })).toBeVisible();
});

test.describe('after a deployment', () => {
  test.use({ expectedOnConsole: [/assets\/later|Failed to (fetch|load)|TypeError|SRI|integrity/] });

  test('an open tab asks for a reload, and what was typed is there again', async ({ page }) => {
    await sitDown(page);
    await renew(page);
    await search(page, PAUL.email);
    const failure = page.getByRole('main').getByRole('alert').filter({ hasText: 'did not load' });
    await expect(failure).toContainText('The portal was renewed. Reload to go on.');
    await expect(failure).toContainText('What is in the search box stays.');
    await expect(searchBox(page)).toHaveValue(PAUL.email);

    await page.unroute(LATER);
    await failure.getByRole('button', { name: 'Reload' }).click();
    await portalIsUp(page);
    await expect(searchBox(page)).toHaveValue(PAUL.email);
    const kept = await page.evaluate(() => JSON.stringify([name, history.state, { ...sessionStorage }, { ...localStorage }]));
    expect(kept).not.toContain(PAUL.email);
    await searchBox(page).press('Enter');
    await arrivedAt(page, PAUL.name);
  });

  test('what has loaded still works until the rep decides', async ({ page }) => {
    await renew(page);
    await page.unroute(LATER);
    await page.route('**/assets/later/sections-*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
    await open(page, PAUL);
    await goTo(page, 'Operations');
    await expect(renewed(page).getByRole('button', { name: 'Reload' })).toBeVisible();
    await goTo(page, 'Overview');
    await verify(page);
    await unlock(page);
    await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();
  });

  test('a page of the new build in the place of a part is understood too', async ({ page }) => {
    await sitDown(page);
    await page.route(LATER, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await search(page, ADA.email);
    await expect(renewed(page).first()).toBeVisible();
  });

  test('a server that is out of order has no other build', async ({ page }) => {
    await sitDown(page);
    await page.route(LATER, (route) => route.fulfill({ status: 502, body: '' }));
    await search(page, ADA.email);
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Everything else still works.');
    await expect(page.getByRole('button', { name: 'Reload' })).toHaveCount(0);
    await page.unroute(LATER);
    await page.getByRole('button', { name: 'Try again' }).click();
    await arrivedAt(page, ADA.name);
  });
});

test.describe('a program that stops', () => {
  test.use({ expectedOnConsole: [/RuntimeError/] });

  /** What a panic ends in. */
  const stop = (page: Page) =>
    page.evaluate(() => void setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));

  test('takes everything off the page, says so, and begins anew when the rep wants it', async ({ page }) => {
    await open(page, PAUL);
    await stop(page);
    await expect(page.getByRole('alert')).toHaveText('The portal stopped. Reload to go on.');
    await expect(callerName(page)).toHaveCount(0);
    expect(await everyWord(page)).not.toContain(PAUL.name);
    await page.getByRole('button', { name: 'Reload' }).click();
    await portalIsUp(page);
    await expect(searchBox(page)).toHaveValue(PAUL.email);
  });

  test('says that a change was being sent', async ({ page, sandbox }) => {
    await open(page, PAUL);
    await verify(page);
    await sandbox.hold('updateCustomerActivation');
    await unlock(page);
    await sandbox.holds(1);
    await stop(page);
    await expect(page.getByRole('alert')).toContainText('A change was being sent: look it up before you do it again.');
    await sandbox.release();
  });
});
