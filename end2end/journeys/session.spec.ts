import type { BrowserContext, Page } from '@playwright/test';
import { callerName, devicesPanel, findCaller, matches, redBanner, search, searchBox, sitDown, unlock, verify, walletPanel, walletStatus } from '../support/desk.ts';
import { ADA, PAUL, everyWord, identity, level, open, tabs } from '../support/callers.ts';
import { stopClock } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { signIn, signInAgain } from '../support/session.ts';

/** The session ends elsewhere: it was too long, or somebody ended it. */
async function signedOut(context: BrowserContext, sandbox: Sandbox, says: 'status' | 'redirect' | 'page' = 'status'): Promise<void> {
  await context.request.post(`${sandbox.url}/sandbox/sign-out?says=${says}`);
}

/** Every panel has its answer, so that nothing of what follows meets a read from before. */
const allRead = (page: Page) => expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);

const readAgain = (page: Page) => page.getByRole('button', { name: 'Read the wallet again' }).click();

test.describe('a session that has ended', () => {
  test('asks to sign in again at the next read, and the same rep goes on where they were', async ({ page, context, sandbox }) => {
    await open(page, ADA);
    await open(page, PAUL);
    await verify(page);
    await allRead(page);
    await signedOut(context, sandbox);
    await readAgain(page);
    await expect(signInAgain(page)).toBeVisible();
    await signIn(page, 'Robin Keller');
    await signInAgain(page).getByRole('button', { name: 'Go on' }).click();
    await expect(signInAgain(page)).toBeHidden();
    await expect(tabs(page)).toHaveText([ADA.name, PAUL.name]);
    await expect(callerName(page)).toHaveText(PAUL.name);
    await expect(level(page, 'Verified')).toBeVisible();
    await expect(searchBox(page)).toHaveValue(PAUL.email);
  });

  for (const says of ['redirect', 'page'] as const) {
    test(`asks to sign in again where a proxy says so with a ${says}`, async ({ page, context, sandbox }) => {
      await open(page, PAUL);
      await verify(page);
      await allRead(page);
      await signedOut(context, sandbox, says);
      await readAgain(page);
      await expect(signInAgain(page)).toBeVisible();
      await signInAgain(page).getByRole('button', { name: 'Go on' }).click();
      await expect(signInAgain(page).getByRole('status')).toHaveText('Nobody is signed in yet.');
      await signIn(page, 'Robin Keller');
      await signInAgain(page).getByRole('button', { name: 'Go on' }).click();
      await expect(signInAgain(page)).toBeHidden();
      await expect(callerName(page)).toHaveText(PAUL.name);
      await expect(walletStatus(page)).toHaveText('Locked');
    });
  }

  test('lets another rep begin clean: no callers, no matches, nothing in the box', async ({ page, context, sandbox }) => {
    await findCaller(page, '508 555 0142', 'Miguel Alvarez');
    await verify(page);
    await allRead(page);
    await signedOut(context, sandbox);
    await readAgain(page);
    await signIn(page, 'Sascha Brandt');
    await signInAgain(page).getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('banner').getByText('Sascha Brandt')).toBeVisible();
    await expect(signInAgain(page)).toBeHidden();
    await expect(page.getByRole('tablist')).toHaveCount(0);
    await expect(matches(page)).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
    await expect(searchBox(page)).toHaveValue('');
    const words = await everyWord(page);
    for (const left of ['Alvarez', 'Framingham', '5085550142']) expect(words).not.toContain(left);

    await page.goBack();
    await expect(page.getByRole('heading', { name: 'This customer is not open here any more' })).toBeVisible();
  });

  test('says so when one goes on without having signed in', async ({ page, context, sandbox }) => {
    await open(page, PAUL);
    await allRead(page);
    await signedOut(context, sandbox);
    await readAgain(page);
    await signInAgain(page).getByRole('button', { name: 'Go on' }).click();
    await expect(signInAgain(page).getByRole('status')).toHaveText('Nobody is signed in yet.');
  });

  test('may be left open to look at what is on the screen; the next call asks again', async ({ page, context, sandbox }) => {
    await open(page, PAUL);
    await allRead(page);
    await signedOut(context, sandbox);
    await readAgain(page);
    await signInAgain(page).getByRole('button', { name: 'Stay signed out' }).click();
    await expect(signInAgain(page)).toBeHidden();
    await expect(callerName(page)).toHaveText(PAUL.name);
    await readAgain(page);
    await expect(signInAgain(page)).toBeVisible();
  });

  test('keeps what was asked in the search', async ({ page }) => {
    await sitDown(page);
    await search(page, 'lookup-401-once@sandbox.example');
    await expect(signInAgain(page)).toBeVisible();
    await signInAgain(page).getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('alert').getByText('Your session has ended. Sign in again to go on.')).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(callerName(page)).toHaveText('Selma Signedout');
  });

  test('between the two calls of an unlock leaves no wallet inactive', async ({ page, sandbox }) => {
    await open(page, { email: 'second-call-signed-out@sandbox.example', name: 'Sid Expired' });
    await verify(page);
    await unlock(page);
    await expect(signInAgain(page)).toBeVisible();
    await signInAgain(page).getByRole('button', { name: 'Go on' }).click();
    await expect(walletPanel(page).getByText('Unlocked. Sid can sign in now')).toBeVisible();
    await expect(callerName(page)).toHaveText('Sid Expired');
    expect(await sandbox.customer('second-call-signed-out@sandbox.example')).toMatchObject({ active: true, locked: false });
  });

  test('in the middle of an unlock leaves a wallet that is found inactive and brought back after signing in', async ({ page, context, sandbox }) => {
    await open(page, PAUL);
    await verify(page);
    await sandbox.hold('updateCustomerActivation', { activate: false, when: 'after' });
    await unlock(page);
    await sandbox.holds(1);
    await allRead(page);
    await signedOut(context, sandbox);
    await sandbox.release();
    await expect(signInAgain(page)).toBeVisible();
    await signIn(page, 'Robin Keller');
    await signInAgain(page).getByRole('button', { name: 'Go on' }).click();
    await expect(signInAgain(page)).toBeHidden();
    // It either went on by itself in the meantime, or says that it is not confirmed and stays in red.
    await expect(walletPanel(page).getByText(/^(Unlocked|Not confirmed|Wallet is inactive: reactivate)\./).first()).toBeVisible();
    if (!(await sandbox.customer(PAUL.email)).active) {
      await readAgain(page);
      await expect(redBanner(page)).toBeVisible();
      await page.getByRole('button', { name: 'Reactivate wallet' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Reactivate' }).click();
    }
    await expect(walletStatus(page)).toHaveText('Active');
    await expect.poll(() => sandbox.customer(PAUL.email)).toMatchObject({ active: true, locked: false });
    await expect(redBanner(page)).toHaveCount(0);
  });
});

