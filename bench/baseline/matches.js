// Everybody who matches, masked, with the one question that tells them apart.

import { badge, h, icon } from "./elements.js";
import { birthdayOf, date, maskBirthday, maskEmail, maskPhone } from "./format.js";
import { look, stateOf } from "./wallet_state.js";

const day = (millis) => (millis ? date(millis) : "");

/** The fields in the order of the columns. What a caller can be asked has a question, and a rank among the questions. */
const FIELDS = [
  { name: "City", rank: 0, show: ({ city }) => city ?? "", ask: "In which city do you live?" },
  {
    name: "Phone",
    rank: 3,
    masked: true,
    show: ({ phone }) => (phone ? maskPhone(phone) : ""),
    ask: "What are the last four digits of your phone number?",
  },
  {
    name: "E-mail",
    rank: 2,
    masked: true,
    show: ({ email }) => (email ? maskEmail(email) : ""),
    ask: "Which e-mail address do you log in with?",
  },
  {
    name: "Birthday",
    rank: 1,
    masked: true,
    show: (record) => maskBirthday(birthdayOf(record)),
    ask: "In which year were you born?",
  },
  {
    name: "Customer since",
    alone: "since ",
    rank: 4,
    show: ({ createDate }) => day(createDate),
    ask: "In which year did you open your wallet?",
  },
  { name: "Last login", alone: "login ", show: ({ lastLoginDate }) => day(lastLoginDate) || "Never" },
];

/** More candidates than a rep compares field by field. */
const MANY = 12;

const ASKABLE = FIELDS.filter(({ ask }) => ask).sort((one, other) => one.rank - other.rank);

export function matches(callers) {
  const rows = callers.map(({ record }) => FIELDS.map(({ show }) => show(record)));
  const apart = callers.length > 1 ? tellApart(rows) : { differing: [] };
  const head = FIELDS.map((field) => h("span", { "data-differs": apart.differing.includes(field) }, field.name));
  const copy = rowCopier(apart.differing);
  const list = h(
    "ul",
    { "aria-label": "Matching customers", "aria-describedby": "match-fields" },
    callers.map((caller, index) => copy(caller, rows[index])),
  );
  const count = callers.length === 1 ? "1 customer found" : `${callers.length} customers found`;
  return [
    h("header", { class: "title" }, h("p", { role: "status" }, h("strong", {}, count))),
    conflicts(callers),
    apart.chosen && question(apart),
    h(
      "div",
      { class: "matches" },
      h(
        "div",
        { class: "head", id: "match-fields", "aria-hidden": "true" },
        h("span", {}, "Name"),
        h("span", {}, "Wallet"),
        head,
      ),
      list,
    ),
  ];
}

/** Rows of one list differ in text only, so each is a copy of one that was made once per wallet state. */
function rowCopier(differing) {
  const patterns = new Map();
  const pattern = (state) => {
    const cells = FIELDS.map((field) =>
      h(
        "span",
        {
          class: field.masked ? "masked" : null,
          "data-differs": differing.includes(field),
          "data-alone": field.alone ?? null,
        },
        document.createTextNode(""),
      ),
    );
    const name = h("span", { class: "name" }, h("bdi", {}, document.createTextNode("")));
    return h("li", {}, h("a", { class: "match" }, name, badge(look(state)), cells));
  };
  return (caller, values) => {
    const state = stateOf(caller.record);
    if (!patterns.has(state)) patterns.set(state, pattern(state));
    const row = patterns.get(state).cloneNode(true);
    const link = row.firstChild;
    link.setAttribute("href", `/customers/${caller.key}`);
    if (caller.conflict) {
      link.setAttribute("data-conflict", "");
      link.append(h("span", { class: "hidden" }, "claims the same wallet as another record"));
    }
    let cell = link.firstChild;
    cell.firstChild.firstChild.data = caller.name;
    cell = cell.nextSibling;
    for (const value of values) {
      cell = cell.nextSibling;
      cell.firstChild.data = value;
    }
    return row;
  };
}

/** The one field that leaves one candidate for every answer, or else narrows them down the most. */
function tellApart(rows) {
  const distinct = new Map(FIELDS.map((field, column) => [field, new Set(rows.map((row) => row[column])).size]));
  const isStated = (field) => rows.every((row) => row[FIELDS.indexOf(field)] !== "");
  const differs = (field) => distinct.get(field) > 1;
  const separating = ASKABLE.find((field) => distinct.get(field) === rows.length && isStated(field));
  // Everybody's wallet was opened on another day, so that is asked only when nothing else differs.
  const narrowing = ASKABLE.slice(0, -1)
    .filter(differs)
    .sort((one, other) => distinct.get(other) - distinct.get(one));
  const chosen = separating ?? narrowing[0] ?? ASKABLE.slice(-1).find(differs);
  const differing = chosen && rows.length > MANY ? [chosen] : FIELDS.filter((field) => field.ask && differs(field));
  return { chosen, differing, title: separating ? "One question tells them apart" : "This question narrows them down" };
}

function question({ chosen, differing, title }) {
  return h(
    "section",
    { class: "ask", "aria-labelledby": "ask" },
    icon("person"),
    h("div", {}, h("h2", { id: "ask", class: "quiet" }, title), h("p", {}, "Ask: ", h("q", {}, chosen.ask))),
    h("small", {}, note(differing), h("br", {}), "Do not read them out."),
  );
}

/** "City and birthday differ." */
function note(differing) {
  const names = differing.map(({ name }) => name.toLowerCase());
  if (names.length === 1) return `Look at ${names[0]}.`;
  const list = `${names.slice(0, -1).join(", ")} and ${names.at(-1)} differ.`;
  return list[0].toUpperCase() + list.slice(1);
}

function conflicts(callers) {
  const names = [...new Set(callers.flatMap(({ conflict }) => conflict ?? []))];
  if (names.length === 0) return null;
  const sentence = `The gateway gives one wallet identifier to ${names.join(" and ")}. They can be looked at and not acted on.`;
  return h(
    "div",
    { class: "banner", "data-tone": "attention", role: "alert" },
    icon("warning"),
    h("p", {}, h("strong", {}, "These records claim one wallet. "), sentence),
  );
}
