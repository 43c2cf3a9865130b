import { expect, type Locator, type Page, type Request } from '@playwright/test';
import { change, findCaller, redBanner, searchBox, unlock, verify, walletPanel, walletStatus } from './desk.ts';
import type { Sandbox, Wallet } from './sandbox.ts';

/** A wallet in use that nothing keeps its owner from. */
export const USABLE = { active: true, locked: false };
/** As the known customers are in the beginning. */
export const LOCKED = { active: true, locked: true };
/** What an unlock that stopped half way leaves. */
export const LEFT_INACTIVE = { active: false, locked: true };

/**
 * Watches for the word "Unlocked." on the page from now on, and asks the sandbox in that moment whether it is true.
 * What comes back fails the journey if it never was.
 */
export async function watchClaims(page: Page, sandbox: Sandbox, email: string): Promise<() => Promise<void>> {
  const claims: Promise<object>[] = [];
  await page.exposeFunction('claimed', () => {
    claims.push(sandbox.customer(email).then(({ active, locked }) => ({ active, locked })));
  });
  await page.addInitScript(() => {
    let said = false;
    new MutationObserver(() => {
      const says = document.body?.textContent?.includes('Unlocked.') ?? false;
      if (says && !said) (window as unknown as { claimed(): void }).claimed();
      said = says;
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return async () => {
    for (const claim of await Promise.all(claims)) expect(claim, 'the wallet when "Unlocked." was said').toEqual(USABLE);
  };
}

/** Nothing is being changed for the customer in view any more. */
export async function workIsOver(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Close / })).toBeEnabled({ timeout: 30_000 });
}

/** The same, with the portal's pauses between its tries cut short. The page's clock must be installed. */
export async function workIsSoonOver(page: Page): Promise<void> {
  const closing = page.getByRole('button', { name: /^Close / });
  // Only pauses are cut short: no call may seem to take its ten seconds.
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  const ended = (request: Request) => underWay.delete(request);
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  const isOver = async () => {
    if (underWay.size === 0) await page.clock.fastForward(1000);
    return closing.isEnabled();
  };
  await expect.poll(isOver, { intervals: [250], timeout: 20_000, message: 'the work is over' }).toBe(true);
}

/** The word that only a proven unlock may say. */
export const success = (page: Page): Locator => page.getByText(/\bUnlocked\./);

/** The wallet as the sandbox knows it. */
export async function expectWallet(sandbox: Sandbox, email: string, wallet: Partial<Wallet>): Promise<void> {
  expect(await sandbox.customer(email)).toMatchObject(wallet);
}

/**
 * However an unlock was cut: once the customer is found again the portal shows the wallet as it is, an inactive one in
 * red, and one more change by the rep makes it usable.
 */
export async function expectMendable(page: Page, sandbox: Sandbox, email: string): Promise<void> {
  await expect(searchBox(page)).toBeVisible();
  await findCaller(page, email);
  const { active, locked } = await sandbox.customer(email);
  if (active === false) {
    await expect(walletStatus(page)).toHaveText(/^Inactive/);
    await expect(redBanner(page)).toBeVisible();
    await verifyIfAsked(page);
    // It was our own unlock that left it so: no reason is asked for.
    await change(page, 'Reactivate wallet', 'Reactivate');
    await expect(walletPanel(page)).toContainText('Reactivated.');
  } else if (locked === true) {
    await expect(walletStatus(page)).toHaveText('Locked');
    await expect(redBanner(page)).toHaveCount(0);
    await verifyIfAsked(page);
    await unlock(page);
    await expect(walletPanel(page)).toContainText('Unlocked.');
  }
  await expect(walletStatus(page)).toHaveText('Active');
  await expectWallet(sandbox, email, USABLE);
  await expectForgotten(page);
}

/** No unlock is remembered as unfinished, and none is said to be. */
export async function expectForgotten(page: Page): Promise<void> {
  await expect(page.getByText('A wallet may be inactive.')).toHaveCount(0);
  await expect(redBanner(page)).toHaveCount(0);
  expect(await remembered(page)).toEqual([]);
}

/** What the browser remembers of unfinished unlocks. */
export const remembered = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('care-portal.unlock.')));

async function verifyIfAsked(page: Page): Promise<void> {
  const asked = page.getByRole('heading', { name: /How was the caller verified\?$/ });
  await expect(asked.or(page.getByRole('heading', { name: /^Verified \d\d:\d\d/ }))).toBeVisible();
  if (await asked.isVisible()) await verify(page);
}