test.describe('a desk at which nothing is pressed', () => {
  test('warns after 13 minutes, and a press keeps everything', async ({ page }) => {
    await page.clock.install();
    await open(page, PAUL);
    await stopClock(page);
    await page.keyboard.press('Shift');
    await page.clock.fastForward('12:59');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.clock.fastForward('00:01');
    const warning = page.getByRole('dialog', { name: 'Still there?' });
    await expect(warning.getByRole('timer')).toHaveText('2:00');
    await warning.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(warning).toBeHidden();
    await page.clock.fastForward('12:59');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(callerName(page)).toHaveText(PAUL.name);
  });

  test('is not warned while keys are pressed', async ({ page }) => {
    await page.clock.install();
    await open(page, PAUL);
    for (let minutes = 0; minutes < 30; minutes += 10) {
      await page.clock.fastForward('10:00');
      await page.keyboard.press('Shift');
    }
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(callerName(page)).toHaveText(PAUL.name);
  });

  test('locks after 15 minutes: nothing of a customer is left on the page', async ({ page, sandbox }) => {
    await page.clock.install();
    await findCaller(page, '508 555 0142', 'Miguel Alvarez');
    await verify(page);
    await identity(page).getByRole('button', { name: 'Reveal birthday' }).click();
    await page.clock.fastForward('13:01');
    await page.clock.fastForward('02:00');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Locked');
    await expect(page.getByRole('tablist')).toHaveCount(0);
    const words = await everyWord(page);
    for (const left of ['Alvarez', 'Framingham', '5085550142', '2 Nov 1979', '0142']) expect(words).not.toContain(left);
    await expect(searchBox(page), 'the search is out of reach').toHaveCount(0);
    await expect(page.locator('#search')).toHaveValue('');

    const asked = (await sandbox.log()).length;
    await page.keyboard.press('/');
    await page.keyboard.type('5085550142');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Locked');
    expect((await sandbox.log()).length).toBe(asked);
  });

  test('that slept locks at the first key, which does nothing else', async ({ page }) => {
    await page.clock.install();
    await open(page, PAUL);
    await verify(page);
    await stopClock(page);
    await page.getByRole('button', { name: 'Unlock wallet' }).focus();
    await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + 2 * 60 * 60 * 1000);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Locked');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await everyWord(page)).not.toContain(PAUL.name);
  });

  test('whose clock is set back locks no later, and whoever was verified is not any more', async ({ page }) => {
    await page.clock.install();
    await open(page, PAUL);
    await verify(page);
    await stopClock(page);
    await page.keyboard.press('Shift');
    await page.clock.setSystemTime((await page.evaluate(() => Date.now())) - 60 * 60 * 1000);
    await page.clock.runFor(1_000);
    await expect(level(page, 'Not verified')).toBeVisible();
    await page.clock.fastForward('13:00');
    await expect(page.getByRole('dialog', { name: 'Still there?' })).toBeVisible();
    await page.clock.fastForward('02:00');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Locked');
  });

  test('comes back to the same place when the same rep goes on, and the caller is to be verified again', async ({ page }) => {
    await page.clock.install();
    await open(page, ADA);
    await open(page, PAUL);
    await verify(page);
    await page.clock.fastForward('15:01');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(callerName(page)).toHaveText(PAUL.name);
    await expect(tabs(page)).toHaveText([ADA.name, PAUL.name]);
    await expect(level(page, 'Not verified')).toBeVisible();
    await expect(devicesPanel(page).getByRole('listitem')).toHaveCount(2);
    await stopClock(page);
    await page.keyboard.press('Shift');
    await page.clock.fastForward('12:59');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.clock.fastForward('00:01');
    await expect(page.getByRole('dialog', { name: 'Still there?' })).toBeVisible();
    await page.clock.fastForward('02:00');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Locked');
  });

  test('keeps the place while it is locked, whatever is pressed', async ({ page }) => {
    await page.clock.install();
    await open(page, PAUL);
    await page.clock.fastForward('15:01');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Locked');
    for (const key of ['Escape', 'g', 'a', '?', 'j']) await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(callerName(page)).toHaveText(PAUL.name);
    await expect(page).toHaveTitle('Overview · Care portal');
  });

  test('locks too when it waits for somebody to sign in again', async ({ page, context, sandbox }) => {
    await page.clock.install();
    await open(page, PAUL);
    await allRead(page);
    await signedOut(context, sandbox);
    await readAgain(page);
    await expect(signInAgain(page)).toBeVisible();
    await page.clock.fastForward('15:01');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Locked');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await everyWord(page)).not.toContain(PAUL.name);
  });

  test('asks to sign in when the session has ended behind the lock, and shows nothing until then', async ({ page, context, sandbox }) => {
    await page.clock.install();
    await open(page, ADA);
    await allRead(page);
    await page.clock.fastForward('15:01');
    await signedOut(context, sandbox);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
    expect(await everyWord(page)).not.toContain(ADA.name);
    await signIn(page, 'Sascha Brandt');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('banner').getByText('Sascha Brandt')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
    expect(await everyWord(page)).not.toContain(ADA.name);
  });
});

