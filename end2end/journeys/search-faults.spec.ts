import { stopClock } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { callerName, search, sitDown } from '../support/desk.ts';

const LOOKUP = 'retrieveCustomerLookupInfo';

/** Known customers whose look-up fails, every time it is asked. */
const failing = [
  {
    email: 'lookup-502@sandbox.example',
    sentence: 'The customers could not be read: the gateway is not available.',
    words: ['502', 'HTTP status'],
    hidden: ['Bad Gateway', '<title>'],
    callsEachTime: 2,
  },
  {
    email: 'lookup-html@sandbox.example',
    sentence: 'The customers could not be read: the answer could not be understood.',
    words: [],
    hidden: ['Back soon', 'Maintenance', 'doctype'],
    callsEachTime: 1,
  },
  {
    email: 'lookup-truncated@sandbox.example',
    sentence: 'The customers could not be read: the answer could not be understood.',
    words: [],
    hidden: ['customerUri', 'messageHeader', 'Cutoff'],
    callsEachTime: 1,
  },
  {
    email: 'lookup-failed@sandbox.example',
    sentence: 'The customers: the platform met an error from which it cannot recover.',
    words: ['386', 'ERROR: the customer store is not available', 'said the wallet platform'],
    hidden: [],
    callsEachTime: 1,
  },
  {
    email: 'lookup-unclear@sandbox.example',
    sentence: 'The customers: the gateway answered with an outcome that is not documented.',
    words: ['PENDING'],
    hidden: ['Oddword'],
    callsEachTime: 1,
  },
];

for (const { email, sentence, words, hidden, callsEachTime } of failing) {
  test(`${email} says what went wrong, in the gateway's words too, and can be asked again`, async ({ page, sandbox }) => {
    await sitDown(page);
    await search(page, email);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText(sentence);
    for (const word of words) await expect(alert).toContainText(word);
    const content = await page.getByRole('main').innerHTML();
    for (const body of hidden) expect(content).not.toContain(body);
    const calls = (await sandbox.log()).filter(({ operation }) => operation === LOOKUP);
    expect(calls).toHaveLength(callsEachTime);
    await expect(alert).toContainText(calls.at(-1)?.correlationId ?? 'no correlation ID');
    // The one retry of a read is the same action.
    expect(new Set(calls.map((call) => call.correlationId)).size).toBe(1);

    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => sandbox.count(LOOKUP)).toBe(2 * callsEachTime);
    const again = (await sandbox.log()).findLast(({ operation }) => operation === LOOKUP)?.correlationId ?? 'no correlation ID';
    await expect(alert).toContainText(again);
    await expect(alert).toContainText(sentence);
  });
}

test('a look-up without an answer is given up after ten seconds, once more, and then said to be so', async ({ page, sandbox }) => {
  await page.clock.install();
  await sitDown(page);
  await search(page, 'lookup-times-out@sandbox.example');
  await expect.poll(() => sandbox.count(LOOKUP)).toBe(1);
  await page.clock.fastForward(10_000);
  await expect.poll(() => sandbox.count(LOOKUP)).toBe(2);
  await page.clock.fastForward(10_000);
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('The customers could not be read: the gateway did not answer in time.');
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeEnabled();
});

for (const email of ['lookup-503-once@sandbox.example', 'lookup-answer-lost@sandbox.example']) {
  test(`${email} is found although the first try fails, and the rep sees nothing of it`, async ({ page, sandbox }) => {
    await sitDown(page);
    await search(page, email);
    await expect(callerName(page)).toBeVisible();
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
    expect(await sandbox.count(LOOKUP)).toBe(2);
  });
}

test('"Try again" finds the customer once the gateway is back', async ({ page, sandbox }) => {
  await sitDown(page);
  await sandbox.fail(LOOKUP, { status: 503, times: 2 });
  await search(page, 'pauls_wallet@yahoo.com');
  await page.getByRole('main').getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(callerName(page)).toHaveText('Paul Casey');
});

