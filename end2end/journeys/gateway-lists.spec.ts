import { expect, test } from '../support/fixtures.ts';
import { TODAY } from '../support/clock.ts';
import { atTheFolder, GUIDE, timeline } from '../support/disputes.ts';

test.use({ today: TODAY, lists: 'joined' });

test('where the gateway wants lists joined with commas, a folder with all its parts is read', async ({ page, sandbox }) => {
  await atTheFolder(page, GUIDE.address, GUIDE.folder);
  await expect(timeline(page).getByRole('listitem')).toHaveCount(9);
  expect((await sandbox.log()).filter((call) => call.refused !== undefined)).toEqual([]);
});
