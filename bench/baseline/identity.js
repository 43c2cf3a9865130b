// Who the customer is, masked until the caller is verified, and then shown field by field.

import { fact, h, icon } from "./elements.js";
import { birthdayOf, maskBirthday, maskEmail, maskPhone } from "./format.js";
import { isVerified } from "./verification.js";

export function identityPanel(caller) {
  const header = h("header", {}, h("h2", { id: "identity" }, "Identity"));
  const element = h("section", { class: "panel", "aria-labelledby": "identity" });
  const update = () => {
    const { record } = caller;
    const place = [record.city, record.state, record.country].filter(Boolean).join(", ") || "Not stated";
    const lines = h(
      "dl",
      { class: "facts" },
      personal(record).map((one) => personalFact(caller, one, update)),
      fact("City", place),
      record.customerId &&
        fact("Customer ID", h("code", {}, record.customerId), copyButton("customer ID", record.customerId)),
      record.externalId &&
        fact("External ID", h("code", {}, record.externalId), copyButton("external ID", record.externalId)),
    );
    const hint =
      !isVerified(caller) && h("p", { class: "hint", id: "reveal-reason" }, "Verify the caller to see these in clear.");
    element.replaceChildren(header, lines, ...(hint ? [hint] : []));
  };
  update();
  return { element, update };
}

function personal(record) {
  const { phone, email, address1, address2, zip } = record;
  const birthday = birthdayOf(record);
  return [
    { name: "Phone", masked: maskPhone(phone ?? ""), clear: phone },
    { name: "E-mail", masked: maskEmail(email ?? ""), clear: email },
    {
      name: "Birthday",
      masked: maskBirthday(birthday),
      clear: birthday.replace(/^(\d\d)(\d\d)(\d{4})$/, "$3-$1-$2"),
    },
    { name: "Address", masked: "••••••••", clear: [address1, address2, zip].filter(Boolean).join(", ") },
  ];
}

function personalFact(caller, { name, masked, clear }, update) {
  if (!clear) return fact(name, "Not stated");
  const allowed = isVerified(caller);
  const shown = allowed && caller.revealed.has(name);
  const verb = shown ? "Hide" : "Reveal";
  const toggle = () => {
    if (shown) caller.revealed.delete(name);
    else caller.revealed.add(name);
    update();
  };
  const button = h(
    "button",
    {
      type: "button",
      class: "bare",
      "aria-label": `${verb} ${name.toLowerCase()}`,
      disabled: !allowed,
      "aria-describedby": allowed ? null : "reveal-reason",
      onclick: toggle,
    },
    icon("eye"),
    verb,
  );
  return fact(name, shown ? h("bdi", {}, clear) : h("span", { class: "masked" }, masked), button);
}

function copyButton(what, text) {
  const said = h("span", { class: "hidden", role: "status" });
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    button.firstChild.replaceWith(icon("check"));
    said.textContent = "Copied";
  };
  const button = h(
    "button",
    { type: "button", class: "bare", "aria-label": `Copy ${what}`, onclick: copy },
    icon("copy"),
  );
  return [button, said];
}
