import type { Page } from '@playwright/test';
import { goTo, verify } from '../support/desk.ts';
import { PAUL, everyWord, identity, level, open } from '../support/callers.ts';
import { expect, test } from '../support/fixtures.ts';

const facts = [
  { name: 'phone', clear: PAUL.phone, masked: '•••• •• 4444' },
  { name: 'e-mail', clear: PAUL.email, masked: 'p••••@y••••.com' },
  { name: 'birthday', clear: PAUL.birthday, masked: '•• ••• 1969' },
  { name: 'address', clear: PAUL.address, masked: '••••••••' },
];

/** The issuer decides otherwise. The sandbox plays one issuer, so its answer is changed on the way. */
async function issuerAsks(page: Page, levels: Record<string, string>): Promise<void> {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config = await response.json();
    await route.fulfill({ response, json: { ...config, verification: { ...config.verification, ...levels } } });
  });
}

test('until the caller is verified every personal fact is masked and nothing is offered', async ({ page }) => {
  await open(page, PAUL);
  await expect(level(page, 'Not verified')).toBeVisible();
  for (const { name, masked } of facts) {
    await expect(identity(page).getByText(masked, { exact: true })).toBeVisible();
    const reveal = identity(page).getByRole('button', { name: `Reveal ${name}` });
    await expect(reveal).toBeDisabled();
    await expect(reveal).toHaveAccessibleDescription('Verify the caller to see these in clear.');
  }
  for (const button of ['Unlock wallet', 'Deactivate wallet']) {
    await expect(page.getByRole('button', { name: button })).toBeDisabled();
    await expect(page.getByRole('button', { name: button })).toHaveAccessibleDescription('Verify the caller first.');
  }
  const words = await everyWord(page);
  for (const { clear } of facts) expect(words).not.toContain(clear);
});

test('name, city and the wallet’s state are there for everybody', async ({ page }) => {
  await open(page, PAUL);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(PAUL.name);
  await expect(identity(page).getByText('Laguna Beach')).toBeVisible();
  await expect(page.getByRole('status', { name: 'Wallet status' })).toHaveText('Locked');
});

test('once verified each fact is revealed by itself, and the activity says which', async ({ page }) => {
  await open(page, PAUL);
  await verify(page);
  for (const [index, { name, clear }] of facts.entries()) {
    for (const later of facts.slice(index)) await expect(identity(page).getByText(later.clear)).toHaveCount(0);
    await identity(page).getByRole('button', { name: `Reveal ${name}` }).click();
    await expect(identity(page).getByText(clear, { exact: true })).toBeVisible();
  }
  await identity(page).getByRole('button', { name: 'Hide phone' }).click();
  await expect(identity(page).getByText(PAUL.phone)).toHaveCount(0);
  await goTo(page, 'Activity');
  for (const { name } of facts) await expect(page.getByRole('cell', { name: `Revealed: ${name}` })).toHaveCount(1);
});

test('each way of verifying is recorded in its own words', async ({ page }) => {
  await open(page, PAUL);
  for (const method of ['Security questions', 'Call back', 'Identity document', 'Other, as our guideline says'] as const) {
    await verify(page, method);
    await expect(page.getByRole('heading', { name: new RegExp(`^Verified .* · until .* · ${method}$`) })).toBeFocused();
    await page.getByRole('button', { name: 'End verification' }).click();
  }
  await goTo(page, 'Activity');
  await expect(page.getByRole('cell', { name: /^Verified the caller: / })).toHaveText([
    'Verified the caller: security questions',
    'Verified the caller: call back',
    'Verified the caller: identity document',
    'Verified the caller: other, as our guideline says',
  ]);
  await expect(page.getByRole('cell', { name: 'Ended the verification' })).toHaveCount(4);
});

test('ending the verification hides again what was revealed, for good', async ({ page }) => {
  await open(page, PAUL);
  await verify(page);
  await identity(page).getByRole('button', { name: 'Reveal birthday' }).click();
  await expect(identity(page).getByText(PAUL.birthday)).toBeVisible();
  await page.getByRole('button', { name: 'End verification' }).click();
  await expect(page.getByRole('heading', { name: 'How was the caller verified?' })).toBeVisible();
  expect(await everyWord(page)).not.toContain(PAUL.birthday);
  await expect(page.getByRole('button', { name: 'Unlock wallet' })).toBeDisabled();

  await verify(page);
  await expect(identity(page).getByRole('button', { name: 'Reveal birthday' })).toBeEnabled();
  expect(await everyWord(page)).not.toContain(PAUL.birthday);
});

test('the verification runs out after its fifteen minutes, unless it is renewed', async ({ page }) => {
  await page.clock.install();
  await open(page, PAUL);
  await verify(page);
  await identity(page).getByRole('button', { name: 'Reveal phone' }).click();
  await expect(page.getByRole('timer', { name: 'Verification ends in' })).toHaveText(/^14:\d\d$|^15:00$/);

  await page.clock.fastForward('12:00');
  await page.getByRole('button', { name: 'Verified again' }).click();
  await page.clock.fastForward('12:00');
  await expect(level(page, 'Verified')).toBeVisible();
  await expect(identity(page).getByText(PAUL.phone)).toBeVisible();

  // A key, so that the desk itself is not idle.
  await page.keyboard.press('Shift');
  await page.clock.fastForward('03:01');
  await expect(page.getByRole('heading', { name: /^The verification ran out\./ })).toBeVisible();
  await expect(level(page, 'Not verified')).toBeVisible();
  expect(await everyWord(page)).not.toContain(PAUL.phone);
  await expect(page.getByRole('button', { name: 'Unlock wallet' })).toBeDisabled();
});

test('what was revealed before the verification ran out is masked after the next one', async ({ page }) => {
  await page.clock.install();
  await open(page, PAUL);
  await verify(page);
  await identity(page).getByRole('button', { name: 'Reveal phone' }).click();
  await page.clock.fastForward('10:00');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('05:01');
  await expect(page.getByRole('heading', { name: /^The verification ran out\./ })).toBeVisible();
  await verify(page, 'Call back');
  await expect(identity(page).getByRole('button', { name: 'Reveal phone' })).toBeVisible();
  expect(await everyWord(page)).not.toContain(PAUL.phone);
});

test('the section says what the issuer asks for and what is allowed now', async ({ page }) => {
  await open(page, PAUL);
  await goTo(page, 'Verification');
  const row = page.getByRole('row', { name: /Unlock, activate, deactivate/ });
  await expect(row).toContainText('Not yet');
  await verify(page);
  await expect(row).toContainText('Allowed');
});

test('an issuer that asks for nothing shows everything in clear and asks nothing', async ({ page }) => {
  await issuerAsks(page, { reveal: 'none', unlock: 'none', profile: 'none', money: 'none' });
  await open(page, PAUL);
  for (const { clear } of facts) await expect(identity(page).getByText(clear, { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Reveal/ })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /verified/i })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Unlock wallet' })).toBeEnabled();
});

test('an issuer that asks for a verified caller in matters of money alone has them verified', async ({ page }) => {
  await issuerAsks(page, { reveal: 'none', unlock: 'none', profile: 'none' });
  await open(page, PAUL);
  await expect(page.getByRole('button', { name: 'Unlock wallet' })).toBeEnabled();
  await goTo(page, 'Verification');
  const money = page.getByRole('row', { name: /^Post, set limits, dispute/ });
  await expect(money).toContainText('Not yet');
  await verify(page);
  await expect(money).toContainText('Allowed');
});
