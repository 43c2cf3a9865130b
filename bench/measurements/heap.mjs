// What is left in memory after many customers were opened and closed.

import { open, search, withPage } from "../browser.mjs";

export function heap(site, people) {
  return withPage({}, async (page, developer) => {
    await open(page, site.origin);
    const before = await inUse(developer);
    for (const { email } of people) {
      await search(page, email);
      const close = page.getByRole("button", { name: /^Close / });
      await close.waitFor();
      // Closing while the devices are still being read would be another story.
      await page.locator("#portal [aria-busy]").waitFor({ state: "detached" });
      await close.click();
      await close.waitFor({ state: "detached" });
    }
    return { before, after: await inUse(developer) };
  });
}

/** After a collection: what JavaScript holds, what WebAssembly was given (it never gives back), and the document's nodes. */
async function inUse(developer) {
  // The browser's own notes of what was fetched are no fault of the page.
  await developer.send("Runtime.evaluate", { expression: "performance.clearResourceTimings()" });
  for (let index = 0; index < 3; index++) await developer.send("HeapProfiler.collectGarbage");
  const { usedSize } = await developer.send("Runtime.getHeapUsage");
  const { nodes } = await developer.send("Memory.getDOMCounters");
  return { script: usedSize, wasm: await wasmMemory(developer), nodes };
}

async function wasmMemory(developer) {
  const prototype = await developer.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await developer.send("Runtime.queryObjects", { prototypeObjectId: prototype.result.objectId });
  const { result } = await developer.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }",
    returnByValue: true,
  });
  await developer.send("Runtime.releaseObject", { objectId: objects.objectId });
  return result.value;
}
