import { TODAY } from '../support/clock.ts';
import { expect, test } from '../support/fixtures.ts';
import { operations, operationsOf, operationsPanel, period, row, rows } from '../support/operations.ts';

test.use({ today: TODAY });

const filter = 'Filter the operations';

for (const width of [1360, 360]) {
  test(`at ${width} pixels every row is as high as the others, and the keys keep theirs in sight`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await operationsOf(page, 'two-years');
    await period(page, '2023-01-01');
    await operationsPanel(page).getByRole('button', { name: 'Load all' }).click();
    await expect(operationsPanel(page).getByText(/^\d{3} operations$/)).toBeVisible();
    const box = page.getByRole('group', { name: 'Operations', exact: true });
    const table = operations(page);
    const heights = () =>
      table.locator('tbody tr[aria-rowindex]').evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().height)))]);
    const seen = new Set<number>();

    await rows(table).first().focus();
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press('ArrowDown');
      const focused = table.locator('tr:has(:focus)');
      await expect(focused).toHaveAttribute('aria-rowindex', String(step + 3));
      const [outer, inner] = [await box.boundingBox(), await focused.boundingBox()];
      expect(inner?.y ?? -1, `row ${step + 3} below the head`).toBeGreaterThanOrEqual((outer?.y ?? 0) - 1);
      expect((inner?.y ?? 0) + (inner?.height ?? 0), `row ${step + 3} in the box`).toBeLessThanOrEqual((outer?.y ?? 0) + (outer?.height ?? 0) + 1);
      if (step % 20 === 0) for (const height of await heights()) seen.add(height);
    }
    expect([...seen]).toHaveLength(1);
  });
}

test('no amount is cut off', async ({ page }) => {
  await operationsOf(page, 'two-years');
  await period(page, '2023-01-01');
  await operationsPanel(page).getByRole('button', { name: 'Load all' }).click();
  await expect(operationsPanel(page).getByText(/^\d{3} operations$/)).toBeVisible();
  const box = page.getByRole('group', { name: 'Operations', exact: true });
  const cut = await box.evaluate((element) => {
    const found = new Set<string>();
    for (let top = 0; top < element.scrollHeight; top += 300) {
      element.scrollTop = top;
      element.dispatchEvent(new Event('scroll'));
      for (const cell of element.querySelectorAll('td.figures')) if (cell.scrollWidth > cell.clientWidth) found.add(cell.textContent ?? '');
    }
    return [...found];
  });
  expect(cut).toEqual([]);
});

test('an amount is found as it is shown, with either minus and with or without what sets thousands apart', async ({ page }) => {
  await operationsOf(page, 'two-years');
  await period(page, '2023-01-01');
  await operationsPanel(page).getByRole('button', { name: 'Load all' }).click();
  await expect(operationsPanel(page).getByText(/^\d{3} operations$/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Kind of operations' }).selectOption('Payments');
  const large = row(page, /−\d,\d{3}\.\d\d EUR/).first();
  const shown = /−\d,\d{3}\.\d\d/.exec((await large.textContent()) ?? '')?.[0] ?? 'none';
  for (const typed of [shown, shown.replace('−', '-'), shown.replace('−', ''), shown.replace(',', ''), `${shown} EUR`]) {
    await page.getByRole('searchbox', { name: filter }).fill(typed);
    await expect(operationsPanel(page).getByText(/^[1-9]\d* of \d+ operations/)).toBeVisible();
    await expect(row(page, /−\d,\d{3}\.\d\d EUR/).first()).toContainText(shown);
  }
});

test('a printer gets every row that was read, and the paper says what it does not', async ({ page }) => {
  await operationsOf(page, 'two-years');
  await period(page, '2023-01-01');
  await operationsPanel(page).getByRole('button', { name: 'Load more' }).first().click();
  const count = 200;
  await expect(operationsPanel(page).getByText(`${count} operations read; there`)).toBeVisible();
  const printed = operations(page).locator('tbody tr[aria-rowindex]');
  const before = await printed.count();
  expect(before).toBeLessThan(count);

  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(printed).toHaveCount(count);
  const box = page.getByRole('group', { name: 'Operations', exact: true });
  expect(await box.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1);
  await expect(operationsPanel(page).getByText(`Only what was read is printed (${count} rows); there`)).toBeVisible();

  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(printed).toHaveCount(before);
  await expect(operationsPanel(page).getByText(/^Only what was read/)).toBeHidden();
});
