// The wallet: its state in words, why it is so, and the unlock with its steps and its proof.

import { banner, beforeAndAfter, confirming, fact, h, icon } from "./elements.js";
import { date, minute, second } from "./format.js";
import { reread } from "./gateway.js";
import { unlock } from "./unlock.js";
import { isVerified } from "./verification.js";
import { look, stateOf } from "./wallet_state.js";

const DIAGNOSES = {
  Active: ["The wallet works.", "Nothing here stands in the caller’s way; look at the devices."],
  Locked: ["Locked: too many failed log-ins.", "Unlocking resets the counter."],
  Inactive: ["The wallet is switched off.", "Find out why, then reactivate it."],
  "Inactive and locked": [
    "The wallet is switched off, and locked besides.",
    "Find out why; reactivating clears the lock too.",
  ],
  "Not stated": ["The wallet’s state is not stated.", "Read it again."],
};

const EXPLANATIONS = {
  Active: ["The customer can sign in and pay.", ""],
  Locked: [
    "Too many failed log-ins.",
    "Unlocking resets the counter. The customer can sign in at once with the same password.",
  ],
  Inactive: ["Switched off. The customer can neither sign in nor pay.", "It may be a hold: find out why first."],
  "Inactive and locked": [
    "Switched off, after too many failed log-ins. The customer can neither sign in nor pay.",
    "It may be a hold: find out why first.",
  ],
  "Not stated": [
    "The gateway does not say whether the wallet is active and unlocked.",
    "Nothing is offered until it does.",
  ],
};

const STEPS = {
  waiting: ["Waiting", "wait"],
  running: ["Running", "clock"],
  done: ["Done", "check"],
  failed: ["Failed", "danger"],
  skipped: ["Skipped", "skip"],
};

/** What stands in the caller's way, and what fixes it. */
export function walletBanner(caller) {
  const label = "What stands in the way";
  if (caller.conflict) {
    const sentence = `The gateway gives one wallet identifier to ${caller.conflict.join(" and ")}.`;
    return banner("attention", "warning", "This wallet cannot be acted on.", sentence, { slim: false, label });
  }
  if (caller.work && !caller.work.end) {
    const sentence = "Do not promise anything yet: the last read decides.";
    return banner("information", "clock", "Working on the wallet.", sentence, { slim: false, label });
  }
  const state = stateOf(caller.record);
  const { tone, icon: drawing } = look(state);
  return banner(tone, drawing, ...DIAGNOSES[state], { slim: false, label });
}

export function walletPanel(caller) {
  const readAt = h("small", {});
  const refresh = h("button", { type: "button", class: "bare", "aria-label": "Refresh the wallet" }, "Refresh");
  const header = h("header", {}, h("h2", { id: "wallet" }, "Wallet"), readAt, refresh);
  const element = h("section", { class: "panel", "aria-labelledby": "wallet" });
  refresh.addEventListener("click", async () => {
    const record = await reread(caller.record).catch(() => null);
    if (record) Object.assign(caller, { record, readAt: Date.now() });
    caller.changed();
  });
  const update = () => {
    readAt.textContent = `Read ${second(caller.readAt)}`;
    refresh.disabled = caller.working;
    element.replaceChildren(header, ...content(caller).filter(Boolean));
  };
  update();
  return { element, update };
}

function content(caller) {
  const { record, work } = caller;
  const state = stateOf(record);
  const { tone, icon: drawing } = look(state);
  const [why, helps] = EXPLANATIONS[state];
  return [
    h(
      "p",
      { class: "wallet-state", role: "status", "aria-label": "Wallet status", "data-tone": tone },
      icon(drawing),
      state,
    ),
    !work && h("p", {}, why, " ", h("span", { class: "hint" }, helps)),
    ...(work ? (work.end ? over(caller, work) : [steps(work)]) : []),
    facts(record),
    actions(caller, state),
  ];
}

function facts({ lastLoginDate, passwordChangedDate, passcodeChangedDate, emailVerified }) {
  const day = (millis) => (millis ? date(millis) : "Not stated");
  return h(
    "dl",
    { class: "facts across" },
    fact("Last login", lastLoginDate ? `${date(lastLoginDate)}, ${minute(lastLoginDate)}` : "Never, or not stated"),
    fact("Password changed", day(passwordChangedDate)),
    fact("Passcode changed", day(passcodeChangedDate)),
    fact("E-mail verified", { true: "Yes", false: "No" }[emailVerified] ?? "Not stated"),
  );
}

function actions(caller, state) {
  if (state !== "Locked") return h("footer", { class: "actions" });
  const isAllowed = isVerified(caller) && !caller.conflict;
  const button = h(
    "button",
    {
      type: "button",
      class: "primary",
      disabled: !isAllowed || caller.working,
      "aria-describedby": isAllowed ? null : "wallet-reason",
      onclick: () => ask(caller, state),
    },
    "Unlock wallet",
  );
  const reason = !isAllowed && h("p", { class: "hint", id: "wallet-reason" }, "Verify the caller first.");
  return h("footer", { class: "actions" }, button, reason);
}

function ask(caller, state) {
  const rows = [
    ["State", state, "Active"],
    ["Failed log-ins", "Counted", "Reset"],
  ];
  const hint = "Two calls: the wallet is deactivated and reactivated. For about a second the customer cannot pay.";
  const body = [beforeAndAfter("What will change", ["Wallet", "Now", "Then"], rows), h("p", { class: "hint" }, hint)];
  confirming({ title: "Unlock this wallet?", caller, verb: "Unlock" }, body, () => unlock(caller));
}

function steps(work) {
  const items = work.steps.map(({ name, state, note }) => {
    const [word, drawing] = STEPS[state];
    const more = note && ` · ${note}`;
    return h("li", { "data-state": state }, icon(drawing), h("span", {}, name), h("small", {}, word, more));
  });
  return h("ol", { class: "steps", "aria-label": "Unlocking" }, items);
}

function over(caller, work) {
  const { end, before, after } = work;
  const dismiss = () => {
    caller.work = null;
    caller.changed();
  };
  const button = h("button", { type: "button", class: "small", onclick: dismiss }, "Done");
  const [tone, drawing] = end.proven ? ["good", "check"] : ["attention", "warning"];
  const role = end.proven ? "status" : "alert";
  const said = banner(tone, drawing, end.heading, end.sentence, { role, button });
  if (!end.proven) return [said, steps(work)];
  const heads = ["Wallet", `Before, ${second(before.at)}`, `After, ${second(after.at)}`];
  return [said, beforeAndAfter("Before and after", heads, [["State", before.state, after.state]])];
}
