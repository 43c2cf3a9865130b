import { expect, test } from '../support/fixtures.ts';
import { dialog, findCaller, redBanner, sitDown, search, unlock, verify, walletPanel, walletStatus } from '../support/desk.ts';
import {
  expectForgotten,
  expectMendable,
  expectWallet,
  LEFT_INACTIVE,
  LOCKED,
  remembered,
  success,
  USABLE,
  watchClaims,
  workIsOver,
  workIsSoonOver,
} from '../support/unlocking.ts';

const off = false;
const on = true;

/** Known customers whose unlock succeeds in spite of everything, and what is sent for it. */
const mended: Record<string, boolean[]> = {
  'first-call-fails-once': [off, off, on],
  'first-call-answer-lost': [off, on],
  'first-call-too-many': [off, off, on],
  'first-call-partly': [off, on],
  'second-call-fails-once': [off, on, on],
  'second-call-answer-lost': [off, on],
  'second-call-too-many': [off, on, on],
  'second-call-partly': [off, on],
  'second-call-noted': [off, on],
  'second-call-html': [off, on],
  'second-call-truncated': [off, on],
  'second-call-unclear': [off, on],
  'reread-fails-3-times': [off, on],
  'slow-unlock': [off, on],
};

for (const [who, sent] of Object.entries(mended)) {
  test(`${who}: the wallet is unlocked and proven`, async ({ page, sandbox }) => {
    const email = `${who}@sandbox.example`;
    const claimsWereTrue = await watchClaims(page, sandbox, email);
    await findCaller(page, email);
    await verify(page);
    await unlock(page);
    await workIsOver(page);
    await expect(walletPanel(page)).toContainText(/Unlocked\. \w+ can sign in now; a wrong password will count again\./);
    await expect(page.getByRole('table', { name: 'Before and after' }).getByRole('row', { name: 'State' })).toHaveText('StateLockedActive');
    await expect(walletStatus(page)).toHaveText('Active');
    expect(await sandbox.activations()).toEqual(sent);
    await expectWallet(sandbox, email, USABLE);
    await expectForgotten(page);
    await claimsWereTrue();
  });
}

/** Known customers whose calls get no answer; the clock is put forward by the portal's ten seconds. */
const timedOut: Record<string, boolean[]> = {
  'first-call-times-out': [off, off, on],
  'first-call-times-out-done': [off, on],
  'second-call-times-out': [off, on, on],
  'second-call-times-out-done': [off, on],
};

for (const [who, sent] of Object.entries(timedOut)) {
  test(`${who}: "not confirmed" is said, then the wallet is unlocked and proven`, async ({ page, sandbox }) => {
    const email = `${who}@sandbox.example`;
    await page.clock.install();
    const claimsWereTrue = await watchClaims(page, sandbox, email);
    await findCaller(page, email);
    await verify(page);
    const hanging = who.startsWith('first') ? [off] : [off, on];
    // The read that settles it is held, so that what is said in between can be seen.
    await sandbox.hold('retrieveCustomerLookupInfo', { nth: hanging.length + 1 });
    await unlock(page);
    await expect.poll(() => sandbox.activations()).toEqual(hanging);
    await page.clock.fastForward(10_000);
    await sandbox.holds(1);
    await expect(walletPanel(page).getByRole('status').filter({ hasText: 'Not confirmed, checking.' })).toContainText(
      'Nothing needs to be pressed.',
    );
    await sandbox.release();
    await workIsOver(page);
    await expect(walletPanel(page)).toContainText('Unlocked.');
    expect(await sandbox.activations()).toEqual(sent);
    await expectWallet(sandbox, email, USABLE);
    await expectForgotten(page);
    await claimsWereTrue();
  });
}

const seen = { locked: /Done · Locked at [\d:]+$/, inactive: /Done · Inactive and locked at [\d:]+$/ };
const stillLocked = /Failed · Locked at [\d:]+$/;
const [skipped, failed, done] = [/Skipped$/, /Failed$/, /Done$/];