test('a page that comes back from where it was left shows nothing of what was on it', async ({ page }) => {
  await open(page, PAUL);
  await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This customer is not open here any more');
  expect(await everyWord(page)).not.toContain(PAUL.name);
});

test.describe('a desk without a network', () => {
  // Whatever was on its way when the network went is cut.
  test.use({ expectedOnConsole: [/assets\/later|TypeError: Failed to fetch|ERR_INTERNET_DISCONNECTED/] });

  test('says so, sends nothing that changes anything, and recovers', async ({ page, context, sandbox }) => {
    await open(page, PAUL);
    await verify(page);
    await context.setOffline(true);
    await expect(page.getByRole('alert').filter({ hasText: 'You are offline.' })).toBeVisible();
    const button = page.getByRole('button', { name: 'Unlock wallet' });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription('You are offline. Nothing is sent until the network is back.');
    await expect(callerName(page)).toHaveText(PAUL.name);

    await context.setOffline(false);
    await expect(page.getByText('You are offline.')).toHaveCount(0);
    await unlock(page);
    await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();
    expect(await sandbox.activations()).toEqual([false, true]);
  });

  test('answers a search in words, and asks by itself when the network is back', async ({ page, context }) => {
    await sitDown(page);
    await context.setOffline(true);
    await search(page, PAUL.email);
    await expect(page.getByRole('main').getByRole('alert')).toContainText('You are offline. Nothing was sent.');
    await context.setOffline(false);
    await expect(callerName(page)).toHaveText(PAUL.name);
  });

  test('keeps what was read and says why there is nothing newer', async ({ page, context }) => {
    await open(page, PAUL);
    await context.setOffline(true);
    await readAgain(page);
    await expect(walletPanel(page).getByRole('alert')).toContainText('You are offline.');
    await expect(walletStatus(page)).toHaveText('Locked');
  });
});
