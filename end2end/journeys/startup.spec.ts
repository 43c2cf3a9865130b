import type { Page } from '@playwright/test';
import { portalIsUp, searchBox } from '../support/desk.ts';
import { expect, test } from '../support/fixtures.ts';

/** The sandbox is an issuer in order, so what an issuer may get wrong is put in on the way. */
/** The file as the sandbox serves it, as far as it is changed here. */
type Config = Partial<Record<'tenant', object>> & Record<'session' | 'verification' | 'gateway', Record<string, unknown>>;

async function configured(page: Page, change: (config: Config) => void): Promise<void> {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config = await response.json();
    change(config);
    await route.fulfill({ response, json: config });
  });
}

const message = (page: Page) => page.getByRole('alert');

test('the portal starts, says who sits here and where, and waits in the search box', async ({ page }) => {
  await page.goto('/');
  await portalIsUp(page);
  await expect(page.getByRole('banner').getByText('Sandbox')).toBeVisible();
  await expect(searchBox(page)).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
});

test.describe('a part that does not come', () => {
  test.use({ expectedOnConsole: [/^Failed to load resource: /] });

  test('a missing configuration is said on the whole page, and trying again helps when it is there', async ({ page }) => {
    await page.route('**/config.json', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('/');
    await expect(message(page).getByRole('heading', { level: 1 })).toHaveText('The portal cannot start');
    await expect(message(page)).toContainText('Its configuration could not be read.');
    await expect(message(page)).toContainText('/config.json');
    await expect(message(page)).toContainText('HTTP 404');
    await page.unroute('**/config.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await portalIsUp(page);
  });

  test('a configuration that cannot be reached is said too', async ({ page }) => {
    await page.route('**/config.json', (route) => route.abort());
    await page.goto('/');
    await expect(message(page)).toContainText('no connection');
  });

  test('a session that cannot be asked for names the address and the answer', async ({ page }) => {
    await page.route('**/session', (route) => route.fulfill({ status: 500, body: 'out of order' }));
    await page.goto('/');
    await expect(message(page)).toContainText('It could not learn who is signed in.');
    await expect(message(page)).toContainText('/session');
    await expect(message(page)).toContainText('HTTP 500');
    expect(await page.content()).not.toContain('out of order');
  });

  test.describe('the program itself', () => {
    test.use({ expectedOnConsole: [/./] });

    test('when the wasm is missing the page says so in a sentence instead of staying blank', async ({ page }) => {
      await page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: '' }));
      await page.goto('/');
      await expect(message(page)).toHaveText(
        'The care portal could not start: a part of it did not load. Reload the page. If that does not help, tell the team that runs the portal.',
      );
    });
  });
});

test.describe('on plain http', () => {
  test.use({ expectedOnConsole: [/works on https alone/] });

  test('the page says that https is needed, before anything is asked for', async ({ page, sandbox }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
    await page.goto('/');
    await expect(message(page)).toHaveText(
      'The care portal works on https alone. Open its https address.',
    );
    expect(await sandbox.log()).toEqual([]);
  });
});

