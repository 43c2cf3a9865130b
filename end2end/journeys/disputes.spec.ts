import { readFileSync } from 'node:fs';
import { findKnown } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { confirm, dialog, goTo, verify } from '../support/desk.ts';
import { CARD_USE, create, createIt, disputeOperation, fact, files, fillIn, GUIDE, hand, moment, openUseOfCard, said } from '../support/disputes.ts';
import { focusOn, tabTo } from '../support/keyboard.ts';
import { operations, period, section } from '../support/operations.ts';
import { signIn, signInAgain } from '../support/session.ts';

test.use({ today: TODAY });

const sample = JSON.parse(
  readFileSync(new URL('../../contract/samples/issuing-v2/createDispute.request.json', import.meta.url), 'utf8'),
);

test('from the operation to a created dispute with a reason and a comment in five clicks', async ({ page, sandbox }) => {
  await findKnown(page, 'disputes');
  await verify(page);
  await openUseOfCard(page);
  const clicks = await page.evaluateHandle(() => {
    const clicks = { count: 0 };
    addEventListener('pointerdown', () => (clicks.count += 1), true);
    return clicks;
  });
  await page.getByRole('button', { name: 'Dispute operation' }).click();
  await page.getByText('Counterfeit card', { exact: true }).click();
  await page.getByLabel('Comment').click();
  await page.keyboard.type('Cardholder phone call');
  await create(page).click();
  await dialog(page).getByRole('button', { name: 'Create dispute' }).click();
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  expect(await clicks.evaluate(({ count }) => count)).toBe(5);
  expect(await sandbox.count('createDispute')).toBe(1);
  await page.getByRole('link', { name: /^Open folder D-V-1234-/ }).click();
  await expect(moment(page, 'Cardholder phone call')).toBeVisible();
  await expect(fact(page, 'Reason')).toHaveText('Counterfeit card');
});

test('with the keyboard alone: from the operation to its dispute, and a note into its folder', async ({ page, sandbox }) => {
  await findKnown(page, 'disputes');
  await tabTo(page, page.getByRole('button', { name: 'Security questions' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Verified \d\d:\d\d/ })).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(operations(page).getByRole('rowheader').first()).toBeVisible();
  const inFocus = operations(page).locator(':focus');
  do {
    await page.keyboard.press('j');
    await expect(inFocus).toHaveCount(1);
  } while (!CARD_USE.test((await inFocus.textContent()) ?? ''));
  await page.keyboard.press('Enter');
  const begin = page.getByRole('button', { name: 'Dispute operation' });
  await expect(begin).toBeEnabled();
  await tabTo(page, begin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'New dispute' })).toBeVisible();
  await tabTo(page, page.getByRole('radio', { name: 'Counterfeit card' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByLabel('Comment'));
  await page.keyboard.type('Cardholder phone call');
  await tabTo(page, create(page));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('button', { name: 'Create dispute', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  const folder = page.getByRole('link', { name: /^Open folder D-V-1234-/ });
  await tabTo(page, folder);
  await page.keyboard.press('Enter');
  await expect(moment(page, 'Cardholder phone call')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Add event' }));
  await page.keyboard.press('Enter');
  await tabTo(page, dialog(page).getByLabel('Message'));
  await page.keyboard.type('Called back');
  await tabTo(page, dialog(page).getByRole('button', { name: 'Add event' }));
  await page.keyboard.press('Enter');
  await expect(moment(page, 'Called back')).toBeVisible();
  expect(await sandbox.count('createDispute')).toBe(1);
});

test('the guide\'s dispute: counterfeit card, fraud, write-off, comment and PDF, sent as the guide prints it', async ({ page, sandbox }) => {
  await findKnown(page, GUIDE.address);
  await verify(page);
  await section(page);
  await period(page, '2022-11-01', '2022-12-31');
  await page.getByRole('rowheader', { name: /ELEKTROWELT24/ }).getByRole('link').click();
  await page.getByRole('button', { name: 'Dispute operation' }).click();
  await fillIn(page);
  await expect(page.getByLabel('Declare the fraud to the scheme')).toBeChecked();
  await page.getByLabel('Posting', { exact: true }).selectOption('ISSUER_ACCOUNT');
  await page.getByLabel('Amount to post').fill('76.25');
  await page.getByLabel('Message on the posting').fill('Write off');
  await hand(page.getByRole('main'), files.guide);
  await page.getByLabel('Label').fill('test file');
  const effect = page.getByRole('main').getByRole('table', { name: 'What will change' });
  await expect(effect.getByRole('row', { name: /Outstanding/ })).toContainText('76.25 EUR');
  await expect(effect.getByRole('row', { name: /Outstanding/ })).toContainText('0.00 EUR');
  await create(page).click();
  await expect(dialog(page)).toContainText('Gisbert Guidefolder');
  await expect(dialog(page).getByRole('button').last()).toHaveText('Create dispute');
  await confirm(page, 'Create dispute');
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');

  const [deed] = await sandbox.deeds();
  expect(deed?.path).toBe(`/issuers/1234/operations/${GUIDE.undisputed}/disputes`);
  const sent = JSON.parse(deed?.body ?? '{}');
  expect(sent.issuerDisputeExternalReference).toMatch(/^[0-9a-f-]{36}$/);
  expect({ ...sent, issuerDisputeExternalReference: '' }).toEqual({ ...sample, issuerDisputeExternalReference: '' });

  await page.getByRole('link', { name: /^Open folder/ }).click();
  await expect(fact(page, 'Outstanding balance')).toHaveText('0.00 EUR');
  await expect(fact(page, 'The issuer carries')).toHaveText('76.25 EUR');
  await expect(moment(page, 'test1.pdf')).toContainText('test file');
});

test('the meter says what is missing, and why the button is disabled', async ({ page }) => {
  await disputeOperation(page, 'disputes');
  await expect(create(page)).toBeDisabled();
  await expect(create(page)).toHaveAccessibleDescription('Choose a reason.');
  await page.getByRole('radio', { name: 'Counterfeit card' }).check();
  await expect(create(page)).toHaveAccessibleDescription('Missing: What the cardholder says about it.');
  const readiness = page.getByRole('region', { name: 'Readiness' });
  await expect(readiness.getByRole('status')).toHaveText('0 of 3: not enough for a dispute');
  await page.getByLabel('Comment').fill('Never been there');
  await expect(readiness.getByRole('status')).toHaveText('1 of 3: enough for a dispute, not yet for a chargeback');
  await expect(create(page)).toBeEnabled();
  await page.getByLabel(/was the card with you the whole time/).check();
  await hand(page.getByRole('main'), files.pdf);
  await expect(readiness.getByRole('status')).toHaveText('3 of 3: everything is there');
});

test('a draft survives leaving the screen and another caller, and nothing of it is written to disk', async ({ page }) => {
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await hand(page.getByRole('main'), files.pdf);
  await goTo(page, 'Overview');
  await findKnown(page, 'active');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Ordinary');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toMatch(/phone call|letter/);
  await page.getByRole('tab', { name: 'Dora Disputable' }).click();
  await openUseOfCard(page);
  await page.getByRole('button', { name: 'Dispute operation' }).click();
  await expect(page.getByLabel('Comment')).toHaveValue('Cardholder phone call');
  await expect(page.getByRole('radio', { name: 'Counterfeit card' })).toBeChecked();
  await expect(page.getByRole('list', { name: 'Documents to send' })).toContainText('letter.pdf');
});

test('the tab of a caller leads back to the draft that was left, and Escape on a choice does not leave it', async ({ page }) => {
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await findKnown(page, 'active');
  await page.getByRole('tab', { name: 'Dora Disputable' }).click();
  await expect(page.getByRole('heading', { name: 'New dispute' })).toBeVisible();
  await expect(page.getByLabel('Comment')).toHaveValue('Cardholder phone call');
  await focusOn(page.getByRole('radio', { name: 'Counterfeit card' }));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: 'Counterfeit card' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'New dispute' })).toBeVisible();
});

