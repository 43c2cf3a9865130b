import { Buffer } from 'node:buffer';
import { expect, type Locator, type Page } from '@playwright/test';
import { findKnown } from './accounts.ts';
import { dialog, goTo, verify } from './desk.ts';
import { operations, section } from './operations.ts';

/** The guide's own folder, and the operation that it disputes in its example. */
export const GUIDE = { address: 'dispute-guide', folder: 'D-V-1234-2319-19', disputed: '10000000000263980', undisputed: '10000000000264015' };

const PDF = '%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n';
// A picture of one pixel; what is in it does not matter, how it begins and ends does.
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64',
);
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUg==', 'base64');
const ARCHIVE = Buffer.concat([
  Buffer.from('PK\x03\x04 file PK\x05\x06', 'latin1'),
  Buffer.from([0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
]);

/** What a rep may have at hand. */
export const files = {
  /** The guide's own document (seed 004:1943). */
  guide: { name: 'test1.pdf', mimeType: 'application/pdf', buffer: Buffer.from('JVBERi0xLjcKJeA9eHJlZgo0OTEwOQolJUVPRgo=', 'base64') },
  pdf: { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) },
  jpeg: { name: 'receipt.jpeg', mimeType: 'image/jpeg', buffer: JPEG },
  pngThatSaysJpeg: { name: 'doc.jpeg', mimeType: 'image/jpeg', buffer: PNG },
  polyglot: { name: 'photo.jpeg', mimeType: 'image/jpeg', buffer: Buffer.concat([JPEG, ARCHIVE]) },
  tooLong: { name: 'book.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from(PDF), Buffer.alloc(11 * 1024 * 1024, ' '), Buffer.from('%%EOF')]) },
};

/** Finds a caller, verifies them and goes to their disputes. `sandbox/src/known/disputes.rs` says what each of them shows. */
export async function atTheDisputes(page: Page, address: string): Promise<void> {
  await findKnown(page, address);
  await verify(page);
  await goTo(page, 'Disputes');
}

/** The same, and opens a folder: the newest, or the one that is named. */
export async function atTheFolder(page: Page, address: string, name?: string | RegExp): Promise<void> {
  await atTheDisputes(page, address);
  const links = folders(page).getByRole('link');
  await (name === undefined ? links.first() : folders(page).getByRole('row', { name }).getByRole('link')).click();
  await expect(timeline(page)).toBeVisible();
}

export const folders = (page: Page): Locator => page.getByRole('table', { name: 'Dispute folders' });

export const timeline = (page: Page): Locator => page.getByRole('list', { name: 'Timeline' });

/** One line of the story. */
export const moment = (page: Page, text: string | RegExp): Locator =>
  timeline(page).getByRole('listitem').filter({ hasText: text });

/** A fact of the folder, by its name. */
export const fact = (page: Page, name: string): Locator =>
  page.getByRole('main').locator('dl > div').filter({ has: page.getByText(name, { exact: true }) }).getByRole('definition');

/** What the newest change came to. */
export const said = (page: Page): Locator =>
  page.getByRole('main').getByRole('status').or(page.getByRole('main').getByRole('alert')).filter({ hasText: /Done\.|Not done|Not sent|Not confirmed|Not as expected/ });

/** Opens one of a folder's dialogs. */
export async function begin(page: Page, action: 'Add posting' | 'Add event' | 'Add document' | 'Generate chargeback'): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name: action, exact: true }).click();
  await expect(dialog(page)).toBeVisible();
  return dialog(page);
}

/** Hands a file over, and waits until it can be sent. */
export async function hand(within: Locator, file: (typeof files)[keyof typeof files]): Promise<void> {
  await within.getByLabel(/^Documents?$/).setInputFiles(file);
  await expect(within.getByRole('list', { name: 'Documents to send' })).toContainText('Ready');
}

/** Which transaction is right, in the dialog of a chargeback. */
export const otherTransaction = (form: Locator): Locator => form.getByLabel('The transaction that is not disputed');

/** Chooses the first use of the card that is offered as the right one. */
export async function chooseOther(form: Locator): Promise<void> {
  await expect(otherTransaction(form).getByRole('option').nth(1)).toHaveText(/^\d{1,2} \w{3} \d{4}, .+ [A-Z]{3}/);
  await otherTransaction(form).selectOption({ index: 1 });
}

/** From a caller's operations to the form of a new dispute about a use of a card: the newest, or one that is named. */
export async function disputeOperation(page: Page, address: string, name: string | RegExp = CARD_USE): Promise<void> {
  await findKnown(page, address);
  await verify(page);
  await openUseOfCard(page, name);
  await page.getByRole('button', { name: 'Dispute operation' }).click();
  await expect(page.getByRole('heading', { name: 'New dispute' })).toBeVisible();
}

/** Opens a use of a card among the operations of whoever is in view. */
export async function openUseOfCard(page: Page, name: string | RegExp = CARD_USE): Promise<void> {
  await section(page);
  await operations(page).getByRole('rowheader').getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { name: 'Operation', exact: true })).toBeVisible();
}

/** What cards are used for at home, by the merchants' names. */
export const CARD_USE =
  /BAECKEREI|FRISCHEMARKT|DROGERIE|TANKHOF|STADTVERKEHR|RISTORANTE|BUCHHANDLUNG|KLEIDERKAMMER|ELEKTROWELT|STREAMHAUS|FITNESSWERK|GELDAUTOMAT|BLUMEN|MOEBELHOF|RADLADEN/;

/** The least that a dispute needs. */
export async function fillIn(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Counterfeit card' }).check();
  await page.getByLabel('Comment').fill('Cardholder phone call');
}

/** The button below the form. */
export const create = (page: Page): Locator => page.getByRole('main').getByRole('button', { name: 'Create dispute' });

/** Presses it, and confirms. */
export async function createIt(page: Page): Promise<void> {
  await create(page).click();
  const confirm = dialog(page).getByRole('button', { name: 'Create dispute', exact: true });
  await confirm.click();
  await expect(confirm).toBeHidden();
}
