// How elements are made. Text is always text: nothing from the gateway is ever parsed as markup.

/** One element with attributes, listeners (`onclick`) and children; `null` leaves an attribute or a child out. */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(attribute.slice(2), value);
    else element.setAttribute(attribute, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
const blank = document.createElementNS(SVG, "svg");
blank.setAttribute("class", "icon");
blank.setAttribute("aria-hidden", "true");
blank.append(document.createElementNS(SVG, "use"));

/** One line drawing from the sprite in the page; the word beside it carries the meaning. */
export function icon(name) {
  const drawing = blank.cloneNode(true);
  drawing.firstChild.setAttribute("href", `#icon-${name}`);
  return drawing;
}

/** A state in a word, with an icon and one of the four meanings. */
export function badge({ tone, icon: drawing, word }) {
  return h("span", { class: "badge", "data-tone": tone }, icon(drawing), word);
}

/** One sentence that says what is so. */
export function banner(
  tone,
  drawing,
  heading,
  sentence,
  { role = "status", slim = true, label = null, button = null } = {},
) {
  return h(
    "div",
    { class: slim ? "banner slim" : "banner", "data-tone": tone, role, "aria-label": label },
    icon(drawing),
    h("p", {}, h("strong", {}, heading), ` ${sentence}`),
    button,
  );
}

/** A line of a definition list. */
export function fact(name, ...value) {
  return h("div", {}, h("dt", {}, name), h("dd", {}, ...value));
}

/** Before and after, side by side. */
export function beforeAndAfter(caption, heads, rows) {
  const head = h(
    "tr",
    {},
    heads.map((text) => h("th", { scope: "col" }, text)),
  );
  const body = rows.map(([name, before, after]) =>
    h(
      "tr",
      { "data-changed": before !== after },
      h("th", { scope: "row" }, name),
      h("td", {}, before),
      h("td", {}, after),
    ),
  );
  const hidden = h("caption", { class: "hidden" }, caption);
  return h("table", { class: "proof" }, hidden, h("thead", {}, head), h("tbody", {}, body));
}

/** Asks before something is changed: whom it concerns, what will change, and the verb last. Goes when it is closed. */
export function confirming({ title, caller, verb, harms = false }, body, confirm) {
  const close = () => dialog.close();
  const submit = (event) => {
    event.preventDefault();
    close();
    confirm();
  };
  const { record, name } = caller;
  const who = [h("strong", {}, name), h("span", {}, record.city ?? ""), h("code", {}, record.customerId ?? "")];
  const dialog = h(
    "dialog",
    { "aria-labelledby": "dialog-title", onclose: () => dialog.remove() },
    h(
      "form",
      { method: "dialog", novalidate: true, onsubmit: submit },
      h("header", {}, h("h2", { id: "dialog-title" }, title), h("p", { class: "who" }, who)),
      body,
      h(
        "footer",
        {},
        h("button", { type: "button", onclick: close }, "Cancel"),
        h("button", { type: "submit", class: harms ? "danger" : "primary", autofocus: !harms }, verb),
      ),
    ),
  );
  document.getElementById("main").append(dialog);
  dialog.showModal();
}
