// The devices of a wallet, each with an activation of its own.

import { badge, banner, beforeAndAfter, confirming, h, icon } from "./elements.js";
import { date } from "./format.js";
import { activateDevice, devicesOf } from "./gateway.js";
import { isVerified } from "./verification.js";

const KINDS = { iphone: "iPhone", android: "Android phone" };

export function devicesPanel(caller) {
  const count = h("small", {});
  const header = h("header", {}, h("h2", { id: "devices" }, "Devices"), count);
  const element = h("section", { class: "panel", "aria-labelledby": "devices" });
  const asking = new AbortController();
  const read = async () => {
    try {
      caller.devices = { list: await devicesOf(caller.record, asking.signal) };
    } catch (error) {
      if (asking.signal.aborted) return;
      caller.devices = { failure: String(error) };
    }
    update();
  };
  const update = () => {
    const { list, failure, ended } = caller.devices ?? {};
    count.textContent = list?.length ?? "";
    const show = (...content) => element.replaceChildren(header, ...content);
    if (failure) show(failed(failure, read));
    else if (!list) show(h("div", { class: "reserved", "aria-busy": "true" }));
    else if (list.length === 0) show(nobody());
    else show(...(ended ? [ended] : []), ...rows(caller, list));
  };
  update();
  if (!caller.devices) read();
  return { element, update, leave: () => asking.abort() };
}

function rows(caller, list) {
  const isAllowed = isVerified(caller);
  const items = list.map((device) => row(caller, device, isAllowed));
  const reason = isAllowed ? [] : [h("p", { class: "hint", id: "device-reason" }, "Verify the caller first.")];
  return [h("ul", { class: "rows" }, items), ...reason];
}

function row(caller, device, isAllowed) {
  const kind = KINDS[device.deviceTypeUniqueName] ?? device.deviceTypeUniqueName ?? "";
  const name = nameOf(device);
  const used = device.lastUsedDate && `last used ${date(device.lastUsedDate)}`;
  const more = [kind !== name && kind, used].filter(Boolean).join(", ");
  const verb = device.active ? "Deactivate" : "Activate";
  const button = h(
    "button",
    {
      type: "button",
      class: "small",
      "aria-label": `${verb} ${name}`,
      disabled: !isAllowed || caller.working,
      "aria-describedby": isAllowed ? null : "device-reason",
      onclick: () => ask(caller, device, verb),
    },
    verb,
  );
  const look = device.active
    ? { tone: "good", icon: "check", word: "Active" }
    : { tone: null, icon: "off", word: "Inactive" };
  const words = h("span", { class: "name" }, h("bdi", {}, name), " ", h("small", {}, more));
  return h("li", {}, icon("device"), words, badge(look), button);
}

function nameOf({ deviceName, deviceTypeUniqueName }) {
  return deviceName || KINDS[deviceTypeUniqueName] || deviceTypeUniqueName || "Device";
}

function ask(caller, device, verb) {
  const [now, then] = device.active ? ["Active", "Inactive"] : ["Inactive", "Active"];
  const name = nameOf(device);
  const rows = [
    ["Name", name, name],
    ["State", now, then],
  ];
  const facts = { title: `${verb} this device?`, caller, verb, harms: device.active };
  confirming(facts, [beforeAndAfter("What will change", ["Device", "Now", "Then"], rows)], () =>
    change(caller, device),
  );
}

/** Sends, then reads: the read alone decides what is said. */
async function change(caller, device) {
  const wanted = !device.active;
  caller.working = true;
  caller.changed();
  const sent = await activateDevice(caller.record, device.deviceUri, wanted).catch((error) => error);
  const list = await devicesOf(caller.record).catch(() => null);
  const seen = list?.find(({ deviceUri }) => deviceUri === device.deviceUri)?.active;
  const name = nameOf(device);
  const word = wanted ? "active" : "inactive";
  let ended = banner("attention", "warning", "Not confirmed.", `${name} could not be read after the change.`, {
    role: "alert",
  });
  if (seen === wanted) ended = banner("good", "check", `${name} is ${word} now,`, "seen by reading.");
  else if (list) {
    const why = sent instanceof Error ? sent.message : "nothing changed.";
    ended = banner("attention", "warning", `${name} is not ${word}:`, why, { role: "alert" });
  }
  caller.devices = { list: list ?? caller.devices.list, ended };
  caller.working = false;
  caller.changed();
}

function nobody() {
  return h("div", { class: "empty", role: "status" }, h("p", {}, "No device is linked with this wallet."));
}

function failed(sentence, read) {
  const again = h("button", { type: "button", onclick: read }, "Try again");
  return h(
    "div",
    { class: "failure", role: "alert", "data-tone": "attention" },
    icon("warning"),
    h("p", {}, sentence),
    again,
  );
}
