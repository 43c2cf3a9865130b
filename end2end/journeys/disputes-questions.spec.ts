import { TODAY } from '../support/clock.ts';
import { confirm, dialog } from '../support/desk.ts';
import { atTheFolder, begin, create, createIt, disputeOperation, files, fillIn, hand, moment, said } from '../support/disputes.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ today: TODAY });

test('before a dispute is made everything that will be sent is said, and of another reason nothing is sent', async ({ page, sandbox }) => {
  await disputeOperation(page, 'dispute-two-ways', /HARBOUR DINER/);
  await page.getByRole('radio', { name: 'Duplicate transaction' }).check();
  await page.getByLabel(/did the merchant refuse to refund it/).check();
  await fillIn(page);
  await page.getByLabel(/was the card with you the whole time/).check();
  await page.getByRole('radio', { name: 'A part of it' }).check();
  await page.getByLabel('Amount to give back').fill('20');
  await create(page).click();
  const notes = dialog(page).getByRole('row', { name: /^Note/ });
  await expect(notes).toHaveText([/Cardholder phone call/, /Asked\. Cardholder: was the card with you/]);
  await expect(dialog(page).getByRole('row', { name: /Given back at once/ })).toContainText('20.00 EUR');
  await confirm(page, 'Create dispute');
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  const [deed] = await sandbox.deeds();
  expect(deed?.body).not.toContain('refuse to refund');
});

test('the question before a dispute is made stays until it is answered, whatever is read behind it', async ({ page, sandbox }) => {
  await disputeOperation(page, 'dispute-refused');
  await fillIn(page);
  await sandbox.hold('retrieveDisputeByOperation', { nth: 3 });
  await createIt(page);
  await expect(said(page)).toContainText('Not done.');
  await sandbox.holds(1);
  await create(page).click();
  await expect(dialog(page)).toBeVisible();
  const read = page.waitForResponse((response) => response.request().method() === 'GET' && /\/dispute(\?|$)/.test(response.url()));
  await sandbox.release();
  await read;
  await expect(dialog(page).getByRole('button', { name: 'Create dispute' })).toBeFocused();
  await confirm(page, 'Create dispute');
  await expect.poll(() => sandbox.count('createDispute')).toBe(2);
});

test('a form over a folder stays until it is answered, and what is typed goes into it', async ({ page, sandbox }) => {
  await atTheFolder(page, 'dispute-states', /Counterfeit card/);
  await sandbox.hold('retrieveDispute', { nth: 3 });
  await (await begin(page, 'Add event')).getByLabel('Message').fill('Called back');
  await confirm(page, 'Add event');
  await expect(said(page)).toContainText('The event is in folder');
  await sandbox.holds(1);
  const message = (await begin(page, 'Add event')).getByLabel('Message');
  await message.pressSequentially('Once ');
  await sandbox.release();
  await expect(page.getByRole('main').getByText('Called back')).toBeVisible();
  await page.keyboard.type('more');
  await expect(message).toHaveValue('Once more');
  await confirm(page, 'Add event');
  await expect(moment(page, 'Once more')).toBeVisible();
});

test('a file that comes while the question is open is not taken, and that is said', async ({ page, sandbox }) => {
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await create(page).click();
  await expect(dialog(page)).toBeVisible();
  for (const kind of ['drop', 'paste']) {
    await dialog(page).evaluate((dialog, kind) => {
      const files = new DataTransfer();
      files.items.add(new File(['%PDF-1.7\nstartxref\n9\n%%EOF\n'], 'letter.pdf', { type: 'application/pdf' }));
      const how = { bubbles: true, cancelable: true };
      dialog.dispatchEvent(
        kind === 'drop' ? new DragEvent('drop', { ...how, dataTransfer: files }) : new ClipboardEvent('paste', { ...how, clipboardData: files }),
      );
    }, kind);
  }
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was taken while a question was open: hand the document over again.');
  await createIt(page);
  await expect(said(page)).toContainText('The operation is in dispute, seen by reading.');
  const [deed] = await sandbox.deeds();
  expect(deed?.body).not.toContain('letter');
});

test('an offered note is written below what is typed, and counts as asked', async ({ page }) => {
  await atTheFolder(page, 'dispute-high-amount');
  const note = await begin(page, 'Add event');
  await note.getByLabel('Message').fill('Called back.');
  await note.getByRole('button', { name: /did the merchant refuse to correct it/ }).click();
  await expect(note.getByLabel('Message')).toHaveValue(/^Called back\.\nAsked\. Cardholder: did the merchant refuse to correct it\?$/);
  await confirm(page, 'Add event');
  await expect(page.getByRole('region', { name: 'Readiness' }).getByRole('status')).toHaveText('3 of 4: the form of the chargeback asks for the rest');
});

test('no full card number is written where others read it', async ({ page, sandbox }) => {
  const sentence = 'Write no full card number: the last four digits are enough.';
  await disputeOperation(page, 'disputes');
  await fillIn(page);
  await hand(page.getByRole('main'), files.pdf);
  const label = page.getByLabel('Label');
  await label.fill('Card 4111 1111 1111 1111');
  await create(page).click();
  await expect(label).toHaveAccessibleDescription(sentence);
  await expect(label).toBeFocused();
  await expect(dialog(page)).toBeHidden();
  await label.fill('Card ending in 1111');
  await page.getByLabel('Comment').fill('4111111111111111');
  await create(page).click();
  await expect(page.getByLabel('Comment')).toHaveAccessibleDescription(new RegExp(sentence));
  expect(await sandbox.writes()).toEqual([]);
});

test('more than is outstanding is not shown as if it could be posted', async ({ page }) => {
  await atTheFolder(page, 'dispute-states', /Counterfeit card/);
  const form = await begin(page, 'Add posting');
  await form.getByLabel('Amount', { exact: true }).fill('999999');
  await expect(form.getByRole('row', { name: /Outstanding balance/ })).toContainText('More than there is');
});