test('an address with a dot in it is the portal’s, and a missing file is none', async ({ page, request }) => {
  await page.goto('/customers/0123456789abcdef/disputes/D.V.1234');
  await portalIsUp(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This customer is not open here any more');
  for (const missing of ['/assets/later/customer-0123456789abcdef.wasm', '/old.js']) {
    expect((await request.get(missing)).status()).toBe(404);
  }
});

test.describe('a configuration that is not in order names the key and what was expected', () => {
  for (const [key, change, expected] of [
    ['session.idleMinutes', (config) => (config.session.idleMinutes = 'fifteen'), 'a whole number of minutes from 1 to 1440'],
    ['session.warnMinutes', (config) => (config.session.warnMinutes = 20), 'less than idleMinutes'],
    ['tenant.configuration', (config) => Object.assign(config.tenant ?? {}, { configuration: 'OTHER' }), 'WLW, WLW_IDP or EXTERNAL'],
    ['tenant', (config) => delete config.tenant, 'an object'],
    ['verification.unlock', (config) => (config.verification.unlock = 'sometimes'), 'none, attested or answered'],
    ['verification.unlock', (config) => (config.verification.unlock = 'answered'), 'none or attested: no rep can reach “answered” in this portal'],
    ['session.signIn', (config) => (config.session.signIn = '/\\elsewhere.example'), 'a path on this origin, beginning with one “/”'],
    ['gateway.wallet', (config) => (config.gateway.wallet = 'https://elsewhere.example'), 'a path on this origin, beginning with one “/”'],
    ['gateway.pageSize', (config) => (config.gateway.pageSize = 200), 'a whole number of rows from 1 to 100'],
    ['gateway.lists', (config) => (config.gateway.lists = 'commas'), 'repeated or joined'],
    ['gateway.notOffered[0]', (config) => (config.gateway.notOffered = ['postFee']), 'the name of an operation, which “postFee” is not'],
    ['timeZone', (config) => Object.assign(config, { timeZone: 'Europe/Nowhere' }), 'an IANA time zone'],
    ['locale', (config) => Object.assign(config, { locale: 'not a locale' }), 'a BCP 47 language tag'],
  ] as [string, (config: Config) => void, string][]) {
    test(`${key}: ${expected}`, async ({ page, sandbox }) => {
      await configured(page, change);
      await page.goto('/');
      await expect(message(page).getByRole('heading', { level: 1 })).toHaveText('The portal cannot start');
      await expect(message(page)).toContainText(`The configuration’s “${key}” must be ${expected}.`);
      expect(await sandbox.log(), 'nothing is asked of the gateway').toEqual([]);
    });
  }

  test('a page of a proxy instead of the file', async ({ page }) => {
    await page.route('**/config.json', (route) => route.fulfill({ contentType: 'text/html', body: '<html><b>proxy</b></html>' }));
    await page.goto('/');
    await expect(message(page)).toContainText('The configuration file must be a JSON object.');
    await expect(message(page)).not.toContainText('proxy');
  });
});

test.describe('what few configurations have', () => {
  test.use({ expectedOnConsole: [/assets\/later|Failed to (fetch|load)|TypeError/] });

  test('is checked by a part that only they fetch, and nothing starts without it', async ({ page }) => {
    const part = '**/assets/later/configuration-*.wasm';
    await configured(page, (config) => (config.gateway.notOffered = ['postFeeOperation']));
    await page.route(part, (route) => route.abort('connectionfailed'));
    await page.goto('/');
    await expect(message(page).getByRole('heading', { level: 1 })).toHaveText('The portal cannot start');
    await expect(message(page)).toContainText('The part of it that checks the configuration did not load.');
    await page.unroute(part);
    await page.getByRole('button', { name: 'Try again' }).click();
    await portalIsUp(page);
  });

  for (const [key, change, expected] of [
    ['gateway.paths.retrieveAccount', (config) => (config.gateway.paths = { retrieveAccount: '/accounts' }), 'a path with exactly {accountReference}'],
    ['disputes.readiness', (config) => Object.assign(config, { disputes: { readiness: 'all' } }), 'an object'],
  ] as [string, (config: Config) => void, string][]) {
    test(`is refused at the start too: ${key}`, async ({ page }) => {
      await configured(page, change);
      await page.goto('/');
      await expect(message(page)).toContainText(`The configuration’s “${key}” must be ${expected}.`);
    });
  }
});

test('keys that nobody knows are no reason not to start', async ({ page }) => {
  await configured(page, (config) => Object.assign(config, { somethingNew: { for: 'later' } }));
  await page.goto('/');
  await portalIsUp(page);
});

test('where nobody is signed in the page asks to sign in, and goes on from there', async ({ page, context, sandbox }) => {
  await context.addCookies([{ name: 'sandbox-rep', value: 'none', url: sandbox.url }]);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Sign in' }).click();
  const entrance = await opened;
  await entrance.getByRole('link', { name: 'Sascha Brandt' }).click();
  await entrance.getByText('You are Sascha Brandt.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('banner').getByText('Sascha Brandt')).toBeVisible();
});

for (const says of ['redirect', 'page'] as const) {
  test(`a proxy that leads to signing in with a ${says} is understood at the start`, async ({ page, context, sandbox }) => {
    await context.request.post(`${sandbox.url}/sandbox/sign-out?says=${says}`);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  });
}

test('in production the environment is there and quiet', async ({ page }) => {
  await configured(page, (config) => Object.assign(config, { environment: { label: 'Production', production: true } }));
  await page.goto('/');
  await portalIsUp(page);
  await expect(page.getByRole('banner').getByText('Production')).toHaveAttribute('data-production', 'true');
});
