// From the click that confirms an unlock to the proof on the screen, minus what the gateway took.

import { open, search, withPage } from "../browser.mjs";
import { ask } from "../people.mjs";

/** A gateway answers after a while, and what a page does meanwhile costs nobody anything. */
const GATEWAY = 40;

/** One after the other in one page; the first finds nothing warm. */
const UNLOCKS = 5;

export async function unlock(site, people) {
  await ask(site, `/sandbox/reset`);
  await ask(site, `/sandbox/latency?ms=${GATEWAY}`);
  const locked = people.filter(({ active, locked }) => active && locked).slice(0, UNLOCKS);
  const times = await withPage({ slowProcessor: true }, async (page) => {
    await page.addInitScript(watchForProof);
    await open(page, site.origin);
    const times = [];
    for (const { email } of locked) {
      await search(page, email);
      await page.getByRole("button", { name: "Security questions" }).click();
      await page.getByRole("button", { name: "Unlock wallet" }).click();
      await page.evaluate(() => window.benchExpect());
      await page.getByRole("dialog").getByRole("button", { name: "Unlock" }).click();
      await page.getByText("Unlocked.").waitFor();
      await page.waitForFunction(() => window.benchSeen.painted);
      const state = await page.getByRole("status", { name: "Wallet status" }).textContent();
      if (state.trim() !== "Active") throw new Error(`The wallet is said to be unlocked and shown as ${state}.`);
      times.push(await page.evaluate(minusGateway));
      await page.getByRole("button", { name: /^Close / }).click();
    }
    return times;
  });
  await ask(site, `/sandbox/reset`);
  return { first: times[0], again: times.at(-1) };
}

/** Runs in the page, before anything of it. */
function watchForProof() {
  window.benchExpect = () => {
    window.benchSeen = {};
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(1000);
  };
  const note = (event) => {
    if (window.benchSeen && event.target.closest("dialog")) window.benchSeen.clicked = performance.now();
  };
  addEventListener("click", note, true);
  new MutationObserver(() => {
    const { benchSeen } = window;
    if (!benchSeen?.clicked || benchSeen.proven) return;
    const said = [...document.querySelectorAll("#main [role='status'] strong")];
    if (!said.some(({ textContent }) => textContent === "Unlocked.")) return;
    benchSeen.proven = true;
    requestAnimationFrame(() => requestAnimationFrame(() => (benchSeen.painted = performance.now())));
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Runs in the page. The calls follow one another, so their times add up. */
function minusGateway() {
  const { clicked, painted } = window.benchSeen;
  const calls = performance.getEntriesByType("resource").filter(({ name, startTime }) => {
    return new URL(name).pathname.startsWith("/b2b-gateway/") && startTime >= clicked;
  });
  if (calls.length !== 5) throw new Error(`An unlock took ${calls.length} calls and not 5.`);
  return painted - clicked - calls.reduce((sum, { duration }) => sum + duration, 0);
}
