import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

const widths = [1360, 360];
const themes = ['light', 'dark'] as const;

/** What is in view can be used by everybody: wide and narrow, light and dark. */
export async function expectUsableInEveryLook(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectNothingBesideThePage(page);
    await expectTargetsBigEnough(page);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
  }
}

/** Nobody has to scroll sideways. */
export async function expectNothingBesideThePage(page: Page): Promise<void> {
  const { needed, there } = await page.evaluate(() => ({
    needed: document.documentElement.scrollWidth,
    there: document.documentElement.clientWidth,
  }));
  expect(needed, 'the page is no wider than the window').toBeLessThanOrEqual(there);
}

/** WCAG 2.5.8: whatever is pressed is 24 by 24 pixels at least. A radio button is pressed on its label. */
async function expectTargetsBigEnough(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const targets = [...document.querySelectorAll('a[href], button, input, select, textarea')];
    return targets
      .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.matches('.skip'))
      .map((target) => {
        const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
        return { target: target.outerHTML.slice(0, 100), width, height };
      })
      .filter(({ width, height }) => width < 24 || height < 24);
  });
  expect(small, 'targets that are too small to be hit').toEqual([]);
}
