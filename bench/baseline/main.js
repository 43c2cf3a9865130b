// The yardstick: what the portal does at first, written by hand in plain JavaScript for the page that index.html already
// shows. It makes the same calls in the same order and builds the same elements, and nothing is done less carefully than
// a product would. Left out because no figure depends on it: keys, idle lock, signing in again, offline, the activity and
// verification sections, deactivating and reactivating a wallet, and the fault texts beyond one sentence.

import { customerScreen, notOpen } from "./customer.js";
import { h, icon } from "./elements.js";
import { setLocale } from "./format.js";
import { configure } from "./gateway.js";
import { attachSearch, focusSearch, searchScreen } from "./search.js";
import { look, stateOf } from "./wallet_state.js";

const place = document.getElementById("portal");

/** Everything that lives as long as the rep sits here. */
const desk = {
  config: null,
  /** The newest search, as the search screen shows it. */
  search: { state: "idle" },
  /** Everybody whom the newest search found, by key. */
  found: new Map(),
  /** The open customers, by key, in the order of their tabs. */
  callers: new Map(),
  show,
  go,
  close,
};

let screen = null;
let tabs = new Map();

await start();

async function start() {
  try {
    desk.config = await readJson("/config.json");
    const rep = await readJson(desk.config.session.url);
    setLocale(desk.config.locale, desk.config.timeZone);
    configure(desk.config);
    const environment = document.getElementById("environment");
    environment.textContent = desk.config.environment.label;
    environment.dataset.production = desk.config.environment.production;
    document.getElementById("rep").textContent = rep.name;
  } catch (error) {
    place.replaceChildren(h("main", { id: "main" }, h("p", { class: "message", role: "alert" }, String(error))));
    return;
  }
  document.addEventListener("click", followLink);
  addEventListener("popstate", show);
  setInterval(() => screen?.tick?.(), 1000);
  attachSearch(desk);
  show();
}

async function readJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The portal cannot start: ${url} answers ${response.status}.`);
  return response.json();
}

/** A plain click on a link of ours changes the place and loads nothing. */
function followLink(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented)
    return;
  const link = event.target.closest("a[href^='/']");
  if (!link) return;
  event.preventDefault();
  go(link.getAttribute("href"));
}

function go(address) {
  if (address === location.pathname) return;
  history.pushState(null, "", address);
  show();
  if (address === "/") focusSearch();
  else requestAnimationFrame(() => document.querySelector("#main h1")?.focus());
}

/** Brings into view what the address names. */
function show() {
  const [, kind, key, section] = location.pathname.split("/");
  const isCustomer = kind === "customers";
  if (isCustomer && !desk.callers.has(key) && desk.found.has(key)) open(key);
  const caller = isCustomer && desk.callers.get(key);
  screen?.leave?.();
  screen = caller ? customerScreen(desk, caller, section) : isCustomer ? notOpen() : searchScreen(desk);
  document.body.dataset.screen = isCustomer ? "customer" : "search";
  document.title = `${isCustomer ? "Overview" : "Search"} · Care portal`;
  place.replaceChildren(...callerTabs(caller), screen.element);
}

function open(key) {
  const caller = desk.found.get(key);
  desk.callers.set(key, caller);
  caller.changed = ({ onlyWallet = false } = {}) => {
    tabs.get(key)?.firstChild.replaceWith(icon(look(stateOf(caller.record)).icon));
    if (screen?.caller === caller) screen.update(onlyWallet);
  };
}

/** Wipes what was held for a customer, unless something is being changed for them. */
function close(key) {
  if (desk.callers.get(key)?.working) return;
  desk.callers.delete(key);
  desk.found.delete(key);
  if (desk.search.callers)
    desk.search = { ...desk.search, callers: desk.search.callers.filter((it) => it.key !== key) };
  const next = [...desk.callers.keys()].at(-1);
  if (screen?.caller?.key === key) go(next ? `/customers/${next}` : "/");
  else show();
}

function callerTabs(current) {
  tabs = new Map();
  for (const caller of desk.callers.values()) {
    const reachable = current ? caller === current : tabs.size === 0;
    const tab = h(
      "a",
      { role: "tab", href: `/customers/${caller.key}`, "aria-selected": String(caller === current) },
      icon(look(stateOf(caller.record)).icon),
      h("bdi", {}, caller.name),
    );
    tab.tabIndex = reachable ? 0 : -1;
    tabs.set(caller.key, tab);
  }
  if (tabs.size === 0) return [];
  const list = h("div", { role: "tablist", "aria-label": "Open customers" }, ...tabs.values());
  return [h("nav", { class: "callers", "aria-label": "Callers" }, list)];
}
