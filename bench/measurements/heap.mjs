// What is left in memory after many customers were opened and closed.

import { open, search, withPage } from "../browser.mjs";

/** By then whatever is made once has been made. */
export const WARM_AFTER = 50;

export function heap(site, people) {
  return withPage({}, async (page, developer) => {
    await page.addInitScript(noteMemory);
    await open(page, site.origin);
    const before = await inUse(page, developer);
    await openAndClose(page, people.slice(0, WARM_AFTER));
    const warm = await inUse(page, developer);
    await openAndClose(page, people.slice(WARM_AFTER));
    const after = await inUse(page, developer);
    const kept = (after.script + after.wasm - warm.script - warm.wasm) / (people.length - WARM_AFTER);
    return { before, after, kept: Math.max(0, kept), keptNodes: after.nodes - warm.nodes };
  });
}

async function openAndClose(page, people) {
  for (const { email } of people) {
    await search(page, email);
    const close = page.getByRole("button", { name: /^Close / });
    await close.waitFor();
    // Closing while the devices are still being read would be another story.
    await page.waitForFunction(() => document.querySelector("#portal [aria-busy]") === null);
    // At once: a click like a rep's waits until the button has stood still for a while.
    await close.dispatchEvent("click");
    await close.waitFor({ state: "detached" });
  }
}

/**
 * What JavaScript holds after a collection, what WebAssembly was given (it never gives back, and takes 64 kB at a time), and
 * the document's nodes. The browser's heap beside it is left out: it holds what the tools note of every request.
 */
async function inUse(page, developer) {
  // The browser's own notes of what was fetched are no fault of the page.
  await developer.send("Runtime.evaluate", { expression: "performance.clearResourceTimings()" });
  for (let index = 0; index < 3; index++) await developer.send("HeapProfiler.collectGarbage");
  const { usedSize } = await developer.send("Runtime.getHeapUsage");
  const { nodes } = await developer.send("Memory.getDOMCounters");
  const wasm = await page.evaluate(() => window.benchMemory?.buffer.byteLength ?? 0);
  return { script: usedSize, wasm, nodes };
}

/** Runs in the page, before anything of it: the memory of its module, if it has one. */
function noteMemory() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original(...given);
      // Modules that come later share the first one's.
      window.benchMemory ??= made.instance?.exports.memory;
      return made;
    };
  }
}
