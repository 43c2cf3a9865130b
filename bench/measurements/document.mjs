// How long the page is busy at a time while a PDF of 10 MB is attached to a folder and the folder is read again.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { open, search, withPage } from "../browser.mjs";
import { ask } from "../people.mjs";

/** Somebody with an open folder that nothing happens to by itself. */
const CALLER = "dispute-scenarios@sandbox.example";

const SIZE = 10 * 1024 * 1024;

export async function attachDocument(site) {
  await ask(site, `/sandbox/reset`);
  // A file, as a rep has one: bytes that are handed to the page by its tools would keep it busy themselves.
  const folder = mkdtempSync(join(tmpdir(), "care-portal-bench-"));
  const file = join(folder, "long.pdf");
  writeFileSync(file, pdf());
  try {
    return await withPage({}, async (page) => {
      await open(page, site.origin);
      await search(page, CALLER);
      await page.getByRole("button", { name: "Security questions" }).click();
      await page.getByRole("link", { name: "Disputes" }).click();
      await page.getByRole("table", { name: "Dispute folders" }).getByRole("link").first().click();
      await page.getByRole("button", { name: "Add document" }).click();
      await page.evaluate(watch);
      await page.getByLabel("Document", { exact: true }).setInputFiles(file);
      await page.getByText("Ready").waitFor();
      const handing = await page.evaluate(() => window.benchBusy());
      await page.getByRole("dialog").getByRole("button", { name: "Add document" }).click();
      await page.getByText("Seen by reading").waitFor();
      return { handing, sending: await page.evaluate(() => window.benchBusy()) };
    });
  } finally {
    rmSync(folder, { recursive: true });
    await ask(site, `/sandbox/reset`);
  }
}

/** Nothing in it repeats, so that nothing on the way gets off lightly. */
function pdf() {
  const bytes = Buffer.alloc(SIZE);
  for (let index = 0, state = 1; index < SIZE; index++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[index] = state >>> 16;
  }
  bytes.write("%PDF-1.7\n", 0);
  bytes.write("\n%%EOF\n", SIZE - 7);
  return bytes;
}

/** Runs in the page: a message to itself is late by as long as something else keeps the page busy. */
function watch() {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
  window.benchBusy = () => {
    const busy = longest;
    longest = 0;
    last = performance.now();
    return busy;
  };
}
