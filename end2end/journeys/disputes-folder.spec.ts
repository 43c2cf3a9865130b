import { findKnown } from '../support/accounts.ts';
import { TODAY } from '../support/clock.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/fixtures.ts';
import { confirm, dialog, goTo } from '../support/desk.ts';
import { expectUsableInEveryLook } from '../support/looks.ts';
import { atTheDisputes, atTheFolder, begin, chooseOther, disputeOperation, fact, files, folders, GUIDE, hand, moment, otherTransaction, said, timeline } from '../support/disputes.ts';

test.use({ today: TODAY });

test('the folders of the cards are listed, and those that are open stand in the overview', async ({ page }) => {
  await findKnown(page, 'dispute-states');
  const open = page.getByRole('region', { name: 'Open disputes' });
  await expect(open.getByRole('listitem')).toHaveCount(1);
  await expect(open).toContainText('Counterfeit card');
  await goTo(page, 'Disputes');
  await expect(folders(page).getByRole('row')).toHaveCount(3);
  await expect(folders(page).getByRole('row', { name: /High amount/ })).toContainText('Closed');
});

test('the guide\'s folder is one story in order of time, and an amount that is not stated is not 0', async ({ page }) => {
  await atTheFolder(page, GUIDE.address, GUIDE.folder);
  await expect(timeline(page).getByRole('listitem')).toHaveCount(9);
  const words = await timeline(page).getByRole('code').allTextContents();
  expect(words).toEqual([
    'ORIGINAL', 'Processing View', 'FIRSTCHARGEBACK', 'LOCATE_TRANSACTION', 'TRANSACTION_DETAILS', 'CREATE_CLAIM',
    'DISPUTE_INITIATE', 'ASSOCIATE_TRANSACTION', 'CHARGEBACK_SUBMIT',
  ]);
  await expect(moment(page, 'We asked for the money back')).toContainText('Not stated');
  await expect(moment(page, 'We asked for the money back')).toContainText('Waiting for the scheme');
  await expect(moment(page, 'ASSOCIATE_TRANSACTION')).toContainText('Origin not stated');
  await expect(moment(page, 'TRANSACTION_DETAILS')).toContainText('RDR Eligible Indicator: false');
  await expect(fact(page, 'Outstanding balance')).toHaveText('215.22 EUR');
  await expect(fact(page, 'At the merchant’s')).toHaveText('211.01 BRL');
  const button = page.getByRole('button', { name: 'Generate chargeback' });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription('Chargeback: One is with the scheme since 15 Nov 2022.');
});

test('a folder is found by its reference and by its operation, and what is not disputed is a sentence', async ({ page }) => {
  await atTheDisputes(page, GUIDE.address);
  const find = page.getByLabel('Folder or operation reference');
  for (const reference of [GUIDE.folder, GUIDE.disputed]) {
    await find.fill(reference);
    await find.press('Enter');
    await expect(page.getByRole('status').getByRole('link', { name: GUIDE.folder })).toBeVisible();
  }
  await find.fill(GUIDE.undisputed);
  await find.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'no operation with it is in dispute' })).toBeVisible();
});

test('a closed folder takes nothing and says why', async ({ page }) => {
  await atTheFolder(page, 'dispute-states', /High amount/);
  for (const name of ['Add posting', 'Add event', 'Add document', 'Generate chargeback']) {
    await expect(page.getByRole('button', { name })).toBeDisabled();
    await expect(page.getByRole('button', { name })).toHaveAccessibleDescription(/The folder is closed\.|For the same reason\./);
  }
});

test('a write-off shows its effect first, goes into the folder and onto the account', async ({ page, sandbox }) => {
  await atTheFolder(page, 'dispute-states', /Counterfeit card/);
  const before = await fact(page, 'Outstanding balance').innerText();
  const form = await begin(page, 'Add posting');
  await expect(form).toContainText('Stefan Foldered');
  await form.getByLabel('Amount', { exact: true }).fill('1');
  await form.getByLabel('Message on the posting').fill('Write off');
  const effect = form.getByRole('table', { name: 'What will change' });
  await expect(effect.getByRole('row', { name: /Outstanding balance/ })).toContainText(before);
  await expect(effect.getByRole('row', { name: /The issuer carries/ })).toContainText('1.00 EUR');
  await confirm(page, 'Add posting');
  await expect(said(page)).toContainText('1.00 EUR is posted in folder');
  await expect(moment(page, 'Written off: the issuer carries it')).toContainText('1.00 EUR');
  await expect(fact(page, 'The issuer carries')).toHaveText('1.00 EUR');
  expect(await sandbox.count('createDisputePosting')).toBe(1);
});