/** Known customers who stay locked: the heading, why, what was sent, and how far each step came. */
const staysLocked: Record<string, { heading: string; why: (string | RegExp)[]; sent: boolean[]; steps: RegExp[] }> = {
  'first-call-fails-always': {
    heading: 'Not unlocked.',
    why: ['502'],
    sent: [off, off],
    steps: [seen.locked, /Failed · attempt 2 of 2$/, stillLocked, skipped, skipped],
  },
  'first-call-refused': {
    heading: 'Not done.',
    why: ['386', 'ERROR: the profile is being updated'],
    sent: [off],
    steps: [seen.locked, failed, stillLocked, skipped, skipped],
  },
  'first-call-forbidden': {
    heading: 'Not done.',
    why: ['You are not permitted to do this.', '403'],
    sent: [off],
    steps: [seen.locked, failed, stillLocked, skipped, skipped],
  },
  'locked-again': {
    heading: 'Not unlocked.',
    why: ['Somebody may be trying to log in'],
    sent: [off, on],
    steps: [seen.locked, done, seen.inactive, done, stillLocked],
  },
};

for (const [who, { heading, why, sent, steps }] of Object.entries(staysLocked)) {
  test(`${who}: the wallet stays locked, and the portal says so and why`, async ({ page, sandbox }) => {
    const email = `${who}@sandbox.example`;
    const claimsWereTrue = await watchClaims(page, sandbox, email);
    await findCaller(page, email);
    await verify(page);
    await unlock(page);
    await workIsOver(page);
    const panel = walletPanel(page);
    await expect(panel.getByRole('alert').filter({ hasText: heading })).toBeVisible();
    for (const words of why) await expect(panel).toContainText(words);
    await expect(page.getByRole('list', { name: 'Unlocking' }).getByRole('listitem')).toHaveText(steps);
    await expect(walletStatus(page)).toHaveText('Locked');
    await expect(success(page)).toHaveCount(0);
    await expect(page.getByRole('table', { name: 'Before and after' })).toHaveCount(0);
    expect(await sandbox.activations()).toEqual(sent);
    await expectWallet(sandbox, email, LOCKED);
    await expect(page.getByRole('button', { name: 'Unlock wallet' })).toBeEnabled();
    await claimsWereTrue();
  });
}

/** Known customers whose second call never gets through: why. */
const staysInactive: Record<string, string[]> = {
  'second-call-fails-always': ['502'],
  'second-call-refused': ['386', 'ERROR: the profile is being updated'],
  'second-call-forbidden': ['You are not permitted to do this.', '403'],
  'second-call-partly-undone': ['The gateway did only part of it.', '120', 'PARTIAL_SUCCESS: the profile was not updated'],
};

for (const [who, why] of Object.entries(staysInactive)) {
  test(`${who}: after four tries a red banner stays, and a reload does not take it away`, async ({ page, sandbox }) => {
    const email = `${who}@sandbox.example`;
    await page.clock.install();
    const claimsWereTrue = await watchClaims(page, sandbox, email);
    await findCaller(page, email);
    await verify(page);
    await unlock(page);
    await workIsSoonOver(page);
    await expect(redBanner(page)).toContainText('can neither sign in nor pay until it is reactivated.');
    await expect(redBanner(page)).toHaveAttribute('data-tone', 'danger');
    await expect(page.getByRole('list', { name: 'Unlocking' }).getByRole('listitem')).toHaveText([
      seen.locked,
      done,
      seen.inactive,
      /Failed · attempt 4 of 4$/,
      /Failed · Inactive and locked at [\d:]+$/,
    ]);
    for (const words of why) await expect(walletPanel(page)).toContainText(words);
    await expect(walletStatus(page)).toHaveText('Inactive and locked');
    await expect(success(page)).toHaveCount(0);
    expect(await sandbox.activations()).toEqual([off, on, on, on, on]);
    await expectWallet(sandbox, email, LEFT_INACTIVE);
    await expect(page.getByRole('button', { name: 'Reactivate wallet' })).toBeEnabled();

    await sitDown(page);
    await findCaller(page, email);
    await expect(redBanner(page)).toBeVisible();
    await claimsWereTrue();
  });
}

