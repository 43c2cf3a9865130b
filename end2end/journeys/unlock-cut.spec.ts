import { expect, test } from '../support/fixtures.ts';
import { dialog, findCaller, portalIsUp, sitDown, unlock, verify, walletPanel } from '../support/desk.ts';
import type { Operation, Target } from '../support/sandbox.ts';
import { expectForgotten, expectMendable, expectWallet, USABLE, watchClaims, workIsOver, workIsSoonOver } from '../support/unlocking.ts';

const MIGUEL = 'miguel.alvarez@sandbox.example';

/** The five calls of an unlock, in order. Counted from the moment when the rep has found and verified the caller. */
const calls: { name: string; operation: Operation; target: Target }[] = [
  { name: 'the first read', operation: 'retrieveCustomerLookupInfo', target: { nth: 1 } },
  { name: 'the deactivation', operation: 'updateCustomerActivation', target: { activate: false } },
  { name: 'the second read', operation: 'retrieveCustomerLookupInfo', target: { nth: 2 } },
  { name: 'the activation', operation: 'updateCustomerActivation', target: { activate: true } },
  { name: 'the proving read', operation: 'retrieveCustomerLookupInfo', target: { nth: 3 } },
];
const sides = ['before', 'after'] as const;

for (const { name, operation, target } of calls) {
  for (const when of sides) {
    const moment = when === 'before' ? `${name} takes effect` : `${name} is answered`;

    test(`the page is loaded again before ${moment}: the wallet can be mended`, async ({ page, sandbox }) => {
      const claimsWereTrue = await watchClaims(page, sandbox, MIGUEL);
      await findCaller(page, MIGUEL);
      await verify(page);
      await sandbox.hold(operation, { ...target, when });
      await unlock(page);
      await sandbox.holds(1);
      await page.reload();
      await portalIsUp(page);
      await sandbox.holds(0);
      await sandbox.release();
      await expectMendable(page, sandbox, MIGUEL);
      await claimsWereTrue();
    });

    test(`the connection breaks ${when === 'before' ? 'before' : 'after'} ${name} takes effect: the unlock goes on by itself`, async ({ page, sandbox }) => {
      const claimsWereTrue = await watchClaims(page, sandbox, MIGUEL);
      await findCaller(page, MIGUEL);
      await verify(page);
      // A read is tried twice at once, so that two broken connections make one broken read.
      const times = operation === 'retrieveCustomerLookupInfo' ? 2 : 1;
      await sandbox.drop(operation, { ...target, when, times });
      await unlock(page);
      await workIsOver(page);
      await expect(walletPanel(page)).toContainText('Unlocked. Miguel can sign in now');
      await expectWallet(sandbox, MIGUEL, USABLE);
      await expectForgotten(page);
      await claimsWereTrue();
    });
  }

  test(`the session ends before ${name} is answered: the wallet can be mended`, async ({ page, sandbox }) => {
    await page.clock.install();
    const claimsWereTrue = await watchClaims(page, sandbox, MIGUEL);
    await findCaller(page, MIGUEL);
    await verify(page);
    await sandbox.hold(operation, { ...target, when: 'after' });
    await unlock(page);
    await sandbox.holds(1);
    await page.request.post('/sandbox/sign-out');
    await sandbox.release();
    await workIsSoonOver(page);
    // The next read notices; after the proving one it is the line on top, which looks for the last payments now.
    const overlay = dialog(page).filter({ hasText: 'Your session has ended.' });
    await expect(overlay).toHaveAccessibleName('Sign in again');
    await page.request.get('/sandbox/sign-in?as=rep-1');
    await overlay.getByRole('button', { name: 'Go on' }).click();
    await expect(overlay).toBeHidden();
    await expectMendable(page, sandbox, MIGUEL);
    await claimsWereTrue();
  });
}

test('leaving the page in the middle of an unlock asks first', async ({ page, sandbox }) => {
  await findCaller(page, MIGUEL);
  await verify(page);
  await sandbox.hold('updateCustomerActivation', { activate: true });
  await unlock(page);
  await sandbox.holds(1);
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await leaving;
  await sandbox.release();
  await expect(walletPanel(page)).toContainText('Unlocked.');
});

test('a search after a cut unlock says in red that a wallet may be inactive, until it is mended', async ({ page, sandbox }) => {
  await findCaller(page, MIGUEL);
  await verify(page);
  await sandbox.hold('updateCustomerActivation', { activate: true });
  await unlock(page);
  await sandbox.holds(1);
  await page.reload();
  await sandbox.release();
  await expect(page.getByText('This customer is not open here any more')).toBeVisible();
  await sitDown(page);
  const warning = page.getByRole('alert').filter({ hasText: 'A wallet may be inactive.' });
  await expect(warning).toContainText('Search for the customer again');
  await expect(warning).toHaveAttribute('data-tone', 'danger');
  await expectMendable(page, sandbox, MIGUEL);
  await sitDown(page);
  await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
  await expect(warning).toHaveCount(0);
});
