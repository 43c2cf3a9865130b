import type { Page } from '@playwright/test';
import { devicesPanel, goTo, unlock, verify, walletPanel } from '../support/desk.ts';
import { PAUL, identity, open } from '../support/callers.ts';
import { expect, test } from '../support/fixtures.ts';

type Entry = { what: string; outcome: string; correlation: string };

const shownNote = (page: Page) => page.getByRole('region', { name: 'Call note' }).getByText(/^Call note\b.*end of the call/s);

async function entries(page: Page): Promise<Entry[]> {
  await goTo(page, 'Activity');
  const rows = page.getByRole('table', { name: 'Activity of this call' }).getByRole('row').filter({ has: page.getByRole('cell') });
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((rows) =>
    rows.map((row) => {
      const [, what, outcome, correlation] = [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim());
      return { what: what ?? '', outcome: outcome ?? '', correlation: correlation ?? '' };
    }),
  );
}

test('a call in which nothing was done says so', async ({ page }) => {
  await open(page, PAUL);
  await goTo(page, 'Activity');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing was done in this call yet.' })).toBeVisible();
});

test('verifying, revealing and every write of an unlock stand there in order', async ({ page, sandbox }) => {
  await open(page, PAUL);
  await verify(page);
  await identity(page).getByRole('button', { name: 'Reveal phone' }).click();
  await unlock(page);
  await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();

  const listed = await entries(page);
  expect(listed.map(({ what, outcome }) => [what, outcome])).toEqual([
    ['Verified the caller: security questions', 'Done'],
    ['Revealed: phone', 'Done'],
    ['Sent: deactivate the wallet', 'Done'],
    ['Sent: activate the wallet', 'Done'],
    ['Unlock wallet: Locked → Active, seen by reading', 'Done'],
  ]);
  const sent = listed.filter(({ what }) => what.startsWith('Sent: ')).map(({ correlation }) => correlation);
  expect(sent).toEqual((await sandbox.writes()).map((call) => call.correlationId));
  expect(new Set(sent).size).toBe(2);
});

test('a device that was switched stands there with its call', async ({ page, sandbox }) => {
  await open(page, PAUL);
  await verify(page);
  await devicesPanel(page).getByRole('button', { name: /^Deactivate / }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(devicesPanel(page).getByText('is inactive now, seen by reading.')).toBeVisible();
  const [, switched] = await entries(page);
  const [call] = await sandbox.writes();
  expect(switched).toEqual({ what: 'Deactivate a device: seen by reading', outcome: 'Done', correlation: call?.correlationId });
});

test('a reason stands there before the change that it is for', async ({ page }) => {
  await open(page, { email: 'active@sandbox.example', name: 'Ada Ordinary' });
  await verify(page);
  await page.getByRole('button', { name: 'Deactivate wallet' }).click();
  await page.getByRole('radio', { name: 'Suspected fraud' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(walletPanel(page).getByText('Deactivated.')).toBeVisible();
  expect((await entries(page)).map(({ what }) => what)).toEqual([
    'Verified the caller: security questions',
    'Reason to deactivate: suspected fraud',
    'Sent: deactivate the wallet',
    'Deactivate wallet: Active → Inactive, seen by reading',
  ]);
});

for (const { email, name, outcomes } of [
  { email: 'second-call-fails-once@sandbox.example', name: 'Fiona Retry', outcomes: ['Done', 'Not confirmed', 'Done', 'Done'] },
  { email: 'first-call-refused@sandbox.example', name: 'Rita Refusal', outcomes: ['Not done', 'Not done'] },
  { email: 'first-call-partly@sandbox.example', name: 'Percy Halfway', outcomes: ['Partly done', 'Done', 'Done'] },
]) {
  test(`what became of each call is said in a word: ${outcomes.join(', ').toLowerCase()}`, async ({ page, sandbox }) => {
    await open(page, { email, name });
    await verify(page);
    await unlock(page);
    await expect(walletPanel(page).getByText(/^(Unlocked|Not done)\./)).toBeVisible();
    const [, ...listed] = await entries(page);
    expect(listed.map(({ outcome }) => outcome)).toEqual(outcomes);
    const sent = listed.filter(({ what }) => what.startsWith('Sent: ')).map(({ correlation }) => correlation);
    expect(sent).toEqual((await sandbox.writes()).map((call) => call.correlationId));
  });
}

test('the copied note tells what was done, and nothing about whom', async ({ page, context, sandbox }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, PAUL);
  await verify(page);
  for (const fact of ['phone', 'e-mail', 'birthday', 'address']) {
    await identity(page).getByRole('button', { name: `Reveal ${fact}` }).click();
  }
  await unlock(page);
  await expect(walletPanel(page).getByText('Unlocked.')).toBeVisible();
  await goTo(page, 'Activity');
  await page.getByRole('button', { name: 'Copy call note' }).click();
  await expect(page.getByText('Copied. It holds no card data and no personal data.')).toBeVisible();

  const note = await page.evaluate(() => navigator.clipboard.readText());
  expect(note.replaceAll(/\d\d:\d\d/g, '14:02').replaceAll(/[0-9a-f-]{36}/g, 'id').split('\n')).toEqual([
    'Call note',
    '14:02 Verified the caller: security questions',
    '14:02 Revealed: phone',
    '14:02 Revealed: e-mail',
    '14:02 Revealed: birthday',
    '14:02 Revealed: address',
    '14:02 Sent: deactivate the wallet [id]',
    '14:02 Sent: activate the wallet [id]',
    '14:02 Unlock wallet: Locked → Active, seen by reading',
    'Wallet at the end of the call: Active.',
  ]);
  for (const { correlationId } of await sandbox.writes()) expect(note).toContain(correlationId ?? 'no id');
  await expect(shownNote(page)).toHaveText(note);
});

test('a browser that does not let the portal copy is no dead end: the note can be selected', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await open(page, PAUL);
  await verify(page);
  await goTo(page, 'Activity');
  await page.getByRole('button', { name: 'Copy call note' }).click();
  await expect(page.getByText('The browser did not let the portal copy. Select the note below and copy it.')).toBeVisible();
  await expect(shownNote(page)).toContainText('Verified the caller: security questions');
});