test('an outage that ends: the red banner leads to a reactivation that asks for no reason', async ({ page, sandbox }) => {
  const email = 'miguel.alvarez@sandbox.example';
  await page.clock.install();
  await findCaller(page, email);
  await verify(page);
  await sandbox.fail('updateCustomerActivation', { activate: true, times: 4 });
  await unlock(page);
  await workIsSoonOver(page);
  await expect(redBanner(page)).toBeVisible();
  await expectMendable(page, sandbox, email);
});

test('second-call-signed-out: the rep signs in again, and the unlock has gone on', async ({ page, sandbox }) => {
  const email = 'second-call-signed-out@sandbox.example';
  const claimsWereTrue = await watchClaims(page, sandbox, email);
  await findCaller(page, email);
  await verify(page);
  await unlock(page);
  await expect(dialog(page)).toHaveAccessibleName('Sign in again');
  await dialog(page).getByRole('button', { name: 'Go on' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(walletPanel(page)).toContainText('Unlocked.');
  expect(await sandbox.activations()).toEqual([off, on, on]);
  await expectWallet(sandbox, email, USABLE);
  await expectForgotten(page);
  await claimsWereTrue();
});

test('second-call-too-many: the call is not repeated before the gateway said', async ({ page, sandbox }) => {
  await findCaller(page, 'second-call-too-many@sandbox.example');
  await verify(page);
  await unlock(page);
  await expect(walletPanel(page)).toContainText('Unlocked.', { timeout: 15_000 });
  const times = (await sandbox.writes()).filter((call) => call.activate).map((call) => call.time);
  expect(times).toHaveLength(2);
  // By the sandbox's clock, and by what Retry-After asked for.
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(3000);
});

test('reread-fails-always: nothing is claimed, and the unlock stays remembered', async ({ page, sandbox }) => {
  const email = 'reread-fails-always@sandbox.example';
  await page.clock.install();
  await findCaller(page, email);
  await verify(page);
  await unlock(page);
  await workIsSoonOver(page);
  await expect(walletPanel(page).getByRole('alert').filter({ hasText: 'Not confirmed.' })).toContainText(
    'Read it again before you promise anything.',
  );
  await expect(page.getByRole('alert').filter({ hasText: 'The wallet may be inactive: read it again.' })).toBeVisible();
  await expect(success(page)).toHaveCount(0);
  expect(await sandbox.activations()).toEqual([off]);
  expect(await remembered(page)).toHaveLength(1);

  // Once the wallet can be read again, the portal remembers what was not seen to its end.
  await sandbox.reset();
  await sitDown(page);
  await expect(page.getByRole('alert').filter({ hasText: 'A wallet may be inactive.' })).toBeVisible();
  await search(page, email);
  await expect(walletStatus(page)).toHaveText('Locked');
  await expect(page.getByRole('status', { name: 'What stands in the way' })).toContainText('An unlock was not confirmed.');
});

test('every known customer whose unlock goes wrong has a journey', async ({ sandbox }) => {
  const journeys = [mended, timedOut, staysLocked, staysInactive].flatMap((table) => Object.keys(table));
  journeys.push('second-call-signed-out', 'reread-fails-always');
  const known = (await sandbox.known()).map((customer) => customer.search.replace('@sandbox.example', ''));
  const unlocks = known.filter((name) => /^(first-call|second-call|reread|locked-again|slow-unlock)/.test(name));
  expect(journeys.toSorted()).toEqual(unlocks.toSorted());
});

for (const [who, told] of [
  ['first-call-partly', 'PARTIAL_SUCCESS: sessions were not ended'],
  ['second-call-partly', 'PARTIAL_SUCCESS: devices were not told'],
  ['second-call-noted', 'PARTIAL_SUCCESS: devices were not told'],
] as const) {
  test(`${who}: what the gateway did only in part stands beside the proof, in amber`, async ({ page }) => {
    await findCaller(page, `${who}@sandbox.example`);
    await verify(page);
    await unlock(page);
    await workIsOver(page);
    const proof = walletPanel(page).getByRole('status').filter({ hasText: 'Unlocked.' });
    await expect(proof).toContainText('The gateway says that something beside it was not done: it is listed below.');
    await expect(proof).toHaveAttribute('data-tone', 'attention');
    await expect(walletPanel(page)).toContainText(`Not done, or in part: ${told}`);
  });
}
