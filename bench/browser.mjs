// A browser as a rep's slow machine: opened anew for every measurement, so that nothing is cached or compiled already.

import { setTimeout as settle } from "node:timers/promises";
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../end2end/package.json", import.meta.url))("playwright-core");

/** So many times slower than this machine. */
const SLOW_PROCESSOR = 4;

/** 10 Mbit/s and 40 ms. */
const SLOW_NETWORK = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };

const launch = () =>
  chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });

/** Hands a fresh page to `use`, and what it answers back. */
export async function withPage({ slowProcessor = false, slowNetwork = false }, use) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 850 } });
    // A browser that has just been started is busy with itself.
    await settle(1000);
    const failures = [];
    page.on("pageerror", (error) => failures.push(error.message));
    const developer = await page.context().newCDPSession(page);
    await developer.send("Network.enable");
    if (slowNetwork) await developer.send("Network.emulateNetworkConditions", SLOW_NETWORK);
    if (slowProcessor) await developer.send("Emulation.setCPUThrottlingRate", { rate: SLOW_PROCESSOR });
    const outcome = await use(page, developer).catch((error) => {
      throw new Error([error.message, ...failures].join("\n"));
    });
    if (failures.length > 0) throw new Error(`The page failed: ${failures.join("; ")}`);
    return outcome;
  } finally {
    await browser.close();
  }
}

/** Opens a page and waits until its program is up: it has learned who is signed in. */
export async function open(page, origin) {
  await page.goto(origin);
  await page.locator("#rep:not(:empty)").waitFor();
}

/** The browser's own name and version. */
export async function browserVersion() {
  const browser = await launch();
  try {
    return `Chromium ${browser.version()}`;
  } finally {
    await browser.close();
  }
}

/** Types a search and sends it off, as a rep does. */
export async function search(page, text) {
  const box = page.getByRole("searchbox", { name: "Search customers" });
  await box.fill(text);
  await box.press("Enter");
}
