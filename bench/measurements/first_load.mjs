// What a cold start sends, and when a rep can type and search.

import { withPage } from "../browser.mjs";

/** Between two key strokes; nobody types faster, and it bounds how exact the times are. */
const KEY_STROKE = 10;

export function firstLoad(site) {
  return withPage({ slowProcessor: true, slowNetwork: true }, async (page, developer) => {
    let landed = false;
    let asked = false;
    await page.exposeBinding("benchLanded", () => (landed = true));
    await page.addInitScript(noteFirstCharacter);
    page.on("request", (request) => (asked ||= request.url().endsWith("/customers/lookup")));

    const loading = page.goto(site.origin, { waitUntil: "commit" });
    await press(developer, { key: "a", text: "a", windowsVirtualKeyCode: 65 }, () => landed);
    await loading;
    await press(developer, { key: "Enter", text: "\r", windowsVirtualKeyCode: 13 }, () => asked);
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/lookup")),
    );
    const { files, firstCharacter, firstPaint, firstSearch } = await page.evaluate(readTimes);
    return { files: new Map(files), firstPaint, firstCharacter, firstSearch };
  });
}

/** Runs in the page, before anything of it. */
function noteFirstCharacter() {
  // The portal keeps no record of what was sent, because queries hold names; here it is what is measured.
  performance.setResourceTimingBufferSize = performance.clearResourceTimings = () => {};
  const note = (event) => {
    if (event.target.id !== "search") return;
    window.benchFirstCharacter = performance.now();
    removeEventListener("input", note, true);
    window.benchLanded();
  };
  addEventListener("input", note, true);
}

/** One stroke after the other until what it is for has happened. */
async function press(developer, key, hasHappened) {
  while (!hasHappened()) {
    const pause = new Promise((resolve) => setTimeout(resolve, KEY_STROKE));
    await developer.send("Input.dispatchKeyEvent", { type: "keyDown", ...key });
    await developer.send("Input.dispatchKeyEvent", { type: "keyUp", key: key.key });
    await pause;
  }
}

/** Runs in the page. */
function readTimes() {
  const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const isSearch = ({ name }) => name.endsWith("/customers/lookup");
  const firstSearch = Math.min(...entries.filter(isSearch).map(({ startTime }) => startTime));
  // A digest in a name changes with every build; what came out of a cache was not sent.
  const nameOf = ({ name }) => new URL(name).pathname.replace(/-[0-9a-f]{16}(?=\.)/, "").replace(/^\/$/, "/index.html");
  const sent = entries.filter((entry) => !isSearch(entry) && entry.startTime < firstSearch && entry.transferSize > 0);
  const files = sent.map((entry) => [nameOf(entry).slice(1), entry.encodedBodySize]);
  const firstPaint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  return { files, firstCharacter: window.benchFirstCharacter, firstPaint, firstSearch };
}