test('more than is outstanding cannot be posted', async ({ page, sandbox }) => {
  await atTheFolder(page, 'dispute-states', /Counterfeit card/);
  const form = await begin(page, 'Add posting');
  await form.getByLabel('Amount', { exact: true }).fill('999999');
  await form.getByRole('button', { name: 'Add posting' }).click();
  await expect(form.getByLabel('Amount', { exact: true })).toHaveAccessibleDescription(/Only .* is outstanding\./);
  await expect(form.getByLabel('Amount', { exact: true })).toBeFocused();
  expect(await sandbox.writes()).toEqual([]);
});

test('a note and a document go into the folder\'s story', async ({ page }) => {
  await atTheFolder(page, 'dispute-states', /Counterfeit card/);
  const note = await begin(page, 'Add event');
  await note.getByLabel('Message').fill('Called back: the card was in the wallet');
  await confirm(page, 'Add event');
  await expect(moment(page, 'Called back: the card was in the wallet')).toContainText('From outside the platform');
  const document = await begin(page, 'Add document');
  await hand(document, files.jpeg);
  await expect(document.getByRole('img').or(document.locator('img'))).toHaveAttribute('src', /^blob:/);
  await document.getByLabel('Label').fill('Receipt');
  await confirm(page, 'Add document');
  await expect(moment(page, 'receipt.jpeg')).toContainText('image/jpeg');
  await expect(moment(page, 'receipt.jpeg')).toContainText('Receipt');
});

test('Visa: fraud wants a document', async ({ page }) => {
  await atTheFolder(page, 'dispute-scenarios', /Blocked card/);
  const form = await begin(page, 'Generate chargeback');
  await form.getByRole('radio', { name: 'Fraud on the internet (10)' }).check();
  await form.getByRole('button', { name: 'Generate chargeback' }).click();
  await expect(form.getByRole('alert')).toContainText('Visa wants a document with this scenario.');
  await hand(form, files.pdf);
  await form.getByRole('button', { name: 'Generate chargeback' }).click();
  await expect(said(page)).toContainText('is with the scheme');
  await expect(moment(page, 'FIRSTCHARGEBACK')).toContainText('Reason 10: Fraud');
  await expect(moment(page, 'FIRSTCHARGEBACK')).toContainText('Not stated');
  await expect(page.getByRole('button', { name: 'Generate chargeback' })).toBeDisabled();
});

test('Visa: a duplicate wants the other transaction, and its reason wants the cardholder asked', async ({ page, sandbox }) => {
  await atTheFolder(page, 'dispute-scenarios', /Duplicate transaction/);
  const button = page.getByRole('button', { name: 'Generate chargeback' });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(/Missing: Cardholder: did the merchant refuse to refund it\?/);
  const note = await begin(page, 'Add event');
  await note.getByRole('button', { name: /did the merchant refuse to refund it/ }).click();
  await confirm(page, 'Add event');
  await expect(button).toBeEnabled();
  const form = await begin(page, 'Generate chargeback');
  await form.getByRole('radio', { name: 'Charged twice (12.6)' }).check();
  await form.getByRole('button', { name: 'Generate chargeback' }).click();
  await expect(otherTransaction(form)).toHaveAccessibleDescription(/Name the transaction/);
  await chooseOther(form);
  await form.getByRole('button', { name: 'Generate chargeback' }).click();
  await expect(moment(page, 'FIRSTCHARGEBACK')).toContainText('Reason 12: Processing Error');
  const sent = JSON.parse((await sandbox.deeds()).at(-1)?.body ?? '{}');
  expect(sent.duplicatedTransactionIdentifier, 'the scheme\'s identifier, and no other number').toMatch(/^0\d{14}$/);
});

test('the right transaction can be named by the scheme\'s identifier, and a number that the scheme does not know is refused', async ({ page }) => {
  await atTheFolder(page, 'dispute-scenarios', /Duplicate transaction/);
  const note = await begin(page, 'Add event');
  await note.getByRole('button', { name: /did the merchant refuse to refund it/ }).click();
  await confirm(page, 'Add event');
  const form = await begin(page, 'Generate chargeback');
  await form.getByRole('radio', { name: 'Charged twice (12.6)' }).check();
  await otherTransaction(form).selectOption({ label: 'Another one, by the scheme’s identifier' });
  const typed = form.getByLabel('The scheme’s identifier of that transaction');
  await form.getByRole('button', { name: 'Generate chargeback' }).click();
  await expect(typed).toHaveAccessibleDescription(/Name the transaction/);
  await typed.fill('10000000000264015');
  await confirm(page, 'Generate chargeback');
  await expect(said(page)).toContainText('Nothing was sent to the scheme.');
});

test('after a change to a folder the focus is on what became of it', async ({ page }) => {
  await atTheFolder(page, 'dispute-states', /Counterfeit card/);
  const note = await begin(page, 'Add event');
  await note.getByLabel('Message').fill('Called back');
  await confirm(page, 'Add event');
  await expect(moment(page, 'Called back')).toBeVisible();
  await expect(page.getByRole('group', { name: 'The newest change' })).toBeFocused();
  await expect(page.getByRole('group', { name: 'The newest change' })).toContainText('The event is in folder');
});

