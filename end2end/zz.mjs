import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [w, scheme] of [[1360, 'dark'], [360, 'light']]) {
  const c = await b.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme, locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
  const page = await c.newPage();
  await page.clock.setSystemTime('2025-06-30T10:00:00+02:00');
  await page.goto('http://127.0.0.1:8124/'); await page.locator('#rep:not(:empty)').waitFor(); const box = page.getByRole('searchbox', { name: 'Search customers' }); await box.fill('dispute-guide@sandbox.example'); await box.press('Enter'); await page.getByRole('navigation', { name: 'Customer' }).waitFor(); await page.waitForTimeout(1000);
  await page.getByRole('button', { name: 'Security questions' }).click();
  await page.getByRole('navigation', { name: 'Customer' }).getByRole('link', { name: 'Operations' }).click(); await page.getByLabel('From', { exact: true }).first().fill('2022-01-01'); await page.getByRole('button', { name: 'Show', exact: true }).first().click(); await page.waitForTimeout(900);
  await page.getByRole('link', { name: 'ELEKTROWELT24' }).click(); await page.waitForTimeout(900); await page.screenshot({ path: `/tmp/w/shots/operation-${w}.png`, fullPage: true });
  await page.getByRole('button', { name: 'Dispute operation' }).click(); await page.waitForTimeout(900); await page.screenshot({ path: `/tmp/w/shots/create-${w}.png`, fullPage: true });
}
await b.close();
