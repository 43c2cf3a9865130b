// How well the caller is known: one click records how the rep verified them.

import { badge, h, icon } from "./elements.js";
import { left, minute } from "./format.js";

const METHODS = ["Security questions", "Call back", "Identity document", "Other, as our guideline says"];

/** How long an attestation holds. */
const MINUTES = 15;

/** Whether the caller is verified at this moment. */
export function isVerified(caller) {
  return caller.attestation !== null && Date.now() < caller.attestation.until;
}

/** The badge in the identity bar, with its clock. */
export function levelBadge(caller) {
  if (!isVerified(caller)) return badge({ tone: null, icon: "shield", word: "Not verified" });
  const clock = h("span", { class: "clock", role: "timer", "aria-label": "Verification ends in" });
  clock.textContent = left(caller.attestation.until - Date.now());
  return h("span", { class: "badge", "data-tone": "good" }, icon("shield"), "Verified ", clock);
}

/** Asks while nobody is verified, and says until when afterwards. */
export function verificationStrip(caller) {
  const attest = (method) => {
    const at = Date.now();
    caller.attestation = { method, at, until: at + MINUTES * 60_000 };
    caller.changed();
    document.getElementById("verify")?.focus();
  };
  const end = () => {
    caller.attestation = null;
    caller.revealed.clear();
    caller.changed();
  };
  const strip = (level, heading, buttons) =>
    h(
      "section",
      { class: "verify", "data-level": level, "aria-labelledby": "verify" },
      icon("shield"),
      h("h2", { id: "verify", tabindex: "-1" }, heading),
      h(
        "div",
        { class: "actions" },
        buttons.map(([name, act]) => h("button", { type: "button", onclick: act }, name)),
      ),
    );
  if (!isVerified(caller)) {
    const heading = "How was the caller verified?";
    return strip(
      "none",
      heading,
      METHODS.map((method) => [method, () => attest(method)]),
    );
  }
  const { method, at, until } = caller.attestation;
  return strip("attested", `Verified ${minute(at)} · until ${minute(until)} · ${method}`, [
    ["Verified again", () => attest(method)],
    ["End verification", end],
  ]);
}
