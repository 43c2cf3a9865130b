// From the last byte of the answer to 100 operations in the document and on the screen; ten thousand of them, page by
// page, without the gateway's own time; and scrolling through all of them.

import { open, search, withPage } from "../browser.mjs";

/** Ten thousand operations and more, in months that are over. */
const CALLER = "many-operations@sandbox.example";
const PERIOD = ["2022-06-01", "2025-07-14"];
const LEAST = 10_000;

/** So many screens are scrolled through. */
const SCREENS = 100;

export function operations(site) {
  return withPage({ slowProcessor: true }, async (page, developer) => {
    await page.addInitScript(watchForOperations);
    await open(page, site.origin);
    await search(page, CALLER);
    await page.getByRole("navigation", { name: "Customer" }).waitFor();
    await page.getByRole("navigation", { name: "Customer" }).getByRole("link", { name: "Operations" }).click();
    const panel = page.getByRole("region", { name: "Operations", exact: true });
    await panel.getByLabel("From", { exact: true }).fill(PERIOD[0]);
    await panel.getByLabel("To", { exact: true }).fill(PERIOD[1]);

    await page.evaluate(() => window.benchExpect(101));
    await panel.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForFunction(() => window.benchSeen?.painted);
    const first = await page.evaluate(sinceAnswer);

    await page.evaluate((least) => window.benchExpect(least), LEAST);
    await panel.getByRole("button", { name: "Load all" }).click();
    await page.waitForFunction(() => window.benchSeen?.painted, null, { timeout: 300_000 });
    const all = await page.evaluate(withoutGateway);

    await developer.send("Performance.enable");
    const before = await busy(developer);
    const nodes = await page.evaluate(scrollThrough, SCREENS);
    const scrolling = ((await busy(developer)) - before) / SCREENS;
    return { first, all, scrolling, nodes };
  });
}

/** How long the page's main thread has worked, in milliseconds. */
async function busy(developer) {
  const { metrics } = await developer.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

/** Runs in the page, before anything of it. */
function watchForOperations() {
  let expected = null;
  window.benchExpect = (rows) => {
    expected = rows;
    window.benchSeen = null;
    window.benchBegan = performance.now();
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(1000);
  };
  const look = () => {
    if (expected === null) return;
    const table = document.querySelector(".long > table[aria-rowcount]");
    if (!table || Number(table.getAttribute("aria-rowcount")) < expected) return;
    if (!table.querySelector("tbody a[href]")) return;
    // All of them: nothing is read any more.
    if (expected > 1000 && [...document.querySelectorAll("button")].some(({ textContent }) => textContent === "Stop"))
      return;
    expected = null;
    window.benchSeen = { inDocument: performance.now() };
    // The second frame begins when the first is on its way to the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => (window.benchSeen.painted = performance.now())));
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
}

/** Runs in the page. */
function sinceAnswer() {
  const answers = performance.getEntriesByType("resource").filter(({ name }) => /\/operations\?/.test(name));
  const { inDocument, painted } = window.benchSeen;
  return { inDocument: inDocument - answers.at(-1).responseEnd, painted: painted - answers.at(-1).responseEnd };
}

/** Runs in the page: what the page itself needed for all pages, the gateway's time taken off. */
function withoutGateway() {
  const answers = performance.getEntriesByType("resource").filter(({ name }) => /\/operations\?/.test(name));
  const gateway = answers.reduce((sum, { requestStart, startTime, responseEnd }) => sum + responseEnd - (requestStart || startTime), 0);
  return { pages: answers.length, own: window.benchSeen.painted - window.benchBegan - gateway };
}

/** Runs in the page: one screen a frame; how many elements there are in the end. */
async function scrollThrough(screens) {
  const box = document.querySelector(".long");
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const step = Math.floor((box.scrollHeight - box.clientHeight) / screens);
  for (let screen = 1; screen <= screens; screen++) {
    box.scrollTop = step * screen;
    await frame();
  }
  await frame();
  return document.querySelectorAll("*").length;
}
