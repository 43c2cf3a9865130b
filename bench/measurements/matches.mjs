// From the last byte of the answer to 200 matches in the document and on the screen.

import { open, search, withPage } from "../browser.mjs";

/** The sandbox's switchboard: 200 people on one telephone. */
export const PHONE = "5085550200";
const MATCHES = 200;

/** How often the same is searched: the first time nothing is warm yet. */
const SEARCHES = 3;

export function matches(site) {
  return withPage({ slowProcessor: true }, async (page) => {
    await page.addInitScript(watchForMatches, MATCHES);
    await open(page, site.origin);
    const times = [];
    for (let index = 0; index < SEARCHES; index++) {
      await page.evaluate(() => window.benchExpect());
      await search(page, PHONE);
      await page.waitForFunction(() => window.benchSeen?.painted);
      times.push(await page.evaluate(sinceAnswer));
    }
    return { first: times[0], again: times.at(-1) };
  });
}

/** Runs in the page, before anything of it. */
function watchForMatches(count) {
  let before = null;
  let expected = false;
  const list = () => document.querySelector("ul[aria-label='Matching customers']");
  window.benchExpect = () => {
    before = list();
    expected = true;
    window.benchSeen = null;
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(1000);
  };
  new MutationObserver(() => {
    if (!expected) return;
    const now = list();
    if (!now || now === before || now.querySelectorAll("a").length !== count) return;
    expected = false;
    window.benchSeen = { inDocument: performance.now() };
    // The second frame begins when the first is on its way to the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => (window.benchSeen.painted = performance.now())));
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page. */
function sinceAnswer() {
  const answer = performance.getEntriesByType("resource").findLast(({ name }) => name.endsWith("/customers/lookup"));
  const { inDocument, painted } = window.benchSeen;
  return { inDocument: inDocument - answer.responseEnd, painted: painted - answer.responseEnd };
}