test('Visa: no cash came out, a part of it', async ({ page }) => {
  await atTheFolder(page, 'dispute-scenarios', /No cash/);
  const form = await begin(page, 'Generate chargeback');
  await form.getByRole('radio', { name: 'A part of it' }).check();
  await form.getByLabel('Amount to charge back').fill('1');
  await form.getByRole('radio', { name: 'No cash came out (13.9)' }).check();
  await expect(form.getByRole('table', { name: 'What will change' }).getByRole('row', { name: /Asked of the scheme/ })).toContainText('1.00 EUR');
  await hand(form, files.pdf);
  await form.getByRole('button', { name: 'Generate chargeback' }).click();
  await expect(moment(page, 'FIRSTCHARGEBACK')).toContainText('Reason 13: Consumer Dispute');
  await expect(moment(page, 'FIRSTCHARGEBACK')).toContainText('1.00 EUR');
});

test('Mastercard wants a reason code of its own', async ({ page }) => {
  await atTheFolder(page, 'dispute-mastercard');
  await expect(page.getByRole('heading', { name: /^Dispute D-M-/ })).toBeVisible();
  const form = await begin(page, 'Generate chargeback');
  await expect(form.getByRole('radio', { name: /13\.9/ })).toHaveCount(0);
  await form.getByLabel('Reason code').fill('fraud');
  await form.getByRole('button', { name: 'Generate chargeback' }).click();
  await expect(form.getByLabel('Reason code')).toHaveAccessibleDescription(/four digits, such as 4837/);
  await form.getByLabel('Reason code').fill('4837');
  await form.getByRole('button', { name: 'Generate chargeback' }).click();
  await expect(moment(page, 'FIRSTCHARGEBACK')).toContainText('Reason 4837');
});

test('what cannot be attached is refused with what to do instead, and nothing of it is sent', async ({ page, sandbox }) => {
  await atTheFolder(page, 'dispute-states', /Counterfeit card/);
  const form = await begin(page, 'Add document');
  for (const [file, sentence] of [
    [files.pngThatSaysJpeg, '“doc.jpeg” is a PNG image, whatever its name says.'],
    [files.polyglot, 'begins as a JPEG image and is a ZIP archive as well'],
    [files.tooLong, '“book.pdf” has 11.1 MB, and at most 10 MB are taken.'],
  ] as const) {
    await form.getByLabel('Document', { exact: true }).setInputFiles(file);
    await expect(form.getByRole('alert')).toContainText(sentence);
  }
  await form.getByRole('button', { name: 'Add document' }).click();
  await expect(form.getByRole('alert')).toContainText('Choose a document first.');
  expect(await sandbox.writes()).toEqual([]);
});

test('a folder that cannot be read says so in its own place', async ({ page }) => {
  await atTheDisputes(page, 'folder-fails');
  await folders(page).getByRole('link').first().click();
  await expect(page.getByRole('alert')).toContainText('The folder could not be read');
  await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('folders that cannot be listed say so, and a row of another shape is counted', async ({ page }) => {
  await atTheDisputes(page, 'disputes-fail');
  await expect(page.getByRole('alert').filter({ hasText: 'The dispute folders could not be read' })).toBeVisible();
  await atTheDisputes(page, 'disputes-unreadable-row');
  await expect(page.getByText(/could not be read and (is|are) not shown\./)).toBeVisible();
});

test('what is typed for a folder survives closing the form and leaving the screen', async ({ page }) => {
  await atTheFolder(page, 'dispute-states', /Counterfeit card/);
  await (await begin(page, 'Add event')).getByLabel('Message').fill('Half a sentence');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await goTo(page, 'Overview');
  await goTo(page, 'Disputes');
  await folders(page).getByRole('row', { name: /Counterfeit card/ }).getByRole('link').click();
  await expect((await begin(page, 'Add event')).getByLabel('Message')).toHaveValue('Half a sentence');
});

test('without verification the buttons are disabled with the reason', async ({ page }) => {
  await findKnown(page, 'dispute-states');
  await goTo(page, 'Disputes');
  await folders(page).getByRole('row', { name: /Counterfeit card/ }).getByRole('link').click();
  await expect(page.getByRole('button', { name: 'Add posting' })).toHaveAccessibleDescription('Verify the caller first.');
});

test('the list, a folder, a new dispute and a form can be used by everybody in every look', async ({ page }) => {
  test.setTimeout(120_000);
  await atTheDisputes(page, GUIDE.address);
  await expect(folders(page)).toBeVisible();
  await expectUsableInEveryLook(page);
  await page.setViewportSize({ width: 1360, height: 900 });
  await folders(page).getByRole('link').first().click();
  await expect(timeline(page)).toBeVisible();
  await expectUsableInEveryLook(page);
  await page.setViewportSize({ width: 1360, height: 900 });
  await begin(page, 'Add document');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await disputeOperation(page, 'disputes');
  await expectUsableInEveryLook(page);
});