test('a busy gateway is asked again by itself when the time that it named is over', async ({ page, sandbox }) => {
  await page.clock.install();
  await sitDown(page);
  await stopClock(page);
  await search(page, 'lookup-429@sandbox.example');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('The gateway has too many requests and asks to wait.');
  await expect(alert).toContainText('429');
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeDisabled();
  // Three seconds, and the part of one that is another for each call.
  await expect(alert.getByRole('timer')).toHaveText(/^0:0[34]$/);
  expect(await sandbox.count(LOOKUP)).toBe(1);
  await page.clock.runFor(4_250);
  await expect(callerName(page)).toHaveText('Tessa Toomany');
  expect(await sandbox.count(LOOKUP)).toBe(2);
});

test('what is not permitted offers no second try', async ({ page, sandbox }) => {
  await sitDown(page);
  await search(page, 'lookup-403@sandbox.example');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('You are not permitted to do this.');
  await expect(alert).toContainText('403');
  await expect(alert).toContainText('Ask a lead; trying again does not help.');
  await expect(alert.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  expect(await sandbox.count(LOOKUP)).toBe(1);
});

test('a search after a failed one leaves nothing of the failure', async ({ page }) => {
  await sitDown(page);
  await search(page, 'lookup-failed@sandbox.example');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await search(page, 'pauls_wallet@yahoo.com');
  await expect(callerName(page)).toHaveText('Paul Casey');
  await page.goBack();
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
});

test('a busy gateway that names a moment is waited for until then, by its own clock', async ({ page, sandbox }) => {
  await page.clock.install();
  await sitDown(page);
  await stopClock(page);
  await sandbox.fail(LOOKUP, { status: 429, retryAfter: 20, asDate: true });
  await search(page, 'pauls_wallet@yahoo.com');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert.getByRole('timer')).toHaveText(/^0:2[0-4]$/);
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeDisabled();
  await page.clock.runFor(19_000);
  expect(await sandbox.count(LOOKUP)).toBe(1);
  await page.clock.runFor(6_000);
  await expect(callerName(page)).toHaveText('Paul Casey');
});

test('a gateway that stays busy is asked by itself five times, and then by the rep alone', async ({ page, sandbox }) => {
  await page.clock.install();
  await sitDown(page);
  await stopClock(page);
  await sandbox.fail(LOOKUP, { status: 429, retryAfter: 1, times: 100 });
  await search(page, 'pauls_wallet@yahoo.com');
  const alert = page.getByRole('main').getByRole('alert');
  for (let asked = 1; asked <= 6; asked += 1) {
    await expect(alert.getByRole('timer')).toHaveText(/^0:0[12]$/);
    expect(await sandbox.count(LOOKUP)).toBe(asked);
    await page.clock.runFor(2_250);
  }
  const again = alert.getByRole('button', { name: 'Try again' });
  await expect(again).toBeEnabled();
  await page.clock.runFor(60_000);
  expect(await sandbox.count(LOOKUP)).toBe(6);
  await sandbox.release();
  await again.click();
  await expect(callerName(page)).toHaveText('Paul Casey');
});

test('nobody is kept waiting for an hour, whatever the gateway says', async ({ page, sandbox }) => {
  await page.clock.install();
  await sitDown(page);
  await stopClock(page);
  await sandbox.fail(LOOKUP, { status: 429, retryAfter: 3600 });
  await search(page, 'pauls_wallet@yahoo.com');
  await expect(page.getByRole('main').getByRole('alert').getByRole('timer')).toHaveText(/^2:[0-2]\d$/);
});

test("the gateway's own 401 is not the end of the rep's session, and says whom to tell", async ({ page, sandbox }) => {
  await sitDown(page);
  await sandbox.fail(LOOKUP, { status: 401 });
  await search(page, 'pauls_wallet@yahoo.com');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText("The issuer's gateway did not accept the portal's credentials. You are signed in.");
  await expect(alert).toContainText('Tell the portal’s team; signing in again does not help.');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(callerName(page)).toHaveText('Paul Casey');
});

for (const [status, words] of [
  [302, 'an answer, not a redirect'],
  [200, 'an answer, not a page'],
] as const) {
  test(`${status} in place of an answer is a broken gateway while the rep is signed in`, async ({ page, sandbox }) => {
    await sitDown(page);
    await sandbox.fail(LOOKUP, { status });
    await search(page, 'pauls_wallet@yahoo.com');
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('The customers could not be read: the answer could not be understood.');
    await expect(alert).toContainText(words);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}