test('a session that ends in the middle of a draft costs nothing of it', async ({ page, sandbox }) => {
  await disputeOperation(page, 'dispute-signed-out');
  await fillIn(page);
  await createIt(page);
  await expect(signInAgain(page)).toBeVisible();
  await signIn(page, 'Robin Keller');
  await signInAgain(page).getByRole('button', { name: 'Go on' }).click();
  await expect(signInAgain(page)).toBeHidden();
  await expect(page.getByLabel('Comment')).toHaveValue('Cardholder phone call');
  await createIt(page);
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  expect(await sandbox.count('createDispute')).toBe(2);
  expect(await sandbox.deeds()).toHaveLength(1);
});

test('an operation that is in dispute says so and leads to its folder', async ({ page }) => {
  await findKnown(page, GUIDE.address);
  await section(page);
  await period(page, '2022-11-01', '2022-12-31');
  await page.getByRole('rowheader', { name: /M\.NAME-ATM/ }).getByRole('link').click();
  await expect(page.getByRole('button', { name: 'Dispute operation' })).toHaveCount(0);
  await page.getByRole('link', { name: `Dispute folder ${GUIDE.folder}` }).click();
  await expect(page.getByRole('heading', { name: `Dispute ${GUIDE.folder}` })).toBeVisible();
});

test('a text that is pasted with a picture stays a text; a file alone is handed over', async ({ page }) => {
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  const taken = (text: string): Promise<boolean> =>
    page.getByLabel('Comment').evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      if (text !== '') clipboardData.setData('text/plain', text);
      clipboardData.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'image.png', { type: 'image/png' }));
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      field.dispatchEvent(event);
      return event.defaultPrevented;
    }, text);
  expect(await taken('Copied from a spreadsheet')).toBe(false);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await taken('')).toBe(true);
  await expect(page.getByRole('alert')).toContainText('“image.png” is a PNG image');
});
