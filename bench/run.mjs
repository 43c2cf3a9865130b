// Measures the built portal, and beside it a hand-written page that does the same: `cargo xtask bench`, or
// `DIST=dist SANDBOX_BIN=target/tool/sandbox node bench/run.mjs [--runs 5]`.
//
// Both pages are measured in turn, in a fresh browser each time, so that whatever else the machine does meets both alike.
// Nothing here fails because something is slow: the table is for people to read.

import { cpus, loadavg, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { difference } from "./alike.mjs";
import { browserVersion } from "./browser.mjs";
import { ratioBudgets } from "./budgets.mjs";
import { ROWS, decoding } from "./measurements/decoding.mjs";
import { attachDocument } from "./measurements/document.mjs";
import { firstLoad } from "./measurements/first_load.mjs";
import { WARM_AFTER, heap } from "./measurements/heap.mjs";
import { PHONE, matches } from "./measurements/matches.mjs";
import { operations } from "./measurements/operations.mjs";
import { unlock } from "./measurements/unlock.mjs";
import { peopleToOpen } from "./people.mjs";
import { serveBoth } from "./sites.mjs";
import { figure, median, table } from "./table.mjs";

/** Opened and closed one after the other. */
const CUSTOMERS = 300;

const { values: options } = parseArgs({ options: { runs: { type: "string", default: "5" } } });
const runs = Number(options.runs);
if (!(Number.isInteger(runs) && runs > 0)) throw new Error(`--runs must be a number of runs, not ${options.runs}.`);
try {
  // Before whatever else runs here, with everything that is started from here. Only root may.
  setPriority(-19);
} catch {
  // Then as everybody else.
}
const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const reader = process.env.DECODING ?? inProject("target/decoding/compiled");
const sites = await serveBoth(
  process.env.DIST ?? inProject("dist"),
  process.env.SANDBOX_BIN ?? inProject("target/tool/sandbox"),
);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
process.once("exit", sites.end);

const { portal, baseline } = sites;
const people = await peopleToOpen(portal, CUSTOMERS);
const differing = await difference(portal, baseline, PHONE);
const kinds = () => ({ load: [], matches: [], operations: [], unlock: [], heap: [], document: [], decoding: [] });
const samples = new Map([portal, baseline].map((site) => [site, kinds()]));
const busy = [];
for (let run = 0; run < runs; run++) {
  const order = run % 2 === 0 ? [portal, baseline] : [baseline, portal];
  for (const [name, measure] of Object.entries({ load: firstLoad, matches, operations, unlock, heap })) {
    for (const site of order) {
      say(`Run ${run + 1} of ${runs}: ${name}, ${site.name}`);
      samples.get(site)[name].push(await measure(site, people));
    }
  }
  // The plain page has no disputes.
  say(`Run ${run + 1} of ${runs}: document, ${portal.name}`);
  samples.get(portal).document.push(await attachDocument(portal));
  say(`Run ${run + 1} of ${runs}: decoding`);
  const { contract, browser } = await decoding(reader);
  samples.get(portal).decoding.push(contract);
  samples.get(baseline).decoding.push(browser);
  busy.push(loadavg()[0]);
}
say("");
console.log(table(groups(), [portal.name, baseline.name]));
console.log(
  `\n${runs} runs in turn, medians. ${await browserVersion()}, ${cpus().length} processors, load ${median(busy).toFixed(1)}.`,
);
if (differing)
  console.log(["The pages do not show the same, so that the ratios say little:", ...differing].join("\n  "));
process.exit();

/** Where it is at, on a terminal in a line that the next one takes. */
function say(what) {
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${what}` : `${what}\n`);
}

function groups() {
  const budgets = ratioBudgets();
  const both = (name, read) => [portal, baseline].map((site) => samples.get(site)[name].map(read));
  const line = (label, unit, name, read, budget) => figure(label, unit, ...both(name, read), budgets[budget]);
  const files = new Set([portal, baseline].flatMap((site) => [...samples.get(site).load[0].files.keys()]));
  const bytes = ([name]) => {
    const sizes = both("load", (load) => load.files.get(name)).map((values) =>
      values.filter((value) => value !== undefined),
    );
    return figure(name, "bytes", ...sizes);
  };
  const total = (load) => [...load.files.values()].reduce((sum, size) => sum + size, 0);
  return [
    [
      "First load: bytes sent, compressed with brotli",
      [...[...files].map((name) => bytes([name])), line("together", "bytes", "load", total)],
    ],
    [
      "Cold start, processor 4 times slower, 10 Mbit/s and 40 ms",
      [
        line("first paint", "millis", "load", (load) => load.firstPaint),
        line(
          "a typed character lands in the search box",
          "millis",
          "load",
          (load) => load.firstCharacter,
          "search_box",
        ),
        line("Enter leads to a request", "millis", "load", (load) => load.firstSearch),
      ],
    ],
    [
      "From the last byte of the answer to 200 matches, processor 4 times slower",
      [
        line("in the document", "millis", "matches", ({ first }) => first.inDocument),
        line("painted", "millis", "matches", ({ first }) => first.painted, "matches_painted"),
        line("in the document, third search", "millis", "matches", ({ again }) => again.inDocument),
        line("painted, third search", "millis", "matches", ({ again }) => again.painted),
      ],
    ],
    [
      "From the last byte of the answer to 100 operations, processor 4 times slower",
      [
        line("in the document", "millis", "operations", ({ first }) => first.inDocument),
        line("painted", "millis", "operations", ({ first }) => first.painted),
      ],
    ],
    [
      "10,800 operations in pages of 100, minus the gateway's own time, processor 4 times slower",
      [
        line("from the click to all of them painted", "millis", "operations", ({ all }) => all.own),
        line("a screen of them scrolled", "millis", "operations", ({ scrolling }) => scrolling),
        line("elements in the document", "count", "operations", ({ nodes }) => nodes),
      ],
    ],
    [
      "Unlock, from the confirming click to the painted proof, minus the gateway's own time, processor 4 times slower",
      [
        line("first unlock", "millis", "unlock", ({ first }) => first),
        line("fifth unlock", "millis", "unlock", ({ again }) => again),
      ],
    ],
    [
      "The longest time for which the page is busy while a PDF of 10 MB is attached to a dispute",
      [
        line("it is handed over and encoded", "millis", "document", ({ handing }) => handing),
        line("it is sent, and the folder is read again", "millis", "document", ({ sending }) => sending),
      ],
    ],
    [
      `${ROWS.toLocaleString("en-GB")} operations of a statement read from one answer, beside JSON.parse of the same text`,
      [line("by the contract, and by JSON.parse", "millis", "decoding", (millis) => millis, "decoding")],
    ],
    [
      `Memory after a collection, before and after opening and closing ${CUSTOMERS} customers`,
      [
        line("JavaScript heap before", "kilobytes", "heap", ({ before }) => before.script),
        line("JavaScript heap after", "kilobytes", "heap", ({ after }) => after.script),
        line("WebAssembly memory before", "kilobytes", "heap", ({ before }) => before.wasm),
        line("WebAssembly memory after", "kilobytes", "heap", ({ after }) => after.wasm),
        line(`bytes kept per customer, from the ${WARM_AFTER}th on`, "bytes", "heap", ({ kept }) => kept),
        line(`document nodes kept, from the ${WARM_AFTER}th on`, "count", "heap", ({ keptNodes }) => keptNodes),
      ],
    ],
  ];
}
