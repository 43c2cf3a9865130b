// The search box, which is in the page before this script is, and the search screen.

import { banner, fact, h, icon } from "./elements.js";
import { lookUp } from "./gateway.js";
import { keyFor } from "./key.js";
import { matches } from "./matches.js";
import { question, takenAs, wordsFor } from "./question.js";

/** Under so many milliseconds nothing is shown, so that nothing flickers. */
const SLOW_AFTER = 300;

const box = document.getElementById("search");

let running = null;

/** Attaches a search to the box. What was typed before stays. */
export function attachSearch(desk) {
  const radios = document.getElementById("search-by");
  const hint = document.getElementById("search-taken-as");
  const chosen = () => radios.querySelector("input:checked")?.value ?? "auto";
  const go = () => search(desk, chosen(), box.value);
  const asked = window.takeOver();
  if (asked) search(desk, ...asked);
  const sayTakenAs = () => {
    hint.textContent = takenAs(chosen(), box.value);
  };
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    go();
  });
  document.getElementById("search-go").addEventListener("click", go);
  box.addEventListener("input", sayTakenAs);
  radios.addEventListener("change", sayTakenAs);
  sayTakenAs();
}

/** Puts the cursor into the box and selects what is there. */
export function focusSearch() {
  box.focus();
  box.select();
}

/** The newest question wins. */
async function search(desk, by, text) {
  running?.abort();
  const asked = question(by, text);
  if (asked.refused) {
    settle(desk, { state: "refused", sentence: asked.refused });
    return;
  }
  running = new AbortController();
  const { signal } = running;
  settle(desk, { state: "waiting" });
  const slow = setTimeout(() => settle(desk, { state: "slow" }), SLOW_AFTER);
  try {
    const rows = await lookUp(asked.request, signal);
    if (signal.aborted) return;
    const callers = rows.map((record) => callerOf(record));
    const byUri = Map.groupBy(callers, (caller) => caller.record.customerUri);
    for (const claimants of byUri.values()) {
      if (claimants.length > 1) claimants.forEach((caller) => (caller.conflict = claimants.map(({ name }) => name)));
    }
    desk.found = new Map(callers.map((caller) => [caller.key, desk.callers.get(caller.key) ?? caller]));
    desk.search = { state: "ready", callers, by: asked.by };
    if (callers.length === 1 && location.pathname === "/") desk.go(`/customers/${callers[0].key}`);
    else settle(desk, desk.search);
  } catch (error) {
    if (!signal.aborted) settle(desk, { state: "failed", sentence: String(error), by, text });
  } finally {
    clearTimeout(slow);
  }
}

function callerOf(record) {
  const name = [record.firstName, record.lastName]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ");
  return {
    key: keyFor(record),
    record,
    name: name || "Name not stated",
    readAt: Date.now(),
    conflict: null,
    attestation: null,
    revealed: new Set(),
    devices: null,
    work: null,
    working: false,
    changed: () => {},
  };
}

function settle(desk, search) {
  desk.search = search;
  if (location.pathname === "/") desk.show();
  else desk.go("/");
}

export function searchScreen(desk) {
  const { search } = desk;
  const isWide = search.state === "ready" && search.callers.length > 0;
  const content = {
    idle: start,
    refused: () => h("p", { class: "refused", role: "alert" }, icon("warning"), search.sentence),
    waiting: () => h("div", { class: "reserved", "aria-busy": "true" }),
    slow: () => h("p", { role: "status" }, h("strong", {}, "Searching."), " The gateway is still looking."),
    failed: () => failed(desk),
    ready: () => (isWide ? matches(search.callers) : none(search.by)),
  }[search.state];
  const main = h("main", { id: "main", class: isWide ? "results" : "results narrow", tabindex: "-1" });
  main.append(h("h1", { class: "hidden" }, "Search"), ...[content()].flat().filter(Boolean));
  return { element: main };
}

function start() {
  const kinds = [
    ["Phone", "508 999 1234, with or without signs and country code"],
    ["E-mail", "name@example.com"],
    ["Last name", "Casey, or Paul Casey to ask for both names"],
    ["External ID", "the issuer’s own number"],
    ["Customer ID", "vmiTxZcaSEym"],
  ];
  const keys = [
    ["Search", "/"],
    ["Next, previous match", "j", "k"],
    ["Open the match", "Enter"],
    ["All keys", "?"],
  ];
  const hint =
    "Auto recognises which one it is and says so. Nothing you search for is kept in the address or the history.";
  return [
    h("header", { class: "title" }, h("h2", {}, "Find the caller")),
    h(
      "section",
      { class: "panel", "aria-labelledby": "kinds" },
      h("header", {}, h("h2", { id: "kinds" }, "What can be searched")),
      h(
        "dl",
        { class: "facts" },
        kinds.map(([kind, example]) => fact(kind, example)),
      ),
      h("p", { class: "hint" }, hint),
    ),
    h(
      "section",
      { class: "panel", "aria-labelledby": "keys" },
      h("header", {}, h("h2", { id: "keys" }, "Keys")),
      h(
        "dl",
        { class: "keys" },
        keys.map(([name, ...pressed]) =>
          fact(
            name,
            pressed.map((key) => h("kbd", {}, key)),
          ),
        ),
      ),
    ),
  ];
}

function none(by) {
  return h(
    "section",
    { class: "panel" },
    h("div", { class: "empty" }, h("p", { role: "status" }, `No customer has this ${wordsFor(by)}.`)),
  );
}

function failed(desk) {
  const { by, text, sentence } = desk.search;
  const again = h("button", { type: "button", onclick: () => search(desk, by, text) }, "Try again");
  return banner("attention", "warning", "The customers could not be read.", sentence, { role: "alert", button: again });
}
