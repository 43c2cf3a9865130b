// A customer's screen: who it is, how the caller was verified, and the panels.

import { devicesPanel } from "./devices.js";
import { badge, h, icon } from "./elements.js";
import { date } from "./format.js";
import { identityPanel } from "./identity.js";
import { operationsPanel } from "./operations.js";
import { isVerified, levelBadge, verificationStrip } from "./verification.js";
import { walletBanner, walletPanel } from "./wallet.js";
import { look, stateOf } from "./wallet_state.js";

/** The screen, and how to bring it up to date. */
export function customerScreen(desk, caller, section = "") {
  const close = h(
    "button",
    { type: "button", "aria-label": `Close ${caller.name}`, onclick: () => desk.close(caller.key) },
    icon("close"),
    "Close",
  );
  const state = part(() => badge(look(stateOf(caller.record))));
  const level = part(() => levelBadge(caller));
  const banner = part(() => walletBanner(caller));
  const strip = part(() => verificationStrip(caller));
  const devices = section === "operations" ? operationsPanel(caller) : devicesPanel(caller);
  const aboutWallet = [state, banner];
  const others = [level, devices];
  let content = devices.element;
  if (!section) {
    const wallet = walletPanel(caller);
    const identity = identityPanel(caller);
    aboutWallet.push(wallet);
    others.push(strip, identity);
    content = [strip.element, overview(wallet, identity, devices)];
  }
  const element = h(
    "main",
    { id: "main", class: "customer", tabindex: "-1" },
    h(
      "div",
      { class: "identity" },
      h("h1", { tabindex: "-1" }, h("bdi", {}, caller.name)),
      state.element,
      facts(caller.record),
      level.element,
      close,
    ),
    sections(caller, section),
    h("div", { class: "section" }, banner.element, content),
  );
  let wasVerified = isVerified(caller);
  const update = (onlyWallet = false) => {
    aboutWallet.forEach((it) => it.update());
    if (!onlyWallet) others.forEach((it) => it.update());
    close.disabled = caller.working;
  };
  const tick = () => {
    level.update();
    if (wasVerified !== isVerified(caller)) update();
    wasVerified = isVerified(caller);
  };
  return { element, caller, update, tick, leave: devices.leave };
}

/** An address names no customer, so a reloaded page cannot find them again. */
export function notOpen() {
  const sentence =
    "An address names no customer, so a reloaded page cannot find them again. Search for the caller once more.";
  return {
    element: h(
      "main",
      { id: "main", class: "results narrow", tabindex: "-1" },
      h(
        "section",
        { class: "panel" },
        h(
          "div",
          { class: "empty" },
          h("h1", {}, "This customer is not open here any more"),
          h("p", { role: "status" }, sentence),
        ),
      ),
    ),
  };
}

/** An element that is made anew from what is known when that changes. */
function part(make) {
  const it = {
    element: make(),
    update() {
      const fresh = make();
      it.element.replaceWith(fresh);
      it.element = fresh;
    },
  };
  return it;
}

function overview(wallet, identity, devices) {
  const right = h("div", { class: "stack" }, identity.element, devices.element);
  return h("div", { class: "columns" }, h("div", { class: "stack" }, wallet.element), right);
}

function facts({ city, createDate, customerId }) {
  return h(
    "dl",
    {},
    h("div", {}, h("dt", {}, "City"), h("dd", {}, city ?? "Not stated")),
    h(
      "div",
      { class: "minor" },
      h("dt", {}, "Customer since"),
      h("dd", {}, createDate ? date(createDate) : "Not stated"),
    ),
    customerId && h("div", {}, h("dt", {}, "Customer ID"), h("dd", {}, h("code", {}, customerId))),
  );
}

function sections(caller, current) {
  const link = ([segment, name]) => {
    const href = `/customers/${caller.key}${segment && `/${segment}`}`;
    return h("li", {}, h("a", { href, "aria-current": segment === current ? "page" : null }, name));
  };
  const links = [
    ["", "Overview"],
    ["operations", "Operations"],
    ["devices", "Devices"],
  ].map(link);
  return h("nav", { class: "sections", "aria-label": "Customer" }, h("ul", {}, links));
}
