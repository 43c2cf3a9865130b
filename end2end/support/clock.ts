import type { Page } from '@playwright/test';

/** Long enough for the machine to say what time it is and to hear that time stops, however busy it is. */
const SOON = 60_000;

/** From now on time passes only when the journey says so. The page's clock must be installed. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + SOON);
}
