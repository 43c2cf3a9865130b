import type { Page } from '@playwright/test';

/** The issuer's day on which journeys about money take place: `test.use({ today: TODAY })` is the sandbox's and the page's. */
export const TODAY = '2025-07-15';

/** A moment of that day where the issuer is: `12:30`. */
export const onTheDay = (time: string, day = TODAY): Date => new Date(`${day}T${time}:00+02:00`);

/** Long enough for the machine to say what time it is and to hear that time stops, however busy it is. */
const SOON = 60_000;

/** From now on time passes only when the journey says so. The page's clock must be installed. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + SOON);
}
